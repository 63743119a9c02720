"""One save, one program: the second is told who has it, and a killed one leaves no lock."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import Popen

import pytest

from tests.storage.samples import TITLE, closed_save, contents, new_save, python_that
from wargame.errors import SaveError
from wargame.model.events import PhaseBegan
from wargame.model.ids import Phase
from wargame.storage.opening import open_save
from wargame.storage.refusals import SaveInUseError
from wargame.storage.summary import summary_of

HOLD = """
import sys
from pathlib import Path
from wargame.model.events import PhaseBegan
from wargame.model.ids import Phase
from wargame.storage.opening import open_save
save = open_save(Path(sys.argv[1]))
save.append([PhaseBegan(9, Phase.BRIEF)], "2024-08-01T00:00:00.000+00:00")
print("held", flush=True)
sys.stdin.readline()
save.close()
print("closed", flush=True)
"""


@contextmanager
def another_program_with(path: Path) -> Iterator[Popen[str]]:
    """Another program that has opened a save and appended one event to it."""
    with python_that(HOLD, path) as program:
        assert program.stdout
        assert program.stdout.readline() == "held\n"
        yield program


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return closed_save(tmp_path / "Game.wargame")


def test_that_a_second_program_is_refused_by_name(path: Path) -> None:
    with another_program_with(path) as other:
        before = contents(path.parent)
        with pytest.raises(SaveInUseError) as refused:
            open_save(path)
        assert str(refused.value) == (
            f"“{TITLE}” is open in another Wargame window (process {other.pid} on "
            f"{socket.gethostname()}). Close it there first."
        )
        assert contents(path.parent) == before


def test_that_it_may_be_read_meanwhile(path: Path) -> None:
    with open_save(path) as save:
        events = save.last_number
    with another_program_with(path):
        before = contents(path.parent)
        assert summary_of(path).events == events + 1
        with open_save(path, read_only=True) as save:
            assert save.last_number == events + 1
            assert save.check() == []
        assert contents(path.parent) == before


def test_that_it_opens_once_the_other_has_closed_it(path: Path) -> None:
    with another_program_with(path) as other:
        assert other.stdin
        assert other.stdout
        other.stdin.write("\n")
        other.stdin.flush()
        assert other.stdout.readline() == "closed\n"
        with open_save(path) as save:
            assert save.recovered_to == ""
            assert save.check() == []


def test_that_a_killed_program_leaves_no_lock_and_loses_nothing(path: Path) -> None:
    with open_save(path) as save:
        events = save.last_number
    with another_program_with(path) as other:
        other.kill()
        other.wait()
        assert summary_of(path).events == events + 1
        with open_save(path) as save:
            assert save.last_number == events + 1
            assert save.recovered_to == "2024-08-01T00:00:00.000+00:00"
            assert save.check() == []
            save.append([PhaseBegan(9, Phase.PLAN)], "2024-08-01T00:01:00.000+00:00")
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_that_the_same_program_is_told_that_it_has_it_already(path: Path) -> None:
    with open_save(path), pytest.raises(SaveInUseError, match="open in this program already"):
        open_save(path)


def test_that_a_refused_attempt_does_not_loosen_the_lock(path: Path) -> None:
    with another_program_with(path):
        for _ in range(3):
            with pytest.raises(SaveInUseError):
                open_save(path)
    with open_save(path), pytest.raises(SaveInUseError):
        open_save(path)


def test_that_a_new_save_cannot_take_the_place_of_an_open_one(path: Path) -> None:
    with another_program_with(path), pytest.raises(SaveError, match="exists already"):
        new_save(path)


def test_that_a_save_held_by_another_kind_of_program_is_refused(path: Path) -> None:
    code = (
        "import sqlite3, sys\n"
        "raw = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "raw.execute('BEGIN IMMEDIATE')\n"
        "print('held', flush=True)\n"
        "sys.stdin.readline()\n"
    )
    with python_that(code, path) as program:
        assert program.stdout
        assert program.stdout.readline() == "held\n"
        with pytest.raises(SaveInUseError, match="open in another"):
            open_save(path)


def test_that_the_holder_is_gone_from_a_closed_save(path: Path) -> None:
    with open_save(path) as save:
        assert save._raw().execute("SELECT process FROM holder").fetchall() == [(os.getpid(),)]
    with open_save(path, read_only=True) as save:
        assert save._raw().execute("SELECT * FROM holder").fetchall() == []


BUSY = """
import sys
from pathlib import Path
from tests.storage.samples import world_after
from wargame.storage.measure import typical_events
from wargame.storage.opening import open_save
save = open_save(Path(sys.argv[1]))
print("held", flush=True)
for turn in range(1000):
    for event in typical_events(100)[turn % 50 :]:
        save.append([event], "2024-08-01T00:00:00.000+00:00")
    save._raw().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
"""


def test_that_looking_at_a_game_that_is_being_written_never_sees_half_of_it(path: Path) -> None:
    with python_that(BUSY, path) as program:
        assert program.stdout
        assert program.stdout.readline() == "held\n"
        seen, whole = 0, 0
        for _ in range(15):
            found = summary_of(path, thorough=True)
            if not found.error:
                assert found.events >= seen
                seen, whole = found.events, whole + 1
            else:
                assert "is being written by another program" in found.error
            try:
                with open_save(path, read_only=True) as save:
                    assert save.last_number >= seen
                    seen, whole = save.last_number, whole + 1
            except SaveInUseError as error:
                assert "is being written" in str(error)  # noqa: PT017 - either answer is right
    assert whole > 5
    with open_save(path) as save:
        assert save.last_number >= seen
        assert save.check() == []
