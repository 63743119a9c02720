"""Advance warnings as objects: those given as such, and those that lay in orders and previews.

A warning works through the law: an act that it announces finds a readier defence and surprises
less (MODEL D5.2, D5.6). Here it is put into words for the two who know of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from wargame.engine.words import moment_words
from wargame.model.channel_view import NoticeView
from wargame.model.channels import Message, Way
from wargame.model.happenings import ActResolved
from wargame.model.ids import ActorId
from wargame.model.scenario import Scenario
from wargame.model.world import World

EFFECT = "Defences are readier and the act surprises less; it may be read as a message."
TOO_LATE = "Too short to be read as choreography; defences gain some time."

CHOREOGRAPHY_HOURS = 12.0
"""Hours from which an announced act can be understood as choreography."""


def notice_hours(world: World, actor: ActorId, target: ActorId | None) -> float:
    """Hours of warning that messages of this turn gave of an actor's acts against a target."""
    given = (
        m.notice.hours
        for m in world.channels.messages
        if m.notice is not None
        and m.sender == actor
        and m.notice.about == target
        and m.tells == world.turn
        and m.way in {Way.DELIVERED, Way.CARRIED}
    )
    return max(given, default=0.0)


def notice_view(scenario: Scenario, world: World, m: Message, seat: ActorId) -> NoticeView:
    """The warning in a message; the message has one and the seat knows it."""
    notice = m.notice
    assert notice is not None  # noqa: S101 - asked for messages that hold one
    hour = m.arrives if m.to == seat and m.told else m.hour
    day = (m.turn - 1) * scenario.turn_days + max(hour, 0.0) / 24.0
    return NoticeView(
        by=m.sender,
        to=m.to,
        about=notice.about,
        hours=notice.hours,
        rung=notice.rung,
        effect=EFFECT if notice.hours >= CHOREOGRAPHY_HOURS else TOO_LATE,
        when=moment_words(scenario, world.settings.start, day),
        came=_came(world, seat, m.sender, notice.about, m.tells),
    )


def notices_known(scenario: Scenario, world: World, seat: ActorId) -> tuple[NoticeView, ...]:
    """Every advance warning that a seat gave or was given, oldest first."""
    spoken = [
        (m.turn, notice_view(scenario, world, m, seat))
        for m in world.channels.messages
        if m.notice is not None and _knows(m, seat)
    ]
    ordered = [(act.turn, view) for act, view in _in_orders(scenario, world, seat)]
    return tuple(view for _, view in sorted(spoken + ordered, key=lambda pair: pair[0]))


def _knows(m: Message, seat: ActorId) -> bool:
    heard = m.to == seat and m.told > 0
    return heard or m.is_public or seat in {m.sender, m.via}


def _in_orders(
    scenario: Scenario, world: World, seat: ActorId
) -> Iterator[tuple[ActResolved, NoticeView]]:
    """Warnings that lay in published acts: who was told, and how long before."""
    for turn in world.turns[: world.published_turn]:
        for _, act in turn:
            if not isinstance(act, ActResolved) or act.order.target is None:
                continue
            told = [t for t in act.order.told if seat in {act.actor, t}]
            if not told or act.order.warning_hours <= 0:
                continue
            moment = max(act.day - act.order.warning_hours / 24.0, 0.0)
            for to in told:
                yield (
                    act,
                    NoticeView(
                        by=act.actor,
                        to=to,
                        about=act.order.target,
                        hours=act.order.warning_hours,
                        rung=None,
                        effect=EFFECT
                        if act.order.warning_hours >= CHOREOGRAPHY_HOURS
                        else TOO_LATE,
                        when=moment_words(scenario, world.settings.start, moment),
                        came=True,
                    ),
                )


def _came(world: World, seat: ActorId, by: ActorId, about: ActorId, turn: int) -> bool | None:
    """Whether the announced act followed, as far as a seat has learned; None while it is open."""
    if turn > world.published_turn:
        return None
    return any(
        isinstance(act, ActResolved)
        and act.actor == by
        and act.order.target == about
        and any(s.seat == seat and dict(s.shares).get(by, 0.0) > 0 for s in act.sightings)
        for _, act in world.turns[turn - 1]
    )
