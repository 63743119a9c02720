"""Questions: what teams ask control, and what control answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from wargame.model.ids import ActorId, Phase


@dataclass(frozen=True, slots=True)
class Question:
    """A question of a seat to control.

    Attributes:
        number: From 1 in the order of asking; control's own, never shown to a seat.
        seat: Who asks.
        text: What it asks.
        turn: The turn in which it was asked.
        phase: Its phase.
        answer: What control answered; empty while it is open.
        answered_turn: The turn of the answer; 0 while it is open.
        to_all: Whether every seat got the answer.
        answered: Place among all answers, from 1; 0 while it is open.
    """

    number: int
    seat: ActorId
    text: str
    turn: int
    phase: Phase
    answer: str = ""
    answered_turn: int = 0
    to_all: bool = False
    answered: int = 0

    @property
    def is_open(self) -> bool:
        """Whether control has still to answer."""
        return not self.answered_turn


@dataclass(frozen=True, slots=True)
class QuestionAsked:
    """A seat asked control something."""

    kind: ClassVar[str] = "question-asked"
    question: Question


@dataclass(frozen=True, slots=True)
class QuestionAnswered:
    """Control answered a question.

    Attributes:
        number: The question.
        answer: What the seats read.
        turn: The turn.
        phase: Its phase.
        to_all: Whether every seat gets it.
    """

    kind: ClassVar[str] = "question-answered"
    number: int
    answer: str
    turn: int
    phase: Phase
    to_all: bool


QuestionEvent = QuestionAsked | QuestionAnswered

QUESTION_EVENTS: tuple[type[QuestionEvent], ...] = (QuestionAsked, QuestionAnswered)
