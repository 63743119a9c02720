"""The set-up, filled with the keyboard as a facilitator fills it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.scenes import AMB, BLU, GRN, blank, settings_for
from wargame.model.ids import Controller
from wargame.model.seats import Player
from wargame.play.computer_seats import available
from wargame.play.library import find_scenario
from wargame.play.settings import default_settings
from wargame.ui.setup.players_editor import PlayersEditor
from wargame.ui.setup.role_field import RoleField
from wargame.ui.setup.seat_list import SeatList
from wargame.ui.setup.setup_form import SetupForm
from wargame.ui.setup.setup_screen import SetupScreen
from wargame.ui.theme.metrics import TABLE_ROW_HEIGHT
from wargame.ui.widgets.buttons import PrimaryButton
from wargame.ui.widgets.field import Field
from wargame.ui.widgets.segmented import SegmentedControl

OFFERED = (Controller.PEOPLE, Controller.FACILITATOR)


@pytest.fixture
def setup(dark: QApplication, qtbot: QtBot) -> Iterator[SetupScreen]:
    seeds = count(1000)
    screen = SetupScreen(blank(), settings_for(blank()), OFFERED, lambda: next(seeds))
    qtbot.addWidget(screen)
    screen.resize(1280, 720)
    screen.show()
    screen.activateWindow()
    assert QTest.qWaitForWindowActive(screen)
    screen.focus_work()
    yield screen
    screen.hide()


def start_button(setup: SetupScreen) -> PrimaryButton:
    return setup.findChildren(PrimaryButton)[0]


def focused() -> QWidget:
    holder = QApplication.focusWidget()
    assert holder is not None
    return holder


def edit_named(setup: SetupScreen, name: str) -> QLineEdit:
    return next(e for e in setup.findChildren(QLineEdit) if e.accessibleName() == name)


def faults(setup: SetupScreen) -> list[str]:
    return [field.fault() for field in setup.findChildren(Field) if field.fault()]


def test_that_names_are_typed_one_after_the_other(setup: SetupScreen) -> None:
    view = setup.findChildren(SeatList)[0].view
    QTest.keyClick(view, Qt.Key.Key_Return)
    for name in ("Dana", "Tom", "Ravi"):
        QTest.keyClicks(focused(), name)
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    names = [player.name for player in setup.form.seat(BLU).players]
    assert names == ["Dana", "Tom", "Ravi"]


def test_that_backspace_on_an_empty_name_takes_the_player_away(setup: SetupScreen) -> None:
    editor = setup.findChildren(PlayersEditor)[0]
    editor.focus_next()
    QTest.keyClicks(focused(), "Dana")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    QTest.keyClicks(focused(), "T")
    QTest.keyClick(focused(), Qt.Key.Key_Backspace)
    QTest.keyClick(focused(), Qt.Key.Key_Backspace)
    assert setup.form.seat(BLU).players == (Player("Dana"),)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_that_a_role_is_one_of_the_teams_or_words_of_ones_own(setup: SetupScreen) -> None:
    editor = setup.findChildren(PlayersEditor)[0]
    editor.focus_next()
    QTest.keyClicks(focused(), "Dana")
    role = next(f for f in setup.findChildren(RoleField) if f.isEnabled())
    role.setFocus()
    QTest.keyClicks(role, "Speaks for the north")
    assert setup.form.seat(BLU).players == (Player("Dana", "Speaks for the north"),)
    completer = role.completer()
    model = completer.model()
    offered = [str(model.index(n, 0).data()) for n in range(model.rowCount())]
    assert offered == [each.title for each in blank().actor[BLU].roles]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_that_escape_closes_the_list_of_roles_before_it_leaves(
    setup: SetupScreen, qtbot: QtBot
) -> None:
    editor = setup.findChildren(PlayersEditor)[0]
    editor.focus_next()
    QTest.keyClicks(focused(), "Dana")
    role = next(f for f in setup.findChildren(RoleField) if f.isEnabled())
    role.setFocus()
    QTest.keyClick(role, Qt.Key.Key_Down)
    offered = role.completer().popup()
    assert offered is not None
    assert offered.isVisible()
    assert offered.sizeHintForRow(0) == TABLE_ROW_HEIGHT
    with qtbot.assertNotEmitted(setup.home_wished):
        QTest.keyClick(role, Qt.Key.Key_Escape)
        QTest.keyClick(offered, Qt.Key.Key_Escape)
    assert not offered.isVisible()
    with qtbot.waitSignal(setup.home_wished, timeout=1000):
        QTest.keyClick(role, Qt.Key.Key_Escape)


def test_that_each_seat_keeps_its_own_team(setup: SetupScreen) -> None:
    editor, seats = setup.findChildren(PlayersEditor)[0], setup.findChildren(SeatList)[0]
    for actor, name in ((BLU, "Dana"), (AMB, "Leila")):
        seats.choose(actor)
        editor.focus_next()
        QTest.keyClicks(focused(), name)
    assert setup.form.seat(BLU).players == (Player("Dana"),)
    assert setup.form.seat(AMB).players == (Player("Leila"),)
    assert "Dana" in str(seats.view.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole))


def test_that_who_decides_is_chosen_with_the_arrow_keys(setup: SetupScreen, qtbot: QtBot) -> None:
    control = setup.findChildren(SegmentedControl)[0]
    control.setFocus()
    with qtbot.waitSignal(setup.form_changed):
        QTest.keyClick(control, Qt.Key.Key_Right)
    assert setup.form.seat(BLU).controller is Controller.FACILITATOR
    assert not setup.findChildren(PlayersEditor)[0].isVisible()


def test_that_a_wrong_seed_is_said_beside_the_field_and_holds_the_start(
    setup: SetupScreen,
) -> None:
    seed = edit_named(setup, "Seed")
    seed.setFocus()
    seed.selectAll()
    QTest.keyClicks(seed, "4x")
    assert any("whole number" in fault for fault in faults(setup))
    assert not start_button(setup).isEnabled()
    assert start_button(setup).toolTip()
    seed.selectAll()
    QTest.keyClicks(seed, "48151")
    assert not faults(setup)
    assert start_button(setup).isEnabled()


def test_that_a_new_seed_is_another_one_each_time(setup: SetupScreen) -> None:
    for expected in ("1000", "1001"):
        setup.fields.new_seed.click()
        assert setup.form.seed == expected == edit_named(setup, "Seed").text()


def test_that_a_half_pin_is_said_once_the_field_is_left(setup: SetupScreen) -> None:
    pin = edit_named(setup, "PIN, if the team wants one")
    pin.setFocus()
    QTest.keyClicks(pin, "12a")
    assert pin.text() == "12"
    assert not start_button(setup).isEnabled()
    assert not faults(setup)
    edit_named(setup, "Name of the session").setFocus()
    assert any("4 digits" in fault for fault in faults(setup))


def test_that_a_refusal_of_the_rules_holds_the_start_until_something_changes(
    setup: SetupScreen,
) -> None:
    setup.set_refusal("Blue: two players have the same name.")
    assert not start_button(setup).isEnabled()
    title = edit_named(setup, "Name of the session")
    QTest.keyClicks(title, "!")
    assert start_button(setup).isEnabled()


def test_that_ctrl_enter_starts_with_the_form_as_it_stands(
    setup: SetupScreen, qtbot: QtBot
) -> None:
    title = edit_named(setup, "Name of the session")
    title.setFocus()
    title.selectAll()
    QTest.keyClicks(title, "Evening seminar")
    with qtbot.waitSignal(setup.start_wished) as start:
        QTest.keyClick(setup, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (form,) = start.args or [None]
    assert isinstance(form, SetupForm)
    assert form.title == "Evening seminar"


def test_that_playing_a_seat_alone_names_the_session_after_it(setup: SetupScreen) -> None:
    setup.deal("solo", GRN)
    name = blank().actor[GRN].name
    assert setup.form.count(Controller.PEOPLE) == 1
    assert start_button(setup).text() == "Start the game"
    # The session had a name of its own, which a preset does not take away.
    assert setup.form.title == "A test"
    title = edit_named(setup, "Name of the session")
    title.selectAll()
    QTest.keyClicks(title, blank().title)
    setup.deal("solo", GRN)
    assert setup.form.title == f"Solo as {name}"


def test_that_nothing_starts_twice(setup: SetupScreen, qtbot: QtBot) -> None:
    setup.set_busy("Starting the session")
    with qtbot.assertNotEmitted(setup.start_wished):
        start_button(setup).click()
    setup.set_busy("")
    assert start_button(setup).isEnabled()


def test_that_a_scenario_with_a_chronicle_offers_history(dark: QApplication, qtbot: QtBot) -> None:
    tehran = find_scenario("after-tehran").scenario
    screen = SetupScreen(tehran, default_settings(tehran), available(tehran), lambda: 1)
    qtbot.addWidget(screen)
    screen.resize(1280, 720)
    screen.show()
    choice = screen.findChildren(SegmentedControl)[0]
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_End)
    for _ in available(tehran):
        QTest.keyClick(choice, Qt.Key.Key_Right)
    assert choice.current() == Controller.HISTORY
    assert screen.form.seats[0].controller is Controller.HISTORY
    assert choice.width() >= choice.sizeHint().width(), "the kinds of seats must all be readable"


@pytest.mark.parametrize("name", ["automatic", "forecast", "computers"])
def test_that_what_the_program_does_by_itself_can_be_switched_off_and_on(
    setup: SetupScreen, name: str
) -> None:
    check = setup.fields.switches[name]
    for is_on in (False, True):
        check.click()
        assert getattr(setup.form, name) is is_on
        assert check.isChecked() is is_on
    check.click()
    title = edit_named(setup, "Name of the session")
    QTest.keyClicks(title, " again")
    assert setup.form.title == "A test again"
    assert getattr(setup.form, name) is False
