"""Orders as rows of the law's table of acts, in the order in which they are resolved."""

from __future__ import annotations

from dataclasses import dataclass

from wargame.engine.law.acts_table import Acts
from wargame.engine.law.own_acts import append_act
from wargame.engine.law.parameters_view import Parameters
from wargame.model.ids import ActorId, MoveId, Weapon
from wargame.model.orders import Order, StandingAct
from wargame.model.scenario import Scenario

ROOM = 64
"""Rows kept free for acts that systems add during the turn."""

_WEAPONS = tuple(Weapon)


@dataclass(frozen=True, slots=True)
class Intent:
    """An order that may be carried out this turn.

    Attributes:
        actor: Whose it is.
        order: What is asked for.
        slot: Place among the actor's orders, from 1; 0 for what goes on or was prepared.
        standing: The standing act behind it; None for an order of this turn.
        going_on: Whether it began in an earlier turn.
        paid: Whether its cost was charged before.
        why: The reason in words, for acts that a computer seat chose.
    """

    actor: ActorId
    order: Order
    slot: int
    standing: StandingAct | None = None
    going_on: bool = False
    paid: bool = False
    why: str = ""


def in_order(scenario: Scenario, intents: list[Intent]) -> list[Intent]:
    """Intents by initiative, then the scenario's order of actors, then slot; never by arrival."""
    place = {actor.id: (actor.initiative, n) for n, actor in enumerate(scenario.actors)}
    return sorted(intents, key=lambda intent: (*place[intent.actor], intent.slot))


def fill_acts(scenario: Scenario, p: Parameters, intents: list[Intent]) -> Acts:
    """A table of acts with one pending row for each intent, in the same order."""
    acts = Acts(len(intents) + ROOM)
    actor = {a.id: n for n, a in enumerate(scenario.actors)}
    move: dict[MoveId, int] = {m.id: n for n, m in enumerate(scenario.moves)}
    for intent in intents:
        order = intent.order
        target = actor[order.target] if order.target else -1
        row = append_act(p, acts, 0, actor[intent.actor], move[order.move], target)
        acts.going_on[row, 0] = int(intent.going_on)
        acts.prepared[row, 0] = int(intent.order.condition is not None and not intent.going_on)
        acts.paid[row, 0] = int(intent.paid)
        acts.overt[row, 0] = int(order.overt)
        acts.warning_asked[row, 0] = order.warning_hours
        acts.meant[row, 0] = order.meant or 0.0
        if order.salvo:
            asked = dict(order.salvo)
            for place, weapon in enumerate(_WEAPONS):
                acts.salvo[row, place, 0] = asked.get(weapon, 0)
    return acts


def order_of_row(scenario: Scenario, acts: Acts, row: int) -> Order:
    """The order that a row stands for when a system, not a seat, decided it."""
    target = acts.target[row, 0]
    salvo = tuple(
        (weapon, acts.salvo[row, place, 0])
        for place, weapon in enumerate(_WEAPONS)
        if acts.salvo[row, place, 0] > 0
    )
    return Order(
        move=scenario.moves[acts.move[row, 0]].id,
        target=scenario.actors[target].id if target >= 0 else None,
        salvo=salvo,
        warning_hours=acts.warning_asked[row, 0],
        overt=bool(acts.overt[row, 0]),
    )
