"""Paint primitives: crisp hairlines and boxes, the focus ring, elided text, mirrored rectangles.

Every control that paints itself goes through these, so that one-pixel lines fall on the pixel
grid and the focus ring looks the same everywhere.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QWidget

from wargame.ui.theme.current import colour
from wargame.ui.theme.metrics import FOCUS_RING, RADIUS_CONTROL

START = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
END = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


def start_painting(widget: QWidget) -> QPainter:
    """A painter on a widget with smooth edges, left to right or right to left as the widget is."""
    painter = QPainter(widget)
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing, on=True
    )
    painter.setLayoutDirection(widget.layoutDirection())
    return painter


def mirrored(widget: QWidget, rect: QRect) -> QRect:
    """A rectangle laid out left to right, moved to the other side where the widget reads so."""
    return QStyle.visualRect(widget.layoutDirection(), widget.rect(), rect)


def draw_box(
    painter: QPainter,
    rect: QRect,
    *,
    fill: QColor | None = None,
    border: QColor | None = None,
    radius: float = RADIUS_CONTROL,
    width: int = 1,
    dashed: bool = False,
) -> None:
    """A box whose border lies inside ``rect`` on whole pixels."""
    inset = width / 2 if border is not None else 0.0
    shape = QRectF(rect).adjusted(inset, inset, -inset, -inset)
    if border is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        pen = QPen(border, width)
        if dashed:
            pen.setDashPattern([3, 3])
        painter.setPen(pen)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(shape, max(0.0, radius - inset), max(0.0, radius - inset))


def draw_focus_ring(painter: QPainter, rect: QRect, radius: float = RADIUS_CONTROL) -> None:
    """The accent ring, two pixels wide, just inside ``rect``."""
    draw_box(painter, rect, border=colour("accent"), radius=radius, width=FOCUS_RING)


def draw_hline(painter: QPainter, left: int, right: int, y: int, shade: QColor) -> None:
    """A horizontal hairline of one pixel that covers pixel row ``y``."""
    painter.fillRect(QRect(left, y, right - left, 1), shade)


def draw_vline(painter: QPainter, x: int, top: int, bottom: int, shade: QColor) -> None:
    """A vertical hairline of one pixel that covers pixel column ``x``."""
    painter.fillRect(QRect(x, top, 1, bottom - top), shade)


def draw_text(
    painter: QPainter,
    rect: QRect,
    text: str,
    font: QFont,
    shade: QColor,
    *,
    align: Qt.AlignmentFlag = START,
) -> int:
    """One line of text, elided at its end when it does not fit; gives its width in px.

    ``align`` follows the direction of the painter, the order of the letters that of the text: a
    Latin name or ``+2.6`` stays whole in an Arabic layout.
    """
    text = printed(text)
    metrics = QFontMetrics(font)
    width = metrics.horizontalAdvance(text)
    if width > rect.width():
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        width = min(width, rect.width())
    painter.setFont(font)
    painter.setPen(shade)
    direction = painter.layoutDirection()
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    painter.drawText(rect, _line_flags(direction, align), text)
    painter.setLayoutDirection(direction)
    return width


# Tables ask for the same few combinations thousands of times, and flag arithmetic is slow.
@lru_cache(maxsize=32)
def _line_flags(direction: Qt.LayoutDirection, align: Qt.AlignmentFlag) -> int:
    place = QStyle.visualAlignment(direction, align) | Qt.AlignmentFlag.AlignAbsolute
    return int(place | Qt.TextFlag.TextSingleLine)


def text_width(text: str, font: QFont) -> int:
    """Width of one line in whole px, rounded up so that it never elides itself."""
    return QFontMetrics(font).horizontalAdvance(printed(text)) + 1


def printed(text: str) -> str:
    """The text as it is painted: with true hyphens.

    Inter's tabular figures make the hyphen-minus as wide as a digit, which tears words apart.
    """
    return text.replace("-", "\u2010")


def draw_line(
    painter: QPainter, first: QPointF, last: QPointF, shade: QColor, width: float = 1.0
) -> None:
    """A straight line with smooth edges."""
    painter.setPen(QPen(shade, width))
    painter.drawLine(first, last)
