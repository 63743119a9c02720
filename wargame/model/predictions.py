"""What a student expects: probabilities for events of the next turns, and the engine's own.

A prediction is about a person, not about the world of the game. It is no part of the world's
state, stays when the game goes back, and reaches no seat, no computer and no projector.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from wargame.model.ids import ActorId

QuestionKind = Literal["act", "index", "truce"]


@dataclass(frozen=True, slots=True)
class Question:
    """Something that will or will not have come about at the end of a turn.

    Attributes:
        kind: ``act``: a hostile act at or above a rung by one actor against another; ``index``:
            the escalation index is at or above a level at the end of the turn; ``truce``: a truce
            holds on some front at the end of a turn.
        until: The last turn that counts.
        level: The rung or the index; 0 for a truce.
        by: Who acts; None where it is no act.
        target: Against whom; None where it is no act.
    """

    kind: QuestionKind
    until: int
    level: float = 0.0
    by: ActorId | None = None
    target: ActorId | None = None


@dataclass(frozen=True, slots=True)
class Prediction:
    """A probability for a question.

    Attributes:
        question: What is asked.
        chance: How likely it is held to be, 0 to 1.
    """

    question: Question
    chance: float


# Events


@dataclass(frozen=True, slots=True)
class PredictionsMade:
    """A student said what is to be expected; what was said earlier in the turn counts no more."""

    kind: ClassVar[str] = "predictions-made"
    turn: int
    seat: ActorId
    predictions: tuple[Prediction, ...]


@dataclass(frozen=True, slots=True)
class OddsReckoned:
    """The engine's own probabilities for the same questions at the same moment.

    Attributes:
        turn: The turn in which they were asked.
        seat: From whose knowledge, with its orders as they stood.
        predictions: The same questions with the share of the runs in which each came about.
        runs: How many runs that rests on.
    """

    kind: ClassVar[str] = "odds-reckoned"
    turn: int
    seat: ActorId
    predictions: tuple[Prediction, ...]
    runs: int


PredictingEvent = PredictionsMade | OddsReckoned

PREDICTING_EVENTS: tuple[type[PredictingEvent], ...] = (PredictionsMade, OddsReckoned)
