"""A finished game that is looked back on in the real window."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.played import doctrine_game
from tests.ui.desk import Desk
from wargame.ui.debrief.debrief_screen import DebriefScreen
from wargame.ui.home.home_screen import HomeScreen
from wargame.ui.theme.switch import ThemeSwitch


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A game of two turns, played once for all tests; each works on a copy."""
    game = doctrine_game(tmp_path_factory.mktemp("finished"), 2, name="blank")
    game.end("Time was up.")
    game.close()
    return game.path


@pytest.fixture
def saved(finished: Path, saves: Path) -> Path:
    """A copy of the finished game among the sessions of the start page."""
    saves.mkdir(parents=True, exist_ok=True)
    return Path(shutil.copy(finished, saves))


@pytest.fixture
def desk(qtbot: QtBot, themes: ThemeSwitch, saved: Path, tmp_path: Path) -> Iterator[Desk]:
    """A window on the start page with one finished game."""
    made = Desk(qtbot, themes, tmp_path / "window.ini")
    yield made
    made.window.close()


@pytest.fixture
def screen(desk: Desk, qtbot: QtBot) -> DebriefScreen:
    """Its debrief, opened as a person opens it."""
    return opened(desk, qtbot)


def opened(desk: Desk, qtbot: QtBot) -> DebriefScreen:
    """The debrief of the first session on the start page."""
    home = desk.wait_for(HomeScreen)
    qtbot.waitUntil(lambda: home._table is not None, timeout=20_000)
    table = home._table
    assert table is not None
    qtbot.waitUntil(lambda: table._model.rowCount() > 0, timeout=20_000)
    table.view.setFocus()
    table.view.setCurrentIndex(table._model.index(0, 0))
    QTest.keyClick(table.view, Qt.Key.Key_Return)
    found = desk.wait_for(DebriefScreen)
    qtbot.waitUntil(lambda: found.plot is not None, timeout=20_000)
    return found
