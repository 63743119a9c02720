"""A branch run on many times, in pairs with the played line from the same moment.

Both lines are gone on with by computers on the same draws, run by run, so that a difference between
them comes from the change and not from luck.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from wargame import paths
from wargame.errors import RuleError
from wargame.model.branches import BranchFan
from wargame.model.ids import Phase
from wargame.model.outlook import FanTurn, IndexDifference
from wargame.model.scenario import Scenario
from wargame.model.world import World
from wargame.play.debrief.branching.changed_turn import ChangedTurn
from wargame.play.debrief.branching.telling import Telling
from wargame.play.debrief.replay import Replay
from wargame.play.forecasts.forecast_start import next_turn
from wargame.play.forecasts.forecast_summary import QUANTILES
from wargame.play.forecasts.intervals import paired, share
from wargame.play.publishing import publishing_events

if TYPE_CHECKING:
    from wargame.engine.rollout import RolloutPlan
    from wargame.engine.rollout_results import Rollouts

STEPS = (48, 96, 200, 400, 600, 800, 1_000)
"""Pairs after which the fan is told, rising."""


def steps_to(runs: int) -> tuple[int, ...]:
    """The steps to so many pairs.

    >>> steps_to(200)
    (48, 96, 200)
    """
    return (*(step for step in STEPS if step < runs), runs)


def fans(
    replay: Replay,
    changed: ChangedTurn,
    *,
    steps: Sequence[int] = STEPS,
    threads: int = 1,
    stopped: Callable[[], bool] = lambda: False,
) -> Iterator[BranchFan]:
    """The fan of a branch again and again, of more pairs each time.

    When it is stopped, the last fan is of the pairs that were done by then, if there are any.
    Call it off the window's thread, once the compiled law is ready; otherwise it compiles first.

    Args:
        replay: The game.
        changed: The turn with its change.
        steps: Pairs of each fan, rising.
        threads: Threads that share the work; the results do not depend on it.
        stopped: Asked every few milliseconds.

    Raises:
        RuleError: One of the lines ends with the changed turn, so that nothing is left to run.
    """
    branch = _published(changed.scenario, changed.world)
    played = replay.world(changed.played.published)
    if played.phase is Phase.ADJUDICATE:
        played = _published(replay.scenario, played)
    turn = changed.played.turn
    if turn >= replay.scenario.turns:
        raise RuleError("branch.last", f"Turn {turn} is the last; nothing follows it.")
    for world, which in ((branch, "The branch"), (played, "The game as it was played")):
        if world.outcome is not None:
            raise RuleError("branch.ended", f"{which} ends with turn {turn}; nothing follows it.")
    ours = _plan(changed.scenario, branch)
    theirs = _plan(replay.scenario, played)
    mine: Rollouts | None = None
    its: Rollouts | None = None
    for runs in steps:
        done = mine.count if mine else 0
        more = ours.play(runs - done, first=done + 1, threads=threads, stopped=stopped)
        mine = mine.followed_by(more) if mine else more
        beside = theirs.play(runs - done, first=done + 1, threads=threads, stopped=stopped)
        its = its.followed_by(beside) if its else beside
        pairs = min(mine.count, its.count)
        if pairs > done:
            yield _fan(mine, its, pairs, steps[-1])
        if stopped():
            return


def _published(scenario: Scenario, world: World) -> World:
    telling = Telling(scenario, world)
    telling.take_all(publishing_events(scenario, world, Phase.OUTCOME))
    return telling.world


def _plan(scenario: Scenario, world: World) -> RolloutPlan:
    from wargame.engine.rollout import RolloutPlan

    begin = next_turn(world)
    turns = scenario.turns - begin.turn + 1
    home = paths.cache() / "law"
    return RolloutPlan(scenario, begin, turns, world.settings.seed, compiled_in=home)


def _fan(mine: Rollouts, its: Rollouts, pairs: int, wanted: int) -> BranchFan:
    differences = mine.index[:, :pairs] - its.index[:, :pairs]
    lost = (mine.flags["all_out"][:pairs] > 0).astype(float)
    otherwise = (its.flags["all_out"][:pairs] > 0).astype(float)
    return BranchFan(
        runs=pairs,
        wanted=wanted,
        fan=_turns(mine, pairs),
        played=_turns(its, pairs),
        pairs=tuple(
            IndexDifference(ahead, paired(row, 1)) for ahead, row in enumerate(differences, start=1)
        ),
        all_out=paired(lost - otherwise, 1),
        all_out_then=share(int(lost.sum()), pairs),
    )


def _turns(found: Rollouts, runs: int) -> tuple[FanTurn, ...]:
    import numpy as np

    quantiles = np.percentile(found.index[:, :runs], QUANTILES, axis=1).T
    return tuple(
        FanTurn(found.first_turn + at, *(float(x) for x in row)) for at, row in enumerate(quantiles)
    )
