"""When a game is over, and why."""

from __future__ import annotations

from collections.abc import Sequence

from wargame.model.events import ActResolved, OrderLapsed, SystemSettled
from wargame.model.ids import ActorId
from wargame.model.outcome import Ending, Outcome
from wargame.model.scenario import Scenario
from wargame.model.world import World

USE_RUNG = 20.0
"""Rung of nuclear use (MODEL D3)."""

CALM_INDEX = 35.0
"""A truce everywhere ends a game only when the index lies below the band of shadow war."""


def outcome_of(
    scenario: Scenario,
    world: World,
    values: bytes,
    events: Sequence[ActResolved | OrderLapsed | SystemSettled],
) -> Outcome | None:
    """How the game ended with this turn; None while it goes on.

    Args:
        scenario: The scenario.
        world: The world before the turn was adjudicated.
        values: The numbers after it.
        events: What happened in it.
    """
    read = scenario.layout.read
    for event in events:
        if isinstance(event, ActResolved) and event.rung >= USE_RUNG:
            name = scenario.actor[event.actor].name
            return Outcome(Ending.NUCLEAR_USE, f"{name} used a nuclear weapon.")
    if read(values, "all_out") >= 1:
        return Outcome(
            Ending.ALL_OUT_WAR,
            "Control was lost: the exchange grew into all-out war, which nobody had ordered.",
        )
    for actor in states_with_seats(scenario):
        if read(values, "collapsed", actor) >= 1:
            name = scenario.actor[actor].name
            return Outcome(Ending.COLLAPSE, f"{name} collapsed and dropped out of the conflict.")
    if truce_holds(scenario, values):
        return Outcome(Ending.TRUCE, "A truce holds on every front that was fought over.")
    if world.turn >= scenario.turns:
        return Outcome(Ending.TURNS_PLAYED, f"All {scenario.turns} turns were played.")
    return None


def states_with_seats(scenario: Scenario) -> tuple[ActorId, ...]:
    """Playable actors that are nobody's proxy."""
    groups = {r.second for r in scenario.relations if r.kind == "patron-proxy"}
    return tuple(seat.id for seat in scenario.seats if seat.id not in groups)


def truce_holds(scenario: Scenario, values: bytes) -> bool:
    """Whether every front with fire or a truce on it has a truce, at least one, and calm holds."""
    read = scenario.layout.read
    truces = [read(values, "truce", front.id) for front in scenario.fronts]
    fire = [read(values, "intensity", front.id) for front in scenario.fronts]
    open_fronts = [t for t, f in zip(truces, fire, strict=True) if f >= 1.0 or t > 0]
    return (
        bool(open_fronts)
        and all(t > 0 for t in open_fronts)
        and (read(values, "index") < CALM_INDEX)
    )
