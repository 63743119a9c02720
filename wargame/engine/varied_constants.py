"""The law's constants drawn within their ranges, so that a forecast says how little it knows.

Half of the draws of a constant lie below its value and half above, evenly within its range
(MODEL D11). Rollouts of a block share a draw; every block draws at its own address.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import numpy as np

from wargame.engine.law.parameters import ParameterRecord, constants
from wargame.engine.law.rng import STREAMS, turn_key, uniform, word_of
from wargame.model.scenario import Scenario

Numbers = np.ndarray[tuple[int, ...], np.dtype[np.float64]]

STREAM = STREAMS["forecast.constants"]
_IN_TABLES = frozenset({"precedent.least_front_weight"})
"""Constants that tables are made from; they keep their value."""


class VariedConstants:
    """The constants of a scenario that vary, with their ranges."""

    def __init__(self, scenario: Scenario, fixed: Mapping[str, float]) -> None:
        """Take the scenario's ranges where it gives some, else the law's own.

        Args:
            scenario: The scenario.
            fixed: Constants that were set by hand, and so do not vary.
        """
        self._ranges: dict[str, tuple[float, float, float]] = {}
        for key, constant in constants().items():
            given = scenario.parameter.get(key)
            low, value, high = (
                (given.low, given.value, given.high)
                if given is not None
                else (constant.low, constant.value, constant.high)
            )
            if key not in fixed and key not in _IN_TABLES and low <= value <= high and low < high:
                self._ranges[key] = (low, value, high)

    def applied(self, record: ParameterRecord, seed: int, block: int) -> ParameterRecord:
        """A copy of the record with the constants of a block."""
        changed: ParameterRecord = record.copy()
        for key, value in self._drawn(seed, block).items():
            constant = constants()[key]
            if constant.field:
                changed[constant.field][(0, *constant.place)] = value
            else:
                changed[constant.name][0] = value
        return changed

    def draws(self, seed: int, first: int, last: int, size: int) -> dict[str, Numbers]:
        """By key what each rollout from ``first`` to ``last`` was played with."""
        blocks = np.arange(first - 1, last) // size
        drawn = {n: self._drawn(seed, n) for n in np.unique(blocks).tolist()}
        return {key: np.array([drawn[n][key] for n in blocks.tolist()]) for key in self._ranges}

    def _drawn(self, seed: int, block: int) -> dict[str, float]:
        high, low = turn_key(seed, block + 1, 0, 0), turn_key(seed, block + 1, 0, 1)
        return {
            key: _between(span, uniform(high, low, STREAM, _word(key), 0))
            for key, span in self._ranges.items()
        }


def _between(span: tuple[float, float, float], u: float) -> float:
    """The value at a share of the draws: the middle one is the constant's own."""
    low, value, high = span
    if u < 0.5:
        return low + 2.0 * u * (value - low)
    return value + (2.0 * u - 1.0) * (high - value)


@cache
def _word(key: str) -> int:
    return word_of(key)
