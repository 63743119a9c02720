"""The pages of the learning path as tests show them: begun, asked, run, and side by side."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from wargame.model.lessons import Exercise
from wargame.model.outlook import Estimate
from wargame.play.practice.lessons.progress import ExerciseRecord, GuidedRecord
from wargame.play.practice.lessons.shelf import lesson_shelf
from wargame.play.practice.lessons.trials import Compared, TrialResult
from wargame.ui.learning.exercise_screen import ExerciseScreen
from wargame.ui.learning.learning_screen import LearningScreen

DONE = ExerciseRecord("moved", "borne-out", "same-vise", "open", "2026-11-20T18:00:00Z")


def exercise(name: str) -> Exercise:
    """A bundled exercise."""
    found = lesson_shelf().of(name)
    assert found is not None
    return found


def made_up(of: Exercise, which: str, *differences: tuple[float, float]) -> TrialResult:
    """A result with these intervals, in the order of the measures."""
    part = of.before if which == "before" else of.after
    compared = tuple(
        Compared(measure, 10.0, 10.0 + (low + high) / 2, Estimate((low + high) / 2, low, high))
        for measure, (low, high) in zip(part.trial.measures, differences, strict=True)
    )
    return TrialResult(100, 100, is_compiled=True, compared=compared)


def learning() -> QWidget:
    """The page of somebody who has begun."""
    shelf = lesson_shelf()
    screen = LearningScreen(shelf.guided, shelf.exercises, ("own.yaml is empty.",))
    left = {"containment": ExerciseRecord("most")}
    screen.show_progress(GuidedRecord(4, "First.wargame"), {"vise": DONE}, left)
    return screen


def asked() -> QWidget:
    """An exercise that asks."""
    return ExerciseScreen(exercise("vise"), 6)


def side_by_side() -> QWidget:
    """An exercise that is done."""
    of = exercise("vise")
    screen = ExerciseScreen(of, 6)
    screen.before.buttons[1].setChecked(True)
    screen.primary.click()
    screen.show_result(made_up(of, "before", (0.4, 0.7), (-13.0, -12.0), (-0.03, -0.02)))
    screen.primary.click()
    screen.after.buttons[0].setChecked(True)
    screen.primary.click()
    screen.show_result(made_up(of, "after", (-0.1, 0.7), (-8.0, -7.0), (-0.03, 0.02)))
    screen.primary.click()
    return screen
