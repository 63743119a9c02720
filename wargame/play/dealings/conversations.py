"""What seats say to one another, as commands: send, pass on, refuse, read, deliver what is due."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from wargame.engine.legal_moves import LONGEST_TEXT
from wargame.engine.lines import has_line
from wargame.engine.seat_channels import messages_of
from wargame.engine.sending import compose, hours_of, risk_of, words_refusal
from wargame.errors import RuleError
from wargame.model.channels import (
    Delay,
    DelaySet,
    Message,
    MessageDelivered,
    MessagePassed,
    MessageRefused,
    MessagesRead,
    Way,
    Words,
)
from wargame.model.ids import ActorId, Phase
from wargame.play.changes import Changes
from wargame.play.game_moment import hour_of
from wargame.play.keeping import now

if TYPE_CHECKING:
    from wargame.model.dealings import DealingEvent
    from wargame.play.live_game import LiveGame

MOST_MINUTES = 120.0

SAID = Changes(parts=frozenset({"channels"}))


class Conversations:
    """The channels of one game.

    Args:
        game: The game.
        clock: The clock on the wall, ISO 8601 in UTC.
    """

    def __init__(self, game: LiveGame, clock: Callable[[], str] = now) -> None:
        self._game = game
        self._now = clock

    def hour(self) -> float:
        """Hours of the game since its turn began, now."""
        game = self._game
        return hour_of(game.scenario, game.world, game.records, self._now())

    def risk(self, seat: ActorId, words: Words) -> float:
        """The chance 0..1 that a message of a seat comes out."""
        return risk_of(self._game.scenario, self._game.world, seat, words)

    def refusal(self, seat: ActorId, words: Words) -> tuple[str, str] | None:
        """Why a seat may not say this; None when it may."""
        return words_refusal(self._game.scenario, self._game.world, seat, words)

    def send(self, seat: ActorId, words: Words) -> None:
        """Says something.

        Raises:
            RuleError: There is no line, nothing to say, or nobody there.
        """
        self._check_seat(seat)
        refusal = self.refusal(seat, words)
        if refusal:
            raise RuleError(*refusal)
        game = self._game
        sent = compose(game.scenario, game.world, seat, words, self.hour(), self._later())
        self._commit(sent)

    def pass_on(self, seat: ActorId, number: int, text: str) -> None:
        """Passes a message on in the mediator's own words.

        Args:
            seat: The mediator.
            number: The message's number as this seat counts.
            text: What shall be read at the other end.

        Raises:
            RuleError: There is nothing to pass on, or no line to pass it on.
        """
        message = self._waiting(seat, number)
        game = self._game
        said = text.strip()
        if not said and message.notice is None:
            raise RuleError("message.empty", "There is nothing in the message yet.")
        if len(said) > LONGEST_TEXT:
            raise RuleError("message.long", f"A message has at most {LONGEST_TEXT:,} characters.")
        if message.to is None or not has_line(game.scenario, game.world, seat, message.to):
            raise RuleError("channel.missing", "You have no line to carry this on.")
        taken = hours_of(game.scenario, game.world, message)
        same_turn = message.turn == game.world.turn
        begun = self.hour() if same_turn else message.hour
        arrives = begun + taken if taken >= 0 else -1.0
        clock = self._later() if game.world.channels.delay is Delay.MINUTES else ""
        self._commit(MessagePassed(message.number, said, arrives, clock))

    def refuse(self, seat: ActorId, number: int) -> None:
        """Will not carry a message.

        Raises:
            RuleError: There is nothing to refuse.
        """
        self._commit(MessageRefused(self._waiting(seat, number).number))

    def read(self, seat: ActorId, numbers: Sequence[int]) -> None:
        """Marks messages as read, by the seat's own numbers; those read already stay so."""
        known = messages_of(self._game.world, seat)
        fresh = tuple(
            known[number - 1].number
            for number in numbers
            if 0 < number <= len(known) and seat not in known[number - 1].read
        )
        if fresh:
            self._commit(MessagesRead(seat, fresh))

    def set_delay(self, delay: Delay, minutes: float) -> None:
        """Decides what a mediator's time is counted in, for messages from now on.

        Raises:
            RuleError: So many minutes make no sense.
        """
        if not 0 <= minutes <= MOST_MINUTES:
            raise RuleError("delay.wrong", f"A mediator takes at most {MOST_MINUTES:.0f} minutes.")
        self._commit(DelaySet(delay, float(minutes)))

    @property
    def is_carrying(self) -> bool:
        """Whether anything is on its way that the clock may bring."""
        messages = self._game.world.channels.messages
        return any(m.way is Way.CARRIED and (m.clock or m.arrives >= 0) for m in messages)

    def deliver_due(self) -> int:
        """Delivers what has arrived by the clock; gives how many messages."""
        game = self._game
        if game.world.phase is not Phase.PLAN or not self.is_carrying:
            return 0
        hour, wall = self.hour(), self._now()
        due = [
            MessageDelivered(m.number, hour if m.clock else m.arrives)
            for m in game.world.channels.messages
            if m.way is Way.CARRIED and _is_due(m, game.world.turn, hour, wall)
        ]
        if due:
            self._commit(*due)
        return len(due)

    def _waiting(self, seat: ActorId, number: int) -> Message:
        """The message that waits for a mediator, by the mediator's own number."""
        self._check_seat(seat)
        known = messages_of(self._game.world, seat)
        message = known[number - 1] if 0 < number <= len(known) else None
        is_open = self._game.world.phase is not Phase.ENDED
        if message is None or message.via != seat or message.way is not Way.WITH_MEDIATOR:
            raise RuleError(
                "message.unknown", "No message waits to be passed on under this number."
            )
        if not is_open:
            raise RuleError("game.ended", "The game has ended; nothing more can be said.")
        return message

    def _check_seat(self, seat: ActorId) -> None:
        if seat not in {s.actor for s in self._game.world.seats}:
            raise RuleError("seat.unknown", f"There is no seat {seat}.")

    def _later(self) -> str:
        """When a mediator who begins now is there, by the clock on the wall."""
        minutes = self._game.world.channels.minutes
        later = datetime.fromisoformat(self._now()) + timedelta(minutes=minutes)
        return later.isoformat(timespec="milliseconds")

    def _commit(self, *events: DealingEvent) -> None:
        self._game.commit(events, SAID)


def _is_due(m: Message, turn: int, hour: float, wall: str) -> bool:
    if m.clock:
        return wall >= m.clock
    return m.arrives >= 0 and m.turn <= turn and (m.turn < turn or m.arrives <= hour)
