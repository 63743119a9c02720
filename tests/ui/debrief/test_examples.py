"""The examples open from the start page, and everything can be asked of them there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk
from wargame.model.debrief_notes import Bookmarked
from wargame.model.report_texts import ReportTextWritten
from wargame.play.debrief.notebook import Notebook
from wargame.ui.debrief.debrief_screen import DebriefScreen
from wargame.ui.debrief.report.report_sheet import ReportSheet
from wargame.ui.home.home_screen import HomeScreen
from wargame.ui.theme.switch import ThemeSwitch

EXAMPLES = Path(__file__).parents[3] / "saves" / "examples"
NAMES = sorted(path.name for path in EXAMPLES.glob("*.wargame"))


@pytest.fixture
def desk(
    qtbot: QtBot,
    themes: ThemeSwitch,
    saves: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Desk]:
    """A window on the start page of a person who has not played yet."""
    monkeypatch.setenv("WARGAME_EXAMPLES", str(EXAMPLES))
    made = Desk(qtbot, themes, tmp_path / "window.ini")
    yield made
    made.window.close()


def debriefed(desk: Desk, qtbot: QtBot, name: str) -> DebriefScreen:
    """The debrief of an example, opened by a double-click's key on the start page."""
    home = desk.wait_for(HomeScreen)
    qtbot.waitUntil(lambda: home._table is not None, timeout=20_000)
    table = home._table
    assert table is not None
    qtbot.waitUntil(lambda: table._model.rowCount() == len(NAMES), timeout=20_000)
    rows = [row.card.path.name for row in table._model.rows]
    table.view.setFocus()
    table.view.setCurrentIndex(table._model.index(rows.index(name), 0))
    QTest.keyClick(table.view, Qt.Key.Key_Return)
    screen = desk.wait_for(DebriefScreen)
    qtbot.waitUntil(lambda: screen.plot is not None, timeout=20_000)
    return screen


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=[pytest.mark.soak] if name.startswith("2024") else [])
        for name in NAMES
    ],
)
def test_that_an_example_is_debriefed_from_the_start_page_in_a_copy(
    desk: Desk, qtbot: QtBot, saves: Path, name: str
) -> None:
    before = {path: path.stat().st_mtime_ns for path in EXAMPLES.iterdir()}
    screen = debriefed(desk, qtbot, name)
    copy = saves / name
    assert list(saves.glob("*.wargame")) == [copy]

    screen.go_to(screen.scrubber.maximum() // 2)
    assert screen.place == screen.scrubber.maximum() // 2
    screen.scrubber.setFocus()
    marked = len(Notebook(copy).of_type(Bookmarked))
    QTest.keyClick(screen.scrubber, Qt.Key.Key_B)
    qtbot.waitUntil(lambda: len(Notebook(copy).of_type(Bookmarked)) == marked + 1, timeout=20_000)

    screen.bar.choose("IRN")
    assert screen.seat == "IRN"
    QTest.mouseClick(screen.bar.reports["html"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(screen.sheet.findChildren(ReportSheet)), timeout=20_000)
    sheet = screen.sheet.findChildren(ReportSheet)[-1]
    qtbot.waitUntil(lambda: sheet.page is not None, timeout=20_000)
    assert "what the team knew" in sheet.said.text()
    sheet.fields["IRN.summary"].setPlainText("We waited too long.")
    sheet.keep()
    kept = [entry for _, entry in Notebook(copy).of_type(ReportTextWritten)]
    assert kept[-1] == ReportTextWritten("IRN.summary", "We waited too long.")
    assert {path: path.stat().st_mtime_ns for path in EXAMPLES.iterdir()} == before
