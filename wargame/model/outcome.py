"""How a game ended, with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Ending(StrEnum):
    """The ways in which a game ends: the first six before its last turn, the rest with it.

    ``TURNS_PLAYED`` is what saves of the first rules say for all that ran their full length.
    """

    ALL_OUT_WAR = "all-out-war"
    NUCLEAR_USE = "nuclear-use"
    COLLAPSE = "collapse"
    GOVERNMENT_FELL = "government-fell"
    TRUCE = "truce"
    STOPPED = "stopped"

    BREAKOUT = "breakout"
    PATRON_AT_WAR = "patron-at-war"
    STRAIT_CLOSED = "strait-closed"
    WIDER_WAR = "wider-war"
    OPEN_WAR = "open-war"
    CAMPAIGN = "campaign"
    ALLY_BROKEN = "ally-broken"
    UNSETTLED_EXCHANGE = "unsettled-exchange"
    PARTIAL_TRUCE = "partial-truce"
    ABSORBED = "absorbed"
    STEPPED_BACK = "stepped-back"
    SPREAD = "spread"
    CONTAINED = "contained"
    SHADOW_WAR = "shadow-war"
    COOLED = "cooled"
    TURNS_PLAYED = "turns-played"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a game ended.

    Attributes:
        ending: The way it ended.
        words: The reason, in one or two plain sentences.
    """

    ending: Ending
    words: str
