"""Breaks a text into lines for painted rows, whose heights must be known before they are drawn."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout, QTextOption

from wargame.ui.theme.fonts import StyleName, Weight, line_height, text_font
from wargame.ui.theme.paint import draw_text, printed


@lru_cache(maxsize=2048)
def wrapped(
    text: str, style: StyleName, weight: Weight, width: int, most: int = 0
) -> tuple[str, ...]:
    """The text in lines of at most ``width`` px; ``most`` lines if not 0, the last one elided."""
    font = text_font(style, weight)
    lines: list[str] = []
    rest = printed(text).strip()
    while rest:
        if most and len(lines) == most - 1:
            metrics = QFontMetrics(font)
            lines.append(metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width))
            break
        taken = _line_length(rest, font, width)
        lines.append(rest[:taken].rstrip())
        rest = rest[taken:].lstrip()
    return tuple(lines)


def draw_wrapped(
    painter: QPainter,
    place: QRect,
    lines: tuple[str, ...],
    style: StyleName,
    weight: Weight,
    ink: QColor,
) -> None:
    """Paint lines from the top of ``place`` down, each in the line height of its style."""
    tall, font = line_height(style), text_font(style, weight)
    for number, line in enumerate(lines):
        spot = QRect(place.left(), place.top() + number * tall, place.width(), tall)
        draw_text(painter, spot, line, font, ink)


def _line_length(text: str, font: QFont, width: int) -> int:
    """How many letters of the text stand on one line."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    if not line.isValid():
        layout.endLayout()
        return len(text)
    line.setLineWidth(max(1, width))
    length = line.textLength()
    layout.endLayout()
    return max(1, length)
