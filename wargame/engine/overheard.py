"""Leaks and intercepts as things that a seat knows, once the outcome of their turn is published."""

from __future__ import annotations

from collections.abc import Iterator

from wargame.engine.words import actor_name, moment_words, turn_end
from wargame.model.channels import Message, Overheard
from wargame.model.ids import ActorId
from wargame.model.scenario import Scenario
from wargame.model.seat_view import KnownEvent
from wargame.model.world import World


def overheard_by(
    scenario: Scenario, world: World, seat: ActorId, turn: int, number: int
) -> Iterator[KnownEvent]:
    """What a seat learns of others' messages with the outcome of a turn, numbered on.

    Args:
        scenario: The scenario.
        world: The state.
        seat: Who learns it.
        turn: The turn whose outcome tells it.
        number: The seat's last number so far.
    """
    for message in world.channels.messages:
        if message.tells != turn:
            continue
        heard = dict(message.overheard).get(seat)
        if message.leaked:
            number += 1
            yield _leak(scenario, world, message, number)
        elif heard is not None:
            number += 1
            yield _intercept(scenario, world, message, heard, number)


def _leak(scenario: Scenario, world: World, m: Message, number: int) -> KnownEvent:
    """What everybody reads in the newspapers; what is not for quotation names no sender."""
    to = actor_name(scenario, m.to)
    named = m.quotable
    who = actor_name(scenario, m.sender) if named else "an unnamed side"
    through = f", through {actor_name(scenario, m.via)}" if m.via else ""
    return _known(
        scenario,
        world,
        m,
        number,
        actor=m.sender if named else None,
        sure=1.0 if named else 0.0,
        words=f"Leaked: a message from {who} to {to}{through}",
        how="public",
        detail=f"“{m.text}”" if m.text else "An advance warning.",
    )


def _intercept(
    scenario: Scenario, world: World, m: Message, heard: Overheard, number: int
) -> KnownEvent:
    """What a listener learns: that two speak, or the words as well."""
    through = f" through {actor_name(scenario, m.via)}" if m.via else ""
    between = f"{actor_name(scenario, m.sender)} to {actor_name(scenario, m.to)}{through}"
    read = heard is Overheard.TEXT
    return _known(
        scenario,
        world,
        m,
        number,
        actor=m.sender,
        sure=1.0,
        words=f"Intercepted: {between}" if read else f"Traffic noticed: {between}",
        how="intelligence",
        detail=f"“{m.text}”" if read and m.text else "",
    )


def _known(
    scenario: Scenario,
    world: World,
    m: Message,
    number: int,
    *,
    actor: ActorId | None,
    sure: float,
    words: str,
    how: str,
    detail: str,
) -> KnownEvent:
    day = turn_end(scenario, m.tells)
    return KnownEvent(
        number=number,
        turn=m.tells,
        day=day,
        when=moment_words(scenario, world.settings.start, day),
        actor=actor,
        sure=sure,
        target=m.to,
        move=None,
        words=words,
        read_rung=None,
        how=how,
        detail=detail,
    )
