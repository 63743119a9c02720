"""What home shows of a save, without opening it."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.storage.samples import (
    AT,
    LATER,
    TITLE,
    closed_save,
    contents,
    new_save,
    opening_events,
)
from wargame.model.events import PhaseBegan
from wargame.model.ids import Phase
from wargame.storage.opening import open_save
from wargame.storage.summary import Progress, summary_of

PROGRESS = Progress(3, 12, Phase.OUTCOME, (31.5, 40.25, 38.0), "2 teams, 1 computer seat")


def test_that_a_summary_tells_what_the_game_left(tmp_path: Path) -> None:
    path = tmp_path / "Game.wargame"
    with new_save(path) as save:
        save.append(opening_events(), LATER, PROGRESS)
    found = summary_of(path)
    assert (found.title, found.scenario, found.created) == (TITLE, "small", AT)
    assert (found.written, found.events) == (LATER, len(opening_events()))
    assert found.progress == PROGRESS
    assert found.error == ""
    assert found.path == path


def test_that_a_new_save_has_a_summary(tmp_path: Path) -> None:
    new_save(tmp_path / "Game.wargame").close()
    found = summary_of(tmp_path / "Game.wargame")
    assert (found.title, found.written, found.progress) == (TITLE, "", Progress())


def test_that_progress_stays_until_the_next_is_given(tmp_path: Path) -> None:
    path = tmp_path / "Game.wargame"
    with new_save(path) as save:
        save.append(opening_events(), AT, PROGRESS)
    with open_save(path) as save:
        save.append([PhaseBegan(2, Phase.BRIEF)], LATER)
    assert summary_of(path).progress == PROGRESS
    assert summary_of(path).written == LATER


def test_that_a_summary_changes_nothing(tmp_path: Path) -> None:
    path = closed_save(tmp_path / "Game.wargame")
    before = contents(tmp_path)
    times = path.stat().st_mtime_ns
    summary_of(path)
    assert contents(tmp_path) == before
    assert path.stat().st_mtime_ns == times


def test_that_the_summary_of_a_game_that_is_open_is_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "Game.wargame"
    with new_save(path) as save:
        save.append(opening_events(), LATER, PROGRESS)
        before = contents(tmp_path)
        assert summary_of(path).progress == PROGRESS
        assert contents(tmp_path) == before
        save.append([PhaseBegan(2, Phase.BRIEF)], LATER)
        assert summary_of(path).events == len(opening_events()) + 1


def test_that_looking_does_not_loosen_the_lock(tmp_path: Path) -> None:
    path = tmp_path / "Game.wargame"
    code = (
        "import sys, sqlite3\n"
        "try:\n"
        "    sqlite3.connect(sys.argv[1], timeout=0).execute('SELECT * FROM events')\n"
        "    print('free')\n"
        "except sqlite3.OperationalError as error:\n"
        "    print(error.sqlite_errorname)\n"
    )
    with new_save(path) as save:
        save.append(opening_events(), AT)
        summary_of(path)
        open_save(path, read_only=True).close()
        run = [sys.executable, "-c", code, str(path)]
        found = subprocess.run(run, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "SQLITE_BUSY"


@pytest.mark.parametrize("column", ["number", "at", "hash", "progress", "digest"])
def test_that_a_damaged_mark_is_an_error_in_the_summary(tmp_path: Path, column: str) -> None:
    path = closed_save(tmp_path / "Game.wargame")
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(f"UPDATE latest SET {column} = 7")  # noqa: S608
        raw.commit()
    found = summary_of(path)
    assert found.title == TITLE
    assert found.error.startswith("Cannot be read: ")


def test_that_the_home_screen_needs_no_sqlalchemy(tmp_path: Path) -> None:
    path = closed_save(tmp_path / "Game.wargame")
    code = (
        "import sys, pathlib\n"
        "from wargame.storage.summary import summary_of\n"
        "assert summary_of(pathlib.Path(sys.argv[1])).error == ''\n"
        "heavy = {'sqlalchemy', 'alembic', 'numpy', 'PySide6'}\n"
        "print(sorted(heavy & {name.split('.')[0] for name in sys.modules}))\n"
    )
    root = Path(__file__).resolve().parents[2]
    run = [sys.executable, "-c", code, str(path)]
    found = subprocess.run(run, cwd=root, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_that_damage_to_the_log_is_found_when_it_is_asked_for(tmp_path: Path) -> None:
    path = closed_save(tmp_path / "Game.wargame")
    assert summary_of(path, thorough=True) == summary_of(path)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("UPDATE events SET payload = x'00' WHERE number = 12")
        raw.commit()
    assert summary_of(path).error == ""
    found = summary_of(path, thorough=True)
    assert "event 12 of the log" in found.error
    assert found.first_bad == 12
    assert found.title == TITLE
