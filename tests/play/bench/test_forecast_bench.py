"""The bench of the forecast: what it compares with is fair, and it gives what it says."""

from __future__ import annotations

import pytest

from wargame.play.bench.agent_twin import TwinModel, play_twins
from wargame.play.bench.forecast_bench import forecast_times, may_try, weighed
from wargame.play.library import find_scenario


def test_that_the_twin_takes_a_decision_for_every_agent_and_turn() -> None:
    model = TwinModel([5, 60, 7], seed=3)
    assert [len(agent.rungs) for agent in model.agents] == [5, 60, 7]
    before = [list(agent.debt) for agent in model.agents]
    assert 0.0 <= model.step() <= 100.0
    assert [agent.debt for agent in model.agents] != before


def test_that_equal_twins_play_alike() -> None:
    assert play_twins([8, 8], 4, 6) == play_twins([8, 8], 4, 6)


def test_that_both_twins_decide_for_the_same_actors() -> None:
    scenario = find_scenario("after-tehran").scenario
    tried, chosen = may_try(scenario), weighed(scenario)
    assert len(tried) == len(chosen) == len(scenario.seats)
    assert all(few <= many for few, many in zip(chosen, tried, strict=True))
    assert sum(tried) > sum(chosen) > 12 * len(scenario.seats)


@pytest.mark.compiled
@pytest.mark.bench
def test_that_the_law_is_compiled_once_and_outruns_its_twin() -> None:
    times = forecast_times(3)
    assert times.five_hundred < times.lean_twin < times.twin < times.plain
    assert times.first < times.compiling
