"""The notebook of a save: written beside the log, chained, and never while somebody plays."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.storage import version_2
from tests.storage.samples import AT, IRN, LATER, ORDER, closed_save, contents
from wargame.errors import SaveError
from wargame.model.branches import (
    BranchChange,
    BranchFan,
    BranchKept,
    BranchRenamed,
    Changed,
)
from wargame.model.debrief_entries import DebriefEntry
from wargame.model.outlook import Estimate, FanTurn, IndexDifference
from wargame.play.debrief.notebook import Notebook
from wargame.storage.notebook import read_entries, write_entries
from wargame.storage.opening import open_save
from wargame.storage.recovery import recover_copy
from wargame.storage.refusals import SaveInUseError

SURE = Estimate(-0.25, -0.5, -0.125)
KEPT = BranchKept(
    title="Без удара",
    after=4,
    turn=1,
    change=BranchChange(Changed.ORDER, seat=IRN, slot=1, order=ORDER),
    words="Iran holds in turn 1.",
    reason="",
    rules="rules-1",
    index=(31.5, 30.25),
    ending="",
    killed=0,
    events=b"\x00\xff",
    fan=BranchFan(
        412,
        1000,
        (FanTurn(1, 1.0, 2.0, 3.0, 4.0, 5.0),),
        (),
        (IndexDifference(1, SURE),),
        SURE,
        SURE,
    ),
)
NAMED = BranchRenamed(1, "A quiet August")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return closed_save(tmp_path / "Game.wargame")


def notes(path: Path) -> list[DebriefEntry]:
    return [record.entry for record in read_entries(path)]


def damage(path: Path, number: int) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("UPDATE debrief SET at = 'never' WHERE number = ?", (number,))
        raw.commit()


def test_that_what_is_written_down_is_read_back_as_it_was(path: Path) -> None:
    write_entries(path, [KEPT, NAMED], AT)
    written = write_entries(path, [NAMED], LATER)
    assert notes(path) == [KEPT, NAMED, NAMED]
    assert [(record.number, record.at) for record in written] == [(3, LATER)]


def test_that_notes_leave_the_log_as_it_was(path: Path) -> None:
    with open_save(path, read_only=True) as save:
        before = save.record_list()
    write_entries(path, [KEPT], AT)
    with open_save(path) as save:
        assert save.record_list() == before
        assert save.check() == []


def test_that_one_file_remains_after_a_writing(path: Path) -> None:
    write_entries(path, [KEPT], AT)
    assert Notebook(path).first_damaged() == 0
    assert list(contents(path.parent)) == [path.name]


def test_that_reading_notes_touches_nothing(path: Path) -> None:
    write_entries(path, [KEPT], AT)
    before = contents(path.parent)
    assert notes(path) == [KEPT]
    assert contents(path.parent) == before


def test_that_nothing_is_written_while_somebody_plays(path: Path) -> None:
    with open_save(path):
        with pytest.raises(SaveInUseError, match="is open in this program already"):
            write_entries(path, [KEPT], AT)
        assert notes(path) == []
    write_entries(path, [KEPT], AT)
    assert notes(path) == [KEPT]


def test_that_a_game_goes_on_with_its_notes(path: Path) -> None:
    write_entries(path, [KEPT], AT)
    with open_save(path) as save:
        assert save.upgraded_from is None
    assert notes(path) == [KEPT]


def test_that_a_save_of_version_2_takes_notes_and_is_copied_first(tmp_path: Path) -> None:
    path = Path(shutil.copyfile(version_2.STORED, tmp_path / "Old.wargame"))
    assert notes(path) == []
    write_entries(path, [NAMED], AT)
    assert notes(path) == [NAMED]
    assert (tmp_path / "Old.before-upgrade.wargame").exists()


def test_that_a_damaged_note_is_told_and_what_came_before_it_read(path: Path) -> None:
    write_entries(path, [KEPT, NAMED, NAMED], AT)
    damage(path, 2)
    assert notes(path) == [KEPT]
    assert Notebook(path).first_damaged() == 2
    with pytest.raises(SaveError, match="note 2"):
        write_entries(path, [NAMED], LATER)
    with open_save(path) as save:
        assert [d.words for d in save.check()] == ["Note 2 of the debrief is damaged."]


def test_that_a_recovered_copy_keeps_the_notes_that_are_whole(path: Path) -> None:
    write_entries(path, [KEPT, NAMED], AT)
    damage(path, 2)
    copy = path.with_name("copy.wargame")
    recover_copy(path, copy)
    assert notes(copy) == [KEPT]


def test_that_a_kind_of_a_later_version_is_left_out_and_the_rest_is_read(path: Path) -> None:
    class FromTheFuture(BranchRenamed):
        kind = "from-the-future"

    write_entries(path, [FromTheFuture(1, "x"), NAMED], AT)
    assert notes(path) == [NAMED]


def test_that_a_notebook_gives_its_entries_by_type(path: Path) -> None:
    notebook = Notebook(path)
    assert notebook.entries() == ()
    notebook.add(KEPT)
    notebook.add(NAMED, NAMED)
    assert [record.number for record in notebook.entries()] == [1, 2, 3]
    assert [(r.number, entry) for r, entry in notebook.of_type(BranchKept)] == [(1, KEPT)]
