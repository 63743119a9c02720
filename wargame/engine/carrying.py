"""What goes on from turn to turn: sustained and standing moves, and moves in preparation."""

from __future__ import annotations

from collections.abc import Iterable

from wargame.engine.acts import Intent
from wargame.model.ids import ActorId
from wargame.model.moves import Lasting, Move
from wargame.model.orders import Order, StandingAct
from wargame.model.scenario import Scenario
from wargame.model.world import World

Ended = tuple[StandingAct, str]

FORCE_RUNG = 4.0
"""Lowest rung of what a stand-down ends: deployments and everything above."""


def is_ready(standing: StandingAct, turn: int) -> bool:
    """Whether a prepared move happens this turn."""
    return standing.ready == turn and standing.ready > standing.since


def goes_on(standing: StandingAct, turn: int) -> bool:
    """Whether a move began in an earlier turn and goes on in this one."""
    return standing.ready < turn or standing.ready == standing.since < turn


def going_on(
    scenario: Scenario, world: World, orders: Iterable[tuple[ActorId, Order]]
) -> tuple[list[Intent], list[Ended]]:
    """What goes on or has become ready this turn, and what this turn's orders end.

    Args:
        scenario: The scenario.
        world: The world before the turn is adjudicated.
        orders: The orders of the turn that will be tried without a condition.
    """
    fresh = list(orders)
    intents: list[Intent] = []
    ended: list[Ended] = []
    for standing in world.standing:
        if is_ready(standing, world.turn):
            intents.append(Intent(standing.actor, standing.order, 0, standing, paid=True))
        elif goes_on(standing, world.turn):
            reason = _ended_by(scenario, standing, fresh)
            if reason:
                ended.append((standing, reason))
            else:
                intents.append(
                    Intent(standing.actor, standing.order, 0, standing, going_on=True, paid=True)
                )
    return intents, ended


def _ended_by(
    scenario: Scenario, standing: StandingAct, orders: list[tuple[ActorId, Order]]
) -> str:
    """Why this turn's orders end what goes on; empty when they do not."""
    old = scenario.move[standing.order.move]
    for actor, order in orders:
        if actor != standing.actor:
            continue
        new = scenario.move[order.move]
        same_target = order.target is None or order.target == standing.order.target
        if "stand-down" in new.tags and old.rung >= FORCE_RUNG and same_target:
            return "Its actor stood down."
        if "stand-down" in old.tags and _is_force(new):
            return "Its actor went over to force again."
        if _is_force(new) and _is_force(old) and order.target == standing.order.target:
            return f"{new.name} took its place."
    return ""


def _is_force(move: Move) -> bool:
    return move.lasting is Lasting.SUSTAINED and move.goldstein < 0


def carried_on(
    scenario: Scenario, world: World, done: Iterable[Intent], begun: Iterable[Intent]
) -> tuple[StandingAct, ...]:
    """What stands after the turn.

    Args:
        scenario: The scenario.
        world: The world before the turn was adjudicated.
        done: Intents that were carried out.
        begun: Orders whose preparation began.
    """
    stands = [s for s in world.standing if s.ready > world.turn]
    for intent in done:
        if scenario.move[intent.order.move].lasting is Lasting.EVENT:
            continue
        if intent.going_on and intent.standing is not None:
            stands.append(intent.standing)
        else:
            stands.append(StandingAct(intent.actor, intent.order, world.turn, world.turn))
    for intent in begun:
        ready = world.turn + scenario.move[intent.order.move].preparation
        stands.append(StandingAct(intent.actor, intent.order, world.turn, ready))
    place = {actor.id: n for n, actor in enumerate(scenario.actors)}
    return tuple(
        sorted(stands, key=lambda s: (place[s.actor], s.order.move, s.order.target or "", s.since))
    )
