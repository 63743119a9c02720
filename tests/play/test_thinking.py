"""Seats that think side by side: the same decisions, told in order, and all ended together."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.doctrine_games import bundled
from tests.opponents.hidden_changes import planning_world
from wargame.errors import RuleError
from wargame.model.ids import ActorId, Controller
from wargame.play.computer_seats import Deciders
from wargame.play.thinking import Cores, side_by_side

SEATS = tuple(ActorId(name) for name in ("ISR", "IRN", "HZB", "QAT"))
KINDS = (Controller.SEARCHER, Controller.PLANNER, Controller.DOCTRINE, Controller.PLANNER)
LONG_S = 30.0
"""Seconds after which a test gives up."""

Check = Callable[[], None]


class StoppedError(Exception):
    """Nobody waits any more."""


def _threads() -> list[str]:
    return [t.name for t in threading.enumerate() if t.name.startswith("wargame seat")]


def _until_stopped(_seat: ActorId, check: Check) -> int:
    pause = threading.Event()
    while True:
        check()
        pause.wait(0.001)


@pytest.mark.compiled
def test_that_seats_decide_alike_however_many_think_at_a_time() -> None:
    world = planning_world(3)
    seats = [
        replace(world.seat(seat), controller=kind) for seat, kind in zip(SEATS, KINDS, strict=True)
    ]
    start = world.settings.start
    found = {
        threads: list(
            Deciders(bundled(), start, threads=threads, effort=0.05).sheets(world, seats).items()
        )
        for threads in (1, 2, 5)
    }
    assert [seat for seat, _ in found[1]] == list(SEATS)
    assert found[1] == found[2] == found[5]
    alone = Deciders(bundled(), start, threads=2, effort=0.05).of(Controller.SEARCHER)
    assert found[2][0][1] == alone.decide(world, SEATS[0])


def test_that_as_many_think_at_a_time_as_there_are_cores() -> None:
    cores, meeting = Cores(2), threading.Barrier(2)
    shares: list[int] = []

    def think(_seat: ActorId, _check: Check) -> bool:
        meeting.wait(LONG_S)
        shares.append(cores.share())
        meeting.wait(LONG_S)
        return True

    assert all(side_by_side(SEATS, think, lambda _done, _total: None, cores).values())
    assert shares == [1, 1, 1, 1]
    assert cores.share() == 2


def test_that_a_seat_alone_has_all_cores() -> None:
    cores = Cores(5)
    assert cores.share() == 5
    with cores.thinking():
        assert cores.share() == 5
        with cores.thinking():
            assert cores.share() == 2
            with cores.thinking(), cores.thinking(), cores.thinking(), cores.thinking():
                assert cores.share() == 1
    assert cores.share() == 5


@pytest.mark.parametrize("cores", [1, 2, 5])
def test_that_each_seat_is_told_in_order_in_the_thread_that_asked(cores: int) -> None:
    told: list[int] = []

    def hear(done: int, total: int) -> None:
        assert threading.current_thread() is threading.main_thread()
        assert total == len(SEATS)
        told.append(done)

    found = side_by_side(SEATS, lambda seat, _check: len(seat), hear, Cores(cores))
    assert list(found) == list(SEATS)
    assert told == sorted(told)
    assert sorted(set(told)) == list(range(len(SEATS) + 1))


def test_that_stopping_ends_every_seat_and_leaves_no_thread() -> None:
    told: list[int] = []

    def hear(done: int, _total: int) -> None:
        told.append(done)
        if len(told) == 3:
            raise StoppedError

    with pytest.raises(StoppedError):
        side_by_side(SEATS, _until_stopped, hear, Cores(2))
    assert told == [0, 0, 0]
    assert _threads() == []


def test_that_what_goes_wrong_for_one_seat_ends_all_and_comes_out() -> None:
    def think(seat: ActorId, check: Check) -> int:
        if seat == SEATS[1]:
            raise RuleError("orders.closed", "No more moves.")
        return _until_stopped(seat, check)

    with pytest.raises(RuleError):
        side_by_side(SEATS, think, lambda _done, _total: None, Cores(2))
    assert _threads() == []
