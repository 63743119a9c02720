"""Two laws asked alone, for analysts: one salvo against one shield, the index along a timeline."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from wargame.engine.index_replay import index_along
from wargame.engine.salvo import SalvoResult, fly, shields
from wargame.engine.timeline_file import read_timeline
from wargame.errors import OutsideError, RuleError
from wargame.model.ids import Weapon
from wargame.play.library import find_scenario


@dataclass(frozen=True, slots=True)
class DayOfIndex:
    """The index at the end of a day, with its band."""

    date: str
    index: float
    band: str


def salvo(
    launched: Mapping[Weapon, int],
    shield: str,
    scenario: str,
    *,
    warning_hours: float,
    partners: float,
    stock: float,
    draws: int,
    seed: int,
) -> SalvoResult:
    """What becomes of a salvo.

    Args:
        launched: Weapons by class.
        shield: Name of the shield: nation, ships, rockets, none or an actor of the scenario.
        scenario: Id or path of the scenario that gives shields and constants.
        warning_hours: Hours between the defender knowing and the first arrival.
        partners: Partner defences at hand, 0 to 1.
        stock: Interceptors left, 0 to 1 of the shield's own.
        draws: How often it is flown.
        seed: Seed of the draws.

    Raises:
        RuleError: Something asked for does not exist or makes no sense.
    """
    found = find_scenario(scenario).scenario
    known = shields(found)
    if shield not in known:
        names = ", ".join(known)
        raise RuleError("shield.unknown", f"There is no shield {shield}; there are: {names}.")
    return fly(
        launched,
        known[shield],
        warning_hours=warning_hours,
        partners=partners,
        stock=stock,
        draws=draws,
        seed=seed,
        scenario=found,
    )


def index_of_timeline(path: Path, scenario: str) -> tuple[DayOfIndex, ...]:
    """The index by day along a coded timeline, with the bands of a scenario.

    Raises:
        OutsideError: The file cannot be read.
        RuleError: It is no timeline.
    """
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise OutsideError(f"The timeline {path} cannot be read as text.") from error
    found = find_scenario(scenario).scenario
    return tuple(
        DayOfIndex(day.day.isoformat(), day.index, found.band_of(day.index).name)
        for day in index_along(read_timeline(text))
    )
