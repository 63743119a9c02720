"""Who gets the laptop next: the teams that still plan, in the order of the scenario."""

from __future__ import annotations

from wargame.model.ids import ActorId, Controller, Phase
from wargame.model.scenario import Scenario
from wargame.model.seat_view import ActorLabel
from wargame.model.world import World


def seats_after(world: World, current: ActorId | None) -> tuple[ActorId, ...]:
    """Teams that come after a seat, the next one first.

    While planning goes on these are all teams that have not sealed, beginning behind the current
    seat and coming round; in other phases only those behind it, for reading.
    """
    order = [seat.actor for seat in world.seats if seat.controller is Controller.PEOPLE]
    every = [seat.actor for seat in world.seats]
    start = every.index(current) + 1 if current in every else 0
    behind = [actor for actor in every[start:] if actor in order]
    if world.phase is not Phase.PLAN:
        return tuple(behind)
    before = [actor for actor in every[:start] if actor in order and actor != current]
    sealed = {actor for actor, _ in world.sealed}
    return tuple(actor for actor in (*behind, *before) if actor not in sealed)


def label_of(scenario: Scenario, actor: ActorId) -> ActorLabel:
    """An actor as lists write it."""
    found = scenario.actor[actor]
    return ActorLabel(found.id, found.full_name, found.camp)


def when_words(world: World, turns: int) -> str:
    """Turn and phase, such as "Turn 4 of 12, planning"."""
    words = {
        Phase.BRIEF: "briefing",
        Phase.PLAN: "planning",
        Phase.ADJUDICATE: "adjudication",
        Phase.OUTCOME: "outcome",
        Phase.ENDED: "the game has ended",
    }
    return f"Turn {world.turn} of {turns}, {words[world.phase]}"
