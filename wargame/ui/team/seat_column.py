"""The left column: the briefing in short, objectives, own red lines, own state."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wargame.model.seat_view import Gauge
from wargame.ui.team.briefing import briefing_lead
from wargame.ui.team.seat_facts import GaugeLine, objective_line, red_line_line
from wargame.ui.team.words import points
from wargame.ui.theme.metrics import SPACE_4, SPACE_8, SPACE_12, SPACE_16
from wargame.ui.widgets.buttons import IconButton, LinkButton
from wargame.ui.widgets.panel import Panel, SectionHead
from wargame.ui.widgets.scroll_page import ScrollContent, ScrollPage
from wargame.ui.widgets.surface import Hairline, Surface, column, empty
from wargame.ui.widgets.text import Paragraph

if TYPE_CHECKING:
    from wargame.model.seat_view import SeatView


_LEAD_LENGTH: Final = 180
"""Letters of the briefing that stand beside the work, in whole sentences."""


class _Section(Surface):
    """A head and lines below it; no room at all without lines."""

    def __init__(
        self, title: str, subtitle: str = "", spacing: int = SPACE_8, parent: QWidget | None = None
    ) -> None:
        super().__init__("panel", parent)
        self._shown: object = None
        self.head = SectionHead(title, subtitle)
        self._lines: QVBoxLayout = column(
            spacing=spacing, margins=(SPACE_12, 0, SPACE_12, SPACE_12)
        )
        whole = column(self)
        whole.addWidget(Hairline())
        whole.addWidget(self.head)
        whole.addLayout(self._lines)
        self.setAccessibleName(title)

    def has_shown(self, facts: object) -> bool:
        """Whether these facts are shown already; from now on they count as shown."""
        same = facts == self._shown
        self._shown = facts
        return same

    def set_lines(self, lines: Iterable[QWidget]) -> None:
        """Show these lines in place of those before."""
        empty(self._lines)
        for line in lines:
            self._lines.addWidget(line)
        self.setVisible(self._lines.count() > 0)


class SeatColumn(Panel):
    """What a team has in hand and in mind.

    Signals:
        briefing_wished(): The whole briefing.
        line_wished(): Draw a red line, or change one.
    """

    briefing_wished = Signal()
    line_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Briefing", parent=parent)
        self.read_all = LinkButton("Read all")
        self.read_all.clicked.connect(self.briefing_wished)
        self.add_action(self.read_all)
        self._lead = Paragraph()
        self.objectives = _Section("Objectives")
        self.red_lines = _Section("Our red lines", "private to this seat", SPACE_12)
        self.draw_line = IconButton("plus", "Draw or change a red line", 14, small=True)
        self.draw_line.clicked.connect(self.line_wished)
        self.red_lines.head.add_action(self.draw_line)
        self.state = _Section("Our state", spacing=10)
        self.standing = _Section("Going on")
        content = ScrollContent()
        rows = column(content)
        lead = column(margins=(SPACE_12, SPACE_12, SPACE_12, SPACE_16))
        lead.addWidget(self._lead)
        rows.addLayout(lead)
        for section in (self.objectives, self.red_lines, self.state, self.standing):
            rows.addWidget(section)
        rows.addStretch(1)
        rows.addSpacing(SPACE_4)
        self.page = ScrollPage(content, "Briefing, objectives and own state", by_key=True)
        self.body.addWidget(self.page)
        self._lead_of = ""

    def show_seat(self, view: SeatView) -> None:
        """Show what a view says; lines that are as before are left alone."""
        if view.briefing != self._lead_of:
            self._lead_of = view.briefing
            self._lead.set_text(briefing_lead(view.briefing, _LEAD_LENGTH))
        if not self.objectives.has_shown(view.objectives):
            self.objectives.set_lines(objective_line(o) for o in view.objectives)
        if not self.red_lines.has_shown(view.red_lines):
            self.red_lines.set_lines(red_line_line(line) for line in view.red_lines)
        gauges = (*_capital(view), *view.gauges)
        if not self.state.has_shown(gauges):
            self.state.set_lines(GaugeLine(gauge) for gauge in gauges)
        if not self.standing.has_shown(view.standing):
            self.standing.set_lines(_standing_lines(view.standing))


def _capital(view: SeatView) -> Sequence[Gauge]:
    """What can be spent this turn, as the first lines of the own state."""
    return (
        Gauge("Political points to spend", points(view.political), None, "For orders, this turn."),
        Gauge("Material points to spend", points(view.material), None, "For orders, this turn."),
    )


def _standing_lines(standing: Sequence[str]) -> list[QWidget]:
    return [Paragraph(words, "table", "t2") for words in standing]
