"""Papers: proposals with their clauses and signatures, and advance warnings below them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from wargame.model.proposals import ProposalKind, ProposalState
from wargame.ui.team.channels.channel_words import notice_words
from wargame.ui.team.words import Names, name_of, names_words
from wargame.ui.theme.metrics import SPACE_4, SPACE_8, SPACE_12
from wargame.ui.widgets.buttons import SecondaryButton
from wargame.ui.widgets.empty_state import EmptyState
from wargame.ui.widgets.icon_label import IconLabel
from wargame.ui.widgets.panel import SectionHead
from wargame.ui.widgets.scroll_page import ScrollContent, ScrollPage
from wargame.ui.widgets.surface import Hairline, Surface, column, empty, row
from wargame.ui.widgets.text import Paragraph, TextLabel

if TYPE_CHECKING:
    from wargame.model.channel_view import Channels, ProposalView
    from wargame.model.seat_view import SeatView
    from wargame.ui.theme.icon_names import IconName

NO_PAPERS: Final = "Nothing has been proposed to us, and nothing announced."

KINDS: Final[dict[ProposalKind, str]] = {
    ProposalKind.CEASEFIRE: "Ceasefire",
    ProposalKind.EXCHANGE: "Exchange of captives",
    ProposalKind.PACT: "Pact",
}
_STATES: Final[dict[ProposalState, tuple[IconName, str]]] = {
    ProposalState.OPEN: ("hourglass", "Open"),
    ProposalState.ACCEPTED: ("handshake", "Accepted"),
    ProposalState.DECLINED: ("x", "Declined"),
    ProposalState.WITHDRAWN: ("undo-2", "Taken back"),
    ProposalState.BROKEN: ("triangle-alert", "Broken"),
}


class ProposalCard(Surface):
    """One proposal in full, with what this seat can do about it.

    Signals:
        signed(int): Sign it; its number.
        turned_down(int): Turn it down, or take it back; its number.
    """

    signed = Signal(int)
    turned_down = Signal(int)

    def __init__(self, paper: ProposalView, names: Names, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._number = paper.number
        icon, state = _STATES[paper.state]
        head = row(spacing=SPACE_8)
        head.addWidget(Paragraph(paper.title, "body", "t1", 600), 1)
        head.addWidget(IconLabel(icon, state))
        lines = column(self, spacing=SPACE_4, margins=(SPACE_12, SPACE_8, SPACE_12, SPACE_12))
        lines.addLayout(head)
        by = name_of(names, paper.by, "control")
        about = f"{KINDS[paper.kind]}{f', {paper.front}' if paper.front else ''}, by {by}"
        lines.addWidget(Paragraph(about, "table", "t3"))
        for place, clause in enumerate(paper.clauses, start=1):
            lines.addWidget(Paragraph(f"{place}. {clause.text}", "table", "t1"))
            if clause.forbids:
                lines.addWidget(Paragraph(clause.forbids, "caption", "t3"))
        lines.addWidget(Paragraph(self._signatures(paper, names), "table", "t2"))
        lines.addWidget(Paragraph(paper.words, "table", "t2", 600))
        self.sign = SecondaryButton("Sign", "pen-line", small=True, suggested=True)
        self.drop = SecondaryButton("Take back" if paper.may_withdraw else "Decline", small=True)
        self.sign.setAccessibleName(f"Sign {paper.title}")
        self.drop.setAccessibleName(f"{self.drop.text()}: {paper.title}")
        foot = row(spacing=SPACE_8)
        foot.addStretch(1)
        foot.addWidget(self.drop)
        foot.addWidget(self.sign)
        lines.addLayout(foot)
        self.sign.setVisible(paper.may_sign)
        self.drop.setVisible(paper.may_sign or paper.may_withdraw)
        lines.addWidget(Hairline())
        self.setAccessibleName(f"{paper.title}: {state}. {paper.words}")
        self.sign.clicked.connect(self._on_sign)
        self.drop.clicked.connect(self._on_drop)

    @staticmethod
    def _signatures(paper: ProposalView, names: Names) -> str:
        signed = names_words(names, paper.signed) if paper.signed else "nobody yet"
        words = f"Parties: {names_words(names, paper.parties)}. Signed: {signed}."
        if paper.sponsors:
            words += f" Sponsors: {names_words(names, paper.sponsors)}."
        return words

    def _on_sign(self) -> None:
        self.signed.emit(self._number)

    def _on_drop(self) -> None:
        self.turned_down.emit(self._number)


class PapersPage(QWidget):
    """Proposals, newest on top, and advance warnings.

    Signals:
        signed(int): Sign proposal number n.
        turned_down(int): Turn proposal number n down, or take it back.
    """

    signed = Signal(int)
    turned_down = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: object = None
        self.cards: list[ProposalCard] = []
        self._content = ScrollContent()
        self._lines: QVBoxLayout = column(self._content)
        self.page = ScrollPage(self._content, "Proposals and advance warnings", by_key=True)
        self.empty = EmptyState(NO_PAPERS)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self.page)
        self._pages.addWidget(self.empty)

    def show_papers(self, channels: Channels, view: SeatView) -> None:
        """Show what a seat knows; what is as before is left alone."""
        shown = (channels.proposals, channels.notices, view.actors)
        if shown == self._shown:
            return
        self._shown = shown
        names: Names = {label.id: label for label in view.actors}
        empty(self._lines)
        self.cards = [ProposalCard(paper, names) for paper in reversed(channels.proposals)]
        for card in self.cards:
            card.signed.connect(self.signed)
            card.turned_down.connect(self.turned_down)
            self._lines.addWidget(card)
        if channels.notices:
            self._lines.addWidget(SectionHead("Advance warnings"))
        for notice in reversed(channels.notices):
            line = Surface("panel")
            rows = column(line, spacing=2, margins=(SPACE_12, SPACE_4, SPACE_12, SPACE_8))
            told = name_of(names, notice.to, "everybody")
            rows.addWidget(TextLabel(f"{notice.when}, told to {told}", "caption", 400, "t3"))
            rows.addWidget(Paragraph(notice_words(notice, names), "table", "t1"))
            self._lines.addWidget(line)
        self._lines.addStretch(1)
        has_any = bool(channels.proposals or channels.notices)
        self._pages.setCurrentWidget(self.page if has_any else self.empty)
