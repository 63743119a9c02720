"""A game that is told on in memory: events are taken one after the other, as a log would."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from wargame.engine.apply import apply
from wargame.model.events import Event
from wargame.model.scenario import Scenario
from wargame.model.world import World
from wargame.storage.codec import encode_event


class Telling:
    """Events and the world after them; nothing is written anywhere.

    Attributes:
        scenario: The scenario by whose constants it goes on.
        world: The world now.
        events: What was told since the beginning.
    """

    def __init__(self, scenario: Scenario, world: World) -> None:
        self.scenario = scenario
        self.world = world
        self.events: list[Event] = []

    def take(self, *events: Event) -> None:
        """Tell what happened next."""
        self.take_all(events)

    def take_all(self, events: Iterable[Event]) -> None:
        """Tell several things that happened, in order."""
        for given in events:
            # As a log would give it back: the branch is the same, told or read, to the last digit.
            _, event = encode_event(given)
            number = self.world.events + 1
            told = apply(self.scenario, self.world, event, number)
            self.world = replace(told, events=number)
            self.events.append(event)
