"""What events of the channels do to the book of messages; pure, as every fold of the log."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from wargame.model.channels import (
    ChannelBook,
    ChannelEvent,
    DelaySet,
    Message,
    MessageDelivered,
    MessagePassed,
    MessageRefused,
    MessageSent,
    MessagesRead,
    Way,
)
from wargame.model.ids import Phase


def apply_channels(book: ChannelBook, event: ChannelEvent, number: int) -> ChannelBook:
    """The book after an event; ``number`` is the event's own in the log."""
    match event:
        case MessageSent(message):
            arrived = message.way is Way.DELIVERED
            sent = replace(message, sent=number, told=number if arrived else 0)
            return replace(book, messages=(*book.messages, sent))
        case MessagePassed(which, words, arrives, clock):
            return _changed(
                book,
                which,
                lambda m: replace(m, way=Way.CARRIED, words=words, arrives=arrives, clock=clock),
            )
        case MessageRefused(which):
            return _changed(book, which, lambda m: replace(m, way=Way.REFUSED))
        case MessageDelivered(which, hour):
            return _changed(book, which, lambda m: _arrived(m, hour, number))
        case MessagesRead(seat, numbers):
            for which in numbers:
                book = _changed(book, which, lambda m: replace(m, read=(*m.read, seat)))
            return book
        case DelaySet(delay, minutes):
            return replace(book, delay=delay, minutes=minutes)


def phase_passed(
    book: ChannelBook, turn: int, phase: Phase, hours: float, number: int
) -> ChannelBook:
    """The book after a phase began: what was on its way to the next phase has arrived.

    Args:
        book: The book before.
        turn: The turn of the new phase.
        phase: The new phase.
        hours: Hours of a whole turn.
        number: The event's number in the log.
    """
    if phase is Phase.ADJUDICATE or not any(m.way is Way.CARRIED for m in book.messages):
        return book
    over = phase in {Phase.OUTCOME, Phase.ENDED}

    def moved(m: Message) -> Message:
        if m.way is not Way.CARRIED:
            return m
        counts_phases = m.arrives < 0 and not m.clock
        if not (over or counts_phases or m.turn < turn):
            return m
        if m.arrives >= 0:
            return _arrived(m, min(m.arrives, hours), number)
        return _arrived(m, hours if over or m.turn < turn else m.hour, number)

    return replace(book, messages=tuple(moved(m) for m in book.messages))


def _arrived(m: Message, hour: float, number: int) -> Message:
    return replace(m, way=Way.DELIVERED, arrives=max(hour, m.hour), told=number)


def _changed(book: ChannelBook, number: int, change: Callable[[Message], Message]) -> ChannelBook:
    messages = list(book.messages)
    messages[number - 1] = change(messages[number - 1])
    return replace(book, messages=tuple(messages))
