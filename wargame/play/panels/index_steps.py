"""How the index follows from heat and precedent, sum by sum, before and after an event."""

from __future__ import annotations

from wargame.engine.law.index import escalation_index, highest_precedent, weighted_heat
from wargame.engine.law.ladder import intensity
from wargame.engine.law.parameters import parameters_for
from wargame.engine.law.world_view import WorldNumbers
from wargame.model.scenario import Scenario
from wargame.model.workings import InputLine

SMALLEST = 0.005
"""Heat (S units) below which a front is not listed."""


def index_steps(
    scenario: Scenario, start: str, before: bytes, after: bytes
) -> tuple[InputLine, ...]:
    """The sums of MODEL D4 with their numbers before and after.

    Args:
        scenario: The scenario.
        start: Start point of the game.
        before: The world's numbers when the event began.
        after: The numbers when the index was brought up to date.
    """
    read = scenario.layout.read
    p = parameters_for(scenario, start)
    sides = [WorldNumbers(scenario.layout, bytearray(values)) for values in (before, after)]
    lines = []
    for front in scenario.fronts:
        heats = [read(values, "front_heat", front.id) for values in (before, after)]
        if max(heats) >= SMALLEST:
            lines.append(
                InputLine(
                    f"{front.weight:g} × heat, {front.name}",
                    _both(*(front.weight * heat for heat in heats)),
                    f"Heat {_both(*heats)}",
                )
            )
    heat = [weighted_heat(side, p, 0) for side in sides]
    highest = [highest_precedent(side, p, 0) for side in sides]
    weight = p.index_ratchet_weight
    load = [one + weight * intensity(rung) for one, rung in zip(heat, highest, strict=True)]
    index = [
        escalation_index(p, one, rung, side.all_out[0])
        for one, rung, side in zip(heat, highest, sides, strict=True)
    ]
    rungs = f"R{highest[0]:.1f}"
    if round(highest[0], 1) != round(highest[1], 1):
        rungs += f" → R{highest[1]:.1f}"
    return (
        *lines,
        InputLine("Weighted heat", _both(*heat), "The sum over all fronts"),
        InputLine(
            f"{weight:g} × S of the precedent {rungs}",
            _both(*(weight * intensity(rung) for rung in highest)),
            "The highest direct act on record",
        ),
        InputLine("Together", _both(*load)),
        InputLine(f"100 × (1 − e^(−together ÷ {p.index_scale:g}))", _both(*index)),
    )


def _both(before: float, after: float) -> str:
    one, two = f"{before:.2f}", f"{after:.2f}"
    return one if one == two else f"{one} → {two}"
