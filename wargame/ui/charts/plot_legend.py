"""What the lines and areas of the escalation plot mean, in one row below it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from wargame.ui.theme.current import colour, current_theme
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.icons import draw_icon
from wargame.ui.theme.paint import draw_text, mirrored, start_painting, text_width

Mark = Literal["played", "median", "half", "most", "line"]

_HEIGHT: Final = 16
_GAP: Final = 5
_APART: Final = 14
_CLOSEST: Final = 4
_WIDE: Final = 1_000
_WIDTHS: Final[dict[Mark, int]] = {"played": 16, "median": 16, "half": 14, "most": 14, "line": 12}
_WORDS: Final[dict[Mark, str]] = {
    "played": "Played",
    "median": "Median",
    "half": "50 %",
    "most": "90 %",
    "line": "Red line",
}


@dataclass(frozen=True, slots=True)
class LegendPart:
    """One entry's place: its mark and its words."""

    mark: Mark
    sign: QRect
    words: QRect


def lay_out_legend(marks: tuple[Mark, ...], width: int) -> tuple[LegendPart, ...]:
    """The entries one after the other from the left, closer together where there is less room."""
    font, parts, x = text_font("caption"), [], 0
    words = {mark: text_width(_WORDS[mark], font) for mark in marks}
    full = sum(_WIDTHS[mark] + _GAP + words[mark] for mark in marks)
    apart = min(_APART, max(_CLOSEST, (width - full) // max(1, len(marks) - 1)))
    for mark in marks:
        sign = QRect(x, 0, _WIDTHS[mark], _HEIGHT)
        told = QRect(sign.right() + 1 + _GAP, 0, words[mark], _HEIGHT)
        parts.append(LegendPart(mark, sign, told))
        x = told.right() + 1 + apart
    return tuple(parts)


class PlotLegend(QWidget):
    """Names what is drawn, and nothing else."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks: tuple[Mark, ...] = ("played",)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)
        self.setAccessibleName("Legend of the plot")

    def set_shown(self, *, forecast: bool, red_lines: bool) -> None:
        """Say what is drawn beside the played line."""
        marks: tuple[Mark, ...] = ("played",)
        if forecast:
            marks += ("median", "half", "most")
        if red_lines:
            marks += ("line",)
        if marks != self._marks:
            self._marks = marks
            self.update()

    @property
    def words(self) -> tuple[str, ...]:
        """What is named, in order."""
        return tuple(_WORDS[mark] for mark in self._marks)

    def sizeHint(self) -> QSize:
        parts = lay_out_legend(self._marks, _WIDE)
        return QSize(parts[-1].words.right() + 1, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start_painting(self)
        for part in lay_out_legend(self._marks, self.width()):
            self._paint_sign(painter, part.mark, mirrored(self, part.sign))
            words = mirrored(self, part.words)
            draw_text(painter, words, _WORDS[part.mark], text_font("caption"), colour("t2"))

    def _paint_sign(self, painter: QPainter, mark: Mark, at: QRect) -> None:
        middle = at.top() + _HEIGHT / 2
        if mark in {"played", "median"}:
            pen = QPen(colour("t1" if mark == "played" else "accent"), 2)
            if mark == "median":
                pen.setDashPattern([2.5, 2.0])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawLine(QPointF(at.left(), middle), QPointF(at.right() + 1, middle))
        elif mark == "line":
            draw_icon(painter, QPoint(at.left(), at.top() + 2), "flag", colour("t2"), 12)
        else:
            theme = current_theme()
            ink = QColor(theme.fan)
            # The narrow area lies on the wide one, so that its ink is the two together.
            wide, narrow = theme.fan90_share, theme.fan50_share
            ink.setAlphaF(wide if mark == "most" else wide + narrow - wide * narrow)
            painter.fillRect(at.adjusted(0, 4, 0, -4), ink)
