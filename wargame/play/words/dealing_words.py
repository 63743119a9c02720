"""What a dealing did, in words for control: a message, a signature, a reading, a line."""

from __future__ import annotations

from wargame.model.channels import (
    DelaySet,
    MessageDelivered,
    MessagePassed,
    MessageRefused,
    MessageSent,
    MessagesRead,
)
from wargame.model.dealings import DealingEvent
from wargame.model.perceptions import PerceptionRecorded
from wargame.model.proposals import (
    ProposalAccepted,
    ProposalBroken,
    ProposalDeclined,
    ProposalMade,
    ProposalSigned,
)
from wargame.model.red_lines import LineCrossed, LineDrawn, LineDropped, PromiseJudged


def dealing_words(event: DealingEvent) -> str:  # noqa: C901, PLR0912 - a phrase for each kind
    """A dealing as a step of the log, such as ``a message of IRN``."""
    match event:
        case MessageSent(message):
            return f"a message of {message.sender}"
        case MessagePassed(number):
            return f"passing on message {number}"
        case MessageRefused(number):
            return f"the refusal of message {number}"
        case MessageDelivered(number):
            return f"the arrival of message {number}"
        case MessagesRead(seat):
            return f"reading by {seat}"
        case DelaySet(delay):
            return f"mediators' time in {delay.value}"
        case ProposalMade(_, _, terms):
            return f"the proposal “{terms.title}”"
        case ProposalSigned(number, seat):
            return f"the signature of {seat} under proposal {number}"
        case ProposalDeclined(_, number, seat):
            return f"the refusal of proposal {number} by {seat}"
        case ProposalAccepted(_, number):
            return f"the acceptance of proposal {number}"
        case ProposalBroken(number):
            return f"the breach of proposal {number}"
        case PerceptionRecorded(perception):
            return f"a reading of {perception.seat}"
        case LineDrawn(own):
            return f"a red line of {own.seat}"
        case LineDropped(seat):
            return f"the end of a red line of {seat}"
        case LineCrossed(crossing):
            return f"the crossing of a line of {crossing.seat}"
        case PromiseJudged(_, seat):
            return f"the judgement of a promise of {seat}"
