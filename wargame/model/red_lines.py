"""The registry of red lines: what teams add to those of the scenario, crossings, and promises."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from wargame.model.actors import RedLine
from wargame.model.ids import ActorId


@dataclass(frozen=True, slots=True)
class OwnLine:
    """A line that a team drew in the game.

    Attributes:
        seat: Whose line it is.
        line: The line; its id is unique within the seat.
        answer: Lowest rung of an act that counts as the promised answer, 0 to 20.
        within: Turns after the crossing in which the answer must come, 0 or more.
    """

    seat: ActorId
    line: RedLine
    answer: float
    within: int


@dataclass(frozen=True, slots=True)
class Crossing:
    """An act crossed a line.

    Attributes:
        seat: Whose line it is.
        line: Its id.
        turn: The turn.
        act: Number of the act's event in the log.
        by: Who crossed it.
        rung: The rung of the act.
        seen: Whether the seat learned of the act and is sure who did it.
        due: Last turn in which the promised answer counts.
        answer: Lowest rung that counts.
        kept: True once the answer was given, False once it was not; None while it is open.
        answered: Number of the event of the answering act; 0 for none.
    """

    seat: ActorId
    line: str
    turn: int
    act: int
    by: ActorId
    rung: float
    seen: bool
    due: int
    answer: float
    kept: bool | None = None
    answered: int = 0


@dataclass(frozen=True, slots=True)
class LineBook:
    """The registry as it stands.

    Attributes:
        own: Lines drawn in the game, by seat and id.
        dropped: Lines that their seats gave up: seat and id.
        crossings: Every first crossing of a line by an actor, oldest first.
    """

    own: tuple[OwnLine, ...] = ()
    dropped: tuple[tuple[ActorId, str], ...] = ()
    crossings: tuple[Crossing, ...] = ()


@dataclass(frozen=True, slots=True)
class LineDrawn:
    """A seat drew a line, or changed one of its own."""

    kind: ClassVar[str] = "line-drawn"
    line: OwnLine


@dataclass(frozen=True, slots=True)
class LineDropped:
    """A seat gave a line up."""

    kind: ClassVar[str] = "line-dropped"
    seat: ActorId
    line: str


@dataclass(frozen=True, slots=True)
class LineCrossed:
    """An act crossed a line, as control knows it."""

    kind: ClassVar[str] = "line-crossed"
    crossing: Crossing


@dataclass(frozen=True, slots=True)
class PromiseJudged:
    """The answer that was promised for a crossing came in time, or did not.

    Attributes:
        turn: The turn in which it was decided.
        seat: Whose promise it was.
        line: The line.
        act: Number of the event that crossed it.
        kept: Whether the answer came.
        answered: Number of the event of the answer; 0 for none.
    """

    kind: ClassVar[str] = "promise-judged"
    turn: int
    seat: ActorId
    line: str
    act: int
    kept: bool
    answered: int


LineEvent = LineDrawn | LineDropped | LineCrossed | PromiseJudged
