"""Rows of the left column: objectives, red lines, and the gauges of a seat's own state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from wargame.ui.team.words import STANDINGS, crossed_words, promise_words
from wargame.ui.theme.current import colour
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.icon_names import IconName
from wargame.ui.theme.icons import draw_icon
from wargame.ui.theme.metrics import SPACE_8
from wargame.ui.theme.paint import mirrored, start_painting, text_width
from wargame.ui.theme.tokens import ColourRole
from wargame.ui.widgets.surface import column, row
from wargame.ui.widgets.text import Paragraph, TextLabel, set_tip

if TYPE_CHECKING:
    from wargame.model.seat_view import Gauge, ObjectiveView, RedLineView

_ICON = 16
_LEAD = _ICON + 6
_BAR = 4


class FactLine(QWidget):
    """An outline, words that wrap, a word at the far end, and a muted line below."""

    def __init__(
        self,
        icon: IconName,
        icon_ink: ColourRole,
        text: str,
        aside: str,
        *,
        below: str = "",
        strong: bool = False,
        filled: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon, self._icon_ink, self._filled = icon, icon_ink, filled
        words = Paragraph(text, "table", "t1", 500 if strong or below else 400)
        far = TextLabel(aside, "table", 600 if strong else 400, "t1" if strong else "t3")
        upper = row(spacing=SPACE_8)
        upper.addWidget(words, 1)
        upper.addWidget(far, 0, Qt.AlignmentFlag.AlignTop)
        lines = column(spacing=2)
        lines.addLayout(upper)
        if below:
            lines.addWidget(Paragraph(below, "table", "t3"))
        whole = row(self, spacing=0)
        whole.addSpacing(_LEAD)
        whole.addLayout(lines, 1)
        self.setAccessibleName(". ".join(filter(None, (f"{text}: {aside}", below))))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start_painting(self)
        spot = mirrored(self, QRect(0, 0, _ICON, 16))
        draw_icon(painter, spot, self._icon, colour(self._icon_ink), 14, filled=self._filled)


def objective_line(objective: ObjectiveView) -> FactLine:
    """An objective and how it stands."""
    icon, ink, word = STANDINGS[objective.standing]
    strong = objective.standing in {"at risk", "lost"}
    line = FactLine(icon, ink, objective.text, word, strong=strong)
    if objective.standing == "for people to judge":
        set_tip(line, "No number can say this: the people judge it at the end.")
    return line


def red_line_line(red_line: RedLineView) -> FactLine:
    """A red line, whether it was crossed, and what was said about it."""
    crossed = red_line.crossed is not None
    below = promise_words(red_line)
    if red_line.promise_turns:
        ago = red_line.promise_turns
        below = f"{below} ({ago} {'turn' if ago == 1 else 'turns'} ago)".strip()
    if red_line.kept is not None:
        below = f"{below}. {'Promise kept' if red_line.kept else 'Promise broken'}".lstrip(". ")
    line = FactLine(
        "flag",
        "t1" if crossed else "t2",
        red_line.text,
        crossed_words(red_line),
        below=below,
        strong=crossed,
        filled=crossed,
    )
    set_tip(line, f"Crossed by what we read at R{red_line.rung:.0f} or more.")
    return line


class GaugeLine(QWidget):
    """A line of the own state, with a bar where there is a share of something.

    The value goes below the name where both would cut a word of it.
    """

    def __init__(self, gauge: Gauge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = gauge.share
        has_bar = gauge.share is not None
        self._parts = row(self, spacing=SPACE_8, margins=(0, 0, 0, _BAR + 4 if has_bar else 0))
        self.name = Paragraph(gauge.name, "table", "t2")
        self.value = TextLabel(gauge.text, "table", 600)
        self._parts.addWidget(self.name, 1)
        self._parts.addWidget(self.value, 0, Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(f"{gauge.name}: {gauge.text}")
        set_tip(self, gauge.meaning)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        font = text_font("table")
        longest = max(text_width(word, font) for word in self.name.text().split())
        fits = longest + SPACE_8 + self.value.sizeHint().width() <= self.width()
        ways = QBoxLayout.Direction
        self._parts.setDirection(ways.LeftToRight if fits else ways.TopToBottom)
        self._parts.setSpacing(SPACE_8 if fits else 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._share is None:
            return
        painter = start_painting(self)
        track = QRect(0, self.height() - _BAR, self.width(), _BAR)
        painter.fillRect(track, colour("hover"))
        filled = QRect(0, track.top(), round(self.width() * self._share), _BAR)
        painter.fillRect(mirrored(self, filled), colour("t2"))
