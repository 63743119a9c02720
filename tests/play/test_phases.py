"""Phases out of order, and a clock that a closed session remembers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.scenes import BLU, loaded, order, settings_for
from wargame.errors import RuleError
from wargame.model.events import ClockSet, Event, OrdersUnsealed, PhaseBegan, Record
from wargame.model.ids import Phase
from wargame.play.live_game import LiveGame, open_game
from wargame.play.new_game import new_game
from wargame.play.phases import (
    TimeLeft,
    note_clock,
    reopen_briefing,
    stands_noted,
    time_left,
)


@pytest.fixture
def game(tmp_path: Path) -> Iterator[LiveGame]:
    blank = loaded("blank")
    live = new_game(blank, settings_for(blank.scenario), tmp_path / "game.wargame")
    yield live
    live.close()


def line(*events: tuple[int, Event]) -> list[Record]:
    """Records at seconds after ten o'clock."""
    return [
        Record(number, f"2030-01-01T10:{second // 60:02}:{second % 60:02}.000+00:00", event)
        for number, (second, event) in enumerate(events, start=1)
    ]


PLANNING = PhaseBegan(1, Phase.PLAN)


def test_that_the_briefing_is_reopened_with_what_was_sealed(game: LiveGame) -> None:
    with pytest.raises(RuleError, match="from planning"):
        reopen_briefing(game)
    game.start_planning()
    game.seal(BLU, (order("C04", "AMB"),))
    reopen_briefing(game)
    assert game.world.phase is Phase.BRIEF
    game.start_planning()
    assert game.world.sealed_orders(BLU) == (order("C04", "AMB"),)


def test_that_a_stopped_clock_is_found_as_it_was_left(game: LiveGame) -> None:
    game.start_planning()
    note_clock(game, 421.5, 1500.0, runs=False)
    path = game.path
    game.close()
    again = open_game(path)
    assert time_left(again.line, 25) == TimeLeft(421.5, 1500.0)
    again.close()


def test_that_a_clock_without_a_note_ran_until_the_last_event() -> None:
    log = line((0, PLANNING), (90, OrdersUnsealed(BLU)))
    assert time_left(log, 25) == TimeLeft(1410.0, 1500.0)


def test_that_a_running_clock_counts_from_its_note() -> None:
    log = line((0, PLANNING), (60, ClockSet(600.0, 900.0, runs=True)), (90, OrdersUnsealed(BLU)))
    assert time_left(log, 25) == TimeLeft(570.0, 900.0)


def test_that_time_that_ran_out_is_not_owed() -> None:
    log = line((0, PLANNING), (3000, OrdersUnsealed(BLU)))
    assert time_left(log, 25) == TimeLeft(0.0, 1500.0)


def test_that_only_a_note_says_that_a_clock_stands() -> None:
    running = line((0, PLANNING), (5, ClockSet(60.0, 60.0, runs=True)))
    standing = line((0, PLANNING), (5, ClockSet(60.0, 60.0, runs=False)), (9, OrdersUnsealed(BLU)))
    assert not stands_noted(line((0, PLANNING)))
    assert not stands_noted(running)
    assert stands_noted(standing)


def test_that_other_phases_and_sessions_without_a_clock_have_none() -> None:
    assert time_left(line((0, PhaseBegan(1, Phase.BRIEF))), 25) is None
    assert time_left(line((0, PLANNING)), 0) is None
    log = line(
        (0, PLANNING), (5, ClockSet(60.0, 60.0, runs=True)), (9, PhaseBegan(1, Phase.ADJUDICATE))
    )
    assert time_left(log, 25) is None
