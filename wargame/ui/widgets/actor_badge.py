"""Actors on screen: a shape for the camp and the code. No actor has a colour of its own."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from wargame.ui.theme.current import colour
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.icon_names import IconName
from wargame.ui.theme.icons import draw_icon
from wargame.ui.theme.item_roles import ActorValue, MarkName
from wargame.ui.theme.paint import draw_text, mirrored, start_painting, text_width
from wargame.ui.widgets.text import set_tip

MARK: Final = 9
"""Edge of a mark at table size (px)."""

_GAP: Final = 6
_ARROW: Final = 12


def draw_mark(painter: QPainter, rect: QRect, mark: MarkName, shade: QColor) -> None:
    """Paint a camp's shape, filling ``rect``: all shapes carry about the same ink."""
    edge = min(rect.width(), rect.height())
    box = QRectF(
        rect.left() + (rect.width() - edge) / 2, rect.top() + (rect.height() - edge) / 2, edge, edge
    )
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shade)
    if mark == "square":
        inset = max(0.5, edge / 18)
        painter.drawRect(box.adjusted(inset, inset, -inset, -inset))
    elif mark == "circle":
        painter.drawEllipse(box)
    elif mark == "diamond":
        middle = box.center()
        reach = edge / 2 + max(0.5, edge / 18)
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(middle.x(), middle.y() - reach),
                    QPointF(middle.x() + reach, middle.y()),
                    QPointF(middle.x(), middle.y() + reach),
                    QPointF(middle.x() - reach, middle.y()),
                ]
            )
        )
    else:
        width = max(1.2, edge / 7)
        pen = QPen(shade, width)
        # Six dashes round the circle, whatever its size; the pattern counts in pen widths.
        dash = 3.14159 * (edge - width) / width / 12
        pen.setDashPattern([dash, dash])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box.adjusted(width / 2, width / 2, -width / 2, -width / 2))
    painter.restore()


def actor_width(value: ActorValue) -> int:
    """Width of mark and code in px."""
    return MARK + _GAP + text_width(value.code, text_font("table", 600))


def draw_actor(painter: QPainter, rect: QRect, value: ActorValue) -> int:
    """Paint mark and code where reading begins in ``rect``; gives the width used in px."""
    top = rect.top() + (rect.height() - MARK) // 2
    spot = _placed(painter, rect, 0, MARK)
    draw_mark(painter, QRect(spot.left(), top, MARK, MARK), value.mark, colour("t2"))
    words = _placed(painter, rect, MARK + _GAP, rect.width() - MARK - _GAP)
    draw_text(painter, words, value.code, text_font("table", 600), colour("t1"))
    return actor_width(value)


def _placed(painter: QPainter, rect: QRect, x: int, width: int) -> QRect:
    """A piece of ``rect``, ``x`` px from where the painter's direction begins."""
    if painter.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        return QRect(rect.right() + 1 - x - width, rect.top(), width, rect.height())
    return QRect(rect.left() + x, rect.top(), width, rect.height())


def draw_from_to(
    painter: QPainter, rect: QRect, source: ActorValue, target: ActorValue | None
) -> None:
    """Paint ``from → to``; without a target, ``from → all``."""
    x = draw_actor(painter, rect, source) + _GAP
    backwards = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    arrow: IconName = "arrow-left" if backwards else "arrow-right"
    draw_icon(painter, _placed(painter, rect, x, _ARROW), arrow, colour("t3"), _ARROW)
    x += _ARROW + _GAP
    rest = _placed(painter, rect, x, max(0, rect.width() - x))
    if target is None:
        draw_text(painter, rest, "all", text_font("table"), colour("t2"))
    else:
        draw_actor(painter, rest, target)


def spoken_actor(value: ActorValue) -> str:
    """The actor's name, or its code where no name is known."""
    return value.name or value.code


class ActorBadge(QWidget):
    """Mark and code, or mark and name, as a label."""

    def __init__(
        self, value: ActorValue, *, boxed: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._value = value
        self._boxed = boxed
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_actor(value)

    def set_actor(self, value: ActorValue) -> None:
        """Show another actor."""
        self._value = value
        self.setAccessibleName(spoken_actor(value))
        set_tip(self, spoken_actor(value))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(actor_width(self._value), 16)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start_painting(self)
        draw_actor(painter, mirrored(self, self.rect()), self._value)
