"""The world that a save has come to, from its last snapshot or from its first event."""

from __future__ import annotations

from collections.abc import Sequence

from wargame.engine.apply import fold
from wargame.model.events import Record
from wargame.model.scenario import Scenario
from wargame.model.world import World
from wargame.storage.save_file import SaveFile

_BYTES = 8


def present_world(save: SaveFile, scenario: Scenario, records: Sequence[Record]) -> World:
    """The world after the last record.

    A snapshot that holds other variables than these rules know is passed over: the log names what
    it changes, so that it can be folded from its beginning.

    Raises:
        SaveError: The disk refused.
        InternalError: The records do not follow one another.
    """
    known = {record.number: record.event for record in records}
    found = save.snapshot_before(save.last_number, known)
    if found is None or len(found[1].values) != _BYTES * scenario.layout.size:
        return fold(scenario, records)
    number, world = found
    return fold(scenario, records[number:], world)
