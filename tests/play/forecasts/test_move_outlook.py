"""What a seat's own moves may change: paired, fair, and never from what the seat may not know."""

from __future__ import annotations

import struct
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wargame.engine.apply import apply
from wargame.engine.believed_worlds import BelievedWorlds
from wargame.engine.known_values import hidden_from
from wargame.model.events import PhaseBegan, SessionStarted
from wargame.model.ids import ActorId, MoveId, Phase
from wargame.model.orders import Order
from wargame.model.scenario import Scenario
from wargame.model.variables import BY_NAME
from wargame.model.world import World
from wargame.play.forecasts.move_outlook import move_outlooks
from wargame.play.forecasts.ranking import legal_orders, rankings
from wargame.play.forecasts.spiral import spiral_of
from wargame.play.library import find_scenario
from wargame.play.settings import default_settings

ISR, IRN = ActorId("ISR"), ActorId("IRN")
STRIKE = Order(MoveId("M13"), IRN)


@cache
def _scenario() -> Scenario:
    return find_scenario("after-tehran").scenario


@cache
def _world() -> World:
    scenario = _scenario()
    started = SessionStarted(scenario.id, "", "", default_settings(scenario))
    return apply(scenario, apply(scenario, None, started, 1), PhaseBegan(1, Phase.PLAN), 2)


def _with_other_secrets(seat: ActorId, shares: list[float]) -> World:
    """The same world to a seat, with every number that it may not know changed."""
    layout, world = _scenario().layout, _world()
    numbers = list(struct.unpack(f"<{layout.size}d", world.values))
    for n, (at, _) in enumerate(hidden_from(layout, seat)):
        variable = BY_NAME[layout.addresses[at].variable]
        high = min(variable.high, 1000.0)
        numbers[at] = variable.low + shares[n % len(shares)] * (high - variable.low)
    values = struct.pack(f"<{layout.size}d", *numbers)
    return replace(world, values=values, published=values)


@given(shares=st.lists(st.floats(0.0, 1.0), min_size=3, max_size=9))
@settings(max_examples=40)
def test_that_imagined_worlds_never_read_what_the_seat_may_not_know(shares: list[float]) -> None:
    scenario, secret = _scenario(), _with_other_secrets(ISR, shares)
    assert secret.values != _world().values
    for block in (0, 1, 7):
        told = BelievedWorlds(scenario, secret, ISR).draw(5, block)
        assert told.tobytes() == BelievedWorlds(scenario, _world(), ISR).draw(5, block).tobytes()


def test_that_imagined_worlds_keep_what_the_seat_knows_and_differ_in_the_rest() -> None:
    layout = _scenario().layout
    worlds = BelievedWorlds(_scenario(), _world(), ISR)
    one, other = worlds.draw(5, 0), worlds.draw(5, 1)
    hidden = {at for at, _ in hidden_from(layout, ISR)}
    true = struct.unpack(f"<{layout.size}d", _world().published)
    for at in range(layout.size):
        if at not in hidden:
            assert one[at] == other[at] == true[at]
    assert any(one[at] != other[at] for at in hidden)


def test_that_imagined_numbers_stay_within_their_ranges() -> None:
    layout = _scenario().layout
    worlds = BelievedWorlds(_scenario(), _world(), IRN)
    for block in range(30):
        for at, value in enumerate(worlds.draw(3, block).tolist()):
            variable = BY_NAME[layout.addresses[at].variable]
            assert variable.low <= value <= variable.high, layout.addresses[at]


def test_that_legal_orders_are_open_and_each_stands_once() -> None:
    orders = legal_orders(_scenario(), _world(), ISR)
    assert len({(order.move, order.target) for order in orders}) == len(orders) > 20


def test_that_the_spiral_number_names_two_rivals_in_touch() -> None:
    spiral = spiral_of(_scenario(), _world())
    assert spiral is not None
    rivals = {frozenset((r.first, r.second)) for r in _scenario().relations if r.kind == "rivals"}
    assert frozenset((spiral.first, spiral.second)) in rivals
    assert 0.0 < spiral.answered <= 1.0
    assert f"{spiral.number:.2f}" in spiral.words


@pytest.mark.compiled
def test_that_a_strike_on_a_rivals_soil_raises_the_index_next_turn() -> None:
    found = list(move_outlooks(_scenario(), _world(), ISR, [STRIKE], steps=(64, 160)))
    assert [outlook.runs for outlook in found] == [64, 160]
    last = found[-1]
    assert [difference.turns for difference in last.index] == [1, 3, 6]
    assert last.index[0].points.low > 0.0
    assert {reading.actor for reading in last.readings} >= {IRN}


@pytest.mark.compiled
def test_that_what_others_hide_does_not_change_what_a_seat_is_told() -> None:
    secret = _with_other_secrets(ISR, [0.1, 0.9, 0.4])
    one = next(move_outlooks(_scenario(), _world(), ISR, [STRIKE], steps=(48,)))
    other = next(move_outlooks(_scenario(), secret, ISR, [STRIKE], steps=(48,)))
    assert one == other


@pytest.mark.compiled
def test_that_holding_still_changes_nothing() -> None:
    hold = next(m for m in _scenario().moves if "hold" in m.tags)
    found = next(move_outlooks(_scenario(), _world(), ISR, [Order(hold.id)], steps=(48,)))
    assert all(difference.points.value == 0.0 for difference in found.index)
    assert found.all_out.value == 0.0


@pytest.mark.compiled
def test_that_a_ranking_grows_move_by_move_and_stops_when_told() -> None:
    asked = iter(range(10_000))
    found = list(rankings(_scenario(), _world(), ISR, runs=16, stopped=lambda: next(asked) > 12))
    assert [ranking.done for ranking in found] == list(range(1, len(found) + 1))
    assert 0 < len(found) < found[0].total
    risks = [move.outlook.all_out.value for move in found[-1].moves]
    assert risks == sorted(risks)
