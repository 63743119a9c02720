"""What rollouts come to: quantiles of the index, probabilities with intervals, mean acts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wargame.model.outlook import Driver, Estimate
from wargame.model.scenario import Scenario
from wargame.play.forecasts.drivers import drivers_of
from wargame.play.forecasts.intervals import share_in_blocks

if TYPE_CHECKING:
    from wargame.engine.rollout_results import Rollouts

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
        is_uncertain: Whether the law's constants were varied within their ranges as well.
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
    is_uncertain: bool = False


def summary(
    scenario: Scenario,
    results: Rollouts,
    turns: int,
    seed: int,
    elapsed: float,
    doubts: tuple[str, ...] = (),
    *,
    block: int = 1,
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
        block: Rollouts that share constants or an imagined world; 1 where each has its own.
        hashed: Whether its digest is worked out, which no window shows and takes long for many.
    """
    import numpy as np

    quantiles = np.percentile(results.index, QUANTILES, axis=1)

    def came(flag: str) -> Estimate:
        return share_in_blocks((results.flags[flag] > 0).astype(float), block)

    return Forecast(
        rollouts=results.count,
        turns=turns,
        seed=seed,
        first_turn=results.first_turn,
        elapsed_s=elapsed,
        index={
            q: tuple(float(x) for x in row) for q, row in zip(QUANTILES, quantiles, strict=True)
        },
        all_out=came("all_out"),
        direct_strike=came("direct"),
        truce=came("truce"),
        collapse=came("collapse"),
        acts=_acts(scenario, results),
        drivers=drivers_of(scenario, results, block=block),
        digest=results.digest() if hashed else "",
        doubts=doubts,
        is_uncertain=bool(results.constants),
    )


def _acts(scenario: Scenario, results: Rollouts) -> tuple[Acts, ...]:
    ids = scenario.layout.actors
    found = []
    for i, actor in enumerate(ids):
        for j, target in enumerate(ids):
            mean = float(results.acts[i, j].mean())
            if mean > 0.0:
                found.append(Acts(actor, target, mean, float(results.large[i, j].mean())))
    return tuple(sorted(found, key=lambda acts: (-acts.large, -acts.all, acts.actor)))
