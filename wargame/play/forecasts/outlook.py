"""What may follow from where a game stands, as the window shows it: a fan, risks, drivers.

The same rollouts as ``forecast``, told again and again as more of them are done.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from wargame.model.outlook import FanTurn, Outlook
from wargame.model.scenario import Scenario
from wargame.model.world import World
from wargame.play.forecasts.forecast import refined
from wargame.play.forecasts.forecast_start import next_turn
from wargame.play.forecasts.forecast_summary import QUANTILES, Forecast
from wargame.play.forecasts.what_if import NOTHING

STEPS = (500, 2_000, 10_000)
"""Runs of an outlook that is refined while a person looks."""


def outlooks(
    scenario: Scenario,
    world: World,
    *,
    turns: int = 12,
    steps: Sequence[int] = STEPS,
    threads: int = 1,
    uncertain: bool = False,
    stopped: Callable[[], bool] = lambda: False,
) -> Iterator[Outlook]:
    """The outlook of a game again and again, of more runs each time; for control alone.

    Ends without a further outlook once ``stopped``. Call it off the window's thread, once the
    compiled law is ready (``compiled_law``); otherwise it compiles first.

    Args:
        scenario: The scenario.
        world: The game now; a turn that is under way is played from its beginning.
        turns: Turns to play; never more than the game has left.
        steps: Runs of each outlook, rising.
        threads: Threads that share the work; the results do not depend on it.
        uncertain: Whether the law's constants are varied within their ranges as well.
        stopped: Asked every few milliseconds.

    Raises:
        RuleError: The game has ended.
    """
    begin = next_turn(world)
    ahead = max(1, min(turns, scenario.turns - begin.turn + 1))
    start = scenario.layout.read(begin.values, "index")
    found = refined(
        scenario,
        begin,
        NOTHING,
        turns=ahead,
        seed=world.settings.seed,
        threads=threads,
        steps=steps,
        uncertain=uncertain,
        stopped=stopped,
    )
    for forecast in found:
        yield outlook_of(forecast, steps[-1], start, uncertain=uncertain)


def outlook_of(found: Forecast, wanted: int, start: float, *, uncertain: bool) -> Outlook:
    """A forecast as the window shows it, partial while it is of fewer runs than wanted."""
    return Outlook(
        runs=found.rollouts,
        wanted=wanted,
        seconds=found.elapsed_s,
        first_turn=found.first_turn,
        start=start,
        fan=tuple(
            FanTurn(turn, *(found.index[q][at] for q in QUANTILES))
            for at, turn in enumerate(range(found.first_turn, found.first_turn + found.turns))
        ),
        all_out=found.all_out,
        direct_strike=found.direct_strike,
        truce=found.truce,
        collapse=found.collapse,
        drivers=found.drivers,
        is_uncertain=uncertain,
        doubts=found.doubts,
    )
