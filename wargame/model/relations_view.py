"""Who is tied to whom, and how each stands towards each other, for the console's relations."""

from __future__ import annotations

from dataclasses import dataclass

from wargame.model.actors import RelationKind
from wargame.model.ids import ActorId
from wargame.model.seat_view import ActorLabel


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation of the scenario.

    Attributes:
        first: One side; the patron where there is one.
        second: The other side.
        kind: What ties them.
        words: The relation in a sentence or two.
    """

    first: ActorId
    second: ActorId
    kind: RelationKind
    words: str


@dataclass(frozen=True, slots=True)
class Measure:
    """A number of every pair.

    Attributes:
        variable: Name in ``model/variables.py``.
        name: What it is called.
        meaning: What it says, with its unit; a number above 0 binds, one below 0 divides.
        values: One row for each actor towards every actor, both in the order of the view; None on
            the diagonal.
    """

    variable: str
    name: str
    meaning: str
    values: tuple[tuple[int | None, ...], ...]


@dataclass(frozen=True, slots=True)
class RelationsView:
    """Everything the relations of the console show.

    Attributes:
        turn: The last adjudicated turn; 0 for the start.
        actors: Every actor, in the scenario's order.
        ties: Every relation of the scenario.
        measures: What the matrix can show, the first one first.
    """

    turn: int
    actors: tuple[ActorLabel, ...]
    ties: tuple[Tie, ...]
    measures: tuple[Measure, ...]
