"""What may follow with the sheets as they stand: for control, and for a seat from what it knows."""

from __future__ import annotations

import struct
from dataclasses import replace
from functools import cache

import pytest

from wargame.engine.apply import apply
from wargame.engine.forced_orders import can_be_forced, forced_order, forced_sheets
from wargame.engine.known_values import hidden_from
from wargame.model.events import PhaseBegan, SessionStarted
from wargame.model.ids import ActorId, MoveId, Phase, Weapon
from wargame.model.orders import Order
from wargame.model.scenario import Scenario
from wargame.model.variables import BY_NAME
from wargame.model.world import World
from wargame.play.forecasts.planned_outlook import planned_outlooks
from wargame.play.library import find_scenario
from wargame.play.settings import default_settings

ISR, IRN = ActorId("ISR"), ActorId("IRN")
STRIKE = Order(MoveId("M13"), IRN)
UNAIMED = Order(MoveId("M13"))
OWN_WORDS = Order(MoveId("in-our-own-words"))


@cache
def _scenario() -> Scenario:
    return find_scenario("after-tehran").scenario


@cache
def _world() -> World:
    scenario = _scenario()
    started = SessionStarted(scenario.id, "", "", default_settings(scenario))
    return apply(scenario, apply(scenario, None, started, 1), PhaseBegan(1, Phase.PLAN), 2)


def test_that_only_whole_orders_of_the_catalogue_are_played() -> None:
    forced, held = forced_sheets(_scenario(), 3, {ISR: (UNAIMED, STRIKE, OWN_WORDS), IRN: ()})
    assert [(f.turn, f.actor, f.move, f.target) for f in forced] == [(3, ISR, "M13", IRN)]
    assert [(h.turn, h.actor) for h in held] == [(3, ISR), (3, IRN)]
    assert not can_be_forced(_scenario(), UNAIMED)


def test_that_an_order_is_played_at_its_cost_with_all_that_its_sheet_says() -> None:
    told = replace(
        STRIKE,
        salvo=((Weapon.BALLISTIC_NEW, 40),),
        warning_hours=30.0,
        told=(ActorId("QAT"),),
        overt=False,
        meant=11.0,
    )
    forced = forced_order(1, ISR, told)
    assert not forced.is_paid
    assert forced.sheet is not None
    assert sum(forced.sheet.salvo) == 40
    assert (forced.sheet.overt, forced.sheet.is_announced, forced.sheet.meant) == (False, True, 11)


@pytest.mark.compiled
def test_that_a_strike_on_the_sheet_lifts_the_fan() -> None:
    calm = list(planned_outlooks(_scenario(), _world(), {ISR: ()}, steps=(96, 192)))
    hot = list(planned_outlooks(_scenario(), _world(), {ISR: (STRIKE,)}, steps=(96, 192)))
    assert [outlook.runs for outlook in calm] == [96, 192]
    assert hot[-1].fan[0].median > calm[-1].fan[0].median
    assert hot[-1].fan[0].turn == hot[-1].first_turn == 1
    assert hot[-1].doubts


@pytest.mark.compiled
def test_that_what_others_hide_leaves_a_seats_fan_as_it_is() -> None:
    layout, world = _scenario().layout, _world()
    numbers = list(struct.unpack(f"<{layout.size}d", world.values))
    for at, _ in hidden_from(layout, ISR):
        variable = BY_NAME[layout.addresses[at].variable]
        numbers[at] = variable.low + 0.7 * (min(variable.high, 1000.0) - variable.low)
    values = struct.pack(f"<{layout.size}d", *numbers)
    secret = replace(world, values=values, published=values)
    assert secret.values != world.values
    one, other = (
        next(planned_outlooks(_scenario(), w, {ISR: (STRIKE,)}, seat=ISR, steps=(64,)))
        for w in (world, secret)
    )
    assert replace(one, seconds=0.0) == replace(other, seconds=0.0)
