"""When a game is over, and why, in words: the law says that it is, this says what it was."""

from __future__ import annotations

from collections.abc import Sequence

from wargame.engine.full_length import how_it_stands
from wargame.engine.law.game_over import ALL_OUT, COLLAPSED, FALLEN, TRUCE, over
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.world_view import WorldNumbers
from wargame.model.events import ActResolved, OrderLapsed, SystemSettled
from wargame.model.outcome import Ending, Outcome
from wargame.model.scenario import Scenario
from wargame.model.world import World

USE_RUNG = 20.0
"""Rung of nuclear use (MODEL D3)."""


def outcome_of(
    scenario: Scenario,
    world: World,
    w: WorldNumbers,
    p: Parameters,
    events: Sequence[ActResolved | OrderLapsed | SystemSettled],
) -> Outcome | None:
    """How the game ended with this turn; None while it goes on.

    Args:
        scenario: The scenario.
        world: The world before the turn was adjudicated.
        w: Its numbers after it.
        p: Constants and tables.
        events: What happened in it.
    """
    now = [event for event in events if isinstance(event, ActResolved)]
    for event in now:
        if event.rung >= USE_RUNG:
            name = scenario.actor[event.actor].full_name
            return Outcome(Ending.NUCLEAR_USE, f"{name} used a nuclear weapon.")
    early = _early(scenario, w, p)
    if early is not None or world.turn < scenario.turns:
        return early
    past = [h for _, h in world.happenings() if isinstance(h, ActResolved)]
    known = [act for act in (*past, *now) if act.order.argument is None]
    return how_it_stands(scenario, world.turn, w, p, known)


def _early(scenario: Scenario, w: WorldNumbers, p: Parameters) -> Outcome | None:
    """How a game ended before its last turn."""
    match over(w, p, 0):
        case code if code == ALL_OUT:
            words = "Control was lost: the exchange grew into all-out war, which nobody ordered."
            return Outcome(Ending.ALL_OUT_WAR, words)
        case code if code == COLLAPSED:
            names = _names(scenario, p, w.collapsed)
            words = f"{names} collapsed and dropped out of the conflict."
            return Outcome(Ending.COLLAPSE, words)
        case code if code == FALLEN:
            names = _names(scenario, p, w.fallen)
            words = f"The government of {names} fell. What follows is for another to decide."
            return Outcome(Ending.GOVERNMENT_FELL, words)
        case code if code == TRUCE:
            fronts = " and ".join(
                front.name
                for n, front in enumerate(scenario.fronts)
                if front.linked and w.truce[n, 0] > 0.0
            )
            days = f"{w.truce_days[0]:.0f} days"
            words = f"The truce has held for {days} ({fronts}), and no front burns any more."
            return Outcome(Ending.TRUCE, words)
    return None


def _names(scenario: Scenario, p: Parameters, flag: memoryview[float]) -> str:
    """The states with seats for which a flag is set."""
    return " and ".join(
        actor.full_name
        for n, actor in enumerate(scenario.actors)
        if p.state[n] and p.played[n] and flag[n, 0] > 0.0
    )
