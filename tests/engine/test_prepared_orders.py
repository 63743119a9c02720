"""Prepared replies: an order on a condition answers what happens in its own turn."""

from __future__ import annotations

from dataclasses import replace

from tests.scenes import AMB, BLU, after, blank, order, planning_world
from wargame.engine.adjudicate import adjudicate
from wargame.model.conditions import Condition, Measure, Struck
from wargame.model.events import ActResolved, Event, OrderLapsed, OrdersSealed, PhaseBegan
from wargame.model.ids import Phase
from wargame.model.orders import Order

SCENARIO = blank()


def turn(blue: tuple[Order, ...], amber: tuple[Order, ...]) -> tuple[Event, ...]:
    world = replace(planning_world(SCENARIO), standing=())
    locked = after(
        SCENARIO,
        (OrdersSealed(BLU, blue), OrdersSealed(AMB, amber), PhaseBegan(1, Phase.ADJUDICATE)),
        world,
    )
    return adjudicate(SCENARIO, locked)


def done(events: tuple[Event, ...]) -> list[tuple[str, str]]:
    return [(e.actor, e.order.move) for e in events if isinstance(e, ActResolved)]


def message(condition: Condition | None) -> Order:
    """A message to the mediator: its step, notices, comes before fire over the border."""
    return order("D02", "GRN", condition=condition)


FIRE = order("M05", "BLU")


def test_that_a_reply_waits_for_the_blow_of_a_later_step() -> None:
    acts = done(turn((message(Struck(8, by=AMB)),), (FIRE,)))
    assert acts.index(("AMB", "M05")) < acts.index(("BLU", "D02"))


def test_that_a_reply_to_a_blow_that_never_came_lapses_with_a_reason() -> None:
    events = turn((message(Struck(8, by=AMB)),), ())
    lapsed = [e for e in events if isinstance(e, OrderLapsed)]
    assert [(e.seat, e.code) for e in lapsed] == [(BLU, "condition.unmet")]
    assert ("BLU", "D02") not in done(events)


def test_that_a_condition_that_holds_already_delays_an_order_only_to_the_end_of_its_step() -> None:
    events = turn((message(Measure("turn", ">=", 1)),), (FIRE,))
    acts = done(events)
    assert acts.index(("BLU", "D02")) < acts.index(("AMB", "M05"))


def test_that_a_prepared_order_is_carried_out_once() -> None:
    acts = done(turn((message(Struck(8, by=AMB)),), (FIRE,)))
    assert acts.count(("BLU", "D02")) == 1
