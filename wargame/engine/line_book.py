"""The registry of red lines: what its events do to it, and which lines a seat has now."""

from __future__ import annotations

from dataclasses import replace

from wargame.model.actors import RedLine
from wargame.model.ids import ActorId
from wargame.model.red_lines import (
    Crossing,
    LineBook,
    LineCrossed,
    LineDrawn,
    LineDropped,
    LineEvent,
    OwnLine,
    PromiseJudged,
)
from wargame.model.scenario import Scenario
from wargame.model.world import World

ANSWER_BELOW = 3.0
"""Rungs by which a promised answer may stay below the line that was crossed."""

ANSWER_TURNS = 4
"""Turns in which the answer must come where the line names no other number."""


def apply_lines(book: LineBook, event: LineEvent) -> LineBook:
    """The registry after an event."""
    match event:
        case LineDrawn(line):
            others = tuple(o for o in book.own if (o.seat, o.line.id) != (line.seat, line.line.id))
            key = (line.seat, line.line.id)
            return replace(
                book,
                own=(*others, line),
                dropped=tuple(pair for pair in book.dropped if pair != key),
            )
        case LineDropped(seat, line):
            return replace(book, dropped=(*book.dropped, (seat, line)))
        case LineCrossed(crossing):
            return replace(book, crossings=(*book.crossings, crossing))
        case PromiseJudged(_, seat, line, act, kept, answered):

            def judged(c: Crossing) -> Crossing:
                same = (c.seat, c.line, c.act) == (seat, line, act)
                return replace(c, kept=kept, answered=answered) if same else c

            return replace(book, crossings=tuple(judged(c) for c in book.crossings))


def red_lines_of(scenario: Scenario, world: World, seat: ActorId) -> tuple[OwnLine, ...]:
    """Every line that a seat has now: the scenario's first, then those it drew itself.

    A line of the scenario that the seat drew anew is the seat's own from then on.
    """
    drawn = {own.line.id: own for own in world.red_lines.own if own.seat == seat}
    gone = {line for owner, line in world.red_lines.dropped if owner == seat}
    given = [
        drawn.pop(line.id)
        if line.id in drawn
        else OwnLine(seat, line, answer_rung(line), ANSWER_TURNS)
        for line in scenario.actor[seat].red_lines
    ]
    return tuple(line for line in (*given, *drawn.values()) if line.line.id not in gone)


def answer_rung(line: RedLine) -> float:
    """Lowest rung of an act that counts as the answer promised for a line."""
    return max(1.0, line.rung - ANSWER_BELOW)
