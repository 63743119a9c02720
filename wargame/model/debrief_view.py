"""What the debrief shows: the course of a game, and one moment of it from a point of view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from wargame.model.ids import ActorId, Phase
from wargame.model.scenario import Band
from wargame.model.seat_view import ActorLabel


@dataclass(frozen=True, slots=True)
class Mark:
    """An act on the scrubber.

    Attributes:
        place: Place on the line of the replay, from 0.
        turn: The turn.
        share: Where in the turn, 0 to 1, by the game's time.
        rung: The rung at which it took place.
    """

    place: int
    turn: int
    share: float
    rung: float


@dataclass(frozen=True, slots=True)
class TurningPoint:
    """A moment that changed the course of the game.

    Attributes:
        place: Place on the line of the replay, from 0.
        number: Number of the event in the log.
        turn: The turn.
        share: Where in the turn, 0 to 1.
        words: What it was, in a few words.
        change: What it did to the index, in points; 0 for what stands out otherwise.
        kind: A large movement of the ``index``, a red ``line`` crossed, or a ``ruling``.
    """

    place: int
    number: int
    turn: int
    share: float
    words: str
    change: float
    kind: Literal["index", "line", "ruling"] = "index"


@dataclass(frozen=True, slots=True)
class Course:
    """A whole game as the debrief goes through it.

    Attributes:
        scenario: Title of the scenario.
        session: Title of the session.
        played: First and last day on which it was played, ISO dates.
        turns: Turns of a full game.
        events: Events that count.
        logged: Events in the log.
        seed: Seed of its draws.
        actors: Every actor.
        seats: Seats whose eyes one can look through, people's first.
        bands: The bands of the index.
        line: (turn as a number with its fraction, index, place) after each movement of the index.
        marks: Acts, in the order of the game.
        turning_points: The largest movements of the index, lines crossed and rulings, in the order
            of the game.
        turn_places: Each turn with the place at which it began.
    """

    scenario: str
    session: str
    played: tuple[str, str]
    turns: int
    events: int
    logged: int
    seed: int
    actors: tuple[ActorLabel, ...]
    seats: tuple[ActorId, ...]
    bands: tuple[Band, ...]
    line: tuple[tuple[float, float, int], ...]
    marks: tuple[Mark, ...]
    turning_points: tuple[TurningPoint, ...]
    turn_places: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class MeantRow:
    """An act as it was meant and as others read it.

    Attributes:
        number: Number of the event in the log.
        place: Place on the line.
        actor: Who acted.
        target: Whom it was aimed at; None for nobody.
        words: What happened, in one line.
        meant: The rung at which its author meant it to be read; None when that was not said.
        rung: The rung at which it took place.
        reads: Seat, rung, and whether the team recorded it (otherwise the engine's estimate).
        crossed: Seats that took an own line for crossed.
        registered: Seats a line of which it crossed as the registry has it.
    """

    number: int
    place: int
    actor: ActorId
    target: ActorId | None
    words: str
    meant: float | None
    rung: float
    reads: tuple[tuple[ActorId, float, bool], ...]
    crossed: tuple[ActorId, ...]
    registered: tuple[ActorId, ...] = ()


@dataclass(frozen=True, slots=True)
class PairGap:
    """How one actor has read another so far.

    Attributes:
        reader: Who reads.
        actor: Whose acts.
        gap: Mean of read minus meant (or minus what it was, where nothing was said), in rungs.
        acts: How many acts it rests on.
    """

    reader: ActorId
    actor: ActorId
    gap: float
    acts: int


@dataclass(frozen=True, slots=True)
class SeenRow:
    """Something that happened, as a point of view has it.

    Attributes:
        number: Number of the event in the log; 0 for what has none.
        turn: The turn.
        when: In-game time in words.
        actor: Who did it, as far as is known; None for unknown.
        target: Whom it was aimed at; None for nobody.
        words: What happened.
        rung: The rung at which it was read; None for none.
        note: How it was known, or that it was not.
        is_missed: Whether this point of view did not know it.
        learned: When it learned of it, in words; empty for what it had not to learn.
        wrong: What it read wrongly, in words; empty for nothing.
        meant: The rung at which an act was meant, or took place; None for the seat's own acts.
        is_unread: Whether it is a message that has arrived and was not opened.
    """

    number: int
    turn: int
    when: str
    actor: ActorId | None
    target: ActorId | None
    words: str
    rung: float | None
    note: str
    is_missed: bool
    learned: str = ""
    wrong: str = ""
    meant: float | None = None
    is_unread: bool = False


@dataclass(frozen=True, slots=True)
class Belief:
    """What a seat held likely of another.

    Attributes:
        words: What it held likely.
        share: How likely, 0 to 1.
        came: What happened when it last came to it, in a word or two; empty where it never did.
    """

    words: str
    share: float
    came: str


@dataclass(frozen=True, slots=True)
class DebriefMoment:
    """One moment of a game from one point of view.

    Attributes:
        place: Place on the line of the replay, from 0.
        number: Number of its event in the log.
        turn: The turn; 0 before the first.
        phase: The phase.
        when: In-game time in words.
        what: What the event was, in words.
        x: The moment on the plot, in turns.
        index: The index then.
        published: The last turn whose outcome was published, 0 for none, and the index that
            everybody knew since.
        seat: Whose eyes; None for everyone's.
        meant: Acts of the turn so far, oldest first.
        gaps: How pairs read each other up to then, largest first.
        seen: What was known then, latest first.
        beliefs: What the seat held likely of its rivals.
        score: Brier score of what it expected so far, 0 (perfect) to 1; None without any.
    """

    place: int
    number: int
    turn: int
    phase: Phase
    when: str
    what: str
    x: float
    index: float
    published: tuple[int, float]
    seat: ActorId | None
    meant: tuple[MeantRow, ...]
    gaps: tuple[PairGap, ...]
    seen: tuple[SeenRow, ...]
    beliefs: tuple[Belief, ...]
    score: float | None = None
