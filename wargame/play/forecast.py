"""The forecast as the window and the command line ask for it: probabilities with intervals.

Everything comes from ``engine/rollout.py``; here is only what is counted and how sure it is.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wargame import paths
from wargame.model.scenario import Scenario
from wargame.model.world import World
from wargame.play.what_if import NOTHING, Asked, changed_scenario

if TYPE_CHECKING:
    import numpy as np

    from wargame.engine.rollout import Rollouts

    Column = np.ndarray[tuple[int, ...], np.dtype[np.float64]]

MOST_ROLLOUTS = 1_000_000
MOST_TURNS = 52  # as many as ``what_came.MOST_TURNS``
_Z = 1.959964
"""Standard normal quantile of a 95 % interval."""

QUANTILES = (5, 25, 50, 75, 95)

STEPS = (500, 2_000, 10_000)
"""Rollouts of a forecast that is refined while a person looks."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number with its 95 % interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Acts:
    """Mean acts a rollout of one actor against another."""

    actor: str
    target: str
    all: float
    large: float


@dataclass(frozen=True, slots=True)
class Driver:
    """How far P(all-out war) differs between the highest and the lowest quarter of a quantity."""

    name: str
    difference: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Forecast:
    """What may come, as far as the model can say.

    Attributes:
        rollouts: Worlds played forward.
        turns: Turns of each.
        seed: Seed of the draws.
        first_turn: The turn played first.
        elapsed_s: Seconds it took.
        index: By quantile in per cent, the index after each turn.
        all_out: Probability that control is lost.
        direct_strike: Probability of a strike on the soil of a direct rival (R11 and above).
        truce: Probability that a truce is made on some front.
        collapse: Probability that an actor drops out.
        acts: Mean acts by pair, the most active first.
        drivers: What goes with all-out war, strongest first.
        digest: Hash of the raw results.
        doubts: Sentences that say why this forecast may mislead; none for a sound one.
    """

    rollouts: int
    turns: int
    seed: int
    first_turn: int
    elapsed_s: float
    index: dict[int, tuple[float, ...]]
    all_out: Estimate
    direct_strike: Estimate
    truce: Estimate
    collapse: Estimate
    acts: tuple[Acts, ...]
    drivers: tuple[Driver, ...]
    digest: str
    doubts: tuple[str, ...] = ()


def forecast(
    scenario: Scenario,
    world: World,
    asked: Asked,
    *,
    rollouts: int,
    turns: int,
    seed: int,
    threads: int = 1,
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
        stopped: Asked between blocks; when true the forecast is made of what is done so far.

    Raises:
        RuleError: What is asked for does not exist.
    """
    # NumPy and the law come in with the first forecast, not with the first window.
    from wargame.engine.rollout import roll_out

    began = time.perf_counter()
    scenario, world, what_if = changed_scenario(scenario, world, asked)
    results = roll_out(
        scenario,
        world,
        rollouts,
        turns,
        seed,
        compiled_in=paths.cache() / "law",
        threads=threads,
        what_if=what_if,
        stopped=stopped,
    )
    return _summary(scenario, results, turns, seed, time.perf_counter() - began)


def prepare(scenario: Scenario, world: World) -> Iterator[tuple[int, int]]:
    """Compile what a forecast of this scenario needs, unless it is compiled already.

    Gives parts done and parts in all as each part is finished; the last has both equal.
    """
    yield 0, 1
    forecast(scenario, world, NOTHING, rollouts=1, turns=1, seed=1)
    yield 1, 1


def refined(
    scenario: Scenario,
    world: World,
    asked: Asked,
    *,
    turns: int,
    seed: int,
    threads: int = 1,
    steps: Sequence[int] = STEPS,
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
        stopped: Asked between blocks.
    """
    for rollouts in steps:
        found = forecast(
            scenario,
            world,
            asked,
            rollouts=rollouts,
            turns=turns,
            seed=seed,
            threads=threads,
            stopped=stopped,
        )
        if stopped():
            return
        yield found


def _summary(
    scenario: Scenario, results: Rollouts, turns: int, seed: int, elapsed: float
) -> Forecast:
    import numpy as np

    quantiles = np.percentile(results.index, QUANTILES, axis=1)
    flags = {name: int((turn > 0).sum()) for name, turn in results.flags.items()}
    count = results.count
    return Forecast(
        rollouts=count,
        turns=turns,
        seed=seed,
        first_turn=results.first_turn,
        elapsed_s=elapsed,
        index={
            q: tuple(float(x) for x in row) for q, row in zip(QUANTILES, quantiles, strict=True)
        },
        all_out=share(flags["all_out"], count),
        direct_strike=share(flags["direct"], count),
        truce=share(flags["truce"], count),
        collapse=share(flags["collapse"], count),
        acts=_acts(scenario, results),
        drivers=_drivers(scenario, results),
        digest=results.digest(),
    )


def share(hits: int, count: int) -> Estimate:
    """A probability from counts, with Wilson's 95 % interval.

    >>> e = share(0, 100)
    >>> e.value, e.low, round(e.high, 3)
    (0.0, 0.0, 0.037)
    """
    if count == 0:
        return Estimate(0.0, 0.0, 1.0)
    p = hits / count
    z2 = _Z * _Z
    middle = (p + z2 / (2 * count)) / (1 + z2 / count)
    half = (_Z / (1 + z2 / count)) * (p * (1 - p) / count + z2 / (4 * count * count)) ** 0.5
    low = 0.0 if hits == 0 else max(0.0, middle - half)
    high = 1.0 if hits == count else min(1.0, middle + half)
    return Estimate(p, low, high)


def _acts(scenario: Scenario, results: Rollouts) -> tuple[Acts, ...]:
    ids = scenario.layout.actors
    found = []
    for i, actor in enumerate(ids):
        for j, target in enumerate(ids):
            mean = float(results.acts[i, j].mean())
            if mean > 0.0:
                found.append(Acts(actor, target, mean, float(results.large[i, j].mean())))
    return tuple(sorted(found, key=lambda acts: (-acts.large, -acts.all, acts.actor)))


def _drivers(scenario: Scenario, results: Rollouts, most: int = 3) -> tuple[Driver, ...]:
    """Quantities of a rollout that go with losing control most (MODEL D8)."""
    lost = (results.flags["all_out"] > 0).astype(float)
    ids = scenario.layout.actors
    quantities: list[tuple[str, Column]] = [
        ("Weapons that got through", results.sums["leaked"].astype(float)),
        ("Choreographies that held", results.sums["held"].astype(float)),
    ]
    for i, actor in enumerate(ids):
        name = f"Large acts of {scenario.actor[actor].name}"
        quantities.append((name, results.large[i].sum(axis=0).astype(float)))
    drivers = [_driver(name, values, lost) for name, values in quantities]
    ranked = sorted((d for d in drivers if d), key=lambda driver: -abs(driver.difference))
    return tuple(ranked[:most])


def _driver(name: str, values: Column, lost: Column) -> Driver | None:
    """The difference between the quarters of a quantity; None when it hardly varies."""
    import numpy as np

    low, high = np.quantile(values, (0.25, 0.75))
    if low == high:
        return None
    few, many = lost[values <= low], lost[values >= high]
    difference = float(many.mean() - few.mean())
    variance = _variance(many) + _variance(few)
    half = _Z * variance**0.5
    return Driver(name, difference, difference - half, difference + half)


def _variance(of: Sequence[float] | Column) -> float:
    """Variance of the mean of zeros and ones."""
    import numpy as np

    values = np.asarray(of)
    p = float(values.mean())
    return p * (1.0 - p) / max(len(values), 1)
