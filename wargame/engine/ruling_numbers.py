"""What a ruling changes of the world's numbers: differences, kept in range, and the index anew.

A ruling states what shall hold right after an act. The numbers have moved on since, so the
difference to the proposal is what is applied to them.
"""

from __future__ import annotations

from collections.abc import Mapping

from wargame.engine.law.index import settle_index
from wargame.engine.law.ladder import intensity
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.world_view import WorldNumbers
from wargame.model.ids import FrontId
from wargame.model.ledger import Entry
from wargame.model.scenario import Scenario
from wargame.model.variables import BY_NAME
from wargame.model.world import World

Place = tuple[str, str, str]
"""Variable, first and second name, as the ledger has them."""

DERIVED = frozenset({"index"})
"""Variables that follow from others by the law's own functions; nobody rules on them."""


def ruled_entries(
    scenario: Scenario,
    p: Parameters,
    world: World,
    differences: Mapping[Place, float],
    cause: str,
) -> tuple[Entry, ...]:
    """The ledger of a ruling on the numbers as they are now.

    Args:
        scenario: The scenario.
        p: Its constants and tables.
        world: The state now.
        differences: What each number shall differ by; derived ones are left out.
        cause: What stands in the ledger as the cause.

    Returns:
        One entry for each number that changes, and the index last if it follows.
    """
    memory = bytearray(world.values)
    numbers = memoryview(memory).cast("d")
    entries = []
    for (variable, first, second), difference in differences.items():
        if variable in DERIVED or not difference:
            continue
        at = scenario.layout.offset(variable, first, second)
        known, before = BY_NAME[variable], numbers[at]
        after = min(known.high, max(known.low, before + difference))
        if after != before:
            numbers[at] = after
            entries.append(Entry(variable, first, second, before, after, cause, known.system))
    before = scenario.layout.read(world.values, "index")
    after = index_of(scenario, p, memory)
    if after != before:
        entries.append(Entry("index", "", "", before, after, cause, BY_NAME["index"].system))
    return tuple(entries)


def index_of(scenario: Scenario, p: Parameters, memory: bytearray) -> float:
    """The index that follows from a world's numbers, which it is written into (MODEL D4)."""
    w = WorldNumbers(scenario.layout, memory)
    settle_index(w, p, 0)
    return float(w.index[0])


def heat_of_rung(front: FrontId, rung: float) -> dict[Place, float]:
    """What a single act at a rung adds to the heat of its front (S units; MODEL D4)."""
    return {("front_heat", front, ""): intensity(rung)} if rung > 0 else {}
