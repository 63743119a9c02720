"""What parts bad futures from good ones: draws of a rollout, and constants that were varied.

A driver compares the quarter of the rollouts in which a quantity was highest with the quarter in
which it was lowest (MODEL D8).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wargame.model.outlook import Driver, Estimate
from wargame.model.scenario import Scenario
from wargame.play.forecasts.intervals import Z

if TYPE_CHECKING:
    import numpy as np

    from wargame.engine.rollout_results import Rollouts

    Column = np.ndarray[tuple[int, ...], np.dtype[np.float64]]

MOST = 6
"""Drivers that are named."""

LEAST_GROUPS = 20
"""Independent groups that a quarter must have for an interval that means something."""


def drivers_of(
    scenario: Scenario, results: Rollouts, most: int = MOST, *, block: int = 1
) -> tuple[Driver, ...]:
    """The quantities that go with losing control most, those that are clear of chance first.

    None where every rollout ends alike: nothing parts them.

    Args:
        scenario: The scenario.
        results: The rollouts.
        most: Drivers to name at the most.
        block: Rollouts that share constants or an imagined world; 1 where each has its own.
    """
    lost = (results.flags["all_out"] > 0).astype(float)
    if lost.min() == lost.max():
        return ()
    drivers = [
        _driver(name, values, lost, block) for name, values in _quantities(scenario, results)
    ]
    if results.constants:
        import numpy as np

        # Rollouts of a block share their constants, so the blocks are what can be counted.
        columns = np.array(list(results.constants.values()))
        begins = np.flatnonzero(np.any(np.diff(columns, axis=1) != 0.0, axis=0)) + 1
        begins = np.concatenate(([0], begins))
        shares = np.add.reduceat(lost, begins) / np.diff(np.append(begins, len(lost)))
        for key, values in results.constants.items():
            drivers.append(_driver(_name_of(key), values[begins], shares, 1, is_constant=True))
    found = [driver for driver in drivers if driver is not None]
    found.sort(key=lambda driver: (not driver.difference.is_clear, -_least(driver.difference)))
    return tuple(found[:most])


def _quantities(scenario: Scenario, results: Rollouts) -> list[tuple[str, Column]]:
    """What differs between rollouts beside the index, by name, for each turn that was played."""
    import numpy as np

    # A game that was lost early has seen fewer acts because it was lost, not the other way round.
    lost, turns = results.flags["all_out"], results.index.shape[0]
    played = np.where(lost > 0, lost - results.first_turn + 1, turns)
    quantities = [
        ("Weapons that got through in a turn", results.sums["leaked"] / played),
        ("Choreographies that held in a turn", results.sums["held"] / played),
        ("Acts announced in a turn", results.sums["announced"] / played),
    ]
    for i, actor in enumerate(scenario.layout.actors):
        name = f"Acts from R9.5 in a turn: {scenario.actor[actor].name}"
        quantities.append((name, results.large[i].sum(axis=0) / played))
    return quantities


def _name_of(key: str) -> str:
    from wargame.engine.law.parameters import constants

    note = constants()[key].note.rstrip(".")
    return f"{note} ({key})"


def _driver(
    name: str, values: Column, lost: Column, block: int, *, is_constant: bool = False
) -> Driver | None:
    """The difference between the quarters of a quantity; None when it hardly varies."""
    import numpy as np

    low, high = np.quantile(values, (0.25, 0.75))
    begins = np.arange(0, len(values), block)
    difference, deviations, fewest = 0.0, np.zeros(len(values)), len(begins)
    for chosen, sign in ((values >= high, 1.0), (values <= low, -1.0)):
        groups = int(np.count_nonzero(np.logical_or.reduceat(chosen, begins)))
        fewest = min(fewest, groups)
        if low == high or groups < LEAST_GROUPS:
            return None
        mean = float(lost[chosen].mean())
        difference += sign * mean
        deviations[chosen] += sign * (lost[chosen] - mean) / np.count_nonzero(chosen)
    # Rollouts of a block deviate together, so their deviations are summed before they are squared.
    sums = np.add.reduceat(deviations, begins)
    half = Z * (float((sums**2).sum()) * fewest / (fewest - 1)) ** 0.5
    estimate = Estimate(difference, difference - half, difference + half)
    return Driver(name, estimate, is_constant)


def _least(estimate: Estimate) -> float:
    """How far an interval lies from zero at the least; its smaller end when it holds zero."""
    if estimate.is_clear:
        return min(abs(estimate.low), abs(estimate.high))
    return -max(abs(estimate.low), abs(estimate.high))
