"""Going through a finished game: its course, and any moment as everyone or one seat had it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from wargame.engine.visibility import known_with_origins
from wargame.engine.words import act_words, moment_words
from wargame.model.debrief_view import (
    Course,
    DebriefMoment,
    Mark,
    MeantRow,
    PairGap,
    SeenRow,
    TurningPoint,
)
from wargame.model.events import Record
from wargame.model.happenings import ActResolved, SystemSettled
from wargame.model.ids import ActorId, Controller, Phase
from wargame.model.ledger import total_change
from wargame.model.rulings import ActRuled, OrderRuled
from wargame.model.seat_view import ActorLabel
from wargame.model.world import World
from wargame.play.dealings.perceptions import ReadAct, read_acts
from wargame.play.debrief.replay import Replay
from wargame.play.words.event_words import event_words

LARGEST_POINTS = 6
"""Movements of the index that are named as turning points."""
LATEST_SEEN = 60
"""Things known that are listed, latest first."""
FEWEST_ACTS = 3
"""Acts below which a pair's mean says nothing."""
LOUD_RUNG = 3.0
"""Acts below it are talk; they are no measure of how one reads the other's force."""


class Debrief:
    """Questions about a game that is looked back on."""

    def __init__(self, replay: Replay) -> None:
        self._replay = replay
        self._end = replay.world(replay.last)
        self._shares = dict(self._act_shares())

    def course(self) -> Course:
        """The whole game."""
        replay, world = self._replay, self._end
        scenario = replay.scenario
        people = (Controller.PEOPLE, Controller.FACILITATOR)
        seats = sorted(world.seats, key=lambda seat: seat.controller not in people)
        days = [record.at[:10] for record in replay.line]
        return Course(
            scenario=scenario.title,
            session=world.settings.title,
            played=(days[0], days[-1]),
            turns=scenario.turns,
            events=len(replay.line),
            logged=replay.logged,
            seed=world.settings.seed,
            actors=tuple(ActorLabel(a.id, a.full_name, a.camp, a.place) for a in scenario.actors),
            seats=tuple(seat.actor for seat in seats),
            bands=scenario.bands,
            line=tuple(self._index_line()),
            marks=tuple(self._marks()),
            turning_points=self._turning_points(),
            turn_places=replay.turn_places(),
        )

    def moment(self, place: int, seat: ActorId | None = None) -> DebriefMoment:
        """A moment, as everyone (None) or as one seat had it.

        Raises:
            RuleError: The game has no such moment.
        """
        replay = self._replay
        world = replay.world(place)
        record = replay.line[place]
        acts = [self._meant_row(act) for act in read_acts(replay.scenario, world)]
        return DebriefMoment(
            place=place,
            number=record.number,
            turn=world.turn,
            phase=world.phase,
            when=self._when(world, record),
            what=event_words(replay.scenario, record.event),
            x=self._x(world, place),
            index=replay.scenario.layout.read(world.values, "index"),
            seat=seat,
            meant=tuple(r for r, act in acts if act.turn == world.turn and _says_something(r)),
            gaps=pair_gaps(r for r, _ in acts if _says_something(r)),
            seen=tuple(self._seen(world, seat)),
            beliefs=self._beliefs(world, seat) if seat is not None else (),
        )

    # The course

    def _act_shares(self) -> Iterator[tuple[int, tuple[int, float]]]:
        """Each act's turn and where in its turn it took place, by the event's number."""
        days = self._replay.scenario.turn_days
        for number, happening in self._end.happenings():
            if isinstance(happening, ActResolved):
                share = (happening.day - (happening.turn - 1) * days) / days
                yield number, (happening.turn, min(1.0, max(0.0, share)))

    def _index_line(self) -> Iterator[tuple[float, float, int]]:
        """The index after each movement; a turn's movements stand in the order of its events."""
        layout = self._replay.scenario.layout
        first = self._replay.world(0)
        index = layout.read(first.values, "index")
        yield 0.0, index, 0
        for turn, (begun, after) in enumerate(self._turn_spans(), start=1):
            steps = [
                (place, total_change(getattr(record.event, "ledger", ()), "index"))
                for place, record in self._happened(begun, after)
            ]
            moved = [(place, change) for place, change in steps if change]
            for nth, (place, change) in enumerate(moved, start=1):
                index += change
                yield turn - 1 + nth / len(moved), index, place

    def _turn_spans(self) -> Iterator[tuple[int, int]]:
        starts = [place for _, place in self._replay.turn_places()]
        yield from pairwise((*starts, len(self._replay.line)))

    def _happened(self, begun: int, after: int) -> Iterator[tuple[int, Record]]:
        for place in range(begun, after):
            record = self._replay.line[place]
            if isinstance(record.event, ActResolved | SystemSettled | ActRuled | OrderRuled):
                yield place, record

    def _marks(self) -> Iterator[Mark]:
        for place, record in enumerate(self._replay.line):
            event = record.event
            if isinstance(event, ActResolved) and not event.goes_on:
                turn, share = self._shares.get(record.number, (event.turn, 0.5))
                yield Mark(place, turn, share, event.rung)

    def _turning_points(self) -> tuple[TurningPoint, ...]:
        found = []
        for place, record in enumerate(self._replay.line):
            event = record.event
            if not isinstance(event, ActResolved):
                continue
            change = total_change(event.ledger, "index")
            if change:
                turn, share = self._shares.get(record.number, (event.turn, 0.5))
                words = f"{event.actor}: {act_words(self._replay.scenario, event)}"
                found.append(TurningPoint(place, record.number, turn, share, words, change))
        largest = sorted(found, key=lambda point: -abs(point.change))[:LARGEST_POINTS]
        return tuple(sorted(largest, key=lambda point: point.place))

    # A moment

    def _when(self, world: World, record: Record) -> str:
        event = record.event
        start = world.settings.start
        if isinstance(event, ActResolved):
            return moment_words(self._replay.scenario, start, event.day)
        days = self._replay.scenario.turn_days
        begun = (max(1, world.turn) - 1) * days
        is_over = world.phase not in {Phase.BRIEF, Phase.PLAN}
        return moment_words(self._replay.scenario, start, begun + (days if is_over else 0.0))

    def _x(self, world: World, place: int) -> float:
        """The moment on the plot: where in its turn's events it stands."""
        if world.turn == 0:
            return 0.0
        begun, after = list(self._turn_spans())[world.turn - 1]
        happened = [at for at, _ in self._happened(begun, after)]
        if not happened:
            return float(world.turn - 1)
        done = sum(at <= place for at in happened)
        return world.turn - 1 + done / len(happened)

    def _meant_row(self, act: ReadAct) -> tuple[MeantRow, ReadAct]:
        reads = tuple(
            (by.seat, by.estimate if by.read is None else by.read, by.read is not None)
            for by in act.readers
        )
        crossed = tuple(by.seat for by in act.readers if by.line)
        place = self._replay.place_of(act.number)
        row = MeantRow(
            number=act.number,
            place=place,
            actor=act.actor,
            target=act.target,
            words=act.words,
            meant=act.meant,
            rung=act.rung,
            reads=reads,
            crossed=crossed,
        )
        return row, act

    def _seen(self, world: World, seat: ActorId | None) -> list[SeenRow]:
        rows = self._everything(world) if seat is None else self._through(world, seat)
        return rows[-LATEST_SEEN:][::-1]

    def _everything(self, world: World) -> list[SeenRow]:
        scenario, start = self._replay.scenario, world.settings.start
        rows = []
        for number, happening in world.happenings():
            if isinstance(happening, ActResolved):
                if happening.goes_on and not happening.killed:
                    continue
                rows.append(
                    SeenRow(
                        number=number,
                        turn=happening.turn,
                        when=moment_words(scenario, start, happening.day),
                        actor=happening.actor,
                        target=happening.order.target,
                        words=act_words(scenario, happening),
                        rung=happening.rung,
                        note=f"Seen by {len(happening.sightings) - 1} others",
                        is_missed=False,
                    )
                )
        return rows

    def _through(self, world: World, seat: ActorId) -> list[SeenRow]:
        """What a seat knew, and between it what it did not."""
        scenario, start = self._replay.scenario, world.settings.start
        known = {}
        rows: list[tuple[float, SeenRow]] = []
        for origin, event in known_with_origins(scenario, world, seat):
            known[origin] = event
            rows.append(
                (
                    event.day,
                    SeenRow(
                        number=origin,
                        turn=event.turn,
                        when=event.when,
                        actor=event.actor,
                        target=event.target,
                        words=event.words,
                        rung=event.read_rung,
                        note=_how(event.how, event.sure),
                        is_missed=False,
                    ),
                )
            )
        for number, act in world.happenings():
            if not isinstance(act, ActResolved) or act.goes_on or number in known:
                continue
            is_out = act.turn <= world.published_turn
            is_seen = any(sighting.seat == seat for sighting in act.sightings)
            if is_out and is_seen:
                continue
            note = "Not yet known" if is_seen else "Never known to it"
            row = SeenRow(
                number=number,
                turn=act.turn,
                when=moment_words(scenario, start, act.day),
                actor=act.actor,
                target=act.order.target,
                words=act_words(scenario, act),
                rung=act.rung,
                note=note,
                is_missed=True,
            )
            rows.append((act.day, row))
        rows.sort(key=lambda pair: pair[0])
        return [row for _, row in rows]

    def _beliefs(self, world: World, seat: ActorId) -> tuple[tuple[str, str], ...]:
        """How likely the seat held an answer of each rival to be."""
        scenario = self._replay.scenario
        told = []
        for actor in scenario.actors:
            if ("belief", seat, actor.id) in scenario.layout.places and actor.id != seat:
                share = scenario.layout.read(world.values, "belief", seat, actor.id)
                if share > 0:
                    told.append((share, f"{actor.name} answers if struck"))
        told.sort(key=lambda pair: -pair[0])
        return tuple((words, f"{round(100 * share)} %") for share, words in told[:6])


def _says_something(row: MeantRow) -> bool:
    """Whether an act was meant as something, or is more than talk."""
    return row.meant is not None or row.rung >= LOUD_RUNG or bool(row.crossed)


def pair_gaps(rows: Iterator[MeantRow]) -> tuple[PairGap, ...]:
    """How far above what was meant each pair reads, largest first.

    Where nothing was said about how an act was meant, the rung at which it took place stands in.
    """
    gaps: dict[tuple[ActorId, ActorId], list[float]] = defaultdict(list)
    for row in rows:
        meant = row.rung if row.meant is None else row.meant
        for reader, rung, _ in row.reads:
            gaps[reader, row.actor].append(rung - meant)
    found = [
        PairGap(reader, actor, sum(values) / len(values), len(values))
        for (reader, actor), values in gaps.items()
        if len(values) >= FEWEST_ACTS
    ]
    return tuple(sorted(found, key=lambda gap: (-abs(gap.gap), gap.reader, gap.actor)))


def _how(how: str, sure: float) -> str:
    """How something was known."""
    words = {
        "own": "Own move",
        "target": "Felt it",
        "public": "Public",
        "told": "Was told",
        "intelligence": "By intelligence",
    }.get(how, how)
    return words if sure >= 0.9 else f"{words}, {round(100 * sure)} % sure"
