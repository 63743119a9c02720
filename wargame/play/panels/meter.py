"""The escalation meter: index, bands, what it is made of, and what moved it in the last turn.

What moved it is the ledger, summed: the steps of a turn add up to its change exactly.
"""

from __future__ import annotations

import math
from collections import defaultdict

from wargame.engine.law.ladder import intensity
from wargame.engine.words import act_words
from wargame.model.console_view import FrontHeat, Meter, Step
from wargame.model.events import ActResolved, OrderLapsed, SystemSettled
from wargame.model.ledger import total_change
from wargame.model.scenario import Scenario
from wargame.model.world import Happening, World
from wargame.play.panels.factors import kahn_factors

LARGEST_STEPS = 6
"""Rows of their own in what moved it; the rest is summed in one row."""


def meter_of(scenario: Scenario, world: World) -> Meter:
    """The meter of a world, as the facilitator sees it."""
    path = world.index_path
    index = scenario.layout.read(world.values, "index")
    adjudicated = len(path) - 1
    fronts, precedent, rung = drivers(scenario, world.values)
    moved_from = path[adjudicated - 1] if adjudicated else index
    return Meter(
        index=index,
        before=moved_from,
        band=scenario.band_of(index),
        bands=scenario.bands,
        path=path,
        fronts=fronts,
        precedent=precedent,
        precedent_rung=rung,
        moved_turn=adjudicated,
        moved_from=moved_from,
        steps=_steps(scenario, world, adjudicated),
        factors=kahn_factors(scenario, world),
    )


def drivers(scenario: Scenario, values: bytes) -> tuple[tuple[FrontHeat, ...], float, float]:
    """Each front's part, the precedents' part, and the highest direct act on record."""
    layout = scenario.layout
    rung = max(
        layout.read(values, "precedent", one, two)
        for one in layout.actors
        for two in layout.actors
        if one != two
    )
    ratchet = intensity(rung)
    heats = [(front, layout.read(values, "front_heat", front.id)) for front in scenario.fronts]
    total = math.fsum([ratchet, *(front.weight * heat for front, heat in heats)]) or 1.0
    parts = [FrontHeat(front, heat, front.weight * heat / total) for front, heat in heats]
    return tuple(sorted(parts, key=lambda part: -part.share)), ratchet / total, rung


def _steps(scenario: Scenario, world: World, turn: int) -> tuple[Step, ...]:
    """What moved the index in a turn: the largest movements, and the rest in one row."""
    if not 1 <= turn <= len(world.turns):
        return ()
    changes: dict[str, list[tuple[float, int]]] = defaultdict(list)
    for number, happening in world.turns[turn - 1]:
        if not isinstance(happening, OrderLapsed):
            change = total_change(happening.ledger, "index")
            if change:
                changes[_step_label(scenario, happening)].append((change, number))
    steps = [
        Step(
            label,
            math.fsum(change for change, _ in parts),
            parts[0][1] if len(parts) == 1 else 0,
        )
        for label, parts in changes.items()
    ]
    large = sorted(steps, key=lambda step: -abs(step.change))[:LARGEST_STEPS]
    shown = [step for step in steps if step in large]
    small = [step for step in steps if step not in large]
    if small:
        label = f"{len(small)} smaller movements" if len(small) > 1 else small[0].label
        shown.append(Step(label, math.fsum(step.change for step in small), 0))
    return tuple(shown)


def _step_label(scenario: Scenario, happening: Happening) -> str:
    if isinstance(happening, ActResolved):
        name = act_words(scenario, happening).split(":", maxsplit=1)[0]
        return f"{happening.actor}: {name}"
    if isinstance(happening, SystemSettled) and happening.step == "time":
        return "Time passes, heat fades"
    if isinstance(happening, SystemSettled) and happening.step == "inject":
        return f"Inject: {happening.words}"
    if isinstance(happening, SystemSettled) and happening.step == "ruling":
        return "Rulings of control"
    return "Beliefs, politics and other systems"
