"""Who decides for a seat without people, and what computer seats order at the lock."""

from __future__ import annotations

from wargame.model.ids import ActorId, Controller
from wargame.model.orders import Order
from wargame.model.scenario import Scenario
from wargame.model.world import World

AVAILABLE: tuple[Controller, ...] = (
    Controller.PEOPLE,
    Controller.FACILITATOR,
    Controller.DOCTRINE,
)
"""The controllers that a set-up may choose."""

COMPUTERS = frozenset({Controller.DOCTRINE})
"""The controllers that decide for themselves."""


def computer_orders(scenario: Scenario, world: World) -> dict[ActorId, tuple[Order, ...]]:
    """Orders of every computer seat that has not sealed, each decided from its own view."""
    # The law is imported at the first decision, so that the window's first paint goes without.
    from wargame.opponents.doctrine import Doctrine

    if not world.settings.computers:
        return {}

    seats = [
        seat.actor
        for seat in world.seats
        if seat.controller in COMPUTERS and world.sealed_orders(seat.actor) is None
    ]
    if not seats:
        return {}
    doctrine = Doctrine(scenario, world.settings.start)
    return {seat: doctrine.decide(world, seat) for seat in seats}
