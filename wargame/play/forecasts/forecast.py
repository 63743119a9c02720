"""The forecast as the window and the command line ask for it: probabilities with intervals.

Everything comes from ``engine/rollout.py``; here is only what is counted and how sure it is.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from wargame import paths
from wargame.model.scenario import Scenario
from wargame.model.world import World
from wargame.play.forecasts.doubts import doubts_about
from wargame.play.forecasts.forecast_summary import Forecast, summary
from wargame.play.forecasts.what_if import Asked, changed_scenario

if TYPE_CHECKING:
    from wargame.engine.rollout import RolloutPlan
    from wargame.engine.rollout_results import Rollouts

MOST_ROLLOUTS = 1_000_000
MOST_TURNS = 52  # as many as ``what_came.MOST_TURNS``
STEPS = (500, 2_000, 10_000)
"""Rollouts of a forecast that is refined while a person looks."""


def forecast(
    scenario: Scenario,
    world: World,
    asked: Asked,
    *,
    rollouts: int,
    turns: int,
    seed: int,
    threads: int = 1,
    uncertain: bool = False,
    stopped: Callable[[], bool] = lambda: False,
) -> Forecast:
    """The forecast from a world whose turn has not been adjudicated yet.

    Args:
        scenario: The scenario.
        world: Where to begin.
        asked: What is different from the scenario as it stands.
        rollouts: Worlds to play forward.
        turns: Turns in each.
        seed: Seed of the draws.
        threads: Threads that share the work; the results do not depend on it.
        uncertain: Whether the law's constants are varied within their ranges as well.
        stopped: Asked between blocks; when true the forecast is made of what is done so far.

    Raises:
        RuleError: What is asked for does not exist.
    """
    began = time.perf_counter()
    plan, scenario = plan_for(scenario, world, asked, turns, seed, uncertain=uncertain)
    found = plan.play(rollouts, threads=threads, stopped=stopped)
    doubts = doubts_about(scenario, world, asked, found.count)
    elapsed = time.perf_counter() - began
    block = shared_by(uncertain=uncertain)
    return summary(scenario, found, turns, seed, elapsed, doubts, block=block, hashed=True)


def shared_by(*, uncertain: bool, imagined: bool = False) -> int:
    """How many rollouts share constants or an imagined world; 1 where each has its own."""
    from wargame.engine.rollout import BLOCK

    return BLOCK if uncertain or imagined else 1


def plan_for(
    scenario: Scenario, world: World, asked: Asked, turns: int, seed: int, *, uncertain: bool
) -> tuple[RolloutPlan, Scenario]:
    """What rollouts need, compiled where it must be, and the scenario as it was asked for.

    Raises:
        RuleError: What is asked for does not exist.
    """
    # NumPy and the law come in with the first forecast, not with the first window.
    from wargame.engine.rollout import RolloutPlan

    scenario, world, what_if = changed_scenario(scenario, world, asked)
    what_if = replace(what_if, varied=uncertain)
    home = paths.cache() / "law"
    plan = RolloutPlan(scenario, world, turns, seed, compiled_in=home, what_if=what_if)
    return plan, scenario


def prepare(scenario: Scenario, world: World, told: Callable[[int, int], None]) -> None:
    """Compile what a forecast of this scenario needs, unless it is compiled already.

    Args:
        scenario: The scenario.
        world: A world of it.
        told: Hears parts done and parts in all as each is finished; the last has both equal.
    """
    from wargame.engine.native.machine import PARTS
    from wargame.engine.rollout import RolloutPlan

    RolloutPlan(scenario, world, 1, 1, compiled_in=paths.cache() / "law", told=told).play(1)
    told(PARTS, PARTS)


def is_prepared(scenario: Scenario) -> bool:
    """Whether all that a forecast of this scenario needs is compiled already."""
    from wargame.engine.rollout import is_compiled

    return is_compiled(scenario, paths.cache() / "law")


def refined(
    scenario: Scenario,
    world: World,
    asked: Asked,
    *,
    turns: int,
    seed: int,
    threads: int = 1,
    steps: Sequence[int] = STEPS,
    uncertain: bool = False,
    stopped: Callable[[], bool] = lambda: False,
) -> Iterator[Forecast]:
    """The forecast again and again, each time of more rollouts, the earlier ones among them.

    A window draws each as it comes. Ends early, without a further forecast, once ``stopped``.

    Args:
        scenario: The scenario.
        world: Where to begin.
        asked: What is different from the scenario as it stands.
        turns: Turns in each rollout.
        seed: Seed of the draws.
        threads: Threads that share the work.
        steps: Rollouts of each forecast, rising.
        uncertain: Whether the law's constants are varied within their ranges as well.
        stopped: Asked between blocks.

    Raises:
        RuleError: What is asked for does not exist.
    """
    began = time.perf_counter()
    plan, scenario = plan_for(scenario, world, asked, turns, seed, uncertain=uncertain)
    found: Rollouts | None = None
    for rollouts in steps:
        done = found.count if found else 0
        more = plan.play(rollouts - done, first=done + 1, threads=threads, stopped=stopped)
        if stopped():
            return
        found = found.followed_by(more) if found else more
        doubts = doubts_about(scenario, world, asked, found.count)
        elapsed = time.perf_counter() - began
        block = shared_by(uncertain=uncertain)
        yield summary(scenario, found, turns, seed, elapsed, doubts, block=block)
