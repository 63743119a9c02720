"""Games as long as the longest that a room plays, made of one that was really played."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wargame.model.events import ActResolved, Record, SystemSettled

LONG = 10_000
"""Events of a long game."""


def stretched(records: Sequence[Record], count: int = LONG) -> tuple[Record, ...]:
    """The same game with everything that happened told again and again, in place, and numbered."""
    happened = sum(isinstance(record.event, ActResolved | SystemSettled) for record in records)
    rest = len(records) - happened
    times, left = divmod(count - rest, happened)

    def events() -> Iterator[Record]:
        more = left
        for record in records:
            if isinstance(record.event, ActResolved | SystemSettled):
                repeats = times + (more > 0)
                more -= 1
                yield from (record for _ in range(repeats))
            else:
                yield record

    return tuple(
        Record(number, record.at, record.event) for number, record in enumerate(events(), start=1)
    )
