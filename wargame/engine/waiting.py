"""Orders that wait for control: those in a seat's own words, and all of a turn without the law."""

from __future__ import annotations

from wargame.model.events import OrderLapsed
from wargame.model.ids import ActorId, Phase
from wargame.model.orders import Order
from wargame.model.world import World

NO_RULING = "ruling.none"
"""Code of an order that was left without a ruling."""


def waiting_orders(world: World) -> tuple[tuple[ActorId, int, Order], ...]:
    """Seat, slot (from 1) and order of everything that the law left to control this turn."""
    if world.phase is not Phase.ADJUDICATE:
        return ()
    return tuple(
        (seat, slot, order)
        for seat, sheet in world.sealed
        for slot, order in enumerate(sheet, start=1)
        if (order.argument is not None or not world.settings.automatic)
        and world.rulings.of_order(world.turn, seat, slot) is None
    )


def unruled_lapses(world: World) -> tuple[OrderLapsed, ...]:
    """What becomes of orders that control leaves without a ruling: they do not happen."""
    return tuple(
        OrderLapsed(world.turn, seat, order, NO_RULING, "Control gave no ruling.")
        for seat, _, order in waiting_orders(world)
    )
