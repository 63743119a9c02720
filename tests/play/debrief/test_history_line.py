"""History stands beside the game on the same index, and says what it rests on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.doctrine_games import bundled
from wargame.engine.start import start_values
from wargame.play.debrief.history_line import history_line
from wargame.play.library import find_scenario


def test_that_history_begins_where_the_game_begins() -> None:
    scenario = bundled()
    start = scenario.starts[0]
    line = history_line(scenario, start.id)
    assert line is not None
    assert line.title == "2024 as it happened"
    assert line.points[0][0] == 0.0
    index = scenario.layout.read(start_values(scenario, start), "index")
    assert line.points[0][1] == pytest.approx(index, abs=0.5)
    assert line.points[-1][0] == pytest.approx(scenario.turns)
    assert {row.turn for row in line.rows} <= set(range(1, scenario.turns + 1))


def test_that_days_stand_in_the_turns_of_a_game_with_longer_ones() -> None:
    scenario = replace(bundled(), turn_days=9.0)
    line = history_line(scenario, scenario.starts[0].id)
    assert line is not None
    strike = next(row for row in line.rows if row.day.isoformat() == "2024-10-26")
    assert strike.turn == 10


def test_that_rows_say_what_they_rest_on_and_what_speaks_against_it() -> None:
    scenario = replace(bundled(), turn_days=30.0)
    line = history_line(scenario, "2023-10-07")
    assert line is not None
    assert line.title == "2023 to 2024 as it happened"
    assert all(row.source for row in line.rows)
    doubts = {doubt for row in line.rows for doubt in row.doubts}
    assert {"derived", "standing knowledge", "low confidence"} <= doubts
    told = [row for row in line.rows if not row.doubts and "Source document" not in row.source]
    assert told


def test_that_a_scenario_without_a_timeline_has_no_history() -> None:
    blank = find_scenario("blank").scenario
    assert history_line(blank, blank.starts[0].id) is None
