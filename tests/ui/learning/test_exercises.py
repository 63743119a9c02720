"""An exercise through the window: asked, run, asked again, both answers side by side, and kept."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desk import CTRL, Desk
from tests.ui.learning_pages import exercise as bundled
from tests.ui.learning_pages import made_up
from wargame.model.lessons import Exercise, Measure
from wargame.play.practice.lessons import trials
from wargame.play.practice.lessons.progress import ExerciseRecord, ProgressBook
from wargame.play.practice.lessons.trials import Verdict
from wargame.ui.home.home_screen import HomeScreen
from wargame.ui.learning.exercise_screen import ExerciseScreen, Stage
from wargame.ui.learning.learning_screen import LearningScreen
from wargame.ui.learning.words import law_text
from wargame.ui.theme.switch import ThemeSwitch

FEW = 4


def click(widget: QWidget) -> None:
    assert widget.isVisible()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


@pytest.fixture
def exercise() -> Exercise:
    return bundled("containment")


@pytest.fixture
def screen(qtbot: QtBot, dark: object, exercise: Exercise) -> ExerciseScreen:
    screen = ExerciseScreen(exercise, 6)
    qtbot.addWidget(screen)
    screen.resize(1280, 696)
    screen.show()
    return screen


def test_that_an_exercise_is_done_through_the_window_and_kept(
    qtbot: QtBot,
    themes: ThemeSwitch,
    saves: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """With the law as it stands in Python, because the fast one is not compiled here."""
    monkeypatch.setattr(trials, "PLAIN_RUNS", FEW)
    desk = Desk(qtbot, themes, tmp_path / "window.ini")
    desk.wait_for(HomeScreen)
    desk.key(Qt.Key.Key_3, CTRL)
    page = desk.wait_for(LearningScreen)
    click(page.cards["containment"])
    shown = desk.wait_for(ExerciseScreen)
    assert not shown.primary.isEnabled()
    click(shown.before.buttons[2])
    click(shown.primary)
    assert not shown.before.buttons[0].isEnabled()
    click(shown.primary)
    qtbot.waitUntil(lambda: shown.stage is Stage.SEEN, timeout=60_000)
    assert shown.before.verdict is Verdict.BORNE_OUT
    assert shown.before.said.endswith("The runs bear this out.")
    click(shown.primary)
    click(shown.after.buttons[1])
    click(shown.primary)
    click(shown.primary)
    qtbot.waitUntil(lambda: shown.stage is Stage.SEEN_AGAIN, timeout=60_000)
    record = ProgressBook().exercise("containment")
    assert (record.before, record.before_said) == ("most", "borne-out")
    assert record.after == "part"
    assert record.done_at
    click(shown.primary)
    assert shown.both.isVisible()
    click(shown.primary)
    page = desk.wait_for(LearningScreen)
    said = page._states["containment"].text()
    assert said.startswith("Done on ")
    assert "First case: Most of it." in said
    assert "Other case: The militias fall quiet." in said


def test_that_an_exercise_can_be_left_while_it_runs(
    qtbot: QtBot, themes: ThemeSwitch, saves: Path, tmp_path: Path
) -> None:
    desk = Desk(qtbot, themes, tmp_path / "window.ini")
    desk.wait_for(HomeScreen)
    desk.key(Qt.Key.Key_3, CTRL)
    click(desk.wait_for(LearningScreen).cards["containment"])
    shown = desk.wait_for(ExerciseScreen)
    click(shown.before.buttons[0])
    click(shown.primary)
    click(shown.primary)
    qtbot.waitUntil(shown.before.trial.stop.isVisible, timeout=20_000)
    desk.key(Qt.Key.Key_Escape)
    page = desk.wait_for(LearningScreen)
    assert not [thread for thread in threading.enumerate() if thread.name == "wargame job"]
    assert page._states["containment"].text() == "Begun. It goes on where you left it."
    click(page.cards["containment"])
    again = desk.wait_for(ExerciseScreen)
    assert again is not shown
    assert again.stage is Stage.SETTLED
    assert again.before.buttons[0].isChecked()
    click(again.anew)
    fresh = desk.wait_for(ExerciseScreen)
    assert fresh.stage is Stage.ASKED
    assert fresh.before.chosen is None
    assert not fresh.anew.isVisible()


def test_that_an_answer_that_the_runs_refute_is_told_without_blame(
    screen: ExerciseScreen, exercise: Exercise
) -> None:
    click(screen.before.buttons[0])
    click(screen.primary)
    screen.show_result(made_up(exercise, "before", (-9.0, -7.0), (-14.0, -13.0), (-33.0, -30.0)))
    assert screen.before.verdict is Verdict.REFUTED
    assert screen.before.said.endswith("The runs say otherwise.")
    assert "What the runs bear out: Most of it." in screen.before._thought.text()


def test_that_runs_that_are_not_clear_are_said_to_be_so(
    screen: ExerciseScreen, exercise: Exercise
) -> None:
    click(screen.before.buttons[2])
    click(screen.primary)
    screen.show_result(made_up(exercise, "before", (-9.0, 3.0), (-4.0, 3.0), (-3.0, 1.0)))
    assert screen.before.verdict is Verdict.OPEN
    assert screen.before.said.endswith("The runs are not clear about this.")
    assert "More runs would tell" in screen.before._thought.text()


def test_that_a_run_can_be_stopped_and_begun_again(screen: ExerciseScreen, qtbot: QtBot) -> None:
    click(screen.before.buttons[1])
    click(screen.primary)
    with qtbot.waitSignal(screen.run_wished) as wished:
        click(screen.primary)
    assert wished.args == ["before"]
    assert not screen.primary.isEnabled()
    screen.show_progress(3, 60)
    with qtbot.waitSignal(screen.stop_wished):
        click(screen.before.trial.stop)
    screen.show_result(None)
    assert screen.stage is Stage.SETTLED
    assert screen.primary.isEnabled()
    assert screen.focusWidget() is screen.primary


def test_that_a_result_gives_the_keys_to_what_leads_on_and_escape_leaves(
    screen: ExerciseScreen, exercise: Exercise, qtbot: QtBot
) -> None:
    screen.activateWindow()
    assert QTest.qWaitForWindowActive(screen)
    click(screen.before.buttons[2])
    click(screen.primary)
    click(screen.primary)
    screen.show_progress(3, 60)
    screen.before.trial.stop.setFocus()
    screen.show_result(made_up(exercise, "before", (-9.0, -7.0), (-14.0, -13.0), (-33.0, -30.0)))
    assert screen.primary.hasFocus()
    with qtbot.waitSignal(screen.left):
        QTest.keyClick(screen.primary, Qt.Key.Key_Escape)


def test_that_a_fault_is_said_and_the_run_can_be_tried_again(screen: ExerciseScreen) -> None:
    click(screen.before.buttons[1])
    click(screen.primary)
    click(screen.primary)
    screen.show_fault("There is no actor XYZ in After Tehran.")
    assert screen.before.trial.fault.text() == "There is no actor XYZ in After Tehran."
    assert screen.primary.isEnabled()


def test_that_answers_are_chosen_by_the_arrow_keys_and_given_by_ctrl_enter(
    screen: ExerciseScreen, qtbot: QtBot
) -> None:
    screen.focus_work()
    assert screen.before.buttons[0].hasFocus() or not screen.isActiveWindow()
    screen.before.buttons[0].setFocus()
    QTest.keyClick(screen.before.buttons[0], Qt.Key.Key_Space)
    QTest.keyClick(screen.before.buttons[0], Qt.Key.Key_Down)
    chosen = screen.before.chosen
    assert chosen is not None
    assert chosen.id == screen.exercise.before.choices[1].id


def test_that_what_is_drawn_is_also_said(screen: ExerciseScreen, exercise: Exercise) -> None:
    click(screen.before.buttons[2])
    click(screen.primary)
    screen.show_result(made_up(exercise, "before", (-9.0, -7.0), (-14.0, -13.0), (-33.0, -30.0)))
    names = [w.accessibleName() for w in screen.before.trial.findChildren(QWidget)]
    row = next(name for name in names if name.startswith("Acts of Hezbollah"))
    assert "Difference −8.00, 95 % interval −9.0 to −7.0, clear." in row


def test_that_a_measure_of_shares_is_printed_in_per_cent() -> None:
    assert Measure("x", ("direct",), "x").is_share
    assert not Measure("x", ("large", "A", "B"), "x").is_share


def test_that_before_a_run_it_is_said_how_far_the_fast_law_is(screen: ExerciseScreen) -> None:
    screen.show_law(law_text(3, 9))
    assert "3 of 9" not in screen._hint.text()
    click(screen.before.buttons[1])
    click(screen.primary)
    assert screen._hint.text() == law_text(3, 9)
    screen.show_law("")
    assert screen._hint.text().startswith("The same luck in both")


def test_that_a_table_of_few_games_is_made_of_many_once_the_fast_law_is_ready(
    screen: ExerciseScreen, exercise: Exercise, qtbot: QtBot
) -> None:
    click(screen.before.buttons[2])
    click(screen.primary)
    spans = ((-9.0, 3.0), (-14.0, -13.0), (-33.0, -30.0))
    few = replace(made_up(exercise, "before", *spans), is_compiled=False)
    screen.show_result(few)
    again = screen.before.trial.again
    assert not again.isVisible()
    screen.show_law("", is_fast=True)
    with qtbot.waitSignal(screen.run_wished) as wished:
        click(again)
    assert wished.args == ["before"]
    assert screen.stage is Stage.SEEN
    many = made_up(exercise, "before", (-9.0, -7.0), *spans[1:])
    screen.show_result(many)
    assert screen.stage is Stage.SEEN
    assert screen.before.verdict is Verdict.BORNE_OUT
    assert not again.isVisible()


def _second(screen: ExerciseScreen) -> ExerciseScreen:
    """What comes after leaving: another screen for what was kept of the first."""
    other = ExerciseScreen(screen.exercise, 6)
    other.resume(screen.record)
    return other


def test_that_an_exercise_goes_on_where_it_was_left(
    screen: ExerciseScreen, exercise: Exercise, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(screen.answered):
        click(screen.before.buttons[2])
        click(screen.primary)
    settled = _second(screen)
    qtbot.addWidget(settled)
    settled.show()
    assert settled.stage is Stage.SETTLED
    assert settled.before.trial.isVisible()
    assert not settled.before.buttons[0].isEnabled()
    screen.show_result(made_up(exercise, "before", (-9.0, -7.0), (-14.0, -13.0), (-33.0, -30.0)))
    seen = _second(screen)
    qtbot.addWidget(seen)
    seen.show()
    assert seen.stage is Stage.SEEN
    assert seen.before.said == screen.before.said
    assert not seen.after.isVisible()
    click(screen.primary)
    click(screen.after.buttons[1])
    click(screen.primary)
    last = _second(screen)
    qtbot.addWidget(last)
    last.show()
    assert last.stage is Stage.SETTLED_AGAIN
    assert last.record == screen.record
    assert last.after.trial.isVisible()
    last.show_result(made_up(exercise, "after", (-9.0, 3.0), (-4.0, 3.0), (-3.0, 1.0)))
    click(last.primary)
    assert last.both.isVisible()


def test_that_nothing_is_resumed_from_an_answer_that_the_exercise_has_no_more(
    screen: ExerciseScreen,
) -> None:
    screen.resume(ExerciseRecord("no-such-answer", "open"))
    assert screen.stage is Stage.ASKED
    assert not screen.anew.isVisible()
