"""The projector through the real window: keys, what reaches it, what becomes of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.played import doctrine_game
from tests.ui.desk import CTRL, Desk
from wargame.play.panels.public_facts import public_facts
from wargame.ui.exercise.exercise import Exercise
from wargame.ui.facilitator.facilitator_screen import FacilitatorScreen
from wargame.ui.projector.projector_window import ProjectorWindow
from wargame.ui.theme.switch import ThemeSwitch


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    game = doctrine_game(tmp_path_factory.mktemp("played"), 1)
    game.begin_next_turn()
    game.close()
    return game.path


@pytest.fixture
def desk(qtbot: QtBot, themes: ThemeSwitch, played: Path, tmp_path: Path) -> Iterator[Desk]:
    sat = Desk(qtbot, themes, tmp_path / "window.ini", played)
    sat.wait_for(FacilitatorScreen)
    yield sat
    sat.window.close()


def exercise_of(desk: Desk) -> Exercise:
    exercise = desk.window.exercise
    assert exercise is not None
    return exercise


def projector(desk: Desk) -> ProjectorWindow:
    window = exercise_of(desk)._projector.window
    assert window is not None
    return window


def test_that_the_projector_opens_follows_blanks_and_closes_by_keys(
    desk: Desk, qtbot: QtBot
) -> None:
    console = desk.wait_for(FacilitatorScreen)
    game = exercise_of(desk).bridge.game
    desk.key(Qt.Key.Key_P, CTRL)
    window = projector(desk)
    assert window.page.view == public_facts(game)
    desk.window.activateWindow()
    console.focus_work()
    blanks = []
    for _ in range(2):
        desk.key(Qt.Key.Key_B)
        blanks.append(window.page.is_blank)
    assert blanks == [True, False]
    console.start_planning_wished.emit()
    view = window.page.view
    assert view is not None
    assert view.phase is game.world.phase
    qtbot.waitUntil(lambda: window.page.clock in {"20:00", "19:59"})
    desk.key(Qt.Key.Key_P, CTRL)
    assert exercise_of(desk)._projector.window is None
    assert "Open" in console.bar.projector.toolTip()


def test_that_a_letter_in_a_text_field_is_no_command(desk: Desk) -> None:
    console = desk.wait_for(FacilitatorScreen)
    desk.key(Qt.Key.Key_P, CTRL)
    desk.window.activateWindow()
    assert console.centre is not None
    console.centre.events.filter.setFocus()
    desk.type("b")
    assert console.centre.events.filter.text() == "b"
    assert not projector(desk).page.is_blank


def test_that_the_projector_goes_with_the_session(desk: Desk, qtbot: QtBot) -> None:
    desk.key(Qt.Key.Key_P, CTRL)
    window = projector(desk)
    with qtbot.waitSignal(window.closed):
        exercise_of(desk).left.emit()


def test_that_the_console_reads_the_same_news_as_the_room(desk: Desk) -> None:
    console = desk.wait_for(FacilitatorScreen)
    assert console.centre is not None
    console.centre.feed.show_page("news")
    news = public_facts(exercise_of(desk).bridge.game).news
    model = console.centre.news.table.model()
    shown = [str(model.index(row, 2).data()) for row in range(model.rowCount())]
    assert shown == [item.words for item in news]
    console.centre.news.filter.setText("hezbollah")
    assert 0 < model.rowCount() < len(shown)
