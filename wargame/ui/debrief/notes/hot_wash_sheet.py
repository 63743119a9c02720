"""The hot wash: questions for the participants, their answers, with or without a name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from wargame.model.debrief_notes import HOT_WASH, AnswerDropped, Answered
from wargame.model.ids import ActorId
from wargame.ui.debrief.notes.kept_line import KeptLine
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.metrics import SPACE_8, SPACE_12
from wargame.ui.widgets.buttons import SecondaryButton
from wargame.ui.widgets.choice import ChoiceBox
from wargame.ui.widgets.fault_note import FaultNote
from wargame.ui.widgets.field import Field
from wargame.ui.widgets.form_sheet import FormSheet
from wargame.ui.widgets.growing_text import GrowingText
from wargame.ui.widgets.scroll_page import ScrollContent, ScrollPage
from wargame.ui.widgets.surface import column, empty, row
from wargame.ui.widgets.text import Paragraph, TextLabel

_OWN: Final = "own"
_NO_TEAM: Final = ""


class HotWashSheet(FormSheet):
    """A form above, the answers below, question by question.

    Signals:
        kept(object): These entries are to be written down, as a tuple.
        import_wished(): Take answers out of a file.
    """

    kept = Signal(object)
    import_wished = Signal()

    def __init__(self, teams: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._teams = dict(teams)
        choices = [(str(nth), question) for nth, question in enumerate(HOT_WASH)]
        self.question = ChoiceBox([*choices, (_OWN, "A question of our own")], "Question")
        self.own = QLineEdit()
        self.own.setFont(text_font("body"))
        self._own = Field("The question", self.own)
        self.text = GrowingText("Answer", "The answer, in the participant’s words", 2)
        self.by = QLineEdit()
        self.by.setFont(text_font("body"))
        self.team = ChoiceBox([(_NO_TEAM, "No team named"), *teams], "Team")
        self.note = FaultNote()
        self.add = SecondaryButton("Add the answer", "plus", hint="Ctrl+Return", suggested=True)
        self.take = SecondaryButton("Import answers", "file-text")
        self.add.clicked.connect(self._on_add)
        self.take.clicked.connect(self.import_wished)
        self.set_primary(self.add)
        self._lines = column(spacing=SPACE_8)
        content = ScrollContent()
        lines = column(content, spacing=SPACE_12, margins=(0, 0, SPACE_12, SPACE_12))
        lines.addWidget(self.question)
        lines.addWidget(self._own)
        lines.addWidget(self.text)
        both = row(spacing=SPACE_12)
        name = Field("Name", self.by, "Leave it empty for an answer without a name.")
        for part in (name, Field("Team", self.team)):
            both.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
        lines.addLayout(both)
        lines.addWidget(self.note)
        actions = row(spacing=SPACE_8)
        actions.addWidget(self.add)
        actions.addStretch(1)
        actions.addWidget(self.take)
        lines.addLayout(actions)
        lines.addLayout(self._lines)
        lines.addStretch(1)
        column(self).addWidget(ScrollPage(content, "Hot wash"))
        self.question.key_changed.connect(self._retell)
        self._retell()

    def show_answers(self, answers: Sequence[tuple[int, Answered]]) -> None:
        """Show what was answered."""
        empty(self._lines)
        self._lines.addWidget(TextLabel(f"Answers ({len(answers)})", "body", 600))
        if not answers:
            self._lines.addWidget(Paragraph("Nobody has answered yet.", "table", "t3"))
        for question in dict.fromkeys(one.question for _, one in answers):
            self._lines.addWidget(Paragraph(question, "table", "t2", 600))
            for number, one in answers:
                if one.question == question:
                    team = self._teams.get(str(one.seat), "") if one.seat else ""
                    below = " · ".join(filter(None, (one.by, team))) or "Without a name"
                    line = KeptLine(one.text, below, "Take this answer out")
                    line.dropped.connect(partial(self._on_drop, number))
                    self._lines.addWidget(line)

    def show_refusal(self, sentence: str) -> None:
        """Say why something could not be kept."""
        self.note.say(sentence)

    def clear_form(self) -> None:
        """What was written has been kept."""
        self.note.clear()
        self.text.set_text("")
        self.text.setFocus()

    def _retell(self) -> None:
        self._own.setVisible(self.question.current_key() == _OWN)

    def _on_add(self) -> None:
        key = self.question.current_key()
        question = " ".join(self.own.text().split()) if key == _OWN else HOT_WASH[int(key)]
        if not question:
            self.note.say("Write the question first.")
            return
        team = self.team.current_key()
        seat = ActorId(team) if team else None
        by = " ".join(self.by.text().split())
        self.kept.emit((Answered(question, self.text.toPlainText().strip(), by, seat),))

    def _on_drop(self, number: int) -> None:
        self.kept.emit((AnswerDropped(number),))
