"""The hour of the game at which something is said: planning passes for the first day of its turn.

Only ``play`` reads the clock on the wall; the hour goes into the event, and a replay never asks.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from wargame.engine.standing_log import standing
from wargame.model.events import ClockSet, PhaseBegan, Record
from wargame.model.ids import Phase
from wargame.model.scenario import Scenario
from wargame.model.world import World

DAY: Final = 24.0
"""Hours of the game for which the time of planning stands."""


def hour_of(scenario: Scenario, world: World, records: Sequence[Record], at: str) -> float:
    """Hours since the turn began, to a tenth.

    Without a clock a minute on the wall stands for an hour.

    Args:
        scenario: The scenario.
        world: The state.
        records: The log.
        at: The moment on the wall, ISO 8601 in UTC.
    """
    whole = DAY * scenario.turn_days
    if world.phase is Phase.BRIEF:
        return 0.0
    if world.phase is not Phase.PLAN:
        return min(DAY, whole) if world.phase is Phase.ADJUDICATE else whole
    share = _share(standing(records), 60.0 * world.settings.plan_minutes, at)
    return round(min(DAY, whole) * share, 1)


def _share(line: Sequence[Record], planned: float, at: str) -> float:
    """Share of the planning time that has passed, 0 to 1."""
    for record in reversed(line):
        event = record.event
        if isinstance(event, ClockSet) and event.planned > 0:
            left = event.remaining - (_seconds(record.at, at) if event.runs else 0.0)
            return min(1.0, max(0.0, 1.0 - left / event.planned))
        if isinstance(event, PhaseBegan):
            passed = _seconds(record.at, at)
            return min(1.0, passed / (planned or 60.0 * DAY))
    return 0.0


def _seconds(first: str, last: str) -> float:
    """Seconds between two stamps (ISO 8601); 0 where the machine's clock was set back."""
    passed = datetime.fromisoformat(last) - datetime.fromisoformat(first)
    return max(0.0, passed.total_seconds())
