"""How a game ended, with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Ending(StrEnum):
    """The ways in which a game ends."""

    TURNS_PLAYED = "turns-played"
    ALL_OUT_WAR = "all-out-war"
    NUCLEAR_USE = "nuclear-use"
    TRUCE = "truce"
    COLLAPSE = "collapse"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a game ended.

    Attributes:
        ending: The way it ended.
        words: The reason, in one or two plain sentences.
    """

    ending: Ending
    words: str
