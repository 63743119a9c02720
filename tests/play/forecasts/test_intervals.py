"""Intervals: as wide as what was drawn apart allows, and right as often as they say."""

from __future__ import annotations

import numpy as np
import pytest

from wargame.play.forecasts.intervals import paired, share, share_in_blocks, student

GAMES, BLOCKS, BLOCK = 300, 60, 16


@pytest.mark.parametrize(
    ("degrees", "table"), [(4, 2.776), (5, 2.571), (9, 2.262), (29, 2.045), (99, 1.984)]
)
def test_that_few_blocks_have_students_quantile(degrees: int, table: float) -> None:
    assert student(degrees) == pytest.approx(table, abs=0.02)


def test_that_runs_with_draws_of_their_own_have_wilsons_interval() -> None:
    happened = np.zeros(2_000)
    happened[:140] = 1.0
    mixed = np.random.default_rng(3).permutation(happened)
    assert share_in_blocks(mixed, 1) == share(140, 2_000)
    assert share_in_blocks(np.zeros(2_000), BLOCK) == share(0, 2_000)


def test_that_a_share_of_runs_that_share_a_draw_is_as_sure_as_it_says() -> None:
    """Every block has a risk of its own; 95 of 100 intervals hold the risk over all of them."""
    draws = np.random.default_rng(8)
    held = narrow = 0
    for _ in range(GAMES):
        risks = draws.beta(0.8, 7.2, BLOCKS)
        happened = (draws.random((BLOCKS, BLOCK)) < risks[:, None]).astype(float).ravel()
        told, alone = share_in_blocks(happened, BLOCK), share(happened.sum(), happened.size)
        held += told.low <= 0.1 <= told.high
        narrow += alone.low <= 0.1 <= alone.high
        assert told.high - told.low >= alone.high - alone.low
    assert held >= 0.92 * GAMES
    assert narrow < 0.9 * GAMES


def test_that_a_difference_of_few_blocks_is_as_sure_as_it_says() -> None:
    draws = np.random.default_rng(5)
    held = 0
    for _ in range(GAMES):
        worlds = np.repeat(draws.normal(0.4, 1.0, 6), BLOCK)
        told = paired(worlds + draws.normal(0.0, 0.2, 6 * BLOCK), BLOCK)
        held += told.low <= 0.4 <= told.high
    assert held >= 0.92 * GAMES


def test_that_one_block_alone_proves_nothing() -> None:
    told = paired(np.full(BLOCK, 2.0), BLOCK)
    assert not told.is_clear
