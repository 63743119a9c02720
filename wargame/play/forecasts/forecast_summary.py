"""What rollouts come to: quantiles of the index, probabilities with intervals, mean acts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wargame.model.outlook import Driver, Estimate
from wargame.model.scenario import Scenario
from wargame.play.forecasts.drivers import drivers_of

if TYPE_CHECKING:
    from wargame.engine.rollout_results import Rollouts

_Z = 1.959964
"""Standard normal quantile of a 95 % interval."""

QUANTILES = (5, 25, 50, 75, 95)


@dataclass(frozen=True, slots=True)
class Acts:
    """Mean acts a rollout of one actor against another."""

    actor: str
    target: str
    all: float
    large: float


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
        digest: Hash of the raw results; empty where nobody asked for it.
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


def summary(
    scenario: Scenario,
    results: Rollouts,
    turns: int,
    seed: int,
    elapsed: float,
    doubts: tuple[str, ...] = (),
    *,
    hashed: bool = False,
) -> Forecast:
    """The forecast that rollouts come to; there must be one at least.

    Args:
        scenario: The scenario.
        results: The rollouts.
        turns: Turns of each.
        seed: Seed of the draws.
        elapsed: Seconds they took.
        doubts: Why the forecast may mislead.
        hashed: Whether its digest is worked out, which no window shows and takes long for many.
    """
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
        drivers=drivers_of(scenario, results),
        digest=results.digest() if hashed else "",
        doubts=doubts,
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
