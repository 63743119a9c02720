"""Worlds that differ only in what one seat may not know, for tests of whoever decides for it."""

from __future__ import annotations

import random
import struct
from dataclasses import replace

from tests.doctrine_games import bundled
from wargame.engine.apply import fold
from wargame.engine.known_values import hidden_from
from wargame.model.events import PhaseBegan, Record, SessionStarted
from wargame.model.ids import ActorId, Controller, Phase
from wargame.model.scenario import Scenario
from wargame.model.seats import Seat
from wargame.model.variables import BY_NAME
from wargame.model.world import World
from wargame.play.settings import default_settings


def planning_world(seed: int, scenario: Scenario | None = None) -> World:
    """The first planning phase of a game of computer seats."""
    scenario = scenario or bundled()
    seats = tuple(Seat(actor.id, Controller.DOCTRINE) for actor in scenario.seats)
    settings = replace(default_settings(scenario), seed=seed, seats=seats)
    started = SessionStarted(scenario.id, "0" * 64, "1", settings)
    return fold(scenario, [Record(1, "", started), Record(2, "", PhaseBegan(1, Phase.PLAN))])


def with_other_numbers(
    world: World, seat: ActorId, seed: int, scenario: Scenario | None = None
) -> World:
    """The same world with every number that the seat may not know drawn anew."""
    layout = (scenario or bundled()).layout
    chance = random.Random(seed)  # noqa: S311 - draws of a test
    numbers = list(struct.unpack(f"<{layout.size}d", world.published))
    for place, _ in hidden_from(layout, seat):
        variable = BY_NAME[layout.addresses[place].variable]
        numbers[place] = chance.uniform(variable.low, min(variable.high, 100.0))
    return replace(world, published=struct.pack(f"<{layout.size}d", *numbers))
