"""What people noted about a game, in the room and in the debrief, as it stands now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from wargame.errors import RuleError
from wargame.model.debrief_entries import DebriefEntry, EntryRecord
from wargame.model.debrief_notes import (
    EXERCISE,
    EXERCISE_OBJECTIVES,
    AnswerDropped,
    Answered,
    BookmarkDropped,
    Bookmarked,
    ObjectiveWorded,
    Rated,
    RemarkDropped,
    Remarked,
    RemarkKind,
    TagChanged,
    TagDropped,
    Tagged,
)
from wargame.model.ids import ActorId
from wargame.model.scenario import Scenario
from wargame.play.control.observing import Marked

LONGEST: Final = 2_000
"""Characters of anything that is written down."""

MOST_OBJECTIVES: Final = 12
"""Objectives that an exercise can have."""


@dataclass(frozen=True, slots=True)
class TagRow:
    """A moment that somebody marked.

    Attributes:
        number: Number of its entry; for a mark made in play the negative of its own number there.
        at: When it was made, ISO 8601 in UTC.
        by: Who made it; empty for nobody named.
        seat: The team that was watched or looked through; None for everyone.
        label: What was marked.
        objective: Key of the objective that it is evidence for; empty for none.
        turn: The turn.
        after: Number of the event of the game before it.
        note: A few words; may be empty.
    """

    number: int
    at: str
    by: str
    seat: ActorId | None
    label: str
    objective: str
    turn: int
    after: int
    note: str

    @property
    def is_from_play(self) -> bool:
        """Whether an observer made it while the game was played; such marks are not changed."""
        return self.number < 0


@dataclass(frozen=True, slots=True)
class ObjectiveRow:
    """An objective that evidence is looked for.

    Attributes:
        key: ``exercise/1`` for one of the exercise, ``IRN/id`` for a team's.
        seat: Whose it is; None for the exercise's.
        text: Its words.
        rated: How it was met; None while nobody has said.
    """

    key: str
    seat: ActorId | None
    text: str
    rated: Rated | None


@dataclass(frozen=True, slots=True)
class RoomNotes:
    """Everything that was noted.

    Attributes:
        tags: Marks of play and debrief, in the order of the game.
        bookmarks: Moments to come back to, with the numbers of their entries.
        objectives: The exercise's objectives, then every team's.
        remarks: Strengths and areas for improvement, with the numbers of their entries.
        answers: What participants answered, with the numbers of their entries.
    """

    tags: tuple[TagRow, ...] = ()
    bookmarks: tuple[tuple[int, Bookmarked], ...] = ()
    objectives: tuple[ObjectiveRow, ...] = ()
    remarks: tuple[tuple[int, Remarked], ...] = ()
    answers: tuple[tuple[int, Answered], ...] = ()

    def strengths(self) -> tuple[Remarked, ...]:
        """What is to be kept."""
        return tuple(r for _, r in self.remarks if r.remark is RemarkKind.STRENGTH)

    def improvements(self) -> tuple[Remarked, ...]:
        """What is to be done better."""
        return tuple(r for _, r in self.remarks if r.remark is RemarkKind.IMPROVEMENT)

    def covered(self, objective: str) -> Mapping[int, int]:
        """How many tags each turn has as evidence for an objective; turns without are left out."""
        turns: dict[int, int] = {}
        for tag in self.tags:
            if tag.objective == objective:
                turns[tag.turn] = turns.get(tag.turn, 0) + 1
        return turns


def room_notes(
    scenario: Scenario, marked: Sequence[Marked], entries: Iterable[EntryRecord]
) -> RoomNotes:
    """What was noted, as it stands after every correction.

    Args:
        scenario: The scenario, for the objectives of its teams.
        marked: What observers marked in play.
        entries: The notebook, oldest first.
    """
    tags = {-one.observation.number: _from_play(one) for one in marked}
    kept: dict[int, Bookmarked | Remarked | Answered] = {}
    texts = {f"{EXERCISE}/{n}": text for n, text in enumerate(EXERCISE_OBJECTIVES, start=1)}
    rated: dict[str, Rated] = {}
    for record in entries:
        match record.entry:
            case Tagged() as made:
                tags[record.number] = _tag_row(record, made)
            case TagChanged(tag, note, objective) if tag in tags:
                tags[tag] = replace(tags[tag], note=note, objective=objective)
            case TagDropped(number):
                tags.pop(number, None)
            case Bookmarked() | Remarked() | Answered() as entry:
                kept[record.number] = entry
            case BookmarkDropped(number) | RemarkDropped(number) | AnswerDropped(number):
                kept.pop(number, None)
            case ObjectiveWorded(key, text):
                texts[key] = text
            case Rated(key) as entry:
                rated[key] = entry
    own = [(f"{a.id}/{o.id}", a.id, o.text) for a in scenario.seats for o in a.objectives]
    wanted = [(key, None, text) for key, text in texts.items() if text]
    return RoomNotes(
        tags=tuple(sorted(tags.values(), key=lambda tag: (tag.turn, tag.after, tag.at))),
        bookmarks=tuple(
            sorted(
                ((n, e) for n, e in kept.items() if isinstance(e, Bookmarked)),
                key=lambda pair: pair[1].after,
            )
        ),
        objectives=tuple(
            ObjectiveRow(key, seat, text, _standing(rated.get(key)))
            for key, seat, text in (*wanted, *own)
        ),
        remarks=tuple((n, e) for n, e in kept.items() if isinstance(e, Remarked)),
        answers=tuple((n, e) for n, e in kept.items() if isinstance(e, Answered)),
    )


def checked(entry: DebriefEntry) -> DebriefEntry:
    """An entry with its words in order, or a refusal.

    Raises:
        RuleError: Words are missing or too long.
    """
    match entry:
        case Tagged(note=words) | TagChanged(note=words) | Rated(why=words):
            _bounded(words)
        case Remarked(text=words) | Answered(text=words):
            if not words.strip():
                raise RuleError("note.empty", "There is nothing to keep yet: write a few words.")
            _bounded(words)
        case ObjectiveWorded(text=words) | Bookmarked(words=words):
            _bounded(words)
    return entry


def _bounded(words: str) -> None:
    if len(words) > LONGEST:
        raise RuleError("note.long", f"A note has at most {LONGEST:,} characters.")


def _standing(rated: Rated | None) -> Rated | None:
    return rated if rated is not None and rated.rating is not None else None


def _tag_row(record: EntryRecord, made: Tagged) -> TagRow:
    return TagRow(
        number=record.number,
        at=record.at,
        by=made.by,
        seat=made.seat,
        label=made.label,
        objective=made.objective,
        turn=made.turn,
        after=made.after,
        note=made.note,
    )


def _from_play(marked: Marked) -> TagRow:
    seen = marked.observation
    return TagRow(
        number=-seen.number,
        at=marked.at,
        by=seen.observer,
        seat=seen.seat,
        label=seen.tag.label,
        objective=f"{seen.seat}/{seen.tag.objective}" if seen.seat and seen.tag.objective else "",
        turn=seen.turn,
        after=seen.after,
        note=seen.note,
    )
