"""What parts bad futures from good ones: draws of a rollout, and constants that were varied.

A driver compares the quarter of the rollouts in which a quantity was highest with the quarter in
which it was lowest (MODEL D8).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wargame.model.outlook import Driver, Estimate
from wargame.model.scenario import Scenario

if TYPE_CHECKING:
    import numpy as np

    from wargame.engine.rollout_results import Rollouts

    Column = np.ndarray[tuple[int, ...], np.dtype[np.float64]]

_Z = 1.959964
MOST = 6
"""Drivers that are named."""

LEAST_GROUPS = 20
"""Independent groups that a quarter must have for an interval that means something."""


def drivers_of(scenario: Scenario, results: Rollouts, most: int = MOST) -> tuple[Driver, ...]:
    """The quantities that go with losing control most, those that are clear of chance first."""
    lost = (results.flags["all_out"] > 0).astype(float)
    drivers = [
        _driver(name, values, lost, values[:0]) for name, values in _quantities(scenario, results)
    ]
    if results.constants:
        import numpy as np

        # Rollouts of a block share their constants, so the blocks are what can be counted.
        columns = np.array(list(results.constants.values()))
        begins = np.flatnonzero(np.any(np.diff(columns, axis=1) != 0.0, axis=0)) + 1
        begins = np.concatenate(([0], begins))
        shares = np.add.reduceat(lost, begins) / np.diff(np.append(begins, len(lost)))
        for key, values in results.constants.items():
            drivers.append(_driver(_name_of(key), values[begins], shares, shares))
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


def _driver(name: str, values: Column, lost: Column, groups: Column) -> Driver | None:
    """The difference between the quarters of a quantity; None when it hardly varies."""
    import numpy as np

    low, high = np.quantile(values, (0.25, 0.75))
    few, many = lost[values <= low], lost[values >= high]
    if low == high or min(len(few), len(many)) < LEAST_GROUPS:
        return None
    difference = float(many.mean() - few.mean())
    half = _Z * (_variance(many) + _variance(few)) ** 0.5
    estimate = Estimate(difference, difference - half, difference + half)
    return Driver(name, estimate, is_constant=len(groups) > 0)


def _variance(values: Column) -> float:
    """Variance of the mean."""
    return float(values.var(ddof=1)) / len(values)


def _least(estimate: Estimate) -> float:
    """How far an interval lies from zero at the least; its smaller end when it holds zero."""
    if estimate.is_clear:
        return min(abs(estimate.low), abs(estimate.high))
    return -max(abs(estimate.low), abs(estimate.high))
