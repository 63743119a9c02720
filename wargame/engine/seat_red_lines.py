"""A seat's own red lines as it sees them: whether it read one as crossed, and its promises."""

from __future__ import annotations

from collections.abc import Sequence

from wargame.engine.line_book import red_lines_of
from wargame.engine.turn_review import SURE
from wargame.model.ids import ActorId
from wargame.model.red_lines import OwnLine
from wargame.model.scenario import Scenario
from wargame.model.seat_view import KnownEvent, RedLineView
from wargame.model.world import World

FRESH_DAYS = 30.0
"""Days before the game in which a crossed line is still fresh."""


def red_lines_known(
    scenario: Scenario, world: World, seat: ActorId, known: Sequence[KnownEvent]
) -> tuple[RedLineView, ...]:
    """Every line of a seat, the scenario's first."""
    given = {line.id for line in scenario.actor[seat].red_lines}
    return tuple(
        _red_line(world, own, known, is_drawn=own.line.id not in given)
        for own in red_lines_of(scenario, world, seat)
    )


def _red_line(
    world: World, own: OwnLine, known: Sequence[KnownEvent], *, is_drawn: bool
) -> RedLineView:
    """A red line, crossed in the turn in which the seat first read an act as crossing it.

    What happened in the last weeks before the game counts too, as turn 0; what the team itself
    took for a crossing counts whatever its rung.
    """
    line = own.line
    turns = [event.turn for event in known if event.crosses == line.id or _reads(own, event)]
    crossed = min((turn for turn in turns if turn), default=0 if turns else None)
    return RedLineView(
        id=line.id,
        text=line.text,
        rung=line.rung,
        promise=line.promise,
        public=line.public,
        crossed=crossed,
        promise_turns=world.turn - crossed if crossed else None,
        kept=_kept(world, own) if crossed is not None else None,
        is_drawn=is_drawn,
        front=line.front,
        against=line.against,
        answer=own.answer,
        within=own.within,
    )


def _reads(own: OwnLine, event: KnownEvent) -> bool:
    line = own.line
    against = line.against or (own.seat,)
    return (
        event.day >= -FRESH_DAYS
        and event.read_rung is not None
        and event.read_rung >= line.rung
        and event.target in against
        and event.how != "own"
        and (not line.by or (event.actor in line.by and event.sure >= SURE))
    )


def _kept(world: World, own: OwnLine) -> bool | None:
    """Whether the promised answer came, for crossings that the seat saw; None while it is open."""
    judged = [
        c.kept
        for c in world.red_lines.crossings
        if (c.seat, c.line) == (own.seat, own.line.id)
        and c.seen
        and c.turn <= world.published_turn
        and c.kept is not None
    ]
    return all(judged) if judged else None
