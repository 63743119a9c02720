"""Solo practice: one person at one seat, computers at all others, and no facilitator."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from wargame.model.ids import ActorId


class Length(StrEnum):
    """How long a practice game is."""

    CRISIS = "crisis"
    STANDARD = "standard"
    CAMPAIGN = "campaign"


class Difficulty(StrEnum):
    """How hard the opponents play and how much the coach says; never what they may see."""

    CALM = "calm"
    FAIR = "fair"
    HARD = "hard"


@dataclass(frozen=True, slots=True)
class Practice:
    """What makes a session a practice game.

    Attributes:
        seat: The student's seat.
        length: How long it is.
        difficulty: How hard it is.
        coach: Whether the coach speaks.
    """

    seat: ActorId
    length: Length = Length.STANDARD
    difficulty: Difficulty = Difficulty.FAIR
    coach: bool = True
