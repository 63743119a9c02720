"""The rows of the list of injects, made anew only where something that they say has changed.

A list may hold thousands; most events change nothing that a trigger asks about, and from second to
second only the countdowns move.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from wargame.engine.conditions import Moment, holds
from wargame.model.conditions import Elapsed, Since
from wargame.model.inject_view import InjectRow
from wargame.model.injects import InjectLine
from wargame.play.words.trigger_words import is_by_clock, next_clock, trigger_words

Minutes = Mapping[Since, float]
"""Minutes on the clock on the wall, of the exercise, the turn and its planning."""


@dataclass(frozen=True, slots=True)
class _Known:
    """A row as it was made last, what it was made of, and the clock that counts down to it."""

    line: InjectLine
    number: int
    ground: int
    row: InjectRow
    clock: Elapsed | None


class InjectRows:
    """Remembers the rows of one game's list."""

    def __init__(self) -> None:
        self._known: dict[str, _Known] = {}
        self._ground = 0
        self._seen: tuple[object, ...] = ()

    def rows(
        self,
        lines: Iterable[InjectLine],
        moment: Moment,
        minutes: Minutes,
        *,
        on_hold: bool,
        went_back: int,
    ) -> tuple[InjectRow, ...]:
        """The rows of these lines now.

        Args:
            lines: The whole list.
            moment: What triggers are judged against.
            minutes: Minutes on the clock on the wall.
            on_hold: Whether nothing becomes due for now.
            went_back: Number of the event with which the game last went back; 0 for none.
        """
        acts, messages = len(moment.acts), len(moment.messages)
        seen = (moment.values, moment.turn, acts, messages, on_hold, went_back)
        if seen != self._seen:
            self._seen = seen
            self._ground += 1
        return tuple(
            self._row(number, line, moment, minutes, on_hold)
            for number, line in enumerate(lines, start=1)
        )

    def _row(
        self, number: int, line: InjectLine, moment: Moment, minutes: Minutes, on_hold: bool
    ) -> InjectRow:
        known = self._known.get(line.inject.id)
        if known is not None and (known.line, known.number) == (line, number):
            if not line.is_open:
                return known.row
            if known.ground == self._ground:
                row = _counted_down(known, minutes)
                if row is not None:
                    return row
        when = line.inject.when
        waits = line.state == "waiting"
        clock = next_clock(when, moment) if waits else None
        is_due = waits and not on_hold and when is not None and holds(when, moment)
        row = InjectRow(
            number=number,
            inject=line.inject,
            state="due" if is_due else line.state,
            turn=line.turn,
            to=", ".join(line.inject.to) or "All seats",
            trigger=trigger_words(when, moment),
            due_in=clock.minutes - minutes[clock.since] if clock is not None else None,
            by_clock=is_by_clock(when),
        )
        self._known[line.inject.id] = _Known(line, number, self._ground, row, clock)
        return row


def _counted_down(known: _Known, minutes: Minutes) -> InjectRow | None:
    """A row of an unchanged game a moment later; None where its time has come."""
    if known.clock is None:
        return known.row
    due_in = known.clock.minutes - minutes[known.clock.since]
    if due_in == known.row.due_in:
        return known.row
    return replace(known.row, due_in=due_in) if due_in > 0 else None
