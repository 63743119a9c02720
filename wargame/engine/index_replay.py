"""The escalation index along a coded timeline of events, day by day (MODEL C3).

A small door to the law for calibration and for analysts: the same functions for heat, precedent and
index as in a game, fed with what a coder wrote down instead of with orders.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from wargame.engine.bench_world import FIRST, SECOND, bench_scenario, bench_start
from wargame.engine.law.index import (
    cool_by_cooperation,
    cool_fronts,
    fade_precedent,
    heat_front,
    raise_precedent,
    settle_index,
)
from wargame.engine.law.ladder import intensity, size_factor
from wargame.engine.law.parameters import parameters_for
from wargame.engine.law.world_view import WorldNumbers
from wargame.errors import RuleError
from wargame.model.ids import FrontId
from wargame.model.scenario import Front, Scenario

DEFAULT_FRONTS: tuple[Front, ...] = (
    Front(FrontId("direct"), "Direct exchange", 1.0, ""),
    Front(FrontId("us"), "Great power", 0.8, ""),
    Front(FrontId("lebanon"), "Lebanon", 0.5, ""),
    Front(FrontId("iraq-syria"), "Iraq and Syria", 0.4, ""),
    Front(FrontId("yemen"), "Yemen", 0.4, ""),
    Front(FrontId("redsea"), "Red Sea", 0.3, ""),
    Front(FrontId("gaza"), "Gaza", 0.15, ""),
    Front(FrontId("domestic"), "At home", 0.0, ""),
    Front(FrontId("diplomacy"), "Diplomacy", 0.3, ""),
)
"""The fronts of the coded timeline with their weights (MODEL D4), diplomacy last."""

LONGEST_DAYS = 36_525
"""A hundred years, so that one mistyped year cannot run for ever."""


@dataclass(frozen=True, slots=True)
class CodedEvent:
    """One row of a coded timeline.

    Attributes:
        day: When it happened.
        front: The front it belongs to.
        rung: Theatre rung, 0 to 20.
        goldstein: Goldstein score, -10 to 10.
        munitions: Munitions used, 0 or more.
        deaths: People killed, 0 or more.
        home_soil: Whether it struck a rival's own soil.
        choreographed: Whether notice was given and held.
        confirmed: Whether it is sure that it happened so.
        flow_days: Days of sustained fire that it stands for; None for a single act.
    """

    day: date
    front: FrontId
    rung: float
    goldstein: float
    munitions: float = 0.0
    deaths: float = 0.0
    home_soil: bool = False
    choreographed: bool = False
    confirmed: bool = True
    flow_days: float | None = None


@dataclass(frozen=True, slots=True)
class IndexDay:
    """The index at the end of a day, 0 to 100."""

    day: date
    index: float


def index_along(
    events: Sequence[CodedEvent], scenario: Scenario | None = None
) -> tuple[IndexDay, ...]:
    """The index at the end of each day, from the first event's day to the last's.

    Args:
        events: In any order; events of one day count together.
        scenario: Its fronts, weights and constants; None for those of the specification.

    Raises:
        RuleError: There is no event, one of them makes no sense, or they span too long.
    """
    if not events:
        raise RuleError("timeline.empty", "The timeline holds no events.")
    fronts = scenario.fronts if scenario else DEFAULT_FRONTS
    for event in events:
        check_event(event, fronts)
    first = min(event.day for event in events)
    last = max(event.day for event in events)
    if (last - first).days > LONGEST_DAYS:
        raise RuleError(
            "timeline.too-long",
            f"The timeline runs from {first} to {last}; {LONGEST_DAYS} days are the most.",
        )
    replay = _Replay(fronts, scenario)
    by_day: dict[date, list[CodedEvent]] = {}
    for event in events:
        by_day.setdefault(event.day, []).append(event)
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    return tuple(IndexDay(day, replay.pass_day(by_day.get(day, []))) for day in days)


def check_event(event: CodedEvent, fronts: Sequence[Front]) -> None:
    """Refuse an event that makes no sense.

    Raises:
        RuleError: With a sentence that names the day and the value.
    """
    known = [front.id for front in fronts]
    if event.front not in known:
        raise RuleError(
            "timeline.front",
            f"{event.day}: there is no front {event.front}; known are {', '.join(known)}.",
        )
    for name, value, low, high in (
        ("rung", event.rung, 0.0, 20.0),
        ("Goldstein score", event.goldstein, -10.0, 10.0),
        ("number of munitions", event.munitions, 0.0, 1e6),
        ("number of deaths", event.deaths, 0.0, 1e8),
    ):
        if not low <= value <= high:
            raise RuleError(
                "timeline.range",
                f"{event.day}: the {name} is {value:g}; it must lie from {low:g} to {high:g}.",
            )


class _Replay:
    """Heat and precedent of one timeline."""

    def __init__(self, fronts: Sequence[Front], scenario: Scenario | None) -> None:
        bench = bench_scenario(tuple(fronts), scenario.parameters if scenario else ())
        self._front = {front.id: n for n, front in enumerate(fronts)}
        self._p = parameters_for(bench, bench.starts[0].id)
        self._w = WorldNumbers(bench.layout, bench_start(bench))

    def pass_day(self, events: Sequence[CodedEvent]) -> float:
        """The index after one more day with these events."""
        w, p = self._w, self._p
        cool_fronts(w, p, 0, 1.0)
        fade_precedent(w, p, 0, 1.0)
        for event in events:
            self._take(event)
        settle_index(w, p, 0)
        return w.index[0]

    def _take(self, event: CodedEvent) -> None:
        w, p = self._w, self._p
        front = self._front[event.front]
        if event.rung > 0:
            weight = intensity(event.rung) * size_factor(p, event.munitions, event.deaths)
            weight *= p.index_choreographed if event.choreographed else 1.0
            weight *= 1.0 if event.confirmed else p.index_unconfirmed
            if event.flow_days is not None:
                weight *= event.flow_days / p.index_flow_days
            heat_front(w, front, 0, weight)
            if p.front_weight[front] >= p.precedent_least_front_weight:
                raise_precedent(w, p, FIRST, SECOND, 0, event.rung, int(event.home_soil))
        elif event.goldstein > 0:
            cool_by_cooperation(w, p, front, 0, event.goldstein)
