"""Readings are blank until a team gives its own or the next lock, and then stand beside the act."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.scenes import AMB, BLU, GRN, loaded, order, settings_for
from wargame.errors import RuleError
from wargame.model.ids import Controller
from wargame.model.seat_view import KnownEvent
from wargame.model.seats import Seat
from wargame.play.dealings.perceptions import Perceptions
from wargame.play.live_game import LiveGame
from wargame.play.new_game import new_game


@pytest.fixture
def game(tmp_path: Path) -> Iterator[LiveGame]:
    blank = loaded("blank")
    live = new_game(blank, settings_for(blank.scenario), tmp_path / "game.wargame")
    live.change_seat(Seat(GRN, Controller.FACILITATOR))
    live.start_planning()
    live.seal(BLU, (order("D04", "GRN"),))
    live.seal(AMB, (order("M13", "BLU", meant=4.0),))
    live.seal(GRN, ())
    live.lock_and_adjudicate()
    live.publish()
    yield live
    live.close()


def asked(game: LiveGame) -> list[KnownEvent]:
    return [event for event in game.view(BLU).known if event.reading == "asked"]


def test_that_a_team_reads_blind_until_it_has_read(game: LiveGame) -> None:
    event = asked(game)[0]
    assert event.read_rung is None
    Perceptions(game).record(BLU, event.number, 8.0)
    mine = game.view(BLU).known[event.number - 1]
    assert (mine.read_rung, mine.reading) == (8.0, "ours")
    Perceptions(game).record(BLU, event.number, 9.0)
    assert game.view(BLU).known[event.number - 1].read_rung == 9.0
    assert len(game.world.perceptions) == 1


def test_that_seats_without_a_team_are_not_asked(game: LiveGame) -> None:
    assert all(event.reading == "estimate" for event in game.view(GRN).known)


def test_that_the_estimate_stands_in_once_the_next_plans_are_locked(game: LiveGame) -> None:
    number = asked(game)[0].number
    game.begin_next_turn()
    assert game.view(BLU).known[number - 1].reading == "asked"
    game.start_planning()
    game.lock_and_adjudicate()
    event = game.view(BLU).known[number - 1]
    assert event.reading == "estimate"
    assert event.read_rung is not None


def test_that_a_crossing_that_the_team_saw_marks_its_line(game: LiveGame) -> None:
    event = asked(game)[0]
    assert game.view(BLU).red_lines[0].crossed is None
    Perceptions(game).record(BLU, event.number, 5.0, line="soil")
    assert game.view(BLU).red_lines[0].crossed == 1
    assert game.view(AMB).red_lines[0].crossed is None


@pytest.mark.parametrize("rung", [-1.0, 20.5, float("nan")])
def test_that_a_rung_that_does_not_exist_is_refused(game: LiveGame, rung: float) -> None:
    with pytest.raises(RuleError, match="between 0 and 20"):
        Perceptions(game).record(BLU, asked(game)[0].number, rung)


def test_that_only_what_was_seen_of_others_can_be_read(game: LiveGame) -> None:
    own = next(event for event in game.view(BLU).known if event.how == "own")
    for number in (own.number, 999, 0):
        with pytest.raises(RuleError, match="saw nothing there"):
            Perceptions(game).record(BLU, number, 5.0)
    with pytest.raises(RuleError, match="no such red line"):
        Perceptions(game).record(BLU, asked(game)[0].number, 5.0, line="elsewhere")


def test_that_control_sees_meant_real_and_read_beside_each_other(game: LiveGame) -> None:
    Perceptions(game).record(BLU, asked(game)[0].number, 8.0)
    row = next(row for row in Perceptions(game).acts() if row.actor == AMB)
    assert row.meant == 4.0
    mine = next(reader for reader in row.readers if reader.seat == BLU)
    assert mine.read == 8.0
    assert mine.estimate >= 0
    assert all(reader.read is None for reader in row.readers if reader.seat != BLU)
