"""A turn without the law: control writes every outcome, and nothing fades or moves by itself.

Time stands still for the numbers, so that the index moves by control's effects alone. What went on
goes on. A game still ends: by its last turn, or by what control's effects made of the world.
"""

from __future__ import annotations

from wargame.engine.endings import outcome_of
from wargame.engine.law.parameters import parameters_for
from wargame.engine.law.world_view import WorldNumbers
from wargame.model.events import Event, GameEnded, StandingChanged
from wargame.model.scenario import Scenario
from wargame.model.world import World


def by_hand(scenario: Scenario, world: World) -> tuple[Event, ...]:
    """The events of a locked turn with automatic adjudication off."""
    events: list[Event] = [StandingChanged(world.turn, world.standing, ())]
    numbers = WorldNumbers(scenario.layout, bytearray(world.values))
    parameters = parameters_for(scenario, world.settings.start)
    outcome = outcome_of(scenario, world, numbers, parameters, ())
    if outcome is not None:
        events.append(GameEnded(world.turn, outcome))
    return tuple(events)
