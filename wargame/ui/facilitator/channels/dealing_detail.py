"""A chosen row of the channels tab in full, with what control can do about it for its seats."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QWidget

from wargame.ui.theme.metrics import SPACE_4, SPACE_8, SPACE_12
from wargame.ui.widgets.buttons import SecondaryButton
from wargame.ui.widgets.surface import Hairline, Surface, column, row
from wargame.ui.widgets.text import Paragraph

if TYPE_CHECKING:
    from wargame.model.channel_view import ProposalView
    from wargame.play.dealings.control_dealings import TrafficRow
    from wargame.play.dealings.line_registry import CrossingRow
    from wargame.play.dealings.perceptions import ReadAct

_MOST_PARTIES = 3


class DealingDetail(Surface):
    """Words and buttons; takes no room while nothing is chosen.

    Signals:
        pass_wished(int): Pass message number n on for its mediator.
        refuse_wished(int): Do not carry message number n.
        sign_wished(int, str): Sign proposal n for this seat.
        decline_wished(int, str): Turn proposal n down for this seat.
    """

    pass_wished = Signal(int)
    refuse_wished = Signal(int)
    sign_wished = Signal(int, str)
    decline_wished = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self.title = Paragraph("", "body", "t1", 600)
        self.words = Paragraph("", "table", "t2")
        self._is_read_only = False
        self.buttons: list[SecondaryButton] = []
        lines = column(spacing=SPACE_4, margins=(SPACE_12, SPACE_8, SPACE_12, SPACE_8))
        lines.addWidget(self.title)
        lines.addWidget(self.words)
        self._actions: QHBoxLayout = row(spacing=SPACE_8)
        self._actions.addStretch(1)
        lines.addLayout(self._actions)
        whole = column(self)
        whole.addWidget(Hairline(strong=True))
        whole.addLayout(lines)
        self.hide()

    def set_read_only(self) -> None:
        """Offer nothing to do about a row."""
        self._is_read_only = True

    def show_message(self, message: TrafficRow) -> None:
        """Show a message."""
        parts = []
        if message.words and message.words != message.text:
            parts.append(f"As passed on: {message.words}")
        parts += [message.warning, f"{message.state}."]
        parts.append(f"Also: {message.marks}." if message.marks else "Nobody else learns of it.")
        self._show(message.text or "Advance warning", parts)
        if message.waits:
            number = message.number
            self._add("Pass it on", lambda: self.pass_wished.emit(number))
            self._add("Do not carry", lambda: self.refuse_wished.emit(number))

    def show_paper(self, paper: ProposalView) -> None:
        """Show a proposal."""
        parts = [
            f"{place}. {clause.text} {clause.forbids}".strip()
            for place, clause in enumerate(paper.clauses, start=1)
        ]
        parts.append(
            f"Parties {', '.join(paper.parties)}; signed {', '.join(paper.signed) or '–'}."
        )
        if paper.sponsors:
            parts.append(f"Sponsors {', '.join(paper.sponsors)}.")
        self._show(paper.title, [*parts, paper.words])
        if paper.state.value != "open":
            return
        missing = [party for party in paper.parties if party not in paper.signed]
        for party in missing[:_MOST_PARTIES]:
            self._add(f"Sign for {party}", self._told(self.sign_wished, paper, party))
            self._add(f"Decline for {party}", self._told(self.decline_wished, paper, party))

    def show_reading(self, act: ReadAct, sentence: str) -> None:
        """Show an act as it was meant, was, and was read."""
        meant = "Not said how it was meant." if act.meant is None else f"Meant at R{act.meant:.0f}."
        self._show(act.words, [f"{meant} It was R{act.rung:.0f}.", sentence])

    def show_line(self, line: CrossingRow) -> None:
        """Show a crossing."""
        c = line.crossing
        seen = "They saw it." if c.seen else "They do not know it for sure."
        state = line.words if line.recorded else f"{line.words}; recorded with the outcome"
        answer = f"Promised: {line.promise}." if line.promise else "No answer was promised."
        self._show(line.text, [f"{c.by} crossed it at R{c.rung:.0f}. {seen}", answer, f"{state}."])

    def _show(self, title: str, parts: list[str]) -> None:
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons = []
        self.title.set_text(title)
        self.words.set_text("\n".join(filter(None, parts)))
        self.setAccessibleName(f"{title}. {' '.join(filter(None, parts))}")
        self.show()

    @staticmethod
    def _told(wish: SignalInstance, paper: ProposalView, party: str) -> Callable[[], None]:
        """What a button of a party does."""
        return lambda: wish.emit(paper.number, str(party))

    def _add(self, text: str, act: Callable[[], None]) -> None:
        if self._is_read_only:
            return
        button = SecondaryButton(text, small=True)
        button.clicked.connect(act)
        self.buttons.append(button)
        self._actions.addWidget(button)
