"""The start page, driven as a person drives it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.cards import now, scenario_card, session_card
from wargame.model.ids import Phase
from wargame.play.library import SessionCard
from wargame.ui.home.home_screen import HomeScreen
from wargame.ui.home.scenario_tile import BrokenTile, ScenarioTile
from wargame.ui.home.session_delegates import action_boxes
from wargame.ui.home.session_rows import SessionRow, actions_of
from wargame.ui.home.session_table import SessionTable
from wargame.ui.item_models.rows_model import RowsModel
from wargame.ui.widgets.text import TextLabel

ALPHA, BETA = scenario_card("alpha"), scenario_card("beta", title="Beta days")


@pytest.fixture
def home(dark: QApplication, qtbot: QtBot) -> HomeScreen:
    screen = HomeScreen(now)
    qtbot.addWidget(screen)
    screen.resize(1440, 900)
    screen.show_scenarios((ALPHA, BETA))
    screen.show()
    screen.activateWindow()
    assert QTest.qWaitForWindowActive(screen)
    return screen


def tile(home: HomeScreen, name: str) -> ScenarioTile:
    return next(t for t in home.findChildren(ScenarioTile) if t.card.id == name)


def table(home: HomeScreen) -> SessionTable:
    return home.findChildren(SessionTable)[0]


def words(home: HomeScreen) -> list[str]:
    return [label.text() for label in home.findChildren(TextLabel) if label.isVisible()]


def press_button(home: HomeScreen, row: int, column: int, key: str) -> None:
    view = table(home).view
    model = view.model()
    assert isinstance(model, RowsModel)
    found = model.rows[row]
    assert isinstance(found, SessionRow)
    cell = view.visualRect(model.index(row, column))
    boxes = action_boxes(cell, actions_of(found), backwards=False)
    keys = [action.key for action in actions_of(found)]
    place = boxes[keys.index(key)].center()  # type: ignore[arg-type]
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_that_the_first_sound_scenario_is_chosen(home: HomeScreen) -> None:
    home.show_scenarios((scenario_card("broken", error="line 3: no title"), ALPHA, BETA))
    assert home.current() == ALPHA


def test_that_a_double_click_on_a_card_runs_that_scenario(home: HomeScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(home.exercise_wished) as run:
        QTest.mouseClick(tile(home, "beta"), Qt.MouseButton.LeftButton, pos=QPoint(30, 30))
        QTest.mouseDClick(tile(home, "beta"), Qt.MouseButton.LeftButton, pos=QPoint(30, 30))
    assert run.args == [BETA]


def test_that_the_keys_of_the_first_row_act_on_the_chosen_scenario(
    home: HomeScreen, qtbot: QtBot
) -> None:
    home.choose("beta")
    with qtbot.waitSignal(home.exercise_wished) as run:
        QTest.keyClick(home, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(home.solo_wished) as solo:
        QTest.keyClick(home, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert run.args == solo.args == [BETA]


def test_that_arrow_keys_move_the_choice(home: HomeScreen) -> None:
    tile(home, "alpha").setFocus()
    QTest.keyClick(tile(home, "alpha"), Qt.Key.Key_Right)
    assert home.current() == BETA
    QTest.keyClick(tile(home, "beta"), Qt.Key.Key_Left)
    assert home.current() == ALPHA


def test_that_a_search_narrows_the_shelf_and_says_when_nothing_fits(home: HomeScreen) -> None:
    QTest.keyClicks(home.search, "days")
    assert not tile(home, "alpha").isVisible()
    assert tile(home, "beta").isVisible()
    QTest.keyClicks(home.search, "xyz")
    assert not tile(home, "beta").isVisible()
    assert "No scenario fits these words." in words(home)


def test_that_the_slash_leads_to_the_search_and_can_be_typed_there(home: HomeScreen) -> None:
    home.first_row.solo.setFocus()
    QTest.keyClick(home.first_row.solo, Qt.Key.Key_Slash)
    assert home.search.hasFocus()
    QTest.keyClick(home.search, Qt.Key.Key_Slash)
    assert home.search.text() == "/"


def test_that_an_unreadable_scenario_says_why_and_where_it_lies(
    home: HomeScreen, qtbot: QtBot
) -> None:
    broken = scenario_card("broken", error="line 12 of moves.yaml: a number is expected")
    home.show_scenarios((ALPHA, broken))
    shown = home.findChildren(BrokenTile)[0]
    assert "line 12 of moves.yaml" in shown.accessibleDescription()
    with qtbot.waitSignal(home.folder_wished) as folder:
        shown.folder.click()
    assert folder.args == [broken.path]


def test_that_the_page_says_of_a_scenario_only_what_its_own_note_says(home: HomeScreen) -> None:
    real = replace(ALPHA, note="About **events** in which people died.\nTheir number is stated.")
    home.show_scenarios((real, BETA))
    assert "About events in which people died." in words(home)
    home.choose("beta")
    assert "A note on beta." in words(home)
    assert "About events in which people died." not in words(home)


def test_that_a_scenario_without_a_note_offers_none(home: HomeScreen) -> None:
    home.show_scenarios((replace(ALPHA, note=""),))
    assert home.note.isHidden()


def test_that_the_keys_stay_with_the_last_session_when_the_list_comes_anew(
    home: HomeScreen,
) -> None:
    home.show_sessions((session_card("Spring"),))
    assert home.first_row.go_on is not None
    home.first_row.go_on.show()
    home.focus_work()
    assert home.first_row.go_on.hasFocus()
    home.show_sessions((session_card("Summer"), session_card("Spring")))
    assert home.first_row.go_on.hasFocus()
    home.show_sessions(())
    assert home.first_row.exercise.hasFocus()


def test_that_the_note_of_the_chosen_scenario_can_be_read(home: HomeScreen, qtbot: QtBot) -> None:
    home.choose("beta")
    with qtbot.waitSignal(home.note_wished) as note:
        QTest.mouseClick(home.note, Qt.MouseButton.LeftButton)
    assert note.args == [BETA]


def test_that_without_sessions_one_line_says_so(home: HomeScreen) -> None:
    home.show_sessions(())
    assert "No sessions yet. Alpha takes 150 minutes." in words(home)
    assert home.first_row.go_on is None


def test_that_the_last_unfinished_session_is_offered_first(home: HomeScreen, qtbot: QtBot) -> None:
    over = session_card("Over", phase=Phase.ENDED)
    mine = session_card("Staff College B")
    home.show_sessions((over, mine, session_card("Older")))
    card = home.first_row.go_on
    assert card is not None
    assert card.accessibleName() == "Continue Staff College B"
    assert card.accessibleDescription() == "Alpha, turn 2 of 12, in planning"
    qtbot.waitUntil(card.isVisible)
    with qtbot.waitSignal(home.session_wished) as wish:
        QTest.keyClick(home, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert wish.args == [mine, "continue"]


@pytest.mark.parametrize(
    ("card", "key"),
    [
        (session_card("Goes on"), "continue"),
        (session_card("Over", phase=Phase.ENDED), "debrief"),
    ],
)
def test_that_the_button_of_a_row_and_the_enter_key_do_the_same(
    home: HomeScreen, qtbot: QtBot, card: SessionCard, key: str
) -> None:
    home.show_sessions((card,))
    view = table(home).view
    last = view.model().columnCount() - 1
    with qtbot.waitSignal(home.session_wished) as pressed:
        press_button(home, 0, last, key)
    view.setFocus()
    with qtbot.waitSignal(home.session_wished) as entered:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert pressed.args == entered.args == [card, key]


def test_that_a_damaged_save_stays_in_the_table_with_its_ways_out(
    home: HomeScreen, qtbot: QtBot
) -> None:
    bad = session_card("Bad", error="Cannot be read: line 212 of the log.", can_recover=True)
    home.show_sessions((session_card("Good"), bad))
    view = table(home).view
    assert "line 212" in str(view.model().index(1, 1).data())
    for key in ("folder", "recover"):
        with qtbot.waitSignal(home.session_wished) as wish:
            press_button(home, 1, 1, key)
        assert wish.args == [bad, key]


def test_that_a_foreign_file_offers_no_copy_that_cannot_be_made() -> None:
    foreign = session_card("Foreign", phase=None, error="This is no save.")
    keys = [action.key for action in actions_of(SessionRow(foreign, "", is_last=False))]
    assert keys == ["folder"]


def test_that_sessions_name_their_scenario_by_title(home: HomeScreen) -> None:
    home.show_sessions((session_card("Mine"),))
    assert table(home).view.model().index(0, 1).data() == "Alpha"
    home.show_scenarios((BETA,))
    assert table(home).view.model().index(0, 1).data() == "alpha"


def test_that_the_page_says_why_it_cannot_list(home: HomeScreen) -> None:
    home.show_failure("The folder of saves cannot be read.")
    assert "The folder of saves cannot be read." in words(home)
