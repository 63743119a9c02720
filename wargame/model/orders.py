"""An order: what a seat asks for. What comes of it is an event."""

from __future__ import annotations

from dataclasses import dataclass, field

from wargame.model.added import ADDED
from wargame.model.arguments import Argument
from wargame.model.conditions import Condition
from wargame.model.ids import ActorId, MoveId, Weapon

WRITTEN = MoveId("")
"""The move of an order that is no entry of the catalogue: the seat argues for it in words."""


@dataclass(frozen=True, slots=True)
class Order:
    """One order of a seat for one turn.

    Attributes:
        move: Entry of the move catalogue; ``WRITTEN`` for an order in the seat's own words.
        target: Whom it is aimed at; None when the move has no target.
        salvo: Weapons to launch, by class; empty for the move's default.
        warning_hours: Advance warning that is given, 0 to 240.
        told: Actors that are told in advance.
        overt: Known as ours at once; False asks for deniability where the move allows it.
        meant: The rung that it is meant to be read as, 0 to 20; None when not said.
        audience: For whom the message is meant.
        message: What others shall understand.
        rationale: Why; for the debrief only.
        condition: The order is carried out only if this holds when its step comes; None for always.
        argument: What the seat wants to do in its own words; None for an entry of the catalogue.
    """

    move: MoveId
    target: ActorId | None = None
    salvo: tuple[tuple[Weapon, int], ...] = ()
    warning_hours: float = 0.0
    told: tuple[ActorId, ...] = ()
    overt: bool = True
    meant: float | None = None
    audience: tuple[ActorId, ...] = ()
    message: str = ""
    rationale: str = ""
    condition: Condition | None = None
    # Out of ``repr``, on which the hash of a state rests: states without arguments keep theirs.
    argument: Argument | None = field(default=None, repr=False, metadata=ADDED)


@dataclass(frozen=True, slots=True)
class StandingAct:
    """A sustained or standing move that goes on, or one that is being prepared.

    Attributes:
        actor: Whose it is.
        order: The order that began it.
        since: The turn in which it began; 0 when it went on before the game.
        ready: The turn in which a prepared move happens; ``since`` for moves without preparation.
    """

    actor: ActorId
    order: Order
    since: int
    ready: int


@dataclass(frozen=True, slots=True)
class Draft:
    """An order being written; kept on disk at every change, outside the log.

    Attributes:
        seat: Whose draft it is.
        slot: Place among the seat's orders, from 1.
        order: As far as it is written.
    """

    seat: ActorId
    slot: int
    order: Order
