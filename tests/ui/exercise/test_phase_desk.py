"""The course of a turn through the real console: skipping, reopening, going back, the clock."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.scenes import AMB, BLU, blank, loaded, order, settings_for
from tests.ui.desk import CTRL, Desk
from wargame.model.ids import Phase
from wargame.play.live_game import LiveGame
from wargame.play.new_game import new_game
from wargame.play.phases import stands_noted
from wargame.ui.facilitator.facilitator_screen import FacilitatorScreen
from wargame.ui.facilitator.moments_sheet import MomentsSheet
from wargame.ui.home.home_screen import HomeScreen
from wargame.ui.theme.switch import ThemeSwitch

Sit = Callable[[Callable[[LiveGame], object]], Desk]
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def sit(qtbot: QtBot, themes: ThemeSwitch, saves: Path, tmp_path: Path) -> Iterator[Sit]:
    """Opens a session after some commands of the game; people in every seat."""
    desks: list[Desk] = []

    def at(play: Callable[[LiveGame], object]) -> Desk:
        path = saves / "game.wargame"
        game = new_game(loaded("blank"), settings_for(blank()), path)
        play(game)
        game.close()
        desk = Desk(qtbot, themes, tmp_path / "window.ini", path)
        desk.wait_for(FacilitatorScreen)
        desks.append(desk)
        return desk

    yield at
    for desk in desks:
        desk.window.close()


def game_of(desk: Desk) -> LiveGame:
    exercise = desk.window.exercise
    assert exercise is not None
    return exercise.bridge.game


def course(desk: Desk) -> QMenu:
    exercise = desk.window.exercise
    assert exercise is not None
    return exercise._phases.course_menu()


def take(desk: Desk, words: str) -> None:
    """Choose what begins with these words in the menu of the course."""
    menu = course(desk)
    next(action for action in menu.actions() if action.text().startswith(words)).trigger()


def locked(game: LiveGame) -> None:
    game.start_planning()
    game.keep_draft(BLU, 1, order("C04", "AMB"))
    game.seal(AMB, ())
    game.lock_and_adjudicate()


def published(game: LiveGame) -> None:
    locked(game)
    game.publish()


def test_that_planning_can_be_skipped(sit: Sit, qtbot: QtBot) -> None:
    desk = sit(lambda _game: None)
    take(desk, "Skip planning")
    qtbot.waitUntil(lambda: game_of(desk).world.phase is Phase.ADJUDICATE, timeout=20_000)


def test_that_a_turn_that_is_stopped_while_computers_decide_leaves_planning_as_it_was(
    sit: Sit, qtbot: QtBot
) -> None:
    desk = sit(LiveGame.start_planning)
    game = game_of(desk)
    logged = len(game.records)
    console = desk.wait_for(FacilitatorScreen)
    console.lock_wished.emit()
    # At once: what the job found meanwhile reaches the window only through its event loop.
    console.foot.stop_wished.emit()
    exercise = desk.window.exercise
    assert exercise is not None
    assert not exercise._phases.is_adjudicating
    assert console.foot.primary.isEnabled()
    assert len(game.records) == logged
    console.lock_wished.emit()
    qtbot.waitUntil(lambda: game.world.phase is Phase.ADJUDICATE, timeout=20_000)


def test_that_planning_is_reopened_with_its_drafts_and_a_clock_that_stands(sit: Sit) -> None:
    desk = sit(locked)
    take(desk, "Reopen planning")
    game = game_of(desk)
    assert game.world.phase is Phase.PLAN
    assert [draft.order for draft in game.drafts(BLU)] == [order("C04", "AMB")]
    console = desk.wait_for(FacilitatorScreen)
    assert not console.bar.countdown.is_running
    assert console.bar.countdown.text()


def test_that_the_briefing_is_reopened_from_planning(sit: Sit) -> None:
    desk = sit(LiveGame.start_planning)
    take(desk, "Reopen the briefing")
    assert game_of(desk).world.phase is Phase.BRIEF


def test_that_an_outcome_is_published_and_passed_over_in_one_step(sit: Sit) -> None:
    desk = sit(locked)
    take(desk, "Publish and begin")
    assert (game_of(desk).world.turn, game_of(desk).world.phase) == (2, Phase.BRIEF)


def test_that_ctrl_z_takes_a_publication_back_and_ctrl_shift_z_gives_it_back(sit: Sit) -> None:
    desk = sit(published)
    console = desk.wait_for(FacilitatorScreen)
    desk.key(Qt.Key.Key_Z, CTRL)
    assert game_of(desk).world.phase is Phase.ADJUDICATE
    assert console._view is not None
    assert console._view.phase is Phase.ADJUDICATE
    desk.key(Qt.Key.Key_Z, CTRL | SHIFT)
    assert game_of(desk).world.phase is Phase.OUTCOME


def test_that_the_list_of_moments_leads_back_with_a_reason(sit: Sit, qtbot: QtBot) -> None:
    desk = sit(published)
    take(desk, "Go back to")
    sheet = desk.window.findChild(MomentsSheet)
    assert sheet is not None
    qtbot.waitUntil(sheet.isVisible)
    rows = [moment.words for moment in sheet._model.rows]
    assert rows[0] == "Turn 1, adjudicated, not published"
    sheet.choose(rows.index("Turn 1, before the lock"))
    sheet.reason.setText("A team was out of the room")
    QTest.mouseClick(sheet.go, Qt.MouseButton.LeftButton)
    game = game_of(desk)
    assert game.world.phase is Phase.PLAN
    assert game.records[-1].event.kind == "went-back"
    assert getattr(game.records[-1].event, "reason", "") == "A team was out of the room"
    assert not desk.window.sheet.isVisible()


def test_that_nothing_is_offered_where_there_is_nothing_to_take_back(sit: Sit) -> None:
    desk = sit(lambda _game: None)
    offered = {a.text(): a.isEnabled() for a in course(desk).actions() if not a.isSeparator()}
    assert offered == {
        "Skip planning and adjudicate": True,
        "Nothing to take back": False,
        "Nothing to do again": False,
        "Go back to…": False,
        "Automation…": True,
    }


def test_that_time_is_taken_off_and_given_in_any_phase(sit: Sit) -> None:
    desk = sit(lambda _game: None)
    bar = desk.wait_for(FacilitatorScreen).bar
    assert not bar.countdown.isVisible()
    QTest.mouseClick(bar.more, Qt.MouseButton.LeftButton)
    assert bar.countdown.is_running
    assert bar.planned == "of 05:00"
    QTest.mouseClick(bar.more, Qt.MouseButton.LeftButton)
    QTest.mouseClick(bar.less, Qt.MouseButton.LeftButton)
    assert bar.planned == "of 05:00"


def test_that_a_session_closed_in_planning_finds_its_time_again(sit: Sit, saves: Path) -> None:
    desk = sit(LiveGame.start_planning)
    bar = desk.wait_for(FacilitatorScreen).bar
    desk.key(Qt.Key.Key_F9)
    assert bar.countdown.is_running
    bar.time_added.emit(-5)
    desk.window._on_left()
    home = desk.wait_for(HomeScreen)
    assert home.isVisible()
    desk.window._preparation.open_path(saves / "game.wargame")
    again = desk.wait_for(FacilitatorScreen).bar
    assert again.pause.text() == "Resume"
    assert again.countdown.text() in {"15:00", "14:59"}
    assert again.planned == "of 15:00"


def test_that_a_clock_found_running_after_a_crash_is_noted_to_stand(sit: Sit) -> None:
    desk = sit(LiveGame.start_planning)
    desk.wait_for(FacilitatorScreen)
    assert stands_noted(game_of(desk).line)


def test_that_control_types_orders_for_a_team_without_its_pin(sit: Sit) -> None:
    from wargame.ui.team.team_screen import TeamScreen

    desk = sit(LiveGame.start_planning)
    console = desk.wait_for(FacilitatorScreen)
    console.seats.choose(AMB)
    menu = console.seats.seat_menu()
    next(a for a in menu.actions() if a.text() == "Type orders for the team").trigger()
    team = desk.wait_for(TeamScreen)
    assert team._view is not None
    assert team._view.seat == AMB
