"""Going through a finished game: its course, and any moment as everyone or one seat had it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from wargame.engine.words import moment_words
from wargame.model.debrief_view import (
    Belief,
    Course,
    DebriefMoment,
    Mark,
    SeenRow,
)
from wargame.model.events import Record
from wargame.model.happenings import ActResolved, SystemSettled
from wargame.model.ids import ActorId, Controller, Phase
from wargame.model.ledger import total_change
from wargame.model.rulings import ActRuled, OrderRuled
from wargame.model.seat_view import ActorLabel
from wargame.model.world import World
from wargame.play.debrief.expectations import Expectations
from wargame.play.debrief.meant import MeantBook
from wargame.play.debrief.points import turning_points
from wargame.play.debrief.replay import Replay
from wargame.play.debrief.seen import SeenBook
from wargame.play.words.event_words import event_words

MOST_BELIEFS = 6


class Debrief:
    """Questions about a game that is looked back on.

    Attributes:
        expectations: What seats expected, and what came.
    """

    def __init__(self, replay: Replay) -> None:
        self._replay = replay
        self._end = replay.world(replay.last)
        self._shares = dict(self._act_shares())
        self._spans = tuple(self._turn_spans())
        self._meant = MeantBook(replay.scenario, replay.place_of)
        self._seen = SeenBook(replay.scenario)
        self._happenings: dict[int, tuple[int, ...]] = {}
        # Read once while the game is opened, in the background: later jumps find it done.
        self._meant.gaps(self._end)
        self.expectations = Expectations(replay)

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
            turning_points=turning_points(replay, self._shares),
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
        return DebriefMoment(
            place=place,
            number=record.number,
            turn=world.turn,
            phase=world.phase,
            when=self._when(world, record),
            what=event_words(replay.scenario, record.event),
            x=self._x(world, place),
            index=replay.scenario.layout.read(world.values, "index"),
            published=(world.published_turn, world.index_published[-1]),
            seat=seat,
            meant=self._meant.rows(world),
            gaps=self._meant.gaps(world),
            seen=self._seen.rows(world, seat),
            beliefs=self._beliefs(world, place, seat) if seat is not None else (),
            score=self.expectations.score(place, seat) if seat is not None else None,
        )

    def seen(self, place: int, seat: ActorId | None) -> tuple[SeenRow, ...]:
        """What was known at a moment, latest first, as everyone or as one seat had it.

        Raises:
            RuleError: The game has no such moment.
        """
        return self._seen.rows(self._replay.world(place), seat)

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
        for turn, (begun, after) in enumerate(self._spans, start=1):
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
        happened = self._happened_in(world.turn)
        if not happened:
            return float(world.turn - 1)
        return world.turn - 1 + bisect_right(happened, place) / len(happened)

    def _happened_in(self, turn: int) -> tuple[int, ...]:
        """Places of what happened in a turn."""
        if turn not in self._happenings:
            begun, after = self._spans[turn - 1]
            self._happenings[turn] = tuple(at for at, _ in self._happened(begun, after))
        return self._happenings[turn]

    def _beliefs(self, world: World, place: int, seat: ActorId) -> tuple[Belief, ...]:
        """How likely the seat held an answer of each rival to be."""
        scenario = self._replay.scenario
        came = self.expectations.came(place, seat)
        told = []
        for actor in scenario.actors:
            if ("belief", seat, actor.id) in scenario.layout.places and actor.id != seat:
                share = scenario.layout.read(world.values, "belief", seat, actor.id)
                if share > 0:
                    words = f"{actor.name} answers if struck"
                    told.append(Belief(words, share, came.get(actor.id, "")))
        # What came to it first, then what was held likeliest.
        told.sort(key=lambda belief: (not belief.came, -belief.share))
        return tuple(told[:MOST_BELIEFS])
