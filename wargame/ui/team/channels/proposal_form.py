"""A proposal written: what it is for, who signs, who stands behind it, and its clauses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from wargame.model.ids import FrontId
from wargame.model.proposals import Clause, ProposalKind, Terms
from wargame.ui.team.actor_chips import ActorChips
from wargame.ui.team.channels.papers_page import KINDS
from wargame.ui.team.form_line import FormLine
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.metrics import CONTROL_HEIGHT, SPACE_4, SPACE_8, SPACE_12
from wargame.ui.widgets.buttons import QuietButton, SecondaryButton
from wargame.ui.widgets.checks import CheckBox
from wargame.ui.widgets.choice import ChoiceBox
from wargame.ui.widgets.fault_note import FaultNote
from wargame.ui.widgets.growing_text import GrowingText
from wargame.ui.widgets.scroll_page import ScrollContent, ScrollPage
from wargame.ui.widgets.surface import Surface, column, row

if TYPE_CHECKING:
    from wargame.model.seat_view import SeatView

_MOST_CLAUSES: Final = 6
_WIDTH: Final = 520
_FREE: Final = "-"


class ClauseField(QWidget):
    """One clause: its words, and the rung from which it forbids acts."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = GrowingText(f"Clause {number}", "What is agreed")
        rungs = [(_FREE, "Forbids no act")]
        rungs += [(str(rung), f"Forbids acts from R{rung}") for rung in range(1, 21)]
        self.rung = ChoiceBox(rungs, f"Clause {number} forbids", small=True)
        lines = column(self, spacing=SPACE_4)
        lines.addWidget(self.text)
        lines.addWidget(self.rung)

    def clause(self) -> Clause:
        """The clause as it stands; it binds every party towards the others, on any front."""
        key = self.rung.current_key()
        return Clause(self.text.toPlainText().strip(), None if key == _FREE else float(key))


class ProposalForm(Surface):
    """The fields of a proposal; wide enough for two lines of words.

    Signals:
        proposed(object): Put these Terms to the parties.
    """

    proposed = Signal(object)

    def __init__(self, view: SeatView, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self.setMinimumWidth(_WIDTH)
        self.kind = ChoiceBox([(kind.value, label) for kind, label in KINDS.items()], "For")
        self.title = QLineEdit()
        self.title.setFont(text_font("body"))
        self.title.setFixedHeight(CONTROL_HEIGHT)
        self.title.setMaxLength(80)
        self.title.setAccessibleName("Title")
        self.title.setPlaceholderText("A few words")
        self.front = ChoiceBox(view.channels.fronts, "Front")
        self.parties = ActorChips("", "Parties")
        self.sponsors = ActorChips("", "Sponsors")
        labels = [label for label in view.actors if label.camp != "background"]
        for chips in (self.parties, self.sponsors):
            chips.set_choices(labels)
        self.parties.set_chosen((view.seat,))
        self.public = CheckBox("Everybody may know of it")
        self.clauses: list[ClauseField] = []
        self.more = QuietButton("Another clause", "plus", small=True)
        self.note = FaultNote()
        self.propose = SecondaryButton("Propose", "send", suggested=True)
        content = ScrollContent()
        fields = column(content, spacing=SPACE_12)
        self._front_line = FormLine("Front", self.front)
        for line in (
            FormLine("For", self.kind),
            FormLine("Title", self.title),
            self._front_line,
            FormLine("Must sign", self.parties),
            FormLine("Sponsors", self.sponsors),
        ):
            fields.addWidget(line)
        clauses = FormLine("Clauses")
        self._clause_rows: QVBoxLayout = column(spacing=SPACE_8)
        clauses.body.addLayout(self._clause_rows)
        clauses.body.addWidget(self.more)
        fields.addWidget(clauses)
        fields.addWidget(FormLine("", self.public))
        fields.addStretch(1)
        whole = column(self, spacing=SPACE_12)
        whole.addWidget(ScrollPage(content, "Proposal"), 1)
        whole.addWidget(self.note)
        foot = row()
        foot.addStretch(1)
        foot.addWidget(self.propose)
        whole.addLayout(foot)
        self._add_clause()
        self.more.clicked.connect(self._add_clause)
        self.kind.key_changed.connect(self._on_kind_chosen)
        self.propose.clicked.connect(self._on_propose)

    def focus_work(self) -> None:
        """The title."""
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_refusal(self, sentence: str) -> None:
        """Say why it could not be proposed."""
        self.note.say(sentence)

    def terms(self) -> Terms:
        """The proposal as it stands."""
        kind = ProposalKind(self.kind.current_key())
        chosen = self.front.current_key()
        front = FrontId(chosen) if kind is ProposalKind.CEASEFIRE and chosen else None
        fields = [field.clause() for field in self.clauses]
        return Terms(
            title=self.title.text().strip(),
            kind=kind,
            parties=self.parties.chosen,
            sponsors=self.sponsors.chosen,
            front=front,
            clauses=tuple(clause for clause in fields if clause.text or clause.rung is not None),
            public=self.public.isChecked(),
        )

    def _add_clause(self) -> None:
        if len(self.clauses) < _MOST_CLAUSES:
            field = ClauseField(len(self.clauses) + 1)
            self.clauses.append(field)
            self._clause_rows.addWidget(field)
        self.more.setVisible(len(self.clauses) < _MOST_CLAUSES)

    def _on_kind_chosen(self, key: str) -> None:
        self._front_line.setVisible(key == ProposalKind.CEASEFIRE.value)

    def _on_propose(self) -> None:
        self.proposed.emit(self.terms())
