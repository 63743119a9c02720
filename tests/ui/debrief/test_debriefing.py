"""A finished game is looked back on through the real window."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk
from wargame.model.ids import ActorId
from wargame.play.debrief.replay import open_replay
from wargame.ui.debrief.debrief_bar import DebriefBar
from wargame.ui.debrief.debrief_screen import DebriefScreen
from wargame.ui.home.home_screen import HomeScreen
from wargame.ui.theme.paint import text_width
from wargame.ui.widgets.bars import StatusLine

BESIDE_WORDS = 40
"""Width (px) of a list's edges and its arrow."""
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_that_enter_on_a_finished_session_opens_its_debrief_at_the_end(
    screen: DebriefScreen, saved: Path
) -> None:
    replay = open_replay(saved)
    assert screen.scrubber.value() == replay.last
    assert "the game is over" in screen.transport.where.text()
    screen.go_to(replay.last - 1)
    assert "Time was up." in screen.transport.where.text()
    assert not list(saved.parent.glob("*-wal"))


def test_that_keys_go_through_the_game(screen: DebriefScreen) -> None:
    strip = screen.scrubber
    strip.setFocus()
    QTest.keyClick(strip, Qt.Key.Key_Home)
    assert strip.value() == 0
    QTest.keyClick(strip, Qt.Key.Key_Right)
    assert strip.value() == 1
    places = [place for _, place in screen._course.turn_places]
    QTest.keyClick(strip, Qt.Key.Key_Right, SHIFT)
    assert strip.value() == places[1]
    QTest.keyClick(strip, Qt.Key.Key_Left, SHIFT)
    assert strip.value() == places[0]
    QTest.keyClick(strip, Qt.Key.Key_End)
    assert strip.value() == strip.maximum()


def test_that_the_moment_shown_is_the_one_of_the_log(screen: DebriefScreen, saved: Path) -> None:
    replay = open_replay(saved)
    point = screen._course.turning_points[0]
    screen.points.place_chosen.emit(point.place)
    moment = screen._moment
    assert moment is not None
    world = replay.world(point.place)
    assert moment.index == replay.scenario.layout.read(world.values, "index")
    assert moment.number == point.number


def test_that_another_point_of_view_shows_what_it_knew_and_missed(
    screen: DebriefScreen, saved: Path
) -> None:
    replay = open_replay(saved)
    screen.bar.seat_chosen.emit("GRN")
    view = replay.view(ActorId("GRN"), replay.last)
    known = [row for row in screen.seen.rows if not row.is_missed]
    assert len(known) == len(view.known)
    screen.seen.missed.setChecked(False)
    assert all(not row.is_missed for row in screen.seen.rows)


def test_that_a_game_plays_on_by_itself_and_stops_at_its_end(
    screen: DebriefScreen, qtbot: QtBot
) -> None:
    screen.go_to(screen.scrubber.maximum() - 2)
    screen.transport.toggle()
    assert screen.transport.is_playing
    qtbot.waitUntil(lambda: not screen.transport.is_playing, timeout=20_000)
    assert screen.scrubber.value() == screen.scrubber.maximum()


def test_that_closing_leads_home_and_leaves_nothing(desk: Desk, screen: DebriefScreen) -> None:
    screen.bar.home.click()
    desk.wait_for(HomeScreen)
    assert desk.seen(DebriefScreen) is None


def test_that_a_save_that_cannot_be_read_is_one_sentence(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    preparation = desk.window._preparation
    broken = tmp_path / "broken.wargame"
    broken.write_bytes(b"no game")
    with qtbot.waitSignal(preparation.refused, timeout=20_000) as told:
        preparation._debriefing.open_path(broken)
    assert "broken" in told.args[0]
    assert "Traceback" not in told.args[0]


def test_that_dragging_within_a_turn_paints_the_strip_once(screen: DebriefScreen) -> None:
    strip = screen.scrubber
    first = screen._course.turn_places[1][1]
    screen.go_to(first + 1)
    strip.grab()
    kept = strip._kept
    screen.go_to(first + 2)
    strip.grab()
    assert strip._kept is kept
    screen.go_to(0)
    strip.grab()
    assert strip._kept is not kept


def test_that_the_last_line_says_what_is_looked_at(screen: DebriefScreen, desk: Desk) -> None:
    told = desk.window.findChild(StatusLine)
    assert told is not None
    assert told.accessibleName().startswith("Saved game, read only. Log: ")
    assert f"Seed {screen._course.seed}" in told.accessibleName()


@pytest.mark.parametrize("width", [1280, 1440])
def test_that_the_list_of_other_seats_says_what_it_is_beside_a_long_name(
    screen: DebriefScreen, width: int
) -> None:
    course = dataclasses.replace(screen._course, session="A seminar with a long name, spring")
    seats = (*course.seats, *(f"S{number}" for number in range(9)))
    labels = tuple(
        dataclasses.replace(course.actors[0], id=ActorId(seat), name="United States")
        for seat in seats
    )
    ids = tuple(ActorId(seat) for seat in seats)
    bar = DebriefBar(dataclasses.replace(course, seats=ids, actors=labels))
    bar.resize(width, bar.sizeHint().height())
    bar.show()
    words = text_width(bar.more.currentText(), bar.more.font())
    assert bar.more.width() >= words + BESIDE_WORDS
    bar.close()
