"""A program killed at any moment loses no event that it had acknowledged, and no draft."""

from __future__ import annotations

import select
import signal
import sys
import time
from pathlib import Path

import pytest

from tests.storage.samples import contents, new_save, python_that
from wargame.storage.opening import open_save
from wargame.storage.summary import summary_of

# Appends orders and drafts as fast as it can and says which are on disk.
PLAY = """
import sys
from pathlib import Path
from wargame.model.events import OrdersSealed
from wargame.model.ids import ActorId, MoveId
from wargame.model.orders import Draft, Order
from wargame.storage.opening import open_save
from wargame.storage.summary import Progress
save = open_save(Path(sys.argv[1]))
seat = ActorId("IRN")
while True:
    number = save.last_number + 1
    order = Order(MoveId("M11"), message=f"order {number} " + "x" * (number * 37 % 3000))
    at = f"2024-08-01T00:00:{number % 60:02}.000+00:00"
    save.keep_draft(Draft(seat, 1, order), at)
    print("draft", number, flush=True)
    records = save.append([OrdersSealed(seat, (order,))], at, Progress(turn=number))
    print("sealed", records[-1].number, flush=True)
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is asked for")


def moment(round_number: int) -> float:
    """Seconds after the first acknowledgement, spread evenly by the golden ratio, up to 0.12."""
    return 0.12 * (round_number * 0.6180339887 % 1.0)


def acknowledged_until_killed(path: Path, after: float) -> dict[str, int]:
    """Plays until it is killed; the last number of each kind that was acknowledged."""
    said = {"draft": 0, "sealed": 0}
    with python_that(PLAY, path) as program:
        assert program.stdout
        first = program.stdout.readline()
        end = time.monotonic() + after
        lines = [first]
        while (left := end - time.monotonic()) > 0:
            if select.select([program.stdout], [], [], left)[0]:
                lines.append(program.stdout.readline())
        program.send_signal(signal.SIGKILL)
        lines += program.stdout.readlines()
    for line in lines:
        if line.endswith("\n"):
            kind, number = line.split()
            said[kind] = int(number)
    return said


def play_and_kill(path: Path, rounds: int) -> None:
    new_save(path).close()
    before = 0
    for round_number in range(rounds):
        said = acknowledged_until_killed(path, moment(round_number))
        assert said["draft"] > before, "it died before it could play"
        assert summary_of(path).events >= said["sealed"]
        with open_save(path) as save:
            records = save.record_list()
            assert len(records) >= max(said["sealed"], before)
            assert len(records) <= said["draft"] + 1
            assert save.check() == []
            (draft,) = save.drafts()
            written = int(draft.order.message.split()[1])
            assert written >= said["draft"]
            before = len(records)


def test_that_twenty_kills_lose_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    play_and_kill(tmp_path / "Game.wargame", 20)
    assert list(contents(tmp_path)) == ["Game.wargame"]


@pytest.mark.soak
def test_that_two_hundred_kills_lose_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    play_and_kill(tmp_path / "Game.wargame", 200)


MAKE = """
import sys
from pathlib import Path
from tests.storage.samples import new_save
for n in range(10_000):
    new_save(Path(sys.argv[1]) / f"{n}.wargame").close()
    print("made", flush=True)
"""


def test_that_a_program_killed_while_it_makes_saves_leaves_no_half_save(tmp_path: Path) -> None:
    for round_number in range(4):
        folder = tmp_path / str(round_number)
        folder.mkdir()
        with python_that(MAKE, folder) as program:
            assert program.stdout
            program.stdout.readline()
            select.select([], [], [], moment(round_number))
            program.kill()
            made = 1 + len(program.stdout.readlines())
        # A name is taken before there is anything to put there; such a file is empty.
        found = [path for path in folder.glob("*.wargame") if path.stat().st_size]
        assert len(found) >= made
        for path in found:
            with open_save(path) as save:
                assert save.check() == []
