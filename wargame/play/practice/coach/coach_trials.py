"""The runs behind the coach's numbers: a sheet and other ways, each against holding still."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from wargame.model.ids import ActorId
from wargame.model.orders import Order
from wargame.model.outlook import MoveOutlook
from wargame.model.scenario import Scenario
from wargame.model.world import World
from wargame.play.practice.coach.alternatives import alternatives

RUNS = 480
"""Pairs of runs of the sheet and of each other way."""

Tried = tuple[MoveOutlook | None, tuple[MoveOutlook, ...]]
"""What the sheet changes (None for an empty one), and the same for each other way."""


class Trials(Protocol):
    """Tries a sheet and the other ways; see ``tried_against_holding``."""

    def __call__(
        self,
        scenario: Scenario,
        world: World,
        seat: ActorId,
        drafts: Sequence[Order],
        *,
        threads: int,
        stopped: Callable[[], bool],
    ) -> Tried: ...


def tried_against_holding(
    scenario: Scenario,
    world: World,
    seat: ActorId,
    drafts: Sequence[Order],
    *,
    threads: int = 1,
    stopped: Callable[[], bool] = lambda: False,
) -> Tried:
    """What a sheet and each of its ``alternatives`` change, from what the seat knows.

    Call it off the window's thread, once the compiled law is ready. What was not tried when it was
    stopped is left out.

    Raises:
        RuleError: The game has ended.
    """
    from wargame.play.forecasts.move_outlook import MoveTrials

    trials = MoveTrials(scenario, world, seat)

    def tried(orders: Sequence[Order]) -> MoveOutlook | None:
        if not orders or stopped():
            return None
        return trials.outlook(orders, RUNS, threads=threads, stopped=stopped)

    sheet = tried(drafts)
    others = [tried((order,)) for order in alternatives(scenario, world, seat, drafts)]
    return sheet, tuple(one for one in others if one is not None)
