"""Who had ordered what at a moment of a game, and which seats had not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wargame.engine.words import order_words
from wargame.model.events import OrdersSealed, OrdersUnsealed, Record
from wargame.model.ids import ActorId, Controller
from wargame.model.orders import Order
from wargame.model.world import World
from wargame.play.debrief.replay import Replay
from wargame.play.words.condition_text import condition_text
from wargame.play.words.warned_lines import drawn_line, meant_rung

_WHO = {
    Controller.PEOPLE: "Team",
    Controller.FACILITATOR: "Facilitator",
}


@dataclass(frozen=True, slots=True)
class OrderRow:
    """A seat's order of the turn, or that it has given none.

    Attributes:
        seat: Whose.
        who: Who decides for the seat: a team with its players, the facilitator, a computer.
        state: When it was sealed, or that it was not.
        words: The order; empty where there is none.
        meant: The rung that it was meant to be read as; None when that was not said.
        line: The rung of the line that a warning draws; None for other orders.
        message: What others were to understand, or for whom it was meant; may be empty.
        why: Why it was given; may be empty.
        place: Place on the line of its sealing; -1 while it is not sealed.
    """

    seat: ActorId
    who: str
    state: str
    words: str
    meant: float | None
    line: float | None
    message: str
    why: str
    place: int


def order_rows(replay: Replay, place: int, seat: ActorId | None = None) -> tuple[OrderRow, ...]:
    """The orders of the turn as they stood at a place, seat by seat.

    Args:
        replay: The game.
        place: Place on its line.
        seat: Only this seat's; None for every seat's.
    """
    world = replay.world(place)
    sealed = _sealed(replay, place, world.turn)
    return tuple(
        row
        for one in world.seats
        if seat is None or one.actor == seat
        for row in _rows(replay, world, one.actor, sealed.get(one.actor))
    )


def _sealed(replay: Replay, place: int, turn: int) -> dict[ActorId, tuple[int, Record]]:
    """The last sealing of each seat in the turn, with its place."""
    begun = max((at for t, at in replay.turn_places() if t <= turn and at <= place), default=0)
    found: dict[ActorId, tuple[int, Record]] = {}
    for at in range(begun, place + 1):
        record = replay.line[at]
        if isinstance(record.event, OrdersSealed):
            found[record.event.seat] = (at, record)
        elif isinstance(record.event, OrdersUnsealed):
            found.pop(record.event.seat, None)
    return found


def _rows(
    replay: Replay, world: World, seat: ActorId, sealed: tuple[int, Record] | None
) -> Iterator[OrderRow]:
    chair = world.seat(seat)
    players = ", ".join(player.name for player in chair.players)
    who = _WHO.get(chair.controller, "Computer")
    who = f"{who}: {players}" if players else who
    if sealed is None:
        yield OrderRow(seat, who, "Not sealed", "", None, None, "", "", -1)
        return
    place, record = sealed
    state = f"Sealed at {record.at[11:16]} UTC"
    orders = record.event.orders if isinstance(record.event, OrdersSealed) else ()
    if not orders:
        yield OrderRow(seat, who, state, "No orders", None, None, "", "", place)
    for order in orders:
        yield OrderRow(
            seat=seat,
            who=who,
            state=state,
            words=_words(replay, order),
            meant=meant_rung(replay.scenario, order),
            line=drawn_line(replay.scenario, order),
            message=_message(order),
            why=" ".join(order.rationale.split()),
            place=place,
        )


def _words(replay: Replay, order: Order) -> str:
    words = order_words(replay.scenario, order)
    if order.warning_hours > 0:
        words += f", {order.warning_hours:.0f} h of warning"
    if order.condition is not None:
        words += f", if {condition_text(order.condition)}"
    return words


def _message(order: Order) -> str:
    """What others were to understand, and for whom it was meant."""
    audience = ", ".join(order.audience)
    message = " ".join(order.message.split())
    return f"For {audience}: {message}" if audience and message else message or audience
