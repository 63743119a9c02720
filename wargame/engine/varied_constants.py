"""The law's constants drawn within their ranges, so that a forecast says how little it knows.

Half of the draws of a constant lie below its value and half above, evenly within its range
(MODEL D11). Rollouts of a block share a draw; every block draws at its own address.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import numpy as np

from wargame.engine.law.parameters import ParameterRecord, constants
from wargame.engine.law.rng import STREAMS, WORD, folded, mixed, turn_key, word_of
from wargame.model.scenario import Scenario

Numbers = np.ndarray[tuple[int, ...], np.dtype[np.float64]]
Words = np.ndarray[tuple[int, ...], np.dtype[np.int64]]

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
        spans = np.array(list(self._ranges.values())).reshape(-1, 3)
        self._low, self._value, self._high = spans.T
        self._words: Words = np.array([_word(key) for key in self._ranges], dtype=np.int64)
        self._places: Words | None = None

    def applied(self, record: ParameterRecord, seed: int, block: int) -> ParameterRecord:
        """A copy of the record with the constants of a block."""
        if self._places is None:
            self._places = np.array([_place(record, key) for key in self._ranges])
        changed: ParameterRecord = record.copy()
        changed.view("<f8")[self._places] = self._drawn(seed, block)
        return changed

    def draws(self, seed: int, first: int, last: int, size: int) -> dict[str, Numbers]:
        """By key what each rollout from ``first`` to ``last`` was played with."""
        blocks = np.arange(first - 1, last) // size
        drawn = np.array([self._drawn(seed, n) for n in range(int(blocks[0]), int(blocks[-1]) + 1)])
        columns = np.ascontiguousarray(drawn[blocks - blocks[0]].T)
        return dict(zip(self._ranges, columns, strict=True))

    def _drawn(self, seed: int, block: int) -> Numbers:
        """The constants of a block in the order of the ranges: the middle draw is its value."""
        high, low = turn_key(seed, block + 1, 0, 0), turn_key(seed, block + 1, 0, 1)
        u = _uniforms(high, low, self._words)
        below = self._low + 2.0 * u * (self._value - self._low)
        above = self._value + (2.0 * u - 1.0) * (self._high - self._value)
        drawn: Numbers = np.where(u < 0.5, below, above)
        return drawn


def _uniforms(high: int, low: int, words: Words) -> Numbers:
    """``rng.uniform`` at many places at once: the law's own words of randomness, the same bits."""

    def fold(key: int | Words, word: int | Words) -> Words:
        return folded(key, word)  # type: ignore[arg-type, return-value]

    a = fold(fold(fold(high, STREAM), words), 0)
    b = fold(fold(fold(low, 0), words), STREAM) ^ mixed((a + STREAM) & WORD)  # type: ignore[arg-type]
    uniforms: Numbers = ((a >> 5) * 67108864.0 + (b >> 6) + 0.5) * (1.0 / 9007199254740992.0)
    return uniforms


def _place(record: ParameterRecord, key: str) -> int:
    """Which float of a record a constant is, counted from its beginning."""
    constant = constants()[key]
    field = constant.field or constant.name
    kind, offset = record.dtype[field], record[field].ctypes.data - record.ctypes.data
    return int(
        offset // 8 + (np.ravel_multi_index(constant.place, kind.shape) if kind.shape else 0)
    )


@cache
def _word(key: str) -> int:
    return word_of(key)
