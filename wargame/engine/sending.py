"""A message as it is sent: whether it may be, and what is drawn for it.

Every draw has the address seed, turn, who says what to whom through whom, and how often so before:
nothing else that is said moves it, and going back and saying it again draws the same.
"""

from __future__ import annotations

from math import isfinite

from wargame.engine.law.interception import (
    carrying_hours,
    channel_numbers,
    leak_chance,
    learns_words,
    overhear_chance,
)
from wargame.engine.law.rng import STREAMS, folded, turn_key, uniform, word_of
from wargame.engine.legal_moves import LONGEST_TEXT, LONGEST_WARNING_HOURS
from wargame.engine.lines import has_line, line_quality
from wargame.model.channels import Delay, Message, MessageSent, Notice, Overheard, Way, Words
from wargame.model.ids import ActorId, Controller, Phase
from wargame.model.scenario import Scenario
from wargame.model.world import World

Refusal = tuple[str, str]

PEOPLE = frozenset({Controller.PEOPLE, Controller.FACILITATOR})
"""Controllers behind which somebody reads; all others act by rule."""


def words_refusal(
    scenario: Scenario, world: World, sender: ActorId, words: Words
) -> Refusal | None:
    """Why a seat may not say this; None when it may. It rests on what the seat knows alone."""
    if world.phase is Phase.ENDED:
        return "game.ended", "The game has ended; nothing more can be said."
    if not words.text.strip() and words.notice is None:
        return "message.empty", "There is nothing in the message yet."
    if len(words.text) > LONGEST_TEXT:
        return "message.long", f"A message has at most {LONGEST_TEXT:,} characters."
    seats = {seat.actor for seat in world.seats}
    for other in (words.to, words.via):
        if other is not None and (other not in seats or other == sender):
            return "message.nobody", "Nobody sits there who could hear it."
    if words.to is None:
        return ("message.carried", "A public statement needs no mediator.") if words.via else None
    if words.via == words.to:
        return "message.carried", "A mediator carries to somebody else."
    first = words.via or words.to
    if not has_line(scenario, world, sender, first):
        name = scenario.actor[first].full_name
        return "channel.missing", f"You have no line to {name}. Ask a mediator."
    return _notice_refusal(scenario, sender, words.notice)


def _notice_refusal(scenario: Scenario, sender: ActorId, notice: Notice | None) -> Refusal | None:
    if notice is None:
        return None
    if notice.about not in scenario.actor or notice.about == sender:
        return "notice.nobody", "An advance warning says against whom the act will be."
    if not isfinite(notice.hours) or not 0 < notice.hours <= LONGEST_WARNING_HOURS:
        return (
            "notice.hours",
            f"An advance warning is given at most {LONGEST_WARNING_HOURS:.0f} h before.",
        )
    if notice.rung is not None and not 0 <= notice.rung <= 20:
        return "notice.rung", "A rung is between 0 and 20."
    return None


def risk_of(scenario: Scenario, world: World, sender: ActorId, words: Words) -> float:
    """The chance 0..1 that a message comes out; 1 for what is said in public."""
    first = words.via or words.to
    if first is None:
        return 1.0
    quality = line_quality(scenario, world, sender, first)
    return leak_chance(channel_numbers(scenario), quality, carried=bool(words.via))


def compose(
    scenario: Scenario, world: World, sender: ActorId, words: Words, hour: float, clock: str
) -> MessageSent:
    """The message with everything that is drawn for it.

    Args:
        scenario: The scenario.
        world: The state.
        sender: Who speaks.
        words: What it says; ``words_refusal`` has nothing against it.
        hour: Hours since the turn began.
        clock: When a mediator will have carried it by the clock on the wall; counted only where
            delays are in minutes.
    """
    book = world.channels
    said_by = (sender, words.to, words.via, words.text.strip())
    draws = _Draws(world, *said_by, len(book.messages))
    chance = risk_of(scenario, world, sender, words)
    leaked, overheard = False, tuple[tuple[ActorId, Overheard], ...]()
    if words.to is not None:
        leaked = draws.uniform("channels.leak", 0) < chance
        overheard = _listeners(scenario, world, sender, words, draws)
    way, said, arrives = Way.DELIVERED, words.text.strip(), hour
    if words.via is not None:
        way, said, arrives = Way.WITH_MEDIATOR, "", -1.0
        if world.seat(words.via).controller not in PEOPLE:
            can = words.to is not None and has_line(scenario, world, words.via, words.to)
            way = Way.CARRIED if can else Way.REFUSED
            said = words.text.strip() if can else ""
            arrives = hour + _taken(scenario, draws) if can else -1.0
            arrives = -1.0 if book.delay is not Delay.HOURS else arrives
    over = world.phase is Phase.OUTCOME
    message = Message(
        number=len(book.messages) + 1,
        sender=sender,
        to=words.to,
        via=words.via,
        text=words.text.strip(),
        quotable=words.quotable,
        notice=words.notice,
        turn=world.turn,
        hour=hour,
        tells=world.turn + over,
        leaked=leaked,
        overheard=overheard,
        way=way,
        words=said,
        arrives=arrives,
        clock=clock if way is Way.CARRIED and book.delay is Delay.MINUTES else "",
        read=(sender,),
    )
    return MessageSent(message, chance, tuple(draws.made))


def hours_of(scenario: Scenario, world: World, message: Message) -> float:
    """Hours that the mediator takes for a message, drawn for it; -1 where other time counts."""
    if world.channels.delay is not Delay.HOURS:
        return -1.0
    m = message
    draws = _Draws(world, m.sender, m.to, m.via, m.text, m.number - 1)
    return _taken(scenario, draws)


def _taken(scenario: Scenario, draws: _Draws) -> float:
    return carrying_hours(channel_numbers(scenario), draws.uniform("channels.hours", 0))


def _listeners(
    scenario: Scenario, world: World, sender: ActorId, words: Words, draws: _Draws
) -> tuple[tuple[ActorId, Overheard], ...]:
    """Who listens in, and how much each learns."""
    n = channel_numbers(scenario)
    read = scenario.layout.read
    found = []
    for seat in world.seats:
        who = seat.actor
        if who in {sender, words.to, words.via} or words.to is None:
            continue
        on = [read(world.published, "intel", who, side) for side in (sender, words.to)]
        chance = overhear_chance(n, *on)
        u = draws.uniform("channels.overhear", word_of(who))
        if u < chance:
            how = Overheard.TEXT if learns_words(n, chance, u) else Overheard.TRAFFIC
            found.append((who, how))
    return tuple(found)


class _Draws:
    """Uniform numbers at the addresses of one message.

    Attributes:
        made: What was drawn: stream, place of the draw, the number.
    """

    def __init__(
        self,
        world: World,
        sender: ActorId,
        to: ActorId | None,
        via: ActorId | None,
        text: str,
        before: int,
    ) -> None:
        turn = world.turn
        same = (sender, to, via, text, turn)
        earlier = sum(
            (m.sender, m.to, m.via, m.text, m.turn) == same
            for m in world.channels.messages[:before]
        )
        seed = world.settings.seed
        self._keys = (turn_key(seed, 0, turn, 0), turn_key(seed, 0, turn, 1))
        place = earlier
        for name in (sender, to or "", via or "", text):
            place = folded(place, word_of(name))
        self._place = place
        self.made: list[tuple[str, int, float]] = []

    def uniform(self, stream: str, index: int) -> float:
        """The number of a stream at a place of this message."""
        u = uniform(*self._keys, STREAMS[stream], self._place, index)
        self.made.append((stream, index, u))
        return u
