"""One case of an exercise: what has happened, the question, the run, and what it says."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from wargame.model.lessons import Choice, Part
from wargame.play.practice.lessons.trials import TrialResult, Verdict, borne_out, verdict_of
from wargame.ui.learning.answer_button import AnswerButton
from wargame.ui.learning.trial_part import TrialPart
from wargame.ui.learning.words import VERDICTS
from wargame.ui.theme.metrics import SPACE_4, SPACE_8, SPACE_16, SPACE_24
from wargame.ui.widgets.surface import Hairline, column
from wargame.ui.widgets.text import Paragraph, TextLabel


class CasePart(QWidget):
    """Asks, lets run, and says what came out; each appears when it is its turn.

    Signals:
        answer_chosen(): Another answer is marked.
        stop_wished(): No more runs; what is done counts.
        again_wished(): Run it once more, with more games.
    """

    answer_chosen = Signal()
    stop_wished = Signal()
    again_wished = Signal()

    def __init__(self, title: str, part: Part, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part = part
        self.result: TrialResult | None = None
        self.trial = TrialPart(part.trial)
        self.trial.stop_wished.connect(self.stop_wished)
        self.trial.again_wished.connect(self.again_wished)
        self._answers = QWidget()
        answers = column(self._answers, spacing=SPACE_8)
        self.buttons = tuple(AnswerButton(choice.text) for choice in part.choices)
        for button in self.buttons:
            answers.addWidget(button)
            button.toggled.connect(self._on_toggled)
        self._said = Paragraph("", "title", weight=600)
        self._thought = Paragraph("", "body", "t2")
        self._meaning = QWidget()
        meaning = column(self._meaning, spacing=SPACE_8)
        for words in (self._said, self._thought):
            meaning.addWidget(words)
        for text in part.meaning:
            meaning.addWidget(Paragraph(text))
        whole = column(self, spacing=SPACE_16)
        whole.addWidget(TextLabel(title, "caption", 600, "t3"))
        case = column(spacing=SPACE_8)
        for text in part.case:
            case.addWidget(Paragraph(text))
        whole.addLayout(case)
        question = column(spacing=SPACE_8)
        question.addWidget(Paragraph(part.question, "title", weight=600))
        question.addSpacing(SPACE_4)
        question.addWidget(self._answers)
        whole.addLayout(question)
        self._line = Hairline()
        whole.addWidget(self._line)
        whole.addWidget(self.trial)
        whole.addWidget(self._meaning)
        whole.addSpacing(SPACE_24)
        for hidden in (self._line, self.trial, self._meaning):
            hidden.hide()

    @property
    def chosen(self) -> Choice | None:
        """The answer that is marked; None for none yet."""
        for button, choice in zip(self.buttons, self._part.choices, strict=True):
            if button.isChecked():
                return choice
        return None

    @property
    def verdict(self) -> Verdict | None:
        """What the run says of the marked answer; None before it."""
        chosen = self.chosen
        if chosen is None or self.result is None:
            return None
        return verdict_of(chosen, self.result)

    @property
    def said(self) -> str:
        """What the run says of the marked answer, in a sentence; empty before it."""
        return self._said.text()

    def give_again(self, name: str) -> bool:
        """Mark and settle an answer of before by its id; False where there is none of that name."""
        for button, choice in zip(self.buttons, self._part.choices, strict=True):
            if choice.id == name:
                button.setChecked(True)
                self.settle_answer()
                return True
        return False

    def settle_answer(self) -> None:
        """The answer is given; from here on it stands, and the run can be started."""
        self._answers.setEnabled(False)
        self._line.show()
        self.trial.show()

    def show_result(self, result: TrialResult) -> None:
        """The table, what it says of the answer, and what to take from it."""
        self.result = result
        self.trial.show_result(result)
        chosen, verdict = self.chosen, self.verdict
        if chosen is None or verdict is None:
            return
        self._said.set_text(f"You said: {chosen.text} {VERDICTS[verdict]}")
        others = [c for c in borne_out(self._part.choices, result) if c is not chosen]
        words = [chosen.thought] if chosen.thought else []
        if verdict is not Verdict.BORNE_OUT and others:
            words.append(f"What the runs bear out: {others[0].text} {others[0].thought}".strip())
        if verdict is Verdict.OPEN and not others:
            words.append("More runs would tell; this many do not.")
        self._thought.set_text("\n".join(words))
        self._thought.setVisible(bool(words))
        self._meaning.show()

    def focus_work(self) -> None:
        """The first answer, or the one that is marked."""
        marked = next((b for b in self.buttons if b.isChecked()), self.buttons[0])
        marked.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_toggled(self, is_on: bool) -> None:
        if is_on:
            self.answer_chosen.emit()
