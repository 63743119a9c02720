"""A seat's own state as a few gauges in words: what it has, how it stands, what it owes."""

from __future__ import annotations

from wargame.model.actors import Actor
from wargame.model.ids import Layer, Weapon
from wargame.model.layout import Layout
from wargame.model.scenario import Scenario
from wargame.model.seat_view import Gauge
from wargame.model.variables import BY_NAME
from wargame.model.world import World

_SMALLEST_DEBT = 1.0
"""S units below which a debt is not worth a line: less than a rung 2 act."""


def gauges(scenario: Scenario, world: World, actor: Actor) -> tuple[Gauge, ...]:
    """The gauges of a seat, from the published numbers; lines that say nothing are left out."""
    layout, values = scenario.layout, world.published
    lines = [
        _weapons(scenario, world, actor),
        _share(layout, values, actor, "face", "Standing", ("weak", "shaken", "firm", "strong")),
        _share(
            layout,
            values,
            actor,
            "approval",
            "Political survival at home",
            ("in doubt", "under pressure", "secure", "very secure"),
        ),
        _share(layout, values, actor, "readiness", "Readiness", ("low", "fair", "high", "full")),
        _shield(layout, values, actor),
        _share(
            layout,
            values,
            actor,
            "cohesion",
            "Cohesion",
            ("breaking", "strained", "holding", "firm"),
        ),
        *_debts(scenario, world, actor),
    ]
    return tuple(line for line in lines if line is not None)


def _share(
    layout: Layout, values: bytes, actor: Actor, variable: str, name: str, words: tuple[str, ...]
) -> Gauge:
    """A number from 0 to 1 with a word for each quarter."""
    number = layout.read(values, variable, actor.id)
    word = words[min(int(number * len(words)), len(words) - 1)]
    return Gauge(
        name,
        f"{word.capitalize()}, {100 * number:.0f} %",
        min(number, 1.0),
        BY_NAME[variable].meaning,
    )


def _weapons(scenario: Scenario, world: World, actor: Actor) -> Gauge | None:
    """Weapons left of those at the start of the game."""
    layout = scenario.layout
    left = sum(int(layout.read(world.published, "stock", actor.id, weapon)) for weapon in Weapon)
    first = sum(int(value) for value in _first_stocks(scenario, world, actor))
    if max(left, first) == 0:
        return None
    most = max(left, first)
    return Gauge(
        "Missiles, drones and rockets",
        f"{left:,} of {most:,}",
        left / most,
        "Weapons in stock, of those at the start of the game",
    )


def _first_stocks(scenario: Scenario, world: World, actor: Actor) -> list[float]:
    """The stocks of the start point, by class."""
    found = dict.fromkeys(Weapon, BY_NAME["stock"].start)
    for value in scenario.start[world.settings.start].values:
        if value.variable == "stock" and value.first in {actor.id, "*"}:
            for weapon in Weapon:
                if value.second in {weapon, "*"}:
                    found[weapon] = value.value
    return list(found.values())


def _shield(layout: Layout, values: bytes, actor: Actor) -> Gauge | None:
    """The emptiest layer of the air defence; None without an air defence."""
    if layout.read(values, "shield", actor.id) <= 0:
        return None
    left = [layout.read(values, "interceptors", actor.id, layer) for layer in Layer]
    held = [share for share in left if share > 0]
    if not held:
        return None
    least = min(held)
    return Gauge(
        "Interceptors",
        f"{100 * least:.0f} % in the emptiest layer",
        min(least, 1.0),
        BY_NAME["interceptors"].meaning,
    )


def _debts(scenario: Scenario, world: World, actor: Actor) -> list[Gauge]:
    """Replies that are owed, largest first, at most three."""
    layout = scenario.layout
    owed = [
        (layout.read(world.published, "debt", actor.id, other.id), other)
        for other in scenario.actors
        if other.id != actor.id
    ]
    largest = sorted(
        (pair for pair in owed if pair[0] >= _SMALLEST_DEBT), key=lambda pair: -pair[0]
    )[:3]
    return [
        Gauge(
            f"Reply owed to {other.name}",
            f"{debt:.1f}",
            min(debt / 60.0, 1.0),
            BY_NAME["debt"].meaning + "; 60 answers to nuclear use",
        )
        for debt, other in largest
    ]
