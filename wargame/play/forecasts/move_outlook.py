"""What a seat's own move may change, told from what that seat knows.

Orders are played forward many times against holding still, on the same luck, so that what differs
comes from them. What the seat may not know of others is drawn from what it may assume.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from wargame import paths
from wargame.engine.forced_orders import forced_order
from wargame.engine.readings import readings_of
from wargame.model.ids import ActorId
from wargame.model.orders import Order
from wargame.model.outlook import IndexDifference, MoveOutlook
from wargame.model.scenario import Scenario
from wargame.model.seat_view import Reading
from wargame.model.world import World
from wargame.play.forecasts.doubts import few_runs
from wargame.play.forecasts.forecast_start import next_turn
from wargame.play.forecasts.intervals import paired, share_in_blocks

if TYPE_CHECKING:
    from wargame.engine.rollout import RolloutPlan
    from wargame.engine.rollout_results import Rollouts

TURNS_AHEAD = (1, 3, 6)
"""Turns after which the index is compared."""

HORIZON = 8
"""Turns that are played: as far as the planner looks (MODEL D7)."""

STEPS = (160, 480, 1_600)
"""Pairs of runs of an outlook that is refined while a person looks."""


class MoveTrials:
    """Tries orders of one seat against holding still, from one moment of a game."""

    def __init__(self, scenario: Scenario, world: World, seat: ActorId) -> None:
        """Nothing is played yet.

        Args:
            scenario: The scenario.
            world: The game now.
            seat: Who would give the orders; only what it may know is read.

        Raises:
            RuleError: The game has ended.
        """
        self._scenario, self._world, self._seat = scenario, next_turn(world), seat
        left = scenario.turns - self._world.turn + 1
        self._turns = max(1, min(HORIZON, left))
        self._plan: RolloutPlan | None = None
        self._holding: Rollouts | None = None

    def outlook(
        self,
        orders: Sequence[Order],
        runs: int,
        *,
        wanted: int = 0,
        threads: int = 1,
        stopped: Callable[[], bool] = lambda: False,
    ) -> MoveOutlook | None:
        """What orders change; None when it was stopped before.

        Args:
            orders: Orders given together, one at least; the first is the one that is told of.
            runs: Pairs of runs.
            wanted: Pairs that are wanted in the end; those of this call by default.
            threads: Threads that share the work.
            stopped: Asked every few milliseconds.
        """
        if self._holding is None or self._holding.count < runs:
            self._holding = self._played((), runs, threads, stopped)
        given = self._played(orders, runs, threads, stopped)
        if stopped() or given.count < runs or self._holding.count < runs:
            return None
        return self._told(tuple(orders), given, wanted or runs)

    def _played(
        self,
        orders: Sequence[Order],
        runs: int,
        threads: int,
        stopped: Callable[[], bool],
    ) -> Rollouts:
        from wargame.engine.law.playbook_what_if import Held
        from wargame.engine.rollout import RolloutPlan

        if self._plan is None:
            self._plan = RolloutPlan(
                self._scenario,
                self._world,
                self._turns,
                self._world.settings.seed,
                compiled_in=paths.cache() / "law",
                seen_by=self._seat,
            )
        turn = max(self._world.turn, 1)
        forced = tuple(forced_order(turn, self._seat, order) for order in reversed(orders))
        plan = self._plan.forcing(forced, (Held(turn, self._seat),))
        return plan.play(runs, threads=threads, stopped=stopped)

    def _told(self, orders: tuple[Order, ...], given: Rollouts, wanted: int) -> MoveOutlook:
        from wargame.engine.rollout import BLOCK

        holding, runs = self._holding, given.count
        if holding is None:
            message = "holding still has not been played"
            raise RuntimeError(message)
        index = tuple(
            IndexDifference(
                ahead,
                paired(given.index[ahead - 1] - holding.index[ahead - 1][:runs], BLOCK),
            )
            for ahead in TURNS_AHEAD
            if ahead <= self._turns
        )
        lost, otherwise = (
            (rollouts.flags["all_out"][:runs] > 0).astype(float) for rollouts in (given, holding)
        )
        return MoveOutlook(
            order=orders[0],
            runs=runs,
            wanted=wanted,
            index=index,
            all_out=paired(lost - otherwise, BLOCK),
            all_out_then=share_in_blocks(lost, BLOCK),
            readings=self._readings(orders),
            doubts=few_runs(runs),
        )

    def _readings(self, orders: tuple[Order, ...]) -> tuple[Reading, ...]:
        """For each reader the order that it would read as the gravest."""
        gravest: dict[ActorId, Reading] = {}
        for order in orders:
            for reading in readings_of(self._scenario, self._world, self._seat, order):
                known = gravest.get(reading.actor)
                if known is None or reading.high > known.high:
                    gravest[reading.actor] = reading
        return tuple(gravest.values())


def move_outlooks(
    scenario: Scenario,
    world: World,
    seat: ActorId,
    orders: Sequence[Order],
    *,
    steps: Sequence[int] = STEPS,
    threads: int = 1,
    stopped: Callable[[], bool] = lambda: False,
) -> Iterator[MoveOutlook]:
    """What a seat's drafts change against holding still, again and again, of more runs each time.

    Ends without a further one once ``stopped``. Call it off the window's thread, once the compiled
    law is ready.

    Args:
        scenario: The scenario.
        world: The game now.
        seat: Whose drafts they are; only what it may know is read.
        orders: The drafts, tried together; one at least.
        steps: Pairs of runs, rising.
        threads: Threads that share the work; the results do not depend on it.
        stopped: Asked every few milliseconds.

    Raises:
        RuleError: The game has ended.
    """
    trials = MoveTrials(scenario, world, seat)
    for runs in steps:
        found = trials.outlook(orders, runs, wanted=steps[-1], threads=threads, stopped=stopped)
        if found is None:
            return
        yield found
