"""What can be changed at a moment of a game that is looked back on."""

from __future__ import annotations

from dataclasses import dataclass

from wargame.model.branches import BranchChange
from wargame.model.ids import ActorId
from wargame.model.orders import Order
from wargame.model.seat_view import ActorLabel, MoveOption
from wargame.model.workings import ParameterLine


@dataclass(frozen=True, slots=True)
class OrderChoice:
    """An order of the turn that can be left out or replaced.

    Attributes:
        seat: Whose it is.
        slot: Its place on the seat's sheet, from 1.
        order: The order.
        words: The order in a few words.
    """

    seat: ActorId
    slot: int
    order: Order
    words: str


@dataclass(frozen=True, slots=True)
class ActChoice:
    """Something of the turn whose draw or ruling can be another one.

    Attributes:
        number: Number of its event.
        actor: Who acted; None for the end of the game.
        order: What was ordered; None for the end of the game.
        words: What happened, in a few words.
        killed: People killed (count).
        success: Whether it came off.
        is_ruled: Whether control ruled otherwise than the law proposed.
        is_drawn: Whether the law drew for it, so that it could have come out otherwise.
    """

    number: int
    actor: ActorId | None
    order: Order | None
    words: str
    killed: int
    success: bool
    is_ruled: bool
    is_drawn: bool


@dataclass(frozen=True, slots=True)
class BranchOptions:
    """Everything that can be changed in one turn.

    Attributes:
        turn: The turn.
        seats: The seats, in the scenario's order.
        actors: Every actor by its id; some that act have no seat.
        orders: Every order that was locked.
        acts: What came of the turn.
        parameters: Every constant of the law.
        moves: The moves of each seat, as they stood open when the turn was locked.
        note: What speaks against leaning on a branch of this game; mostly empty.
    """

    turn: int
    seats: tuple[ActorLabel, ...]
    actors: tuple[tuple[ActorId, ActorLabel], ...]
    orders: tuple[OrderChoice, ...]
    acts: tuple[ActChoice, ...]
    parameters: tuple[ParameterLine, ...]
    moves: tuple[tuple[ActorId, tuple[MoveOption, ...]], ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class BranchWish:
    """A branch that somebody wants.

    Attributes:
        turn: The turn in which it leaves the game.
        change: What is otherwise.
        title: Its name.
        reason: Why it is tried; may be empty.
        runs: Pairs of runs beside the one that is told; 0 for none.
    """

    turn: int
    change: BranchChange
    title: str
    reason: str
    runs: int
