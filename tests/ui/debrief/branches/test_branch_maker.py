"""A branch is made in steps; stopping keeps what is done and says from how many runs."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.played import doctrine_game
from wargame.model.branch_options import BranchWish
from wargame.model.branches import BranchChange, BranchFan, BranchKept, Changed
from wargame.model.outlook import Estimate, FanTurn, IndexDifference
from wargame.play.debrief.branching.changed_turn import ChangedTurn
from wargame.play.debrief.branching.played_turn import played_turn, sheets_of
from wargame.play.debrief.replay import Replay, open_replay
from wargame.play.forecasts.compiled_law import LawState, Preparation
from wargame.ui.debrief.branches.words import comparison_words
from wargame.ui.debriefing.branch_maker import NO_RUNS, BranchMaker
from wargame.ui.exercise.law_watch import SWITCH

NOTHING = Estimate(0.0, -1.0, 1.0)


class ReadyLaw:
    """A law that is compiled."""

    def start(self) -> None:
        """Nothing is to be done."""

    def now(self) -> Preparation:
        return Preparation(LawState.READY)

    def end(self) -> None:
        """Nothing is to be ended."""


@pytest.fixture(scope="module")
def replay(tmp_path_factory: pytest.TempPathFactory) -> Replay:
    game = doctrine_game(tmp_path_factory.mktemp("maker"), 2, name="blank")
    game.close()
    return open_replay(game.path)


@pytest.fixture
def forecasts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(SWITCH, raising=False)


def wish_for(replay: Replay, runs: int) -> BranchWish:
    sheets = sheets_of(replay, played_turn(replay, 1))
    seat = next(seat for seat, sheet in sheets.items() if sheet)
    return BranchWish(1, BranchChange(Changed.ORDER, seat=seat, slot=1), "Other", "", runs)


def fan_of(runs: int) -> BranchFan:
    turn = FanTurn(2, 1.0, 2.0, 3.0, 4.0, 5.0)
    pair = IndexDifference(1, NOTHING)
    return BranchFan(runs, 1_000, (turn,), (turn,), (pair,), NOTHING, NOTHING)


class SlowRuns:
    """Runs that go on until they are stopped."""

    def __init__(self) -> None:
        self.told = threading.Event()

    def __call__(
        self, replay: Replay, changed: ChangedTurn, runs: int, *, stopped: Callable[[], bool]
    ) -> Iterator[BranchFan]:
        yield fan_of(48)
        while not stopped():
            self.told.wait(0.01)
        yield fan_of(412)


@pytest.mark.usefixtures("forecasts")
def test_that_stopping_keeps_the_runs_that_are_done(qtbot: QtBot, replay: Replay) -> None:
    owner = QObject()
    maker = BranchMaker(Path("game.wargame"), owner, ReadyLaw(), SlowRuns())
    told: list[BranchKept] = []
    made: list[BranchKept] = []
    maker.told.connect(told.append)
    maker.made.connect(lambda kept, _remark: made.append(kept))
    maker.make(replay, wish_for(replay, 1_000))
    qtbot.waitUntil(lambda: any(kept.fan for kept in told), timeout=60_000)
    assert told[0].fan is None
    maker.stop()
    qtbot.waitUntil(lambda: bool(made), timeout=20_000)
    (kept,) = made
    assert kept.fan is not None
    assert kept.fan.runs == 412
    assert "stopped at 412 of 1,000" in comparison_words(kept)
    assert not maker.is_busy
    maker.close()


def test_that_without_forecasts_a_branch_is_run_once_and_says_so(
    qtbot: QtBot, replay: Replay
) -> None:
    owner = QObject()
    maker = BranchMaker(Path("game.wargame"), owner, ReadyLaw(), SlowRuns())
    with qtbot.waitSignal(maker.made, timeout=60_000) as made:
        maker.make(replay, wish_for(replay, 1_000))
    kept, remark = made.args
    assert kept.fan is None
    assert kept.ending
    assert remark == NO_RUNS
    maker.close()


def test_that_a_branch_that_is_stopped_at_once_leaves_nothing(qtbot: QtBot, replay: Replay) -> None:
    owner = QObject()
    maker = BranchMaker(Path("game.wargame"), owner, ReadyLaw(), SlowRuns())
    maker.make(replay, wish_for(replay, 0))
    with qtbot.waitSignal(maker.failed, timeout=20_000) as told:
        maker.stop()
    assert "stopped" in told.args[0]
    assert not maker.is_busy
    maker.close()
