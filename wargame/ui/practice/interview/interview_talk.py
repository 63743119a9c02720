"""Carries the questions of an interview to the opponents, and their answers back to its page.

Answers that take seconds are found off the window's thread, with progress and a stop.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from wargame.model.interview import Answer, Question, Topic
from wargame.ui.practice.interview.interview_page import InterviewPage
from wargame.ui.worker import LatestJob, Progress

if TYPE_CHECKING:
    from wargame.model.ids import ActorId
    from wargame.model.seat_view import ActorLabel
    from wargame.play.practice.interview.interview import Interview
    from wargame.ui.theme.bands import BandScale


class InterviewTalk(QObject):
    """One interview on one page.

    Args:
        interview: The opponents of one game, asked by one seat.
        names: How actors are written.
        scale: The bands.
        opponent: Whom to turn to first; empty for the first one.

    Attributes:
        page: The page, without a parent until it is presented somewhere.

    Signals:
        event_wished(int): Open the event with this number.
    """

    event_wished = Signal(int)

    def __init__(
        self,
        interview: Interview,
        names: tuple[ActorLabel, ...],
        scale: BandScale,
        opponent: str,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._interview = interview
        self._jobs = LatestJob(self)
        self.page = InterviewPage(scale)
        self.page.opponent_chosen.connect(self._turn_to)
        self.page.asked.connect(self._on_asked)
        self.page.cancel_wished.connect(self._on_cancelled)
        self.page.event_wished.connect(self.event_wished)
        # The page belongs to whoever presents it; what runs for it ends with it.
        self.page.destroyed.connect(self._jobs.cancel)
        if not interview.refusal:
            self.page.show_note(interview.note)
        opponents = interview.opponents()
        self.page.show_opponents(opponents, names, opponent)
        if opponents:
            self._turn_to(self.page.opponents.current_key())
        if interview.refusal:
            self.page.show_refusal(interview.refusal)

    def turn_to(self, opponent: str, number: int = 0) -> None:
        """Turn to an opponent, and to what it did with the event of this number, if it did."""
        self.page.opponents.set_current_key(opponent)
        self._turn_to(opponent)
        for topic in self.page.topics.topics:
            if topic.number == number:
                self.page.topics.choose(topic)

    def close(self) -> None:
        """Look for no more answers, and wait until no thread is left."""
        self._jobs.close()

    @property
    def _opponent(self) -> ActorId:
        from wargame.model.ids import ActorId

        return ActorId(self.page.opponents.current_key())

    def _turn_to(self, opponent: str) -> None:
        from wargame.model.ids import ActorId

        self._jobs.cancel()
        if self._interview.refusal:
            # Secret acts stand among the topics; who is told nothing sees none of them.
            return
        asked = ActorId(opponent)
        self.page.show_topics(self._interview.choices(asked), self._interview.said_and_done(asked))

    def _on_asked(self, question: Question, topic: Topic) -> None:
        interview, opponent = self._interview, self._opponent

        def work(progress: Progress) -> Answer:
            return interview.answer(opponent, question, topic, progress.report)

        self.page.begin_waiting(question)
        self._jobs.run(work, self.page.show_answer, self.page.show_refusal, self.page.show_working)

    def _on_cancelled(self) -> None:
        self._jobs.cancel()
        self.page.show_refusal("You stopped the search. Ask again, or something else.")
