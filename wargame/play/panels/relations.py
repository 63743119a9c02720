"""How everybody stands towards everybody, as a view for control alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from wargame.engine.visibility import actor_labels
from wargame.engine.words import actor_name
from wargame.model.relations_view import Measure, RelationsView, Tie
from wargame.model.scenario import Scenario
from wargame.model.world import World

_KINDS = {
    "rivals": "rivals",
    "patron-proxy": "patron and allied group",
    "patron-partner": "patron and partner",
    "allies": "allies",
    "mediation": "mediation",
    "neighbours": "neighbours",
}


@dataclass(frozen=True, slots=True)
class _Reading:
    variable: str
    name: str
    meaning: str
    signed: Callable[[float], float]


_READINGS = (
    _Reading(
        "trust",
        "Trust",
        "Trust of the row in the column, in points from an even 50 %",
        lambda value: 100 * value - 50,
    ),
    _Reading(
        "heat",
        "Heat",
        "What the row did to the column, fading, in S units; it divides",
        lambda value: -value,
    ),
    _Reading(
        "debt",
        "Debt owed",
        "What the row owes the column for what it suffered, in S units; it divides",
        lambda value: -value,
    ),
    _Reading(
        "channel",
        "Private channel",
        "Quality of the private line from row to column, in per cent",
        lambda value: 100 * value,
    ),
    _Reading(
        "support",
        "Support",
        "Support of the row, a patron, for the column, in per cent",
        lambda value: 100 * value,
    ),
    _Reading(
        "fear",
        "Deterred",
        "How far deployments of the column deter the row, in per cent; it divides",
        lambda value: -100 * value,
    ),
    _Reading(
        "grievance",
        "Grievance",
        "Grievance of the row against the column, in per cent; it divides",
        lambda value: -100 * value,
    ),
    _Reading(
        "alignment",
        "Alignment",
        "How far the row, an allied group, is aligned with the column, in per cent",
        lambda value: 100 * value,
    ),
)


def relations_of(scenario: Scenario, world: World) -> RelationsView:
    """Every tie of the scenario, and what binds and divides each pair now."""
    return RelationsView(
        turn=len(world.index_path) - 1,
        actors=actor_labels(scenario),
        ties=tuple(
            Tie(
                relation.first,
                relation.second,
                relation.kind,
                f"{actor_name(scenario, relation.first)} and "
                f"{actor_name(scenario, relation.second)}, {_KINDS[relation.kind]}. "
                f"{relation.note}".strip(),
            )
            for relation in scenario.relations
        ),
        measures=tuple(_measure(scenario, world, reading) for reading in _READINGS),
    )


def _measure(scenario: Scenario, world: World, reading: _Reading) -> Measure:
    read, actors = scenario.layout.read, scenario.layout.actors

    def cell(first: str, second: str) -> int | None:
        if first == second:
            return None
        return round(reading.signed(read(world.values, reading.variable, first, second)))

    return Measure(
        variable=reading.variable,
        name=reading.name,
        meaning=reading.meaning,
        values=tuple(tuple(cell(one, two) for two in actors) for one in actors),
    )
