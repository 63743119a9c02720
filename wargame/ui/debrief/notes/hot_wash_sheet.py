"""The hot wash: questions for the participants, their answers, with or without a name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from wargame.model.debrief_notes import HOT_WASH, AnswerDropped, Answered
from wargame.model.ids import ActorId
from wargame.ui.debrief.notes.kept_sheet import KeptSheet
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.metrics import SPACE_8, SPACE_12
from wargame.ui.widgets.buttons import SecondaryButton
from wargame.ui.widgets.choice import ChoiceBox
from wargame.ui.widgets.field import Field
from wargame.ui.widgets.growing_text import GrowingText
from wargame.ui.widgets.surface import row

_OWN: Final = "own"
_NO_TEAM: Final = ""


class HotWashSheet(KeptSheet):
    """Answers, question by question.

    Signals:
        import_wished(): Take answers out of a file.
    """

    import_wished = Signal()

    def __init__(self, teams: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        answer = GrowingText("Answer", "The answer, in the participant’s words", 2)
        super().__init__(answer, "Add the answer", parent)
        self._teams = dict(teams)
        choices = [(str(nth), question) for nth, question in enumerate(HOT_WASH)]
        self.question = ChoiceBox([*choices, (_OWN, "A question of our own")], "Question")
        self.own = QLineEdit()
        self.own.setFont(text_font("body"))
        self._own = Field("The question", self.own)
        self.by = QLineEdit()
        self.by.setFont(text_font("body"))
        self.team = ChoiceBox([(_NO_TEAM, "No team named"), *teams], "Team")
        self.take = SecondaryButton("Import answers", "file-text")
        self.add.clicked.connect(self._on_add)
        self.take.clicked.connect(self.import_wished)
        both = row(spacing=SPACE_12)
        name = Field("Name", self.by, "Leave it empty for an answer without a name.")
        for part in (name, Field("Team", self.team)):
            both.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
        actions = row(spacing=SPACE_8)
        actions.addWidget(self.add)
        actions.addStretch(1)
        actions.addWidget(self.take)
        form = (self.question, self._own, self.text, both, self.note, actions)
        self.lay_out("Hot wash", form)
        self.question.key_changed.connect(self._retell)
        self._retell()

    def show_answers(self, answers: Sequence[tuple[int, Answered]]) -> None:
        """Show what was answered."""
        self.clear_lines()
        self.add_title("Answers", len(answers), "Nobody has answered yet.")
        for question in dict.fromkeys(one.question for _, one in answers):
            self.add_question(question)
            for number, one in answers:
                if one.question == question:
                    team = self._teams.get(str(one.seat), "") if one.seat else ""
                    below = " · ".join(filter(None, (one.by, team))) or "Without a name"
                    self.add_line(one.text, below, "Take this answer out", AnswerDropped(number))

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
