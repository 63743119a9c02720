"""Saves of every earlier version open, and the file as it was is kept beside them."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.storage import version_1, version_2
from tests.storage.samples import AT, contents, new_save
from wargame.errors import SaveError
from wargame.model.conditions import Struck
from wargame.model.events import OrdersSealed, PhaseBegan
from wargame.model.ids import Phase
from wargame.storage.file_format import SCHEMA_VERSION
from wargame.storage.opening import open_save
from wargame.storage.summary import summary_of


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return Path(shutil.copyfile(version_1.STORED, tmp_path / "Early.wargame"))


def schema_of(path: Path) -> set[tuple[str, str]]:
    with closing(sqlite3.connect(path)) as raw:
        rows = raw.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    return {(name, " ".join(sql.split())) for name, sql in rows}


def version_of(path: Path) -> int:
    with closing(sqlite3.connect(path)) as raw:
        return int(raw.execute("PRAGMA user_version").fetchone()[0])


def test_that_a_save_of_version_1_opens_with_every_event(old: Path) -> None:
    with open_save(old) as save:
        records = save.record_list()
        assert save.header.title == version_1.TITLE
        assert save.check() == []
    assert len(records) == len(version_1.EVENTS)
    sealed = records[-1].event
    assert isinstance(sealed, OrdersSealed)
    assert sealed.orders[0].condition == Struck(10.0)
    assert sealed.orders[0].message == "שלום"


def test_that_the_file_as_it_was_is_copied_first(old: Path) -> None:
    before = old.read_bytes()
    with open_save(old) as save:
        assert save.upgraded_from == old.with_name("Early.before-upgrade.wargame")
    copy = old.with_name("Early.before-upgrade.wargame")
    assert version_of(copy) == 1
    with closing(sqlite3.connect(copy)) as one, closing(sqlite3.connect(old)) as other:
        query = "SELECT * FROM events ORDER BY number"
        assert one.execute(query).fetchall() == other.execute(query).fetchall()
    assert len(copy.read_bytes()) == len(before)


def test_that_an_earlier_copy_is_never_written_over(old: Path) -> None:
    taken = old.with_name("Early.before-upgrade.wargame")
    taken.write_bytes(b"mine")
    with open_save(old) as save:
        assert save.upgraded_from == old.with_name("Early.before-upgrade-2.wargame")
    assert taken.read_bytes() == b"mine"


def test_that_an_upgraded_save_is_like_a_new_one(old: Path, tmp_path: Path) -> None:
    open_save(old).close()
    fresh = tmp_path / "fresh.wargame"
    new_save(fresh).close()
    assert version_of(old) == version_of(fresh) == SCHEMA_VERSION
    assert schema_of(old) == schema_of(fresh)


def test_that_the_game_goes_on_in_an_upgraded_save(old: Path) -> None:
    with open_save(old) as save:
        save.append([PhaseBegan(1, Phase.ADJUDICATE)], AT)
    with open_save(old) as save:
        assert save.upgraded_from is None
        assert save.last_number == len(version_1.EVENTS) + 1
        assert save.check() == []


def test_that_the_summary_of_an_upgraded_save_knows_the_phase(old: Path) -> None:
    assert summary_of(old).title == version_1.TITLE
    assert summary_of(old).events == len(version_1.EVENTS)
    open_save(old).close()
    assert summary_of(old).progress.phase is Phase.PLAN
    assert summary_of(old).progress.turn == 1


def test_that_an_empty_old_log_can_be_upgraded(old: Path) -> None:
    with closing(sqlite3.connect(old)) as raw:
        raw.execute("DELETE FROM events")
        raw.commit()
    with open_save(old) as save:
        assert save.last_number == 0
        save.append([PhaseBegan(1, Phase.BRIEF)], AT)
    with open_save(old) as save:
        assert save.check() == []


def test_that_reading_an_old_save_changes_nothing(old: Path) -> None:
    before = contents(old.parent)
    with open_save(old, read_only=True) as save:
        assert save.check() == []
        assert save.last_number == len(version_1.EVENTS)
    assert contents(old.parent) == before


def test_that_a_damaged_old_save_is_refused_before_it_is_changed(old: Path) -> None:
    damaged = old.read_bytes().replace(b"M11", b"M12")
    old.write_bytes(damaged)
    before = contents(old.parent)
    with pytest.raises(SaveError, match="event 4 of the log"):
        open_save(old)
    assert contents(old.parent) == before


def test_that_a_file_that_only_claims_to_be_old_is_refused_and_left(tmp_path: Path) -> None:
    path = tmp_path / "claims.wargame"
    new_save(path).close()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA user_version = 1")
    before = contents(tmp_path)
    with pytest.raises(SaveError, match="claims"):
        open_save(path)
    assert contents(tmp_path) == before


def test_that_alembic_is_imported_only_for_a_file_that_is_behind(tmp_path: Path) -> None:
    path = tmp_path / "new.wargame"
    new_save(path).close()
    code = (
        "import sys, pathlib\n"
        "from wargame.storage.opening import open_save\n"
        "open_save(pathlib.Path(sys.argv[1])).close()\n"
        "print(sorted(name for name in sys.modules if name.split('.')[0] == 'alembic'))\n"
    )
    root = Path(__file__).resolve().parents[2]
    run = subprocess.run(
        [sys.executable, "-c", code, str(path)],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.strip() == "[]"


def test_that_a_save_of_version_2_opens_with_every_event_and_its_summary(tmp_path: Path) -> None:
    path = Path(shutil.copyfile(version_2.STORED, tmp_path / "Later.wargame"))
    assert summary_of(path).progress.index_path == (31.5,)
    with open_save(path) as save:
        assert save.upgraded_from == path.with_name("Later.before-upgrade.wargame")
        assert len(save.record_list()) == len(version_2.EVENTS)
        assert save.check() == []
    fresh = tmp_path / "fresh.wargame"
    new_save(fresh).close()
    assert schema_of(path) == schema_of(fresh)
