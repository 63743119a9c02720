"""Control's side of dealings: all traffic, papers, readings and lines, and acting for any seat."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wargame.engine.seat_channels import messages_of
from wargame.engine.seat_proposals import proposal_view, proposals_of
from wargame.engine.words import actor_name, moment_words
from wargame.errors import RuleError
from wargame.model.channel_view import ProposalView
from wargame.model.channels import Delay, Message, Way, Words
from wargame.model.ids import ActorId
from wargame.play.dealings.conversations import Conversations
from wargame.play.dealings.line_registry import CrossingRow, crossings_of
from wargame.play.dealings.negotiations import Negotiations
from wargame.play.dealings.perceptions import ReadAct, read_acts

if TYPE_CHECKING:
    from wargame.model.scenario import Scenario
    from wargame.model.world import World
    from wargame.play.live_game import LiveGame


@dataclass(frozen=True, slots=True)
class TrafficRow:
    """A message as control sees it.

    Attributes:
        number: Number among all messages, from 1.
        when: In-game time, in words.
        sender: Whose it is.
        to: Whom it is for; None for everybody.
        via: The mediator; None for a direct line.
        text: What was sent.
        words: What was or will be read at the other end; empty while a mediator has it.
        state: Where it is, in a few words.
        marks: Who else learns of it: a leak, listeners; empty for nobody.
        waits: Whether it waits for a mediator's seat.
        warning: The advance warning in it, in words; empty for none.
    """

    number: int
    when: str
    sender: ActorId
    to: ActorId | None
    via: ActorId | None
    text: str
    words: str
    state: str
    marks: str
    waits: bool
    warning: str


@dataclass(frozen=True, slots=True)
class DealingsView:
    """Everything that control sees of dealings.

    Attributes:
        traffic: Every message, oldest first.
        papers: Every proposal, oldest first.
        acts: Every act with how it was meant, was, and was read.
        crossings: Every red line crossed.
        seats: The seats, with their names.
        delay: What a mediator's time is counted in.
        minutes: Minutes on the wall, where it is counted so.
        waiting: Messages that wait for a mediator.
    """

    traffic: tuple[TrafficRow, ...]
    papers: tuple[ProposalView, ...]
    acts: tuple[ReadAct, ...]
    crossings: tuple[CrossingRow, ...]
    seats: tuple[tuple[ActorId, str], ...]
    delay: Delay
    minutes: float
    waiting: int


class ControlDealings:
    """What control does for seats; each check is the seat's own."""

    def __init__(self, game: LiveGame) -> None:
        self._game = game
        self._talk = Conversations(game)
        self._table = Negotiations(game)

    def view(self, *, readings: bool = True) -> DealingsView:
        """Everything, as it is now.

        Args:
            readings: Whether acts and how they were read are wanted; with thousands of acts they
                take their time.
        """
        return dealings_of(self._game.scenario, self._game.world, readings=readings)

    def send(self, seat: ActorId, words: Words) -> None:
        """Says something as a seat."""
        self._talk.send(seat, words)

    def deliver_due(self) -> int:
        """Delivers what has arrived by the clock; gives how many messages."""
        return self._talk.deliver_due()

    def set_delay(self, delay: Delay, minutes: float) -> None:
        """Decides what a mediator's time is counted in."""
        self._talk.set_delay(delay, minutes)

    def pass_on(self, number: int, text: str) -> None:
        """Passes a message on for its mediator; empty words pass on the sender's own.

        Args:
            number: The message's number among all.
            text: What shall be read; may be empty.
        """
        message = self._message(number)
        seat, mine = self._mediated(message)
        self._talk.pass_on(seat, mine, text.strip() or message.text)

    def refuse(self, number: int) -> None:
        """Does not carry a message, for its mediator."""
        seat, mine = self._mediated(self._message(number))
        self._talk.refuse(seat, mine)

    def sign(self, number: int, seat: ActorId) -> None:
        """Signs a proposal for a party, by its number among all."""
        self._table.sign(seat, self._paper(number, seat))

    def decline(self, number: int, seat: ActorId) -> None:
        """Turns a proposal down for a party, by its number among all."""
        self._table.decline(seat, self._paper(number, seat))

    def _message(self, number: int) -> Message:
        messages = self._game.world.channels.messages
        if not 0 < number <= len(messages):
            raise RuleError("message.unknown", f"There is no message {number}.")
        return messages[number - 1]

    def _mediated(self, message: Message) -> tuple[ActorId, int]:
        """The mediator of a message and the number that the message has for it."""
        if message.via is None:
            raise RuleError("message.direct", "This message goes through nobody.")
        known = messages_of(self._game.world, message.via)
        return message.via, 1 + [m.number for m in known].index(message.number)

    def _paper(self, number: int, seat: ActorId) -> int:
        known = [p.number for p in proposals_of(self._game.world, seat)]
        if number not in known:
            raise RuleError("proposal.unknown", f"This seat knows no proposal {number}.")
        return 1 + known.index(number)


def dealings_of(scenario: Scenario, world: World, *, readings: bool = True) -> DealingsView:
    """Everything that control sees of the dealings of a world.

    Args:
        scenario: The scenario.
        world: The state.
        readings: Whether acts and how they were read are wanted.
    """
    traffic = tuple(_row(scenario, world, message) for message in world.channels.messages)
    return DealingsView(
        traffic=traffic,
        papers=tuple(
            proposal_view(scenario, world, proposal, proposal.number, None)
            for proposal in world.proposals
        ),
        acts=read_acts(scenario, world) if readings else (),
        crossings=crossings_of(scenario, world),
        seats=tuple((s.actor, actor_name(scenario, s.actor)) for s in world.seats),
        delay=world.channels.delay,
        minutes=world.channels.minutes,
        waiting=sum(row.waits for row in traffic),
    )


def _row(scenario: Scenario, world: World, m: Message) -> TrafficRow:
    day = (m.turn - 1) * scenario.turn_days + m.hour / 24.0
    heard = [f"{seat} {'read it' if how == 'text' else 'noticed'}" for seat, how in m.overheard]
    marks = (["Leaked"] if m.leaked else []) + heard
    warning = ""
    if m.notice is not None:
        rung = "" if m.notice.rung is None else f", about R{m.notice.rung:.0f}"
        about = actor_name(scenario, m.notice.about)
        warning = f"Act against {about}, {m.notice.hours:.0f} h before{rung}."
    return TrafficRow(
        number=m.number,
        when=moment_words(scenario, world.settings.start, max(day, 0.0)),
        sender=m.sender,
        to=m.to,
        via=m.via,
        text=m.text,
        words=m.words,
        state=_state(scenario.actor[m.via].name if m.via else "", m),
        marks=", ".join(marks),
        waits=m.way is Way.WITH_MEDIATOR,
        warning=warning,
    )


def _state(via: str, m: Message) -> str:
    if m.is_public:
        return "In public"
    return {
        Way.WITH_MEDIATOR: f"Waits for {via}",
        Way.CARRIED: f"On its way with {via}",
        Way.REFUSED: f"{via} did not carry it",
        Way.DELIVERED: f"Delivered by {via}" if via else "Delivered",
    }[m.way]
