"""What parts bad futures from good ones: found where it is, not where it only seems to be."""

from __future__ import annotations

import numpy as np

from wargame.engine.rollout_results import Rollouts
from wargame.model.outlook import Driver
from wargame.play.forecasts.drivers import drivers_of
from wargame.play.library import find_scenario

SCENARIO = find_scenario("after-tehran").scenario
ACTORS = len(SCENARIO.actors)
BLOCKS, BLOCK = 200, 16
COUNT = BLOCKS * BLOCK
RATIO, PATIENCE = "doctrine.temperature", "doctrine.patience"


def rollouts(lost: np.ndarray[tuple[int], np.dtype[np.bool_]], turn: int = 6) -> Rollouts:
    """Rollouts in which some worlds are lost, with two constants that vary by block."""
    ramp = np.repeat(np.linspace(0.0, 1.0, BLOCKS), BLOCK)
    other = np.repeat(np.tile([0.1, 0.9, 0.4, 0.6], BLOCKS // 4), BLOCK)
    flags = {name: np.zeros(COUNT, dtype=np.int64) for name in ("all_out", "direct", "truce")}
    flags["all_out"][lost] = turn
    played = np.where(lost, turn, 12)
    sums = dict.fromkeys(("leaked", "held", "announced"), 3 * played)
    large = np.zeros((ACTORS, ACTORS, COUNT), dtype=np.int64)
    large[0, 1] = 2 * played
    return Rollouts(
        index=np.zeros((12, COUNT)),
        flags=flags,
        sums=sums,
        acts=large,
        large=large,
        first_turn=1,
        constants={RATIO: ramp, PATIENCE: other},
    )


def named(found: tuple[Driver, ...], key: str) -> Driver | None:
    return next((driver for driver in found if key in driver.name), None)


def test_that_a_constant_that_loses_worlds_comes_first() -> None:
    lost = np.repeat(np.arange(BLOCKS) >= BLOCKS // 2, BLOCK)
    found = drivers_of(SCENARIO, rollouts(lost))
    assert RATIO in found[0].name
    assert found[0].is_constant
    assert found[0].difference.value == 1.0
    assert found[0].difference.is_clear
    other = named(found, PATIENCE)
    assert other is None or not other.difference.is_clear


def test_that_games_cut_short_are_no_reason_for_their_end() -> None:
    """Lost games have seen fewer acts only because they were lost."""
    lost = np.arange(COUNT) % 3 == 0
    found = drivers_of(SCENARIO, rollouts(lost))
    assert all(not driver.difference.is_clear or driver.is_constant for driver in found)
    assert named(found, "Weapons that got through") is None


def test_that_runs_of_a_block_count_once() -> None:
    lost = np.repeat(np.arange(BLOCKS) % 2 == 0, BLOCK)
    whole = named(drivers_of(SCENARIO, rollouts(lost)), RATIO)
    assert whole is not None
    width = whole.difference.high - whole.difference.low
    quarter = BLOCKS // 4
    expected = 2 * 1.96 * (2 * 0.25 / quarter) ** 0.5
    assert abs(width - expected) < 0.1 * expected


def test_that_nothing_parts_runs_that_all_end_alike() -> None:
    assert drivers_of(SCENARIO, rollouts(np.zeros(COUNT, dtype=np.bool_))) == ()
    assert drivers_of(SCENARIO, rollouts(np.ones(COUNT, dtype=np.bool_))) == ()


def test_that_runs_that_share_their_constants_count_once_for_draws_too() -> None:
    """Whole blocks are lost together, so a thousand runs say no more than their blocks."""
    played = rollouts(np.repeat(np.arange(BLOCKS) % 8 < 4, BLOCK), turn=12)
    across = np.repeat(np.arange(BLOCKS) % 4, BLOCK)
    played.sums["leaked"][:] = across * 12

    def width(block: int) -> float:
        found = named(drivers_of(SCENARIO, played, block=block), "Weapons that got through")
        assert found is not None
        return found.difference.high - found.difference.low

    assert width(BLOCK) > 3.0 * width(1)
