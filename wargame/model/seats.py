"""Seats, teams and players: who sits where, and who decides for a seat."""

from __future__ import annotations

from dataclasses import dataclass, field

from wargame.model.added import ADDED
from wargame.model.ids import ActorId, Controller
from wargame.model.practice import Practice


@dataclass(frozen=True, slots=True)
class Player:
    """A person in a team.

    Attributes:
        name: As written in the set-up.
        role: One of the actor's roles, or the player's own words; may be empty.
    """

    name: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat of a session.

    Attributes:
        actor: The actor that it plays.
        controller: Who decides for it.
        players: The people of its team; empty for computer seats.
        pin: Salted hash of the seat's PIN, ``salt:hash`` in hexadecimal; empty for none.
    """

    actor: ActorId
    controller: Controller
    players: tuple[Player, ...] = ()
    pin: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the set-up decides for a session.

    Attributes:
        title: Name of the session.
        seed: Seed of all draws, 0 to 2**53 - 1.
        start: Start point of the scenario.
        plan_minutes: Length of the planning phase in minutes; 0 for no clock.
        seats: Every seat of the scenario, in its order.
        automatic: Whether the law adjudicates; without it control writes every outcome, and
            nothing changes or fades by itself.
        forecast: Whether forecasts are made and shown.
        computers: Whether computer seats decide for themselves; without it they hold.
        noise: How much computer seats waver: a factor on the temperature of their choice, above 0.
        practice: What makes it a practice game; None for an exercise.
    """

    title: str
    seed: int
    start: str
    plan_minutes: int
    seats: tuple[Seat, ...]
    automatic: bool = field(default=True, metadata=ADDED)
    forecast: bool = field(default=True, metadata=ADDED)
    computers: bool = field(default=True, metadata=ADDED)
    noise: float = field(default=1.0, metadata=ADDED)
    practice: Practice | None = field(default=None, metadata=ADDED)
