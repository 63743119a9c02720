"""Lines beside the played one in the escalation plot: branches with their fans, and history.

They differ by their dashes and by the words at their ends, never by colour alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from wargame.model.outlook import FanTurn
from wargame.ui.charts.fan_item import FanItem, dashes
from wargame.ui.theme.current import colour
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.paint import draw_text, text_width

Point = tuple[float, float]
Pens = Callable[[QColor, float], QPen]

_DASHES: Final = ((2.5, 2.0), (6.0, 2.0), (1.0, 1.5), (6.0, 2.0, 1.0, 2.0))
"""Patterns of branches, one after the other."""
_DOTS: Final = (1.0, 2.5)
_HEIGHT: Final = 15
_HALF: Final = 6
_MOST: Final = 150
"""Widest words at the end of a line, px."""
_APART: Final = 8
"""Between the end of a line and its words, px."""


@dataclass(frozen=True, slots=True)
class BesideLine:
    """One line beside the played one.

    Attributes:
        words: What it is, such as "Branch: Restraint".
        points: Turn and index, in order; the first is where it begins.
        kind: A branch, another game, or what happened in history.
        fan: Where many runs of it lie, by turn; empty for none.
        start: Turn and index from which the fan spreads.
    """

    words: str
    points: tuple[Point, ...]
    kind: Literal["branch", "game", "history"] = "branch"
    fan: tuple[FanTurn, ...] = ()
    start: Point = (0.0, 0.0)

    @property
    def end(self) -> str:
        """The words at its end, with its last value."""
        return f"{self.words} {self.points[-1][1]:.0f}" if self.points else self.words


class BesideLines:
    """Draws the lines into a plot."""

    def __init__(self, plot: pg.PlotWidget, pens: Pens) -> None:
        self._plot = plot
        self._pens = pens
        self._lines: tuple[BesideLine, ...] = ()
        self._turns = 1
        self._items: list[QGraphicsItem] = []
        self._labels: list[EndLabel] = []

    @property
    def lines(self) -> tuple[BesideLine, ...]:
        """What is drawn."""
        return self._lines

    @property
    def gutter(self) -> int:
        """Room (px) that the words need beside the plot; 0 without any."""
        widths = [label.boundingRect().width() for label in self._labels]
        return int(max(widths)) + _APART if widths else 0

    def set_lines(
        self,
        lines: Sequence[BesideLine],
        turns: int,
        played: Point | None,
        name: str,
    ) -> None:
        """Draw these lines instead.

        Args:
            lines: The lines; one without points is passed over.
            turns: Where the plot ends, and the words beside it begin.
            name: What the played line is called.
            played: The end of the played line, which is named too once it is not alone.
        """
        for item in (*self._items, *self._labels):
            self._plot.removeItem(item)
        self._items, self._labels = [], []
        self._turns = turns
        self._lines = tuple(line for line in lines if line.points)
        for line in self._lines:
            self._add(line)
        if played is not None and self._lines:
            self._label(EndLabel(f"{name} {played[1]:.0f}", "t1"), played)
        self.retint()
        self.part_labels()

    def retint(self) -> None:
        """Take the colours of the theme in force."""
        branches = 0
        for item in self._items:
            if isinstance(item, pg.PlotCurveItem):
                line = self._lines[int(item.opts["name"])]
                item.setPen(self._pen(line, branches))
                branches += line.kind != "history"
            elif isinstance(item, FanItem):
                item.set_pen(dashes(self._pens(colour("accent"), 1.0)))
            item.update()
        for label in self._labels:
            label.update()

    def part_labels(self) -> None:
        """Set the words at the ends one above the other where they would touch."""
        box = self._plot.getViewBox()
        _, (low, high) = box.viewRange()
        tall = box.height() / (high - low) if high > low else 0.0
        # From the top down; what is too low for the plot is pushed up again.
        labels = sorted(self._labels, key=lambda label: -label.y())
        tops: list[float] = []
        for label in labels:
            top = (high - label.y()) * tall - _HEIGHT / 2
            tops.append(max(top, tops[-1] + _HEIGHT if tops else 0.0))
        floor = box.height()
        for at in range(len(tops) - 1, -1, -1):
            tops[at] = min(tops[at], floor - _HEIGHT)
            floor = tops[at]
        for label, top in zip(labels, tops, strict=True):
            label.set_drop(top - (high - label.y()) * tall)

    def _add(self, line: BesideLine) -> None:
        place = self._lines.index(line)
        if line.fan:
            fan = FanItem()
            fan.set_fan(line.start, line.fan)
            self._keep(fan)
        values = np.asarray(line.points, dtype=np.float64)
        curve = pg.PlotCurveItem(
            values[:, 0], values[:, 1], antialias=True, skipFiniteCheck=True, name=str(place)
        )
        curve.setZValue(9)
        self._keep(curve)
        ink: Literal["accent", "t2"] = "t2" if line.kind == "history" else "accent"
        if line.kind == "branch":
            fork = ForkMark()
            fork.setPos(*line.points[0])
            self._keep(fork)
        self._label(EndLabel(line.end, ink), line.points[-1])

    def _pen(self, line: BesideLine, nth: int) -> QPen:
        is_played = line.kind != "history"
        pen = self._pens(colour("accent" if is_played else "t2"), 2 if is_played else 1.5)
        pen.setDashPattern(list(_DASHES[nth % len(_DASHES)] if is_played else _DOTS))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        return pen

    def _keep(self, item: QGraphicsItem) -> None:
        self._plot.addItem(item, ignoreBounds=True)
        self._items.append(item)

    def _label(self, label: EndLabel, at: Point) -> None:
        label.setPos(max(at[0], self._turns), at[1])
        self._plot.addItem(label, ignoreBounds=True)
        self._labels.append(label)


class EndLabel(QGraphicsObject):
    """Words beside the end of a line; their size does not follow the plot's scale."""

    def __init__(self, text: str, ink: Literal["accent", "t1", "t2"]) -> None:
        super().__init__()
        self.text = text
        self._ink: Literal["accent", "t1", "t2"] = ink
        self._drop = -_HEIGHT / 2
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        self.setZValue(11)

    def set_drop(self, drop: float) -> None:
        """How far below the point (px) the words begin."""
        if drop != self._drop:
            self.prepareGeometryChange()
            self._drop = drop

    def boundingRect(self) -> QRectF:
        wide = min(_MOST, text_width(self.text, text_font("caption", 600))) + 2
        return QRectF(_APART, self._drop, wide, _HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        box: QRect = self.boundingRect().toRect()
        draw_text(painter, box, self.text, text_font("caption", 600), colour(self._ink))


class ForkMark(QGraphicsObject):
    """The diamond at which a branch leaves the played line."""

    def __init__(self) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        self.setZValue(12)

    def boundingRect(self) -> QRectF:
        return QRectF(-_HALF - 2, -_HALF - 2, 2 * _HALF + 4, 2 * _HALF + 4)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("accent"), 2))
        painter.setBrush(colour("panel"))
        corners = ((0, -_HALF), (_HALF, 0), (0, _HALF), (-_HALF, 0))
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
