"""What looking ahead says of an order, where it made a difference and where it made none."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest

from tests.scenes import blank
from wargame.engine.rollout import BLOCK
from wargame.model.ids import MoveId
from wargame.model.orders import Order
from wargame.opponents.foresight import looked_ahead
from wargame.opponents.race import Runner
from wargame.opponents.worth import TERMS

BLOW = Order(MoveId("M11"), meant=11.0, rationale="M11: they are strong.")
ANOTHER = Order(MoveId("M13"), meant=5.0, rationale="M13: they are near.")
RUNS = 2 * BLOCK


@dataclass(frozen=True, slots=True)
class Tried:
    """A first step with these sheets, best first."""

    runners: tuple[Runner, ...]
    given: tuple[Order, ...] = ()


def _runner(sheet: tuple[Order, ...], points: float, runs: int = RUNS) -> Runner:
    terms = np.zeros((len(TERMS), runs))
    terms[0] = points
    return Runner(sheet, 0.0, terms)


def _reason(*points: float, runs: int = RUNS) -> str:
    sheets = ((BLOW,), (ANOTHER,), ())
    runners = tuple(_runner(sheet, p, runs) for sheet, p in zip(sheets, points, strict=True))
    (order,) = looked_ahead(blank(), (Tried(runners),))
    return order.rationale


def test_that_sheets_that_came_out_alike_are_said_to_be_so_without_a_row_of_zeros() -> None:
    name = blank().move[ANOTHER.move].name
    reason = _reason(1.0, 1.0, 1.0)
    assert "looking ahead, it came out as well as holding still; " in reason
    assert f"level with {name}" in reason
    assert "0.0" not in reason
    assert reason.endswith(f"; {RUNS} imagined runs.")


def test_that_a_difference_is_told_in_points_with_what_made_it() -> None:
    name = blank().move[ANOTHER.move].name
    reason = _reason(3.0, 2.0, 1.0)
    assert "looking ahead 2.0 points better than holding still (2.0 to 2.0)" in reason
    assert f"1.0 before {name}" in reason
    assert f"by {TERMS[0]}; " in reason


@pytest.mark.parametrize("runs", [1, BLOCK // 2, BLOCK])
def test_that_too_few_runs_for_an_interval_are_said_to_be_so(runs: int) -> None:
    few = "from too few runs for an interval"
    better, level = _reason(3.0, 2.0, 1.0, runs=runs), _reason(1.0, 1.0, 1.0, runs=runs)
    assert f"looking ahead, it came out 2.0 points better than holding still, {few}; " in better
    assert f"looking ahead, it came out as well as holding still, {few}; " in level
    assert all("inf" not in reason and "(" not in reason for reason in (better, level))
