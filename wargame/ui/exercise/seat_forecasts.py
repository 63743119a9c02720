"""A seat's own forecasts, from what it knows: its fan, its what-ifs, the ranking of its moves.

They belong to the seat's screen: when the laptop goes on, they are dropped with it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from PySide6.QtCore import QObject, QTimer

from wargame.model.ids import Phase
from wargame.ui.charts.forecast.forecast_state import (
    NOTHING_YET,
    ForecastState,
    MoveState,
    RankingState,
)
from wargame.ui.worker import LatestJob, Progress, give_way

if TYPE_CHECKING:
    from wargame.model.ids import ActorId
    from wargame.model.orders import Order
    from wargame.model.outlook import MoveOutlook, Outlook, Ranking
    from wargame.model.scenario import Scenario
    from wargame.model.world import World
    from wargame.play.live_game import LiveGame
    from wargame.ui.exercise.law_watch import LawWatch
    from wargame.ui.team.team_screen import TeamScreen

T = TypeVar("T")

_PAUSE_MS: Final = 400
"""Rest after the last change before runs are made anew."""

_NO_TARGET: Final = "Choose a target to see what may follow."
_OWN_WORDS: Final = "A move in your own words cannot be tried here: control judges it."


class SeatQueries(Protocol):
    """What the model is asked for a seat; every iterator gives better and better answers."""

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
        """The seat's fan with these orders."""

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
        """One order against holding still."""

    def rankings(
        self,
        scenario: Scenario,
        world: World,
        seat: ActorId,
        *,
        threads: int,
        stopped: Callable[[], bool],
    ) -> Iterator[Ranking]:
        """The legal moves beside each other."""


class SeatForecasts(QObject):
    """Answers the open seat's questions about what may follow; the latest question counts.

    Args:
        game: The game.
        law: Whether the law is compiled.
        queries: What the model is asked.
    """

    def __init__(
        self, game: LiveGame, law: LawWatch, queries: SeatQueries, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._game = game
        self._law = law
        self._queries = queries
        self._team: TeamScreen | None = None
        self._seat: ActorId | None = None
        self._order: Order | None = None
        self._fan, self._move, self._ranking = NOTHING_YET, MoveState(), RankingState()
        self._fans, self._moves = LatestJob(self), LatestJob(self)
        self._rankings = LatestJob(self)
        self._fan_pause = self._timer(self._run_fan)
        self._move_pause = self._timer(self._run_move)
        self._is_held = False
        law.moved.connect(self._on_law_moved)

    def open(self, seat: ActorId, team: TeamScreen) -> None:
        """A seat is at the laptop."""
        self.leave()
        self._seat, self._team = seat, team
        team.readings_wished.connect(self.ask_move)
        team.ranking_wished.connect(self.rank)
        team.ranking_cancelled.connect(self._on_ranking_cancelled)
        team.outlook_cancelled.connect(self._on_move_cancelled)
        team.forecast_cancelled.connect(self._on_fan_cancelled)
        team.forecast_resumed.connect(self._on_fan_resumed)
        team.offer_ranking()
        self.refresh()

    def leave(self) -> None:
        """The seat has gone: nothing of it is computed or kept."""
        for pause in (self._fan_pause, self._move_pause):
            pause.stop()
        for jobs in (self._fans, self._moves, self._rankings):
            jobs.cancel()
        self._team = self._seat = self._order = None
        self._fan, self._move, self._ranking = NOTHING_YET, MoveState(), RankingState()

    def close(self) -> None:
        """Make no more runs; waits for those that are being made."""
        self.leave()
        for jobs in (self._fans, self._moves, self._rankings):
            jobs.close()

    def hold(self, *, held: bool) -> None:
        """Leave the processors to something that somebody waits for, or go on."""
        self._is_held = held
        if held:
            for jobs in (self._fans, self._moves, self._rankings):
                jobs.cancel()
        else:
            self.refresh()

    def refresh(self) -> None:
        """The game or the seat's drafts have changed: the fan is out of date."""
        if self._team is None or self._is_held:
            return
        self._fans.cancel()
        world = self._game.world
        if world.outcome is not None or world.phase is Phase.ENDED:
            self._show_fan(NOTHING_YET)
            return
        is_stale = self._fan.outlook is not None
        self._show_fan(
            replace(
                self._fan,
                is_stale=is_stale,
                is_running=False,
                preparing=self._law.preparing,
                fault=self._law.fault,
            )
        )
        if self._law.is_ready:
            self._fan_pause.start()

    # Questions

    def ask_move(self, order: Order) -> None:
        """What may follow from this order?"""
        if self._team is None or self._game.world.phase is not Phase.PLAN:
            return
        self._moves.cancel()
        same = self._order is not None and self._order.move == order.move
        self._order = order
        if wait := self._waits_for(order):
            self._move_pause.stop()
            self._show_move(MoveState(wait=wait))
            return
        before = self._move.outlook if same else None
        self._show_move(
            MoveState(
                before,
                is_stale=before is not None,
                is_running=self._law.is_ready,
                preparing=self._law.preparing or (None if before else self._law.anew),
                fault=self._law.fault,
            )
        )
        if self._law.is_ready:
            self._move_pause.start()

    def rank(self) -> None:
        """Which legal move leads where?"""
        seat = self._seat
        if seat is None or self._game.world.phase is not Phase.PLAN:
            return
        if not self._law.is_ready:
            sentence = self._law.fault or "The forecast is still being prepared. Try again soon."
            self._show_ranking(RankingState(fault=sentence))
            return
        scenario, world = self._game.scenario, self._game.world
        self._show_ranking(RankingState(is_running=True))
        self._follow(
            self._rankings,
            lambda threads, stopped: self._queries.rankings(
                scenario, world, seat, threads=threads, stopped=stopped
            ),
            lambda found: self._show_ranking(RankingState(found, is_running=True)),
            lambda: self._show_ranking(replace(self._ranking, is_running=False)),
            lambda fault: self._show_ranking(RankingState(fault=fault)),
        )

    def _run_move(self) -> None:
        seat, order = self._seat, self._order
        if seat is None or order is None:
            return
        scenario, world = self._game.scenario, self._game.world
        self._follow(
            self._moves,
            lambda threads, stopped: self._queries.move_outlooks(
                scenario, world, seat, order, threads=threads, stopped=stopped
            ),
            lambda found: self._show_move(MoveState(found, is_running=found.runs < found.wanted)),
            lambda: self._show_move(replace(self._move, is_running=False)),
            lambda fault: self._show_move(MoveState(fault=fault)),
        )

    def _run_fan(self) -> None:
        seat = self._seat
        if seat is None:
            return
        if self._move.is_running or self._ranking.is_running:
            # What was asked for comes first; both at once would make both slow.
            self._fan_pause.start()
            return
        scenario, world, planned = self._game.scenario, self._game.world, self._planned()
        preparing = self._law.anew if self._fan.outlook is None else None
        self._show_fan(replace(self._fan, is_running=True, preparing=preparing))
        self._follow(
            self._fans,
            lambda threads, stopped: self._queries.outlooks(
                scenario, world, seat, planned, threads=threads, stopped=stopped
            ),
            lambda found: self._show_fan(
                ForecastState(found, is_running=found.runs < found.wanted)
            ),
            lambda: self._show_fan(replace(self._fan, is_running=False)),
            lambda fault: self._show_fan(ForecastState(fault=fault)),
        )

    def _follow(
        self,
        jobs: LatestJob,
        ask: Callable[[int, Callable[[], bool]], Iterator[T]],
        show: Callable[[T], None],
        done: Callable[[], None],
        failed: Callable[[str], None],
    ) -> None:
        """Show every answer of an iterator as it comes."""
        made: list[T] = []

        def work(progress: Progress) -> None:
            give_way()
            found = ask(os.cpu_count() or 1, lambda: progress.is_cancelled)
            for number, answer in enumerate(found, 1):
                made.append(answer)
                progress.report(number, 0)

        jobs.run(
            work,
            on_done=lambda _: done(),
            on_failed=failed,
            on_progress=lambda _done, _total: show(made[-1]) if made else None,
        )

    def _planned(self) -> tuple[Order, ...]:
        """The seat's orders as they stand, as far as they are whole."""
        if self._seat is None:
            return ()
        sealed = self._game.world.sealed_orders(self._seat)
        orders = sealed if sealed is not None else [d.order for d in self._game.drafts(self._seat)]
        return tuple(order for order in orders if self._is_whole(order))

    def _waits_for(self, order: Order) -> str:
        """Why an order cannot be tried yet, in one sentence; empty when it can."""
        move = self._game.scenario.move.get(order.move)
        if move is None:
            return _OWN_WORDS
        if move.targets and order.target is None:
            return _NO_TARGET
        # Rollouts obey the rules: an order that they refuse would change nothing in them.
        refusal = self._game.refusal(self._seat, order) if self._seat is not None else None
        return refusal[1] if refusal is not None else ""

    def _is_whole(self, order: Order) -> bool:
        move = self._game.scenario.move.get(order.move)
        return move is not None and (not move.targets or order.target is not None)

    # What is shown

    def _show_fan(self, state: ForecastState) -> None:
        self._fan = state
        if self._team is not None:
            self._team.show_forecast(state)

    def _show_move(self, state: MoveState) -> None:
        self._move = state
        if self._team is not None:
            self._team.show_outlook(state)

    def _show_ranking(self, state: RankingState) -> None:
        self._ranking = state
        if self._team is not None:
            self._team.show_ranking(state)

    # What changes

    def _on_law_moved(self) -> None:
        if self._team is None:
            return
        self.refresh()
        if self._order is not None:
            self.ask_move(self._order)

    def _on_fan_cancelled(self) -> None:
        self._fans.cancel()
        self._fan_pause.stop()
        self._show_fan(replace(self._fan, is_running=False))

    def _on_fan_resumed(self) -> None:
        # What is shown is of these orders still, only of too few runs: nothing goes out of date.
        if self._law.is_ready and not self._fan.is_running and not self._is_held:
            self._show_fan(replace(self._fan, is_running=True))
            self._run_fan()

    def _on_move_cancelled(self) -> None:
        self._moves.cancel()
        self._show_move(replace(self._move, is_running=False))

    def _on_ranking_cancelled(self) -> None:
        self._rankings.cancel()
        self._show_ranking(replace(self._ranking, is_running=False))

    def _timer(self, then: Callable[[], None]) -> QTimer:
        pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        pause.timeout.connect(then)
        return pause
