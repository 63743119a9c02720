"""What seats deal with one another beside orders, folded into the world."""

from __future__ import annotations

from dataclasses import replace

from wargame.engine.channel_book import apply_channels, phase_passed
from wargame.engine.line_book import apply_lines
from wargame.engine.proposal_book import apply_proposals
from wargame.model.channels import (
    DelaySet,
    MessageDelivered,
    MessagePassed,
    MessageRefused,
    MessageSent,
    MessagesRead,
)
from wargame.model.dealings import DealingEvent
from wargame.model.perceptions import PerceptionRecorded
from wargame.model.red_lines import LineCrossed, LineDrawn, LineDropped, PromiseJudged
from wargame.model.scenario import Scenario
from wargame.model.world import World


def apply_dealing(world: World, event: DealingEvent, number: int) -> World:
    """The world after one of these events; ``number`` is the event's own in the log."""
    match event:
        case (
            MessageSent()
            | MessagePassed()
            | MessageRefused()
            | MessageDelivered()
            | MessagesRead()
            | DelaySet()
        ):
            return replace(world, channels=apply_channels(world.channels, event, number))
        case LineDrawn() | LineDropped() | LineCrossed() | PromiseJudged():
            return replace(world, red_lines=apply_lines(world.red_lines, event))
        case PerceptionRecorded(perception):
            key = (perception.seat, perception.act)
            others = tuple(p for p in world.perceptions if (p.seat, p.act) != key)
            return replace(world, perceptions=(*others, perception))
        case _:
            return replace(world, proposals=apply_proposals(world.proposals, event))


def after_phase(scenario: Scenario, world: World, number: int) -> World:
    """The world once what was on its way to its new phase has arrived."""
    hours = 24.0 * scenario.turn_days
    book = phase_passed(world.channels, world.turn, world.phase, hours, number)
    return world if book is world.channels else replace(world, channels=book)
