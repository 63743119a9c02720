"""Injects and questions in the real window: sent, due by the clock, imported, answered."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.reports.lists import control_list
from tests.scenes import AMB, BLU
from tests.ui.desk import CTRL, Desk
from wargame.model.conditions import Elapsed
from wargame.play.control.injects import Injects
from wargame.play.live_game import LiveGame
from wargame.ui.exercise.inject_clock import InjectClock
from wargame.ui.exercise.inject_desk import InjectDesk
from wargame.ui.facilitator.facilitator_screen import FacilitatorScreen
from wargame.ui.injects.import_sheet import ImportSheet
from wargame.ui.injects.inject_editor import InjectEditor
from wargame.ui.injects.questions_sheet import QuestionsSheet
from wargame.ui.injects.quick_send import QuickSend
from wargame.ui.team.control_lines import ControlLine
from wargame.ui.team.control_sheet import ControlSheet
from wargame.ui.team.team_screen import TeamScreen
from wargame.ui.theme.switch import ThemeSwitch


@pytest.fixture
def desk(qtbot: QtBot, themes: ThemeSwitch, saves: Path, tmp_path: Path) -> Desk:
    found = Desk(qtbot, themes, tmp_path / "window.ini")
    found.start("blank")
    return found


def injects_of(desk: Desk) -> InjectDesk:
    exercise = desk.window.exercise
    assert exercise is not None
    return exercise._injects


def game_of(desk: Desk) -> LiveGame:
    exercise = desk.window.exercise
    assert exercise is not None
    return exercise.bridge.game


def test_that_something_is_written_and_sent_with_the_keyboard_alone(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.key(Qt.Key.Key_I, CTRL)
    sheet = desk.wait_for(QuickSend)
    desk.type("The bridge is closed.")
    QTest.mouseClick(sheet.seats.chips[BLU], Qt.MouseButton.LeftButton)
    sheet.text.setFocus()
    desk.key(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: desk.seen(QuickSend) is None)
    game = game_of(desk)
    assert [report.title for report in game.view(BLU).reports] == ["The bridge is closed."]
    assert game.view(AMB).reports == ()
    events = game.console().events
    assert (events[-1].words, events[-1].attribution) == ("The bridge is closed.", "Inject")


def test_that_ctrl_enter_in_a_sheet_does_not_begin_the_planning(desk: Desk) -> None:
    desk.key(Qt.Key.Key_I, CTRL)
    sheet = desk.wait_for(QuickSend)
    desk.key(Qt.Key.Key_Return, CTRL)
    assert sheet.fault.text()
    assert game_of(desk).world.phase == "brief"


def test_that_an_inject_by_the_clock_is_sent_when_its_time_has_come(
    desk: Desk, qtbot: QtBot
) -> None:
    found = injects_of(desk)
    now = [1000.0]
    found._clock = InjectClock(lambda: now[0])
    inject = found._injects.blank()
    from dataclasses import replace

    found._injects.write(
        [replace(inject, title="Noon", text="It is noon.", when=Elapsed(15.0), by_itself=True)]
    )
    now[0] += 14 * 60
    found.tick()
    row = next(row for row in found.queue._view.rows if row.inject.title == "Noon")  # type: ignore[union-attr]
    assert row.due_in == pytest.approx(1.0)
    now[0] += 61
    found.tick()
    assert [report.title for report in game_of(desk).view(BLU).reports] == ["Noon"]


def test_that_the_clock_stands_still_while_it_is_paused(qtbot: QtBot) -> None:
    now = [0.0]
    clock = InjectClock(lambda: now[0], kept=(10.0, 5.0, 2.0))
    clock.set_planning(planning=True)
    now[0] = 60.0
    assert clock.minutes() == {"exercise": 11.0, "turn": 6.0, "planning": 3.0}
    clock.set_paused(paused=True)
    now[0] = 600.0
    assert clock.minutes()["exercise"] == 11.0
    clock.set_paused(paused=False)
    clock.begin_turn()
    clock.set_planning(planning=False)
    now[0] = 660.0
    assert clock.minutes() == {"exercise": 12.0, "turn": 1.0, "planning": 0.0}


def test_that_an_inject_is_edited_and_a_wrong_trigger_says_why(desk: Desk, qtbot: QtBot) -> None:
    found = injects_of(desk)
    found.queue.table.setFocus()
    found.queue.choose("i02")
    desk.key(Qt.Key.Key_M)
    sheet = desk.wait_for(InjectEditor)
    assert sheet.trigger.hasFocus()
    sheet.trigger.setText("index >= lots")
    desk.key(Qt.Key.Key_Return, CTRL)
    assert sheet.fault.text() == "“lots” is not a number."
    sheet.trigger.setText("turn >= 5")
    desk.key(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: desk.seen(InjectEditor) is None)
    row = next(row for row in Injects(game_of(desk)).view().rows if row.inject.id == "i02")
    assert row.trigger == "From turn 5 on"


def test_that_a_list_is_taken_in_after_a_look_at_it(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("No,Title,To,Turn,Colour\nx1,Snow,BLU,2,white\nx2,Hail,XXX,3,grey\n", "utf-8")
    injects_of(desk)._files.open_list(path)
    sheet = desk.wait_for(ImportSheet)
    qtbot.waitUntil(sheet.take.isEnabled)
    assert sheet.summary.text().startswith("1 of 2 rows can come in")
    sheet.only_faults.setChecked(True)
    assert sheet.table.model().rowCount() == 1
    assert "There is no seat “XXX”." in str(sheet.table.model().index(0, 2).data())
    sheet.take.click()
    qtbot.waitUntil(lambda: desk.seen(ImportSheet) is None)
    line = Injects(game_of(desk)).line("x1")
    assert line.inject.kept == (("Colour", "white"),)
    out = tmp_path / "out.xlsx"
    injects_of(desk)._files.write_list(out)
    qtbot.waitUntil(out.exists)


def test_that_a_file_that_is_no_list_is_refused_in_the_window(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "broken.xlsx"
    path.write_bytes(b"no book")
    with qtbot.waitSignal(injects_of(desk).refused) as refused:
        injects_of(desk)._files.open_list(path)
    assert str(refused.args[0]).endswith(".")
    assert control_list(tmp_path).exists()


def test_that_a_team_asks_and_reads_the_answer_while_it_writes(desk: Desk, qtbot: QtBot) -> None:
    desk.start_planning()
    console = desk.wait_for(FacilitatorScreen)
    desk.hand_over(BLU)
    desk.open_seat()
    team = desk.wait_for(TeamScreen)
    desk.key(Qt.Key.Key_R, CTRL)
    sheet = desk.wait_for(ControlSheet)
    desk.type("How deep is the river?")
    desk.key(Qt.Key.Key_Return, CTRL)
    game = game_of(desk)
    assert [question.text for question in game.world.questions] == ["How deep is the river?"]
    assert game.world.sealed_orders(BLU) is None
    assert not sheet.text.toPlainText()
    desk.type("And how wide")
    injects_of(desk)._questions.answer(1, "Two metres.")
    injects_of(desk)._injects.send_now("Rain has begun.")
    assert sheet.text.toPlainText() == "And how wide"
    view = game.view(BLU)
    assert [line.words for line in control_lines_of(team)] == [
        "How deep is the river? Two metres.",
        "Rain has begun.",
    ]
    assert view.questions[0].answer == "Two metres."
    assert not console.isVisible()


def control_lines_of(team: TeamScreen) -> list[ControlLine]:
    model = team.control._model
    return [model.row_at(model.index(row, 0)) for row in range(model.rowCount())]


def test_that_control_answers_with_ready_words(desk: Desk, qtbot: QtBot) -> None:
    found = injects_of(desk)
    found._questions.ask(BLU, "May we change sealed orders?")
    assert found.queue.questions.accessibleName() == "Questions: One question waits"
    desk.key(Qt.Key.Key_R, CTRL)
    sheet = desk.wait_for(QuestionsSheet)
    sheet.ready.set_current_key("a01")
    sheet.ready.key_changed.emit("a01")
    assert sheet.text.toPlainText().startswith("Yes, until the time is up.")
    desk.key(Qt.Key.Key_Return, CTRL)
    assert game_of(desk).view(BLU).questions[0].answer.startswith("Yes, until")
    qtbot.waitUntil(lambda: not sheet.send.isVisible())


def test_that_nothing_is_sent_while_a_turn_is_being_adjudicated(desk: Desk, qtbot: QtBot) -> None:
    found = injects_of(desk)
    found._is_busy = lambda: True
    with qtbot.waitSignal(found.refused) as refused:
        found.queue.fire_wished.emit("i01")
    assert "being adjudicated" in str(refused.args[0])
    assert not game_of(desk).world.injects.deliveries


def test_that_no_timer_is_left_when_the_session_closes(desk: Desk) -> None:
    found = injects_of(desk)
    found.close()
    assert not found._second.isActive()


def is_working(found: InjectDesk) -> bool:
    return found.queue.head._progress is not None


def test_that_a_list_that_is_being_read_can_be_cancelled(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    found = injects_of(desk)
    found._files.open_list(control_list(tmp_path))
    assert is_working(found)
    found.queue.head.cancel_requested.emit()
    assert not is_working(found)
    # The job ends by itself, and then nobody wants its result.
    qtbot.waitUntil(lambda: not found._files._reading.children(), timeout=20_000)
    assert desk.seen(ImportSheet) is None
