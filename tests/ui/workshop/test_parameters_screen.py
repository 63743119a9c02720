"""The list of constants, as an analyst reads, narrows, orders and copies it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from tests.played import doctrine_game
from tests.scenes import after_tehran
from tests.ui.desk import CTRL, Desk
from wargame.model.ids import Basis
from wargame.play.panels.parameter_list import parameter_lines
from wargame.ui.facilitator.facilitator_screen import FacilitatorScreen
from wargame.ui.home.home_screen import HomeScreen
from wargame.ui.shell.main_menu import MainMenu
from wargame.ui.theme.switch import ThemeSwitch
from wargame.ui.workshop.parameters_screen import ParametersScreen

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def screen(dark: QApplication, qtbot: QtBot) -> Iterator[ParametersScreen]:
    scenario = after_tehran()
    changed = replace(scenario.parameter["index.scale"], value=70.0)
    others = tuple(p for p in scenario.parameters if p.key != "index.scale")
    lines = parameter_lines(replace(scenario, parameters=(*others, changed)))
    made = ParametersScreen(scenario.title, lines)
    qtbot.addWidget(made)
    made.resize(1280, 696)
    made.show()
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    made.focus_work()
    yield made
    made.hide()


def keys(screen: ParametersScreen) -> list[str]:
    return [line.key for line in screen.shown]


def test_that_every_constant_is_there_in_the_order_of_the_law(screen: ParametersScreen) -> None:
    assert keys(screen) == [line.key for line in parameter_lines(after_tehran())]


def test_that_a_changed_constant_shows_the_law_s_own_beside_it(screen: ParametersScreen) -> None:
    screen.changed.click()
    assert "index.scale" in keys(screen)
    row = keys(screen).index("index.scale")
    cells = [screen.table.model().index(row, column).data() for column in (1, 2)]
    assert cells == ["70", "60"]
    unchanged = [line for line in screen.shown if not line.is_changed]
    assert not unchanged


def test_that_words_and_basis_narrow_together(screen: ParametersScreen) -> None:
    QTest.keyClick(screen.table, Qt.Key.Key_Slash)
    assert screen.filter.hasFocus()
    QTest.keyClicks(screen.filter, "half fades")
    assert "index.half_life_days" in keys(screen)
    screen.basis.setFocus()
    while screen.basis.current() != str(Basis.DATA):
        QTest.keyClick(screen.basis, Qt.Key.Key_Right)
    assert "index.half_life_days" in keys(screen)
    assert {line.basis for line in screen.shown} == {Basis.DATA}
    assert all("half" in f"{line.key} {line.note}".casefold() for line in screen.shown)
    QTest.keyClick(screen.filter, Qt.Key.Key_Escape)
    assert not screen.filter.text()


def test_that_digits_order_by_a_column_and_turn_round(screen: ParametersScreen) -> None:
    QTest.keyClick(screen.table, Qt.Key.Key_2)
    values = [line.value for line in screen.shown]
    assert values == sorted(values)
    QTest.keyClick(screen.table, Qt.Key.Key_2)
    assert [line.value for line in screen.shown] == sorted(values, reverse=True)


def test_that_the_chosen_constant_is_told_in_sentences(screen: ParametersScreen) -> None:
    screen.filter.setText("face.humiliation_rung")
    screen.focus_work()
    QTest.keyClick(screen.table, Qt.Key.Key_Home)
    line = screen.shown[0]
    assert line.note in screen.explanation
    assert line.sources[0].title in screen.explanation
    assert "Read by S9 Credibility and face" in screen.explanation


def test_that_what_is_shown_is_copied_as_text(screen: ParametersScreen) -> None:
    screen.filter.setText("hazard.all_out")
    QTest.keyClick(screen.table, Qt.Key.Key_C, CTRL | SHIFT)
    rows = QGuiApplication.clipboard().text().splitlines()
    assert rows[0].startswith("name\tvalue\tlaw's own")
    assert [row.split("\t")[0] for row in rows[1:]] == keys(screen)
    assert all(len(row.split("\t")) == 8 for row in rows)


def test_that_one_constant_is_copied_by_the_usual_keys(screen: ParametersScreen) -> None:
    QTest.keyClick(screen.table, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text().startswith("ladder.munitions_weight is 0.15, range")


def test_that_an_empty_list_says_so(screen: ParametersScreen) -> None:
    screen.filter.setText("no such constant")
    assert not screen.shown
    assert not screen.table.isVisible()


def test_that_whatever_takes_the_focus_has_a_name(screen: ParametersScreen) -> None:
    unnamed = [
        type(part).__name__
        for part in screen.findChildren(QWidget)
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(part, QScrollBar)
        and not part.accessibleName()
    ]
    assert not unnamed


def test_that_the_list_opens_from_the_start_page_and_esc_leads_back(
    qtbot: QtBot, themes: ThemeSwitch, saves: Path, tmp_path: Path
) -> None:
    desk = Desk(qtbot, themes, tmp_path / "window.ini")
    desk.wait_for(HomeScreen).choose("blank")
    desk.window.findChildren(MainMenu)[0].parameters_wished.emit()
    listed = desk.wait_for(ParametersScreen)
    assert listed.shown
    desk.key(Qt.Key.Key_Escape)
    desk.wait_for(HomeScreen)
    desk.window.close()


def test_that_the_list_opens_from_the_console_and_leads_back_to_it(
    qtbot: QtBot, themes: ThemeSwitch, saves: Path, tmp_path: Path
) -> None:
    game = doctrine_game(tmp_path, 1, name="blank")
    game.close()
    desk = Desk(qtbot, themes, tmp_path / "window.ini", game.path)
    desk.wait_for(FacilitatorScreen)
    menu = desk.window.findChildren(MainMenu)[0]
    menu.parameters_wished.emit()
    listed = desk.wait_for(ParametersScreen)
    listed.back.click()
    desk.wait_for(FacilitatorScreen)
    menu.parameters_wished.emit()
    desk.wait_for(ParametersScreen)
    menu.home_wished.emit()
    desk.wait_for(HomeScreen)
    qtbot.waitUntil(lambda: not desk.window.findChildren(ParametersScreen))
    desk.window.close()
