"""The examples open from the start page, and everything can be asked of them there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.debrief.conftest import opened
from tests.ui.desk import Desk
from wargame.ui.debrief.report.report_sheet import ReportSheet
from wargame.ui.theme.switch import ThemeSwitch

EXAMPLES = Path(__file__).parents[3] / "saves" / "examples"


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


def test_that_an_example_is_debriefed_from_the_start_page_in_a_copy(
    desk: Desk, qtbot: QtBot, saves: Path, tmp_path: Path
) -> None:
    before = {path: path.stat().st_mtime_ns for path in EXAMPLES.iterdir()}
    screen = opened(desk, qtbot)
    copies = list(saves.glob("*.wargame"))
    assert [path.name for path in copies] == ["staff-seminar.wargame"]
    screen.go_to(screen.scrubber.maximum() // 2)
    screen.bar.choose("IRN")
    assert screen.seat == "IRN"
    QTest.mouseClick(screen.bar.reports["html"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(screen.sheet.findChildren(ReportSheet)), timeout=20_000)
    sheet = screen.sheet.findChildren(ReportSheet)[-1]
    qtbot.waitUntil(lambda: sheet.page is not None, timeout=20_000)
    assert "what the team knew" in sheet.said.text()
    sheet.fields["IRN.summary"].setPlainText("We waited too long.")
    sheet.keep()
    assert {path: path.stat().st_mtime_ns for path in EXAMPLES.iterdir()} == before
