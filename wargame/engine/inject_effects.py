"""What an inject moves: its declared effects through the law's own bookkeeping.

An inject says what it changes in the words of moves, so the law's function for moves applies it,
and the index follows at once as after any act.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from wargame.engine.law.effects import apply_effect
from wargame.engine.law.index import settle_index
from wargame.engine.law.parameters import parameters_for
from wargame.engine.law.world_view import WorldNumbers
from wargame.model.injects import Inject
from wargame.model.ledger import Entry
from wargame.model.scenario import Scenario
from wargame.model.variables import BY_NAME
from wargame.model.world import World


def inject_ledger(scenario: Scenario, world: World, inject: Inject) -> tuple[Entry, ...]:
    """Every change that an inject brings, with its cause; empty for words alone."""
    if not inject.effects:
        return ()
    memory = bytearray(world.values)
    w = WorldNumbers(scenario.layout, memory)
    carrier = replace(scenario.moves[0], effects=inject.effects)
    p = parameters_for(replace(scenario, moves=(carrier,)), world.settings.start)
    places = {actor.id: n for n, actor in enumerate(scenario.actors)}
    fronts = {front.id: n for n, front in enumerate(scenario.fronts)}
    first = places[inject.first] if inject.first else -1
    second = places[inject.second] if inject.second else -1
    front = fronts[inject.front] if inject.front else -1
    for number in range(len(inject.effects)):
        apply_effect(w, p, number, 0, first, second, front)
    settle_index(w, p, 0)
    before = np.frombuffer(world.values, dtype=np.float64)
    after = np.frombuffer(memory, dtype=np.float64)
    addresses = scenario.layout.addresses
    return tuple(
        Entry(
            addresses[at].variable,
            addresses[at].first,
            addresses[at].second,
            float(before[at]),
            float(after[at]),
            f"inject:{inject.id}",
            BY_NAME[addresses[at].variable].system,
        )
        for at in np.flatnonzero(before != after).tolist()
    )
