"""The stated utility: every term pulls the way that it says."""

from __future__ import annotations

import struct
from dataclasses import replace

import numpy as np
import pytest

from tests.doctrine_games import bundled
from tests.scenes import order
from wargame.engine.apply import apply
from wargame.engine.law.hazards import over_days, weekly_hazard
from wargame.engine.law.parameters import parameters_for
from wargame.model.events import PhaseBegan, SessionStarted
from wargame.model.ids import ActorId, Phase
from wargame.model.world import World
from wargame.opponents.worth import (
    GROUP,
    MEDIATOR,
    STATE,
    TERMS,
    Worth,
    caution_of,
    deaths_of,
    spending,
    weights_of,
    worst_mean,
)
from wargame.play.settings import default_settings

ISR = ActorId("ISR")


def _world() -> World:
    scenario = bundled()
    started = SessionStarted(scenario.id, "", "", default_settings(scenario))
    return apply(scenario, apply(scenario, None, started, 1), PhaseBegan(1, Phase.PLAN), 2)


def _with(world: World, value: float, *address: str) -> World:
    numbers = bytearray(world.values)
    struct.pack_into("<d", numbers, 8 * bundled().layout.offset(*address), value)
    return replace(world, values=bytes(numbers), published=bytes(numbers))


def _worth(world: World, spent: float = 0.0) -> float:
    worth = Worth(bundled(), ISR)
    return worth.at_end_of(world, deaths_of(bundled(), _world().values), spent)


@pytest.mark.parametrize(
    ("address", "value"),
    [
        (("face", "ISR"), 0.1),
        (("approval", "ISR"), 0.1),
        (("cohesion", "ISR"), 0.1),
        (("fallen", "ISR"), 1.0),
        (("collapsed", "ISR"), 1.0),
        (("heat", "IRN", "ISR"), 200.0),
        (("deaths", "IRN"), 50_000.0),
        (("deaths", "ISR"), 50_000.0),
    ],
)
def test_that_what_is_bad_for_a_seat_is_worth_less(address: tuple[str, ...], value: float) -> None:
    assert _worth(_with(_world(), value, *address)) < _worth(_world())


def test_that_deaths_count_alike_on_whatever_side_they_are() -> None:
    world, scenario = _world(), bundled()
    sides = []
    for actor in ("ISR", "IRN", "LEB"):
        before = scenario.layout.read(world.values, "deaths", actor)
        sides.append(_worth(_with(world, before + 1000.0, "deaths", actor)))
    assert sides[0] == pytest.approx(sides[1]) == pytest.approx(sides[2])


def test_that_cost_takes_little_and_a_higher_index_takes_more() -> None:
    world = replace(_world(), index_path=(60.0, 60.0, 60.0))
    hot = replace(world, index_path=(60.0, 60.0, 95.0))
    assert _worth(hot) < _worth(world, spent=2.0) < _worth(world)


def test_that_the_chance_of_losing_control_is_that_of_the_law() -> None:
    scenario = bundled()
    p = parameters_for(scenario, scenario.starts[0].id)
    kept, path = 1.0, (30.0, 50.0, 66.0, 81.0, 99.0)
    for index in path:
        kept *= 1.0 - over_days(weekly_hazard(p, index), scenario.turn_days)
    found = Worth(scenario, ISR).control_lost(np.array(path)[:, None])
    assert found[0] == pytest.approx(1.0 - kept, abs=1e-12)


def test_that_terms_are_those_of_the_model_and_every_kind_of_actor_has_weights() -> None:
    scenario = bundled()
    worth = Worth(scenario, ISR)
    ends = np.zeros((len(worth.places), 3))
    assert worth.terms(ends, np.zeros((2, 3)), 0.0).shape == (len(TERMS), 3)
    kinds = {actor.id: weights_of(scenario, actor.id) for actor in scenario.seats}
    assert (kinds[ISR], kinds[ActorId("HZB")], kinds[ActorId("QAT")]) == (STATE, GROUP, MEDIATOR)


def test_that_the_cautious_look_at_the_worst_tenth() -> None:
    utility = np.array([*([10.0] * 18), 0.0, 2.0])
    assert worst_mean(utility) == 1.0
    world = _world()
    bold = _with(world, 0.8, "risk_appetite", "ISR")
    timid = _with(world, 0.1, "risk_appetite", "ISR")
    assert caution_of(bundled(), bold, ISR) == 0.0
    assert caution_of(bundled(), timid, ISR) == pytest.approx(0.8)


def test_that_spending_is_a_share_of_the_means_at_hand() -> None:
    scenario, world = bundled(), _world()
    assert spending(scenario, world, ISR, ()) == 0.0
    one = spending(scenario, world, ISR, (order("C02", None),))
    two = spending(scenario, world, ISR, (order("C02", None), order("M14", "IRN")))
    assert 0.0 < one < two <= 1.0
