"""The ring at the end of the played line; of one size whatever the plot's scale."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from wargame.ui.theme.current import colour

_RADIUS = 4.0


class PresentRing(QGraphicsObject):
    """Marks where the game stands."""

    def __init__(self) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        self.setZValue(11)

    def boundingRect(self) -> QRectF:
        reach = _RADIUS + 2
        return QRectF(-reach, -reach, 2 * reach, 2 * reach)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("t1"), 2))
        painter.setBrush(colour("panel"))
        painter.drawEllipse(QPointF(0, 0), _RADIUS, _RADIUS)
