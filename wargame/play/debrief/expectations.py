"""What seats expected, against what happened, with the Brier score of each.

Whoever strikes holds a belief of whether the other side replies. The belief is the engine's for the
moment before the act; whether a reply came is read from the acts of the same turn and the next.
Where a student said what is to be expected, those predictions count as the seat's own as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from wargame.engine.words import act_words, actor_name
from wargame.model.deeds_view import Given, Kept, WordAndDeed
from wargame.model.happenings import ActResolved
from wargame.model.ids import ActorId
from wargame.model.predictions import PredictionsMade
from wargame.play.debrief.replay import Replay
from wargame.play.practice.predictions.resolving import resolved

FORCE = 7.0
"""Rung from which an act is force used and a reply to it an answer."""
_OPEN = "Not known yet."
WITHIN = 1
"""Turns after the act in which an answer still counts as the reply."""


@dataclass(frozen=True, slots=True)
class _Struck:
    """An act of force of one seat on another, and the belief with which it was done."""

    place: int
    turn: int
    actor: ActorId
    target: ActorId
    share: float
    words: str
    answered: int


class Expectations:
    """Beliefs of a game and their scores; read once, asked at any moment."""

    def __init__(self, replay: Replay) -> None:
        self._replay = replay
        self._struck = self._read()
        self._predicted = tuple(self._predictions())

    def until(self, place: int, seat: ActorId | None = None) -> tuple[WordAndDeed, ...]:
        """What was expected up to a place; what is still open then says so, latest last."""
        world = self._replay.world(place)
        rows = []
        for struck in self._struck:
            if struck.place > place or (seat is not None and struck.actor != seat):
                continue
            is_over = world.published_turn >= struck.turn + WITHIN or world.outcome is not None
            rows.append(self._row(struck, place, is_over=is_over))
        for made, decided, row in self._predicted:
            if made > place or (seat is not None and row.actor != seat):
                continue
            is_open = row.kept is Kept.OPEN or decided > place
            rows.append(replace(row, deed=_OPEN, kept=Kept.OPEN, place=made) if is_open else row)
        return tuple(rows)

    def came(self, place: int, seat: ActorId) -> dict[ActorId, str]:
        """What happened when a seat last struck each other, up to a place."""
        words = {Kept.KEPT: "Happened", Kept.BROKEN: "Did not", Kept.OPEN: "Open"}
        return {
            row.towards: words[row.kept]
            for row in self.until(place, seat)
            if row.towards is not None
        }

    def score(self, place: int, seat: ActorId) -> float | None:
        """The Brier score of a seat up to a place; None while nothing that it expected is over."""
        return brier(self.until(place, seat))

    def _read(self) -> tuple[_Struck, ...]:
        replay = self._replay
        layout = replay.scenario.layout
        acts = [
            (place, record.event)
            for place, record in enumerate(replay.line)
            if isinstance(record.event, ActResolved)
            and record.event.rung >= FORCE
            and record.event.order.target is not None
        ]
        found = []
        for at, (place, act) in enumerate(acts):
            target = act.order.target
            pair = ("belief", act.actor, target)
            if target is None or act.goes_on or pair not in layout.places:
                continue
            reply = next(
                (
                    where
                    for where, other in acts[at + 1 :]
                    if (other.actor, other.order.target) == (target, act.actor)
                    and other.turn <= act.turn + WITHIN
                ),
                -1,
            )
            share = layout.read(replay.world(place - 1).values, "belief", act.actor, target)
            words = act_words(replay.scenario, act)
            found.append(_Struck(place, act.turn, act.actor, target, share, words, reply))
        return tuple(found)

    def _predictions(self) -> Iterator[tuple[int, int, WordAndDeed]]:
        """What a student predicted: the places of saying and of deciding it, and the row."""
        replay = self._replay
        made = {
            record.event.turn: (place, record.event.seat)
            for place, record in enumerate(replay.line)
            if isinstance(record.event, PredictionsMade)
        }
        for one in resolved(replay.scenario, replay.line) if made else ():
            place, seat = made[one.turn]
            decided = replay.place_of(one.cites[-1]) if one.cites else place
            engine = "" if one.engine is None else f" The engine said {100 * one.engine:.0f} %."
            kept, came = Kept.OPEN, _OPEN
            if one.happened is not None:
                kept = Kept.KEPT if one.happened else Kept.BROKEN
                came = "It came about." if one.happened else "It did not come about."
            row = WordAndDeed(
                given=Given.FORECAST,
                actor=seat,
                towards=None,
                words=one.words,
                deed=f"{came}{engine}",
                kept=kept,
                share=one.chance,
                place=decided,
                turn=one.turn,
            )
            yield place, decided, row

    def _row(self, struck: _Struck, place: int, *, is_over: bool) -> WordAndDeed:
        other = actor_name(self._replay.scenario, struck.target)
        row = WordAndDeed(
            given=Given.FORECAST,
            actor=struck.actor,
            towards=struck.target,
            words=f"{struck.words}: {other} replies",
            deed=f"No reply by the end of turn {struck.turn + WITHIN}.",
            kept=Kept.BROKEN,
            share=struck.share,
            place=struck.place,
            turn=struck.turn,
        )
        if 0 <= struck.answered <= place:
            reply = self._replay.line[struck.answered].event
            rung = f" at R{reply.rung:.0f}" if isinstance(reply, ActResolved) else ""
            return replace(row, deed=f"It replied{rung}.", kept=Kept.KEPT, place=struck.answered)
        if not is_over:
            return replace(row, deed=_OPEN, kept=Kept.OPEN)
        return row


def brier(rows: Iterable[WordAndDeed]) -> float | None:
    """The mean squared distance of what was held likely from what happened; None without any.

    0 is perfect, 0.25 is a coin, 1 is certain and wrong.
    """
    told = [
        (row.share - (1.0 if row.kept is Kept.KEPT else 0.0)) ** 2
        for row in rows
        if row.share is not None and row.kept in {Kept.KEPT, Kept.BROKEN}
    ]
    return sum(told) / len(told) if told else None
