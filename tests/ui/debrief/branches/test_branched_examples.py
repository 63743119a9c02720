"""Each example game that ships is branched and compared through the real window."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.desk import CTRL, Desk
from wargame.play.debrief.branching.kept_branches import Branches
from wargame.play.debrief.notebook import Notebook
from wargame.ui.debrief.branches.branch_sheet import COMPARE, BranchSheet
from wargame.ui.debrief.compare.compare_screen import CompareScreen
from wargame.ui.debrief.debrief_screen import DebriefScreen

EXAMPLES = Path(__file__).parents[4] / "saves" / "examples"
SHORTEST = "six-days-in-tehran.wargame"
TURN = 3


@pytest.fixture(
    params=[
        SHORTEST,
        pytest.param("staff-seminar.wargame", marks=pytest.mark.soak),
        pytest.param("2024-as-it-happened.wargame", marks=pytest.mark.soak),
    ]
)
def saved(saves: Path, request: pytest.FixtureRequest) -> Path:
    """A copy of the example among the person's games; what the window opens."""
    saves.mkdir()
    name: str = request.param
    return Path(shutil.copyfile(EXAMPLES / name, saves / name))


def test_that_an_example_is_branched_and_laid_beside_its_twin(
    desk: Desk, qtbot: QtBot, saved: Path
) -> None:
    desk.window._preparation.open_debrief(saved)
    screen = desk.wait_for(DebriefScreen)
    qtbot.waitUntil(lambda: screen.plot is not None, timeout=20_000)
    screen.go_to(dict(screen._course.turn_places)[TURN])
    screen.scrubber.setFocus()
    QTest.keyClick(screen.scrubber, Qt.Key.Key_B, CTRL)
    sheet = desk.wait_for(BranchSheet)
    page = sheet.new
    assert page is not None
    before = len(Branches(Notebook(saved)).listed())
    page.title.setText("Another way")
    page.runs.set_current("0")
    qtbot.waitUntil(page.make.isEnabled, timeout=20_000)
    page.make.click()
    qtbot.waitUntil(lambda: len(Branches(Notebook(saved)).listed()) > before, timeout=60_000)
    assert Branches(Notebook(saved)).listed()[-1].kept.turn == TURN
    shutil.copyfile(saved, saved.with_name("twin.wargame"))
    sheet.show_page(COMPARE)
    sheet.compare_wished.emit()
    compared = desk.wait_for(CompareScreen)
    assert len(compared.sessions.ticked) == 2
    assert "Every seat ordered the same" in compared.parted.text()
