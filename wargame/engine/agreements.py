"""Proposals and the law: whether one may be made, what its signatures bring, what a breach costs.

The numbers change through the law's own functions; the ledger is found by comparing all numbers
before and after, as in a turn.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from itertools import combinations

from wargame.engine.law.agreement import (
    begin_truce,
    break_promise,
    change_trust,
    conclude_pact,
    exchange,
    signs_pact,
    signs_terms,
)
from wargame.engine.law.deferral import promises_kept
from wargame.engine.law.parameters import parameters_for
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.proxies import settle_pretexts
from wargame.engine.law.world_view import WorldNumbers
from wargame.engine.lines import has_line
from wargame.engine.words import actor_name
from wargame.model.events import SystemSettled
from wargame.model.happenings import ActResolved
from wargame.model.ids import ActorId, Phase
from wargame.model.ledger import Entry
from wargame.model.proposals import Proposal, ProposalKind, ProposalState, Terms
from wargame.model.scenario import Scenario
from wargame.model.variables import BY_NAME
from wargame.model.world import World

CAUSE = "proposal"
"""Cause in the ledger, and the step under which it is told."""

KNOWN_FROM = 0.5
"""Attribution from which an act counts as its author's (MODEL D3, as for truces)."""

LONGEST_TITLE = 80

Refusal = tuple[str, str]


def terms_refusal(scenario: Scenario, world: World, by: ActorId, terms: Terms) -> Refusal | None:
    """Why a seat may not propose this; None when it may. It rests on what the seat knows alone."""
    if world.phase is Phase.ENDED:
        return "game.ended", "The game has ended; nothing more can be proposed."
    if not terms.title.strip() or len(terms.title) > LONGEST_TITLE:
        return "proposal.title", f"A proposal has a title of at most {LONGEST_TITLE} characters."
    if not terms.clauses or not all(clause.text.strip() for clause in terms.clauses):
        return "proposal.clauses", "A proposal has at least one clause, and each says something."
    seats = {seat.actor for seat in world.seats}
    named = (*terms.parties, *terms.sponsors)
    if len(set(terms.parties)) < 2 or len(set(named)) < len(named) or not set(named) <= seats:
        return "proposal.parties", "A proposal names two or more parties, and each seat once."
    if by not in named:
        return "proposal.parties", "Whoever proposes is a party or a sponsor."
    for clause in terms.clauses:
        if clause.rung is not None and not 0 <= clause.rung <= 20:
            return "proposal.rung", "A rung is between 0 and 20."
    if terms.kind is ProposalKind.CEASEFIRE and not _faces(scenario, world, terms):
        return "proposal.front", "A ceasefire names a front, and both of its sides are parties."
    unheard = [
        other
        for other in named
        if other != by
        and not has_line(scenario, world, by, other)
        and not any(
            has_line(scenario, world, by, sponsor)
            for sponsor in terms.sponsors
            if sponsor not in {by, other}
        )
    ]
    if unheard:
        name = actor_name(scenario, unheard[0])
        return "channel.missing", f"You have no line to {name}. Name a mediator as sponsor."
    return None


def signing_ledger(scenario: Scenario, world: World, terms: Terms) -> tuple[Entry, ...]:
    """What moves when every party has signed."""

    def sign(w: WorldNumbers, p: Parameters) -> None:
        actors = scenario.layout.actors
        pairs = list(combinations([actors.index(party) for party in terms.parties], 2))
        if terms.kind is ProposalKind.CEASEFIRE and terms.front is not None:
            f = scenario.layout.fronts.index(terms.front)
            begin_truce(w, p, 0, f)
            if p.linked_front[f]:
                promises_kept(w, p, 0)
                settle_pretexts(w, p, f, 0)
        elif terms.kind is ProposalKind.EXCHANGE:
            for i, j in pairs:
                exchange(w, p, 0, i, j)
        elif terms.kind is ProposalKind.PACT:
            for i, j in pairs:
                conclude_pact(w, p, 0, i, j)

    return _settled(scenario, world, world.values, sign)


def breach_ledger(
    scenario: Scenario, world: World, values: bytes, proposal: Proposal, act: ActResolved
) -> tuple[Entry, ...]:
    """What a known breach costs its author in standing, and in the trust of the other parties.

    Where the act broke a truce of the law, the law has taken that trust already.
    """
    terms = proposal.terms
    truce_ended = terms.kind is ProposalKind.CEASEFIRE and any(
        entry.variable == "truce" and entry.first == terms.front and entry.after < entry.before
        for entry in act.ledger
    )

    def pay(w: WorldNumbers, p: Parameters) -> None:
        actors = scenario.layout.actors
        breaker = actors.index(act.actor)
        break_promise(w, p, 0, breaker, act.rung)
        for party in terms.parties:
            took = truce_ended and party == act.order.target
            if party != act.actor and not took:
                change_trust(w, 0, actors.index(party), breaker, -p.talks_truce_trust)
        if terms.kind is ProposalKind.PACT:
            for party in terms.parties:
                if party != act.actor:
                    w.pact[breaker, actors.index(party), 0] = 0.0
                    w.pact[actors.index(party), breaker, 0] = 0.0

    return _settled(scenario, world, values, pay)


def willing(scenario: Scenario, world: World, seat: ActorId, terms: Terms) -> tuple[bool, str]:
    """Whether a computer seat signs, by its own willingness and trust; and why, in words."""
    p = parameters_for(scenario, world.settings.start)
    read = scenario.layout.read
    others = [party for party in terms.parties if party != seat]
    if terms.kind is ProposalKind.PACT:
        trust = min(read(world.published, "trust", seat, other) for other in others)
        return signs_pact(p, trust), f"trust {trust:.2f}, asks {p.proposals_trusting:.2f}"
    own = read(world.published, "willingness", seat)
    return signs_terms(p, own), f"willingness {own:.2f}, asks {p.proposals_willing:.2f}"


def told(
    world: World, proposal: Proposal, words: str, ledger: tuple[Entry, ...], *, known: bool = True
) -> SystemSettled:
    """What happened to a proposal, for those who know of it; for control alone if not known."""
    terms = proposal.terms
    seen = tuple(dict.fromkeys((proposal.by, *terms.parties, *terms.sponsors)))
    return SystemSettled(
        turn=world.turn,
        step=CAUSE,
        words=words,
        seen_by=seen if known and not terms.public else (),
        public=known and terms.public,
        draws=(),
        ledger=ledger,
    )


def binding(world: World) -> tuple[Proposal, ...]:
    """Proposals whose clauses bind: accepted ones, and broken ones for those who kept them."""
    states = {ProposalState.ACCEPTED, ProposalState.BROKEN}
    return tuple(p for p in world.proposals if p.state in states)


def _faces(scenario: Scenario, world: World, terms: Terms) -> bool:
    """Whether both sides of the front are among the parties."""
    fronts = scenario.layout.fronts
    if terms.front is None or terms.front not in fronts:
        return False
    p = parameters_for(scenario, world.settings.start)
    f = fronts.index(terms.front)
    actors = scenario.layout.actors
    sides = [actors[n] for n in (p.front_first[f], p.front_second[f]) if n >= 0]
    return len(sides) == 2 and set(sides) <= set(terms.parties)


def _settled(
    scenario: Scenario,
    world: World,
    values: bytes,
    change: Callable[[WorldNumbers, Parameters], None],
) -> tuple[Entry, ...]:
    """Every number that a change moves, in the order of the layout."""
    memory = bytearray(values)
    change(WorldNumbers(scenario.layout, memory), parameters_for(scenario, world.settings.start))
    size = scenario.layout.size
    before = struct.unpack(f"<{size}d", values)
    after = struct.unpack(f"<{size}d", bytes(memory))
    return tuple(
        Entry(a.variable, a.first, a.second, old, new, CAUSE, BY_NAME[a.variable].system)
        for a, old, new in zip(scenario.layout.addresses, before, after, strict=True)
        if old != new
    )
