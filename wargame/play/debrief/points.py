"""Turning points of a game: its largest movements, lines that were crossed, and rulings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from wargame.engine.words import act_words, actor_name
from wargame.model.debrief_view import TurningPoint
from wargame.model.happenings import ActResolved
from wargame.model.ledger import total_change
from wargame.model.rulings import ActRuled, EndOverruled, OrderRuled
from wargame.play.debrief.replay import Replay

LARGEST_POINTS = 6
"""Movements of the index that are named as turning points."""
MOST_OTHERS = 8
"""Lines crossed, and rulings, that are named beside them."""

Shares = Mapping[int, tuple[int, float]]
"""For an act's number its turn, and where in its turn it took place."""


def turning_points(replay: Replay, shares: Shares) -> tuple[TurningPoint, ...]:
    """The turning points of a game, in its order; an act that is several is named once."""
    largest = sorted(_movements(replay, shares), key=lambda p: -abs(p.change))[:LARGEST_POINTS]
    taken = {point.place for point in largest}
    lines = [p for p in _crossings(replay, shares) if p.place not in taken][:MOST_OTHERS]
    rulings = list(_rulings(replay))[:MOST_OTHERS]
    return tuple(sorted((*largest, *lines, *rulings), key=lambda point: point.place))


def _movements(replay: Replay, shares: Shares) -> Iterator[TurningPoint]:
    for place, record in enumerate(replay.line):
        event = record.event
        if isinstance(event, ActResolved) and (change := total_change(event.ledger, "index")):
            turn, share = shares.get(record.number, (event.turn, 0.5))
            words = f"{event.actor}: {act_words(replay.scenario, event)}"
            yield TurningPoint(place, record.number, turn, share, words, change)


def _crossings(replay: Replay, shares: Shares) -> Iterator[TurningPoint]:
    """Each act that crossed a line of anybody, once."""
    named: set[int] = set()
    for crossing in replay.world(replay.last).red_lines.crossings:
        if crossing.act in named:
            continue
        named.add(crossing.act)
        turn, share = shares.get(crossing.act, (crossing.turn, 0.5))
        whose = actor_name(replay.scenario, crossing.seat)
        yield TurningPoint(
            place=replay.place_of(crossing.act),
            number=crossing.act,
            turn=turn,
            share=share,
            words=f"{crossing.by}: crossed a red line of {whose} at R{crossing.rung:.0f}",
            change=0.0,
            kind="line",
        )


def _rulings(replay: Replay) -> Iterator[TurningPoint]:
    for place, record in enumerate(replay.line):
        event = record.event
        words = ""
        if isinstance(event, ActRuled):
            words = "Control ruled otherwise than the law"
        elif isinstance(event, OrderRuled):
            words = f"{event.seat}: Ruled: {act_words(replay.scenario, event.act)}"
        elif isinstance(event, EndOverruled):
            words = "Control let the game go on"
        if words and isinstance(event, ActRuled | OrderRuled | EndOverruled):
            change = total_change(event.ledger, "index") if isinstance(event, ActRuled) else 0.0
            yield TurningPoint(place, record.number, event.turn, 1.0, words, change, "ruling")
