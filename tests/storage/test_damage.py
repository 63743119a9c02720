"""A flipped byte is found, wherever it lies; and the last good copy holds what came before it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.storage.samples import (
    AT,
    IRN,
    ORDER,
    SCENARIO,
    TITLE,
    closed_save,
    contents,
    new_save,
    opening_events,
    world_after,
)
from wargame.errors import SaveError
from wargame.model.events import Record
from wargame.model.ids import Phase
from wargame.model.orders import Draft
from wargame.storage.measure import typical_events
from wargame.storage.opening import open_save
from wargame.storage.recovery import free_recovery_path, recover_copy
from wargame.storage.refusals import DamagedSaveError
from wargame.storage.summary import summary_of

SAMPLES = 200


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return closed_save(tmp_path_factory.mktemp("whole") / "Game.wargame", events=60)


@pytest.fixture(scope="module")
def log(whole: Path) -> list[Record]:
    with open_save(whole, read_only=True) as save:
        return save.record_list()


def places_of(whole: Path) -> list[int]:
    """The offset of every byte of the scenario, and of every payload and hash that lies in one."""
    data = whole.read_bytes()
    with closing(sqlite3.connect(f"{whole.as_uri()}?immutable=1", uri=True)) as raw:
        pieces = [row[0] for row in raw.execute("SELECT text FROM scenario")]
        for row in raw.execute("SELECT payload, hash FROM events"):
            pieces += row
    places: list[int] = []
    for piece in pieces:
        # Long ones are spread over pages; their first 200 bytes lie together.
        start = data.find(piece[:200])
        assert start > 0
        places += range(start, start + min(len(piece), 200))
    return sorted(set(places))


def flipped(data: bytes, place: int, bit: int) -> bytes:
    return data[:place] + bytes([data[place] ^ (1 << bit)]) + data[place + 1 :]


def test_that_a_flipped_bit_in_scenario_event_or_hash_is_found(whole: Path, tmp_path: Path) -> None:
    data, places = whole.read_bytes(), places_of(whole)
    assert len(places) > 5000
    path = tmp_path / "flipped.wargame"
    for n in range(SAMPLES):
        place = places[n * len(places) // SAMPLES]
        path.write_bytes(flipped(data, place, n % 8))
        with pytest.raises(SaveError, match="cannot be read"):
            open_save(path)
        path.write_bytes(data)


def test_that_a_flipped_bit_anywhere_never_gives_another_game_in_silence(
    whole: Path, log: list[Record], tmp_path: Path
) -> None:
    data = whole.read_bytes()
    path = tmp_path / "flipped.wargame"
    opened = 0
    half = SAMPLES // 2
    for n in range(SAMPLES):
        # The first two pages, where a bit means most, and then everywhere.
        place = n * 83 if n < half else (n - half) * len(data) // half
        path.write_bytes(flipped(data, place, n % 8))
        try:
            with open_save(path) as save:
                assert save.record_list() == log
                assert (save.header.title, save.scenario_text) == (TITLE, SCENARIO)
                save.drafts()
                save.snapshot_before(10_000)
                opened += 1
        except SaveError:
            pass
        for left in tmp_path.iterdir():
            left.unlink()
    # Unused space and the like: most of a file's bytes matter, but not all.
    assert opened > 0


def damage_event(path: Path, number: int) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(
            "UPDATE events SET payload = CAST(replace(payload, '1', '2') AS BLOB) WHERE number = ?",
            (number,),
        )
        raw.commit()


@pytest.mark.parametrize("number", [2, 30, 65])
def test_that_the_refusal_names_the_first_bad_event(tmp_path: Path, number: int) -> None:
    path = closed_save(tmp_path / "Game.wargame", events=60)
    damage_event(path, number)
    with pytest.raises(DamagedSaveError, match=f"event {number} of the log") as refused:
        open_save(path)
    assert refused.value.first_bad == number
    assert "last good copy" in str(refused.value)


@pytest.mark.parametrize("number", [2, 30, 65])
def test_that_the_last_good_copy_holds_everything_before(
    tmp_path: Path, log: list[Record], number: int
) -> None:
    path = closed_save(tmp_path / "Game.wargame", events=60)
    damage_event(path, number)
    before = contents(tmp_path)
    copy = free_recovery_path(path)
    assert recover_copy(path, copy) == number - 1
    assert {name: data for name, data in contents(tmp_path).items() if name != copy.name} == before
    with open_save(copy) as save:
        assert save.record_list() == log[: number - 1]
        assert save.check() == []
        assert save.header.title == TITLE
        save.append(typical_events(3), AT)
    assert summary_of(copy).error == ""


def test_that_the_copy_knows_its_turn_and_keeps_what_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "Game.wargame"
    with new_save(path) as save:
        save.append(opening_events(), AT)
        world = world_after(save)
        save.keep_snapshot(5, world)
        save.append(typical_events(20)[10:], AT)
        save.keep_draft(Draft(IRN, 1, ORDER), AT)
    damage_event(path, 12)
    copy = tmp_path / "Copy.wargame"
    recover_copy(path, copy)
    assert (summary_of(copy).progress.turn, summary_of(copy).progress.phase) == (1, Phase.PLAN)
    with open_save(copy) as save:
        assert save.drafts() == (Draft(IRN, 1, ORDER),)
        assert save.snapshot_before(11) == (5, world)


def test_that_a_file_cut_short_gives_back_what_is_left(tmp_path: Path, log: list[Record]) -> None:
    path = closed_save(tmp_path / "Game.wargame", events=60)
    path.write_bytes(path.read_bytes()[: 25 * 4096])
    copy = tmp_path / "Copy.wargame"
    count = recover_copy(path, copy)
    assert 0 < count < len(log)
    with open_save(copy) as save:
        assert save.record_list() == log[:count]


def test_that_a_log_with_a_damaged_mark_only_is_recovered_whole(
    tmp_path: Path, log: list[Record]
) -> None:
    path = closed_save(tmp_path / "Game.wargame", events=60)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("UPDATE latest SET digest = x'00'")
        raw.commit()
    with pytest.raises(DamagedSaveError):
        open_save(path)
    assert recover_copy(path, tmp_path / "Copy.wargame") == len(log)


def test_that_a_recovery_never_writes_over_a_file(tmp_path: Path) -> None:
    path = closed_save(tmp_path / "Game.wargame")
    damage_event(path, 9)
    recover_copy(path, free_recovery_path(path))
    assert free_recovery_path(path).name == "Game.recovered-2.wargame"
    before = contents(tmp_path)
    with pytest.raises(SaveError, match="exists already"):
        recover_copy(path, tmp_path / "Game.recovered.wargame")
    assert contents(tmp_path) == before


def test_that_nothing_is_promised_where_nothing_is_left(tmp_path: Path) -> None:
    path = closed_save(tmp_path / "Game.wargame")
    damage_event(path, 1)
    with pytest.raises(DamagedSaveError, match="and with it all"):
        open_save(path)
    with pytest.raises(SaveError, match="no event of its log is whole"):
        recover_copy(path, tmp_path / "Copy.wargame")
    assert not (tmp_path / "Copy.wargame").exists()


def test_that_check_names_every_difference_and_not_only_the_first(tmp_path: Path) -> None:
    path = closed_save(tmp_path / "Game.wargame")
    with open_save(path) as save:
        raw = save._raw()
        raw.execute("UPDATE events SET at = 'never' WHERE number = 7")
        raw.execute("UPDATE events SET hash = x'00' WHERE number = 11")
        raw.execute("DELETE FROM events WHERE number = 20")
        found = save.check()
    assert [difference.number for difference in found] == [7, 11, 12, 20, 21]
    assert found[3].words == "Event 20 is missing."


def test_that_check_finds_bytes_that_are_not_canonical(tmp_path: Path) -> None:
    from wargame.storage.chain import first_hash, next_hash

    path = tmp_path / "Game.wargame"
    with new_save(path) as save:
        raw = save._raw()
        payload = b'{"turn": 1, "phase": "brief"}'
        tail = next_hash(first_hash(save.header), 1, AT, "phase-began", payload)
        row = (1, AT, "phase-began", payload, tail)
        raw.execute("INSERT INTO events VALUES (?, ?, ?, ?, ?)", row)
        words = [difference.words for difference in save.check()]
    assert "Event 1 is not written in the canonical form." in words
