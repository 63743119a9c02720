"""Killing the program in the middle of a game loses nothing that it had acknowledged.

This says nothing about power cuts: after SIGKILL the system still writes what it was given.
"""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.scenes import loaded, settings_for
from wargame.model.events import OrdersSealed
from wargame.model.ids import ActorId
from wargame.play.live_game import open_game
from wargame.play.new_game import new_game
from wargame.play.verify import verify_save

# Plays on and on: writes a draft, seals it, says so; takes it back, adjudicates now and then.
_CHILD = """
import sys
from pathlib import Path
from wargame.model.ids import ActorId, MoveId, Phase
from wargame.model.orders import Order
from wargame.play.live_game import open_game

game = open_game(Path(sys.argv[1]))
count = int(sys.argv[2])
seat = ActorId("GRN")
if game.world.phase is Phase.ADJUDICATE:
    game.publish()
if game.world.phase is Phase.OUTCOME:
    game.begin_next_turn()
if game.world.phase is Phase.BRIEF:
    game.start_planning()
if game.world.sealed_orders(seat) is not None:
    game.unseal(seat)
while True:
    count += 1
    order = Order(MoveId("D01"), message=f"order {count}")
    game.keep_draft(seat, 1, order)
    print("draft", count, flush=True)
    game.seal(seat, (order,))
    print("sealed", count, flush=True)
    game.unseal(seat)
    if count % 40 == 0 and game.world.turn < game.scenario.turns - 1:
        game.lock_and_adjudicate()
        game.publish()
        if game.has_ended:
            break
        game.begin_next_turn()
        game.start_planning()
        print("turn", game.world.turn, flush=True)
"""


def _killed_run(path: Path, count: int, after_s: float) -> list[tuple[str, int]]:
    """What a child had acknowledged when it was killed."""
    with subprocess.Popen(
        [sys.executable, "-c", _CHILD, str(path), str(count)], stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        first = child.stdout.readline()
        time.sleep(after_s)
        child.send_signal(signal.SIGKILL)
        lines = [first, *child.stdout.readlines()]
    # A line that the kill cut short was not acknowledged.
    whole = [line.split() for line in lines if line.endswith("\n")]
    return [(word, int(number)) for word, number in whole]


def _play_and_kill(folder: Path, rounds: int) -> None:
    chance = random.Random(4711)  # noqa: S311 - repeatable moments, not secrets
    blank = loaded("blank")
    path = folder / "game.wargame"
    new_game(blank, settings_for(blank.scenario), path).close()
    count = 0
    for _ in range(rounds):
        acknowledged = _killed_run(path, count, chance.uniform(0.0, 0.15))
        assert acknowledged
        game = open_game(path)
        messages = {
            order.message
            for record in game.records
            if isinstance(record.event, OrdersSealed)
            for order in record.event.orders
        }
        drafts = {draft.order.message for draft in game.drafts(ActorId("GRN"))}
        for word, number in acknowledged:
            if word == "sealed":
                assert f"order {number}" in messages
            elif word == "turn":
                assert game.world.turn >= number
        last_drafts = [number for word, number in acknowledged if word == "draft"]
        later_turn = acknowledged[-1][0] == "turn"
        if last_drafts and not later_turn:
            kept = drafts | messages
            assert f"order {last_drafts[-1]}" in kept
        count = max([number for word, number in acknowledged if word != "turn"], default=count)
        game.close()
    found = verify_save(path)
    assert found.is_whole, found.words


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_that_twenty_kills_lose_no_acknowledged_order(tmp_path: Path) -> None:
    _play_and_kill(tmp_path, 20)


@pytest.mark.soak
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_that_two_hundred_kills_lose_no_acknowledged_order(tmp_path: Path) -> None:
    _play_and_kill(tmp_path, 200)
