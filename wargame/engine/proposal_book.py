"""What events of proposals do to the list of proposals; pure, as every fold of the log."""

from __future__ import annotations

from dataclasses import replace

from wargame.model.proposals import (
    Proposal,
    ProposalAccepted,
    ProposalBroken,
    ProposalDeclined,
    ProposalEvent,
    ProposalMade,
    ProposalSigned,
    ProposalState,
)

Proposals = tuple[Proposal, ...]


def apply_proposals(proposals: Proposals, event: ProposalEvent) -> Proposals:
    """The proposals after an event."""
    match event:
        case ProposalMade(turn, by, terms):
            return (*proposals, Proposal(len(proposals) + 1, by, terms, turn))
        case ProposalSigned(number, seat):
            old = proposals[number - 1]
            return _with(proposals, replace(old, signed=(*old.signed, seat)))
        case ProposalDeclined(turn, number, seat, withdrawn):
            state = ProposalState.WITHDRAWN if withdrawn else ProposalState.DECLINED
            old = proposals[number - 1]
            return _with(proposals, replace(old, state=state, closed_by=seat, settled=turn))
        case ProposalAccepted(turn, number):
            old = proposals[number - 1]
            return _with(proposals, replace(old, state=ProposalState.ACCEPTED, settled=turn))
        case ProposalBroken(number, breach):
            old = proposals[number - 1]
            return _with(
                proposals,
                replace(old, state=ProposalState.BROKEN, breaches=(*old.breaches, breach)),
            )


def _with(proposals: Proposals, changed: Proposal) -> Proposals:
    place = changed.number - 1
    return (*proposals[:place], changed, *proposals[place + 1 :])
