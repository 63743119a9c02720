"""From the console to the rulings and back, in the whole window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.scenes import AMB, BLU, GRN, loaded, order, settings_for
from tests.ui.desk import CTRL, Desk
from wargame.model.arguments import Argument
from wargame.model.events import GameEnded
from wargame.model.happenings import SystemSettled
from wargame.model.ids import Phase
from wargame.model.ledger import Entry
from wargame.model.orders import WRITTEN, Order
from wargame.model.outcome import Ending, Outcome
from wargame.model.rulings import AutomationSet, OrderRuled
from wargame.play.changes import Changes
from wargame.play.live_game import LiveGame
from wargame.play.new_game import new_game
from wargame.ui.adjudicate.adjudicate_screen import AdjudicateScreen
from wargame.ui.facilitator.automation_sheet import AutomationSheet
from wargame.ui.facilitator.facilitator_screen import FacilitatorScreen
from wargame.ui.facilitator.go_on_sheet import GoOnSheet
from wargame.ui.theme.switch import ThemeSwitch

CALL = Order(
    WRITTEN,
    AMB,
    argument=Argument("We close both harbours until the harvest is in.", "No patrol leaves."),
)


@pytest.fixture
def desk(qtbot: QtBot, themes: ThemeSwitch, tmp_path: Path) -> Iterator[Desk]:
    blank = loaded("blank")
    game = new_game(blank, settings_for(blank.scenario), tmp_path / "game.wargame")
    game.start_planning()
    game.seal(BLU, (order("C04", "AMB"), CALL))
    game.seal(AMB, ())
    game.seal(GRN, ())
    game.close()
    sat = Desk(qtbot, themes, tmp_path / "window.ini", game.path)
    sat.wait_for(FacilitatorScreen)
    yield sat
    sat.window.close()


def game_of(desk: Desk) -> LiveGame:
    exercise = desk.window.exercise
    assert exercise is not None
    return exercise.bridge.game


def test_that_control_rules_on_what_asks_for_it_and_then_publishes(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.lock()
    console = desk.wait_for(FacilitatorScreen)
    assert console.foot.primary.text().startswith("Review ")
    desk.key(Qt.Key.Key_Return, CTRL)
    screen = desk.wait_for(AdjudicateScreen)
    case = screen.case
    assert case is not None
    screen.queue.accept.click()
    screen.queue.accept.click()
    found = next(row for row in screen._view.rows if row.case.is_written)
    screen.case_wished.emit(found.case)
    screen.argument.roll.click()
    screen.ruling.record.click()
    game = game_of(desk)
    assert any(isinstance(record.event, OrderRuled) for record in game.records)
    for row in screen._view.rows:
        if not row.ruled_at:
            screen.case_wished.emit(row.case)
            screen.ruling.record.click()
    screen.bar.back.click()
    console = desk.wait_for(FacilitatorScreen)
    assert console.foot.primary.text() == "Publish the outcome"
    desk.publish()
    assert game.world.phase is Phase.OUTCOME


def test_that_a_ruling_is_taken_back_with_one_undo(desk: Desk, qtbot: QtBot) -> None:
    desk.lock()
    console = desk.wait_for(FacilitatorScreen)
    console.review_wished.emit()
    screen = desk.wait_for(AdjudicateScreen)
    screen.queue.accept.click()
    screen.queue.accept.click()
    screen.bar.back.click()
    console = desk.wait_for(FacilitatorScreen)
    before = len(game_of(desk).world.rulings.rulings)
    assert before > 0
    console.undo_wished.emit()
    assert not game_of(desk).world.rulings.rulings


def test_that_the_automation_is_switched_from_the_course_of_the_exercise(
    desk: Desk, qtbot: QtBot
) -> None:
    exercise = desk.window.exercise
    assert exercise is not None
    exercise._phases._on_automation()
    sheet = desk.wait_for(AutomationSheet)
    sheet.checks["automatic"].setChecked(False)
    sheet.keep.click()
    game = game_of(desk)
    assert isinstance(game.records[-1].event, AutomationSet)
    assert not game.world.settings.automatic


def test_that_control_lets_an_ended_game_go_on_with_a_reason(desk: Desk, qtbot: QtBot) -> None:
    desk.lock()
    game = game_of(desk)
    words = "Control over the escalation was lost."
    lost = Entry("all_out", "", "", 0.0, 1.0, "hazard", "S23")
    settled = SystemSettled(1, "hazard", words, (), public=True, draws=(), ledger=(lost,))
    end = GameEnded(1, Outcome(Ending.ALL_OUT_WAR, words))
    game.commit([settled, end], Changes(meter=True))
    exercise = desk.window.exercise
    assert exercise is not None
    menu = exercise._phases.course_menu()
    (action,) = [a for a in menu.actions() if a.text() == "Let the game go on…"]
    action.trigger()
    sheet = desk.wait_for(GoOnSheet)
    assert not sheet.keep.isEnabled()
    sheet.reason.insertPlainText("One bad draw; the room is not done.")
    sheet.keep.click()
    assert game.world.outcome is None
    menu.close()
