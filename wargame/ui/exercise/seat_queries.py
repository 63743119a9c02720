"""What the model is asked for a seat; NumPy and the law are imported on the job's thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wargame.model.ids import ActorId
    from wargame.model.orders import Order
    from wargame.model.outlook import MoveOutlook, Outlook, Ranking
    from wargame.model.scenario import Scenario
    from wargame.model.world import World


_STEPS = (500, 2_000)
"""Runs of a seat's fan: what it may not know is wider than what more runs would show."""


class LawQueries:
    """Asks the compiled law, from what the seat knows and nothing else."""

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
        """The seat's fan with the orders that it has written."""
        from wargame.play.forecasts.planned_outlook import planned_outlooks

        orders = {seat: planned} if planned else {}
        return planned_outlooks(
            scenario, world, orders, seat=seat, steps=_STEPS, threads=threads, stopped=stopped
        )

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
        from wargame.play.forecasts.move_outlook import move_outlooks

        return move_outlooks(scenario, world, seat, (order,), threads=threads, stopped=stopped)

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
        from wargame.play.forecasts.ranking import rankings

        return rankings(scenario, world, seat, threads=threads, stopped=stopped)
