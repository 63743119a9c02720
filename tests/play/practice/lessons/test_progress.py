"""Progress outlives the program, and a damaged file costs nothing but what it held."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from wargame.errors import SaveError
from wargame.model.outlook import Estimate
from wargame.play.practice.lessons.kept_run import KeptRun, as_result, kept_run
from wargame.play.practice.lessons.progress import ExerciseRecord, GuidedRecord, ProgressBook
from wargame.play.practice.lessons.shelf import lesson_shelf
from wargame.play.practice.lessons.trials import Compared, TrialResult

DONE = ExerciseRecord("moved", "borne-out", "same-vise", "open", "2026-11-20T18:00:00Z")
RUN = KeptRun("0123", 60, 60, is_compiled=False, rows=((1.0, 2.5, 1.5, 1.0, 2.0),))
HALF = ExerciseRecord("moved", "open", run=RUN)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "saves" / "learning.json"


def test_that_progress_is_there_again(path: Path) -> None:
    book = ProgressBook(path)
    book.keep_exercise("vise", DONE)
    book.keep_guided("first-game", GuidedRecord(4, "Guided.wargame"))
    again = ProgressBook(path)
    assert again.exercise("vise") == DONE
    assert again.guided("first-game") == GuidedRecord(4, "Guided.wargame")
    assert again.exercise("taboo") == ExerciseRecord()
    assert not again.fault


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe",
        b'{"format": 2}',
        b'{"format": 1, "exercises": []}',
        b"[" * 9000,
    ],
)
def test_that_a_damaged_file_is_laid_aside_and_a_new_one_begins(path: Path, text: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(text)
    book = ProgressBook(path)
    assert "learning.damaged.json" in book.fault
    assert (path.parent / "learning.damaged.json").read_bytes() == text
    book.keep_exercise("vise", DONE)
    assert ProgressBook(path).exercise("vise") == DONE


def test_that_senseless_entries_are_passed_over(path: Path) -> None:
    path.parent.mkdir()
    path.write_text(
        '{"format": 1, "exercises": {"a": 7, "b": {"before": 3, "after": "x", "new": "y"}},'
        ' "guided": {"first-game": {"step": -2, "save": null, "done_at": "d"}}}',
        "utf-8",
    )
    book = ProgressBook(path)
    assert book.exercise("a") == ExerciseRecord()
    assert book.exercise("b") == ExerciseRecord(after="x")
    assert book.guided("first-game") == GuidedRecord(0, "", "d")


def test_that_a_disk_that_refuses_is_said_in_a_sentence_and_the_sitting_goes_on(
    tmp_path: Path,
) -> None:
    (tmp_path / "saves").write_text("in the way")
    book = ProgressBook(tmp_path / "saves" / "learning.json")
    with pytest.raises(SaveError, match=r"^Progress cannot be written: .*\.$"):
        book.keep_exercise("vise", DONE)
    assert book.exercise("vise") == DONE


def test_that_an_exercise_left_half_way_is_there_again_with_its_table(path: Path) -> None:
    ProgressBook(path).keep_exercise("vise", HALF)
    book = ProgressBook(path)
    assert book.exercise("vise") == book.left("vise") == HALF
    book.keep_exercise("vise", DONE)
    again = ProgressBook(path)
    assert again.exercise("vise") == DONE
    assert again.left("vise") == ExerciseRecord()


def test_that_what_was_finished_stays_while_it_is_done_anew(path: Path) -> None:
    book = ProgressBook(path)
    book.keep_exercise("vise", DONE)
    book.keep_exercise("vise", HALF)
    again = ProgressBook(path)
    assert again.exercise("vise") == DONE
    assert again.left("vise") == HALF
    again.forget_left("vise")
    assert ProgressBook(path).exercise("vise") == DONE
    assert ProgressBook(path).left("vise") == ExerciseRecord()


def test_that_what_an_earlier_program_left_half_way_goes_on_too_and_can_be_forgotten(
    path: Path,
) -> None:
    path.parent.mkdir()
    body = '{"format": 1, "exercises": {"vise": {"before": "moved"}}, "guided": {}}'
    path.write_text(body, "utf-8")
    book = ProgressBook(path)
    assert book.left("vise") == book.exercise("vise") == ExerciseRecord("moved")
    book.forget_left("vise")
    assert ProgressBook(path).left("vise") == ExerciseRecord()


@pytest.mark.parametrize(
    "run",
    [
        7,
        {},
        {"of": "x", "runs": True, "wanted": 1, "is_compiled": True, "rows": []},
        {"of": "x", "runs": 1, "wanted": 1, "is_compiled": True, "rows": [[1, 2]]},
        {"of": "x", "runs": 1, "wanted": 1, "is_compiled": True, "rows": [[1, 2, 3, 4, "5"]]},
        {"of": "x", "runs": 1, "wanted": 1, "is_compiled": True, "rows": [[1, 2, 3, 4, 1e999]]},
    ],
)
def test_that_a_senseless_table_is_passed_over(path: Path, run: object) -> None:
    path.parent.mkdir()
    left = {"vise": {"before": "moved", "run": run}}
    body = {"format": 1, "exercises": {}, "left": left, "guided": {}}
    path.write_text(json.dumps(body), "utf-8")
    assert ProgressBook(path).left("vise") == ExerciseRecord("moved")


def test_that_a_table_is_shown_again_only_for_the_trial_that_it_is_of() -> None:
    exercise = lesson_shelf().exercises[0]
    trial, other = exercise.before.trial, exercise.after.trial
    compared = tuple(
        Compared(measure, 1.0, 3.0, Estimate(2.0, 1.5, 2.5)) for measure in trial.measures
    )
    result = TrialResult(60, 2_000, is_compiled=False, compared=compared)
    kept = kept_run(trial, result)
    assert as_result(kept, trial) == result
    assert as_result(kept, other) is None
    assert as_result(kept, replace(trial, turns=trial.turns + 1)) is None
