"""The pyqtgraph side of the escalation plot; imported when the first plot is built, not before."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import product

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QGraphicsItem, QWidget

from wargame.model.outlook import FanTurn
from wargame.ui.charts.band_backdrop import BandBackdrop
from wargame.ui.charts.beside_lines import BesideLine, BesideLines
from wargame.ui.charts.fan_item import FanItem, dashes
from wargame.ui.charts.flag_label import FlagLabel
from wargame.ui.charts.present_ring import PresentRing
from wargame.ui.charts.turn_axis import BandAxis, TurnAxis
from wargame.ui.theme.bands import BandScale
from wargame.ui.theme.current import colour

Point = tuple[float, float]

_QUIET = 0.55
"""Ink of red lines without words."""
_LABEL_SHARE = 0.95
"""Part of the plot's width that the words of a red line may take."""
_GUTTER_SHARE = 0.3
"""Largest part of the width that goes to the words at the ends of lines."""
_LABEL_INSET = 0.02
"""Part of the game's length between a side of the plot and the words of a red line."""
_STROKE = 2
"""Half the height (px) that the played line takes."""
_LABEL_EDGE = 8
"""Distance (px) that words keep from the sides of the plot."""


class PlotCanvas:
    """Owns the plot widget and its items; the frame around it decides what they show."""

    def __init__(self, scale: BandScale, parent: QWidget) -> None:
        self._scale = scale
        self._turns = 1
        self._axis = TurnAxis(1)
        self._left = BandAxis()
        axes = {"bottom": self._axis, "left": self._left}
        self._plot = pg.PlotWidget(parent, axisItems=axes)
        self._plot.setMenuEnabled(False)
        self._plot.setMouseEnabled(x=False, y=False)
        self._plot.hideButtons()
        self._plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._plot.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._plot.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._plot.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._plot.getPlotItem().setContentsMargins(0, 0, 0, 0)
        box = self._plot.getViewBox()
        box.disableAutoRange()
        box.setDefaultPadding(0)
        self._backdrop = BandBackdrop(scale, 1)
        self._plot.addItem(self._backdrop, ignoreBounds=True)
        self._line = pg.PlotCurveItem(antialias=True, skipFiniteCheck=True)
        self._line.setZValue(10)
        self._plot.addItem(self._line, ignoreBounds=True)
        self._fan = FanItem()
        self._plot.addItem(self._fan, ignoreBounds=True)
        self._beside = BesideLines(self._plot, self._pen)
        self._now = PresentRing()
        self._now.setVisible(False)
        self._plot.addItem(self._now, ignoreBounds=True)
        self._cursor: pg.InfiniteLine | None = None
        self._red_lines: list[QGraphicsItem] = []
        self._labels: list[FlagLabel] = []
        self._history: tuple[Point, ...] = ()
        self._unnamed: set[QGraphicsItem] = set()
        self._crossings: list[QGraphicsItem] = []
        self.set_extent(scale, 1, 0)
        box.sigResized.connect(self._on_resized)
        self.retint()

    @property
    def widget(self) -> QWidget:
        """What goes into a layout."""
        widget: QWidget = self._plot
        return widget

    def set_extent(self, scale: BandScale, turns: int, current: int) -> None:
        """Cover another ladder, length of game and present turn."""
        self._scale, self._turns = scale, turns
        self._backdrop.set_extent(scale, turns)
        self._axis.set_turns(turns, current)
        middles = [((span.low + span.high) / 2, str(span.number)) for span in scale.spans]
        self._left.setTicks([middles])
        self._fit()

    def turn_at(self, x: float) -> int:
        """The turn (from 1) at a pixel column of the widget; 0 beside the plot."""
        at: float = self._plot.getViewBox().mapSceneToView(QPointF(x, 0.0)).x()
        return math.floor(at) + 1 if 0.0 <= at < self._turns else 0

    def set_history(self, points: Sequence[Point]) -> None:
        """Draw the played line through (turn, index) and a ring at its end."""
        self._history = tuple(points)
        values = np.asarray(points, dtype=np.float64).reshape(-1, 2)
        self._line.setData(values[:, 0], values[:, 1])
        self._now.setVisible(bool(len(values)))
        if len(values):
            self._now.setPos(float(values[-1, 0]), float(values[-1, 1]))
        self._part_labels()

    def set_cursor(self, at: Point) -> None:
        """Stand an upright line and the ring at a moment of the line, as (turn, index)."""
        if self._cursor is None:
            self._cursor = pg.InfiniteLine(angle=90, movable=False, pen=self._pen(colour("t1"), 1))
            self._plot.addItem(self._cursor, ignoreBounds=True)
        self._cursor.setPos(at[0])
        self._now.setVisible(True)
        self._now.setPos(*at)

    def set_fan(self, start: Point, fan: Sequence[FanTurn]) -> None:
        """Spread a forecast out from a point; nothing without turns."""
        self._fan.set_fan(start, fan)

    def set_fan_stale(self, *, stale: bool) -> None:
        """Dim the forecast, or show it in full ink again."""
        self._fan.set_stale(stale=stale)

    def set_lines(self, lines: Sequence[BesideLine], name: str) -> None:
        """Draw these lines beside the played one, which has this name."""
        played = self._history[-1] if self._history else None
        self._beside.set_lines(lines, self._turns, played, name)
        self._fit()

    def set_red_lines(self, lines: Sequence[tuple[float, str]]) -> None:
        """Draw a dotted line at each index, with a flag and words on those that have room.

        The first are named first: where words would touch each other, or the played line, the later
        go without.
        """
        self._forget(self._red_lines)
        self._labels, self._unnamed = [], set()
        for index, text in lines:
            pen = self._dotted(named=bool(text))
            line = pg.InfiniteLine(pos=index, angle=0, movable=False, pen=pen)
            self._keep(self._red_lines, line)
            self._unnamed |= set() if text else {line}
            if text:
                label = FlagLabel(text)
                label.setY(index)
                self._keep(self._red_lines, label)
                self._labels.append(label)
        self._part_labels()

    def set_crossings(self, crossings: Sequence[tuple[float, str]]) -> None:
        """Mark the turns in which a red line was crossed, with a filled flag at the foot."""
        self._forget(self._crossings)
        for turn, text in crossings:
            line = pg.InfiniteLine(pos=turn, angle=90, movable=False, pen=self._thin())
            label = FlagLabel(text, crossed=True, before=turn > self._turns / 2)
            label.setPos(turn, self._scale.low)
            self._keep(self._crossings, line, label)
        self._part_labels()

    def retint(self) -> None:
        """Take the colours of the theme in force."""
        self._plot.setBackground(colour("panel"))
        ink, muted = colour("t1"), colour("t3")
        nothing = QPen(Qt.PenStyle.NoPen)
        for axis in (self._left, self._axis):
            axis.setPen(nothing)
            axis.setTextPen(muted)
        self._left.setTextPen(colour("t2"))
        line = self._pen(ink, 2)
        line.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self._line.setPen(line)
        self._fan.set_pen(dashes(self._pen(ink, 1.5)))
        if self._cursor is not None:
            self._cursor.setPen(self._pen(ink, 1))
        self._now.update()
        self._beside.retint()
        for item in (*self._red_lines, *self._crossings):
            if isinstance(item, pg.InfiniteLine):
                upright = item in self._crossings
                named = item not in self._unnamed
                item.setPen(self._thin() if upright else self._dotted(named=named))
            item.update()
        self._backdrop.update()

    def _on_resized(self) -> None:
        self._fit()
        self._part_labels()

    def _fit(self) -> None:
        """Cover the whole game, with room at the end for the words of lines beside it."""
        box, scale = self._plot.getViewBox(), self._scale
        width = box.width()
        inside = self._inside()
        across = self._turns * width / inside if inside > 0 else self._turns
        box.setRange(
            xRange=(0, across), yRange=(scale.low, scale.high), padding=0, disableAutoRange=True
        )
        self._beside.part_labels()

    def _inside(self) -> float:
        """Width (px) of the turns, without the words at the ends of lines."""
        width: float = self._plot.getViewBox().width()
        return width - min(self._beside.gutter, width * _GUTTER_SHARE)

    def _part_labels(self) -> None:
        """Hide the words of red lines that would lie on those of another, or on the played line."""
        box, inside = self._plot.getViewBox(), self._inside()
        taken: list[Point] = []
        for label in self._labels:
            label.set_room(int(inside * _LABEL_SHARE))
            place = self._place_of(label, taken)
            label.setVisible(place is not None)
            if place is not None:
                taken.append(place)
        for item in self._crossings:
            if isinstance(item, FlagLabel):
                share = item.x() / self._turns
                room = box.width() * (share if item.is_before else 1.0 - share)
                item.set_room(int(room) - _LABEL_EDGE)

    def _place_of(self, label: FlagLabel, taken: Sequence[Point]) -> Point | None:
        """Top and bottom (px) of the words beside their line; None where no place is free.

        Above the line or below it, where the game begins, else where it ends. The label is left
        standing there.
        """
        height = self._plot.getViewBox().height()
        at = (self._scale.high - label.y()) * self._tall()
        for before, below in product((False, True), repeat=2):
            label.set_before(before=before)
            label.set_below(below=below)
            label.setX(self._turns * (1.0 - _LABEL_INSET if before else _LABEL_INSET))
            area = label.boundingRect()
            top, bottom = at + area.top(), at + area.bottom()
            is_inside = top >= 0 and bottom <= height
            filled = (*taken, *self._played_beside(label))
            if is_inside and all(bottom <= low or high <= top for low, high in filled):
                return top, bottom
        return None

    def _played_beside(self, label: FlagLabel) -> tuple[Point, ...]:
        """Between which heights (px) the played line runs where these words stand; or nothing."""
        if not self._history or self._inside() <= 0:
            return ()
        wide = self._inside() / self._turns
        area = label.boundingRect()
        first, last = label.x() + area.left() / wide, label.x() + area.right() / wide
        turns, levels = zip(*self._history, strict=True)
        ends = [x for x in (first, last) if turns[0] <= x <= turns[-1]]
        met = [index for turn, index in self._history if first <= turn <= last]
        met += [float(level) for level in np.interp(ends, turns, levels)]
        if not met:
            return ()
        high, low = ((self._scale.high - level) * self._tall() for level in (max(met), min(met)))
        return ((high - _STROKE, low + _STROKE),)

    def _tall(self) -> float:
        """Height (px) of a point of the index."""
        height: float = self._plot.getViewBox().height()
        return height / (self._scale.high - self._scale.low)

    def _pen(self, ink: QColor, width: float) -> QPen:
        """A pen of so many px, whatever the plot's scale.

        Qt counts the width of cosmetic pens in device pixels, so the screen's ratio goes in here.
        """
        ratio = self._plot.devicePixelRatioF()
        # Hairlines stay on whole device pixels, or they would blur or double.
        pen = QPen(ink, width * ratio if width > 1 else max(1, int(ratio)))
        pen.setCosmetic(True)
        return pen

    def _thin(self) -> QPen:
        return self._pen(colour("t2"), 1)

    def _dotted(self, *, named: bool) -> QPen:
        ink = colour("t1" if named else "t3")
        ink.setAlphaF(1.0 if named else _QUIET)
        pen = self._pen(ink, 1)
        pen.setDashPattern([1.5, 2.5])
        return pen

    def _keep(self, shelf: list[QGraphicsItem], *items: QGraphicsItem) -> None:
        for item in items:
            self._plot.addItem(item, ignoreBounds=True)
            shelf.append(item)

    def _forget(self, shelf: list[QGraphicsItem]) -> None:
        for item in shelf:
            self._plot.removeItem(item)
        shelf.clear()
