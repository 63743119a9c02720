"""Progress outlives the program, and a damaged file costs nothing but what it held."""

from __future__ import annotations

from pathlib import Path

import pytest

from wargame.errors import SaveError
from wargame.play.practice.lessons.progress import ExerciseRecord, GuidedRecord, ProgressBook

DONE = ExerciseRecord("moved", "borne-out", "same-vise", "open", "2026-11-20T18:00:00Z")


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
