"""What a seat could order in the place of what it drafts: announced, lighter, or a step down.

The ladder has a way down: a small step that one side announces and takes alone, while it keeps the
means to answer, asks for one in kind (GRIT, MODEL B14).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wargame.engine.law import roles
from wargame.engine.law.roles import role_of
from wargame.engine.legal_moves import refusal_of
from wargame.model.ids import ActorId
from wargame.model.orders import Order
from wargame.model.scenario import Scenario
from wargame.model.world import World

LOUD = 6.0
"""Rung from which a move is a use of force."""

NOTICE_HOURS = 72.0

KILLINGS = frozenset({"decapitation", "kill-mid", "officers", "devices"})
"""Tags of moves that no coach offers, whatever they would come to."""

STEPS_DOWN = (
    roles.STAND_DOWN,
    roles.CLOSE,
    roles.RELEASE,
    roles.INSPECTORS,
    roles.PLAY_DOWN,
    roles.MESSAGE,
)
"""Small steps that one side can take alone, the weightiest first (MODEL B14)."""


def alternatives(
    scenario: Scenario, world: World, seat: ActorId, orders: Sequence[Order]
) -> tuple[Order, ...]:
    """What could be ordered in the place of the gravest draft: announced, lighter, or a step down.

    Each is open to the seat now. Nothing is offered for a sheet without force, save a step down
    where the seat and a rival have lately struck each other.
    """
    given = [order for order in orders if order.move in scenario.move]
    gravest = gravest_of(scenario, given)
    rival = (gravest.target if gravest else None) or _main_rival(scenario, world, seat)
    found: list[Order] = []
    if gravest is not None and scenario.move[gravest.move].rung >= LOUD:
        found += _lighter(scenario, world, seat, gravest)
    if rival is not None:
        step = _step_down(scenario, world, seat, rival, given)
        found += [step] if step is not None else []
    return tuple(found)


def gravest_of(scenario: Scenario, orders: Sequence[Order]) -> Order | None:
    """The order of the highest rung; None of none. Every order is one of the catalogue."""
    return max(orders, key=lambda order: scenario.move[order.move].rung, default=None)


def _main_rival(scenario: Scenario, world: World, seat: ActorId) -> ActorId | None:
    """Whom the seat has lately traded the most blows with; None where there were none."""
    read = scenario.layout.read
    heats = [
        (
            read(world.published, "heat", seat, other.id)
            + read(world.published, "heat", other.id, seat),
            other.id,
        )
        for other in scenario.seats
        if other.id != seat
    ]
    heat, rival = max(heats, default=(0.0, seat))
    return rival if heat > 1.0 else None


def _lighter(scenario: Scenario, world: World, seat: ActorId, order: Order) -> Iterator[Order]:
    """The same announced, and the nearest lighter use of force against the same target."""
    move = scenario.move[order.move]
    if order.warning_hours <= 0 and move.salvo is not None and order.target is not None:
        told = Order(
            order.move,
            order.target,
            salvo=order.salvo,
            warning_hours=NOTICE_HOURS,
            told=(order.target,),
        )
        if refusal_of(scenario, world, seat, told) is None:
            yield told
    below = [
        other
        for other in scenario.moves
        if seat in other.who
        and not other.tags & KILLINGS
        and LOUD <= other.rung <= move.rung - 1.0
        and other.goldstein < 0
        and order.target in other.targets
    ]
    for other in sorted(below, key=lambda one: (-one.rung, one.id)):
        lighter = Order(other.id, order.target)
        if refusal_of(scenario, world, seat, lighter) is None:
            yield lighter
            return


def _step_down(
    scenario: Scenario, world: World, seat: ActorId, rival: ActorId, drafts: Sequence[Order]
) -> Order | None:
    """The weightiest small step that the seat can take alone now (GRIT, MODEL B14)."""
    planned = {(draft.move, draft.target) for draft in drafts}
    for role in STEPS_DOWN:
        for move in scenario.moves:
            if seat not in move.who or role_of(move) != role:
                continue
            if move.targets and rival not in move.targets:
                continue
            step = Order(move.id, rival if move.targets else None)
            is_planned = (step.move, step.target) in planned
            if not is_planned and refusal_of(scenario, world, seat, step) is None:
                return step
    return None
