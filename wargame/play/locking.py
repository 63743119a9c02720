"""The lock: how planning ends, whoever has sealed and whoever has not."""

from __future__ import annotations

from collections.abc import Mapping

from wargame.model.events import Event, OrdersSealed, PhaseBegan
from wargame.model.ids import ActorId, Phase
from wargame.model.orders import Order
from wargame.model.world import World


def locking_events(world: World, drafts: Mapping[ActorId, tuple[Order, ...]]) -> tuple[Event, ...]:
    """What the lock itself writes: the orders of every seat that has not sealed, and the phase.

    Args:
        world: The world in its planning phase.
        drafts: What seats that have not sealed go with; one that is not named holds.
    """
    sealed = {seat for seat, _ in world.sealed}
    events: list[Event] = []
    for seat in world.seats:
        if seat.actor in sealed:
            continue
        events.append(OrdersSealed(seat.actor, drafts.get(seat.actor, ())))
    return (*events, PhaseBegan(world.turn, Phase.ADJUDICATE))
