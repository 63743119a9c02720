"""The golden games play as they are written."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.golden.playthroughs import GAMES, golden, play


@pytest.mark.parametrize("name", sorted(GAMES))
def test_that_a_golden_game_plays_as_it_is_written(name: str, tmp_path: Path) -> None:
    assert play(name, tmp_path).splitlines() == golden(name).read_text("utf-8").splitlines()
