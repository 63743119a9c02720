"""One actor's numbers with their meaning, and what moved them last turn; for control alone."""

from __future__ import annotations

from dataclasses import dataclass

from wargame.model.ids import ActorId


@dataclass(frozen=True, slots=True)
class Movement:
    """What moved a number in the last adjudicated turn.

    Attributes:
        change: The sum of the changes with its sign, in words; empty when nothing moved it.
        causes: The events that moved it, the largest part first, each with its part.
        number: Number of the event with the largest part; 0 for none.
    """

    change: str = ""
    causes: tuple[str, ...] = ()
    number: int = 0


@dataclass(frozen=True, slots=True)
class StateRow:
    """One state variable of an actor.

    Attributes:
        variable: Name in ``model/variables.py``, with the weapon class or layer where it has one.
        name: What it is called.
        value: The number.
        text: The number in words.
        share: Its place in its range, 0 to 1; None where the range has no end.
        meaning: What it is, with its unit.
        is_plain: Whether it is zero or where an actor stands by default.
        moved: What moved it last turn.
    """

    variable: str
    name: str
    value: float
    text: str
    share: float | None
    meaning: str
    is_plain: bool
    moved: Movement


@dataclass(frozen=True, slots=True)
class StateGroup:
    """State variables that belong together."""

    title: str
    rows: tuple[StateRow, ...]


@dataclass(frozen=True, slots=True)
class PairRow:
    """One variable of a pair, both ways.

    Attributes:
        variable: Name in ``model/variables.py``.
        name: What it is called.
        other: The other actor.
        other_name: Its name.
        value: The actor's number towards the other.
        text: The same in words.
        back: The other's number towards the actor.
        back_text: The same in words.
        meaning: What it is.
        is_plain: Whether both are zero or at their default.
        moved: What moved the actor's own number last turn.
    """

    variable: str
    name: str
    other: ActorId
    other_name: str
    value: float
    text: str
    back: float
    back_text: str
    meaning: str
    is_plain: bool
    moved: Movement


@dataclass(frozen=True, slots=True)
class ActorSheet:
    """Everything the engine holds about one actor.

    Attributes:
        actor: The actor.
        name: Its full name.
        turn: The last adjudicated turn, which the movements are of; 0 for none.
        groups: Its own variables.
        pairs: Its variables towards each other actor.
    """

    actor: ActorId
    name: str
    turn: int
    groups: tuple[StateGroup, ...]
    pairs: tuple[PairRow, ...]
