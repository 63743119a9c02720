"""Conditions as data: when a conditional order, an inject or an objective holds.

A condition is a small tree. ``engine/conditions.py`` judges it; here it only says what is asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from wargame.model.ids import ActorId, FrontId, MoveId

Compare = Literal[">=", "<=", ">", "<", "=="]

Since = Literal["exercise", "turn", "planning"]
"""What the clock on the wall is read from: the exercise, the turn, or its planning phase."""


@dataclass(frozen=True, slots=True)
class Struck:
    """Someone was struck at a rung or above, this turn.

    Attributes:
        rung: The lowest rung that counts, 0 to 20.
        by: Who struck; None for anybody.
        whom: Who was struck; None for the one who asks (a conditional order's own actor), and for
            anybody where control asks.
    """

    rung: float
    by: ActorId | None = None
    whom: ActorId | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """A state variable compared with a number.

    In a move's requirements the names may be the words ``actor``, ``target`` and ``front``.

    Attributes:
        variable: Name of a variable of ``model/variables.py``, ``turn``, or ``day``: the last day
            of the turn, counted from the first day of the game as 1.
        compare: The comparison.
        value: The number compared with.
        first: Actor or front the variable belongs to; empty for the world.
        second: Other actor, weapon class or layer; empty where there is none.
    """

    variable: str
    compare: Compare
    value: float
    first: str = ""
    second: str = ""


@dataclass(frozen=True, slots=True)
class ActCount:
    """How many acts have happened since the game began.

    In a move's requirements ``by`` and ``target`` may be the words ``actor`` and ``target``.

    Attributes:
        at_least: The smallest number of acts for which the condition holds.
        rung: Lowest rung counted.
        by: Who acted; None for anybody.
        target: Against whom; None for anybody.
        front: On which front; None for any.
        within_turns: Count only the last so many turns, this one included; 0 for the whole game.
        move: Only this entry of the catalogue; None for any.
    """

    at_least: int
    rung: float = 0.0
    by: ActorId | None = None
    target: ActorId | None = None
    front: FrontId | None = None
    within_turns: int = 0
    move: MoveId | None = None


@dataclass(frozen=True, slots=True)
class MessageCount:
    """How many messages have passed between seats since the game began; for injects only.

    Attributes:
        at_least: The smallest number for which the condition holds.
        by: Who wrote; None for anybody.
        to: To whom; None for anybody.
        both_ways: Whether answers in the other direction count too.
        within_turns: Count only the last so many turns, this one included; 0 for the whole game.
    """

    at_least: int
    by: ActorId | None = None
    to: ActorId | None = None
    both_ways: bool = False
    within_turns: int = 0


@dataclass(frozen=True, slots=True)
class Elapsed:
    """So much time has passed on the clock on the wall; for injects only.

    Attributes:
        minutes: Minutes, 0 or more, pauses left out.
        since: What they are counted from.
    """

    minutes: float
    since: Since = "exercise"


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: Condition


Condition = Struck | Measure | ActCount | MessageCount | Elapsed | AllOf | AnyOf | Not
