"""How a forecast stands, as one value that screens are given whenever it changes."""

from __future__ import annotations

from dataclasses import dataclass

from wargame.model.outlook import MoveOutlook, Outlook, Ranking


@dataclass(frozen=True, slots=True)
class Preparing:
    """The law is being compiled; parts done and in all, 0 in all until that is known."""

    sentence: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class ForecastState:
    """A forecast with what is being done about it.

    Attributes:
        outlook: The last one, perhaps of fewer runs than wanted; None before the first.
        is_stale: Whether the game or an order has changed since.
        is_running: Whether runs are being made.
        preparing: The law is being compiled, and nothing can be forecast yet.
        fault: Why there is no forecast, in one sentence; empty as a rule.
    """

    outlook: Outlook | None = None
    is_stale: bool = False
    is_running: bool = False
    preparing: Preparing | None = None
    fault: str = ""


NOTHING_YET = ForecastState()


@dataclass(frozen=True, slots=True)
class MoveState:
    """What may follow from the order in the composer, with what is being done about it.

    Attributes:
        outlook: The last one; None before the first.
        is_stale: Whether the order has changed since.
        is_running: Whether runs are being made.
        preparing: The law is being compiled.
        wait: What it waits for, in one sentence, such as a target.
        fault: Why there is none, in one sentence.
    """

    outlook: MoveOutlook | None = None
    is_stale: bool = False
    is_running: bool = False
    preparing: Preparing | None = None
    wait: str = ""
    fault: str = ""


@dataclass(frozen=True, slots=True)
class RankingState:
    """The ranking of a seat's moves, with what is being done about it.

    Attributes:
        ranking: As far as it is; None before the first move has been tried.
        is_stale: Whether the orders have changed since.
        is_running: Whether moves are being tried.
        fault: Why there is none, in one sentence.
    """

    ranking: Ranking | None = None
    is_stale: bool = False
    is_running: bool = False
    fault: str = ""
