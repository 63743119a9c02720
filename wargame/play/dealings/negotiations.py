"""Proposals as commands: make, sign, decline, take back; computer seats answer by their will."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wargame.engine.agreements import signing_ledger, terms_refusal, told, willing
from wargame.engine.proposal_book import apply_proposals
from wargame.engine.seat_proposals import proposals_of
from wargame.engine.sending import PEOPLE
from wargame.errors import RuleError
from wargame.model.ids import ActorId, Phase
from wargame.model.proposals import (
    Proposal,
    ProposalAccepted,
    ProposalDeclined,
    ProposalEvent,
    ProposalMade,
    ProposalSigned,
    ProposalState,
    Terms,
)
from wargame.play.changes import Changes

if TYPE_CHECKING:
    from wargame.model.events import Event
    from wargame.play.live_game import LiveGame


class Negotiations:
    """The proposals of one game."""

    def __init__(self, game: LiveGame) -> None:
        self._game = game

    def refusal(self, seat: ActorId, terms: Terms) -> tuple[str, str] | None:
        """Why a seat may not propose this; None when it may."""
        return terms_refusal(self._game.scenario, self._game.world, seat, terms)

    def propose(self, seat: ActorId, terms: Terms) -> None:
        """Puts terms to the parties; a proposer who is a party has signed with that.

        Raises:
            RuleError: The terms are not complete, or there is no way to the parties.
        """
        refusal = self.refusal(seat, terms)
        if refusal:
            raise RuleError(*refusal)
        world = self._game.world
        events: list[ProposalEvent] = [ProposalMade(world.turn, seat, terms)]
        number = len(world.proposals) + 1
        if seat in terms.parties:
            events.append(ProposalSigned(number, seat, "its own proposal"))
        self._commit(number, events)

    def sign(self, seat: ActorId, number: int) -> None:
        """Signs a proposal, by the seat's own number.

        Raises:
            RuleError: The seat has nothing to sign there.
        """
        proposal = self._open(seat, number)
        if seat not in proposal.terms.parties or seat in proposal.signed:
            raise RuleError("proposal.signed", "This seat has nothing to sign there.")
        self._commit(proposal.number, [ProposalSigned(proposal.number, seat, "")])

    def decline(self, seat: ActorId, number: int) -> None:
        """Turns a proposal down, or takes the seat's own back.

        Raises:
            RuleError: It is not open, or the seat is no party to it.
        """
        proposal = self._open(seat, number)
        own = seat == proposal.by
        if not own and seat not in proposal.terms.parties:
            raise RuleError("proposal.party", "Only a party can turn a proposal down.")
        turn = self._game.world.turn
        declined = ProposalDeclined(turn, proposal.number, seat, withdrawn=own, why="")
        self._commit(proposal.number, [declined])

    def _open(self, seat: ActorId, number: int) -> Proposal:
        """A proposal that is open, by the seat's own number."""
        known = proposals_of(self._game.world, seat)
        proposal = known[number - 1] if 0 < number <= len(known) else None
        if proposal is None:
            raise RuleError("proposal.unknown", f"This seat knows no proposal {number}.")
        if proposal.state is not ProposalState.OPEN or self._game.world.phase is Phase.ENDED:
            raise RuleError("proposal.closed", "This proposal is no longer open.")
        return proposal

    def _commit(self, number: int, events: list[ProposalEvent]) -> None:
        """The events, then the answers of computer seats, then what follows from the last."""
        game = self._game
        world, scenario = game.world, game.scenario
        proposals = world.proposals
        for event in events:
            proposals = apply_proposals(proposals, event)
        for party in proposals[number - 1].terms.parties:
            proposal = proposals[number - 1]
            asked = proposal.state is ProposalState.OPEN and party not in proposal.signed
            if not asked or world.seat(party).controller in PEOPLE:
                continue
            signs, why = willing(scenario, world, party, proposal.terms)
            answer: ProposalEvent = ProposalSigned(number, party, why)
            if not signs:
                answer = ProposalDeclined(world.turn, number, party, withdrawn=False, why=why)
            events.append(answer)
            proposals = apply_proposals(proposals, answer)
        proposal = proposals[number - 1]
        all_events: list[Event] = [*events]
        settled = set(proposal.signed) >= set(proposal.terms.parties)
        if proposal.state is ProposalState.OPEN and settled:
            over = world.phase in {Phase.ADJUDICATE, Phase.OUTCOME}
            all_events.append(ProposalAccepted(world.turn + over, number))
            ledger = signing_ledger(scenario, world, proposal.terms)
            words = f"“{proposal.terms.title}” was signed by every party."
            all_events.append(told(world, proposal, words, ledger))
        seats = frozenset({proposal.by, *proposal.terms.parties, *proposal.terms.sponsors})
        changes = Changes(
            parts=frozenset({"channels", "proposals"}),
            seats=seats if len(all_events) > len(events) else frozenset(),
            events=len(all_events) - len(events),
        )
        game.commit(all_events, changes)
