"""The golden games play as they are written."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.golden.playthroughs import GAMES, STORIES, golden, play, story_name, tell


@pytest.mark.parametrize("name", sorted(GAMES))
def test_that_a_golden_game_plays_as_it_is_written(name: str, tmp_path: Path) -> None:
    assert play(name, tmp_path).splitlines() == golden(name).read_text("utf-8").splitlines()


@pytest.mark.parametrize("seed", STORIES)
def test_that_a_game_of_computer_seats_goes_as_it_is_told(seed: int) -> None:
    """Issue 3, list 6: ten games in words."""
    assert tell(seed).splitlines() == golden(story_name(seed)).read_text("utf-8").splitlines()


def test_that_the_ten_games_end_in_different_ways() -> None:
    told = [golden(story_name(seed)).read_text("utf-8").splitlines()[1] for seed in STORIES]
    kinds = {" ".join(word for word in line.split() if not word[0].isupper()) for line in told}
    assert len(STORIES) == 10
    assert len(kinds) >= 4
