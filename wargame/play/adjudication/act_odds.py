"""How an act might have come out: its own law many times over, with the game's own draw marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice

from wargame.engine.act_rerun import Rerun, reruns
from wargame.model.events import ActResolved
from wargame.model.ids import Weapon
from wargame.model.ruling_views import EffectLine, Place
from wargame.model.scenario import Scenario
from wargame.model.world import World

RUNS = 2_000
SLICE = 200
"""Runs between two deliveries."""

BREATH = 10
"""Runs between two questions whether anybody still wants the result."""

_WEAPONS = tuple(Weapon)
LOW, HIGH = 0.05, 0.95


@dataclass(frozen=True, slots=True)
class ActOdds:
    """The distribution of what came of an act.

    Attributes:
        title: What is counted, such as "How many get through".
        runs: Runs so far.
        counts: How often each value came, by value.
        drawn: The value of the game's own draw.
        is_yes_no: Whether the values are 0 for no and 1 for yes.
        low: 5 % quantile.
        median: Median.
        high: 95 % quantile.
        ranges: 5 and 95 % quantile of each number right after the act.
        leaks: The same of what got through, by class, all together under None.
    """

    title: str
    runs: int
    counts: tuple[tuple[int, int], ...]
    drawn: int
    is_yes_no: bool
    low: int
    median: int
    high: int
    ranges: dict[Place, tuple[float, float]]
    leaks: dict[Weapon | None, tuple[int, int]]


def odds_of_act(
    scenario: Scenario,
    world: World,
    number: int,
    act: ActResolved,
    effects: Sequence[EffectLine],
    deliver: Callable[[ActOdds], None],
    check: Callable[[int, int], None],
    runs: int = RUNS,
) -> ActOdds:
    """The distribution, delivered in growing slices.

    Args:
        scenario: The scenario.
        world: The state now.
        number: Number of the act's event.
        act: The act.
        effects: The numbers whose ranges are wanted.
        deliver: Takes what is known so far.
        check: Is told how many runs of how many are done; raises to stop.
        runs: How many in all.

    Raises:
        KeyError: The act is none of the catalogue.
    """
    places = [line.place for line in effects]
    endless = reruns(scenario, world, number, places)
    found: list[Rerun] = []
    odds: ActOdds | None = None
    while len(found) < runs:
        found.extend(islice(endless, min(BREATH, runs - len(found))))
        if len(found) % SLICE == 0 or len(found) == runs:
            odds = _summed(act, places, found)
            deliver(odds)
        check(len(found), runs)
    assert odds is not None  # noqa: S101 - runs is 1 or more
    return odds


def _summed(act: ActResolved, places: Sequence[Place], found: Sequence[Rerun]) -> ActOdds:
    is_yes_no = False
    if act.weapons:
        title, drawn = "How many get through", sum(w.leaked for w in act.weapons)
        values = [run.through for run in found]
    elif act.killed or any(run.killed for run in found):
        title, drawn = "How many are killed", act.killed
        values = [run.killed for run in found]
    else:
        title, drawn, is_yes_no = "Does it come off", int(act.success), True
        values = [int(run.success) for run in found]
    counts = Counter(values)
    if is_yes_no:
        counts.setdefault(0, 0)
        counts.setdefault(1, 0)
    ranked = sorted(values)
    launched = {w.weapon for w in act.weapons}
    leaks: dict[Weapon | None, tuple[int, int]] = {
        weapon: _ends([run.leaked[n] for run in found])
        for n, weapon in enumerate(_WEAPONS)
        if weapon in launched
    }
    leaks[None] = _ends([run.through for run in found])
    return ActOdds(
        title=title,
        runs=len(found),
        counts=tuple(sorted(counts.items())),
        drawn=drawn,
        is_yes_no=is_yes_no,
        low=_quantile(ranked, LOW),
        median=_quantile(ranked, 0.5),
        high=_quantile(ranked, HIGH),
        ranges={
            place: _float_ends([run.values[n] for run in found]) for n, place in enumerate(places)
        },
        leaks=leaks,
    )


def _quantile(ranked: Sequence[int], share: float) -> int:
    return ranked[min(len(ranked) - 1, int(share * len(ranked)))]


def _ends(values: list[int]) -> tuple[int, int]:
    values.sort()
    return _quantile(values, LOW), _quantile(values, HIGH)


def _float_ends(values: list[float]) -> tuple[float, float]:
    values.sort()
    last = len(values) - 1
    return values[min(last, int(LOW * len(values)))], values[min(last, int(HIGH * len(values)))]
