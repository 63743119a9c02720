"""What a room notes about a game is kept beside it and found again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.played import doctrine_game
from wargame.errors import RuleError
from wargame.model.debrief_notes import (
    NOTE_ENTRIES,
    AnswerDropped,
    Answered,
    BookmarkDropped,
    Bookmarked,
    ObjectiveWorded,
    Rated,
    Rating,
    RemarkDropped,
    Remarked,
    RemarkKind,
    TagChanged,
    TagDropped,
    Tagged,
)
from wargame.model.ids import ActorId
from wargame.play.control.observing import Observing
from wargame.play.debrief.notebook import Notebook
from wargame.play.debrief.notes import LONGEST, RoomNotes, checked, room_notes
from wargame.play.debrief.replay import open_replay

GRN = ActorId("GRN")


@pytest.fixture
def save(tmp_path: Path) -> Path:
    game = doctrine_game(tmp_path, 2, name="blank")
    desk = Observing(game)
    desk.come("Grace", GRN)
    desk.tag("Grace", 1, "Nobody asked.")
    game.close()
    return game.path


def notes_of(path: Path) -> RoomNotes:
    """What a person who opens the save afresh finds."""
    replay = open_replay(path)
    return room_notes(replay.scenario, replay.marked, Notebook(path).entries())


def tagged(turn: int, objective: str = "exercise/1") -> Tagged:
    return Tagged("Tomas", GRN, "Decision", objective, turn, 5, "On time.")


def test_that_marks_of_play_and_of_the_debrief_stand_together(save: Path) -> None:
    Notebook(save).add(tagged(1))
    notes = notes_of(save)
    assert [(tag.by, tag.is_from_play) for tag in notes.tags] == [("Tomas", False), ("Grace", True)]
    mark = notes.tags[-1]
    assert mark.objective.startswith("GRN/")
    assert mark.objective in {objective.key for objective in notes.objectives}


def test_that_coverage_counts_the_tags_of_each_turn(save: Path) -> None:
    Notebook(save).add(tagged(1), tagged(1), tagged(2), tagged(2, "exercise/2"))
    notes = notes_of(save)
    assert notes.covered("exercise/1") == {1: 2, 2: 1}
    assert notes.covered("exercise/3") == {}


def test_that_a_tag_can_be_worded_anew_and_taken_back(save: Path) -> None:
    book = Notebook(save)
    first, second = book.add(tagged(1), tagged(2))
    book.add(TagChanged(first.number, "Late.", "exercise/4"), TagDropped(second.number))
    tags = [tag for tag in notes_of(save).tags if not tag.is_from_play]
    assert [(tag.note, tag.objective) for tag in tags] == [("Late.", "exercise/4")]


def test_that_the_last_rating_counts_and_can_be_taken_back(save: Path) -> None:
    book = Notebook(save)
    book.add(Rated("exercise/1", Rating.UNABLE), Rated("exercise/1", Rating.SOME, "Slow."))
    first = notes_of(save).objectives[0]
    assert first.rated == Rated("exercise/1", Rating.SOME, "Slow.")
    book.add(Rated("exercise/1", None))
    assert notes_of(save).objectives[0].rated is None


def test_that_objectives_can_be_written_and_taken_out(save: Path) -> None:
    Notebook(save).add(
        ObjectiveWorded("exercise/1", "Keep a log"),
        ObjectiveWorded("exercise/2", ""),
        ObjectiveWorded("exercise/5", "Ask for help"),
    )
    texts = {o.key: o.text for o in notes_of(save).objectives if o.seat is None}
    assert texts["exercise/1"] == "Keep a log"
    assert "exercise/2" not in texts
    assert texts["exercise/5"] == "Ask for help"


def test_that_remarks_bookmarks_and_answers_are_kept_until_taken_out(save: Path) -> None:
    book = Notebook(save)
    strength = Remarked(RemarkKind.STRENGTH, "exercise/1", "They listened.")
    better = Remarked(RemarkKind.IMPROVEMENT, "", "No log.", "Keep one", "Grace", "2026-12-01")
    mark = Bookmarked(1, 5, "Terms leak")
    answer = Answered("What worked?", "The talks.")
    made = book.add(strength, better, mark, answer)
    notes = notes_of(save)
    assert notes.strengths() == (strength,)
    assert notes.improvements() == (better,)
    assert [one for _, one in notes.bookmarks] == [mark]
    assert [one for _, one in notes.answers] == [answer]
    numbers = [record.number for record in made]
    book.add(RemarkDropped(numbers[0]), BookmarkDropped(numbers[2]), AnswerDropped(numbers[3]))
    notes = notes_of(save)
    assert (notes.strengths(), notes.bookmarks, notes.answers) == ((), (), ())


@pytest.mark.parametrize(
    "entry",
    [
        Remarked(RemarkKind.STRENGTH, "", " "),
        Answered("What worked?", ""),
        replace(tagged(1), note="a" * (LONGEST + 1)),
        Rated("exercise/1", Rating.SOME, "a" * (LONGEST + 1)),
    ],
)
def test_that_empty_and_endless_notes_are_refused_in_a_sentence(
    entry: Remarked | Answered | Tagged | Rated,
) -> None:
    with pytest.raises(RuleError, match=r"\.$"):
        checked(entry)


def test_that_every_kind_of_note_has_a_name_of_its_own() -> None:
    kinds = [entry.kind for entry in NOTE_ENTRIES]
    assert len(set(kinds)) == len(kinds)


def test_that_notes_change_nothing_of_the_game(save: Path) -> None:
    before = open_replay(save)
    Notebook(save).add(tagged(1))
    after = open_replay(save)
    assert after.line == before.line
    assert after.logged == before.logged
