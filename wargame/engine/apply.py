"""The one place where a world comes from another: an event in, the next world out.

Opening a save, undo, replay and branching are all this fold.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from dataclasses import replace

from wargame.engine.start import start_world
from wargame.errors import InternalError
from wargame.model.events import (
    ActResolved,
    Event,
    GameEnded,
    OrderLapsed,
    OrdersSealed,
    OrdersUnsealed,
    OutcomePublished,
    PhaseBegan,
    Record,
    SeatChanged,
    SessionStarted,
    StandingChanged,
    SystemSettled,
)
from wargame.model.ids import Phase
from wargame.model.ledger import Entry
from wargame.model.scenario import Scenario
from wargame.model.world import Happening, World

_DOUBLE = struct.Struct("<d")


def fold(scenario: Scenario, records: Iterable[Record], world: World | None = None) -> World:
    """The world after a run of records.

    Args:
        scenario: The scenario of the session.
        records: The records that follow ``world``, in order.
        world: Where to begin; None to begin with the session's first event.

    Raises:
        InternalError: The records do not follow, or there are none to begin with.
    """
    for record in records:
        if record.number != (world.events + 1 if world else 1):
            raise InternalError(f"Event {record.number} does not follow the one before it.")
        world = replace(apply(scenario, world, record.event, record.number), events=record.number)
    if world is None:
        raise InternalError("A session cannot be opened without its first event.")
    return world


def apply(scenario: Scenario, world: World | None, event: Event, number: int) -> World:
    """The world after one event.

    Args:
        scenario: The scenario of the session.
        world: The world before; None before the first event.
        event: What happened.
        number: The event's number in the log.
    """
    if isinstance(event, SessionStarted):
        return start_world(scenario, event)
    if world is None:
        raise InternalError("The first event of a log must begin its session.")
    match event:
        case SeatChanged(seat):
            seats = tuple(seat if old.actor == seat.actor else old for old in world.seats)
            return replace(world, seats=seats)
        case PhaseBegan(turn, phase):
            return _begin_phase(world, turn, phase)
        case OrdersSealed(seat, orders):
            others = tuple(pair for pair in world.sealed if pair[0] != seat)
            # Sorted, so that the order of sealing leaves no trace in the state.
            return replace(world, sealed=tuple(sorted((*others, (seat, orders)), key=_seat_name)))
        case OrdersUnsealed(seat):
            return replace(world, sealed=tuple(p for p in world.sealed if p[0] != seat))
        case ActResolved() | SystemSettled():
            values = changed_values(scenario, world.values, event.ledger)
            return replace(world, values=values, turns=_noted(world, number, event))
        case OrderLapsed():
            return replace(world, turns=_noted(world, number, event))
        case StandingChanged():
            # Adjudication's last event: the turn's index is final now.
            index = scenario.layout.read(world.values, "index")
            path = (*world.index_path[: world.turn], index)
            return replace(world, standing=event.standing, index_path=path)
        case OutcomePublished(turn):
            return replace(
                world,
                published=world.values,
                published_turn=turn,
                index_published=world.index_path,
            )
        case GameEnded(_, outcome):
            return replace(world, outcome=outcome)


def changed_values(scenario: Scenario, values: bytes, ledger: Sequence[Entry]) -> bytes:
    """A world's numbers after the changes of a ledger."""
    if not ledger:
        return values
    numbers = bytearray(values)
    offset = scenario.layout.offset
    for entry in ledger:
        at = 8 * offset(entry.variable, entry.first, entry.second)
        _DOUBLE.pack_into(numbers, at, entry.after)
    return bytes(numbers)


def _begin_phase(world: World, turn: int, phase: Phase) -> World:
    if turn == world.turn:
        return replace(world, phase=phase)
    return replace(world, turn=turn, phase=phase, sealed=(), turns=(*world.turns, ()))


def _noted(
    world: World, number: int, happening: Happening
) -> tuple[tuple[tuple[int, Happening], ...], ...]:
    """The turns with one more thing in the current one."""
    return (*world.turns[:-1], (*world.turns[-1], (number, happening)))


def _seat_name(pair: tuple[str, object]) -> str:
    return pair[0]
