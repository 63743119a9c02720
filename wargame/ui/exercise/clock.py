"""The clock of the planning phase: a moment to count down to, or a rest that stands still."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PhaseClock:
    """A clock that runs, stands still, or is not there; moments are monotonic seconds.

    Attributes:
        deadline: When the time is up; None while it stands still.
        remaining: Seconds left while it stands still; None while it runs.
        planned: Seconds of the whole phase, added time with it.
    """

    deadline: float | None = None
    remaining: float | None = None
    planned: float = 0.0

    @property
    def exists(self) -> bool:
        """Whether the phase has a clock."""
        return self.deadline is not None or self.remaining is not None

    @classmethod
    def started(cls, minutes: float, now: float) -> PhaseClock:
        """A clock that runs for so long; none for 0 minutes.

        >>> PhaseClock.started(25, 100.0).deadline
        1600.0
        """
        return cls(deadline=now + 60 * minutes, planned=60 * minutes) if minutes > 0 else cls()

    @classmethod
    def standing(cls, minutes: float) -> PhaseClock:
        """A clock with so long to go that has not been let run; none for 0 minutes."""
        return cls(remaining=60 * minutes, planned=60 * minutes) if minutes > 0 else cls()

    def left(self, now: float) -> float:
        """Seconds left, never below 0; 0 without a clock."""
        if self.deadline is not None:
            return max(0.0, self.deadline - now)
        return self.remaining or 0.0

    def paused(self, now: float) -> PhaseClock:
        """The same, standing still."""
        if self.deadline is None:
            return self
        return PhaseClock(remaining=self.left(now), planned=self.planned)

    def resumed(self, now: float) -> PhaseClock:
        """The same, running."""
        if self.remaining is None:
            return self
        return PhaseClock(deadline=now + self.remaining, planned=self.planned)

    def with_more(self, minutes: float, now: float) -> PhaseClock:
        """With some minutes added, or taken off where they are negative; never below 0 left.

        A clock that has run out begins anew with them.

        >>> PhaseClock(deadline=50.0, planned=60.0).with_more(5, now=100.0)
        PhaseClock(deadline=400.0, remaining=None, planned=360.0)
        >>> PhaseClock(remaining=90.0, planned=600.0).with_more(-5, now=0.0)
        PhaseClock(deadline=None, remaining=0.0, planned=510.0)
        """
        left = max(0.0, self.left(now) + 60 * minutes)
        planned = max(0.0, self.planned + left - self.left(now))
        if self.deadline is not None:
            return PhaseClock(deadline=now + left, planned=planned)
        if self.remaining is not None:
            return PhaseClock(remaining=left, planned=planned)
        return self
