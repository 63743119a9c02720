"""Who can speak with whom: a line is a private channel of some quality, as both sides know it."""

from __future__ import annotations

from wargame.engine.law.interception import carries_words, channel_numbers
from wargame.model.ids import ActorId
from wargame.model.scenario import Scenario
from wargame.model.world import World


def line_quality(scenario: Scenario, world: World, one: ActorId, other: ActorId) -> float:
    """Quality 0..1 of the private channel from one actor to another, as last published."""
    return scenario.layout.read(world.published, "channel", one, other)


def has_line(scenario: Scenario, world: World, one: ActorId, other: ActorId) -> bool:
    """Whether words get through between two actors, in either direction."""
    best = max(line_quality(scenario, world, one, other), line_quality(scenario, world, other, one))
    return one != other and carries_words(channel_numbers(scenario), best)


def lines_of(scenario: Scenario, world: World, seat: ActorId) -> tuple[ActorId, ...]:
    """The seats with which a seat can speak, in the scenario's order."""
    seats = (other.actor for other in world.seats)
    return tuple(other for other in seats if has_line(scenario, world, seat, other))
