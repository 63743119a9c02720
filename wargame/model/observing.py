"""What observers note: people who watch the room and mark moments for the debrief.

An observation is about people, not about the world of the game. It is no part of the world's state,
stays when the game goes back, and reaches no seat, no computer and no projector.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from wargame.model.ids import ActorId, Phase

KEYS = tuple(range(1, 10))
"""The keys that set a tag."""

GENERAL: tuple[str, ...] = (
    "Turning point",
    "Signal misread",
    "Disagreement in the team",
    "Worth discussing",
)
"""Tags that fit any team; they lie on the last keys."""

WHOLE_ROOM: tuple[str, ...] = (
    "Escalates",
    "De-escalates",
    "Surprise",
    "Rules questioned",
    "Nobody speaks",
)
"""Tags of who watches the whole room; they lie on the first keys."""


@dataclass(frozen=True, slots=True)
class Observer:
    """Somebody who watches.

    Attributes:
        name: Who it is.
        seat: The team that is watched; None for the whole room.
    """

    name: str
    seat: ActorId | None = None


@dataclass(frozen=True, slots=True)
class Tag:
    """What a key means for an observer.

    Attributes:
        key: The key, 1 to 9.
        label: What is marked, in words.
        objective: Id of the watched team's objective; empty for a tag that fits any team.
    """

    key: int
    label: str
    objective: str = ""


@dataclass(frozen=True, slots=True)
class Observation:
    """A moment that an observer marked.

    Attributes:
        number: Number among all observations, from 1.
        observer: Who marked it.
        seat: The team that was watched; None for the whole room.
        tag: What was marked.
        turn: The turn.
        phase: Its phase.
        after: Number of the last event of the game before it.
        note: A few words; may be empty.
    """

    number: int
    observer: str
    seat: ActorId | None
    tag: Tag
    turn: int
    phase: Phase
    after: int
    note: str = ""


# Events


@dataclass(frozen=True, slots=True)
class ObserverNamed:
    """An observer came, or watches another team from now on."""

    kind: ClassVar[str] = "observer-named"
    observer: Observer


@dataclass(frozen=True, slots=True)
class MomentTagged:
    """An observer marked a moment."""

    kind: ClassVar[str] = "moment-tagged"
    observation: Observation


@dataclass(frozen=True, slots=True)
class ObservationNoted:
    """An observer wrote a few words to a marked moment, or others than before."""

    kind: ClassVar[str] = "observation-noted"
    number: int
    note: str


@dataclass(frozen=True, slots=True)
class ObservationDropped:
    """An observer took a mark back."""

    kind: ClassVar[str] = "observation-dropped"
    number: int


ObservingEvent = ObserverNamed | MomentTagged | ObservationNoted | ObservationDropped

OBSERVING_EVENTS: tuple[type[ObservingEvent], ...] = (
    ObserverNamed,
    MomentTagged,
    ObservationNoted,
    ObservationDropped,
)
