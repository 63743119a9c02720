"""The desk of the observers: who watches whom, what the keys mean, what was marked.

It reads the whole log and not only the part that stands: what was seen in the room was seen,
whether or not the game went back afterwards.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from wargame.errors import RuleError
from wargame.model.events import Record
from wargame.model.ids import ActorId
from wargame.model.observing import (
    GENERAL,
    KEYS,
    WHOLE_ROOM,
    MomentTagged,
    Observation,
    ObservationDropped,
    ObservationNoted,
    Observer,
    ObserverNamed,
    ObservingEvent,
    Tag,
)
from wargame.model.scenario import Scenario
from wargame.play.changes import Changes
from wargame.play.live_game import LiveGame

LONGEST_NAME = 60
"""Characters of an observer's name."""

LONGEST_NOTE = 500
"""Characters of a note."""

MOST_OBSERVERS = 20


@dataclass(frozen=True, slots=True)
class Marked:
    """An observation with the time at which it was made.

    Attributes:
        observation: The observation.
        at: When it was made, ISO 8601 in UTC.
    """

    observation: Observation
    at: str


class Marks:
    """What observers have noted in a log, read record by record.

    Attributes:
        observers: Who watches, by name, in the order in which they came.
        marked: What was marked and not taken back, by number.
        count: Marks that were ever made.
    """

    def __init__(self) -> None:
        self.observers: dict[str, Observer] = {}
        self.marked: dict[int, Marked] = {}
        self.count = 0

    def take(self, record: Record) -> None:
        """Read the next record."""
        match record.event:
            case ObserverNamed(observer):
                self.observers[observer.name] = observer
            case MomentTagged(observation):
                self.count = max(self.count, observation.number)
                self.marked[observation.number] = Marked(observation, record.at)
            case ObservationNoted(number, note) if number in self.marked:
                old = self.marked[number]
                told = replace(old.observation, note=note)
                self.marked[number] = replace(old, observation=told)
            case ObservationDropped(number):
                self.marked.pop(number, None)


def marks_in(records: Iterable[Record]) -> tuple[Marked, ...]:
    """What observers marked in a whole log and did not take back, oldest first."""
    marks = Marks()
    for record in records:
        marks.take(record)
    return tuple(marks.marked.values())


class Observing:
    """Observers of one game."""

    def __init__(self, game: LiveGame) -> None:
        self._game = game
        self._read = 0
        self._marks = Marks()

    def observers(self) -> tuple[Observer, ...]:
        """Who watches, in the order in which they came."""
        self._catch_up()
        return tuple(self._marks.observers.values())

    def marked(self) -> tuple[Marked, ...]:
        """What was marked and not taken back, oldest first."""
        self._catch_up()
        return tuple(self._marks.marked.values())

    def tags(self, name: str) -> tuple[Tag, ...]:
        """What the keys mean for an observer.

        Raises:
            RuleError: Nobody of this name watches.
        """
        return tags_for(self._game.scenario, self._observer(name))

    def come(self, name: str, seat: ActorId | None = None) -> str:
        """Names an observer, or lets one watch another team; the name as it is kept.

        Raises:
            RuleError: The name is empty, too long, or there is no such seat.
        """
        kept = " ".join(name.split())
        if not kept:
            raise RuleError("observer.name", "An observer needs a name.")
        if len(kept) > LONGEST_NAME:
            raise RuleError("observer.name", f"A name has at most {LONGEST_NAME} characters.")
        if seat is not None and seat not in {one.actor for one in self._game.world.seats}:
            raise RuleError("seat.unknown", f"There is no seat {seat}.")
        self._catch_up()
        if kept not in self._marks.observers and len(self._marks.observers) >= MOST_OBSERVERS:
            raise RuleError("observer.many", f"At most {MOST_OBSERVERS} observers can watch.")
        observer = Observer(kept, seat)
        if self._marks.observers.get(kept) != observer:
            self._commit(ObserverNamed(observer))
        return kept

    def tag(self, name: str, key: int, note: str = "") -> int:
        """Marks this moment; the number of the observation.

        Raises:
            RuleError: Nobody of this name watches, or the key has no meaning.
        """
        observer, words = self._observer(name), _checked(note)
        tag = next((one for one in self.tags(name) if one.key == key), None)
        if tag is None:
            raise RuleError("tag.key", f"The key {key} has no meaning here.")
        world = self._game.world
        number = self._marks.count + 1
        observation = Observation(
            number, name, observer.seat, tag, world.turn, world.phase, world.events, words
        )
        self._commit(MomentTagged(observation))
        return number

    def note(self, number: int, note: str) -> None:
        """Writes a few words to a marked moment.

        Raises:
            RuleError: There is no such observation, or the note is too long.
        """
        self._check(number)
        words = _checked(note)
        if self._marks.marked[number].observation.note != words:
            self._commit(ObservationNoted(number, words))

    def drop(self, number: int) -> None:
        """Takes a mark back; it stays in the log."""
        self._check(number)
        self._commit(ObservationDropped(number))

    def _observer(self, name: str) -> Observer:
        self._catch_up()
        if name not in self._marks.observers:
            raise RuleError("observer.unknown", f"Nobody called “{name}” watches.")
        return self._marks.observers[name]

    def _check(self, number: int) -> None:
        self._catch_up()
        if number not in self._marks.marked:
            raise RuleError("observation.unknown", f"There is no observation {number}.")

    def _commit(self, event: ObservingEvent) -> None:
        self._game.commit([event], Changes(parts=frozenset({"tags"})))

    def _catch_up(self) -> None:
        """Read what the log has got since the last question."""
        records = self._game.records
        for record in records[self._read :]:
            self._marks.take(record)
        self._read = len(records)


def tags_for(scenario: Scenario, observer: Observer) -> tuple[Tag, ...]:
    """What the keys mean: the watched team's objectives first, tags for any team on the last keys.

    A tenth meaning has no key: objectives that find none are left out.
    """
    last = KEYS[-len(GENERAL) :]
    first = KEYS[: -len(GENERAL)]
    own: Iterable[tuple[str, str]]
    if observer.seat is None:
        own = ((words, "") for words in WHOLE_ROOM)
    else:
        own = ((one.text, one.id) for one in scenario.actor[observer.seat].objectives)
    tags = [Tag(key, *pair) for key, pair in zip(first, own, strict=False)]
    return (*tags, *(Tag(key, words) for key, words in zip(last, GENERAL, strict=True)))


def _checked(note: str) -> str:
    words = " ".join(note.split())
    if len(words) > LONGEST_NOTE:
        raise RuleError("note.long", f"A note has at most {LONGEST_NOTE} characters.")
    return words
