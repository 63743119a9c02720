"""Orders of a game as rollouts force them: the sheet of a seat in place of what doctrine picks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from wargame.engine.law.playbook_what_if import Forced, Held, Sheet
from wargame.model.ids import ActorId, Weapon
from wargame.model.orders import Order
from wargame.model.scenario import Scenario

ANNOUNCED_HOURS = 12.0
"""Hours of warning from which telling somebody announces an act, as in adjudication."""


def forced_order(turn: int, seat: ActorId, order: Order) -> Forced:
    """An order with all that its sheet says, at its cost."""
    asked = dict(order.salvo)
    salvo = tuple(asked.get(weapon, 0) for weapon in Weapon) if asked else ()
    sheet = Sheet(
        overt=order.overt,
        warning_hours=order.warning_hours,
        is_announced=bool(order.told) and order.warning_hours >= ANNOUNCED_HOURS,
        meant=order.meant or 0.0,
        salvo=salvo,
    )
    return Forced(turn, seat, order.move, order.target, is_paid=False, sheet=sheet)


def forced_sheets(
    scenario: Scenario, turn: int, orders: Mapping[ActorId, Sequence[Order]]
) -> tuple[tuple[Forced, ...], tuple[Held, ...]]:
    """The sheets of seats in a turn; each of these seats orders nothing else.

    Orders that are not whole yet, or that no catalogue holds, are left out: nobody could play them.
    """
    forced = tuple(
        forced_order(turn, seat, order)
        for seat, sheet in orders.items()
        for order in reversed(sheet)
        if can_be_forced(scenario, order)
    )
    return forced, tuple(Held(turn, seat) for seat in orders)


def can_be_forced(scenario: Scenario, order: Order) -> bool:
    """Whether rollouts can play an order: a move of the catalogue, aimed where it must be."""
    move = scenario.move.get(order.move)
    return move is not None and bool(move.targets) == (order.target is not None)
