"""The forecasts of a session: progress of the law, rough then finer, stale, cancelled, gone."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QStackedWidget
from pytestqt.qtbot import QtBot

from tests.played import doctrine_game
from tests.ui.outlooks import ISR, move_outlook, outlook, ranking
from wargame.errors import RuleError
from wargame.model.ids import ActorId, Controller, MoveId, Phase
from wargame.model.orders import Order
from wargame.model.outlook import MoveOutlook, Outlook, Ranking
from wargame.model.scenario import Scenario
from wargame.model.seats import Seat
from wargame.model.world import World
from wargame.play.forecasts.compiled_law import LawState, Preparation
from wargame.play.live_game import LiveGame
from wargame.ui.bridge import GameBridge
from wargame.ui.charts.forecast.working_row import WorkingRow
from wargame.ui.exercise.forecasts import Forecasts
from wargame.ui.exercise.seat_desk import SeatDesk
from wargame.ui.facilitator.facilitator_screen import FacilitatorScreen
from wargame.ui.team.team_screen import TeamScreen

T = TypeVar("T")

IRN = ActorId("IRN")
READY = Preparation(LawState.READY)
BARRAGE = Order(MoveId("M12"), target=ISR)


@dataclass
class SpokenLaw:
    """A compiled law that says what it is told to say."""

    said: Preparation = READY
    has_ended: bool = False

    def start(self) -> None:
        """Nothing is compiled."""

    def now(self) -> Preparation:
        return self.said

    def end(self) -> None:
        self.has_ended = True


@dataclass
class Model:
    """Answers at once with 500 runs, and with all of them once it is let go on."""

    go_on: threading.Event = field(default_factory=threading.Event)
    compiled: threading.Event = field(default_factory=threading.Event)
    asked: list[Mapping[ActorId, Sequence[Order]]] = field(default_factory=list)
    tried: list[Order] = field(default_factory=list)
    uncertain: list[bool] = field(default_factory=list)
    threads: set[threading.Thread] = field(default_factory=set)
    refusal: str = ""

    def control(
        self,
        scenario: Scenario,
        world: World,
        orders: Mapping[ActorId, Sequence[Order]],
        *,
        threads: int,
        uncertain: bool,
        stopped: Callable[[], bool],
    ) -> Iterator[Outlook]:
        self.asked.append(orders)
        self.uncertain.append(uncertain)
        if self.refusal:
            raise RuleError("game.wrong", self.refusal)
        first = world.turn if world.phase in {Phase.BRIEF, Phase.PLAN} else world.turn + 1
        yield from self._in_steps(lambda runs: outlook(runs, first=first), stopped)

    def outlooks(
        self,
        scenario: Scenario,
        world: World,
        seat: ActorId,
        planned: Sequence[Order],
        *,
        threads: int,
        stopped: Callable[[], bool],
    ) -> Iterator[Outlook]:
        yield from self._in_steps(lambda runs: outlook(runs, first=world.turn), stopped)

    def move_outlooks(
        self,
        scenario: Scenario,
        world: World,
        seat: ActorId,
        order: Order,
        *,
        threads: int,
        stopped: Callable[[], bool],
    ) -> Iterator[MoveOutlook]:
        self.tried.append(order)
        yield from self._in_steps(lambda runs: move_outlook(order, runs, 10_000), stopped)

    def rankings(
        self,
        scenario: Scenario,
        world: World,
        seat: ActorId,
        *,
        threads: int,
        stopped: Callable[[], bool],
    ) -> Iterator[Ranking]:
        yield ranking(("M12", "Barrage", ISR, 0.01), total=2)
        yield ranking(("M12", "Barrage", ISR, 0.01), ("M13", "Stand down", None, 0.0))

    def _in_steps(self, make: Callable[[int], T], stopped: Callable[[], bool]) -> Iterator[T]:
        self.threads.add(threading.current_thread())
        self.compiled.wait()
        yield make(500)
        while not self.go_on.wait(0.005):
            if stopped():
                return
        yield make(10_000)


@dataclass
class Table:
    """A session with its console and its forecasts."""

    game: LiveGame
    console: FacilitatorScreen
    desk: SeatDesk
    forecasts: Forecasts
    law: SpokenLaw
    model: Model
    place: QStackedWidget

    @property
    def runs(self) -> int:
        """Runs of control's forecast; 0 for none."""
        found = self.forecasts.control.state.outlook
        return found.runs if found is not None else 0


@pytest.fixture
def table(dark: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Table]:
    game = doctrine_game(tmp_path, 1)
    game.begin_next_turn()
    game.change_seat(Seat(IRN, Controller.PEOPLE))
    game.start_planning()
    place = QStackedWidget()
    qtbot.addWidget(place)
    place.resize(1440, 876)
    console = FacilitatorScreen()
    place.addWidget(console)
    console.show_console(game.console())
    place.show()
    bridge = GameBridge(game)
    desk = SeatDesk(bridge)
    law, model = SpokenLaw(), Model()
    model.compiled.set()
    forecasts = Forecasts(game, console, desk, law, model.control, model)
    bridge.changed.connect(forecasts.take)
    bridge.changed.connect(desk.take)
    desk.screen_shown.connect(place.addWidget)
    desk.screen_shown.connect(place.setCurrentWidget)
    desk.screen_dropped.connect(place.removeWidget)
    yield Table(game, console, desk, forecasts, law, model, place)
    model.compiled.set()
    forecasts.close()
    desk.clear()
    bridge.close()


def test_that_the_forecast_is_first_rough_and_then_fine(table: Table, qtbot: QtBot) -> None:
    table.forecasts.begin()
    qtbot.waitUntil(lambda: table.runs == 500, timeout=20_000)
    assert table.forecasts.control.state.is_running
    table.model.go_on.set()
    qtbot.waitUntil(lambda: table.runs == 10_000, timeout=20_000)
    qtbot.waitUntil(lambda: not table.forecasts.control.state.is_running, timeout=20_000)
    assert table.console.meter is not None
    assert "half of runs" in table.console.meter.meter.ladder.accessibleName()
    assert table.console.meter.meter.spiral.text != ""
    qtbot.waitUntil(
        lambda: table.console.meter is not None and table.console.meter.history.plot is not None,
        timeout=20_000,
    )


def test_that_the_making_of_the_law_is_followed_and_nothing_waits_for_it(
    table: Table, qtbot: QtBot
) -> None:
    words = "Preparing the forecast: 3 of 12 parts"
    table.law.said = Preparation(LawState.COMPILING, 3, 12, words)
    table.forecasts.begin()
    state = table.forecasts.control.state
    assert state.preparing is not None
    assert (state.preparing.sentence, state.preparing.done) == (words, 3)
    assert table.model.asked == []
    # Once it is ready, nothing is waited for any more.
    for rest in table.forecasts.control.findChildren(QTimer):
        rest.setInterval(600_000)
    table.law.said = READY
    qtbot.waitUntil(lambda: table.runs == 500, timeout=20_000)


def impatient(row: WorkingRow) -> WorkingRow:
    """A row that says at once what it would say once somebody has waited."""
    for timer in row.findChildren(QTimer):
        timer.setInterval(1)
    return row


def test_that_a_law_that_cannot_be_kept_is_told_of_until_the_first_runs(
    table: Table, qtbot: QtBot
) -> None:
    words = "Preparing the forecast anew: its folder cannot be written"
    table.law.said = Preparation(LawState.READY, sentence=words)
    table.model.compiled.clear()
    assert table.console.meter is not None
    row = impatient(table.console.meter.history.foot.working)
    table.forecasts.begin()
    qtbot.waitUntil(lambda: row.text == words, timeout=20_000)
    assert not row.cancel.isVisible()
    team = opened(table)
    assert team.planning is not None
    assert team.index is not None
    strip = team.planning.area.outlook
    strips, fans = impatient(strip.working), impatient(team.index.foot.working)
    qtbot.waitUntil(lambda: fans.text == words, timeout=20_000)
    team.planning.take_order(BARRAGE)
    qtbot.waitUntil(lambda: strips.text == words, timeout=20_000)
    table.model.go_on.set()
    table.model.compiled.set()
    qtbot.waitUntil(lambda: not strips.text, timeout=20_000)
    assert strip.figures[0].value.text() == "+2.1"
    qtbot.waitUntil(lambda: not fans.text, timeout=20_000)


def test_that_a_law_that_cannot_be_made_is_said_in_one_sentence(table: Table) -> None:
    fault = "The forecast could not be prepared; everything else works."
    table.law.said = Preparation(LawState.FAILED, sentence=fault)
    table.forecasts.begin()
    assert table.console.meter is not None
    assert table.console.meter.history.foot.working.text == fault


def test_that_an_edited_order_makes_the_forecast_anew_with_it(table: Table, qtbot: QtBot) -> None:
    table.model.go_on.set()
    table.forecasts.begin()
    qtbot.waitUntil(lambda: table.runs == 10_000, timeout=20_000)
    table.game.keep_draft(IRN, 1, BARRAGE)
    assert table.forecasts.control.state.is_stale
    assert table.runs == 10_000
    qtbot.waitUntil(lambda: len(table.model.asked) == 2, timeout=20_000)
    assert table.model.asked == [{}, {IRN: (BARRAGE,)}]
    qtbot.waitUntil(lambda: not table.forecasts.control.state.is_stale, timeout=20_000)


def test_that_cancelling_keeps_what_is_done(table: Table, qtbot: QtBot) -> None:
    table.forecasts.begin()
    qtbot.waitUntil(lambda: table.runs == 500, timeout=20_000)
    table.console.forecast_cancelled.emit()
    assert not table.forecasts.control.state.is_running
    assert table.runs == 500
    qtbot.waitUntil(lambda: not any(t.is_alive() for t in table.model.threads), timeout=20_000)
    assert table.runs == 500
    assert table.console.meter is not None
    row = table.console.meter.history.foot.working
    assert row.text == "From 500 of 10,000 runs"
    table.model.go_on.set()
    row.resume.click()
    qtbot.waitUntil(lambda: table.runs == 10_000, timeout=20_000)
    qtbot.waitUntil(lambda: not row.text, timeout=20_000)


def test_that_the_constants_are_varied_on_wish(table: Table, qtbot: QtBot) -> None:
    table.model.go_on.set()
    table.forecasts.begin()
    qtbot.waitUntil(lambda: table.runs == 10_000, timeout=20_000)
    assert table.console.meter is not None
    table.console.meter.drivers.vary.click()
    qtbot.waitUntil(lambda: table.model.uncertain == [False, True], timeout=20_000)


def test_that_a_refusal_of_the_rules_is_one_sentence(table: Table, qtbot: QtBot) -> None:
    table.model.refusal = "There is no such thing."
    table.forecasts.begin()
    qtbot.waitUntil(
        lambda: table.forecasts.control.state.fault == "There is no such thing.", timeout=20_000
    )


def test_that_no_thread_and_no_process_survives_a_closed_session(
    table: Table, qtbot: QtBot
) -> None:
    table.forecasts.begin()
    qtbot.waitUntil(lambda: table.runs == 500, timeout=20_000)
    assert any(thread.is_alive() for thread in table.model.threads)
    table.forecasts.close()
    assert not any(thread.is_alive() for thread in table.model.threads)
    assert table.law.has_ended


def opened(table: Table) -> TeamScreen:
    """Iran's own screen."""
    table.desk.open_seat(IRN)
    team = table.place.currentWidget()
    assert isinstance(team, TeamScreen)
    return team


def test_that_each_draft_is_tried_and_shown_as_a_difference(table: Table, qtbot: QtBot) -> None:
    table.model.go_on.set()
    table.forecasts.begin()
    team = opened(table)
    assert team.planning is not None
    team.planning.take_order(BARRAGE)
    strip = team.planning.area.outlook
    qtbot.waitUntil(lambda: strip.figures[0].value.text() == "+2.1", timeout=20_000)
    assert table.model.tried[-1].target == ISR
    unaimed = replace(table.model.tried[-1], target=None)
    table.forecasts.seat.ask_move(unaimed)
    assert strip.text == "Choose a target to see what may follow."


def test_that_the_moves_are_ranked_with_one_click(table: Table, qtbot: QtBot) -> None:
    table.model.go_on.set()
    table.forecasts.begin()
    team = opened(table)
    assert team.planning is not None
    assert team.planning.rank.isVisible()
    team.planning.rank.click()
    sheet = team.ranking
    assert sheet is not None
    qtbot.waitUntil(lambda: len(sheet.moves) == 2, timeout=20_000)
    qtbot.waitUntil(lambda: sheet.text == "2 moves.", timeout=20_000)


def test_that_nothing_of_a_seat_is_computed_once_it_has_gone(table: Table, qtbot: QtBot) -> None:
    table.forecasts.begin()
    team = opened(table)
    assert team.planning is not None
    team.planning.take_order(BARRAGE)
    qtbot.waitUntil(lambda: bool(table.model.tried), timeout=20_000)
    table.desk.hand_over(None)
    qtbot.waitUntil(lambda: not any(t.is_alive() for t in table.model.threads), timeout=20_000)
    asked = len(table.model.tried)
    table.game.keep_draft(IRN, 1, BARRAGE)
    assert len(table.model.tried) == asked


def test_that_a_cancelled_forecast_of_a_seat_goes_on_on_wish(table: Table, qtbot: QtBot) -> None:
    table.forecasts.begin()
    team = opened(table)
    index = team.index
    assert index is not None
    row = index.foot.working
    qtbot.waitUntil(lambda: index.head.aside.startswith("500 "), timeout=20_000)
    row.cancel.click()
    assert row.text == "From 500 of 10,000 runs"
    qtbot.waitUntil(lambda: not any(t.is_alive() for t in table.model.threads), timeout=20_000)
    assert row.text == "From 500 of 10,000 runs"
    table.model.go_on.set()
    row.resume.click()
    qtbot.waitUntil(lambda: index.head.aside.startswith("10,000 runs"), timeout=20_000)
    assert row.text == ""


def test_that_what_cannot_be_ordered_is_not_tried(table: Table, qtbot: QtBot) -> None:
    table.model.go_on.set()
    table.forecasts.begin()
    team = opened(table)
    assert team.planning is not None
    strip = team.planning.area.outlook
    shut = next(option for option in table.game.view(IRN).moves if not option.is_open)
    target = shut.targets[0].actor if shut.targets else None
    closed = Order(shut.move, target=target)
    refusal = table.game.refusal(IRN, closed)
    assert refusal is not None
    table.forecasts.seat.ask_move(closed)
    assert strip.text == refusal[1]
    table.forecasts.seat.ask_move(Order(MoveId("in-our-words")))
    assert strip.text == "A move in your own words cannot be tried here: control judges it."
    assert table.model.tried == []
