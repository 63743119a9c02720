"""Whether the fan covers what games of computer seats then do, at the rates that it states."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.doctrine_games import bundled, doctrine_game
from wargame.play.forecasts.forecast import forecast
from wargame.play.forecasts.forecast_start import forecast_start
from wargame.play.forecasts.what_if import NOTHING

GAMES = 400
TURNS = 12
LOWEST, HIGHEST = 0.85, 0.95


def covered(paths: Sequence[Sequence[float]], low: Sequence[float], high: Sequence[float]) -> float:
    """The share of turns of all games in which the index lay within a band."""
    inside = [low[turn] <= path[turn] <= high[turn] for path in paths for turn in range(len(low))]
    return sum(inside) / len(inside)


def played(seed: int) -> list[float]:
    """The index after each turn of a game; a game that has ended stays where it ended."""
    path = list(doctrine_game(seed).world.index_path[1 : TURNS + 1])
    return path + [path[-1]] * (TURNS - len(path))


@pytest.mark.compiled
@pytest.mark.soak
def test_that_nine_games_in_ten_stay_within_the_fan() -> None:
    scenario, world = forecast_start(bundled().id, None)
    found = forecast(scenario, world, NOTHING, rollouts=4_000, turns=TURNS, seed=99)
    paths = [played(seed) for seed in range(1, GAMES + 1)]
    share = covered(paths, found.index[5], found.index[95])
    assert LOWEST <= share <= HIGHEST


def test_that_coverage_counts_turns_inside_the_band() -> None:
    assert covered([[1.0, 5.0], [2.0, 9.0]], [1.0, 4.0], [3.0, 6.0]) == 0.75
