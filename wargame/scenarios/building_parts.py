"""Conditions and effects, as the model has them, out of checked files."""

from __future__ import annotations

from wargame.model.conditions import (
    ActCount,
    AllOf,
    AnyOf,
    Condition,
    Elapsed,
    Measure,
    MessageCount,
    Not,
    Struck,
)
from wargame.model.ids import ActorId, FrontId, MoveId
from wargame.model.moves import Effect
from wargame.scenarios.files.conditions_part import ConditionPart
from wargame.scenarios.files.effects_part import EffectPart
from wargame.scenarios.measure import read_measure


def actor_or_none(name: str | None) -> ActorId | None:
    """An actor's id; None when nothing was written."""
    return ActorId(name) if name else None


def front_or_none(name: str | None) -> FrontId | None:
    """A front's id; None when nothing was written."""
    return FrontId(name) if name else None


def condition(part: ConditionPart) -> Condition:
    """A condition with all its parts."""
    if part.struck is not None:
        return Struck(
            float(part.struck.rung), actor_or_none(part.struck.by), actor_or_none(part.struck.whom)
        )
    if part.measure is not None:
        found = read_measure(part.measure)
        first, second = (*found.names, "", "")[:2]
        return Measure(found.variable, found.compare, found.value, first, second)
    if part.acts is not None:
        acts = part.acts
        return ActCount(
            at_least=acts.at_least,
            rung=float(acts.rung),
            by=actor_or_none(acts.by),
            target=actor_or_none(acts.target),
            front=front_or_none(acts.front),
            within_turns=acts.within_turns,
            move=MoveId(acts.move) if acts.move else None,
        )
    if part.messages is not None:
        passed = part.messages
        return MessageCount(
            at_least=passed.at_least,
            by=actor_or_none(passed.by),
            to=actor_or_none(passed.to),
            both_ways=passed.both_ways,
            within_turns=passed.within_turns,
        )
    if part.elapsed is not None:
        return Elapsed(float(part.elapsed.minutes), part.elapsed.since)
    if part.not_ is not None:
        return Not(condition(part.not_))
    if part.all_ is not None:
        return AllOf(tuple(map(condition, part.all_)))
    return AnyOf(tuple(map(condition, part.any_ or [])))


def effect(part: EffectPart) -> Effect:
    """One effect."""
    return Effect(
        variable=part.variable,
        of=part.of,
        change=part.change,
        amount=float(part.amount),
        towards=float(part.towards),
        at_success=part.at_success,
        per_turn=part.per_turn,
        key=part.key,
    )
