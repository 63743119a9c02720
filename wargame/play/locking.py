"""The lock: how planning ends, whoever has sealed and whoever has not."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from wargame.engine.adjudicate import adjudicate
from wargame.engine.apply import apply
from wargame.model.events import Event, OrdersSealed, PhaseBegan
from wargame.model.ids import ActorId, Phase
from wargame.model.orders import Order
from wargame.model.scenario import Scenario
from wargame.model.world import World
from wargame.play.computer_seats import computer_orders
from wargame.play.thinking import Told


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


def turn_work(
    scenario: Scenario, before: World, drafts: Mapping[ActorId, tuple[Order, ...]]
) -> Callable[[Told], tuple[Event, ...]]:
    """The work of a turn, for any thread: computers decide, plans are locked and adjudicated.

    Args:
        scenario: The scenario.
        before: The world in its planning phase.
        drafts: What seats that have not sealed go with.
    """

    def work(told: Told) -> tuple[Event, ...]:
        sheets = computer_orders(scenario, before, told)
        locking = locking_events(before, {**sheets, **drafts})
        locked = before
        for event in locking:
            locked = apply(scenario, locked, event, locked.events + 1)
        return (*locking, *adjudicate(scenario, locked))

    return work
