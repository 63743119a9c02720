"""What people write down while they look back: tags, bookmarks, ratings, remarks, answers.

Each is an entry in the notebook of a save. Nothing is changed in place: what is taken back or
worded anew is another entry that names the number of the first.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, Final

from wargame.model.ids import ActorId

TAGS: Final[tuple[str, ...]] = (
    "Decision",
    "Misreading",
    "Teamwork",
    "Insight",
    "Surprise",
    "Missed chance",
    "Rules questioned",
    "Good practice",
    "Discuss",
)
"""What the keys 1 to 9 mark in a debrief."""

EXERCISE: Final = "exercise"
"""Stands for the seat in the key of an objective that the whole exercise has."""

EXERCISE_OBJECTIVES: Final[tuple[str, ...]] = (
    "Read the other side’s signals",
    "Use back channels in time",
    "Keep allies in step",
    "Decide and explain under time",
)
"""Objectives of an exercise for which nobody has written others."""

HOT_WASH: Final[tuple[str, ...]] = (
    "What did you expect the other side to do, and what made you expect it?",
    "At which moment did you know least, and what would you have asked for?",
    "Which decision would you take differently, and when did that become clear?",
    "What worked in your team that should be kept?",
)
"""Questions for participants where nobody has written others."""


class Rating(StrEnum):
    """How an objective was met, in the four steps that exercises are rated in."""

    PERFORMED = "performed"
    SOME = "some"
    MAJOR = "major"
    UNABLE = "unable"


RATING_WORDS: Final[dict[Rating, str]] = {
    Rating.PERFORMED: "Performed without challenges",
    Rating.SOME: "Performed with some challenges",
    Rating.MAJOR: "Performed with major challenges",
    Rating.UNABLE: "Unable to be performed",
}


class RemarkKind(StrEnum):
    """What a remark is."""

    STRENGTH = "strength"
    IMPROVEMENT = "improvement"


@dataclass(frozen=True, slots=True)
class Tagged:
    """A moment was marked in a debrief.

    Attributes:
        by: Who marked it; may be empty.
        seat: Through whose eyes one looked; None for everyone's.
        label: What was marked.
        objective: Key of the objective that it is evidence for; empty for none.
        turn: The turn.
        after: Number of the event of the game that was on screen.
        note: A few words; may be empty.
    """

    kind: ClassVar[str] = "tagged"
    by: str
    seat: ActorId | None
    label: str
    objective: str
    turn: int
    after: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class TagChanged:
    """A tag got other words, or stands for another objective.

    Attributes:
        tag: Number of the entry that made it.
        note: Its words from now on.
        objective: Key of its objective from now on; empty for none.
    """

    kind: ClassVar[str] = "tag-changed"
    tag: int
    note: str
    objective: str


@dataclass(frozen=True, slots=True)
class TagDropped:
    """A tag was taken back.

    Attributes:
        tag: Number of the entry that made it.
    """

    kind: ClassVar[str] = "tag-dropped"
    tag: int


@dataclass(frozen=True, slots=True)
class Bookmarked:
    """A moment to come back to.

    Attributes:
        turn: The turn.
        after: Number of the event of the game that was on screen.
        words: What is there.
    """

    kind: ClassVar[str] = "bookmarked"
    turn: int
    after: int
    words: str


@dataclass(frozen=True, slots=True)
class BookmarkDropped:
    """A bookmark was taken out.

    Attributes:
        bookmark: Number of the entry that made it.
    """

    kind: ClassVar[str] = "bookmark-dropped"
    bookmark: int


@dataclass(frozen=True, slots=True)
class ObjectiveWorded:
    """An objective of the exercise was written, or worded anew; empty words take it out.

    Attributes:
        objective: Its key, such as ``exercise/1``.
        text: Its words.
    """

    kind: ClassVar[str] = "objective-worded"
    objective: str
    text: str


@dataclass(frozen=True, slots=True)
class Rated:
    """How an objective was met; the last rating of an objective counts.

    Attributes:
        objective: Its key.
        rating: The rating; None takes it back.
        why: The reason in words; may be empty.
    """

    kind: ClassVar[str] = "rated"
    objective: str
    rating: Rating | None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Remarked:
    """A strength to keep, or something to do better.

    Attributes:
        remark: Whether it is a strength or an area for improvement.
        objective: Key of the objective that it belongs to; empty for none.
        text: The remark.
        action: What is to be done about it; may be empty.
        owner: Who sees to an improvement; may be empty.
        due: Until when, ISO date; may be empty.
    """

    kind: ClassVar[str] = "remarked"
    remark: RemarkKind
    objective: str
    text: str
    action: str = ""
    owner: str = ""
    due: str = ""


@dataclass(frozen=True, slots=True)
class RemarkDropped:
    """A remark was taken back.

    Attributes:
        remark: Number of the entry that made it.
    """

    kind: ClassVar[str] = "remark-dropped"
    remark: int


@dataclass(frozen=True, slots=True)
class Answered:
    """What a participant answered to a question of the hot wash.

    Attributes:
        question: The question.
        text: The answer.
        by: Who answered; empty for an answer without a name.
        seat: The team; None where it was not said.
    """

    kind: ClassVar[str] = "answered"
    question: str
    text: str
    by: str = ""
    seat: ActorId | None = None


@dataclass(frozen=True, slots=True)
class AnswerDropped:
    """An answer was taken out.

    Attributes:
        answer: Number of the entry that holds it.
    """

    kind: ClassVar[str] = "answer-dropped"
    answer: int


NoteEntry = (
    Tagged
    | TagChanged
    | TagDropped
    | Bookmarked
    | BookmarkDropped
    | ObjectiveWorded
    | Rated
    | Remarked
    | RemarkDropped
    | Answered
    | AnswerDropped
)

NOTE_ENTRIES: tuple[type[NoteEntry], ...] = (
    Tagged,
    TagChanged,
    TagDropped,
    Bookmarked,
    BookmarkDropped,
    ObjectiveWorded,
    Rated,
    Remarked,
    RemarkDropped,
    Answered,
    AnswerDropped,
)
