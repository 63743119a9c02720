"""The desk of questions: what teams ask control, and control's answers."""

from __future__ import annotations

from wargame.errors import RuleError
from wargame.model.ids import ActorId, Phase
from wargame.model.inject_view import QuestionRow, QuestionsView
from wargame.model.questions import Question, QuestionAnswered, QuestionAsked
from wargame.model.seat_view import turn_words
from wargame.play.changes import Changes
from wargame.play.live_game import LiveGame

LONGEST = 4_000
"""Characters of a question or an answer."""

PHASES = {
    Phase.BRIEF: "briefing",
    Phase.PLAN: "planning",
    Phase.ADJUDICATE: "adjudication",
    Phase.OUTCOME: "outcome",
    Phase.ENDED: "after the end",
}


class Questions:
    """Requests for information in one game."""

    def __init__(self, game: LiveGame) -> None:
        self._game = game

    def view(self) -> QuestionsView:
        """Every question, for control: open ones first, the oldest of them on top."""
        scenario, world = self._game.scenario, self._game.world
        asked_at = {
            record.event.question.number: record.at
            for record in self._game.records
            if isinstance(record.event, QuestionAsked)
        }
        rows = [
            QuestionRow(
                number=question.number,
                seat=question.seat,
                name=scenario.actor[question.seat].full_name,
                text=question.text,
                when=f"{turn_words(question.turn)}, {PHASES[question.phase]}",
                asked_at=asked_at.get(question.number, ""),
                answer=question.answer,
                to_all=question.to_all,
                is_open=question.is_open,
            )
            for question in world.questions
        ]
        waiting = [row for row in rows if row.is_open]
        done = [row for row in reversed(rows) if not row.is_open]
        return QuestionsView((*waiting, *done), scenario.answers)

    def ask(self, seat: ActorId, text: str) -> None:
        """Puts a seat's question to control, at any time before the end."""
        world = self._game.world
        if seat not in {one.actor for one in world.seats}:
            raise RuleError("seat.unknown", f"There is no seat {seat}.")
        if world.phase is Phase.ENDED:
            raise RuleError("game.ended", "The game has ended; control takes no more questions.")
        words = _checked(text, "Write what you want to know.")
        question = Question(len(world.questions) + 1, seat, words, world.turn, world.phase)
        self._game.commit(
            [QuestionAsked(question)],
            Changes(seats=frozenset({seat}), parts=frozenset({"questions"})),
        )

    def answer(self, number: int, text: str, *, to_all: bool = False) -> None:
        """Answers a question, to the asker or to all seats."""
        world = self._game.world
        question = next((one for one in world.questions if one.number == number), None)
        if question is None:
            raise RuleError("question.unknown", f"There is no question {number}.")
        if not question.is_open:
            raise RuleError("question.answered", "This question has been answered already.")
        words = _checked(text, "Write an answer first.")
        seats = frozenset(seat.actor for seat in world.seats) if to_all else {question.seat}
        self._game.commit(
            [QuestionAnswered(number, words, world.turn, world.phase, to_all)],
            Changes(seats=frozenset(seats), parts=frozenset({"questions"})),
        )


def _checked(text: str, otherwise: str) -> str:
    words = text.strip()
    if not words:
        raise RuleError("question.empty", otherwise)
    if len(words) > LONGEST:
        raise RuleError("question.long", f"A text here has at most {LONGEST:,} characters.")
    return words
