"""The engine's own probabilities for a student's questions, from the student's seat alone.

They rest on rollouts of worlds as the seat may imagine them, with its orders as they stand, made by
the law that adjudicates. Without the compiled law there are none, and none are invented.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from wargame import paths
from wargame.engine.forced_orders import forced_sheets
from wargame.model.ids import ActorId
from wargame.model.orders import Order
from wargame.model.predictions import Prediction, Question
from wargame.model.scenario import Scenario
from wargame.model.world import World

RUNS: Final = 1_000


def engine_odds(
    scenario: Scenario,
    world: World,
    seat: ActorId,
    questions: Sequence[Question],
    planned: Sequence[Order],
    *,
    threads: int = 1,
    stopped: Callable[[], bool] = lambda: False,
) -> tuple[Prediction, ...]:
    """The share of the runs in which each question comes about; empty once ``stopped``.

    Call it off the window's thread, once the compiled law is ready.

    Args:
        scenario: The scenario.
        world: The game while a turn is planned.
        seat: From whose knowledge.
        questions: What is asked.
        planned: The seat's orders as they stand.
        threads: Threads that share the work; the results do not depend on it.
        stopped: Asked every few milliseconds.
    """
    from wargame.engine.rollout import RolloutPlan
    from wargame.engine.rollout_results import Rollouts, WhatIf

    forced, held = forced_sheets(scenario, world.turn, {seat: planned} if planned else {})
    place = {actor.id: number for number, actor in enumerate(scenario.actors)}
    played: dict[int, Rollouts] = {}
    found: list[Prediction] = []
    for question in questions:
        turns = question.until - world.turn + 1
        if turns not in played:
            plan = RolloutPlan(
                scenario,
                world,
                turns,
                world.settings.seed,
                compiled_in=paths.cache() / "law",
                what_if=WhatIf({}, forced, held=held),
                seen_by=seat,
            )
            played[turns] = plan.play(RUNS, first=1, threads=threads, stopped=stopped)
            if stopped():
                return ()
        runs = played[turns]
        if question.kind == "act":
            by, target = place[question.by or seat], place[question.target or seat]
            hits = runs.large[by, target] > 0
        elif question.kind == "index":
            hits = runs.index[-1] >= question.level
        else:
            hits = runs.flags["truce"] > 0
        found.append(Prediction(question, float(hits.mean())))
    return tuple(found)
