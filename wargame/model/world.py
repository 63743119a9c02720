"""The world: the whole state of a game at one moment, frozen.

Only ``engine/apply.py`` makes a new one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from wargame.model.added import ADDED
from wargame.model.channels import ChannelBook
from wargame.model.events import ActResolved, OrderLapsed, SystemSettled
from wargame.model.ids import ActorId, Phase
from wargame.model.injects import InjectBook
from wargame.model.orders import Order, StandingAct
from wargame.model.outcome import Outcome
from wargame.model.perceptions import Perception
from wargame.model.proposals import Proposal
from wargame.model.questions import Question
from wargame.model.red_lines import LineBook
from wargame.model.rulings import RulingBook
from wargame.model.seats import Seat, Settings

Happening = ActResolved | OrderLapsed | SystemSettled
"""What can stand in the list of events of a turn."""


@dataclass(frozen=True, slots=True)
class World:
    """The state of a game.

    Attributes:
        settings: What the set-up decided; seats as they are now are in ``seats``.
        turn: From 1; 0 before the first turn.
        phase: Phase of the turn.
        seats: Seats as they are now, in the scenario's order.
        sealed: Sealed orders of this turn by seat.
        values: The numbers, little-endian float64 in the order of the scenario's layout.
        published: The numbers when the last outcome was published; what seats may know of.
        published_turn: Last turn whose outcome was published; 0 for none.
        standing: Sustained, standing and prepared moves.
        standing_published: The same when the last outcome was published.
        index_path: The index at the start and after each adjudicated turn, oldest first.
        index_published: The same, as far as published.
        turns: What happened in each turn, turn 1 first, each with the event's number.
        outcome: How the game ended; None while it goes on.
        events: Number of the last event folded in.
        rulings: What control ruled and weighs.
        channels: What seats said to one another.
        proposals: What was proposed, and what became of it.
        perceptions: How teams read acts, as they recorded it.
        red_lines: Lines drawn in the game, crossings and promises.
        injects: What the session has done to its list of injects.
        questions: What seats have asked control, oldest first.
    """

    settings: Settings
    turn: int
    phase: Phase
    seats: tuple[Seat, ...]
    sealed: tuple[tuple[ActorId, tuple[Order, ...]], ...]
    values: bytes = field(repr=False)
    published: bytes = field(repr=False)
    published_turn: int
    standing: tuple[StandingAct, ...]
    standing_published: tuple[StandingAct, ...]
    index_path: tuple[float, ...]
    index_published: tuple[float, ...]
    turns: tuple[tuple[tuple[int, Happening], ...], ...] = field(repr=False)
    outcome: Outcome | None
    events: int
    rulings: RulingBook = field(default=RulingBook(), metadata=ADDED)
    channels: ChannelBook = field(default=ChannelBook(), metadata=ADDED)
    proposals: tuple[Proposal, ...] = field(default=(), metadata=ADDED)
    perceptions: tuple[Perception, ...] = field(default=(), metadata=ADDED)
    red_lines: LineBook = field(default=LineBook(), metadata=ADDED)
    injects: InjectBook = field(default=InjectBook(), metadata=ADDED)
    questions: tuple[Question, ...] = field(default=(), metadata=ADDED)

    def happenings(self) -> Iterator[tuple[int, Happening]]:
        """Everything that happened, oldest first, with the event's number."""
        for turn in self.turns:
            yield from turn

    def seat(self, actor: ActorId) -> Seat:
        """The seat of an actor.

        Raises:
            KeyError: The actor has no seat.
        """
        for seat in self.seats:
            if seat.actor == actor:
                return seat
        raise KeyError(actor)

    def sealed_orders(self, actor: ActorId) -> tuple[Order, ...] | None:
        """The sealed orders of a seat this turn; None when it has not sealed."""
        return dict(self.sealed).get(actor)

    def state_hash(self) -> str:
        """SHA-256 over the numbers and what they stand beside: equal worlds, equal hashes."""
        digest = hashlib.sha256(self.values)
        digest.update(self.published)
        digest.update(
            repr(
                (self.turn, self.phase.value, self.sealed, self.standing, self.index_path)
            ).encode()
        )
        digest.update(repr((self.index_published, self.seats, self.outcome)).encode())
        digest.update(repr([[number for number, _ in turn] for turn in self.turns]).encode())
        if self.rulings != RulingBook():
            digest.update(repr(self.rulings).encode())
        argued = [order.argument for _, sheet in self.sealed for order in sheet if order.argument]
        if argued:
            digest.update(repr(argued).encode())
        for dealt in (self.channels, self.proposals, self.perceptions, self.red_lines):
            # What a game has not used leaves no trace, so that older games keep their hashes.
            if dealt not in ((), ChannelBook(), LineBook()):
                digest.update(repr(dealt).encode())
        # What a game has not used leaves no trace, so that older games keep their hashes.
        if self.injects != InjectBook():
            digest.update(repr(self.injects).encode())
        if self.questions:
            digest.update(repr(self.questions).encode())
        return digest.hexdigest()
