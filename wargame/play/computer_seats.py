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
"""The controllers that every set-up may choose."""

COMPUTERS = frozenset({Controller.DOCTRINE, Controller.HISTORY})
"""The controllers that decide for themselves."""


def available(scenario: Scenario) -> tuple[Controller, ...]:
    """The controllers that a set-up of a scenario may choose: history where it has a chronicle."""
    return (*AVAILABLE, Controller.HISTORY) if scenario.chronicle else AVAILABLE


def computer_orders(scenario: Scenario, world: World) -> dict[ActorId, tuple[Order, ...]]:
    """Orders of every computer seat that has not sealed, each decided from its own view."""
    # The law is imported at the first decision, so that the window's first paint goes without.
    from wargame.opponents.doctrine import Doctrine
    from wargame.opponents.history import History

    if not world.settings.computers:
        return {}

    seats = [
        seat.actor
        for seat in world.seats
        if seat.controller in COMPUTERS and world.sealed_orders(seat.actor) is None
    ]
    if not seats:
        return {}
    start = world.settings.start
    kinds = {world.seat(seat).controller for seat in seats}
    doctrine = Doctrine(scenario, start) if Controller.DOCTRINE in kinds else None
    history = History(scenario, start) if Controller.HISTORY in kinds else None
    sheets: dict[ActorId, tuple[Order, ...]] = {}
    for seat in seats:
        by_history = world.seat(seat).controller is Controller.HISTORY
        decider = history if by_history else doctrine
        assert decider is not None  # noqa: S101 - made above for every kind that there is
        sheets[seat] = decider.decide(world, seat)
    return sheets
