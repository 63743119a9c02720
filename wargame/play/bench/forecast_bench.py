"""How fast forecasts are: compiling, loading, rollouts against a twin and against the plain law."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from wargame.engine.law.compiled_rollout import compiled_rollouts
from wargame.engine.law.playbook import playbook_for
from wargame.engine.rollout import RolloutPlan
from wargame.model.scenario import Scenario
from wargame.model.world import World
from wargame.play.bench.agent_twin import play_twins
from wargame.play.forecasts.forecast_start import forecast_start

TURNS = 12
SEED = 1


@dataclass(frozen=True, slots=True)
class ForecastTimes:
    """Times of the forecast, medians in milliseconds of processor time unless said otherwise.

    Attributes:
        compiling: Writing and compiling the law once, with nothing kept.
        first: From asking to the first 500 rollouts with the law kept on disk, wall time.
        five_hundred: 500 rollouts of 12 turns on one thread.
        twin: As many rollouts of the object-per-agent twin.
        one_thread: 2,000 rollouts on one thread, wall time.
        two_threads: The same on two threads, wall time.
    """

    compiling: float
    first: float
    five_hundred: float
    twin: float
    one_thread: float
    two_threads: float


def forecast_times(rounds: int) -> ForecastTimes:
    """Measure the forecast of the bundled scenario.

    Args:
        rounds: Repeats of what takes less than a second; compiling is measured once.
    """
    scenario, world = forecast_start("after-tehran", None)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        compiling = _processor_ms(lambda: _plan(scenario, world, home))
        first, five, twins, one, two = [], [], [], [], []
        moves = list(_weighed(scenario))
        for _ in range(rounds):
            compiled_rollouts.cache_clear()
            first.append(_wall_ms(lambda: _plan(scenario, world, home).play(500)))
            plan = _plan(scenario, world, home)
            five.append(_processor_ms(partial(plan.play, 500)))
            # A tenth of the twin's worlds are enough to measure it.
            twins.append(10.0 * _processor_ms(lambda: play_twins(moves, 50, TURNS)))
            one.append(_wall_ms(partial(plan.play, 2_000)))
            two.append(_wall_ms(partial(plan.play, 2_000, threads=2)))
    times = (statistics.median(column) for column in (first, five, twins, one, two))
    return ForecastTimes(compiling, *times)


def _plan(scenario: Scenario, world: World, home: Path) -> RolloutPlan:
    return RolloutPlan(scenario, world, TURNS, SEED, compiled_in=home)


def _weighed(scenario: Scenario) -> Iterator[int]:
    """How many moves each playable actor weighs in a turn."""
    d = playbook_for(scenario)
    for n in range(len(scenario.actors)):
        count = d.candidate_from[n + 1] - d.candidate_from[n]
        if count:
            yield count


def _processor_ms(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return 1000 * (time.process_time() - began)


def _wall_ms(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - began)
