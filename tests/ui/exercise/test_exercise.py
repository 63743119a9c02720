"""The laptop as it goes round: PINs, hiding, what is left behind, and the clock."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.scenes import AMB, BLU, GRN, blank, loaded, order, settings_for
from tests.ui.desk import CTRL, Desk
from wargame.model.ids import Controller, MoveId, Phase
from wargame.model.seats import Settings
from wargame.play.live_game import LiveGame, open_game
from wargame.play.new_game import new_game
from wargame.play.settings import hash_pin
from wargame.ui.facilitator.facilitator_screen import FacilitatorScreen
from wargame.ui.handover.handover_screen import HandoverScreen
from wargame.ui.home.home_screen import HomeScreen
from wargame.ui.team.team_screen import TeamScreen
from wargame.ui.theme.switch import ThemeSwitch
from wargame.ui.widgets.pin_field import PinField
from wargame.ui.widgets.text import Paragraph

Sit = Callable[..., Desk]


@pytest.fixture
def sit(qtbot: QtBot, themes: ThemeSwitch, saves: Path, tmp_path: Path) -> Iterator[Sit]:
    """Opens a session in planning; people in every seat unless told otherwise."""
    desks: list[Desk] = []

    def at(changed: Callable[[Settings], Settings] = lambda s: s) -> Desk:
        path = saves / "game.wargame"
        game = new_game(loaded("blank"), changed(settings_for(blank())), path)
        game.start_planning()
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


def with_pin(settings: Settings) -> Settings:
    seats = tuple(
        replace(seat, pin=hash_pin("4711")) if seat.actor == AMB else seat
        for seat in settings.seats
    )
    return replace(settings, seats=seats)


def runs(console: FacilitatorScreen) -> bool:
    return console.bar.countdown.is_running


def words_of(window: QWidget) -> str:
    """Everything that any widget of the window says, shown or not."""
    said = [label.text() for label in window.findChildren(QLabel)]
    said += [part.text() for part in window.findChildren(Paragraph)]
    said += [part.accessibleName() for part in window.findChildren(QWidget)]
    said += [part.toolTip() for part in window.findChildren(QWidget)]
    return "\n".join(said)


def test_that_the_right_pin_opens_the_seat(sit: Sit) -> None:
    desk = sit(with_pin)
    desk.hand_over(AMB)
    team = desk.open_seat("4711")
    assert team._view is not None
    assert team._view.seat == AMB


def test_that_five_wrong_pins_leave_the_seat_to_control(sit: Sit, qtbot: QtBot) -> None:
    desk = sit(with_pin)
    page = desk.hand_over(AMB)
    pin = page.findChildren(PinField)[0]
    name = blank().actor[AMB].name
    for left in (4, 3, 2, 1):
        qtbot.waitUntil(pin.hasFocus)
        desk.type("0000")
        desk.key(Qt.Key.Key_Return)
        tries = "1 try" if left == 1 else f"{left} tries"
        words = f"That is not {name}’s PIN. {tries} left."
        qtbot.waitUntil(lambda words=words: page.fault.text() == words)  # type: ignore[misc]
    qtbot.waitUntil(pin.hasFocus)
    desk.type("0000")
    desk.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Control has to open" in page.fault.text())
    assert desk.seen(TeamScreen) is None
    # Going to the console and back gives no new tries.
    desk.back_to_control()
    page = desk.hand_over(AMB)
    assert "Control has to open" in page.fault.text()
    page.control.click()
    page.step.seat.click()
    desk.wait_for(TeamScreen)


def test_that_nothing_of_a_seat_is_left_once_its_screen_is_hidden(sit: Sit, qtbot: QtBot) -> None:
    desk = sit()
    desk.hand_over(BLU)
    team = desk.open_seat()
    view = team._view
    assert view is not None
    secrets = [line.text for line in view.red_lines] + [goal.text for goal in view.objectives]
    assert secrets
    assert any(secret in words_of(desk.window) for secret in secrets)
    QGuiApplication.clipboard().setText("our plan")
    with qtbot.waitSignal(team.destroyed):
        desk.key(Qt.Key.Key_H, CTRL)
        desk.wait_for(HandoverScreen)
    assert desk.window.findChildren(TeamScreen) == []
    left = words_of(desk.window)
    assert not [secret for secret in secrets if secret in left]
    assert QGuiApplication.clipboard().text() == ""
    assert QApplication.activePopupWidget() is None


def test_that_hiding_goes_to_the_next_team_that_still_plans(sit: Sit) -> None:
    desk = sit()
    game_of(desk).seal(AMB, ())
    desk.hand_over(BLU)
    desk.open_seat()
    desk.key(Qt.Key.Key_H, CTRL)
    page = desk.wait_for(HandoverScreen)
    assert page.title.text() == f"Pass the laptop to {blank().actor[GRN].name}"
    desk.open_seat()
    page = desk.seal()
    assert page.title.text() == f"Pass the laptop to {blank().actor[BLU].name}"


def test_that_the_last_team_comes_back_to_its_own_seat_after_hiding_it(sit: Sit) -> None:
    desk = sit()
    for seat in (AMB, GRN):
        game_of(desk).seal(seat, ())
    desk.hand_over(BLU)
    desk.open_seat()
    desk.key(Qt.Key.Key_H, CTRL)
    page = desk.wait_for(HandoverScreen)
    assert page.title.text() == f"Pass the laptop to {blank().actor[BLU].name}"
    desk.open_seat()
    page = desk.seal()
    assert page.title.text() == "Give the laptop back to control"


def test_that_what_was_typed_last_is_on_disk_when_the_screen_is_hidden(
    sit: Sit, saves: Path
) -> None:
    desk = sit()
    desk.hand_over(BLU)
    team = desk.open_seat()
    desk.write_order(blank().move[MoveId("C04")].name, AMB)
    assert team.planning is not None
    message = team.planning.composer.message
    message.setFocus()
    desk.type("Stop now")
    desk.key(Qt.Key.Key_H, CTRL)
    desk.wait_for(HandoverScreen)
    (draft,) = game_of(desk).drafts(BLU)
    assert draft.order.message == "Stop now"
    desk.window.close()
    game = open_game(saves / "game.wargame")
    assert game.drafts(BLU) == (draft,)
    game.close()


def test_that_a_team_finds_its_drafts_and_may_take_its_orders_back(sit: Sit) -> None:
    desk = sit()
    move = MoveId("C04")
    desk.hand_over(BLU)
    desk.open_seat()
    desk.write_order(blank().move[move].name, AMB)
    desk.seal()
    assert game_of(desk).world.sealed_orders(BLU) is not None
    desk.back_to_control()
    desk.hand_over(BLU)
    team = desk.open_seat()
    team.resting.unseal_wished.emit()
    assert game_of(desk).world.sealed_orders(BLU) is None
    assert team.planning is not None
    kept = team.planning.writer.sheet.order(1)
    assert kept is not None
    assert (kept.move, kept.target) == (move, AMB)


def test_that_a_sheet_against_the_rules_is_refused_beside_it(sit: Sit) -> None:
    desk = sit()
    desk.hand_over(BLU)
    team = desk.open_seat()
    team.seal_wished.emit((order("C04"),))
    assert desk.seen(TeamScreen) is team
    assert game_of(desk).world.sealed_orders(BLU) is None
    assert team.planning is not None
    assert team.planning.writer.fault
    assert desk.window.banner.text() == ""


def test_that_the_readings_of_an_order_arrive(sit: Sit, qtbot: QtBot) -> None:
    desk = sit()
    desk.hand_over(BLU)
    team = desk.open_seat()
    desk.write_order(blank().move[MoveId("C04")].name, AMB)
    assert team.planning is not None
    panel = team.planning.readings
    qtbot.waitUntil(lambda: bool(panel._readings), timeout=10_000)
    assert {reading.actor for reading in panel._readings} <= {AMB, GRN}


def test_that_controls_own_seats_open_and_close_without_a_hand_over(sit: Sit) -> None:
    def mine(settings: Settings) -> Settings:
        seats = [replace(seat, controller=Controller.FACILITATOR) for seat in settings.seats]
        return replace(settings, seats=tuple(seats))

    desk = sit(mine)
    console = desk.wait_for(FacilitatorScreen)
    console.seats.choose(GRN)
    console.seats.tree.setFocus()
    desk.key(Qt.Key.Key_Return)
    desk.wait_for(TeamScreen)
    desk.key(Qt.Key.Key_Return, CTRL)
    desk.wait_for(FacilitatorScreen)
    assert game_of(desk).world.sealed_orders(GRN) == ()


def test_that_hiding_a_seat_of_controls_own_does_not_show_the_console(sit: Sit) -> None:
    def mine(settings: Settings) -> Settings:
        seats = [replace(seat, controller=Controller.FACILITATOR) for seat in settings.seats]
        return replace(settings, seats=tuple(seats))

    desk = sit(mine)
    console = desk.wait_for(FacilitatorScreen)
    console.seat_opened.emit(GRN)
    desk.wait_for(TeamScreen)
    desk.key(Qt.Key.Key_H, CTRL)
    page = desk.wait_for(HandoverScreen)
    assert page.title.text() == "Give the laptop back to control"
    assert not console.isVisible()
    desk.back_to_control()


def test_that_hiding_the_console_asks_for_control(sit: Sit) -> None:
    desk = sit()
    desk.key(Qt.Key.Key_H, CTRL)
    page = desk.wait_for(HandoverScreen)
    assert page.title.text() == "Give the laptop back to control"
    desk.back_to_control()


def test_that_a_clock_that_was_closed_in_planning_stands_still(sit: Sit) -> None:
    desk = sit()
    console = desk.wait_for(FacilitatorScreen)
    assert not runs(console)
    assert console.bar.countdown.text() == "20:00"
    console.resume_wished.emit()
    assert runs(console)
    console.time_added.emit(5)
    console.pause_wished.emit()
    assert console.bar.countdown.text() in {"25:00", "24:59"}
    page = desk.hand_over(BLU)
    assert page.clock.text() == console.bar.countdown.text()
    team = desk.open_seat()
    assert team.bar.countdown.text() == console.bar.countdown.text()


def test_that_planning_starts_the_clock_and_the_lock_ends_it(
    qtbot: QtBot, themes: ThemeSwitch, saves: Path, tmp_path: Path
) -> None:
    desk = Desk(qtbot, themes, tmp_path / "window.ini")
    console = desk.start("blank")
    desk.start_planning()
    assert runs(console)
    desk.lock()
    assert not runs(console)
    desk.window.close()


def test_that_closing_the_session_leads_home_and_back(sit: Sit, saves: Path) -> None:
    desk = sit()
    console = desk.wait_for(FacilitatorScreen)
    console.home_wished.emit()
    home = desk.wait_for(HomeScreen)
    assert desk.window.findChildren(TeamScreen) == []
    assert home.isVisible()
    game = open_game(saves / "game.wargame")
    assert game.world.phase is Phase.PLAN
    game.close()
