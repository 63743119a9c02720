"""The interview: an opponent, one of its choices or of our acts, four questions, the answer."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from wargame.model.interview import Question
from wargame.ui.item_models.actor_values import mark_of
from wargame.ui.practice.interview.answer_view import AnswerView
from wargame.ui.practice.interview.topic_list import TopicList
from wargame.ui.theme.metrics import SPACE_4, SPACE_8, SPACE_12, TWO_LINE_ROW_HEIGHT
from wargame.ui.widgets.buttons import SecondaryButton
from wargame.ui.widgets.choice import ChoiceBox
from wargame.ui.widgets.icon_label import IconLabel
from wargame.ui.widgets.panel import PanelHead
from wargame.ui.widgets.segmented import SegmentedControl
from wargame.ui.widgets.surface import Hairline, Surface, column, row
from wargame.ui.widgets.text import Paragraph, TextLabel, set_tip

if TYPE_CHECKING:
    from wargame.model.ids import ActorId
    from wargame.model.interview import Answer, Topic
    from wargame.model.seat_view import ActorLabel
    from wargame.ui.theme.bands import BandScale

_WIDTH: Final = 560
_ROWS: Final = (4, 5)
_LOW: Final = 760
"""Height (px) below which the list shows a row less."""

_ASKED: Final = {
    Question.WHY: (
        "Why did you do that?",
        "The reason that stands in the log, and what it weighed",
    ),
    Question.BELIEFS: ("What did you believe about me?", "Expected reply, lines, trust, readings"),
    Question.CHANGE: (
        "What would have changed your mind?",
        "The nearest change of a move of yours or of what it held, found by deciding again",
    ),
    Question.MEANING: (
        "What did it mean to you?",
        "How it read what you did or said, and which of its numbers that moved",
    ),
}
_THEIRS, _OURS = "theirs", "ours"
_NOBODY: Final = "No computer has decided anything yet."
_PROMPT: Final = "Choose what to ask about, then a question."


class InterviewPage(Surface):
    """Everything to ask with, over the answer.

    Signals:
        opponent_chosen(str): The person turned to this actor.
        asked(object, object): A Question about a Topic.
        cancel_wished(): The answer is no longer wanted.
        event_wished(int): Open the event with this number.
    """

    opponent_chosen = Signal(str)
    asked = Signal(object, object)
    cancel_wished = Signal()
    event_wished = Signal(int)

    def __init__(self, scale: BandScale, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self.setMinimumWidth(_WIDTH)
        self._theirs: tuple[Topic, ...] = ()
        self._ours: tuple[Topic, ...] = ()
        self._waiting: SecondaryButton | None = None
        self.opponents = ChoiceBox((), "Whom to ask")
        self.opponents.key_changed.connect(self.opponent_chosen)
        self.sides = SegmentedControl(
            ((_THEIRS, "What it did", None), (_OURS, "What I did and said", None)), "About what"
        )
        self.sides.current_changed.connect(lambda _: self._show_side())
        self.topics = TopicList(scale)
        self.topics.topic_chosen.connect(lambda _: self._fit_questions())
        self.questions = {
            question: SecondaryButton(words) for question, (words, _) in _ASKED.items()
        }
        for question, button in self.questions.items():
            set_tip(button, _ASKED[question][1])
            button.clicked.connect(partial(self._on_asked, question))
        self.head = PanelHead("The answer")
        self.head.cancel_requested.connect(self.cancel_wished)
        self.answer = AnswerView()
        self.answer.event_wished.connect(self.event_wished)
        self.note = Paragraph("", "table", "t2")
        self.cited = Paragraph("", "table", "t2")
        self.cited.hide()
        self._lay_out()
        self.answer.say(_PROMPT)
        self._fit_questions()

    def show_opponents(
        self, opponents: Sequence[ActorId], names: Sequence[ActorLabel], chosen: str = ""
    ) -> None:
        """Offer these opponents; the first is turned to unless another is named."""
        known = {label.id: label for label in names}
        choices = [(str(o), known[o].name if o in known else str(o)) for o in opponents]
        self.opponents.set_choices(choices)
        for opponent in opponents:
            if opponent in known:
                self.opponents.set_mark(opponent, mark_of(known[opponent].camp))
        self.opponents.set_current_key(chosen)
        self.opponents.setEnabled(bool(opponents))
        if not opponents:
            self.answer.say(_NOBODY)

    def show_note(self, words: str) -> None:
        """Say above the list what must be known of everything told here; empty for nothing."""
        self.note.set_text(words)
        self._noted.setVisible(bool(words))
        self.topics.setAccessibleDescription(words)

    def show_topics(self, theirs: Sequence[Topic], ours: Sequence[Topic]) -> None:
        """Show what the chosen opponent can be asked about."""
        self._theirs, self._ours = tuple(theirs), tuple(ours)
        self._show_side()

    def show_working(self, done: int, total: int) -> None:
        """Say how far a search for an answer is."""
        self.head.set_progress(done, total)

    def begin_waiting(self, question: Question) -> None:
        """An answer is being looked for."""
        self.cited.hide()
        self.head.set_subtitle(_ASKED[question][0])
        self.answer.say("Let me think that over.")
        self.head.set_progress(0, 1)
        button = self.questions[question]
        self._waiting = button if button.hasFocus() else None
        if self._waiting is not None:
            # A button that is switched off would give the keys to the screen behind the sheet.
            self.topics.setFocus(Qt.FocusReason.OtherFocusReason)
        self._fit_questions(busy=True)

    def show_answer(self, answer: Answer) -> None:
        """Show what was answered."""
        self._done()
        self.head.set_subtitle(_ASKED[answer.question][0])
        self.answer.show_answer(answer)

    def show_refusal(self, sentence: str) -> None:
        """Say why there is no answer."""
        self._done()
        self.head.set_subtitle("")
        self.answer.say(sentence)

    def show_event(self, words: str) -> None:
        """Say what a cited event was."""
        self.cited.set_text(words)
        self.cited.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_list()

    def _fit_list(self) -> None:
        self.topics.setFixedHeight(_ROWS[self.height() >= _LOW] * TWO_LINE_ROW_HEIGHT)

    def _done(self) -> None:
        self._fit_questions()
        if self._waiting is not None and self.topics.hasFocus():
            self._waiting.setFocus(Qt.FocusReason.OtherFocusReason)
        self._waiting = None
        self.head.clear_progress()
        self.cited.hide()

    def _show_side(self) -> None:
        ours = self.sides.current() == _OURS
        self.topics.show_topics(self._ours if ours else self._theirs)
        self._fit_questions()

    def _fit_questions(self, *, busy: bool = False) -> None:
        """Open the questions that make sense of what is chosen."""
        topic = self.topics.current()
        ours = self.sides.current() == _OURS
        for question, button in self.questions.items():
            fits = topic is not None and (question is Question.MEANING) == ours
            button.setVisible((question is Question.MEANING) == ours)
            button.setEnabled(fits and not busy)

    def _on_asked(self, question: Question) -> None:
        topic = self.topics.current()
        if topic is not None:
            self.asked.emit(question, topic)

    def _lay_out(self) -> None:
        whole = column(self, spacing=SPACE_8)
        top = row(spacing=SPACE_8, margins=(SPACE_12, 0, SPACE_12, 0))
        top.addWidget(TextLabel("Ask", "body", 600))
        top.addWidget(self.opponents, 1)
        top.addWidget(self.sides, 1)
        whole.addLayout(top)
        self._noted = QWidget()
        notice = row(self._noted, spacing=SPACE_8, margins=(SPACE_12, 0, SPACE_12, 0))
        notice.addWidget(IconLabel("info", size=14), 0, Qt.AlignmentFlag.AlignTop)
        notice.addWidget(self.note, 1)
        self._noted.hide()
        whole.addWidget(self._noted)
        whole.addWidget(Hairline())
        whole.addWidget(self.topics)
        whole.addWidget(Hairline())
        grid = QGridLayout()
        grid.setContentsMargins(SPACE_12, SPACE_4, SPACE_12, SPACE_4)
        grid.setSpacing(SPACE_8)
        places = {
            Question.WHY: (0, 0),
            Question.BELIEFS: (0, 1),
            Question.CHANGE: (1, 0),
            Question.MEANING: (2, 0),
        }
        for question, (line, across) in places.items():
            wide = 2 if question in (Question.CHANGE, Question.MEANING) else 1
            grid.addWidget(self.questions[question], line, across, 1, wide)
        whole.addLayout(grid)
        whole.addWidget(self.head)
        whole.addWidget(self.answer, 1)
        cited = column(margins=(SPACE_12, 0, SPACE_12, 0))
        cited.addWidget(self.cited)
        whole.addLayout(cited)
        self._fit_list()
