"""Every constant of the law as a scenario sets it, with its basis, its sources and who reads it."""

from __future__ import annotations

from functools import cache

from wargame.engine.law.explained import readers_of, systems
from wargame.engine.law.parameters import known_parameters
from wargame.model.scenario import Parameter, Scenario
from wargame.model.workings import CitedSource, ParameterLine

_DATA_FILES = {
    "strikes": "Recorded strikes, as coded for this model",
    "timeline": "Coded timeline of events, October 2023 to October 2024",
}
"""Sources that the law cites and that come with it, for scenarios that do not list them."""


def parameter_lines(scenario: Scenario) -> tuple[ParameterLine, ...]:
    """Every constant of the law in the order of its systems."""
    return tuple(
        parameter_line(scenario, key, default) for key, default in known_parameters().items()
    )


def parameter_line(scenario: Scenario, key: str, default: Parameter) -> ParameterLine:
    """One constant: the scenario's own words where it sets the constant, else the law's."""
    used = scenario.parameter.get(key, default)
    return ParameterLine(
        key=key,
        value=used.value,
        default=default.value,
        low=used.low,
        high=used.high,
        basis=used.basis,
        note=used.note,
        sources=cited(scenario, used.sources),
        read_by=_readers(key),
    )


def cited(scenario: Scenario, ids: tuple[str, ...]) -> tuple[CitedSource, ...]:
    """Sources by their titles, with what speaks against leaning on them."""
    known = {source.id: source for source in scenario.sources}
    found = []
    for name in ids:
        source = next((known[key] for key in known if key == name), None)
        if source is None:
            found.append(CitedSource(_DATA_FILES.get(name, f"Source {name}")))
            continue
        doubts = {"standing": ("standing knowledge",), "derived": ("derived",)}.get(source.kind, ())
        if source.confidence == "low":
            doubts = (*doubts, "low confidence")
        found.append(CitedSource(source.title, doubts))
    return tuple(found)


@cache
def _readers(key: str) -> tuple[str, ...]:
    return tuple(f"{name} {systems()[name].name}" for name in readers_of(key))
