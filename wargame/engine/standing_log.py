"""The part of a log that stands: what going back left out stays written, but no longer counts.

A log is a tree drawn as a list. Every event follows the one before it, save for ``WentBack``,
which follows the event that it names; the standing line is the way from the last event to the
first. Going back and going forward again are therefore the same event.
"""

from __future__ import annotations

from collections.abc import Sequence

from wargame.errors import InternalError
from wargame.model.events import Record, WentBack


def standing(records: Sequence[Record]) -> tuple[Record, ...]:
    """The records that count, oldest first; marks of going back are not among them.

    Args:
        records: The whole log from its first event on.

    Raises:
        InternalError: The records do not follow one another, or one goes back to nothing.
    """
    for number, record in enumerate(records, start=1):
        if record.number != number:
            raise InternalError(f"Event {record.number} does not follow the one before it.")
    if not any(isinstance(record.event, WentBack) for record in records):
        return tuple(records)
    line: list[Record] = []
    at = len(records)
    while at > 0:
        record = records[at - 1]
        if isinstance(record.event, WentBack):
            if not 1 <= record.event.to < at:
                raise InternalError(f"Event {at} goes back to an event that is not before it.")
            at = record.event.to
        else:
            line.append(record)
            at -= 1
    return tuple(reversed(line))
