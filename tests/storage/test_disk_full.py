"""A full disk: nothing half-written, the game goes on in memory, and a later try succeeds."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.storage.samples import (
    AT,
    IRN,
    LATER,
    ORDER,
    SCENARIO,
    TITLE,
    contents,
    new_save,
    opening_events,
    python_that,
    world_after,
)
from wargame.errors import SaveError
from wargame.model.orders import Draft
from wargame.storage.measure import typical_events
from wargame.storage.opening import open_save
from wargame.storage.save_file import SaveFile
from wargame.storage.summary import summary_of

LARGEST = 2**31


@contextmanager
def no_more_pages(save: SaveFile) -> Iterator[None]:
    """A disk that has room for not one page more than the file has now."""
    raw = save._raw()
    raw.execute("PRAGMA max_page_count = 1").fetchall()
    yield
    raw.execute(f"PRAGMA max_page_count = {LARGEST}").fetchall()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Game.wargame"


def test_that_a_full_disk_is_said_and_nothing_is_half_written(path: Path) -> None:
    with new_save(path) as save:
        before = save.append(opening_events(), AT)
        with no_more_pages(save):
            with pytest.raises(SaveError) as refused:
                save.append(typical_events(30), LATER)
            assert str(refused.value) == (
                f"“{TITLE}” could not be saved: the disk that holds {path} is full. "
                "Free some space or save elsewhere."
            )
            assert save.last_number == len(before)
            assert tuple(save.records()) == before
            assert save.check() == []


def test_that_the_same_events_are_written_once_there_is_room(path: Path) -> None:
    with new_save(path) as save:
        save.append(opening_events(), AT)
        with no_more_pages(save):
            for _ in range(3):
                with pytest.raises(SaveError, match="is full"):
                    save.append(typical_events(30), LATER)
        records = save.append(typical_events(30), LATER)
        assert records[0].number == len(opening_events()) + 1
        assert save.check() == []
    with open_save(path) as save:
        assert tuple(save.record_list())[-30:] == records


def test_that_drafts_and_snapshots_are_refused_alike(path: Path) -> None:
    long = Draft(IRN, 1, ORDER.__class__(ORDER.move, message="word " * 4000))
    with new_save(path) as save:
        save.append(typical_events(60), AT)
        save.keep_draft(Draft(IRN, 1, ORDER), AT)
        world = world_after(save)
        with no_more_pages(save), pytest.raises(SaveError, match="is full"):
            save.keep_draft(long, LATER)
        save.drop_drafts(IRN)
        save.keep_draft(long, LATER)
        save.keep_snapshot(60, world)
        assert save.drafts() == (long,)
        assert save.snapshot_before(60) == (60, world)


LIMITED = """
import resource, sys
from pathlib import Path
from tests.storage.samples import AT, LATER, new_save, opening_events
from wargame.errors import SaveError
from wargame.storage.measure import typical_events
path = Path(sys.argv[1])
save = new_save(path)
save.append(opening_events(), AT)
log = path.with_name(path.name + "-wal")
resource.setrlimit(resource.RLIMIT_FSIZE, (log.stat().st_size + 30_000, -1))
written = refused = 0
for event in typical_events(60):
    try:
        save.append([event], LATER)
        written += 1
    except SaveError as error:
        refused += 1
        words = str(error)
assert written and refused, (written, refused)
assert save.last_number == 5 + written
assert save.check() == []
resource.setrlimit(resource.RLIMIT_FSIZE, (-1, -1))
save.append(typical_events(10), LATER)
assert save.check() == []
save.close()
print(written + 15)
print(words)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of a file")
def test_that_a_file_that_may_not_grow_is_no_end_of_the_game(path: Path) -> None:
    with python_that(LIMITED, path) as program:
        said, _ = program.communicate()
    assert program.returncode == 0
    count, words = said.splitlines()
    assert "could not be read or written" in words
    with open_save(path) as save:
        assert save.last_number == int(count)
        assert save.check() == []
    assert list(contents(path.parent)) == [path.name]


ON_A_SMALL_DISK = """
import os, sys
from pathlib import Path
from tests.storage.samples import AT, LATER, new_save, opening_events
from wargame.errors import SaveError
from wargame.storage.measure import typical_events
from wargame.storage.opening import open_save
from wargame.storage.summary import summary_of
disk = Path(sys.argv[1])
path = disk / "Game.wargame"
save = new_save(path)
ballast = disk / "ballast"
ballast.write_bytes(bytes(400_000))
save.append(opening_events(), AT)
written, words = 0, []
for event in typical_events(400):
    try:
        save.append([event], LATER)
        written += 1
    except SaveError as error:
        words.append(str(error))
assert written and words
assert save.check() == []
try:
    save.close()
except SaveError as error:
    words.append(str(error))
with open_save(path, read_only=True) as copy:
    assert copy.last_number == 5 + written, (copy.last_number, written)
    assert copy.check() == []
assert summary_of(path).events == 5 + written
try:
    open_save(path).close()
    raise SystemExit("there was room for a lock")
except SaveError as error:
    words.append(str(error))
try:
    new_save(disk / "Another.wargame")
    raise SystemExit("there was room for another save")
except SaveError as error:
    words.append(str(error))
assert not (disk / "Another.wargame").exists()
ballast.unlink()
with open_save(path) as save:
    save.append(typical_events(10), LATER)
with open_save(path) as save:
    assert save.last_number == 15 + written
    assert save.check() == []
print(sorted(file.name for file in disk.iterdir()))
print("\\n".join(sorted(set(words))))
"""


def can_make_a_small_disk() -> bool:
    if shutil.which("unshare") is None:
        return False
    run = ["unshare", "-rm", "mount", "-t", "tmpfs", "none", "/mnt"]
    return subprocess.run(run, capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(not can_make_a_small_disk(), reason="no small disk can be made here")
def test_that_a_disk_that_is_really_full_loses_nothing(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    root = Path(__file__).resolve().parents[2]
    script = 'mount -t tmpfs -o size=1000k none "$1" && exec "$2" -W error -c "$3" "$1"'
    run = ["unshare", "-rm", "sh", "-c", script, "sh", str(disk), sys.executable, ON_A_SMALL_DISK]
    done = subprocess.run(run, cwd=root, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    files, *words = done.stdout.splitlines()
    assert files == "['Game.wargame']"
    assert all("is full" in line for line in words)


def test_that_a_refused_save_stays_readable(path: Path) -> None:
    with new_save(path) as save:
        save.append(opening_events(), AT)
        with no_more_pages(save), pytest.raises(SaveError):
            save.append(typical_events(30), LATER)
        assert save.scenario_text == SCENARIO
        assert summary_of(path).events == len(opening_events())
