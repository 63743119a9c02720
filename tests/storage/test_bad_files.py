"""Files that are no saves, or no longer: one sentence each, and not one byte is touched."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.storage.samples import closed_save, contents, new_save, opening_events
from wargame.errors import SaveError
from wargame.storage.file_format import APPLICATION_ID, SCHEMA_VERSION
from wargame.storage.opening import open_save
from wargame.storage.recovery import recover_copy
from wargame.storage.refusals import NewerSaveError
from wargame.storage.summary import summary_of

NAME = "Game.wargame"


def no_database(path: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"picture" * 300)


def a_few_letters(path: Path) -> None:
    path.write_bytes(b"SQLite")


def empty(path: Path) -> None:
    path.write_bytes(b"")


def zeros(path: Path) -> None:
    path.write_bytes(bytes(8192))


def foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA application_id = 252006673")
        raw.execute("PRAGMA journal_mode = WAL")
        raw.execute("CREATE TABLE events (number INTEGER)")


def foreign_without_mark(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("CREATE TABLE events (number INTEGER)")


def newer(path: Path) -> None:
    closed_save(path)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")


def without_version(path: Path) -> None:
    closed_save(path)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA user_version = 0")


def only_marked(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        raw.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        raw.execute("CREATE TABLE session (id INTEGER)")


def without_session(path: Path) -> None:
    closed_save(path)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("DELETE FROM session")
        raw.commit()


def with_a_trigger(path: Path) -> None:
    closed_save(path)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("CREATE TRIGGER t AFTER INSERT ON events BEGIN DELETE FROM events; END")


def cut_to_half(path: Path) -> None:
    data = closed_save(path).read_bytes()
    path.write_bytes(data[: len(data) // 2])


def cut_by_a_page(path: Path) -> None:
    data = closed_save(path).read_bytes()
    path.write_bytes(data[:-4096])


def cut_to_the_header(path: Path) -> None:
    path.write_bytes(closed_save(path).read_bytes()[:100])


def overwritten_in_the_middle(path: Path) -> None:
    data = bytearray(closed_save(path).read_bytes())
    middle = len(data) // 2
    data[middle : middle + 6000] = bytes(6000)
    path.write_bytes(data)


def another_scenario(path: Path) -> None:
    closed_save(path)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("UPDATE scenario SET text = CAST('title: Another' AS BLOB)")
        raw.commit()


def another_title(path: Path) -> None:
    closed_save(path)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("UPDATE session SET title = 'Another'")
        raw.commit()


def missing_an_event(path: Path) -> None:
    closed_save(path)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("DELETE FROM events WHERE number = 20")
        raw.commit()


def missing_the_end(path: Path) -> None:
    closed_save(path)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("DELETE FROM events WHERE number > 20")
        raw.commit()


MAKERS: dict[Callable[[Path], None], str] = {
    no_database: "Game.wargame is not a Wargame save",
    a_few_letters: "Game.wargame is not a Wargame save",
    empty: "Game.wargame is empty",
    zeros: "not a Wargame save",
    foreign: "a database of another program",
    foreign_without_mark: "a database of another program",
    newer: "written by a newer version of Wargame",
    without_version: "a database of another program",
    only_marked: "Game.wargame cannot be read",
    without_session: "its session is not as it was written",
    with_a_trigger: "holds parts that no save has",
    cut_to_half: "cannot be read",
    cut_by_a_page: "cannot be read",
    cut_to_the_header: "Game.wargame",
    overwritten_in_the_middle: "cannot be read",
    another_scenario: "its scenario is not as it was written",
    another_title: "event 1 of the log",
    missing_an_event: "event 20 of the log",
    missing_the_end: "event 21 of the log",
}

each_bad_file = pytest.mark.parametrize(
    ("make", "words"), MAKERS.items(), ids=[make.__name__ for make in MAKERS]
)


@each_bad_file
@pytest.mark.parametrize("read_only", [False, True])
def test_that_a_bad_file_is_refused_in_a_sentence_and_left_alone(
    tmp_path: Path, make: Callable[[Path], None], words: str, read_only: bool
) -> None:
    path = tmp_path / NAME
    make(path)
    before = contents(tmp_path)
    with pytest.raises(SaveError) as refused:
        open_save(path, read_only=read_only)
    assert words in str(refused.value)
    assert refused.value.path == path
    assert "\n" not in str(refused.value)
    assert str(refused.value).endswith(".")
    assert contents(tmp_path) == before


@each_bad_file
def test_that_the_summary_of_a_bad_file_never_fails(
    tmp_path: Path, make: Callable[[Path], None], words: str
) -> None:
    path = tmp_path / NAME
    make(path)
    before = contents(tmp_path)
    found = summary_of(path)
    assert found.title
    assert found.path == path
    assert contents(tmp_path) == before


def test_that_a_newer_file_has_an_error_of_its_own(tmp_path: Path) -> None:
    newer(tmp_path / NAME)
    with pytest.raises(NewerSaveError, match="Update Wargame"):
        open_save(tmp_path / NAME)


def test_that_missing_files_and_folders_are_refused(tmp_path: Path) -> None:
    folder = tmp_path / "folder.wargame"
    folder.mkdir()
    for path, words in (
        (tmp_path / "gone.wargame", "There is no file"),
        (tmp_path / "no" / "gone.wargame", "There is no file"),
        (folder, "is a folder"),
    ):
        for use in (open_save, lambda path: recover_copy(path, tmp_path / "copy.wargame")):
            with pytest.raises(SaveError, match=words):
                use(path)
        assert words in summary_of(path).error
    assert [file.name for file in tmp_path.iterdir()] == ["folder.wargame"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes in folders")
def test_that_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / NAME)
    with pytest.raises(SaveError, match="no ordinary file"):
        open_save(tmp_path / NAME)


def test_that_a_log_left_by_a_crash_is_not_folded_into_a_damaged_file(tmp_path: Path) -> None:
    path = tmp_path / NAME
    with new_save(path) as save:
        save.append(opening_events(), "2024-07-31T09:00:00.000+00:00")
        save._raw().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        save.append(opening_events(), "2024-07-31T09:01:00.000+00:00")
        crashed = tmp_path / "crashed"
        crashed.mkdir()
        for end in ("", "-wal"):
            shutil.copyfile(path.with_name(NAME + end), crashed / (NAME + end))
    damaged = (crashed / NAME).read_bytes().replace(b"rules-1", b"rules-2")
    (crashed / NAME).write_bytes(damaged)
    before = contents(crashed)
    with pytest.raises(SaveError, match="event 1 of the log"):
        open_save(crashed / NAME)
    assert contents(crashed) == before


READ_AS_SOMEBODY = """
import os, sys
from pathlib import Path
from wargame.errors import SaveError
from wargame.model.branches import BranchRenamed
from wargame.storage.notebook import write_entries
from wargame.storage.opening import create_save, open_save
from wargame.storage.summary import summary_of
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
path = Path(sys.argv[1])
for use in (open_save, lambda path: open_save(path, read_only=True)):
    try:
        use(path).close()
        print("opened")
    except SaveError as error:
        print(error)
print(summary_of(path).error)
try:
    write_entries(path, [BranchRenamed(1, "A quiet August")], "2026-01-01T00:00:00.000+00:00")
except SaveError as error:
    print(error)
"""


def use_as_somebody(path: Path) -> list[str]:
    """What a person without rights is told when opening, reading and listing a save."""
    for folder in path.parents:
        # With several workers pytest puts a folder named after the worker between.
        if folder.name.startswith(("pytest", "popen")):
            folder.chmod(0o755)
    root = Path(__file__).resolve().parents[2]
    run = [sys.executable, "-c", READ_AS_SOMEBODY, str(path)]
    done = subprocess.run(run, cwd=root, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    return done.stdout.splitlines()


@pytest.mark.skipif(sys.platform == "win32", reason="rights are another matter on Windows")
class TestRights:
    @pytest.mark.parametrize("folder_mode", [0o700, 0o755])
    def test_that_a_save_that_may_not_be_read_is_refused(
        self, tmp_path: Path, folder_mode: int
    ) -> None:
        path = closed_save(tmp_path / NAME)
        path.chmod(0)
        tmp_path.chmod(folder_mode)
        said = use_as_somebody(path)
        assert len(said) == 4
        assert all("Game.wargame" in line and "not" in line for line in said)

    def test_that_a_save_that_may_not_be_written_can_be_read(self, tmp_path: Path) -> None:
        path = closed_save(tmp_path / NAME)
        path.chmod(0o444)
        tmp_path.chmod(0o555)
        before = contents(tmp_path)
        opened, read, summary, noted = use_as_somebody(path)
        assert "Allow writing" in opened
        assert "Allow writing" in noted
        assert (read, summary) == ("opened", "")
        assert contents(tmp_path) == before
