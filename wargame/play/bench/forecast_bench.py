"""How fast forecasts are: compiling, loading, rollouts against a twin and against the plain law."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path

from wargame.engine.law.compiled_rollout import compiled_rollouts
from wargame.engine.law.playbook import playbook_for
from wargame.engine.plain_rollout import PlainRollouts
from wargame.engine.rollout import RolloutPlan
from wargame.engine.rollout_results import AS_IT_STANDS
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
        twin: As many rollouts of the object-per-agent twin, which weighs whatever a seat may try.
        lean_twin: The same where it weighs only what the doctrine can choose at all, as ours does.
        plain: As many rollouts of the same law as it stands in Python.
        one_thread: 2,000 rollouts on one thread, wall time.
        two_threads: The same on two threads, wall time.
        ten_thousand: 10,000 rollouts on two threads, wall time, measured once.
    """

    compiling: float
    first: float
    five_hundred: float
    twin: float
    lean_twin: float
    plain: float
    one_thread: float
    two_threads: float
    ten_thousand: float


def forecast_times(rounds: int) -> ForecastTimes:
    """Measure the forecast of the bundled scenario.

    Args:
        rounds: Repeats of what takes less than a second; compiling is measured once.
    """
    scenario, world = forecast_start("after-tehran", None)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        compiling = _processor_ms(lambda: _plan(scenario, world, home))
        columns: tuple[list[float], ...] = ([], [], [], [], [], [], [])
        first, five, twins, lean, plain, one, two = columns
        law = PlainRollouts(scenario, world, TURNS, SEED, AS_IT_STANDS)
        for _ in range(rounds):
            compiled_rollouts.cache_clear()
            first.append(_wall_ms(lambda: _plan(scenario, world, home).play(500)))
            plan = _plan(scenario, world, home)
            five.append(_processor_ms(partial(plan.play, 500)))
            # A tenth of the twin's worlds are enough to measure it.
            twins.append(10.0 * _processor_ms(lambda: play_twins(may_try(scenario), 50, TURNS)))
            lean.append(10.0 * _processor_ms(lambda: play_twins(weighed(scenario), 50, TURNS)))
            plain.append(250.0 * _processor_ms(partial(law.play, 2)))
            one.append(_wall_ms(partial(plan.play, 2_000)))
            two.append(_wall_ms(partial(plan.play, 2_000, threads=2)))
        plan = _plan(scenario, world, home)
        ten_thousand = _wall_ms(partial(plan.play, 10_000, threads=2))
    times = [compiling, *(statistics.median(column) for column in columns), ten_thousand]
    return ForecastTimes(*times)


def _plan(scenario: Scenario, world: World, home: Path) -> RolloutPlan:
    return RolloutPlan(scenario, world, TURNS, SEED, compiled_in=home)


def may_try(scenario: Scenario) -> list[int]:
    """How many moves and targets each playable actor may ever try."""
    d = playbook_for(scenario)
    counts = (d.candidate_from[n + 1] - d.candidate_from[n] for n in range(len(scenario.actors)))
    return [count for count in counts if count]


def weighed(scenario: Scenario) -> list[int]:
    """How many of them its doctrine can choose, and so weighs each turn."""
    d = playbook_for(scenario)
    begins = [d.bundle_at[b] for b in d.bundle_from[: len(scenario.actors) + 1]]
    return [end - begin for begin, end in pairwise(begins) if end > begin]


def _processor_ms(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return 1000 * (time.process_time() - began)


def _wall_ms(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - began)
