"""An open save: what it takes, gives back and leaves behind."""

from __future__ import annotations

import sqlite3
import sys
import threading
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.storage.samples import (
    AT,
    IRN,
    ISR,
    LATER,
    ORDER,
    SCENARIO,
    TITLE,
    closed_save,
    new_save,
    opening_events,
    world_after,
)
from wargame.errors import InternalError, SaveError
from wargame.model.events import OrdersSealed, PhaseBegan
from wargame.model.ids import Phase
from wargame.model.orders import Draft
from wargame.storage.file_format import APPLICATION_ID, SCHEMA_VERSION
from wargame.storage.measure import typical_events
from wargame.storage.opening import create_save, open_save
from wargame.storage.summary import Progress, summary_of


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "saves" / "Game.wargame"


def test_that_appended_events_are_handed_back_and_read_again(path: Path) -> None:
    with new_save(path) as save:
        first = save.append(opening_events(), AT)
        second = save.append(typical_events(700), LATER)
        assert tuple(save.records()) == first + second
        assert [record.number for record in first + second] == list(range(1, 706))
        assert {record.at for record in second} == {LATER}
    with open_save(path) as save:
        assert tuple(save.record_list()) == first + second


def test_that_the_log_can_be_read_from_any_event_on(path: Path) -> None:
    with new_save(path) as save:
        records = list(save.append(typical_events(30), AT))
        for first in (1, 2, 17, 30, 31):
            assert save.record_list(first) == records[first - 1 :]
            assert list(save.records(first)) == records[first - 1 :]
    with open_save(path) as save:
        assert save.record_list(17) == records[16:]
        assert save.record_list() == records


def test_that_events_appended_after_opening_are_in_the_list(path: Path) -> None:
    with new_save(path) as save:
        save.append(typical_events(3), AT)
    with open_save(path) as save:
        save.append(typical_events(2), LATER)
        assert len(save.record_list()) == 5


def test_that_header_and_scenario_are_kept_word_for_word(path: Path) -> None:
    new_save(path).close()
    with open_save(path) as save:
        assert save.scenario_text == SCENARIO
        assert (save.header.title, save.header.scenario_id) == (TITLE, "small")
        assert (save.header.rules, save.header.created) == ("rules-1", AT)


def test_that_one_file_remains_after_closing(path: Path) -> None:
    closed_save(path)
    assert [file.name for file in path.parent.iterdir()] == ["Game.wargame"]


def test_that_the_file_says_what_it_is(path: Path) -> None:
    closed_save(path)
    head = path.read_bytes()[:100]
    assert head[:16] == b"SQLite format 3\0"
    assert head[68:72] == b"WGME" == APPLICATION_ID.to_bytes(4, "big")
    assert int.from_bytes(head[60:64], "big") == SCHEMA_VERSION


def test_that_the_log_is_on_disk_when_append_returns(path: Path) -> None:
    with new_save(path) as save:
        save.append(opening_events(), AT)
        copy = path.with_name("copy.wargame")
        for end in ("", "-wal"):
            copy.with_name(copy.name + end).write_bytes(
                path.with_name(path.name + end).read_bytes()
            )
    with open_save(copy) as found:
        assert len(found.record_list()) == len(opening_events())


def test_that_the_pragmas_durability_rests_on_are_taken(path: Path) -> None:
    with new_save(path) as save:
        raw = save._raw()
        taken = {
            name: raw.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "locking_mode", "trusted_schema")
        }
    assert taken == {
        "journal_mode": "wal",
        "synchronous": 2,
        "locking_mode": "exclusive",
        "trusted_schema": 0,
    }


def test_that_a_batch_is_written_whole_or_not_at_all(path: Path) -> None:
    broken = OrdersSealed(IRN, (replace(ORDER, warning_hours=float("nan")),))
    with new_save(path) as save:
        with pytest.raises(InternalError):
            save.append([*opening_events(), broken], AT)
        assert save.last_number == 0
        assert save.record_list() == []
        assert len(save.append(opening_events(), AT)) == len(opening_events())


def test_that_nothing_is_written_for_no_events(path: Path) -> None:
    with new_save(path) as save:
        assert save.append([], AT) == ()
        assert save.last_number == 0


def test_that_no_save_is_made_over_another_file(path: Path) -> None:
    closed_save(path)
    before = path.read_bytes()
    with pytest.raises(SaveError, match="exists already"):
        new_save(path)
    assert path.read_bytes() == before


def test_that_a_scenario_with_a_wrong_hash_is_a_bug(path: Path) -> None:
    with pytest.raises(InternalError):
        create_save(path, SCENARIO, "0" * 64, "small", TITLE, "rules-1", AT)
    assert not path.exists()


@pytest.mark.parametrize(
    "name", ["What? 100% #1 & more.wargame", "Übung Ωmega שלום.wargame", "a'b\"c;--.wargame"]
)
def test_that_any_file_name_will_do(tmp_path: Path, name: str) -> None:
    path = closed_save(tmp_path / name)
    with open_save(path) as save:
        assert save.check() == []
    assert [file.name for file in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize(
    "title", ["", "“Quoted” 'n' \"so\"\\", "ליל האזעקות", "x" * 5000, "\u2028\n"]
)
def test_that_any_title_will_do(path: Path, title: str) -> None:
    new_save(path, title).close()
    with open_save(path) as save:
        assert save.header.title == title


def test_that_a_place_where_no_file_can_be_made_is_named(tmp_path: Path) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("no folder")
    with pytest.raises(SaveError) as refused:
        new_save(blocked / "game.wargame")
    words = str(refused.value)
    assert f"cannot be kept in {blocked}" in words
    assert words.endswith("Choose another folder.")
    assert blocked.read_text() == "no folder"


def test_that_a_draft_takes_the_place_of_the_one_before_in_its_slot(path: Path) -> None:
    again = replace(ORDER, message="Rewritten", meant=None)
    with new_save(path) as save:
        for draft in (Draft(IRN, 1, ORDER), Draft(IRN, 2, ORDER), Draft(ISR, 1, ORDER)):
            save.keep_draft(draft, AT)
        save.keep_draft(Draft(IRN, 1, again), LATER)
    with open_save(path) as save:
        assert save.drafts() == (Draft(IRN, 1, again), Draft(IRN, 2, ORDER), Draft(ISR, 1, ORDER))
        assert save.check() == []


def test_that_drafts_are_dropped_by_seat_or_by_slot(path: Path) -> None:
    with new_save(path) as save:
        for draft in (Draft(IRN, 1, ORDER), Draft(IRN, 2, ORDER), Draft(ISR, 1, ORDER)):
            save.keep_draft(draft, AT)
        save.drop_drafts(IRN, 1)
        assert save.drafts() == (Draft(IRN, 2, ORDER), Draft(ISR, 1, ORDER))
        save.drop_drafts(IRN)
        assert save.drafts() == (Draft(ISR, 1, ORDER),)


def test_that_sealing_and_dropping_drafts_are_one_step(path: Path) -> None:
    with new_save(path) as save:
        save.keep_draft(Draft(IRN, 1, ORDER), AT)
        save.keep_draft(Draft(ISR, 1, ORDER), AT)
        save.append([OrdersSealed(IRN, (ORDER,))], AT, drop_drafts_of=[IRN])
        assert save.drafts() == (Draft(ISR, 1, ORDER),)


def test_that_drafts_are_no_part_of_the_chain(path: Path) -> None:
    with new_save(path) as save:
        save.append(opening_events(), AT)
        tail = save._end.hash
        save.keep_draft(Draft(IRN, 1, ORDER), AT)
        save.drop_drafts(IRN)
        assert save._end.hash == tail
        assert save.check() == []


def test_that_a_snapshot_gives_back_the_whole_world(path: Path) -> None:
    with new_save(path) as save:
        save.append(typical_events(60), AT)
        world = world_after(save)
        save.keep_snapshot(60, world)
    with open_save(path) as save:
        assert save.snapshot_before(59) is None
        assert save.snapshot_before(60) == (60, world)
        assert save.snapshot_before(1000) == (60, world)
        known = {record.number: record.event for record in save.records()}
        assert save.snapshot_before(60, known) == (60, world)


def test_that_the_nearest_snapshot_is_taken_and_one_at_the_same_event_replaced(path: Path) -> None:
    with new_save(path) as save:
        save.append(typical_events(10), AT)
        early = world_after(save)
        save.keep_snapshot(10, replace(early, turn=9))
        save.keep_snapshot(10, early)
        save.append(typical_events(20), AT)
        late = world_after(save)
        save.keep_snapshot(30, late)
        assert save.snapshot_before(29) == (10, early)
        assert save.snapshot_before(30) == (30, late)


def test_that_a_snapshot_needs_its_event(path: Path) -> None:
    with new_save(path) as save:
        save.append(typical_events(5), AT)
        with pytest.raises(SaveError, match="no event 6"):
            save.keep_snapshot(6, replace(world_after(save), events=6))
        with pytest.raises(InternalError):
            save.keep_snapshot(4, world_after(save))
        assert save.snapshot_before(6) is None


@pytest.mark.parametrize("damage", ["x'00'", "x'ff' || world", "CAST(world AS TEXT)", "7"])
def test_that_a_damaged_snapshot_is_passed_over(path: Path, damage: str) -> None:
    with new_save(path) as save:
        save.append(typical_events(10), AT)
        world = world_after(save)
        save.keep_snapshot(10, world)
        save.append(typical_events(10), AT)
        save.keep_snapshot(20, world_after(save))
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(f"UPDATE snapshots SET world = {damage} WHERE number = 20")  # noqa: S608
        raw.commit()
    with open_save(path) as save:
        assert save.snapshot_before(20) == (10, world)
        assert [difference.number for difference in save.check()] == [20]


@pytest.mark.parametrize("damage", ["seat = 'ISR'", "at = CAST(x'ff' AS TEXT)", "payload = x''"])
def test_that_a_damaged_draft_is_left_out_and_said(path: Path, damage: str) -> None:
    with new_save(path) as save:
        save.keep_draft(Draft(IRN, 1, ORDER), AT)
        save.keep_draft(Draft(IRN, 2, ORDER), AT)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(f"UPDATE drafts SET {damage} WHERE slot = 1")  # noqa: S608
        raw.commit()
    with open_save(path) as save:
        assert save.drafts() == (Draft(IRN, 2, ORDER),)
        assert len(save.check()) == 1


def test_that_a_reading_copy_takes_no_writing_and_touches_nothing(path: Path) -> None:
    closed_save(path)
    before = {file.name: file.read_bytes() for file in path.parent.iterdir()}
    with open_save(path, read_only=True) as save:
        assert save.record_list()
        assert save.drafts() == ()
        assert save.snapshot_before(10_000) is not None
        assert save.check() == []
        with pytest.raises(SaveError, match="reading only"):
            save.append([PhaseBegan(1, Phase.PLAN)], AT)
        with pytest.raises(SaveError, match="reading only"):
            save.keep_draft(Draft(IRN, 1, ORDER), AT)
    assert {file.name: file.read_bytes() for file in path.parent.iterdir()} == before


def test_that_a_closed_save_says_so(path: Path) -> None:
    save = new_save(path)
    save.close()
    save.close()
    for use in (lambda: save.append(opening_events(), AT), save.drafts, save.check):
        with pytest.raises(SaveError, match="is closed"):
            use()


def test_that_threads_wait_for_one_another(path: Path) -> None:
    with new_save(path) as save:

        def write() -> None:
            for event in typical_events(40):
                save.append([event], AT)
                save.keep_draft(Draft(IRN, 1, ORDER), AT)

        threads = [threading.Thread(target=write) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert save.last_number == 160
        assert save.check() == []


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_that_a_link_to_a_save_is_the_save(path: Path, tmp_path: Path) -> None:
    closed_save(path)
    link = tmp_path / "link.wargame"
    link.symlink_to(path)
    with open_save(link) as save:
        assert save.path == path
        records = save.append([PhaseBegan(3, Phase.BRIEF)], LATER, Progress(turn=3))
        assert summary_of(link).progress.turn == 3
        with open_save(link, read_only=True) as copy:
            assert copy.last_number == records[0].number
        with pytest.raises(SaveError, match="open in this program already"):
            open_save(link)
    assert link.is_symlink()
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_that_a_copy_to_another_place_is_the_game_as_it_is_now(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "elsewhere" / "Copy.wargame"
    with new_save(path) as save:
        save.append(opening_events(), AT)
        save.keep_draft(Draft(IRN, 1, ORDER), AT)
        save.copy_to(copy)
        save.append([PhaseBegan(1, Phase.ADJUDICATE)], LATER)
        with open_save(copy) as other:
            assert other.record_list() == save.record_list()[:-1]
            assert other.drafts() == save.drafts()
            assert other.check() == []
        with pytest.raises(SaveError, match="exists already"):
            save.copy_to(copy)


def test_that_a_turn_that_is_over_is_in_the_file_itself(path: Path) -> None:
    with new_save(path) as save:
        save.append(typical_events(50), AT)
        save.keep_snapshot(50, world_after(save))
        alone = path.with_name("alone.wargame")
        alone.write_bytes(path.read_bytes())
        with open_save(alone) as other:
            assert other.last_number == 50


def test_that_what_a_crash_left_half_built_is_no_obstacle(path: Path) -> None:
    path.parent.mkdir()
    for name in (".Game.wargame.part", ".Game.wargame.part-wal"):
        path.with_name(name).write_bytes(b"half a file")
    closed_save(path)
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_that_a_save_that_cannot_be_made_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(SaveError):
        new_save(tmp_path / "file" / "Game.wargame")
    for length in (300, 246):
        with pytest.raises(SaveError):
            new_save(tmp_path / ("n" * length + ".wargame"))
    assert [file.name for file in tmp_path.iterdir()] == ["file"]
