"""The world that a save has come to, from its last snapshot or from its first event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wargame.engine.apply import fold, fold_line
from wargame.engine.standing_log import standing
from wargame.model.events import Record
from wargame.model.scenario import Scenario
from wargame.model.world import World
from wargame.storage.save_file import SaveFile

_BYTES = 8


def present_world(save: SaveFile, scenario: Scenario, records: Sequence[Record]) -> World:
    """The world after the last record.

    A snapshot that holds other variables than these rules know is passed over: the log names what
    it changes, so that it can be folded from its beginning. So is one of a moment that the game
    has left by going back.

    Raises:
        SaveError: The disk refused.
        InternalError: The records do not follow one another.
    """
    line = standing(records)
    known = {record.number: record.event for record in line}
    number: int | None = save.last_number
    while number is not None:
        found = save.snapshot_before(number, known)
        if found is None or len(found[1].values) != _BYTES * scenario.layout.size:
            break
        number, world = found
        if number in known:
            later = [record for record in line if record.number > number]
            return replace(fold_line(scenario, later, world), events=len(records))
        number -= 1
    return fold(scenario, records)
