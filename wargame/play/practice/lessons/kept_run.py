"""The table of an exercise's run as progress keeps it, so that who left comes back to the same one.

A table belongs to one trial under one version of the rules. Where either has changed since, the
table is not shown again; the run is made anew.
"""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeGuard

from wargame.engine.rules_version import RULES_VERSION
from wargame.model.outlook import Estimate

if TYPE_CHECKING:
    from wargame.model.lessons import Trial
    from wargame.play.practice.lessons.trials import TrialResult

_NUMBERS = 5


@dataclass(frozen=True, slots=True)
class KeptRun:
    """A table.

    Attributes:
        of: What it is a table of: a mark of trial and rules.
        runs: Pairs of runs that were played.
        wanted: Pairs that were asked for.
        is_compiled: Whether the compiled law played them.
        rows: For each measure, in the trial's order: its mean in both settings, then the
            difference with both ends of its interval.
    """

    of: str
    runs: int
    wanted: int
    is_compiled: bool
    rows: tuple[tuple[float, ...], ...]


def kept_run(trial: Trial, result: TrialResult) -> KeptRun:
    """The table of a result, to be kept."""
    rows = tuple(
        (c.one, c.other, c.difference.value, c.difference.low, c.difference.high)
        for c in result.compared
    )
    return KeptRun(_mark(trial), result.runs, result.wanted, result.is_compiled, rows)


def as_result(kept: KeptRun, trial: Trial) -> TrialResult | None:
    """The result that was kept; None where it is none of this trial as it is now."""
    from wargame.play.practice.lessons.trials import Compared, TrialResult

    if kept.of != _mark(trial) or len(kept.rows) != len(trial.measures):
        return None
    compared = tuple(
        Compared(measure, one, other, Estimate(value, low, high))
        for measure, (one, other, value, low, high) in zip(trial.measures, kept.rows, strict=True)
    )
    return TrialResult(kept.runs, kept.wanted, kept.is_compiled, compared)


def read_run(body: object) -> KeptRun | None:
    """A table from a file; None for none, and for what is none of ours."""
    if not isinstance(body, dict):
        return None
    of, runs, wanted = body.get("of"), body.get("runs"), body.get("wanted")
    is_compiled, rows = body.get("is_compiled"), body.get("rows")
    if not isinstance(of, str) or not isinstance(is_compiled, bool) or not isinstance(rows, list):
        return None
    if not _is_count(runs) or not _is_count(wanted) or not all(_is_row(row) for row in rows):
        return None
    kept = tuple(tuple(float(number) for number in row) for row in rows)
    return KeptRun(of, runs, wanted, is_compiled, kept)


def _mark(trial: Trial) -> str:
    return hashlib.sha256(f"{RULES_VERSION} {trial!r}".encode()).hexdigest()[:16]


def _is_count(number: object) -> TypeGuard[int]:
    return isinstance(number, int) and not isinstance(number, bool) and number > 0


def _is_row(row: object) -> bool:
    return (
        isinstance(row, list)
        and len(row) == _NUMBERS
        and all(isinstance(n, float | int) and math.isfinite(n) for n in row)
    )
