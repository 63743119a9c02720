"""What a seat may know of proposals: its own, those it must sign or stands behind, public ones."""

from __future__ import annotations

from wargame.engine.words import actor_name
from wargame.model.channel_view import ClauseView, ProposalView
from wargame.model.ids import ActorId, Phase
from wargame.model.proposals import Breach, Clause, Proposal, ProposalState
from wargame.model.scenario import Scenario
from wargame.model.world import World


def proposals_of(world: World, seat: ActorId) -> tuple[Proposal, ...]:
    """The proposals that a seat knows, oldest first."""
    return tuple(
        p
        for p in world.proposals
        if p.terms.public or seat in {p.by, *p.terms.parties, *p.terms.sponsors}
    )


def proposals_known(scenario: Scenario, world: World, seat: ActorId) -> tuple[ProposalView, ...]:
    """The same as the seat sees them."""
    return tuple(
        proposal_view(scenario, world, p, number, seat)
        for number, p in enumerate(proposals_of(world, seat), start=1)
    )


def proposal_view(
    scenario: Scenario, world: World, p: Proposal, number: int, seat: ActorId | None
) -> ProposalView:
    """A proposal as a seat has it, or as control does (``seat`` None)."""
    breaches = tuple(b for b in p.breaches if _sees(world, b, seat))
    state = p.state
    if state is ProposalState.BROKEN and not breaches:
        state = ProposalState.ACCEPTED
    open_now = p.state is ProposalState.OPEN and world.phase is not Phase.ENDED
    fronts = {front.id: front.name for front in scenario.fronts}
    return ProposalView(
        number=number,
        title=p.terms.title,
        kind=p.terms.kind,
        by=p.by,
        parties=p.terms.parties,
        sponsors=p.terms.sponsors,
        signed=p.signed,
        state=state,
        words=_state_words(scenario, p, state, breaches),
        front=fronts.get(p.terms.front, "") if p.terms.front else "",
        clauses=tuple(
            ClauseView(clause.text, forbidden_words(scenario, clause)) for clause in p.terms.clauses
        ),
        turn=p.turn,
        may_sign=open_now and seat in p.terms.parties and seat not in p.signed,
        may_withdraw=open_now and seat == p.by,
        public=p.terms.public,
    )


def forbidden_words(scenario: Scenario, clause: Clause) -> str:
    """What a clause forbids, in words; empty for nothing."""
    if clause.rung is None:
        return ""
    who = _listed(scenario, clause.binds) if clause.binds else "every party"
    parts = [f"Forbids {who} acts of R{clause.rung:.0f} or higher"]
    if clause.against:
        parts.append(f"against {_listed(scenario, clause.against)}")
    else:
        parts.append("against the other parties")
    if clause.front:
        fronts = {front.id: front.name for front in scenario.fronts}
        parts.append(f"on the front {fronts.get(clause.front, clause.front)}")
    return " ".join(parts) + "."


def _sees(world: World, breach: Breach, seat: ActorId | None) -> bool:
    if seat is None:
        return True
    return breach.turn <= world.published_turn and (breach.known or breach.by == seat)


def _state_words(
    scenario: Scenario, p: Proposal, state: ProposalState, breaches: tuple[Breach, ...]
) -> str:
    if state is ProposalState.OPEN:
        missing = [party for party in p.terms.parties if party not in p.signed]
        return f"Waits for {_listed(scenario, missing)}."
    if state is ProposalState.ACCEPTED:
        return f"Signed by all in turn {p.settled}; it binds."
    if state is ProposalState.BROKEN:
        first = breaches[0]
        who = actor_name(scenario, first.by)
        return f"{who} broke clause {first.clause} in turn {first.turn}."
    who = actor_name(scenario, p.closed_by)
    if state is ProposalState.WITHDRAWN:
        return f"{who} took it back in turn {p.settled}."
    return f"{who} declined in turn {p.settled}."


def _listed(scenario: Scenario, actors: list[ActorId] | tuple[ActorId, ...]) -> str:
    names = [actor_name(scenario, actor) for actor in actors]
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
