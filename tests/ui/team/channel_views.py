"""What tests give the channels of a team's screen."""

from __future__ import annotations

from dataclasses import replace

from tests.ui.team.seat_views import IRN, ISR, QAT, USA
from wargame.model.channel_view import (
    Channels,
    ClauseView,
    LineView,
    MessageView,
    NoticeView,
    ProposalView,
)
from wargame.model.proposals import ProposalKind, ProposalState

NOTICE = NoticeView(IRN, QAT, ISR, 72.0, 13.0, "Defences are readier.", "3 Aug 04:00", None)


def message(number: int, **values: object) -> MessageView:
    """A new message from Qatar to Iran."""
    plain = MessageView(
        number=number,
        partner=QAT,
        by=QAT,
        sender=QAT,
        to=IRN,
        via=None,
        words=f"Message {number}",
        when="3 Aug 04:00",
        status="Directly",
        is_new=True,
        asks=False,
        can_pass=False,
        quotable=True,
        notice=None,
    )
    return replace(plain, **values)  # type: ignore[arg-type]


def proposal(number: int, **values: object) -> ProposalView:
    """An open pact of Qatar's that Iran can sign."""
    plain = ProposalView(
        number=number,
        title="A pause",
        kind=ProposalKind.PACT,
        by=QAT,
        parties=(IRN, QAT),
        sponsors=(USA,),
        signed=(QAT,),
        state=ProposalState.OPEN,
        words="Waits for Iran.",
        front="",
        clauses=(ClauseView("No direct strike.", "Forbids every party acts of R10 or higher."),),
        turn=2,
        may_sign=True,
        may_withdraw=False,
        public=False,
    )
    return replace(plain, **values)  # type: ignore[arg-type]


def channels(*messages: MessageView, **values: object) -> Channels:
    """Lines to Qatar and the United States, and these messages."""
    plain = Channels(
        lines=(LineView(QAT, 0.6, 0.03, 0.09), LineView(USA, 0.3, 0.034, 0.094)),
        messages=messages,
        fronts=(("lebanon", "Lebanon"),),
    )
    return replace(plain, **values)  # type: ignore[arg-type]
