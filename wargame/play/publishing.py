"""What publishing an outcome writes into the log."""

from __future__ import annotations

from wargame.engine.turn_review import review_of
from wargame.engine.waiting import unruled_lapses
from wargame.model.events import Event, OutcomePublished, PhaseBegan
from wargame.model.ids import Phase
from wargame.model.scenario import Scenario
from wargame.model.world import World


def publishing_events(scenario: Scenario, world: World, phase: Phase) -> tuple[Event, ...]:
    """What lapses and what the turn means for given words, then its publication and its phase."""
    return (
        *unruled_lapses(world),
        *review_of(scenario, world),
        OutcomePublished(world.turn),
        PhaseBegan(world.turn, phase),
    )
