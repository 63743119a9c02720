"""Events: what happened.

The world is a fold of these through ``engine/apply.py``; nothing else changes it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from wargame.model.branches import BranchedOff
from wargame.model.dealings import DEALING_EVENTS, DealingEvent
from wargame.model.happenings import (
    ActResolved,
    Draw,
    OrderLapsed,
    Sighting,
    SystemSettled,
    Weapons,
)
from wargame.model.ids import ActorId, Phase
from wargame.model.injects import INJECT_EVENTS, InjectEvent
from wargame.model.observing import OBSERVING_EVENTS, ObservingEvent
from wargame.model.orders import Order, StandingAct
from wargame.model.outcome import Outcome
from wargame.model.predictions import PREDICTING_EVENTS, PredictingEvent
from wargame.model.questions import QUESTION_EVENTS, QuestionEvent
from wargame.model.rulings import (
    ActRuled,
    ActsAccepted,
    ArgumentWeighed,
    AutomationSet,
    EndOverruled,
    OrderRuled,
)
from wargame.model.seats import Seat, Settings

__all__ = ["ActResolved", "Draw", "OrderLapsed", "Sighting", "SystemSettled", "Weapons"]
# What happens in a turn is read from here too, as one kind of event among others.


@dataclass(frozen=True, slots=True)
class SessionStarted:
    """A session began.

    Attributes:
        scenario: Id of the scenario.
        scenario_sha256: Hash of its text as kept in the save.
        rules: Version of the rules, see ``engine/rules_version.py``.
        settings: What the set-up decided.
    """

    kind: ClassVar[str] = "session-started"
    scenario: str
    scenario_sha256: str
    rules: str
    settings: Settings


@dataclass(frozen=True, slots=True)
class SeatChanged:
    """A seat changed hands, players or PIN."""

    kind: ClassVar[str] = "seat-changed"
    seat: Seat


@dataclass(frozen=True, slots=True)
class PhaseBegan:
    """A phase of a turn began; a new turn begins with its briefing phase."""

    kind: ClassVar[str] = "phase-began"
    turn: int
    phase: Phase


@dataclass(frozen=True, slots=True)
class OrdersSealed:
    """A seat sealed its orders for the turn; an empty tuple means that it holds."""

    kind: ClassVar[str] = "orders-sealed"
    seat: ActorId
    orders: tuple[Order, ...]


@dataclass(frozen=True, slots=True)
class OrdersUnsealed:
    """A seat took its sealed orders back before the lock."""

    kind: ClassVar[str] = "orders-unsealed"
    seat: ActorId


@dataclass(frozen=True, slots=True)
class StandingChanged:
    """What goes on and what is being prepared after a turn; replaces the list of the world.

    Attributes:
        turn: The turn.
        standing: Everything that goes on or is being prepared now.
        ended: What ended this turn, with the reason in words.
    """

    kind: ClassVar[str] = "standing-changed"
    turn: int
    standing: tuple[StandingAct, ...]
    ended: tuple[tuple[StandingAct, str], ...]


@dataclass(frozen=True, slots=True)
class OutcomePublished:
    """The outcome of a turn was published; seats now learn what they may."""

    kind: ClassVar[str] = "outcome-published"
    turn: int


@dataclass(frozen=True, slots=True)
class GameEnded:
    """The game is over."""

    kind: ClassVar[str] = "game-ended"
    turn: int
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class WentBack:
    """The game went back to what it was after an earlier event; what came since stays in the log.

    The event may itself be one that an earlier going back left out: that is going forward again.

    Attributes:
        to: Number of the event after which the game stands again, 1 or more.
        words: To which moment, for people.
        reason: Why, in the facilitator's words; may be empty.
    """

    kind: ClassVar[str] = "went-back"
    to: int
    words: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ClockSet:
    """The clock of the present phase was let run, stopped or given other time.

    Attributes:
        remaining: Seconds left at that moment, 0 or more.
        planned: Seconds of the whole phase.
        runs: Whether it runs from then on.
    """

    kind: ClassVar[str] = "clock-set"
    remaining: float
    planned: float
    runs: bool


Event = (
    SessionStarted
    | SeatChanged
    | PhaseBegan
    | OrdersSealed
    | OrdersUnsealed
    | ActResolved
    | OrderLapsed
    | SystemSettled
    | StandingChanged
    | OutcomePublished
    | GameEnded
    | WentBack
    | ClockSet
    | ArgumentWeighed
    | ActsAccepted
    | ActRuled
    | OrderRuled
    | EndOverruled
    | AutomationSet
    | BranchedOff
    | DealingEvent
    | InjectEvent
    | QuestionEvent
    | ObservingEvent
    | PredictingEvent
)

EVENT_TYPES: tuple[type[Event], ...] = (
    SessionStarted,
    SeatChanged,
    PhaseBegan,
    OrdersSealed,
    OrdersUnsealed,
    ActResolved,
    OrderLapsed,
    SystemSettled,
    StandingChanged,
    OutcomePublished,
    GameEnded,
    WentBack,
    ClockSet,
    ArgumentWeighed,
    ActsAccepted,
    ActRuled,
    OrderRuled,
    EndOverruled,
    AutomationSet,
    BranchedOff,
    *DEALING_EVENTS,
    *INJECT_EVENTS,
    *QUESTION_EVENTS,
    *OBSERVING_EVENTS,
    *PREDICTING_EVENTS,
)


@dataclass(frozen=True, slots=True)
class Record:
    """An event as it stands in the log.

    Attributes:
        number: From 1, without gaps.
        at: When it was written, ISO 8601 in UTC with milliseconds; no part of the game's state.
        event: The event.
    """

    number: int
    at: str
    event: Event
