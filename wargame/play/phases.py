"""Phases out of their usual order, and the clock of the present one as the log remembers it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from wargame.errors import RuleError
from wargame.model.events import ClockSet, PhaseBegan, Record
from wargame.model.ids import Phase
from wargame.play.changes import Changes

if TYPE_CHECKING:
    from wargame.play.live_game import LiveGame


@dataclass(frozen=True, slots=True)
class TimeLeft:
    """What was left of a phase's time when the log was last written.

    Attributes:
        remaining: Seconds left, 0 or more.
        planned: Seconds of the whole phase, added time with it.
    """

    remaining: float
    planned: float


def reopen_briefing(game: LiveGame) -> None:
    """Goes from planning back to the briefing of the same turn; what was sealed stays sealed.

    Raises:
        RuleError: It is not planning.
    """
    if game.world.phase is not Phase.PLAN:
        raise RuleError("phase.wrong", "The briefing is reopened from planning.")
    game.commit([PhaseBegan(game.world.turn, Phase.BRIEF)], Changes(phase=Phase.BRIEF))


def note_clock(game: LiveGame, remaining: float, planned: float, *, runs: bool) -> None:
    """Writes into the log how the clock of the present phase stands from now on.

    Args:
        game: The game.
        remaining: Seconds left, 0 or more.
        planned: Seconds of the whole phase.
        runs: Whether it runs.
    """
    game.commit([ClockSet(remaining, planned, runs)], Changes(parts=frozenset({"clock"})))


def time_left(line: Sequence[Record], plan_minutes: int) -> TimeLeft | None:
    """How much of the present phase was left when a game was last written; None without a clock.

    A session that was closed in order wrote it down. After a crash the clock is taken to have run
    until the last event that reached the disk.

    Args:
        line: The records that count, oldest first.
        plan_minutes: The planned length of planning, 0 for no clock.
    """
    last_at = line[-1].at
    for record in reversed(line):
        event = record.event
        if isinstance(event, ClockSet):
            left = event.remaining
            if event.runs:
                left = max(0.0, left - _seconds(record.at, last_at))
            return TimeLeft(left, event.planned) if event.planned > 0 else None
        if isinstance(event, PhaseBegan):
            if event.phase is not Phase.PLAN or plan_minutes <= 0:
                return None
            planned = 60.0 * plan_minutes
            return TimeLeft(max(0.0, planned - _seconds(record.at, last_at)), planned)
    return None


def stands_noted(line: Sequence[Record]) -> bool:
    """Whether the log says that the clock of the present phase stands still.

    A clock that stands without a note would be taken to have run, once later events follow.
    """
    for record in reversed(line):
        if isinstance(record.event, ClockSet):
            return not record.event.runs
        if isinstance(record.event, PhaseBegan):
            return False
    return False


def _seconds(first: str, last: str) -> float:
    """Seconds between two stamps (ISO 8601); 0 where the clock of the machine was set back."""
    passed = datetime.fromisoformat(last) - datetime.fromisoformat(first)
    return max(0.0, passed.total_seconds())
