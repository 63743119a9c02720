"""What a seat may know of messages: its own, those that reached it, those it carries, public ones.

Messages are put in the order in which this seat learned them, so that its numbers never move and
never tell how much others say.
"""

from __future__ import annotations

from wargame.engine.law.interception import channel_numbers, leak_chance
from wargame.engine.lines import has_line, line_quality, lines_of
from wargame.engine.seat_notices import notice_view, notices_known
from wargame.engine.seat_proposals import proposals_known
from wargame.engine.words import actor_name, moment_words
from wargame.model.channel_view import Channels, LineView, MessageView
from wargame.model.channels import Message, Way
from wargame.model.ids import ActorId, Phase
from wargame.model.scenario import Scenario
from wargame.model.world import World


def channels_for(scenario: Scenario, world: World, seat: ActorId) -> Channels:
    """Everything of the channels that a seat may know now."""
    return Channels(
        lines=_lines(scenario, world, seat),
        messages=tuple(
            _view(scenario, world, seat, message, number)
            for number, message in enumerate(messages_of(world, seat), start=1)
        ),
        proposals=proposals_known(scenario, world, seat),
        notices=notices_known(scenario, world, seat),
        fronts=tuple((front.id, front.name) for front in scenario.fronts),
    )


def messages_of(world: World, seat: ActorId) -> tuple[Message, ...]:
    """The messages that a seat knows, in the order in which it learned them."""
    known = [(_learned(message, seat), message) for message in world.channels.messages]
    return tuple(m for when, m in sorted(known, key=lambda pair: pair[0]) if when)


def _learned(message: Message, seat: ActorId) -> int:
    """The event with which a seat learned of a message; 0 while it does not know it."""
    if message.is_public or seat in {message.sender, message.via}:
        return message.sent
    return message.told if message.to == seat else 0


def _lines(scenario: Scenario, world: World, seat: ActorId) -> tuple[LineView, ...]:
    n = channel_numbers(scenario)
    found = []
    for other in lines_of(scenario, world, seat):
        quality = line_quality(scenario, world, seat, other)
        plain, carried = (leak_chance(n, quality, carried=carried) for carried in (False, True))
        found.append(LineView(other, quality, plain, carried))
    return tuple(found)


def _view(scenario: Scenario, world: World, seat: ActorId, m: Message, number: int) -> MessageView:
    asks = m.via == seat and m.way is Way.WITH_MEDIATOR and world.phase is not Phase.ENDED
    received = m.to == seat
    hour = m.arrives if received and m.told else m.hour
    day = (m.turn - 1) * scenario.turn_days + hour / 24.0
    start = world.settings.start
    return MessageView(
        number=number,
        partner=_partner(m, seat),
        by=m.via if received and m.via is not None else m.sender,
        sender=m.sender,
        to=m.to,
        via=m.via,
        words=m.words if received or m.is_public else m.text,
        when=moment_words(scenario, start, max(day, 0.0)),
        status=_status(scenario, m, seat),
        is_new=seat not in m.read and m.sender != seat,
        asks=asks,
        can_pass=asks and m.to is not None and has_line(scenario, world, seat, m.to),
        quotable=m.quotable,
        notice=notice_view(scenario, world, m, seat) if m.notice is not None else None,
    )


def _partner(m: Message, seat: ActorId) -> ActorId | None:
    """With whom a seat speaks in a message: its mediator rather than the other end."""
    if m.is_public:
        return None
    if m.sender == seat:
        return m.via or m.to
    return m.via if m.via is not None and m.to == seat else m.sender


def _status(scenario: Scenario, m: Message, seat: ActorId) -> str:
    """Where a message is and whose words it is in, as far as this seat can say."""
    if m.is_public:
        return "In public"
    quote = "" if m.quotable else " · not for quotation"
    via = actor_name(scenario, m.via) if m.via else ""
    to = actor_name(scenario, m.to)
    if m.to == seat:
        if not via:
            return f"Directly{quote}"
        sender = actor_name(scenario, m.sender)
        return f"From {sender}, in {via}'s words · took {_hours(m)}{quote}"
    if m.via == seat:
        from_to = f"From {actor_name(scenario, m.sender)}, for {to}"
        state = {
            Way.WITH_MEDIATOR: "waits for us",
            Way.REFUSED: "we did not carry it",
        }.get(m.way, "we passed it on")
        return f"{from_to} · {state}{quote}"
    if not via:
        return f"Delivered{quote}"
    state = {
        Way.DELIVERED: f"delivered to {to}",
        Way.REFUSED: f"{via} would not carry it",
    }.get(m.way, f"for {to}, with {via}")
    return f"{state[0].upper()}{state[1:]}{quote}"


def _hours(m: Message) -> str:
    took = max(m.arrives - m.hour, 0.0)
    return f"{took:.0f} h" if took < 48 else f"{took / 24:.0f} days"
