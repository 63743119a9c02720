"""The harm panel: the dead, the displaced and the cost, apart from the index on purpose."""

from __future__ import annotations

from wargame.model.console_view import HarmLine
from wargame.model.scenario import Scenario
from wargame.model.variables import BY_NAME
from wargame.model.world import World

_MOST_PLACES = 4
"""Lines for single actors under each count; the rest is summed."""


def harm_lines(scenario: Scenario, world: World, first: bytes) -> tuple[HarmLine, ...]:
    """The lines of the harm panel, from the numbers now and those at the start (``first``)."""
    return (
        *_counts(scenario, world.values, first, "deaths", "People killed"),
        *_counts(scenario, world.values, first, "displaced", "People displaced"),
        _level(scenario, world.values, first, "freight", "Freight rates"),
        _level(scenario, world.values, first, "oil", "Oil price"),
        _share(scenario, world.values, first, "diverted", "Shipping diverted"),
    )


def _counts(
    scenario: Scenario, values: bytes, first: bytes, variable: str, name: str
) -> list[HarmLine]:
    """A total and the places with the largest counts."""
    read = scenario.layout.read
    basis = BY_NAME[variable].meaning + _basis(scenario, variable)
    places = []
    for actor in scenario.actors:
        now, then = read(values, variable, actor.id), read(first, variable, actor.id)
        if now >= 1:
            places.append((now, now - then, actor.full_name))
    places.sort(key=lambda place: -place[0])
    total = sum(place[0] for place in places)
    change = sum(place[1] for place in places)
    lines = [HarmLine(name, f"{total:,.0f}", _since(change), basis)]
    lines += [
        HarmLine(f"  Side of {place}", f"{now:,.0f}", _since(changed), basis)
        for now, changed, place in places[:_MOST_PLACES]
    ]
    rest = places[_MOST_PLACES:]
    if rest:
        lines.append(
            HarmLine(
                "  Elsewhere",
                f"{sum(place[0] for place in rest):,.0f}",
                _since(sum(place[1] for place in rest)),
                basis,
            )
        )
    return lines


def _since(change: float) -> str:
    rounded = round(change)
    if rounded == 0:
        return ""
    return f"+{rounded:,}" if rounded > 0 else f"−{-rounded:,}"


def _level(scenario: Scenario, values: bytes, first: bytes, variable: str, name: str) -> HarmLine:
    """A price against its level before the crisis."""
    now, then = scenario.layout.read(values, variable), scenario.layout.read(first, variable)
    change = 100 * (now / then - 1) if then else 0.0
    since = "" if abs(change) < 0.5 else f"{change:+.0f} %".replace("-", "−")
    return HarmLine(
        name, f"{now:.2f} times", since, BY_NAME[variable].meaning + _basis(scenario, variable)
    )


def _share(scenario: Scenario, values: bytes, first: bytes, variable: str, name: str) -> HarmLine:
    now, then = scenario.layout.read(values, variable), scenario.layout.read(first, variable)
    change = 100 * (now - then)
    since = "" if abs(change) < 0.5 else f"{change:+.0f} points".replace("-", "−")
    return HarmLine(
        name, f"{100 * now:.0f} %", since, BY_NAME[variable].meaning + _basis(scenario, variable)
    )


def _basis(scenario: Scenario, variable: str) -> str:
    """The sources of the starting values of a variable."""
    titles = {source.id: source.title for source in scenario.sources}
    cited = {
        titles.get(source, source)
        for start in scenario.starts
        for value in start.values
        if value.variable == variable
        for source in value.sources
    }
    return ". Start: " + "; ".join(sorted(cited)) if cited else ". Start: judged"
