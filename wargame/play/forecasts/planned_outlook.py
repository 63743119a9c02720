"""What may follow with orders as they stand on the sheets now, for control or for one seat."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from wargame import paths
from wargame.engine.forced_orders import forced_sheets
from wargame.model.ids import ActorId
from wargame.model.orders import Order
from wargame.model.outlook import Outlook
from wargame.model.scenario import Scenario
from wargame.model.world import World
from wargame.play.forecasts.doubts import doubts_about, few_runs
from wargame.play.forecasts.forecast import shared_by
from wargame.play.forecasts.forecast_start import next_turn
from wargame.play.forecasts.forecast_summary import summary
from wargame.play.forecasts.outlook import STEPS, outlook_of
from wargame.play.forecasts.what_if import NOTHING

if TYPE_CHECKING:
    from wargame.engine.rollout_results import Rollouts

HORIZON = 12
"""Turns that are played at most."""


def warm_up() -> None:
    """Import what the first forecast would wait for: NumPy, the machine and the law."""
    import wargame.engine.rollout  # noqa: F401


def planned_outlooks(
    scenario: Scenario,
    world: World,
    orders: Mapping[ActorId, Sequence[Order]],
    *,
    seat: ActorId | None = None,
    steps: Sequence[int] = STEPS,
    threads: int = 1,
    uncertain: bool = False,
    stopped: Callable[[], bool] = lambda: False,
) -> Iterator[Outlook]:
    """The outlook again and again, of more runs each time, with these orders given this turn.

    Ends without a further outlook once ``stopped``. Call it off the window's thread, once the
    compiled law is ready.

    Args:
        scenario: The scenario.
        world: The game now.
        orders: Sheets of seats, sealed or drafted; they count while the turn is planned. Other
            seats follow their doctrine.
        seat: From whose knowledge; None for control, who knows the world.
        steps: Runs of each outlook, rising.
        threads: Threads that share the work; the results do not depend on it.
        uncertain: Whether the law's constants are varied within their ranges as well.
        stopped: Asked every few milliseconds.

    Raises:
        RuleError: The game has ended.
    """
    from wargame.engine.rollout import RolloutPlan
    from wargame.engine.rollout_results import WhatIf

    began = time.perf_counter()
    begin = next_turn(world)
    turn = max(begin.turn, 1)
    forced, held = forced_sheets(scenario, turn, orders if begin is world else {})
    turns = max(1, min(HORIZON, scenario.turns - turn + 1))
    seed = world.settings.seed
    plan = RolloutPlan(
        scenario,
        begin,
        turns,
        seed,
        compiled_in=paths.cache() / "law",
        what_if=WhatIf({}, forced, held=held, varied=uncertain),
        seen_by=seat,
    )
    start = scenario.layout.read(begin.published if seat else begin.values, "index")
    found: Rollouts | None = None
    for runs in steps:
        done = found.count if found else 0
        more = plan.play(runs - done, first=done + 1, threads=threads, stopped=stopped)
        if stopped():
            return
        found = found.followed_by(more) if found else more
        # A seat need not know of what control has ruled.
        sure = few_runs(found.count) if seat else None
        doubts = doubts_about(scenario, world, NOTHING, found.count) if sure is None else sure
        elapsed = time.perf_counter() - began
        block = shared_by(uncertain=uncertain, imagined=seat is not None)
        told = summary(scenario, found, turns, seed, elapsed, doubts, block=block)
        yield outlook_of(told, steps[-1], start, uncertain=uncertain)
