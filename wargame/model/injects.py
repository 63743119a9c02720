"""Injects: what control brings into a game, the session's list of them, and what becomes of each.

A scenario brings its own; a session's list begins as these and is edited, added to and imported
into. The list keeps only what differs from the scenario, so that it costs nothing until touched.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, Literal

from wargame.model.conditions import Condition
from wargame.model.ids import ActorId, FrontId, Phase, SourceId
from wargame.model.moves import Effect

InjectKind = Literal["news", "intelligence", "message", "event"]

Reliability = Literal["", "confirmed", "likely", "possible", "doubtful"]
"""How far an intelligence report can be leaned on; empty where nobody says."""

InjectState = Literal["waiting", "due", "held", "fired", "skipped"]


@dataclass(frozen=True, slots=True)
class Inject:
    """Something that control brings into the game.

    Attributes:
        id: Unique id.
        title: One line for the queue.
        text: What the seats read.
        kind: News, intelligence, message or event.
        to: Seats that get it; empty for all.
        when: What must hold for it to be due; None for by hand only.
        effects: What it changes, in terms of the world, an actor (``first``) or a pair.
        first: The actor that ``actor`` means in its effects.
        second: The actor that ``target`` means in its effects.
        front: The front that ``front`` means in its effects.
        sources: Sources of the facts in it; empty for invented injects.
        invented: True when the event did not happen in history.
        sender: From whom a message comes, in words; empty for control.
        reliability: How far an intelligence report can be leaned on.
        by_itself: Whether it is sent as soon as it is due; otherwise control is offered it.
        kept: What a spreadsheet held beside it: columns of its own, with their cells.
    """

    id: str
    title: str
    text: str
    kind: InjectKind
    to: tuple[ActorId, ...]
    when: Condition | None
    effects: tuple[Effect, ...]
    first: ActorId | None
    second: ActorId | None
    front: FrontId | None
    sources: tuple[SourceId, ...]
    invented: bool
    sender: str = ""
    reliability: Reliability = ""
    by_itself: bool = False
    kept: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """A ready answer of a scenario to a question that teams are likely to ask.

    Attributes:
        id: Unique id.
        question: What it answers, in one line.
        text: What the team reads.
        sources: Sources of the facts in it; empty for what is invented.
    """

    id: str
    question: str
    text: str
    sources: tuple[SourceId, ...]


@dataclass(frozen=True, slots=True)
class InjectLine:
    """An inject of the session's list as it stands.

    Attributes:
        inject: The inject.
        state: What has become of it.
        turn: The turn in which that was decided; 0 while it waits.
    """

    inject: Inject
    state: InjectState = "waiting"
    turn: int = 0

    @property
    def is_open(self) -> bool:
        """Whether it can still come."""
        return self.state in {"waiting", "due", "held"}


@dataclass(frozen=True, slots=True)
class Delivery:
    """What seats were given by control.

    Attributes:
        inject: Id of the inject.
        title: One line.
        text: What they read.
        kind: News, intelligence, message or event.
        sender: From whom a message comes; empty for control.
        reliability: How far an intelligence report can be leaned on.
        to: The seats that got it.
        is_public: Whether everybody got it.
        turn: The turn.
        phase: Its phase.
    """

    inject: str
    title: str
    text: str
    kind: InjectKind
    sender: str
    reliability: Reliability
    to: tuple[ActorId, ...]
    is_public: bool
    turn: int
    phase: Phase


@dataclass(frozen=True, slots=True)
class InjectBook:
    """What a session has done to its list of injects.

    Attributes:
        lines: Injects that were edited, added or have come to something, in the list's order.
        deliveries: What seats were given, oldest first.
        by_themselves: Whether due injects that say so are sent without being offered.
        on_hold: Whether nothing becomes due for now.
        exercise_minutes: Minutes of the exercise when the clock was last kept.
        turn_minutes: Minutes of the turn then.
        planning_minutes: Minutes of its planning phase then.
    """

    lines: tuple[InjectLine, ...] = ()
    deliveries: tuple[Delivery, ...] = ()
    by_themselves: bool = True
    on_hold: bool = False
    exercise_minutes: float = 0.0
    turn_minutes: float = 0.0
    planning_minutes: float = 0.0


def inject_lines(own: Iterable[Inject], book: InjectBook) -> tuple[InjectLine, ...]:
    """The whole list: the scenario's injects as they stand, then those of the session."""
    changed = {line.inject.id: line for line in book.lines}
    first = [changed.get(inject.id, InjectLine(inject)) for inject in own]
    for line in first:
        changed.pop(line.inject.id, InjectLine(line.inject))
    return (*first, *changed.values())


# Events


@dataclass(frozen=True, slots=True)
class InjectsWritten:
    """Injects were added to the list, or written anew under the same id."""

    kind: ClassVar[str] = "injects-written"
    injects: tuple[Inject, ...]


@dataclass(frozen=True, slots=True)
class InjectsMarked:
    """Injects became due, or were held, released or skipped.

    Attributes:
        turn: The turn.
        injects: Ids.
        state: What they are now; never ``fired``.
    """

    kind: ClassVar[str] = "injects-marked"
    turn: int
    injects: tuple[str, ...]
    state: InjectState


@dataclass(frozen=True, slots=True)
class InjectFired:
    """An inject was sent; what it moves stands in a settled system right after it.

    Attributes:
        inject: As it was sent.
        delivery: What the seats got.
    """

    kind: ClassVar[str] = "inject-fired"
    inject: Inject
    delivery: Delivery


@dataclass(frozen=True, slots=True)
class InjectsSwitched:
    """Control changed how due injects are treated in this session."""

    kind: ClassVar[str] = "injects-switched"
    by_themselves: bool
    on_hold: bool


@dataclass(frozen=True, slots=True)
class InjectClockKept:
    """The clock of the injects was noted, so that a reopened session goes on from there."""

    kind: ClassVar[str] = "inject-clock-kept"
    exercise_minutes: float
    turn_minutes: float
    planning_minutes: float


InjectEvent = InjectsWritten | InjectsMarked | InjectFired | InjectsSwitched | InjectClockKept

INJECT_EVENTS: tuple[type[InjectEvent], ...] = (
    InjectsWritten,
    InjectsMarked,
    InjectFired,
    InjectsSwitched,
    InjectClockKept,
)
