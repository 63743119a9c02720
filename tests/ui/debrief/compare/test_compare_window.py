"""Sessions are compared through the real window, from the start page and from a debrief."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.played import doctrine_game
from tests.ui.desk import CTRL, Desk
from wargame.ui.debrief.branches.branch_sheet import COMPARE, BranchSheet
from wargame.ui.debrief.compare.compare_screen import CompareScreen
from wargame.ui.debrief.debrief_screen import DebriefScreen
from wargame.ui.home.home_screen import HomeScreen
from wargame.ui.home.session_table import SessionTable
from wargame.ui.theme.switch import ThemeSwitch
from wargame.ui.widgets.text import TextLabel


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two games of one scenario, and two of another, one of them of a single turn."""
    place = tmp_path_factory.mktemp("sessions")
    for seed, name in ((7, "after-tehran"), (8, "after-tehran"), (9, "blank")):
        game = doctrine_game(place, 2, seed, name)
        game.end("Time was up.")
        game.close()
    doctrine_game(place, 1, 5, "blank", full=1).close()
    return place


@pytest.fixture
def desk(
    qtbot: QtBot, themes: ThemeSwitch, saves: Path, played: Path, tmp_path: Path
) -> Iterator[Desk]:
    shutil.copytree(played, saves)
    made = Desk(qtbot, themes, tmp_path / "window.ini")
    yield made
    made.window.close()


def sessions(desk: Desk, qtbot: QtBot) -> SessionTable:
    """The table of the start page, filled."""
    home = desk.wait_for(HomeScreen)
    qtbot.waitUntil(lambda: home._table is not None, timeout=20_000)
    table = home._table
    assert table is not None
    qtbot.waitUntil(lambda: table._model.rowCount() == 4, timeout=20_000)
    return table


def choose(table: SessionTable, seeds: tuple[int, ...]) -> None:
    """Choose the sessions with these seeds, and what the menu of one of them offers last."""
    model, flags = table.view.selectionModel(), QItemSelectionModel.SelectionFlag
    model.clearSelection()
    places = [
        table._model.index(row, 0)
        for row in range(table._model.rowCount())
        if table._model.rows[row].card.path.stem in {f"played-{seed}" for seed in seeds}
    ]
    for place in places:
        model.select(place, flags.Select | flags.Rows)
    table._on_action(table._model.row_at(places[-1]), "compare")


def test_that_two_sessions_chosen_on_the_start_page_lie_beside_each_other(
    desk: Desk, qtbot: QtBot, saves: Path
) -> None:
    choose(sessions(desk, qtbot), (7, 8))
    screen = desk.wait_for(CompareScreen)
    qtbot.waitUntil(lambda: screen.plot is not None, timeout=20_000)
    assert screen.parted.text().startswith("They parted in turn ")
    assert set(screen.sessions.ticked) == {saves / f"played-{seed}.wargame" for seed in (7, 8)}
    assert screen.plot is not None
    assert len(screen.plot._lines) == 1
    few = screen.choices.model().rowCount()
    screen.only.click()
    assert screen.choices.model().rowCount() > few
    screen.sessions.boxes[saves / "played-8.wargame"].click()
    qtbot.waitUntil(lambda: "two sessions" in screen.fault.text(), timeout=20_000)
    screen.home.click()
    desk.wait_for(HomeScreen)
    assert desk.seen(CompareScreen) is None


def test_that_games_of_two_lengths_say_up_to_where_they_are_compared(
    desk: Desk, qtbot: QtBot
) -> None:
    choose(sessions(desk, qtbot), (9, 5))
    screen = desk.wait_for(CompareScreen)
    qtbot.waitUntil(lambda: screen.plot is not None, timeout=20_000)
    assert "they are compared up to the end of turn 1." in screen.parted.text()
    assert "up to turn 1" in {label.text() for label in screen.findChildren(TextLabel)}
    model = screen.facts.model()
    cells = {model.index(0, at).data() for at in range(1, model.columnCount())}
    assert "It went on after turn 1" in cells


def test_that_sessions_of_two_scenarios_are_refused_in_one_sentence(
    desk: Desk, qtbot: QtBot
) -> None:
    preparation = desk.window._preparation
    with qtbot.waitSignal(preparation.refused, timeout=20_000) as told:
        choose(sessions(desk, qtbot), (7, 9))
    assert "only games of one scenario" in told.args[0]
    assert desk.seen(CompareScreen) is None


def test_that_a_debrief_compares_its_game_and_is_come_back_to(
    desk: Desk, qtbot: QtBot, saves: Path
) -> None:
    sessions(desk, qtbot)
    desk.window._preparation.open_debrief(saves / "played-7.wargame")
    debrief = desk.wait_for(DebriefScreen)
    qtbot.waitUntil(lambda: debrief.plot is not None, timeout=20_000)
    debrief.scrubber.setFocus()
    QTest.keyClick(debrief.scrubber, Qt.Key.Key_B, CTRL)
    sheet = desk.wait_for(BranchSheet)
    sheet.show_page(COMPARE)
    sheet.compare_wished.emit()
    screen = desk.wait_for(CompareScreen)
    assert len(screen.sessions.ticked) == 2
    screen.home.click()
    assert desk.wait_for(DebriefScreen) is debrief
