"""What can happen in a turn: an act is carried out, an order lapses, a system moves the world.

These are events like others; they stand apart because rulings are made of them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from wargame.model.added import ADDED
from wargame.model.ids import ActorId, FrontId, Weapon
from wargame.model.ledger import Entry
from wargame.model.orders import Order


@dataclass(frozen=True, slots=True)
class Draw:
    """One random draw that decided something.

    Attributes:
        stream: Name of the stream, such as ``barrage.kill``.
        index: Which one within the act.
        u: The uniform number, 0 < u < 1.
        result: What came of it, such as a count or 1 for success.
    """

    stream: str
    index: int
    u: float
    result: float


@dataclass(frozen=True, slots=True)
class Weapons:
    """What became of one weapon class of a salvo.

    Attributes:
        weapon: The class.
        launched: Launched (count).
        arrived: Not lost on the way (count).
        stopped: Stopped by the defence (count).
        leaked: Got through (count).
        shots: Interceptors spent on it (count).
    """

    weapon: Weapon
    launched: int
    arrived: int
    stopped: int
    leaked: int
    shots: int


@dataclass(frozen=True, slots=True)
class Sighting:
    """What one seat learned of an act.

    Attributes:
        seat: Who learned it.
        shares: Who it thinks did it, with probabilities that sum to at most 1; the rest is unknown.
        rung: The rung at which it read the act (the engine's estimate, MODEL D5.6).
        how: How it knows: ``own``, ``target``, ``public``, ``told``, ``intelligence``.
    """

    seat: ActorId
    shares: tuple[tuple[ActorId, float], ...]
    rung: float
    how: str


@dataclass(frozen=True, slots=True)
class ActResolved:
    """An order was carried out, with every draw and every effect.

    Attributes:
        number: The act's number within its turn, from 1, in the order of resolution.
        turn: The turn.
        day: Days since the game began at which it happened, 0 or more.
        actor: Who acted.
        order: What was asked for; for acts of systems (a proxy's own decision) what was decided.
        front: The front that it heated.
        rung: The rung at which it took place.
        severity: S x m of MODEL D4, before choreography.
        success: Whether it came off.
        choreographed: Whether notice was given and held.
        warning_hours: The warning that the target really had.
        weapons: What became of the salvo; empty when no weapons were used.
        killed: People killed (count).
        displaced: People displaced (count).
        attribution: How sure the target is who did it, 0 to 1.
        sightings: What each seat learned.
        draws: Every draw.
        ledger: Every change.
        why: For acts that a computer seat or a system chose: the reason in words, with
            mechanism numbers.
        goes_on: Whether it is another turn of a sustained or standing move begun earlier.
        words: What happened in control's own words, where it ruled; empty for the engine's words.
        told: What single seats are told instead, where control wrote it.
    """

    kind: ClassVar[str] = "act-resolved"
    number: int
    turn: int
    day: float
    actor: ActorId
    order: Order
    front: FrontId
    rung: float
    severity: float
    success: bool
    choreographed: bool
    warning_hours: float
    weapons: tuple[Weapons, ...]
    killed: int
    displaced: int
    attribution: float
    sightings: tuple[Sighting, ...]
    draws: tuple[Draw, ...]
    ledger: tuple[Entry, ...]
    why: str = ""
    goes_on: bool = False
    words: str = field(default="", metadata=ADDED)
    told: tuple[tuple[ActorId, str], ...] = field(default=(), metadata=ADDED)


@dataclass(frozen=True, slots=True)
class OrderLapsed:
    """An order was not carried out: its condition did not hold, or the rules forbade it.

    Attributes:
        turn: The turn.
        seat: Whose order it was.
        order: The order.
        code: Reason code.
        reason: The reason in words.
    """

    kind: ClassVar[str] = "order-lapsed"
    turn: int
    seat: ActorId
    order: Order
    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class SystemSettled:
    """A system that is nobody's act moved the world: time, beliefs, politics, hazards.

    Attributes:
        turn: The turn.
        step: ``time``, ``proxies``, ``belief``, ``politics``, ``hazard`` or another step of
            MODEL D2.
        words: What happened in one sentence; empty when there is nothing to tell.
        seen_by: Seats that learn the sentence; empty with ``public`` False means nobody.
        public: Whether everybody learns it.
        draws: Every draw.
        ledger: Every change.
    """

    kind: ClassVar[str] = "system-settled"
    turn: int
    step: str
    words: str
    seen_by: tuple[ActorId, ...]
    public: bool
    draws: tuple[Draw, ...]
    ledger: tuple[Entry, ...]


Happening = ActResolved | OrderLapsed | SystemSettled
"""What can stand in the list of events of a turn."""
