"""What one seat sees of messages, proposals and advance warnings; numbered for that seat alone."""

from __future__ import annotations

from dataclasses import dataclass

from wargame.model.ids import ActorId
from wargame.model.proposals import ProposalKind, ProposalState


@dataclass(frozen=True, slots=True)
class LineView:
    """A seat that can be spoken with.

    Attributes:
        actor: The other side.
        quality: Quality of the line, 0 to 1.
        risk: Chance 0 to 1 that a message on it comes out.
        carried_risk: The same when the other side carries it on to somebody else.
    """

    actor: ActorId
    quality: float
    risk: float
    carried_risk: float


@dataclass(frozen=True, slots=True)
class NoticeView:
    """An advance warning as an object.

    Attributes:
        by: Who warns.
        to: Who was told; None for everybody.
        about: Against whom the act is.
        hours: Hours of warning.
        rung: The rung to be expected; None when it was not said.
        effect: What it does, in words.
        when: In-game time, in words.
        came: Whether an act followed, as far as the seat knows; None while that is open.
    """

    by: ActorId
    to: ActorId | None
    about: ActorId
    hours: float
    rung: float | None
    effect: str
    when: str
    came: bool | None


@dataclass(frozen=True, slots=True)
class MessageView:
    """A message as one seat has it.

    Attributes:
        number: Number among the messages that this seat knows, from 1.
        partner: Whose conversation it belongs to; None for what is said in public.
        by: Whose words are read.
        sender: Who sent it; differs from ``by`` where a mediator put it into words.
        to: Whom it was for in the end; None for everybody.
        via: The mediator; None for a direct line.
        words: What this seat reads.
        when: In-game time, in words.
        status: Where it is and whose words it is in, in a few words.
        is_new: Whether this seat has yet to read it.
        asks: Whether the seat, as mediator, has to pass it on or refuse.
        can_pass: Whether the seat has a line to the one it is for.
        quotable: Whether it may be quoted by name.
        notice: The advance warning in it; None for plain words.
    """

    number: int
    partner: ActorId | None
    by: ActorId
    sender: ActorId
    to: ActorId | None
    via: ActorId | None
    words: str
    when: str
    status: str
    is_new: bool
    asks: bool
    can_pass: bool
    quotable: bool
    notice: NoticeView | None


@dataclass(frozen=True, slots=True)
class ClauseView:
    """A clause in words, and what it forbids in words (empty for nothing)."""

    text: str
    forbids: str


@dataclass(frozen=True, slots=True)
class ProposalView:
    """A proposal as one seat has it.

    Attributes:
        number: Number among the proposals that this seat knows, from 1.
        title: Its title.
        kind: What it is for.
        by: Who made it.
        parties: Who must sign.
        sponsors: Who stands behind it.
        signed: Who has signed.
        state: How it stands, as far as the seat knows.
        words: The same in a sentence.
        front: The front's name; empty for none.
        clauses: The clauses.
        turn: The turn in which it was made.
        may_sign: Whether the seat can sign or decline now.
        may_withdraw: Whether the seat can take it back.
        public: Whether everybody knows of it.
    """

    number: int
    title: str
    kind: ProposalKind
    by: ActorId
    parties: tuple[ActorId, ...]
    sponsors: tuple[ActorId, ...]
    signed: tuple[ActorId, ...]
    state: ProposalState
    words: str
    front: str
    clauses: tuple[ClauseView, ...]
    turn: int
    may_sign: bool
    may_withdraw: bool
    public: bool


@dataclass(frozen=True, slots=True)
class Channels:
    """Everything of the channels that one seat may know.

    Attributes:
        lines: With whom it can speak.
        messages: What it has heard and said, in the order in which it learned it.
        proposals: The proposals that it knows, oldest first.
        notices: Advance warnings that it gave or was given, oldest first.
        fronts: The fronts on which a ceasefire can be proposed: id and name.
    """

    lines: tuple[LineView, ...] = ()
    messages: tuple[MessageView, ...] = ()
    proposals: tuple[ProposalView, ...] = ()
    notices: tuple[NoticeView, ...] = ()
    fronts: tuple[tuple[str, str], ...] = ()
