"""The forecast in the escalation plot: where half and nine tenths of the runs lie, and the median.

One item of its own: two filled areas between curves would cost some fifteen times as much a frame.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from wargame.model.outlook import FanTurn
from wargame.ui.theme.current import colour, current_theme

_STALE = 0.45
"""What remains of the fan's ink while a newer forecast is on its way."""


class FanItem(QGraphicsObject):
    """A fan in plot coordinates: turns across, the index upwards."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(5)
        self._wide, self._narrow, self._median = QPolygonF(), QPolygonF(), QPainterPath()
        self._reach = QRectF()
        self._pen = QPen()

    def set_fan(self, start: tuple[float, float], fan: Sequence[FanTurn]) -> None:
        """Spread out from a point over the turns of a forecast; nothing without turns.

        Args:
            start: Turn and index from which it spreads.
            fan: The turns, in order.
        """
        self.prepareGeometryChange()
        x, y = start
        here = FanTurn(round(x), y, y, y, y, y)
        points = [(x, here), *((float(turn.turn), turn) for turn in fan)] if fan else []
        self._wide = _area([(at, t.low90, t.high90) for at, t in points])
        self._narrow = _area([(at, t.low50, t.high50) for at, t in points])
        self._median = QPainterPath()
        for number, (at, turn) in enumerate(points):
            spot = QPointF(at, turn.median)
            if number:
                self._median.lineTo(spot)
            else:
                self._median.moveTo(spot)
        self._reach = self._wide.boundingRect()
        self.update()

    def set_stale(self, *, stale: bool) -> None:
        """Dim the fan while a newer one is on its way."""
        self.setOpacity(_STALE if stale else 1.0)

    def set_pen(self, pen: QPen) -> None:
        """The pen of the median."""
        self._pen = pen
        self.update()

    def boundingRect(self) -> QRectF:
        return self._reach

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        theme = current_theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for area, share in ((self._wide, theme.fan90_share), (self._narrow, theme.fan50_share)):
            ink = QColor(theme.fan)
            ink.setAlphaF(share)
            painter.setBrush(ink)
            painter.drawPolygon(area)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(self._pen)
        painter.drawPath(self._median)


def dashes(pen: QPen) -> QPen:
    """A pen in the forecast's colour with the median's dashes."""
    pen.setColor(colour("accent"))
    pen.setDashPattern([2.5, 2.0])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def _area(rows: Sequence[tuple[float, float, float]]) -> QPolygonF:
    """The area between two lines, each row a place, a low and a high end."""
    upper = [QPointF(x, high) for x, _, high in rows]
    lower = [QPointF(x, low) for x, low, _ in reversed(rows)]
    return QPolygonF([*upper, *lower])
