"""The spiral number: whether replies to replies die out or grow (MODEL B8, Richardson 1960).

It reads the log: of the hostile acts between two sides in the last weeks, how many were answered,
and how strongly both sides answer by their doctrine now.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wargame.engine.law.hardening import reply_factor
from wargame.engine.law.parameters import parameters_for
from wargame.engine.law.world_view import WorldNumbers
from wargame.engine.words import actor_name
from wargame.model.events import ActResolved
from wargame.model.ids import ActorId
from wargame.model.outlook import Spiral
from wargame.model.scenario import Scenario
from wargame.model.world import World

LOWEST_RUNG = 6.0
"""Acts from this rung on ask for an answer: below it are words and postures."""

LOOK_BACK_TURNS = 6
"""Turns whose acts count."""

ANSWER_TURNS = 2
"""Turns within which an act counts as answered."""

FEWEST_ACTS = 3
"""Acts between two sides below which a share means nothing."""


@dataclass(frozen=True, slots=True)
class _Act:
    """A hostile act; days count from the game's first, negative before it."""

    day: float
    actor: ActorId
    target: ActorId


def spiral_of(scenario: Scenario, world: World) -> Spiral | None:
    """The spiral number of the pair where it is highest; None while nobody trades blows."""
    now = world.turn * scenario.turn_days
    since = now - (LOOK_BACK_TURNS + 1) * scenario.turn_days
    acts = [act for act in _acts(scenario, world) if act.day >= since]
    by_pair: dict[tuple[ActorId, ActorId], list[_Act]] = defaultdict(list)
    for act in acts:
        one, two = sorted((act.actor, act.target))
        by_pair[one, two].append(act)
    found = [
        spiral
        for (one, two), traded in by_pair.items()
        if (spiral := _spiral(scenario, world, one, two, traded)) is not None
    ]
    return max(found, key=lambda spiral: spiral.number, default=None)


def _acts(scenario: Scenario, world: World) -> Iterable[_Act]:
    """Hostile acts of the game and of the weeks before it, in no order."""
    start = scenario.start[world.settings.start]
    for past in start.past:
        if past.target is not None and past.rung >= LOWEST_RUNG:
            yield _Act(float((past.day - start.day).days), past.actor, past.target)
    for _, act in world.happenings():
        if not isinstance(act, ActResolved) or act.goes_on or act.order.target is None:
            continue
        if act.order.argument is not None or act.rung < LOWEST_RUNG:
            continue
        if scenario.move[act.order.move].goldstein < 0:
            yield _Act(act.day, act.actor, act.order.target)


def _spiral(
    scenario: Scenario, world: World, one: ActorId, two: ActorId, acts: list[_Act]
) -> Spiral | None:
    playable = {actor.id for actor in scenario.seats}
    within = ANSWER_TURNS * scenario.turn_days
    told = [(act.day, act.actor) for act in acts]
    share = share_answered(told, within, world.turn * scenario.turn_days)
    if share is None or not {one, two} <= playable:
        return None
    ratios = _reply_ratios(scenario, world)
    number = math.sqrt(ratios[one] * ratios[two]) * share
    names = f"{actor_name(scenario, one)} and {actor_name(scenario, two)}"
    fate = (
        "a shock between them grows until a ceiling binds"
        if number >= 1.0
        else "a shock between them dies out by itself"
    )
    words = (
        f"Highest between {names}: {100 * share:.0f} % of the acts between them were answered "
        f"within {ANSWER_TURNS} turns, so that {fate}."
    )
    return Spiral(number, one, two, share, words)


def share_answered(
    acts: Sequence[tuple[float, ActorId]], within: float, now: float
) -> float | None:
    """The share of acts between two sides that the other side answered in time.

    An act is answered when the other side acts after it, at most so many days later. Acts that can
    still be answered do not count. None when there are too few acts, or all are of one side.

    >>> share_answered([(0, "A"), (1, "B"), (20, "A"), (40, "A")], 7, 42)
    0.3333333333333333
    """
    if len({actor for _, actor in acts}) < 2:
        return None
    settled = []
    for day, actor in acts:
        answered = any(other != actor and day < at <= day + within for at, other in acts)
        if answered or day + within <= now:
            settled.append(answered)
    return sum(settled) / len(settled) if len(settled) >= FEWEST_ACTS else None


def _reply_ratios(scenario: Scenario, world: World) -> dict[ActorId, float]:
    """How strongly every actor answers now: its doctrine's ratio, as politics bend it."""
    p = parameters_for(scenario, world.settings.start)
    w = WorldNumbers(scenario.layout, bytearray(world.values))
    return {
        actor: p.reply_ratio[i] * reply_factor(w, p, i, 0)
        for i, actor in enumerate(scenario.layout.actors)
    }
