"""Branches are made, kept, drawn, opened and handed to people through the real window."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.played import doctrine_game
from tests.ui.desk import CTRL, Desk
from wargame.model.branch_options import BranchWish
from wargame.model.branches import BranchChange, BranchedOff, Changed
from wargame.model.history_view import HistoryRow
from wargame.model.ids import Phase
from wargame.play.debrief.branching.kept_branches import Branch, Branches
from wargame.play.debrief.branching.played_turn import played_turn, sheets_of
from wargame.play.debrief.branching.trying import tried
from wargame.play.debrief.notebook import Notebook
from wargame.play.debrief.replay import open_replay
from wargame.play.live_game import open_game
from wargame.ui.debrief.branches.branch_sheet import HISTORY, KEPT, BranchSheet
from wargame.ui.debrief.branches.new_branch import NewBranch
from wargame.ui.debrief.branches.parameter_form import ParameterForm
from wargame.ui.debrief.debrief_screen import DebriefScreen
from wargame.ui.facilitator.facilitator_screen import FacilitatorScreen

TURNS, FULL = 3, 4


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    game = doctrine_game(tmp_path_factory.mktemp("played"), TURNS, full=FULL)
    game.end("Time was up.")
    game.close()
    return game.path


@pytest.fixture(scope="module")
def branched(played: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same game with a branch kept beside it."""
    path = tmp_path_factory.mktemp("branched") / played.name
    shutil.copyfile(played, path)
    replay = open_replay(path)
    seat = next(s for s, sheet in sheets_of(replay, played_turn(replay, 2)).items() if sheet)
    change = BranchChange(Changed.ORDER, seat=seat, slot=1)
    wish = BranchWish(2, change, "Restraint", "", 0)
    trial = tried(replay, wish, lambda _done, _total: None, lambda: None)
    Branches(Notebook(path)).keep(trial.kept)
    return path


@pytest.fixture
def saved(saves: Path, branched: Path) -> Path:
    """The game in the person's folder, with its branch; what the window opens."""
    saves.mkdir()
    return Path(shutil.copyfile(branched, saves / branched.name))


@pytest.fixture
def path(saved: Path) -> Path:
    """The save, as tests that read it call it."""
    return saved


def sheet_at(desk: Desk, screen: DebriefScreen, turn: int) -> BranchSheet:
    """The sheet, opened by its key at the beginning of a turn."""
    screen.go_to(dict(screen._course.turn_places)[turn])
    screen.scrubber.setFocus()
    QTest.keyClick(screen.scrubber, Qt.Key.Key_B, CTRL)
    return desk.wait_for(BranchSheet)


def new_branch(desk: Desk, screen: DebriefScreen, turn: int = 2) -> NewBranch:
    page = sheet_at(desk, screen, turn).new
    assert page is not None
    assert page.turn == turn
    return page


def made_branch(qtbot: QtBot, page: NewBranch, path: Path, title: str) -> Branch:
    """The branch that the page makes, once it is in the save."""
    page.title.setText(title)
    page.runs.set_current("0")
    qtbot.waitUntil(page.make.isEnabled, timeout=20_000)
    before = len(Branches(Notebook(path)).listed())
    page.make.click()
    qtbot.waitUntil(lambda: len(Branches(Notebook(path)).listed()) > before, timeout=60_000)
    return Branches(Notebook(path)).listed()[-1]


def test_that_an_order_left_out_becomes_a_branch_beside_the_played_line(
    desk: Desk, qtbot: QtBot, screen: DebriefScreen, path: Path
) -> None:
    page = new_branch(desk, screen)
    assert page.sentence.text().startswith("In turn 2 ")
    assert "leaves out" in page.sentence.text()
    branch = made_branch(qtbot, page, path, "Another")
    assert branch.kept.words == page.sentence.text()
    qtbot.waitUntil(lambda: f"branch-{branch.number}" in screen.lines.chips, timeout=20_000)
    plot = screen.plot
    assert plot is not None
    line = next(line for line in plot._lines if line.words == "Another")
    assert line.points[0] == (1.0, branch.kept.index[0])
    assert len(line.points) == len(branch.kept.index)
    plot.set_table_shown(True)
    titles = [plot._values.headerData(n, Qt.Orientation.Horizontal) for n in range(5)]
    assert titles == ["Turn", "Played", "Restraint", "Another", "2024 as it happened"]


def test_that_a_kept_branch_is_there_when_the_save_is_opened_and_can_be_hidden(
    desk: Desk, qtbot: QtBot, screen: DebriefScreen, path: Path
) -> None:
    qtbot.waitUntil(lambda: "branch-1" in screen.lines.chips, timeout=20_000)
    chip = screen.lines.chips["branch-1"]
    assert chip.isChecked()
    chip.click()
    assert not Branches(Notebook(path)).listed()[0].shown
    assert screen.plot is not None
    assert [line.kind for line in screen.plot._lines] == ["history"]
    screen.lines.chips["history"].click()
    assert not screen.plot._lines
    sheet = sheet_at(desk, screen, 2)
    sheet.show_page(HISTORY)
    assert sheet.history is not None
    chosen = sheet.history.rows.chosen(HistoryRow)
    assert chosen is not None
    assert chosen.turn == 2
    assert chosen.words in sheet.history.words.text()


def test_that_a_branch_is_opened_as_if_it_had_been_played(
    desk: Desk, qtbot: QtBot, screen: DebriefScreen, path: Path
) -> None:
    (branch,) = Branches(Notebook(path)).listed()
    sheet = sheet_at(desk, screen, 2)
    sheet.show_page(KEPT)
    sheet.kept.open.click()
    qtbot.waitUntil(lambda: desk.seen(DebriefScreen) not in {None, screen}, timeout=20_000)
    shown = desk.wait_for(DebriefScreen)
    qtbot.waitUntil(lambda: shown.plot is not None, timeout=20_000)
    assert "branch “Restraint”" in shown._course.session
    assert shown._course.line[-1][1] == pytest.approx(branch.kept.index[-1])
    preparation = desk.window._preparation
    with qtbot.waitSignal(preparation.refused, timeout=20_000) as told:
        shown.branch_wished.emit(shown.place)
    assert "a branch already" in told.args[0]
    assert shown.plot is not None
    plot = shown.plot
    qtbot.waitUntil(lambda: "As it was played" in {x.words for x in plot._lines}, timeout=20_000)
    assert plot._name == "Restraint"
    shown.bar.home.click()
    qtbot.waitUntil(lambda: desk.seen(DebriefScreen) not in {None, shown}, timeout=20_000)
    assert "branch" not in desk.wait_for(DebriefScreen)._course.session


def test_that_people_play_a_branch_on(desk: Desk, screen: DebriefScreen, path: Path) -> None:
    sheet = sheet_at(desk, screen, 2)
    sheet.show_page(KEPT)
    sheet.kept.play_on.click()
    desk.wait_for(FacilitatorScreen)
    (session,) = (found for found in path.parent.glob("*.wargame") if found != path)
    desk.window.close()
    game = open_game(session)
    assert any(isinstance(record.event, BranchedOff) for record in game.line)
    assert (game.world.turn, game.world.phase) == (2, Phase.ADJUDICATE)
    game.close()


def test_that_branches_are_renamed_and_dropped(
    desk: Desk, screen: DebriefScreen, path: Path
) -> None:
    kept = sheet_at(desk, screen, 2).kept
    kept.title.setText("Another")
    kept.rename.click()
    assert [branch.title for branch in kept._model.rows] == ["Another"]
    kept.title.setText(" ")
    kept.rename.click()
    assert kept.fault.text() == "Give the branch a name."
    kept.drop.click()
    assert Branches(Notebook(path)).listed() == ()
    assert not kept._model.rows
    assert "branch-1" not in screen.lines.chips


def test_that_luck_rulings_and_parameters_make_branches_too(
    desk: Desk, qtbot: QtBot, screen: DebriefScreen, path: Path
) -> None:
    page = new_branch(desk, screen)
    for what in ("luck", "ruling"):
        choose(page, what)
        assert page.sentence.text().startswith("In turn 2 ")
        branch = made_branch(qtbot, page, path, what)
        assert branch.kept.change.act > 0
    choose(page, "parameter")
    form = page.form
    assert isinstance(form, ParameterForm)
    assert not page.make.isEnabled()
    form.search.setText("half_life index")
    form.value.setText("99")
    form.value.textEdited.emit("99")
    assert "lies between 10 and 40" in page.fault.text()
    form.value.setText("10")
    form.value.textEdited.emit("10")
    branch = made_branch(qtbot, page, path, "Fading")
    assert branch.kept.change.value == 10.0
    kept = desk.wait_for(BranchSheet).kept
    assert not kept.play_on.isEnabled()


def choose(page: NewBranch, what: str) -> None:
    """Choose what is otherwise, as a click does."""
    page.what.set_current(what)
    page.what.current_changed.emit(what)


def test_that_a_branch_is_refused_in_one_sentence_while_somebody_plays(
    desk: Desk, qtbot: QtBot, screen: DebriefScreen, path: Path
) -> None:
    page = new_branch(desk, screen)
    page.runs.set_current("0")
    page.title.setText("Mine")
    game = open_game(path)
    page.make.click()
    qtbot.waitUntil(lambda: "is open in this program" in page.fault.text(), timeout=60_000)
    game.close()
    assert page.make.isEnabled()


def test_that_a_sheet_that_is_closed_meanwhile_shows_the_branch_on_its_way(
    desk: Desk, qtbot: QtBot, screen: DebriefScreen, path: Path
) -> None:
    page = new_branch(desk, screen)
    page.title.setText("On its way")
    page.runs.set_current("0")
    page.make.click()
    screen.sheet.dismiss()
    again = new_branch(desk, screen)
    assert again is not page
    qtbot.waitUntil(lambda: len(Branches(Notebook(path)).listed()) == 2, timeout=60_000)
    kept = desk.wait_for(BranchSheet).kept
    qtbot.waitUntil(lambda: len(kept._model.rows) == 2, timeout=20_000)
    assert kept.chosen is not None
    assert kept.chosen.title == "On its way"
