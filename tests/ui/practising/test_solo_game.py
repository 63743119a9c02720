"""A solo game through the real window: from the start page to its end, left and resumed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.scenes import AMB, BLU, blank
from tests.ui.desk import CTRL
from tests.ui.student import Student
from wargame.model.channels import Words
from wargame.model.ids import ActorId, MoveId, Phase
from wargame.model.practice import Length
from wargame.play.debrief.replay import open_replay
from wargame.play.library import find_scenario
from wargame.play.live_game import open_game
from wargame.play.new_game import new_game
from wargame.play.practice.lengths import with_length
from wargame.play.practice.predictions.resolving import given_in
from wargame.play.practice.set_up import SoloChoice, practice_settings
from wargame.play.practice.solo import Solo
from wargame.ui.debrief.debrief_screen import DebriefScreen
from wargame.ui.exercise.seat_dealings import BUSY
from wargame.ui.home.home_screen import HomeScreen
from wargame.ui.practice.score_page import ScorePage
from wargame.ui.practice.set_up_screen import PracticeSetUp
from wargame.ui.team.team_screen import TeamScreen
from wargame.ui.theme.switch import ThemeSwitch
from wargame.ui.widgets.buttons import LinkButton
from wargame.ui.widgets.fault_note import FaultNote


def finished_practice(folder: Path) -> Path:
    """The save of a practice game that has ended."""
    loaded = with_length(find_scenario("blank"), Length.CRISIS)
    choice = SoloChoice(AMB, loaded.scenario.starts[0].id, Length.CRISIS)
    settings = practice_settings(loaded.scenario, choice, 5)
    game = new_game(loaded, settings, folder / "finished.wargame")
    solo = Solo(game)
    solo.begin_planning()
    while not game.has_ended:
        game.seal(AMB, ())
        solo.take(solo.adjudication()(lambda _done, _total: None))
        if not game.has_ended:
            solo.begin_next_turn()
    game.close()
    return game.path


def test_that_two_clicks_lead_from_the_start_page_into_a_game(
    qtbot: QtBot, themes: ThemeSwitch, saves: Path, tmp_path: Path
) -> None:
    student = Student(qtbot, themes, tmp_path / "window.ini")
    home = student.wait_for(HomeScreen)
    home.choose("blank")
    QTest.mouseClick(home.first_row.solo, Qt.MouseButton.LeftButton)
    set_up = student.wait_for(PracticeSetUp)
    QTest.mouseClick(set_up.start, Qt.MouseButton.LeftButton)

    team = student.wait_for(TeamScreen)

    assert team.brief is not None
    assert team.brief.go_on.isVisible()
    assert team.bar.leave.isVisible()
    assert not team.bar.hide_screen.isVisible()
    assert student.practising.bridge.game.world.settings.practice is not None


def test_that_a_turn_goes_on_by_itself_and_the_game_is_resumed_where_it_was_left(
    qtbot: QtBot, themes: ThemeSwitch, saves: Path, tmp_path: Path
) -> None:
    student = Student(qtbot, themes, tmp_path / "window.ini")
    set_up = student.practise("blank")
    set_up.fields.length.setFocus()
    student.key(Qt.Key.Key_Left)
    assert set_up.choice.length is Length.CRISIS
    set_up.seats.view.setFocus()
    student.key(Qt.Key.Key_Home)
    assert set_up.choice.seat == BLU
    student.key(Qt.Key.Key_Return, CTRL)
    student.wait_for(TeamScreen)
    student.key(Qt.Key.Key_Return, CTRL)

    student.wait_for_phase(Phase.PLAN, 1)
    student.write_order(blank().move[MoveId("C04")].name, AMB)
    team = student.play_turn(1)
    assert "outcome of turn 1" in team.resting.title
    assert team.resting.go_on.text() == "Plan turn 2"
    student.key(Qt.Key.Key_Return, CTRL)
    student.wait_for_phase(Phase.PLAN, 2)

    card = student.leave()
    assert card.accessibleName() == "Resume practice: Blue"
    assert "turn 2 of 6" in card.accessibleDescription()
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    team = student.wait_for_phase(Phase.PLAN, 2)
    assert team.planning is not None
    assert team.planning.isVisible()


def test_that_sealed_orders_come_back_while_the_others_still_decide(
    qtbot: QtBot, themes: ThemeSwitch, saves: Path, tmp_path: Path
) -> None:
    student = Student(qtbot, themes, tmp_path / "window.ini")
    student.practise("after-tehran")
    student.key(Qt.Key.Key_Return, CTRL)
    student.wait_for(TeamScreen)
    student.key(Qt.Key.Key_Return, CTRL)
    team = student.wait_for_phase(Phase.PLAN, 1)
    student.key(Qt.Key.Key_Return, CTRL)
    running = student.practising
    assert running.is_adjudicating is True
    assert team.resting.progress.isVisible()

    QTest.mouseClick(team.resting.unseal, Qt.MouseButton.LeftButton)

    assert student.practising.is_adjudicating is False
    game = student.practising.bridge.game
    assert game.world.phase is Phase.PLAN
    assert game.world.sealed_orders(student.practising.solo.seat) is None
    assert team.planning is not None
    assert team.planning.isVisible()


def test_that_a_whole_game_leads_to_how_it_went_and_on_to_the_debrief(
    qtbot: QtBot, themes: ThemeSwitch, saves: Path, tmp_path: Path
) -> None:
    student = Student(qtbot, themes, tmp_path / "window.ini")
    set_up = student.practise("blank")
    set_up.fields.length.setFocus()
    student.key(Qt.Key.Key_Left)
    student.key(Qt.Key.Key_Return, CTRL)
    team = student.wait_for(TeamScreen)
    student.key(Qt.Key.Key_Return, CTRL)
    student.wait_for_phase(Phase.PLAN, 1)
    student.predict((80, 10, 30))
    line = student.practising.bridge.game.line
    assert [one.chance for one in given_in(line, 1)] == [0.8, 0.1, 0.3]

    for turn in range(1, 6):
        student.play_turn(turn)
        student.key(Qt.Key.Key_Return, CTRL)
        student.wait_for_phase(Phase.PLAN, turn + 1)
        if turn == 3:
            QTest.mouseClick(student.leave(), Qt.MouseButton.LeftButton)
    student.wait_for_phase(Phase.PLAN, 6)
    student.key(Qt.Key.Key_Return, CTRL)
    team = student.wait_for_phase(Phase.ENDED, 6)
    assert team.resting.go_on.text() == "See how it went"
    student.key(Qt.Key.Key_Return, CTRL)
    page = student.wait_for(ScorePage)

    assert page.predictions is not None
    assert page.predictions.model.rowCount() == 3
    assert all(row.happened is not None for row in page.predictions.model.rows)
    assert len(page.objectives) == len(blank().actor[AMB].objectives)
    assert "of 100" in page.figures[0].accessibleName()
    (save,) = saves.glob("*.wargame")
    student.key(Qt.Key.Key_Return, CTRL)
    student.wait_for(DebriefScreen)
    assert student.window.practising is None
    game = open_game(save)
    assert game.has_ended
    game.close()


def test_that_an_event_cited_on_the_last_page_opens_the_debrief_there(
    qtbot: QtBot, themes: ThemeSwitch, saves: Path, tmp_path: Path
) -> None:
    path = finished_practice(saves)
    student = Student(qtbot, themes, tmp_path / "window.ini", path)
    page = student.wait_for(ScorePage)
    cites = [link for link in page.findChildren(LinkButton) if link.text().startswith("Event")]
    assert cites
    number = int(cites[0].text().split()[1])

    QTest.mouseClick(cites[0], Qt.MouseButton.LeftButton)

    debrief = student.wait_for(DebriefScreen)
    assert debrief.scrubber.value() == open_replay(path).place_of(number)


def test_that_nothing_is_said_while_the_turn_is_worked_out(
    qtbot: QtBot, themes: ThemeSwitch, saves: Path, tmp_path: Path
) -> None:
    student = Student(qtbot, themes, tmp_path / "window.ini")
    student.practise("after-tehran")
    student.key(Qt.Key.Key_Return, CTRL)
    student.wait_for(TeamScreen)
    student.key(Qt.Key.Key_Return, CTRL)
    team = student.wait_for_phase(Phase.PLAN, 1)
    student.key(Qt.Key.Key_Return, CTRL)
    game = student.practising.bridge.game
    sealed = game.world.events
    assert student.practising.is_adjudicating is True
    channels = team.channels
    assert channels is not None
    box = channels.compose

    channels.send_wished.emit(Words(ActorId("USA"), "We do not seek a war."))

    assert game.world.events == sealed
    assert any(note.text() == BUSY for note in box.findChildren(FaultNote))
    student.wait_for_phase(Phase.OUTCOME, 1)


def test_that_escape_closes_what_lies_over_the_last_page_before_the_page(
    qtbot: QtBot, themes: ThemeSwitch, saves: Path, tmp_path: Path
) -> None:
    path = finished_practice(saves)
    student = Student(qtbot, themes, tmp_path / "window.ini", path)
    page = student.wait_for(ScorePage)
    QTest.mouseClick(page.ask, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(student.window.sheet.isVisible)

    student.key(Qt.Key.Key_Escape)

    assert not student.window.sheet.isVisible()
    assert page.isVisible()
    page.look_back.setFocus()
    student.key(Qt.Key.Key_Escape)
    student.wait_for(HomeScreen)
    assert student.window.practising is None
