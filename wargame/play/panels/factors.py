"""Kahn's eight factors of the degree of escalation, as the model measures them."""

from __future__ import annotations

import math

from wargame.engine.law.hazards import weekly_hazard
from wargame.engine.law.parameters import parameters_for
from wargame.engine.words import actor_name
from wargame.model.events import ActResolved
from wargame.model.scenario import Band, Scenario
from wargame.model.world import World

FULL_INDEX = 100.0


def kahn_factors(scenario: Scenario, world: World) -> tuple[tuple[str, str, str], ...]:
    """Each factor's name, its value in words, and what it is measured by (MODEL B1, D4)."""
    layout, values = scenario.layout, world.values
    index = layout.read(values, "index")
    parameters = parameters_for(scenario, world.settings.start)
    acts = [h for turn in world.turns[-1:] for _, h in turn if isinstance(h, ActResolved)]
    hardest = max(acts, key=lambda act: act.rung, default=None)
    rung = max(
        layout.read(values, "precedent", one, two)
        for one in layout.actors
        for two in layout.actors
        if one != two
    )
    debts = [
        (layout.read(values, "debt", one, two), one, two)
        for one in layout.actors
        for two in layout.actors
        if one != two
    ]
    debt, owes, to = max(debts, default=(0.0, "", ""))
    vows = math.fsum(layout.read(values, "vows", actor) for actor in layout.actors)
    leaked = sum(w.leaked for act in acts for w in act.weapons)
    killed = sum(act.killed for act in acts)
    fighting = [
        front
        for front in scenario.fronts
        if any(act.front == front.id and act.rung >= 7 for act in acts)
    ]
    return (
        (
            "Closeness",
            _closeness(scenario, scenario.band_of(index), index),
            "Points below the next band",
        ),
        (
            "Likelihood of eruption",
            f"{100 * weekly_hazard(parameters, index):.1f} % a week",
            "Chance of losing control at this index",
        ),
        (
            "Provocation",
            f"R{hardest.rung:.0f} by {actor_name(scenario, hardest.actor)}" if hardest else "none",
            "Hardest act of the turn",
        ),
        ("Precedents broken", f"R{rung:.1f}", "Highest direct act on record, fading"),
        ("Committal", f"{vows:.0f} vows", "Public vows not yet acted on"),
        ("Damage", f"{leaked:,} hits, {killed:,} killed", "What got through, this turn"),
        ("Effort", f"{len(fighting)} of {len(scenario.fronts)} fronts", "Fronts with fighting"),
        (
            "Threat perceived",
            f"{debt:.1f}, {actor_name(scenario, owes)} towards {actor_name(scenario, to)}"
            if debt
            else "none",
            "Largest reply owed",
        ),
    )


def _closeness(scenario: Scenario, band: Band, index: float) -> str:
    higher = [b.index_from for b in scenario.bands if b.number == band.number + 1]
    left = (higher[0] if higher else FULL_INDEX) - index
    name = f"band {band.number + 1}" if higher else "100"
    return f"{left:.1f} points below {name}"
