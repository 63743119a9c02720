"""A seat's view holds what the seat may know and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.scenes import (
    AMB,
    BLU,
    GRN,
    IRN,
    after,
    after_tehran,
    blank,
    next_plan,
    order,
    planning_world,
    with_value,
)
from wargame.engine.adjudicate import adjudicate
from wargame.engine.visibility import view_for
from wargame.model.events import OrdersSealed, OutcomePublished, PhaseBegan
from wargame.model.ids import Phase
from wargame.model.world import World

SCENARIO = blank()


def played(world: World, publish: bool) -> World:
    locked = after(
        SCENARIO,
        (
            OrdersSealed(BLU, (order("C04", "AMB", overt=False),)),
            OrdersSealed(AMB, (order("D04", "GRN"),)),
            OrdersSealed(GRN, ()),
            PhaseBegan(world.turn, Phase.ADJUDICATE),
        ),
        world,
    )
    done = after(SCENARIO, adjudicate(SCENARIO, locked), locked)
    return after(SCENARIO, (OutcomePublished(world.turn),), done) if publish else done


def test_that_nothing_of_a_turn_is_known_before_its_outcome_is_published() -> None:
    world = planning_world(SCENARIO)
    before = view_for(SCENARIO, world, AMB)
    hidden = view_for(SCENARIO, played(world, publish=False), AMB)
    assert hidden.known == before.known
    assert hidden.index_path == before.index_path
    assert hidden.gauges == before.gauges


def test_that_others_orders_and_drafts_never_reach_a_view() -> None:
    world = planning_world(SCENARIO)
    secret = order("C04", "AMB", overt=False, message="nobody may read this")
    sealed = after(SCENARIO, (OrdersSealed(BLU, (secret,)),), world)
    assert view_for(SCENARIO, sealed, AMB) == view_for(SCENARIO, world, AMB)
    assert "nobody may read this" not in repr(view_for(SCENARIO, sealed, GRN))
    assert view_for(SCENARIO, sealed, BLU).sealed == (secret,)


def test_that_what_others_prepare_or_keep_up_is_on_nobody_elses_list() -> None:
    world = played(planning_world(SCENARIO), publish=True)
    going_on = {standing.actor for standing in world.standing}
    assert BLU in going_on
    for seat in (BLU, AMB, GRN):
        mine = sum(standing.actor == seat for standing in world.standing)
        assert len(view_for(SCENARIO, world, seat).standing) == mine
    assert any(actor != AMB for actor in going_on)


@pytest.mark.parametrize(
    ("variable", "first", "second"),
    [
        ("red_line", "BLU", "AMB"),
        ("intel", "BLU", "AMB"),
        ("debt", "BLU", "AMB"),
        ("belief", "BLU", "AMB"),
        ("hardline", "BLU", ""),
        ("willingness", "BLU", ""),
        ("nuclear_resolve", "BLU", ""),
        ("stock", "BLU", "cruise"),
        ("interceptors", "BLU", "upper"),
    ],
)
def test_that_worlds_that_differ_in_what_a_seat_may_not_know_look_the_same_to_it(
    variable: str, first: str, second: str
) -> None:
    world = planning_world(SCENARIO)
    values = with_value(SCENARIO.layout, world.values, 0.123, variable, first, second)
    other = replace(world, values=values, published=values)
    assert view_for(SCENARIO, other, AMB) == view_for(SCENARIO, world, AMB)
    assert view_for(SCENARIO, other, GRN) == view_for(SCENARIO, world, GRN)


def test_that_known_events_carry_numbers_of_the_seat_and_not_of_the_log() -> None:
    world = played(planning_world(SCENARIO), publish=True)
    for seat in (BLU, AMB, GRN):
        known = view_for(SCENARIO, world, seat).known
        assert [event.number for event in known] == list(range(1, len(known) + 1))


def test_that_a_seat_knows_the_time_before_the_game_with_its_sources() -> None:
    scenario = after_tehran()
    view = view_for(scenario, planning_world(scenario), scenario.seats[0].id)
    assert len(view.known) == len(scenario.starts[0].past)
    assert all(event.turn == 0 and event.day <= 0 for event in view.known)
    assert all("Sources: " in event.detail for event in view.known)
    weak = [past for past in scenario.starts[0].past if past.confidence != "high"]
    shown = [event for event in view.known if "confidence" in event.detail]
    assert len(shown) == len(weak)


def test_that_a_line_crossed_shortly_before_the_game_says_so() -> None:
    scenario = after_tehran()
    view = view_for(scenario, planning_world(scenario), IRN)
    crossed = {line.id: line.crossed for line in view.red_lines}
    assert crossed["capital"] == 0
    assert all(line.promise_turns is None for line in view.red_lines)
    assert None in crossed.values()


def test_that_moves_are_open_in_planning_only() -> None:
    world = planning_world(SCENARIO)
    assert view_for(SCENARIO, world, BLU).moves
    assert not view_for(SCENARIO, replace(world, phase=Phase.BRIEF), BLU).moves


def test_that_the_published_path_of_the_index_is_known_to_all() -> None:
    world = next_plan(SCENARIO, played(planning_world(SCENARIO), publish=False))
    view = view_for(SCENARIO, world, GRN)
    assert len(view.index_path) == 2
    assert view.turn == 2
