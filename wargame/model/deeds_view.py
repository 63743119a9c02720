"""Words set against deeds: red lines, papers, warnings, and what seats expected."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from wargame.model.ids import ActorId


class Given(StrEnum):
    """What kind of word was given."""

    LINE = "line"
    PAPER = "paper"
    WARNING = "warning"
    FORECAST = "forecast"


class Kept(StrEnum):
    """What became of it."""

    HELD = "held"
    KEPT = "kept"
    BROKEN = "broken"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class WordAndDeed:
    """A word that was given, and what was done.

    Attributes:
        given: What kind of word it was.
        actor: Whose word.
        towards: Towards whom; None for anybody.
        words: What was said.
        deed: What was done, in a sentence.
        kept: What became of it.
        share: For a forecast how likely it was held, 0 to 1; None for the others.
        place: Place on the line of the deed, or of the word where there is no deed; -1 for none.
        turn: The turn of that; 0 for none.
    """

    given: Given
    actor: ActorId
    towards: ActorId | None
    words: str
    deed: str
    kept: Kept
    share: float | None
    place: int
    turn: int
