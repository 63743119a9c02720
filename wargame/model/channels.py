"""What seats say to one another: statements, messages, back-channels and advance warnings.

A message is a fact of the exercise from the moment it is sent; who hears of it, when and in whose
words is worked out from here for every seat alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from wargame.model.ids import ActorId


class Delay(StrEnum):
    """What a mediator's time is counted in."""

    HOURS = "hours"
    PHASE = "phase"
    MINUTES = "minutes"


class Way(StrEnum):
    """Where a message is on its way."""

    WITH_MEDIATOR = "with-mediator"
    CARRIED = "carried"
    DELIVERED = "delivered"
    REFUSED = "refused"


class Overheard(StrEnum):
    """How much somebody who listens in learns."""

    TRAFFIC = "traffic"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Notice:
    """An advance warning as an object: what is coming, how long before, and against whom.

    An act of the sender against ``about`` in the same turn counts as announced so many hours
    before: the defence is readier and the act surprises less (MODEL D5.2, D5.6).

    Attributes:
        about: Against whom the act will be.
        hours: Hours of warning, more than 0 and at most 240.
        rung: The rung to be expected, 0 to 20; None when it is not said.
    """

    about: ActorId
    hours: float
    rung: float | None


@dataclass(frozen=True, slots=True)
class Words:
    """What a seat wants to say.

    Attributes:
        to: Whom it is for; None for everybody, in public.
        via: The mediator who shall carry it; None for a direct line.
        text: The words.
        quotable: Whether it may be quoted by name.
        notice: An advance warning in it; None for plain words.
    """

    to: ActorId | None
    text: str
    via: ActorId | None = None
    quotable: bool = True
    notice: Notice | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """Something that was said.

    Attributes:
        number: Number among all messages, from 1; no seat ever sees it.
        sender: Whose it is.
        to: Whom it is for; None for everybody, in public.
        via: The mediator who carries it; None for a direct line.
        text: What the sender wrote.
        quotable: Whether it may be quoted; what may not be is told without the sender's name when
            it leaks.
        notice: The advance warning in it; None for plain words.
        turn: The turn in which it was sent.
        hour: Hours since the turn began, at sending.
        tells: The turn with whose outcome a leak comes out and listeners know.
        leaked: Whether it will be in the newspapers.
        overheard: Who else learns of it, and how much.
        way: Where it is.
        words: What the receiver reads: the sender's text, or the mediator's.
        arrives: Hours since its turn began at which it arrives; -1 while that is open.
        clock: When it arrives by the clock on the wall, ISO 8601 in UTC; empty unless delays are
            counted in minutes.
        read: Who has read it.
        sent: Number of the event that sent it; orders what a seat learns, and is never shown.
        told: Number of the event with which it arrived; 0 until then.
    """

    number: int
    sender: ActorId
    to: ActorId | None
    via: ActorId | None
    text: str
    quotable: bool
    notice: Notice | None
    turn: int
    hour: float
    tells: int
    leaked: bool
    overheard: tuple[tuple[ActorId, Overheard], ...]
    way: Way
    words: str
    arrives: float = -1.0
    clock: str = ""
    read: tuple[ActorId, ...] = ()
    sent: int = 0
    told: int = 0

    @property
    def is_public(self) -> bool:
        """Whether everybody hears it."""
        return self.to is None


@dataclass(frozen=True, slots=True)
class ChannelBook:
    """Everything that was said in a session.

    Attributes:
        messages: Oldest first; the number of each is its place, from 1.
        delay: What a mediator's time is counted in.
        minutes: Minutes on the wall that a mediator takes, where delays are counted so.
    """

    messages: tuple[Message, ...] = ()
    delay: Delay = Delay.HOURS
    minutes: float = 3.0


@dataclass(frozen=True, slots=True)
class MessageSent:
    """A seat said something. The draws of leak and interception lie in it.

    Attributes:
        message: The message, as it was sent.
        chance: The chance of a leak, 0 to 1.
        draws: What was drawn: stream, place of the draw, the number 0 to 1.
    """

    kind: ClassVar[str] = "message-sent"
    message: Message
    chance: float
    draws: tuple[tuple[str, int, float], ...]


@dataclass(frozen=True, slots=True)
class MessagePassed:
    """A mediator's seat passed a message on, in words of its own."""

    kind: ClassVar[str] = "message-passed"
    number: int
    words: str
    arrives: float
    clock: str


@dataclass(frozen=True, slots=True)
class MessageRefused:
    """A mediator's seat would not carry a message."""

    kind: ClassVar[str] = "message-refused"
    number: int


@dataclass(frozen=True, slots=True)
class MessageDelivered:
    """A message that was on its way arrived, at an hour of its turn."""

    kind: ClassVar[str] = "message-delivered"
    number: int
    hour: float


@dataclass(frozen=True, slots=True)
class MessagesRead:
    """A seat read messages."""

    kind: ClassVar[str] = "messages-read"
    seat: ActorId
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class DelaySet:
    """Control decided what a mediator's time is counted in."""

    kind: ClassVar[str] = "delay-set"
    delay: Delay
    minutes: float


ChannelEvent = (
    MessageSent | MessagePassed | MessageRefused | MessageDelivered | MessagesRead | DelaySet
)
