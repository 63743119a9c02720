"""Lesson files are read whole or refused with every fault, its file and its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from wargame.errors import ScenarioError
from wargame.model.lessons import Doing, Way
from wargame.play.practice.lessons.shelf import GUIDED_FILE, lessons_folder
from wargame.scenarios.checking import check_path
from wargame.scenarios.lessons import read_exercise, read_guided_game

FOLDER = lessons_folder() / "exercises"
VISE = FOLDER / "2-too-little-too-much.yaml"


def written(tmp_path: Path, *changes: tuple[str, str]) -> Path:
    text = VISE.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path = tmp_path / "vise.yaml"
    path.write_text(text, "utf-8")
    return path


def test_that_an_exercise_is_read_whole() -> None:
    vise = read_exercise(VISE)
    assert (vise.id, vise.scenario, vise.sources) == ("vise", "after-tehran", ("002",))
    trial = vise.before.trial
    assert trial.other.forbidden == ("IRN ISR 5",)
    assert trial.measures[0].of == ("large", "ISR", "HZB")
    moved = vise.before.choice("moved")
    assert moved is not None
    assert [(e.measure, e.way) for e in moved.expects] == [
        ("index", Way.DOWN),
        ("pressed", Way.UP),
    ]


def test_that_a_guided_game_is_read_whole() -> None:
    guided = read_guided_game(lessons_folder() / GUIDED_FILE)
    assert 10 <= len(guided.steps) <= 14
    assert {step.doing for step in guided.steps} == set(Doing)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("measure: pressed, way: down", "measure: presed, way: down", "no measure “presed”"),
        ("id: all-worse", "id: moved", "“moved” stands twice"),
        ("id: lost, of: all-out", "id: index, of: all-out", "“index” stands twice"),
        ("way: down", "way: sideways", "expected one of up, down, same"),
        ("of: large ISR HZB", "of: large ISR", "acts or large with two actors"),
        ("forbidden: [IRN ISR 5]", "forbidden: [IRN ISR]", "the lowest rung forbidden"),
        ("minutes: 6", "minuts: 6", "unknown key “minuts”; did you mean “minutes”?"),
        ("turns: 12", "turns: many", "expected a whole number"),
    ],
)
def test_that_a_fault_is_said_with_its_line(tmp_path: Path, old: str, new: str, said: str) -> None:
    path = written(tmp_path, (old, new))
    line = next(n for n, text in enumerate(path.read_text("utf-8").split("\n"), 1) if new in text)
    with pytest.raises(ScenarioError) as caught:
        read_exercise(path)
    faults = caught.value.faults
    assert any(said in fault.message and abs(fault.line - line) <= 4 for fault in faults), faults
    assert str(caught.value).startswith(f"{path.name} cannot be used: line ")


def test_that_every_fault_is_said_at_once(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        ("measure: pressed, way: down", "measure: presed, way: down"),
        ("id: lost", "id: index"),
    )
    with pytest.raises(ScenarioError) as caught:
        read_exercise(path)
    assert len(caught.value.faults) == 2


@pytest.mark.parametrize("text", ["", "just words", "[1, 2]", "a: [", "\t"])
def test_that_what_is_no_lesson_is_refused_in_a_sentence(tmp_path: Path, text: str) -> None:
    path = tmp_path / "odd.yaml"
    path.write_text(text, "utf-8")
    for read in (read_exercise, read_guided_game):
        with pytest.raises(ScenarioError) as caught:
            read(path)
        assert "\n" not in str(caught.value)
        assert str(caught.value).endswith(".")


def test_that_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ScenarioError, match=r"cannot be read: No such file"):
        read_exercise(tmp_path / "none.yaml")


def test_that_the_check_of_scenarios_checks_lessons_too(tmp_path: Path) -> None:
    assert check_path(VISE).faults == ()
    assert check_path(lessons_folder() / GUIDED_FILE).counts == "one guided game"
    faulty = check_path(written(tmp_path, ("way: down", "way: sideways")))
    assert [fault.file for fault in faulty.faults] == ["vise.yaml"]
