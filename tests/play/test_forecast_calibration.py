"""Whether the fan covers what games of computer seats then do, at the rates that it states."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context

import pytest

from tests.doctrine_games import bundled, index_path
from wargame.play.forecasts.forecast import forecast
from wargame.play.forecasts.forecast_start import forecast_start
from wargame.play.forecasts.what_if import NOTHING

GAMES = 400
TURNS = 12
WIDE = 0.85, 0.95
HEART = 0.43, 0.57
"""Half, give or take: the turns of a game go together, so 400 games leave 2.5 % of error."""


def covered(paths: Sequence[Sequence[float]], low: Sequence[float], high: Sequence[float]) -> float:
    """The share of turns of all games in which the index lay within a band."""
    inside = [low[turn] <= path[turn] <= high[turn] for path in paths for turn in range(len(low))]
    return sum(inside) / len(inside)


def games(count: int) -> list[tuple[float, ...]]:
    """The paths of so many games, shared out to two processes: a game takes most of a second."""
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        return list(pool.map(partial(index_path, turns=TURNS), range(1, count + 1), chunksize=5))


@pytest.mark.compiled
@pytest.mark.soak
def test_that_nine_games_in_ten_stay_within_the_fan_and_half_within_its_heart(
    record_property: Callable[[str, object], None],
) -> None:
    scenario, world = forecast_start(bundled().id, None)
    found = forecast(scenario, world, NOTHING, rollouts=4_000, turns=TURNS, seed=99)
    paths = games(GAMES)
    wide = covered(paths, found.index[5], found.index[95])
    heart = covered(paths, found.index[25], found.index[75])
    # The figures stand in the report of the run, whether it passes or not.
    told = f"90 % band holds {100 * wide:.1f} %, 50 % band {100 * heart:.1f} % of {GAMES} games"
    record_property("coverage", told)
    assert WIDE[0] <= wide <= WIDE[1], told
    assert HEART[0] <= heart <= HEART[1], told


def test_that_coverage_counts_turns_inside_the_band() -> None:
    assert covered([[1.0, 5.0], [2.0, 9.0]], [1.0, 4.0], [3.0, 6.0]) == 0.75
