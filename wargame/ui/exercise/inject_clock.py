"""The clock of the injects: minutes of the exercise, the turn and its planning, pauses left out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wargame.model.conditions import Since

_CLOCKS: tuple[Since, ...] = ("exercise", "turn", "planning")


class InjectClock:
    """Three stop watches that are paused together.

    Args:
        now: The monotonic clock, in seconds.
        kept: Minutes of the three that a reopened session goes on from.
    """

    def __init__(
        self, now: Callable[[], float], kept: tuple[float, float, float] = (0.0, 0.0, 0.0)
    ) -> None:
        self._now = now
        self._seconds: dict[Since, float] = {
            clock: 60 * minutes for clock, minutes in zip(_CLOCKS, kept, strict=True)
        }
        self._since = now()
        self._is_planning = False
        self._is_paused = False

    @property
    def is_paused(self) -> bool:
        """Whether it stands still."""
        return self._is_paused

    def minutes(self) -> dict[Since, float]:
        """Minutes on each of the three."""
        self._catch_up()
        return {clock: seconds / 60 for clock, seconds in self._seconds.items()}

    def set_paused(self, *, paused: bool) -> None:
        """Stand still, or run on."""
        self._catch_up()
        self._is_paused = paused

    def begin_turn(self) -> None:
        """A new turn has begun."""
        self._catch_up()
        self._seconds["turn"] = self._seconds["planning"] = 0.0

    def set_planning(self, *, planning: bool, anew: bool = False) -> None:
        """Planning goes on or not; ``anew`` starts its minutes from 0."""
        self._catch_up()
        if anew:
            self._seconds["planning"] = 0.0
        self._is_planning = planning

    def _catch_up(self) -> None:
        now = self._now()
        passed, self._since = max(0.0, now - self._since), now
        if self._is_paused:
            return
        self._seconds["exercise"] += passed
        self._seconds["turn"] += passed
        if self._is_planning:
            self._seconds["planning"] += passed
