"""What happened as a point of view had it at a moment: known, unread, misread, or missed.

What a seat knew comes through the same door as its screen did; what it missed is laid between.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from wargame.engine.overheard import overheard_by
from wargame.engine.seat_channels import channels_for, messages_of
from wargame.engine.visibility import SURE, known_happening, known_past
from wargame.engine.words import act_words, actor_name, moment_words
from wargame.model.debrief_view import SeenRow
from wargame.model.happenings import ActResolved
from wargame.model.ids import ActorId
from wargame.model.perceptions import Perception
from wargame.model.scenario import Scenario
from wargame.model.seat_view import KnownEvent
from wargame.model.world import Happening, World
from wargame.play.words.warned_lines import meant_rung

LATEST_SEEN = 60
"""Things known that are listed, latest first, and as many that were missed."""
WRONG_RUNGS = 2.0
"""Rungs between meant and read from which a seat has read an act wrongly."""

Turn = tuple[tuple[int, Happening], ...]
_Dated = tuple[float, SeenRow]
_HOW = {
    "own": "Own move",
    "target": "Felt it",
    "public": "Public",
    "told": "Was told",
    "intelligence": "By intelligence",
}


class SeenBook:
    """What was seen in worlds of one game; turns that are over are read once."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self._kept: dict[tuple[ActorId | None, int], tuple[Turn, bool, tuple[_Dated, ...]]] = {}
        self._things: dict[tuple[ActorId | None, int, bool], tuple[Happening, _Dated | None]] = {}

    def rows(self, world: World, seat: ActorId | None) -> tuple[SeenRow, ...]:
        """The latest things, latest first; with ``seat`` None as everyone.

        What was missed never takes the place of what was known: each has a count of its own.
        """
        found = []
        known = missed = 0
        for row in self._latest(world, seat):
            if row.is_missed:
                missed += 1
                if missed > LATEST_SEEN:
                    continue
            else:
                known += 1
            found.append(row)
            if known == LATEST_SEEN:
                break
        return tuple(found)

    def _latest(self, world: World, seat: ActorId | None) -> Iterator[SeenRow]:
        read = {p.act: p for p in world.perceptions if p.seat == seat}
        for turn in range(len(world.turns), 0, -1):
            rows = list(self._turn(world, turn, seat))
            if seat is not None:
                rows += self._heard(world, turn, seat)
                rows += self._messages(world, turn, seat)
                rows.sort(key=lambda dated: dated[0])
            for _, row in reversed(rows):
                yield _as_read(row, read.get(row.number))
        if seat is not None:
            yield from self._before(world)

    def _before(self, world: World) -> Iterator[SeenRow]:
        """What everybody knows of the time before the game, latest first."""
        start = world.settings.start
        past = self._scenario.start[start].past
        for number in range(len(past), 0, -1):
            known = known_past(self._scenario, start, past[number - 1], number)
            yield _known_row(0, known, "")

    def _turn(self, world: World, turn: int, seat: ActorId | None) -> tuple[_Dated, ...]:
        happened = world.turns[turn - 1]
        is_out = turn <= world.published_turn
        kept = self._kept.get((seat, turn))
        if kept is None or kept[0] is not happened or kept[1] != is_out:
            start = world.settings.start
            made = tuple(self._made(start, happened, seat, is_out=is_out))
            kept = (happened, is_out, made)
            self._kept[seat, turn] = kept
        return kept[2]

    def _made(
        self, start: str, happened: Turn, seat: ActorId | None, *, is_out: bool
    ) -> Iterator[_Dated]:
        for number, happening in happened:
            key = (seat, number, is_out)
            kept = self._things.get(key)
            if kept is None or kept[0] is not happening:
                made = self._dated(start, number, happening, seat, is_out=is_out)
                kept = (happening, made)
                self._things[key] = kept
            if kept[1] is not None:
                yield kept[1]

    def _dated(
        self, start: str, number: int, happening: Happening, seat: ActorId | None, *, is_out: bool
    ) -> _Dated | None:
        """One thing with its day; None for what is not listed."""
        if seat is None:
            if not isinstance(happening, ActResolved) or not _is_news(happening):
                return None
            others = len(happening.sightings) - 1
            note = f"Seen by {others} {'other' if others == 1 else 'others'}"
            return happening.day, self._act_row(start, number, happening, note)
        known = None
        if is_out:
            known = known_happening(self._scenario, start, happening, seat, number)
        if known is not None:
            row = _known_row(number, known, self._wrong(happening, known))
            if isinstance(happening, ActResolved) and known.how != "own":
                meant = meant_rung(self._scenario, happening.order)
                row = replace(row, meant=happening.rung if meant is None else meant)
            return known.day, row
        if not isinstance(happening, ActResolved) or happening.goes_on:
            return None
        is_seen = any(sighting.seat == seat for sighting in happening.sightings)
        note = "Not yet known" if is_seen else "Never known to it"
        if happening.actor == seat:
            note = "Own move, outcome not yet out"
        row = self._act_row(start, number, happening, note, is_missed=True)
        return happening.day, row

    def _act_row(
        self, start: str, number: int, act: ActResolved, note: str, *, is_missed: bool = False
    ) -> SeenRow:
        return SeenRow(
            number=number,
            turn=act.turn,
            when=moment_words(self._scenario, start, act.day),
            actor=act.actor,
            target=act.order.target,
            words=act_words(self._scenario, act),
            rung=act.rung,
            note=note,
            is_missed=is_missed,
        )

    def _wrong(self, happening: Happening, known: KnownEvent) -> str:
        """Whom it took for the actor, where it was another."""
        if not isinstance(happening, ActResolved) or known.actor == happening.actor:
            return ""
        name = actor_name(self._scenario, happening.actor)
        if known.actor is None:
            return f"Did not know that it was {name}"
        return f"Took {actor_name(self._scenario, known.actor)} for {name}"

    def _heard(self, world: World, turn: int, seat: ActorId) -> Iterator[_Dated]:
        if turn <= world.published_turn:
            for heard in overheard_by(self._scenario, world, seat, turn, 0):
                yield heard.day, _known_row(0, heard, "")

    def _messages(self, world: World, turn: int, seat: ActorId) -> Iterator[_Dated]:
        """Words that reached the seat; those it has not opened say so."""
        if not any(m.turn == turn for m in world.channels.messages):
            return
        scenario = self._scenario
        views = channels_for(scenario, world, seat).messages
        for message, view in zip(messages_of(world, seat), views, strict=True):
            if message.turn != turn or message.sender == seat:
                continue
            hour = message.arrives if message.to == seat and message.told else message.hour
            note = "Delivered, not opened" if view.is_new else "Read"
            yield (
                (message.turn - 1) * scenario.turn_days + max(hour, 0.0) / 24.0,
                SeenRow(
                    number=message.told or message.sent,
                    turn=message.turn,
                    when=view.when,
                    actor=view.by,
                    target=view.to,
                    words=f"“{view.words}”" if view.words else "An advance warning",
                    rung=None,
                    note=f"{note} · {view.status}",
                    is_missed=False,
                    is_unread=view.is_new,
                ),
            )


def _is_news(act: ActResolved) -> bool:
    return not act.goes_on or bool(act.killed)


def _known_row(number: int, known: KnownEvent, wrong: str) -> SeenRow:
    note = _HOW.get(known.how, known.how)
    late = known.turn > 0 and known.how != "own"
    if known.actor is not None and known.sure < SURE:
        note = f"{note}, {round(100 * known.sure)} % sure"
    return SeenRow(
        number=number,
        turn=known.turn,
        when=known.when,
        actor=known.actor,
        target=known.target,
        words=known.words,
        rung=known.read_rung,
        note=note,
        is_missed=False,
        learned=f"Learned with the outcome of turn {known.turn}" if late else "",
        wrong=wrong,
    )


def _as_read(row: SeenRow, read: Perception | None) -> SeenRow:
    """A row with the rung that the team recorded, and how far that was from what was meant."""
    rung = row.rung if read is None else read.rung
    wrong = row.wrong
    if rung is not None and row.meant is not None and abs(rung - row.meant) >= WRONG_RUNGS:
        way = "high" if rung > row.meant else "low"
        told = f"Read {abs(rung - row.meant):.0f} rungs too {way}"
        wrong = f"{wrong} · {told}" if wrong else told
    if rung == row.rung and wrong == row.wrong:
        return row
    return replace(row, rung=rung, wrong=wrong)


def as_known(rows: Iterable[SeenRow]) -> tuple[SeenRow, ...]:
    """What a seat itself may be shown of its point of view: nothing that it did not know."""
    return tuple(replace(row, number=0, wrong="", meant=None) for row in rows if not row.is_missed)
