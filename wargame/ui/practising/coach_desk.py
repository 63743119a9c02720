"""The coach of a practice game: speaks of drafts while planning, and of what was missed after."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from wargame.model.ids import Phase
from wargame.play.practice.coach.coach import advice
from wargame.play.practice.coach.coach_trials import Trials, Tried, tried_against_holding
from wargame.play.practice.coach.missed import missed
from wargame.ui.practice.coach.coach_strip import CoachStrip
from wargame.ui.worker import LatestJob, Progress, give_way

if TYPE_CHECKING:
    from wargame.model.advice import Remark
    from wargame.model.orders import Order
    from wargame.model.outlook import MoveOutlook
    from wargame.model.seat_view import SeatView
    from wargame.play.changes import Changes
    from wargame.play.practice.solo import Solo
    from wargame.ui.exercise.law_watch import LawWatch
    from wargame.ui.team.team_screen import TeamScreen

_REST_MS: Final = 250
"""Rest after the last change before the coach speaks anew."""
_RUNS_REST_MS: Final = 1200
"""Rest before it makes runs: what the student asked for itself comes first."""


class CoachDesk(QObject):
    """Puts a strip above the work of the seat's screen and keeps it true.

    Args:
        solo: The game.
        watch: Gives what says whether the law is compiled; None where sessions do not forecast.
        is_busy: Whether a turn is being worked out.
        parent: Who owns it.
        trials: What makes the runs behind the numbers.

    Signals:
        switched(bool): Whether the coach speaks from now on.
    """

    switched = Signal(bool)

    def __init__(
        self,
        solo: Solo,
        watch: Callable[[], LawWatch | None],
        is_busy: Callable[[], bool],
        parent: QObject,
        trials: Trials = tried_against_holding,
    ) -> None:
        super().__init__(parent)
        self._solo, self._watch, self._is_busy = solo, watch, is_busy
        self._trials = trials
        self._team: TeamScreen | None = None
        self._strip: CoachStrip | None = None
        self._planned: SeatView | None = None
        self._is_on = solo.practice.coach
        self._is_folded = False
        self._heard: LawWatch | None = None
        self._jobs = LatestJob(self)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.refresh)
        self._runs_rest = QTimer(self, singleShot=True, interval=_RUNS_REST_MS)
        self._runs_rest.timeout.connect(self._make_runs)

    @property
    def strip(self) -> CoachStrip | None:
        """The strip on the seat's screen; None while there is none."""
        return self._strip

    @property
    def is_on(self) -> bool:
        """Whether the coach speaks: as the set-up says until it is switched."""
        return self._is_on

    def switch(self) -> None:
        """Switch the coach on or off, until the game is left."""
        self._is_on = not self._is_on
        if self._is_on:
            self._add_strip()
        else:
            self._drop_strip()
        self.switched.emit(self._is_on)

    def close(self) -> None:
        """Say nothing more, and wait until no thread of it is left."""
        self._rest.stop()
        self._runs_rest.stop()
        self._jobs.close()
        self._team = self._strip = None

    def refresh(self) -> None:
        """Say what there is to say now, without runs at first."""
        self._jobs.cancel()
        self._runs_rest.stop()
        strip = self._strip
        if strip is None:
            return
        phase = self._solo.game.world.phase
        if phase is Phase.PLAN and self._is_writing():
            waits = self._can_make_runs()
            strip.show_remarks(self._advice(waits=waits))
            if waits:
                self._runs_rest.start()
        elif phase is Phase.OUTCOME:
            strip.show_remarks(self._missed())
        else:
            strip.show_remarks(())

    def show_on(self, team: TeamScreen) -> None:
        """A fresh screen of the seat."""
        self._team, self._strip = team, None
        if self._is_on:
            self._add_strip()

    def take(self, changes: Changes) -> None:
        """The game has changed."""
        if changes.phase is Phase.PLAN:
            self._planned = self._solo.game.view(self._solo.seat)
        if self._strip is None:
            return
        if changes.phase is not None:
            self.refresh()
        else:
            self._rest.start()

    def _add_strip(self) -> None:
        if self._team is None:
            return
        strip = CoachStrip()
        strip.set_folded(folded=self._is_folded)
        strip.order_wished.connect(self._on_order_wished)
        strip.event_wished.connect(self._on_event_wished)
        strip.folded.connect(self._on_folded)
        self._team.strips.addWidget(strip)
        self._strip = strip
        watch = self._watch()
        if watch is not None and watch is not self._heard:
            watch.moved.connect(self._rest.start)
            self._heard = watch
        self.refresh()

    def _drop_strip(self) -> None:
        strip, self._strip = self._strip, None
        self._rest.stop()
        self._runs_rest.stop()
        self._jobs.cancel()
        if strip is not None:
            strip.hide()
            strip.deleteLater()

    # What is said

    def _is_writing(self) -> bool:
        """Whether the student may still change the sheet."""
        return not self._solo.waits_for_others and not self._is_busy()

    def _drafts(self) -> tuple[Order, ...]:
        """The student's orders as far as they are whole."""
        game, seat = self._solo.game, self._solo.seat
        whole = []
        for draft in game.drafts(seat):
            move = game.scenario.move.get(draft.order.move)
            if move is not None and (not move.targets or draft.order.target is not None):
                whole.append(draft.order)
        return tuple(whole)

    def _advice(
        self,
        outlook: MoveOutlook | None = None,
        otherwise: tuple[MoveOutlook, ...] = (),
        *,
        waits: bool,
    ) -> tuple[Remark, ...]:
        game, solo = self._solo.game, self._solo
        return advice(
            game.scenario,
            game.world,
            solo.seat,
            self._drafts(),
            solo.practice.difficulty,
            outlook=outlook,
            otherwise=otherwise,
            waits=waits,
        )

    def _missed(self) -> tuple[Remark, ...]:
        game, solo = self._solo.game, self._solo
        before = self._planned
        view = game.view(solo.seat)
        if before is not None and before.turn != view.turn:
            before = None
        return missed(view, game.scenario.move, solo.practice.difficulty, before)

    # Runs

    def _can_make_runs(self) -> bool:
        watch = self._watch()
        return watch is not None and watch.is_ready

    def _make_runs(self) -> None:
        """Work the sheet and the other ways out, off the window's thread."""
        game, seat = self._solo.game, self._solo.seat
        scenario, world, drafts = game.scenario, game.world, self._drafts()
        if world.phase is not Phase.PLAN or not self._is_writing():
            return
        trials = self._trials

        def work(progress: Progress) -> Tried:
            give_way()
            threads = max(1, (os.cpu_count() or 1) - 1)
            found = trials(
                scenario,
                world,
                seat,
                drafts,
                threads=threads,
                stopped=lambda: progress.is_cancelled,
            )
            progress.check()
            return found

        self._jobs.run(work, self._on_runs_made, self._on_runs_failed)

    def _on_runs_made(self, found: Tried) -> None:
        if self._strip is not None:
            self._strip.show_remarks(self._advice(*found, waits=False))

    def _on_runs_failed(self, _sentence: str) -> None:
        # The strip goes on without numbers; what went wrong is in the log.
        if self._strip is not None:
            self._strip.show_remarks(self._advice(waits=False))

    # What the student does

    def _on_order_wished(self, order: Order) -> None:
        team = self._team
        if team is not None and team.planning is not None:
            team.planning.take_order(order)

    def _on_event_wished(self, number: int) -> None:
        team = self._team
        if team is not None and team.knowledge is not None:
            team.knowledge.open_event(number)

    def _on_folded(self, folded: bool) -> None:
        self._is_folded = folded
