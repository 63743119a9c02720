"""Who decides for a seat without people, and what computer seats order at the lock."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from wargame import paths
from wargame.model.ids import ActorId, Controller
from wargame.model.orders import Order
from wargame.model.scenario import Scenario
from wargame.model.world import World

if TYPE_CHECKING:
    from wargame.opponents.decider import Decider

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

Told = Callable[[int, int], None]
"""Hears how many seats have decided, and of how many; raises where nobody waits any more."""


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
            threads: Threads that share the work of those who look ahead; as many as there are
                cores by default. What they decide does not depend on it.
            effort: Share of the usual work of those who look ahead.
        """
        self._of = (scenario, start, noise)
        self._threads, self._effort = threads or os.cpu_count() or 1, effort
        self._made: dict[Controller, Decider] = {}

    def of(self, controller: Controller) -> Decider:
        """Who decides for a seat with this controller, one of ``COMPUTERS``."""
        if controller not in self._made:
            self._made[controller] = self._make(controller)
        return self._made[controller]

    def _make(self, controller: Controller) -> Decider:
        # The law is imported at the first decision, so that the window's first paint goes without.
        if controller is Controller.HISTORY:
            from wargame.opponents.history import History

            return History(*self._of)
        home = paths.cache() / "law"
        if controller is Controller.PLANNER:
            from wargame.opponents.planner import Planner

            return Planner(*self._of, compiled_in=home, threads=self._threads, effort=self._effort)
        if controller is Controller.SEARCHER:
            from wargame.opponents.searcher import Searcher

            return Searcher(*self._of, compiled_in=home, threads=self._threads, effort=self._effort)
        from wargame.opponents.doctrine import Doctrine

        return Doctrine(*self._of)


def computer_orders(
    scenario: Scenario, world: World, told: Told = lambda _done, _total: None
) -> dict[ActorId, tuple[Order, ...]]:
    """Orders of every computer seat that has not sealed, each decided from its own view.

    Args:
        scenario: The scenario.
        world: The world in its planning phase.
        told: Called before each seat and while one thinks; an error that it raises ends it.
    """
    settings = world.settings
    if not settings.computers:
        return {}
    seats = [
        seat
        for seat in world.seats
        if seat.controller in COMPUTERS and world.sealed_orders(seat.actor) is None
    ]
    deciders = Deciders(scenario, settings.start, settings.noise)
    sheets: dict[ActorId, tuple[Order, ...]] = {}
    for done, seat in enumerate(seats):

        def check(done: int = done) -> None:
            told(done, len(seats))

        check()
        sheets[seat.actor] = deciders.of(seat.controller).decide(world, seat.actor, check)
    told(len(seats), len(seats))
    return sheets
