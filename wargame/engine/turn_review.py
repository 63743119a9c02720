"""What a turn means for given words: lines crossed, promises kept or broken, clauses broken.

It is judged when control publishes the outcome, from acts as they then stand, so that rulings
count; before that ``crossings_in`` tells control what will be recorded.
"""

from __future__ import annotations

from collections.abc import Iterator

from wargame.engine.agreements import KNOWN_FROM, binding, breach_ledger, told
from wargame.engine.ledger_values import changed_values
from wargame.engine.line_book import red_lines_of
from wargame.engine.words import actor_name
from wargame.model.events import Event
from wargame.model.happenings import ActResolved, Sighting
from wargame.model.ids import ActorId
from wargame.model.proposals import Breach, Clause, Proposal, ProposalBroken
from wargame.model.red_lines import Crossing, LineCrossed, OwnLine, PromiseJudged
from wargame.model.scenario import Scenario
from wargame.model.world import World

SURE = 0.9
"""From this certainty on an act counts as attributed, as in what seats see."""


def review_of(scenario: Scenario, world: World) -> tuple[Event, ...]:
    """Everything that publishing the present turn records about given words."""
    crossings = crossings_in(scenario, world)
    return (
        *(LineCrossed(crossing) for crossing in crossings),
        *_promises(world, crossings),
        *_breaches(scenario, world),
    )


def crossings_in(scenario: Scenario, world: World) -> tuple[Crossing, ...]:
    """Lines that acts of the present turn cross, each line and actor once in a game."""
    known = {(c.seat, c.line, c.by) for c in world.red_lines.crossings}
    found = []
    for seat in world.seats:
        for own in red_lines_of(scenario, world, seat.actor):
            for number, act in _acts(world):
                key = (seat.actor, own.line.id, act.actor)
                if key not in known and crosses(own, act):
                    known.add(key)
                    found.append(_crossing(own, number, act))
    return tuple(found)


def crosses(own: OwnLine, act: ActResolved) -> bool:
    """Whether an act, as it truly was, crosses a line."""
    line = own.line
    against = line.against or (own.seat,)
    return (
        not act.goes_on
        and act.actor != own.seat
        and act.rung >= line.rung
        and act.order.target in against
        and (not line.by or act.actor in line.by)
        and (line.front is None or act.front == line.front)
    )


def _crossing(own: OwnLine, number: int, act: ActResolved) -> Crossing:
    return Crossing(
        seat=own.seat,
        line=own.line.id,
        turn=act.turn,
        act=number,
        by=act.actor,
        rung=act.rung,
        seen=_knows(act, own.seat),
        due=act.turn + own.within,
        answer=own.answer,
    )


def _knows(act: ActResolved, seat: ActorId) -> bool:
    """Whether a seat learned of an act and is sure who did it."""
    sighting: Sighting | None = next((s for s in act.sightings if s.seat == seat), None)
    return sighting is not None and dict(sighting.shares).get(act.actor, 0.0) >= SURE


def _promises(world: World, fresh: tuple[Crossing, ...]) -> Iterator[PromiseJudged]:
    """Promises that were answered in this turn, and those whose time is over."""
    for crossing in (*world.red_lines.crossings, *fresh):
        if crossing.kept is not None:
            continue
        answers = (
            number
            for number, act in _acts(world)
            if act.actor == crossing.seat
            and not act.goes_on
            and act.order.target == crossing.by
            and act.rung >= crossing.answer
            and number > crossing.act
        )
        answer = next(answers, 0)
        if answer or world.turn >= crossing.due:
            yield PromiseJudged(
                turn=world.turn,
                seat=crossing.seat,
                line=crossing.line,
                act=crossing.act,
                kept=bool(answer),
                answered=answer,
            )


def _breaches(scenario: Scenario, world: World) -> Iterator[Event]:
    """Clauses that acts of this turn broke; each actor breaks a proposal once in a turn."""
    values = world.values
    for proposal in binding(world):
        bound = set(proposal.terms.parties) - {b.by for b in proposal.breaches if b.known}
        for number, act in _acts(world):
            place = _broken_clause(proposal, act)
            if act.actor not in bound or not place:
                continue
            bound.discard(act.actor)
            known = act.attribution >= KNOWN_FROM
            ledger = breach_ledger(scenario, world, values, proposal, act) if known else ()
            values = changed_values(scenario, values, ledger)
            breach = Breach(world.turn, act.actor, place, number, known)
            yield ProposalBroken(proposal.number, breach)
            words = (
                f"{actor_name(scenario, act.actor)} broke clause {place} of "
                f"“{proposal.terms.title}”."
            )
            yield told(world, proposal, words, ledger, known=known)


def _broken_clause(proposal: Proposal, act: ActResolved) -> int:
    """The first clause that an act breaks, from 1; 0 for none."""
    if act.turn < proposal.settled:
        return 0
    for place, clause in enumerate(proposal.terms.clauses, start=1):
        if _forbids(proposal, clause, act):
            return place
    return 0


def _forbids(proposal: Proposal, clause: Clause, act: ActResolved) -> bool:
    parties = proposal.terms.parties
    against = clause.against or tuple(p for p in parties if p != act.actor)
    return (
        clause.rung is not None
        and act.rung >= clause.rung
        and act.actor in (clause.binds or parties)
        and act.order.target in against
        and (clause.front is None or act.front == clause.front)
    )


def _acts(world: World) -> Iterator[tuple[int, ActResolved]]:
    """Acts of the present turn with their event's number."""
    for number, happening in world.turns[-1] if world.turns else ():
        if isinstance(happening, ActResolved):
            yield number, happening
