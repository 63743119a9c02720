"""Doors between a world's bytes and the law: numbers in, numbers out, the index of a world."""

from __future__ import annotations

from wargame.engine.law.index import settle_index
from wargame.engine.law.parameters import parameters_for
from wargame.engine.law.world_view import WorldNumbers
from wargame.model.scenario import Scenario


def index_of(scenario: Scenario, values: bytes) -> float:
    """The escalation index of a world's numbers, 0 to 100 (MODEL D4)."""
    w = WorldNumbers(scenario.layout, bytearray(values))
    settle_index(w, parameters_for(scenario, scenario.starts[0].id), 0)
    return w.index[0]
