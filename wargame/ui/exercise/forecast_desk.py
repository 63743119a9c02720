"""Keeps control's forecast up to date: anew after every change, first rough, then finer.

The runs are made on threads of their own; what is shown meanwhile is dimmed, never taken away.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QObject, QTimer

from wargame.model.ids import Phase
from wargame.ui.charts.forecast.forecast_state import NOTHING_YET, ForecastState
from wargame.ui.worker import LatestJob, Progress, give_way

if TYPE_CHECKING:
    from wargame.model.ids import ActorId
    from wargame.model.orders import Order
    from wargame.model.outlook import Outlook, Spiral
    from wargame.model.scenario import Scenario
    from wargame.model.world import World
    from wargame.play.changes import Changes
    from wargame.play.live_game import LiveGame
    from wargame.play.panels.red_lines import RedLineMark
    from wargame.ui.exercise.law_watch import LawWatch
    from wargame.ui.facilitator.facilitator_screen import FacilitatorScreen

_PAUSE_MS: Final = 400
"""Rest after the last change before runs are made anew."""


class Outlooks(Protocol):
    """How outlooks are made, each of more runs than the one before."""

    def __call__(
        self,
        scenario: Scenario,
        world: World,
        orders: Mapping[ActorId, Sequence[Order]],
        *,
        threads: int,
        uncertain: bool,
        stopped: Callable[[], bool],
    ) -> Iterator[Outlook]:
        """The outlooks of a world with these orders given this turn."""


def rollouts(
    scenario: Scenario,
    world: World,
    orders: Mapping[ActorId, Sequence[Order]],
    *,
    threads: int,
    uncertain: bool,
    stopped: Callable[[], bool],
) -> Iterator[Outlook]:
    """The outlooks of the law itself; NumPy and the law are imported on the job's thread."""
    from wargame.play.forecasts.planned_outlook import planned_outlooks

    return planned_outlooks(
        scenario, world, orders, threads=threads, uncertain=uncertain, stopped=stopped
    )


class ForecastDesk(QObject):
    """Gives the console its forecast, its red lines and the spiral number.

    Args:
        game: The game.
        console: Where it is shown.
        law: Whether the law is compiled.
        outlooks: How outlooks are made.
    """

    def __init__(
        self,
        game: LiveGame,
        console: FacilitatorScreen,
        law: LawWatch,
        outlooks: Outlooks = rollouts,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._game = game
        self._console = console
        self._law = law
        self._outlooks = outlooks
        self._state = NOTHING_YET
        self._wants_uncertainty = False
        self._is_due = True
        self._is_open = True
        self._jobs, self._facts = LatestJob(self), LatestJob(self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._run)
        law.moved.connect(self._on_law_moved)
        console.forecast_cancelled.connect(self._on_cancelled)
        console.forecast_resumed.connect(self._on_resumed)
        console.uncertainty_wished.connect(self._on_uncertainty_wished)

    @property
    def state(self) -> ForecastState:
        """How the forecast stands."""
        return self._state

    def take(self, changes: Changes) -> None:
        """The game has changed; while another screen is in front that is only noted."""
        if not (changes.phase or changes.meter or changes.seats or changes.events):
            return
        self._is_due = True
        if self._console.isVisible():
            self.show()

    def show(self) -> None:
        """The console is in front and shows the game as it is now."""
        self._show_facts()
        if self._is_due:
            self._refresh()
        else:
            self._console.show_forecast(self._state)

    def close(self) -> None:
        """Make no more runs; waits for those that are being made."""
        self._is_open = False
        self._pause.stop()
        self._jobs.close()
        self._facts.close()

    # What is shown

    def _show(self, state: ForecastState) -> None:
        self._state = state
        self._console.show_forecast(state)

    def _show_facts(self) -> None:
        scenario, world = self._game.scenario, self._game.world
        self._facts.run(
            lambda _progress: _facts_of(scenario, world), self._on_facts, self._on_failed
        )

    def _on_facts(self, facts: tuple[tuple[RedLineMark, ...], Spiral | None]) -> None:
        marks, spiral = facts
        self._console.show_red_lines(marks)
        self._console.show_spiral(spiral)

    # What is done

    def _refresh(self) -> None:
        """Let the old forecast be seen as old, and make a new one when nothing moves."""
        self._jobs.cancel()
        world = self._game.world
        if world.outcome is not None or world.phase is Phase.ENDED:
            self._pause.stop()
            self._is_due = False
            self._show(NOTHING_YET)
            return
        self._show(
            replace(
                self._state,
                is_stale=self._state.outlook is not None,
                is_running=False,
                preparing=self._law.preparing,
                fault=self._law.fault,
            )
        )
        if self._law.is_ready and self._is_open:
            self._pause.start()

    def _run(self) -> None:
        if not self._console.isVisible():
            return
        self._is_due = False
        scenario, world = self._game.scenario, self._game.world
        orders = self._orders()
        made: list[Outlook] = []
        uncertain = self._wants_uncertainty

        def work(progress: Progress) -> None:
            give_way()
            found = self._outlooks(
                scenario,
                world,
                orders,
                threads=os.cpu_count() or 1,
                uncertain=uncertain,
                stopped=lambda: progress.is_cancelled,
            )
            for outlook in found:
                made.append(outlook)
                progress.report(outlook.runs, outlook.wanted)

        preparing = self._law.anew if self._state.outlook is None else None
        self._show(replace(self._state, is_running=True, preparing=preparing, fault=""))
        self._jobs.run(
            work,
            on_done=lambda _: self._on_done(),
            on_failed=self._on_failed,
            on_progress=partial(self._on_outlook, made),
        )

    def _orders(self) -> dict[ActorId, tuple[Order, ...]]:
        """The sheets as they would be locked now: sealed ones, and drafts as they stand."""
        game, sheets = self._game, {}
        for seat in game.world.seats:
            sealed = game.world.sealed_orders(seat.actor)
            drafts = tuple(draft.order for draft in game.drafts(seat.actor))
            if sealed is not None:
                sheets[seat.actor] = tuple(sealed)
            elif drafts:
                sheets[seat.actor] = drafts
        return sheets

    def _on_outlook(self, made: list[Outlook], _done: int, _total: int) -> None:
        if made:
            is_last = made[-1].runs >= made[-1].wanted
            self._show(ForecastState(made[-1], is_running=not is_last))

    def _on_done(self) -> None:
        self._show(replace(self._state, is_running=False))

    def _on_failed(self, sentence: str) -> None:
        self._show(replace(self._state, is_running=False, preparing=None, fault=sentence))

    # What control wishes

    def _on_cancelled(self) -> None:
        self._jobs.cancel()
        self._pause.stop()
        self._show(replace(self._state, is_running=False))

    def _on_resumed(self) -> None:
        # What is shown is of this game still, only of too few runs: nothing goes out of date.
        if self._law.is_ready and not self._state.is_running:
            self._run()

    def _on_uncertainty_wished(self, wanted: bool) -> None:
        self._wants_uncertainty = wanted
        self._is_due = True
        self._refresh()

    def _on_law_moved(self) -> None:
        if self._law.is_ready:
            was_awaited = self._state.preparing is not None
            self._refresh()
            if was_awaited and self._pause.isActive():
                # The law is what everybody waited for, and that was long enough.
                self._pause.stop()
                self._run()
        else:
            self._show(replace(self._state, preparing=self._law.preparing, fault=self._law.fault))


def _facts_of(scenario: Scenario, world: World) -> tuple[tuple[RedLineMark, ...], Spiral | None]:
    from wargame.play.forecasts.spiral import spiral_of
    from wargame.play.panels.red_lines import red_line_marks

    return red_line_marks(scenario, world), spiral_of(scenario, world)
