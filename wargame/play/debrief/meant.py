"""Meant and read at any moment of a game: each act's row, and the gaps between pairs of actors.

Rows and sums of turns that are over are kept: from moment to moment only the last turn is new.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from wargame.engine.words import act_words
from wargame.model.debrief_view import MeantRow, PairGap
from wargame.model.happenings import ActResolved
from wargame.model.ids import ActorId
from wargame.model.perceptions import Perception
from wargame.model.red_lines import Crossing
from wargame.model.scenario import Scenario
from wargame.model.world import Happening, World
from wargame.play.words.warned_lines import meant_rung

FEWEST_ACTS = 3
"""Acts below which a pair's mean says nothing."""
LOUD_RUNG = 3.0
"""Acts below it are talk; they are no measure of how one reads the other's force."""

Turn = tuple[tuple[int, Happening], ...]
Readings = tuple[Perception, ...]
Crossings = tuple[Crossing, ...]
Sums = Mapping[tuple[ActorId, ActorId], tuple[float, int]]
"""For reader and actor: the sum of read minus meant, and how many acts it is over."""


@dataclass(frozen=True, slots=True)
class _TurnRows:
    """What was made of a turn, and of which turn, readings and crossings it was made."""

    turn: Turn
    readings: Readings
    crossings: Crossings
    rows: tuple[MeantRow, ...]
    sums: Sums


class MeantBook:
    """Rows of meant and read for worlds of one game."""

    def __init__(self, scenario: Scenario, place_of: Callable[[int], int]) -> None:
        self._scenario = scenario
        self._place_of = place_of
        self._kept: dict[int, _TurnRows] = {}
        self._acts: dict[int, tuple[ActResolved, MeantRow | None]] = {}

    def rows(self, world: World) -> tuple[MeantRow, ...]:
        """Acts of the world's turn that say something, oldest first."""
        if not 1 <= world.turn <= len(world.turns):
            return ()
        return self._turn_rows(world, world.turn).rows

    def gaps(self, world: World) -> tuple[PairGap, ...]:
        """How pairs have read each other up to now, the largest gap first."""
        totals: dict[tuple[ActorId, ActorId], tuple[float, int]] = {}
        for turn in range(1, len(world.turns) + 1):
            for pair, (more, acts) in self._turn_rows(world, turn).sums.items():
                total, count = totals.get(pair, (0.0, 0))
                totals[pair] = (total + more, count + acts)
        return _gaps(totals)

    def _turn_rows(self, world: World, turn: int) -> _TurnRows:
        happened = world.turns[turn - 1]
        first, last = (happened[0][0], happened[-1][0]) if happened else (0, -1)
        readings = tuple(p for p in world.perceptions if first <= p.act <= last)
        crossings = tuple(c for c in world.red_lines.crossings if first <= c.act <= last)
        kept = self._kept.get(turn)
        is_same = kept is not None and kept.turn is happened
        if kept is None or not is_same or (kept.readings, kept.crossings) != (readings, crossings):
            rows = tuple(self._made(happened, readings, crossings))
            kept = _TurnRows(happened, readings, crossings, rows, _sums(rows))
            self._kept[turn] = kept
        return kept

    def _made(self, happened: Turn, readings: Readings, crossings: Crossings) -> Iterator[MeantRow]:
        lines: dict[int, dict[ActorId, None]] = defaultdict(dict)
        for crossing in crossings:
            lines[crossing.act][crossing.seat] = None
        own: dict[int, dict[ActorId, Perception]] = defaultdict(dict)
        for reading in readings:
            own[reading.act][reading.seat] = reading
        for number, act in happened:
            if isinstance(act, ActResolved) and not act.goes_on:
                row = self._row(number, act, own.get(number, {}))
                if row is not None:
                    crossed = tuple(lines.get(number, ()))
                    yield replace(row, registered=crossed) if crossed else row

    def _row(
        self, number: int, act: ActResolved, own: Mapping[ActorId, Perception]
    ) -> MeantRow | None:
        """An act's row; one that nobody has recorded a reading of is made once."""
        if own:
            return self._made_row(number, act, own)
        kept = self._acts.get(number)
        if kept is None or kept[0] is not act:
            kept = (act, self._made_row(number, act, own))
            self._acts[number] = kept
        return kept[1]

    def _made_row(
        self, number: int, act: ActResolved, own: Mapping[ActorId, Perception]
    ) -> MeantRow | None:
        reads, crossed = [], []
        for sighting in act.sightings:
            if sighting.seat == act.actor:
                continue
            mine = own.get(sighting.seat)
            rung = sighting.rung if mine is None else mine.rung
            reads.append((sighting.seat, rung, mine is not None))
            if mine is not None and mine.line:
                crossed.append(sighting.seat)
        meant = meant_rung(self._scenario, act.order)
        is_talk = meant is None and act.rung < LOUD_RUNG and not crossed
        if not reads or is_talk:
            return None
        return MeantRow(
            number=number,
            place=self._place_of(number),
            actor=act.actor,
            target=act.order.target,
            words=act_words(self._scenario, act),
            meant=meant,
            rung=act.rung,
            reads=tuple(reads),
            crossed=tuple(crossed),
        )


def pair_gaps(rows: Iterable[MeantRow]) -> tuple[PairGap, ...]:
    """How far above what was meant each pair reads, largest first.

    Where nothing was said about how an act was meant, the rung at which it took place stands in.
    """
    return _gaps(_sums(rows))


def _sums(rows: Iterable[MeantRow]) -> Sums:
    values: dict[tuple[ActorId, ActorId], list[float]] = defaultdict(list)
    for row in rows:
        meant = row.rung if row.meant is None else row.meant
        for reader, rung, _ in row.reads:
            values[reader, row.actor].append(rung - meant)
    return {pair: (sum(gaps), len(gaps)) for pair, gaps in values.items()}


def _gaps(sums: Sums) -> tuple[PairGap, ...]:
    found = [
        PairGap(reader, actor, total / acts, acts)
        for (reader, actor), (total, acts) in sums.items()
        if acts >= FEWEST_ACTS
    ]
    return tuple(sorted(found, key=lambda gap: (-abs(gap.gap), gap.reader, gap.actor)))
