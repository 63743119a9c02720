"""The doctrine opponent: fair, repeatable, within the rules, and able to say why."""

from __future__ import annotations

import random
import re
import struct
from dataclasses import replace
from functools import cache

import pytest

from wargame.engine.apply import fold
from wargame.engine.known_values import is_known, known_values
from wargame.engine.legal_moves import sheet_refusal
from wargame.model.events import PhaseBegan, Record, SessionStarted
from wargame.model.ids import ActorId, Controller, Phase
from wargame.model.scenario import Scenario
from wargame.model.seats import Seat
from wargame.model.variables import BY_NAME
from wargame.model.world import World
from wargame.opponents.doctrine import Doctrine
from wargame.play.library import find_scenario
from wargame.play.settings import default_settings

SEEDS = range(6)


@cache
def _scenario() -> Scenario:
    return find_scenario("after-tehran").scenario


@cache
def _doctrine() -> Doctrine:
    return Doctrine(_scenario(), _scenario().starts[0].id)


def _planning(seed: int) -> World:
    """The first planning phase of a game of computer seats."""
    scenario = _scenario()
    seats = tuple(Seat(actor.id, Controller.DOCTRINE) for actor in scenario.seats)
    settings = replace(default_settings(scenario), seed=seed, seats=seats)
    started = SessionStarted(scenario.id, "0" * 64, "1", settings)
    return fold(scenario, [Record(1, "", started), Record(2, "", PhaseBegan(1, Phase.PLAN))])


def _seats() -> list[ActorId]:
    return [actor.id for actor in _scenario().seats]


def _with_hidden_changed(world: World, seat: ActorId, draw: random.Random) -> World:
    layout = _scenario().layout
    numbers = list(struct.unpack(f"<{layout.size}d", world.published))
    for at, address in enumerate(layout.addresses):
        if not is_known(address, seat):
            variable = BY_NAME[address.variable]
            numbers[at] = draw.uniform(variable.low, min(variable.high, 100.0))
    packed = struct.pack(f"<{len(numbers)}d", *numbers)
    return replace(world, published=packed)


@pytest.mark.parametrize("seat", _seats())
def test_that_a_choice_does_not_change_with_what_the_seat_cannot_know(seat: ActorId) -> None:
    for seed in SEEDS:
        world = _planning(seed)
        draw = random.Random(seed)  # noqa: S311 - draws of a test
        changed = _with_hidden_changed(world, seat, draw)
        assert changed.published != world.published
        assert _doctrine().decide(world, seat) == _doctrine().decide(changed, seat)


@pytest.mark.parametrize("seat", _seats())
def test_that_known_values_keep_own_rows_and_hide_those_of_others(seat: ActorId) -> None:
    world = _planning(1)
    known = known_values(_scenario(), world, seat)
    read = _scenario().layout.read
    other = next(s for s in _seats() if s != seat)
    assert read(known, "face", seat) == read(world.published, "face", seat)
    assert read(known, "debt", seat, other) == read(world.published, "debt", seat, other)
    assert read(known, "face", other) == BY_NAME["face"].start
    assert read(known, "debt", other, seat) == BY_NAME["debt"].start
    assert read(known, "index") == read(world.published, "index")


def test_that_equal_worlds_give_equal_orders_and_seeds_differ() -> None:
    sheets = {seed: _doctrine().decide(_planning(seed), ActorId("ISR")) for seed in SEEDS}
    again = {seed: _doctrine().decide(_planning(seed), ActorId("ISR")) for seed in SEEDS}
    assert sheets == again
    assert len(set(sheets.values())) > 1


def test_that_every_order_is_within_the_rules_and_says_why() -> None:
    scenario = _scenario()
    for seed in SEEDS:
        world = _planning(seed)
        for seat in _seats():
            sheet = _doctrine().decide(world, seat)
            assert sheet_refusal(scenario, world, seat, sheet) is None
            for order in sheet:
                # A mechanism, a reason, and at least one number.
                assert re.fullmatch(r"M\d+: .+; .*\d.*\.", order.rationale), order


def test_that_all_out_war_and_nuclear_use_are_never_ordered() -> None:
    never = {
        move.id
        for move in _scenario().moves
        if move.tags & {"nuclear-use", "inter-state-war", "unnotified"}
    }
    for seed in range(20):
        for seat in _seats():
            assert not {o.move for o in _doctrine().decide(_planning(seed), seat)} & never
