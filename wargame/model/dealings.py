"""Everything that seats do beside giving orders, as one family of events: what they say, propose,
read into acts, and draw as their lines."""

from __future__ import annotations

from wargame.model.channels import (
    ChannelEvent,
    DelaySet,
    MessageDelivered,
    MessagePassed,
    MessageRefused,
    MessageSent,
    MessagesRead,
)
from wargame.model.perceptions import PerceptionRecorded
from wargame.model.proposals import (
    ProposalAccepted,
    ProposalBroken,
    ProposalDeclined,
    ProposalEvent,
    ProposalMade,
    ProposalSigned,
)
from wargame.model.red_lines import (
    LineCrossed,
    LineDrawn,
    LineDropped,
    LineEvent,
    PromiseJudged,
)

DealingEvent = ChannelEvent | ProposalEvent | LineEvent | PerceptionRecorded

DEALING_EVENTS: tuple[type[DealingEvent], ...] = (
    MessageSent,
    MessagePassed,
    MessageRefused,
    MessageDelivered,
    MessagesRead,
    DelaySet,
    ProposalMade,
    ProposalSigned,
    ProposalDeclined,
    ProposalAccepted,
    ProposalBroken,
    PerceptionRecorded,
    LineDrawn,
    LineDropped,
    LineCrossed,
    PromiseJudged,
)
