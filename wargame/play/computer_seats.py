"""Who decides for a seat without people, and what computer seats order at the lock."""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING

from wargame import paths
from wargame.model.ids import ActorId, Controller
from wargame.model.orders import Order
from wargame.model.scenario import Scenario
from wargame.model.seats import Seat
from wargame.model.world import World
from wargame.play.thinking import Cores, Told, in_turn, side_by_side

if TYPE_CHECKING:
    from wargame.opponents.decider import Check, Decider

AVAILABLE: tuple[Controller, ...] = (
    Controller.PEOPLE,
    Controller.FACILITATOR,
    Controller.DOCTRINE,
    Controller.PLANNER,
    Controller.SEARCHER,
)
"""The controllers that every set-up may choose."""

COMPUTERS = frozenset(
    {Controller.DOCTRINE, Controller.PLANNER, Controller.SEARCHER, Controller.HISTORY}
)
"""The controllers that decide for themselves."""

LOOKING_AHEAD = frozenset({Controller.PLANNER, Controller.SEARCHER})
"""Those of them that think for seconds, in compiled law that leaves other threads free."""


def available(scenario: Scenario) -> tuple[Controller, ...]:
    """The controllers that a set-up of a scenario may choose: history where it has a chronicle."""
    return (*AVAILABLE, Controller.HISTORY) if scenario.chronicle else AVAILABLE


class Deciders:
    """The computer opponents of a session, each made when it is first asked for."""

    def __init__(
        self,
        scenario: Scenario,
        start: str,
        noise: float = 1.0,
        *,
        threads: int | None = None,
        effort: float = 1.0,
    ) -> None:
        """Nothing is made yet.

        Args:
            scenario: The scenario.
            start: Its start point.
            noise: How much they waver (``Settings.noise``).
            threads: Threads that share the work of those who look ahead, or seats of theirs that
                think at a time; as many as there are cores by default. What they decide does not
                depend on it.
            effort: Share of the usual work of those who look ahead.
        """
        self._of = (scenario, start, noise)
        self._cores, self._effort = Cores(threads or os.cpu_count() or 1), effort
        self._making = threading.Lock()
        self._made: dict[Controller, Decider] = {}

    def of(self, controller: Controller) -> Decider:
        """Who decides for a seat with this controller, one of ``COMPUTERS``."""
        with self._making:
            if controller not in self._made:
                self._made[controller] = self._make(controller)
            return self._made[controller]

    def sheets(
        self, world: World, seats: Sequence[Seat], told: Told = lambda _done, _total: None
    ) -> dict[ActorId, tuple[Order, ...]]:
        """What seats order, each decided from its own view, some at a time.

        Args:
            world: The world in its planning phase.
            seats: Seats with a controller of ``COMPUTERS``.
            told: Called in the caller's thread, before the first seat, after each and while they
                think; an error that it raises ends all of them.
        """
        controller = {seat.actor: seat.controller for seat in seats}

        def think(seat: ActorId, check: Check) -> tuple[Order, ...]:
            return self.of(controller[seat]).decide(world, seat, check)

        if LOOKING_AHEAD.isdisjoint(controller.values()):
            return in_turn(list(controller), think, told)
        return side_by_side(list(controller), think, told, self._cores)

    def _make(self, controller: Controller) -> Decider:
        # The law is imported at the first decision, so that the window's first paint goes without.
        if controller is Controller.HISTORY:
            from wargame.opponents.history import History

            return History(*self._of)
        home, hands = paths.cache() / "law", self._cores.share
        if controller is Controller.PLANNER:
            from wargame.opponents.planner import Planner

            return Planner(*self._of, compiled_in=home, hands=hands, effort=self._effort)
        if controller is Controller.SEARCHER:
            from wargame.opponents.searcher import Searcher

            return Searcher(*self._of, compiled_in=home, hands=hands, effort=self._effort)
        from wargame.opponents.doctrine import Doctrine

        return Doctrine(*self._of)


def computer_orders(
    scenario: Scenario, world: World, told: Told = lambda _done, _total: None
) -> dict[ActorId, tuple[Order, ...]]:
    """Orders of every computer seat that has not sealed, each decided from its own view.

    Args:
        scenario: The scenario.
        world: The world in its planning phase.
        told: As in :meth:`Deciders.sheets`.
    """
    settings = world.settings
    if not settings.computers:
        return {}
    seats = [
        seat
        for seat in world.seats
        if seat.controller in COMPUTERS and world.sealed_orders(seat.actor) is None
    ]
    return Deciders(scenario, settings.start, settings.noise).sheets(world, seats, told)
