"""The world before anything has happened: a start point as numbers and standing moves."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from wargame.engine.law.index import settle_index
from wargame.engine.law.parameters import parameters_for
from wargame.engine.law.world_view import WorldNumbers
from wargame.model.actors import StartValue
from wargame.model.events import SessionStarted
from wargame.model.ids import Phase
from wargame.model.layout import Layout
from wargame.model.orders import Order, StandingAct
from wargame.model.scenario import Scenario, StartPoint
from wargame.model.variables import BY_NAME
from wargame.model.world import World


def start_world(scenario: Scenario, started: SessionStarted) -> World:
    """The world of a new session, before turn 1.

    Raises:
        KeyError: The settings name a start point that the scenario does not have.
    """
    start = scenario.start[started.settings.start]
    values = start_values(scenario, start)
    standing = tuple(
        StandingAct(going.actor, Order(going.move, going.target), since=0, ready=0)
        for going in start.ongoing
    )
    index = scenario.layout.read(values, "index")
    return World(
        settings=started.settings,
        turn=0,
        phase=Phase.BRIEF,
        seats=started.settings.seats,
        sealed=(),
        values=values,
        published=values,
        published_turn=0,
        standing=standing,
        standing_published=standing,
        index_path=(index,),
        index_published=(index,),
        turns=(),
        outcome=None,
        events=0,
    )


def start_values(scenario: Scenario, start: StartPoint) -> bytes:
    """The numbers of a start point: registry defaults, then its values in order, then the index."""
    layout = scenario.layout
    numbers = [BY_NAME[address.variable].start for address in layout.addresses]
    for value in start.values:
        for at in _places(layout, value):
            numbers[at] = value.value
    packed = bytearray(struct.pack(f"<{layout.size}d", *numbers))
    settle_index(WorldNumbers(layout, packed), parameters_for(scenario, start.id), 0)
    return bytes(packed)


def _places(layout: Layout, value: StartValue) -> Iterator[int]:
    """Where a start value goes; ``*`` stands for every name of its axis."""
    axes = layout.axes(BY_NAME[value.variable].scope)
    names = (value.first, value.second)[: len(axes)]
    chosen = [axis if name == "*" else (name,) for axis, name in zip(axes, names, strict=True)]
    firsts = chosen[0] if chosen else ("",)
    seconds = chosen[1] if len(chosen) > 1 else ("",)
    for first in firsts:
        for second in seconds:
            yield layout.offset(value.variable, first, second)
