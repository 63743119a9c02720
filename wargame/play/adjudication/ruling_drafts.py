"""Drafts of rulings made into events: what differs from the proposal, and acts that are written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from wargame.engine.law.ladder import intensity
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.ruling_numbers import heat_of_rung, ruled_entries
from wargame.engine.sightings import LOUD_RUNG
from wargame.engine.words import actor_name
from wargame.model.events import ActResolved, Sighting
from wargame.model.ids import ActorId
from wargame.model.ledger import Entry
from wargame.model.moves import Category
from wargame.model.orders import Order
from wargame.model.ruling_views import (
    ActDraft,
    Case,
    EffectLine,
    Learning,
    OutcomeDraft,
    Place,
)
from wargame.model.rulings import ENDING, LEAST_REASON, ActFacts, facts_of
from wargame.model.scenario import Scenario
from wargame.model.world import World
from wargame.play.adjudication.ruling_effects import difference
from wargame.play.words.number_words import change_texts, key_words

COUNTED = ("deaths", "displaced")
"""Variables whose change on the target's side is what the act itself counts."""

MIDDLE_OF_TURN = 0.5
LONGEST_WORDS = 2_000


def differences(
    finals: Iterable[tuple[Place, float]], effects: Sequence[EffectLine]
) -> dict[Place, float]:
    """By how much each edited number differs from the proposal."""
    lines = {line.place: line for line in effects}
    found = {place: difference(lines[place], value) for place, value in finals if place in lines}
    return {place: by for place, by in found.items() if by}


def ruled_facts(act: ActResolved, draft: ActDraft, by: Mapping[Place, float]) -> ActFacts:
    """An act as a draft rules it; people killed and displaced follow from the effects."""
    facts = facts_of(act)
    target = act.order.target or ""
    killed = facts.killed + round(by.get(("deaths", target, ""), 0.0))
    displaced = facts.displaced + round(by.get(("displaced", target, ""), 0.0))
    leaked = dict(facts.leaked) | dict(draft.leaked)
    sightings, told = learned(act, facts.sightings, facts.told, draft.learnings)
    return replace(
        facts,
        success=facts.success if draft.success is None else draft.success,
        killed=max(0, killed),
        displaced=max(0, displaced),
        leaked=tuple((weapon, leaked[weapon]) for weapon, _ in facts.leaked),
        words=draft.words.strip() or facts.words,
        told=told,
        sightings=sightings,
    )


def learned(
    act: ActResolved,
    sightings: tuple[Sighting, ...],
    told: tuple[tuple[ActorId, str], ...],
    learnings: Iterable[Learning],
) -> tuple[tuple[Sighting, ...], tuple[tuple[ActorId, str], ...]]:
    """What seats learn after control's changes: sightings, and words of their own."""
    seen = {sighting.seat: sighting for sighting in sightings}
    words = dict(told)
    for learning in learnings:
        if not learning.learns:
            seen.pop(learning.seat, None)
            words.pop(learning.seat, None)
            continue
        plain = Sighting(learning.seat, ((act.actor, 1.0),), act.rung, "told")
        seen.setdefault(learning.seat, plain)
        if learning.words.strip():
            words[learning.seat] = learning.words.strip()
        else:
            words.pop(learning.seat, None)
    return tuple(seen.values()), tuple(sorted(words.items()))


def changes_in_words(
    scenario: Scenario,
    before: ActFacts,
    after: ActFacts,
    by: Mapping[Place, float],
    effects: Sequence[EffectLine],
) -> tuple[str, ...]:
    """What a ruling changes, a line for each thing."""
    lines = []
    for line in effects:
        if line.place in by:
            variable = line.place[0]
            final = line.proposed + by[line.place]
            one, two, _ = change_texts(variable, line.proposed, final)
            whose = f", {line.whose}" if line.whose else ""
            lines.append(f"{line.what}{whose}: {two} instead of {one}")
    if before.success != after.success:
        lines.append("It comes off" if after.success else "It fails")
    for (weapon, was), (_, now) in zip(before.leaked, after.leaked, strict=True):
        if was != now:
            lines.append(f"{key_words(weapon).capitalize()} through: {now} instead of {was}")
    if before.words != after.words:
        lines.append("What happened, in control's words")
    saw = {s.seat: s for s in before.sightings}
    see = {s.seat: s for s in after.sightings}
    for seat in dict.fromkeys((*saw, *see)):
        if seat not in see:
            lines.append(f"{actor_name(scenario, seat)} does not learn of it")
        elif seat not in saw:
            lines.append(f"{actor_name(scenario, seat)} learns of it")
        elif dict(before.told).get(seat) != dict(after.told).get(seat):
            lines.append(f"{actor_name(scenario, seat)} reads other words")
    return tuple(lines)


def endings_of_turn(world: World) -> dict[Place, float]:
    """What ended the game in this turn, as the differences that take it back."""
    found: dict[Place, float] = {}
    for _, happening in world.turns[-1]:
        for entry in getattr(happening, "ledger", ()):
            if entry.variable in ENDING:
                place = (entry.variable, entry.first, entry.second)
                found[place] = found.get(place, 0.0) + entry.before - entry.after
    return found


def reason_fault(reason: str) -> str:
    """What is missing from a reason; empty for nothing."""
    missing = LEAST_REASON - len(reason.strip())
    if missing <= 0:
        return ""
    return f"Say why, in at least {LEAST_REASON} characters: {missing} more."


def written_entries(
    scenario: Scenario,
    p: Parameters,
    world: World,
    draft: OutcomeDraft,
    effects: Sequence[EffectLine],
    cause: str,
) -> tuple[Entry, ...]:
    """The ledger of an outcome that control writes: its effects, and the heat of its rung."""
    by = differences(draft.finals, effects)
    for place, heat in heat_of_rung(draft.front, draft.rung if draft.success else 0.0).items():
        by[place] = by.get(place, 0.0) + heat
    return ruled_entries(scenario, p, world, by, cause)


def written_act(
    scenario: Scenario,
    world: World,
    case: Case,
    order: Order,
    draft: OutcomeDraft,
    ledger: tuple[Entry, ...],
) -> ActResolved:
    """What happened, as control wrote it."""
    numbers = [h.number for _, h in world.turns[-1] if isinstance(h, ActResolved)]
    target = order.target or ""
    counts = {
        variable: round(
            sum(e.after - e.before for e in ledger if (e.variable, e.first) == (variable, target))
        )
        for variable in COUNTED
    }
    act = ActResolved(
        number=1 + max(numbers, default=0),
        turn=world.turn,
        day=(world.turn - 1 + MIDDLE_OF_TURN) * scenario.turn_days,
        actor=case.seat,
        order=order,
        front=draft.front,
        rung=draft.rung,
        severity=intensity(draft.rung) if draft.success else 0.0,
        success=draft.success,
        choreographed=False,
        warning_hours=0.0,
        weapons=(),
        killed=max(0, counts["deaths"]),
        displaced=max(0, counts["displaced"]),
        attribution=1.0 if order.overt else 0.0,
        sightings=first_sightings(scenario, world, case.seat, order, draft.rung),
        draws=(),
        ledger=ledger,
        words=draft.words.strip(),
    )
    sightings, told = learned(act, act.sightings, (), draft.learnings)
    return replace(act, sightings=sightings, told=told)


def first_sightings(
    scenario: Scenario, world: World, actor: ActorId, order: Order, rung: float
) -> tuple[Sighting, ...]:
    """Who learns of a written outcome as long as control says nothing else.

    What is done openly is seen by all, and so is violence too loud to hide; what is done covertly
    is known to its actor alone, and to its target once it is felt.
    """
    move = scenario.move.get(order.move)
    covert = move is not None and (move.category is Category.COVERT or move.deniability >= 1)
    is_known = order.overt and not covert
    is_seen = is_known or rung >= LOUD_RUNG
    share = ((actor, 1.0),) if is_known else ()
    found = []
    for seat in world.seats:
        if seat.actor == actor:
            found.append(Sighting(actor, ((actor, 1.0),), rung, "own"))
        elif seat.actor == order.target and (is_seen or rung > 0):
            found.append(Sighting(seat.actor, share, rung, "target"))
        elif is_seen:
            found.append(Sighting(seat.actor, share, rung, "public"))
    return tuple(found)
