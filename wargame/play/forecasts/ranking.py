"""A seat's legal moves beside each other, each tried against holding still."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from wargame.engine.legal_moves import move_options
from wargame.model.ids import ActorId, MoveId
from wargame.model.orders import Order
from wargame.model.outlook import RankedMove, Ranking
from wargame.model.scenario import Scenario
from wargame.model.world import World
from wargame.play.forecasts.doubts import few_runs
from wargame.play.forecasts.forecast_start import next_turn
from wargame.play.forecasts.move_outlook import MoveTrials

RUNS = 96
"""Pairs of runs for each move: enough to sort them, too few for small differences."""


def rankings(
    scenario: Scenario,
    world: World,
    seat: ActorId,
    *,
    runs: int = RUNS,
    threads: int = 1,
    stopped: Callable[[], bool] = lambda: False,
) -> Iterator[Ranking]:
    """The ranking of a seat's legal moves as it grows, move by move.

    Each move is tried with its usual weapons and without warning. Ends early once ``stopped``. Call
    it off the window's thread, once the compiled law is ready.

    Raises:
        RuleError: The game has ended.
    """
    trials = MoveTrials(scenario, world, seat)
    orders = legal_orders(scenario, next_turn(world), seat)
    found: list[RankedMove] = []
    for order in orders:
        outlook = trials.outlook([order], runs, threads=threads, stopped=stopped)
        if outlook is None:
            return
        move = scenario.move[order.move]
        # That each is tried with few runs is said once, of the ranking.
        told = replace(outlook, doubts=())
        found.append(RankedMove(move.name, move.rung, move.political, move.material, told))
        moves = tuple(sorted(found, key=_place))
        yield Ranking(seat, moves, len(found), len(orders), few_runs(runs))


def legal_orders(scenario: Scenario, world: World, seat: ActorId) -> tuple[Order, ...]:
    """Every move that a seat may make now, once for each target."""
    return tuple(
        Order(MoveId(option.move), target)
        for option in move_options(scenario, world, seat)
        if not option.code
        for target in ([t.actor for t in option.targets if t.is_open] if option.targets else [None])
    )


def _place(move: RankedMove) -> tuple[float, float]:
    return move.outlook.all_out.value, move.outlook.index[-1].points.value
