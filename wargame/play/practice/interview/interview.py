"""Asking a computer opponent about a choice: why, what it believed, what would have changed it.

Every answer is read from the log or found by letting the opponent decide again; none is composed.
While a game goes on an opponent speaks only where practice allows it, and then says so; what only
the whole truth knows is told after the game.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from wargame.engine.visibility import known_with_origins
from wargame.engine.words import act_detail, act_words, order_words
from wargame.errors import RuleError
from wargame.model.events import Record
from wargame.model.happenings import ActResolved
from wargame.model.ids import ActorId
from wargame.model.interview import Answer, Passage, Question, Topic
from wargame.model.orders import Order
from wargame.model.scenario import Scenario
from wargame.model.seat_view import KnownEvent
from wargame.model.world import World
from wargame.opponents.decider import Decider
from wargame.play.computer_seats import COMPUTERS, Deciders
from wargame.play.practice.interview.belief_answer import belief_passages
from wargame.play.practice.interview.change_answer import change_passages
from wargame.play.practice.interview.choices import Choice, Progressed, not_told
from wargame.play.practice.interview.looked_ahead import LooksAhead, looked_ahead_passages
from wargame.play.practice.interview.meaning_answer import meaning_passages, message_passages
from wargame.play.practice.interview.moments import Moments
from wargame.play.practice.interview.why_answer import why_passages
from wargame.play.words.event_words import event_words

OPENLY = (
    "The game goes on. Practice lets opponents speak openly: this tells you what your seat could "
    "not know."
)

NOT_YET = (
    "Opponents answer when the game has ended, or between turns of a practice begun with a coach."
)


def refusal_to_answer(world: World) -> str:
    """Why opponents do not answer now; empty when they do."""
    if is_over(world):
        return ""
    practice = world.settings.practice
    if practice is None or not practice.coach:
        return NOT_YET
    return "" if world.published_turn >= 1 else "Opponents answer once the first turn is over."


def is_over(world: World) -> bool:
    """Whether a game has ended and its outcome is out, so that everything may be told."""
    return world.outcome is not None and world.published_turn >= world.turn


class Interview:
    """The opponents of one game, asked on behalf of one seat.

    Args:
        scenario: The scenario, as kept with the game.
        line: The records that count, oldest first.
        asker: Who asks; "you" in every answer.
        end: The world after the last record, where it is known already.
    """

    def __init__(
        self,
        scenario: Scenario,
        line: Sequence[Record],
        asker: ActorId,
        end: World | None = None,
    ) -> None:
        self._scenario, self._asker = scenario, asker
        self._moments = Moments(scenario, line, end)
        self._world = self._moments.end()
        settings = self._world.settings
        self._deciders = Deciders(scenario, settings.start, settings.noise)

    @property
    def refusal(self) -> str:
        """Why opponents do not answer now; empty when they do."""
        return refusal_to_answer(self._world)

    @property
    def note(self) -> str:
        """What the asking seat must know of everything told here; empty once all may be told."""
        return "" if is_over(self._world) else OPENLY

    def opponents(self) -> tuple[ActorId, ...]:
        """Seats that a computer decided for in some turn, in the scenario's order."""
        return tuple(
            seat.id
            for seat in self._scenario.seats
            if seat.id != self._asker and any(True for _ in self._choices(seat.id))
        )

    def choices(self, opponent: ActorId) -> tuple[Topic, ...]:
        """What an opponent chose, latest first: orders, and turns in which it held still."""
        return tuple(choice.topic for choice in self._choices(opponent))[::-1]

    def said_and_done(self, opponent: ActorId) -> tuple[Topic, ...]:
        """What the asking seat did and said that an opponent could read, latest first."""
        topics = [*self._acts(), *self._messages(opponent)]
        topics.sort(key=lambda topic: (topic.turn, topic.number))
        return tuple(topics[::-1])

    def answer(
        self,
        opponent: ActorId,
        question: Question,
        topic: Topic,
        told: Progressed = not_told,
    ) -> Answer:
        """What an opponent answers.

        Args:
            opponent: Who is asked.
            question: What it is asked.
            topic: About what: one of ``choices``, or of ``said_and_done`` for its meaning.
            told: Hears how much of a search is done, and of how much; an error passes through.

        Raises:
            RuleError: It does not answer now, or not about this.
        """
        if self.refusal:
            raise RuleError("interview.closed", self.refusal)
        passages = tuple(self._passages(opponent, question, topic, told))
        return Answer(opponent, question, topic, passages, self.note)

    def event_words(self, number: int) -> str:
        """A cited event in words, with what came of it as far as the asking seat may know."""
        record = next((r for r in self._moments.line if r.number == number), None)
        if record is None:
            return f"Event {number} is not part of this game."
        words = f"Event {number}: {event_words(self._scenario, record.event)}."
        return f"{words} {self._detail(number)}".strip()

    def _detail(self, number: int) -> str:
        if not is_over(self._world):
            known = (e for n, e in self._known() if n == number)
            return next((event.detail for event in known), "")
        act = next((h for n, h in self._world.happenings() if n == number), None)
        return act_detail(self._scenario, act) if isinstance(act, ActResolved) else ""

    def _known(self) -> Iterator[tuple[int, KnownEvent]]:
        return known_with_origins(self._scenario, self._world, self._asker)

    def known_number(self, number: int) -> int:
        """A cited event's number as the asking seat counts it; 0 where it does not know of it."""
        for origin, event in self._known():
            if origin == number:
                return event.number
        return 0

    def _passages(
        self, opponent: ActorId, question: Question, topic: Topic, told: Progressed
    ) -> Iterator[Passage]:
        everything = is_over(self._world)
        if question is Question.MEANING:
            if topic not in self.said_and_done(opponent):
                raise RuleError("interview.topic", "This is nothing that it could have read.")
            if topic.is_message:
                return message_passages(self._scenario, self._world, opponent, topic)
            return meaning_passages(
                self._scenario, self._world, opponent, self._asker, topic, everything=everything
            )
        choice = next((c for c in self._choices(opponent) if c.topic == topic), None)
        if choice is None:
            raise RuleError("interview.topic", "This was no choice of a computer.")
        decider = self._deciders.of(choice.controller)
        if question is Question.WHY:
            return chain(
                why_passages(self._scenario, self._moments, choice),
                self._looked_ahead(choice, decider, told),
            )
        if question is Question.BELIEFS:
            return belief_passages(
                self._scenario, self._moments, choice, self._asker, everything=everything
            )
        return change_passages(self._scenario, self._moments, choice, self._asker, decider, told)

    def _looked_ahead(
        self, choice: Choice, decider: Decider, told: Progressed
    ) -> Iterator[Passage]:
        if isinstance(decider, LooksAhead):
            world = self._moments.deciding(choice.turn)
            yield from looked_ahead_passages(
                self._scenario, world, choice, decider, lambda: told(0, 1)
            )

    def _choices(self, opponent: ActorId) -> Iterator[Choice]:
        """An opponent's own choices of published turns, oldest first."""
        for turn in self._moments.turns:
            if turn > self._world.published_turn:
                return
            world = self._moments.deciding(turn)
            controller = world.seat(opponent).controller
            sheet = self._moments.sheet(opponent, turn)
            if controller not in COMPUTERS or sheet is None or not world.settings.computers:
                continue
            sealed = self._moments.seal_number(opponent, turn)
            for order in sheet or (None,):
                topic = self._topic(opponent, turn, order, sealed)
                yield Choice(opponent, controller, turn, order, sheet, topic, sealed)

    def _topic(self, seat: ActorId, turn: int, order: Order | None, sealed: int) -> Topic:
        if order is None:
            return Topic(sealed, turn, seat, "Held still", None)
        move = self._scenario.move.get(order.move)
        number = self._carried_out(seat, turn, order) or sealed
        return Topic(
            number=number,
            turn=turn,
            actor=seat,
            words=order_words(self._scenario, order),
            rung=move.rung if move else None,
            move=order.move if move else None,
            target=order.target,
        )

    def _carried_out(self, seat: ActorId, turn: int, order: Order) -> int:
        """The number of the act that came of an order; 0 where none did."""
        for number, act in self._world.happenings():
            if not isinstance(act, ActResolved) or act.goes_on or act.turn < turn:
                continue
            if act.actor == seat and act.order == order:
                return number
        return 0

    def _acts(self) -> Iterator[Topic]:
        for number, act in self._world.happenings():
            if not isinstance(act, ActResolved) or act.actor != self._asker or act.goes_on:
                continue
            if act.turn <= self._world.published_turn:
                words = act_words(self._scenario, act)
                yield Topic(
                    number=number,
                    turn=act.turn,
                    actor=self._asker,
                    words=words,
                    rung=act.rung,
                    move=act.order.move if act.order.move in self._scenario.move else None,
                    target=act.order.target,
                )

    def _messages(self, opponent: ActorId) -> Iterator[Topic]:
        for message in self._world.channels.messages:
            if message.sender == self._asker and message.to in (None, opponent):
                yield Topic(
                    number=message.sent,
                    turn=message.turn,
                    actor=self._asker,
                    words=message.text or "An advance warning",
                    rung=None,
                    target=message.to,
                    is_message=True,
                )
