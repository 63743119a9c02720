"""A scenario: everything an author writes, checked and frozen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from wargame.model.actors import Actor, Relation, StartValue
from wargame.model.ids import ActorId, Basis, FrontId, MoveId, SourceId
from wargame.model.injects import Answer, Inject
from wargame.model.layout import Layout
from wargame.model.moves import Move


@dataclass(frozen=True, slots=True)
class Source:
    """A source that facts and numbers cite.

    Attributes:
        id: Short id, such as ``001`` or ``iaea-2024-08``.
        title: What it is, in our words.
        kind: One of the five source documents, a public page, a dataset, literature, standing
            knowledge, or derived from other figures.
        date: When it was written, as far as known; may be empty.
        note: What to know before leaning on it.
        confidence: How far it can be leaned on.
    """

    id: SourceId
    title: str
    kind: Literal["source-document", "public", "dataset", "literature", "standing", "derived"]
    date: str
    note: str
    confidence: Literal["high", "medium", "low"]


@dataclass(frozen=True, slots=True)
class Parameter:
    """A constant of the law as this scenario sets it.

    Attributes:
        key: Dotted name, such as ``index.half_life_days``.
        value: The value used.
        low: Low end of the range that is sampled under parameter uncertainty.
        high: High end of that range.
        basis: What the value rests on.
        note: What it does and why this value.
        sources: Sources; empty only for judged values.
    """

    key: str
    value: float
    low: float
    high: float
    basis: Basis
    note: str
    sources: tuple[SourceId, ...]


@dataclass(frozen=True, slots=True)
class Front:
    """A front with its weight in the escalation index (MODEL D4).

    Attributes:
        id: Its id.
        name: What players read.
        weight: Weight in the index.
        note: What belongs to it, and why this weight.
        linked: Whether allied groups elsewhere tie their own fire to a truce here (MODEL M47).
    """

    id: FrontId
    name: str
    weight: float
    note: str
    linked: bool = False


@dataclass(frozen=True, slots=True)
class Rung:
    """A rung of the theatre ladder (MODEL D3).

    Attributes:
        number: 0 to 20.
        name: What players read.
        kahn: Kahn's rungs that it answers to.
        crosses: Name of the threshold that lies just below it; empty for none.
    """

    number: int
    name: str
    kahn: str
    crosses: str


@dataclass(frozen=True, slots=True)
class Band:
    """A band of the escalation index; it starts at ``index_from`` and ends where the next begins.

    Attributes:
        number: From 1, lowest first.
        name: What players read.
        index_from: First index of the band, 0 to 100.
        rung_from: First rung of the band.
        rung_to: Last rung of the band.
        meaning: What it means, in one sentence.
    """

    number: int
    name: str
    index_from: float
    rung_from: int
    rung_to: int
    meaning: str


@dataclass(frozen=True, slots=True)
class PastAct:
    """An act before the game began that shaped the starting state, for the history line.

    Attributes:
        day: When it happened.
        actor: Who acted.
        target: Against whom; None for none.
        what: What happened, in our words.
        rung: Theatre rung.
        front: Front it heated.
        sources: Sources.
        confidence: How sure it is; rows that rest on standing knowledge or were derived cite
            sources of that kind.
    """

    day: date
    actor: ActorId
    target: ActorId | None
    what: str
    rung: float
    front: FrontId
    sources: tuple[SourceId, ...]
    confidence: Literal["high", "medium", "low"]


@dataclass(frozen=True, slots=True)
class OngoingAct:
    """A sustained or standing move that is already going on when the game begins."""

    actor: ActorId
    move: MoveId
    target: ActorId | None


@dataclass(frozen=True, slots=True)
class ChronicleAct:
    """What an actor is recorded to have done, as a move: what a seat played by history orders.

    Attributes:
        day: When it happened.
        actor: Who acted.
        move: The move of the catalogue that comes nearest.
        target: Against whom; None for none.
        what: What happened, in our words.
        sources: Sources.
    """

    day: date
    actor: ActorId
    move: MoveId
    target: ActorId | None
    what: str
    sources: tuple[SourceId, ...]


@dataclass(frozen=True, slots=True)
class StartPoint:
    """A day from which the scenario can be played.

    Attributes:
        id: Unique id, such as ``2024-07-31``.
        title: What players read.
        day: First day of turn 1.
        values: Starting values, over the defaults of ``model/variables.py``.
        public_briefing: Markdown text that every seat reads.
        past: What happened before, oldest first.
        ongoing: Moves that are already going on.
    """

    id: str
    title: str
    day: date
    values: tuple[StartValue, ...]
    public_briefing: str
    past: tuple[PastAct, ...]
    ongoing: tuple[OngoingAct, ...]


@dataclass(frozen=True)
class Scenario:
    """A scenario, checked: every id in it points somewhere.

    Attributes:
        id: Folder name, such as ``after-tehran``.
        title: What players read.
        line: One line for the card on the start page.
        version: The author's version of the scenario.
        turns: Turns of a full game.
        turn_days: Days of a turn.
        minutes: Planned length in minutes.
        plan_minutes: Default length of the planning phase in minutes.
        max_orders: Orders a seat may give in a turn.
        seed: Default seed.
        note: Note for participants (Markdown).
        first: First start point; see ``starts``.
        chronicle: What actors did in history, oldest first; empty where there is none.
    """

    id: str
    title: str
    line: str
    version: str
    turns: int
    turn_days: float
    minutes: int
    plan_minutes: int
    max_orders: int
    seed: int
    note: str
    actors: tuple[Actor, ...]
    relations: tuple[Relation, ...]
    fronts: tuple[Front, ...]
    rungs: tuple[Rung, ...]
    bands: tuple[Band, ...]
    moves: tuple[Move, ...]
    injects: tuple[Inject, ...]
    parameters: tuple[Parameter, ...]
    sources: tuple[Source, ...]
    starts: tuple[StartPoint, ...]
    answers: tuple[Answer, ...] = ()
    chronicle: tuple[ChronicleAct, ...] = ()

    @cached_property
    def layout(self) -> Layout:
        """Where each number of this scenario's worlds lies."""
        return Layout(tuple(a.id for a in self.actors), tuple(f.id for f in self.fronts))

    @cached_property
    def actor(self) -> dict[ActorId, Actor]:
        """Actors by id."""
        return {a.id: a for a in self.actors}

    @cached_property
    def move(self) -> dict[MoveId, Move]:
        """Moves by id."""
        return {m.id: m for m in self.moves}

    @cached_property
    def parameter(self) -> dict[str, Parameter]:
        """Parameters by key."""
        return {p.key: p for p in self.parameters}

    @cached_property
    def start(self) -> dict[str, StartPoint]:
        """Start points by id."""
        return {s.id: s for s in self.starts}

    @property
    def seats(self) -> tuple[Actor, ...]:
        """The playable actors, in the scenario's order."""
        return tuple(a for a in self.actors if a.playable)

    def parameter_value(self, key: str, otherwise: float) -> float:
        """The value of a parameter, or another number where the scenario says nothing."""
        found = self.parameter.get(key)
        return found.value if found else otherwise

    def band_of(self, index: float) -> Band:
        """The band of an index, 0 to 100; an index on a cut-off belongs to the higher band."""
        found = self.bands[0]
        for band in self.bands:
            if index >= band.index_from:
                found = band
        return found

    def front_between(self, first: ActorId, second: ActorId, home_soil: bool) -> FrontId:
        """The front that an act between two actors heats; the last front where nothing is said."""
        for relation in self.relations:
            if {relation.first, relation.second} == {first, second}:
                chosen = (
                    relation.home_front if home_soil and relation.home_front else relation.front
                )
                if chosen:
                    return chosen
        return self.fronts[-1].id
