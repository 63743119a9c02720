"""A world's numbers after the changes that a ledger wrote down."""

from __future__ import annotations

from collections.abc import Iterable

from wargame.model.ledger import Entry
from wargame.model.scenario import Scenario


def changed_values(scenario: Scenario, values: bytes, ledger: Iterable[Entry]) -> bytes:
    """A world's numbers after the changes of a ledger, in order."""
    numbers = memoryview(bytearray(values)).cast("d")
    places = scenario.layout.places
    for entry in ledger:
        numbers[places[entry.variable, entry.first, entry.second]] = entry.after
    return numbers.tobytes()
