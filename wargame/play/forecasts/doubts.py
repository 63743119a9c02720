"""Why a forecast may be wrong, in sentences: too few runs, odd constants, an overruled world."""

from __future__ import annotations

from wargame.model.rulings import How
from wargame.model.scenario import Scenario
from wargame.model.world import World
from wargame.play.forecasts.what_if import Asked

FEWEST = 500
"""Runs below which a probability of some per cent says little: its interval is 2 points wide."""

_HEAD = "parameters."


def doubts_about(scenario: Scenario, world: World, asked: Asked, runs: int) -> tuple[str, ...]:
    """Every reason to doubt a forecast; none for a sound one."""
    return (*few_runs(runs), *_odd_constants(scenario, asked), *_overruled(world))


def few_runs(runs: int) -> tuple[str, ...]:
    """A doubt where there are too few runs for rare things."""
    if runs >= FEWEST:
        return ()
    return (f"Only {runs} runs: what is rare may not have come up at all.",)


def _odd_constants(scenario: Scenario, asked: Asked) -> tuple[str, ...]:
    from wargame.engine.law.parameters import known_parameters

    known = {**known_parameters(), **scenario.parameter}
    values = {key: parameter.value for key, parameter in scenario.parameter.items()}
    for path, value in asked.values:
        key = path.removeprefix(_HEAD)
        if key in known:
            values[key] = value
    odd = [
        key
        for key, value in values.items()
        if key in known and not known[key].low <= value <= known[key].high
    ]
    if not odd:
        return ()
    return (f"Outside the range that its sources give: {', '.join(sorted(odd))}.",)


def _overruled(world: World) -> tuple[str, ...]:
    last = {ruling.act: ruling.how for ruling in world.rulings.rulings}
    # A proposal that was accepted is the law's own course.
    count = sum(how is not How.ACCEPTED for how in last.values())
    if not count:
        return ()
    said = "A ruling stands" if count == 1 else f"{count} rulings stand"
    return (f"{said}: the law alone would not have come here.",)
