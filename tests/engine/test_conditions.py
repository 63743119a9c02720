"""Conditions mean what an author wrote."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.scenes import AMB, BLU, GRN, blank, order, planning_world, with_value
from wargame.engine.conditions import Moment, holds
from wargame.model.conditions import ActCount, AllOf, AnyOf, Measure, Not, Struck
from wargame.model.events import ActResolved
from wargame.model.ids import ActorId, FrontId, MoveId


def act(
    actor: ActorId, target: ActorId, rung: float, turn: int = 1, move: str = "M13"
) -> ActResolved:
    return ActResolved(
        number=1,
        turn=turn,
        day=0.0,
        actor=actor,
        order=order(move, target),
        front=FrontId("direct"),
        rung=rung,
        severity=1.0,
        success=True,
        choreographed=False,
        warning_hours=0.0,
        weapons=(),
        killed=0,
        displaced=0,
        attribution=1.0,
        sightings=(),
        draws=(),
        ledger=(),
    )


@pytest.fixture
def moment() -> Moment:
    scenario = blank()
    world = planning_world(scenario)
    return Moment(scenario, world.values, (), 1, BLU, BLU, AMB, FrontId("border"))


def test_that_a_measure_compares_a_number_of_the_world(moment: Moment) -> None:
    values = with_value(moment.scenario.layout, moment.values, 4.0, "debt", "BLU", "AMB")
    here = replace(moment, values=values)
    assert holds(Measure("debt", ">=", 4.0, "BLU", "AMB"), here)
    assert not holds(Measure("debt", ">", 4.0, "BLU", "AMB"), here)


def test_that_actor_target_and_front_are_words_of_a_move(moment: Moment) -> None:
    layout = moment.scenario.layout
    values = with_value(layout, moment.values, 3.0, "debt", "BLU", "AMB")
    values = with_value(layout, values, 0.75, "talks", "border")
    here = replace(moment, values=values)
    assert holds(Measure("debt", "==", 3.0, "actor", "target"), here)
    assert holds(Measure("talks", "==", 0.75, "front"), here)


def test_that_a_measure_of_a_missing_target_does_not_hold(moment: Moment) -> None:
    nobody = replace(moment, target=None)
    assert not holds(Measure("debt", ">=", 0.0, "actor", "target"), nobody)


def test_that_the_turn_is_a_measure(moment: Moment) -> None:
    assert holds(Measure("turn", ">=", 3), replace(moment, turn=3))
    assert not holds(Measure("turn", ">=", 3), moment)


def test_that_being_struck_counts_this_turn_and_this_rung_only(moment: Moment) -> None:
    struck = Struck(10)
    assert holds(struck, replace(moment, acts=(act(AMB, BLU, 12),)))
    assert not holds(struck, replace(moment, acts=(act(AMB, BLU, 8),)))
    assert not holds(struck, replace(moment, acts=(act(AMB, GRN, 12),)))
    assert not holds(struck, replace(moment, acts=(act(AMB, BLU, 12),), turn=2))


def test_that_the_rung_that_is_named_is_enough_to_be_struck(moment: Moment) -> None:
    here = replace(moment, acts=(act(AMB, BLU, 10),))
    assert holds(Struck(10), here)
    assert not holds(Struck(10.5), here)


def test_that_being_struck_by_somebody_means_that_somebody(moment: Moment) -> None:
    here = replace(moment, acts=(act(AMB, BLU, 12),))
    assert holds(Struck(10, by=AMB), here)
    assert not holds(Struck(10, by=GRN), here)


def test_that_act_counts_look_back_over_the_turns_they_name(moment: Moment) -> None:
    here = replace(moment, acts=(act(AMB, BLU, 12, turn=1), act(AMB, BLU, 12, turn=3)), turn=3)
    assert holds(ActCount(2), here)
    assert not holds(ActCount(2, within_turns=2), here)
    assert holds(ActCount(1, within_turns=1), here)


def test_that_planned_orders_count_as_done_for_their_own_seat(moment: Moment) -> None:
    preview = ActCount(1, by=ActorId("actor"), move=MoveId("D04"), within_turns=2)
    assert not holds(preview, moment)
    assert holds(preview, replace(moment, planned=(order("D04", "GRN"),)))
    assert not holds(replace(preview, by=AMB), replace(moment, planned=(order("D04", "GRN"),)))


def test_that_conditions_combine(moment: Moment) -> None:
    yes, no = Measure("turn", ">=", 1), Measure("turn", ">", 9)
    assert holds(AllOf((yes, Not(no))), moment)
    assert holds(AnyOf((no, yes)), moment)
    assert not holds(AllOf((yes, no)), moment)
    assert not holds(AnyOf(()), moment)
    assert holds(AllOf(()), moment)
