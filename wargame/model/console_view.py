"""What the facilitator's console shows: everything, put into rows and words once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from wargame.model.ids import ActorId, Controller, Phase
from wargame.model.outcome import Outcome
from wargame.model.scenario import Band, Front
from wargame.model.seat_view import ActorLabel, turn_words
from wargame.model.seats import Player

ActKind = Literal["strike", "deployment", "message", "other", ""]
"""What a map draws an act as: force used, forces moved or readied, words exchanged, anything else
done; empty for what is nobody's act."""


@dataclass(frozen=True, slots=True)
class SeatRow:
    """One seat in the list of seats.

    Attributes:
        label: Its actor.
        controller: Who decides for it.
        players: Its team.
        sealed_at: When it sealed, ISO 8601 in UTC; empty while it plans.
        orders: Sealed orders, or orders in draft while it plans.
        may: Orders it may give.
        drafted_at: When its oldest draft was begun, ISO 8601 in UTC; empty without drafts.
        has_pin: Whether its screen asks for a PIN.
    """

    label: ActorLabel
    controller: Controller
    players: tuple[Player, ...]
    sealed_at: str
    orders: int
    may: int
    drafted_at: str
    has_pin: bool

    @property
    def is_sealed(self) -> bool:
        """Whether the seat has sealed its orders."""
        return bool(self.sealed_at)


@dataclass(frozen=True, slots=True)
class EventRow:
    """One row of the list of events.

    Attributes:
        number: Number of the event in the log; below 0 for what happened before the game.
        act: The act's number within its turn; 0 for what is nobody's act.
        turn: The turn; 0 for what happened before the game.
        when: In-game time, such as "8 Aug 22:10".
        actor: Who acted; None for control or a system.
        target: Whom it was aimed at; None for nobody.
        words: What happened, in one line.
        rung: The rung; None where there is none.
        attribution: Who knows, in words, such as "Overt" or "IRN 62 %".
        index_change: What it did to the index, in points.
        detail: More, in sentences: weapons, losses, why; may be empty.
        learned: Who learned of it and how, in sentences; empty for what is nobody's act.
        kind: What kind of act it is.
        attributed: Whether its target, or else those who saw it, take the actor for certain.
    """

    number: int
    act: int
    turn: int
    when: str
    actor: ActorId | None
    target: ActorId | None
    words: str
    rung: float | None
    attribution: str
    index_change: float
    detail: str
    learned: str = ""
    kind: ActKind = ""
    attributed: bool = True

    @property
    def turn_words(self) -> str:
        """The turn in words."""
        return turn_words(self.turn)


@dataclass(frozen=True, slots=True)
class Step:
    """One row of what moved the meter.

    Attributes:
        label: What moved it, in words.
        change: Points of the index; the changes sum exactly to the change of the turn.
        number: Number of the event; 0 for a sum of several.
    """

    label: str
    change: float
    number: int


@dataclass(frozen=True, slots=True)
class FrontHeat:
    """A front's part in the index.

    Attributes:
        front: The front.
        heat: Its heat in S units.
        share: Its share of what drives the index, 0 to 1, before the precedents.
    """

    front: Front
    heat: float
    share: float


@dataclass(frozen=True, slots=True)
class Meter:
    """The escalation meter.

    Attributes:
        index: Now, 0 to 100.
        before: One turn ago; the same at the start.
        band: The band of now.
        bands: Every band, lowest first.
        path: The index at the start and after each turn.
        fronts: The parts of the fronts, largest first.
        precedent: The part of broken precedents in what drives the index, 0 to 1.
        precedent_rung: Highest direct act on record, fading.
        moved_turn: The turn that ``steps`` explain; 0 when nothing has moved yet.
        moved_from: Index before that turn.
        steps: What moved it in that turn.
        factors: Kahn's eight factors: name, value in words, meaning (MODEL D4).
    """

    index: float
    before: float
    band: Band
    bands: tuple[Band, ...]
    path: tuple[float, ...]
    fronts: tuple[FrontHeat, ...]
    precedent: float
    precedent_rung: float
    moved_turn: int
    moved_from: float
    steps: tuple[Step, ...]
    factors: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class HarmLine:
    """One line of the harm panel; harm is never part of the index.

    Attributes:
        name: What is counted.
        text: The number in words.
        since: The change since the game began, in words; empty for none.
        basis: What the number rests on, for the tool tip.
    """

    name: str
    text: str
    since: str
    basis: str


@dataclass(frozen=True, slots=True)
class StandingRow:
    """A move that goes on or is being prepared.

    Attributes:
        actor: Whose it is.
        words: The order in one line, such as "Routine fire, at Israel".
        since: The turn in which it began; 0 when it went on before the game.
        ready: The turn in which it will happen; 0 when it goes on already.
    """

    actor: ActorId
    words: str
    since: int
    ready: int


@dataclass(frozen=True, slots=True)
class ConsoleView:
    """Everything the facilitator's console shows.

    Attributes:
        scenario: Title of the scenario.
        session: Title of the session.
        seed: Seed of all draws.
        turn: The turn, from 1; 0 before the first.
        turns: Turns of a full game.
        first_day: First day of the turn, ISO date.
        last_day: Last day of the turn, ISO date.
        phase: The phase.
        actors: Every actor of the scenario, for badges.
        plan_minutes: Length of the planning phase; 0 for no clock.
        seats: Planning seats first, oldest draft on top, then sealed ones by time.
        events: The events of the game, newest last.
        meter: The escalation meter.
        harm: The harm panel.
        outcome: How the game ended; None while it goes on.
        logged: Events in the log.
        standing: What goes on or is prepared.
        to_rule: Moves that ask for control's judgement and have not got it.
    """

    scenario: str
    session: str
    seed: int
    turn: int
    turns: int
    first_day: str
    last_day: str
    phase: Phase
    actors: tuple[ActorLabel, ...]
    plan_minutes: int
    seats: tuple[SeatRow, ...]
    events: tuple[EventRow, ...]
    meter: Meter
    harm: tuple[HarmLine, ...]
    outcome: Outcome | None
    logged: int
    standing: tuple[StandingRow, ...]
    to_rule: int = 0
