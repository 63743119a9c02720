"""What moved after a command, so that nobody refreshes everything."""

from __future__ import annotations

from dataclasses import dataclass

from wargame.model.ids import ActorId, Phase


@dataclass(frozen=True, slots=True)
class Changes:
    """The parts of a game that a command changed.

    Attributes:
        phase: The phase that began; None when it stayed.
        seats: Seats whose orders, drafts, players or controller changed.
        events: New things in the list of events.
        meter: Whether the meter moved.
        published: Whether an outcome was published: seats now know more.
        ended: Whether the game ended.
        parts: Other parts of the exercise that moved, by name: ``rulings``, ``injects``,
            ``channels``, ``perceptions``, ``lines``, ``tags``.
        saved_at: When the save was last written, ISO 8601 in UTC; empty when it could not be.
        unsaved: Why the last change is not on disk, in one sentence; empty when it is.
    """

    phase: Phase | None = None
    seats: frozenset[ActorId] = frozenset()
    events: int = 0
    meter: bool = False
    published: bool = False
    ended: bool = False
    parts: frozenset[str] = frozenset()
    saved_at: str = ""
    unsaved: str = ""
