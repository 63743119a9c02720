"""Proposals: terms on paper, with clauses, sponsors and signatures; accepted, closed or broken."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from wargame.model.ids import ActorId, FrontId


class ProposalKind(StrEnum):
    """What a proposal is for; the law answers to each differently."""

    CEASEFIRE = "ceasefire"
    EXCHANGE = "exchange"
    PACT = "pact"


class ProposalState(StrEnum):
    """How a proposal stands."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause.

    Attributes:
        text: The clause in words.
        rung: Lowest rung that it forbids, 0 to 20; None for a clause that forbids no act.
        binds: Whom it binds; empty for every party.
        front: Only acts on this front; None for any.
        against: Only acts against these; empty for acts against any other party.
    """

    text: str
    rung: float | None = None
    binds: tuple[ActorId, ...] = ()
    front: FrontId | None = None
    against: tuple[ActorId, ...] = ()


@dataclass(frozen=True, slots=True)
class Terms:
    """What is proposed.

    Attributes:
        title: A few words.
        kind: What it is for.
        parties: Who must sign, two or more; the proposer may be one of them.
        sponsors: Who stands behind it and sees it; may be empty.
        front: The front of a ceasefire; None for the others.
        clauses: The clauses, one or more.
        public: Whether everybody knows of it.
    """

    title: str
    kind: ProposalKind
    parties: tuple[ActorId, ...]
    sponsors: tuple[ActorId, ...]
    front: FrontId | None
    clauses: tuple[Clause, ...]
    public: bool


@dataclass(frozen=True, slots=True)
class Breach:
    """A forbidden act of a bound actor.

    Attributes:
        turn: The turn.
        by: Who broke it.
        clause: Which clause, from 1.
        act: Number of the act's event in the log.
        known: Whether the others know whose act it was.
    """

    turn: int
    by: ActorId
    clause: int
    act: int
    known: bool


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposal and what became of it.

    Attributes:
        number: Number among all proposals, from 1; no seat ever sees it.
        by: Who proposed it.
        terms: What is proposed.
        turn: The turn in which it was made.
        signed: Who has signed, in order.
        state: How it stands.
        closed_by: Who declined or withdrew it; None while nobody has.
        settled: The turn in which it was accepted or closed; 0 while it is open.
        breaches: Every breach.
    """

    number: int
    by: ActorId
    terms: Terms
    turn: int
    signed: tuple[ActorId, ...] = ()
    state: ProposalState = ProposalState.OPEN
    closed_by: ActorId | None = None
    settled: int = 0
    breaches: tuple[Breach, ...] = ()


@dataclass(frozen=True, slots=True)
class ProposalMade:
    """A seat, or control for it, put a proposal to the parties."""

    kind: ClassVar[str] = "proposal-made"
    turn: int
    by: ActorId
    terms: Terms


@dataclass(frozen=True, slots=True)
class ProposalSigned:
    """A party signed."""

    kind: ClassVar[str] = "proposal-signed"
    number: int
    seat: ActorId
    why: str


@dataclass(frozen=True, slots=True)
class ProposalDeclined:
    """A party turned a proposal down, or its proposer took it back."""

    kind: ClassVar[str] = "proposal-declined"
    turn: int
    number: int
    seat: ActorId
    withdrawn: bool
    why: str


@dataclass(frozen=True, slots=True)
class ProposalAccepted:
    """Every party has signed: the terms bind. What moves the numbers is settled beside it."""

    kind: ClassVar[str] = "proposal-accepted"
    turn: int
    number: int


@dataclass(frozen=True, slots=True)
class ProposalBroken:
    """A bound actor did what a clause forbids. What that costs is settled beside it."""

    kind: ClassVar[str] = "proposal-broken"
    number: int
    breach: Breach


ProposalEvent = ProposalMade | ProposalSigned | ProposalDeclined | ProposalAccepted | ProposalBroken
