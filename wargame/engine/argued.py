"""What an order in a seat's own words must hold before it can be sealed.

Whether it comes off is no rule's affair: control weighs it.
"""

from __future__ import annotations

from math import isfinite

from wargame.model.ids import ActorId
from wargame.model.orders import WRITTEN, Order
from wargame.model.scenario import Scenario
from wargame.model.world import World

LEAST_WORDS = 10
"""Characters that what a seat does must have."""

LONGEST_TEXT = 2_000
"""Characters of a text."""

MOST_REASONS = 12


def argument_refusal(
    scenario: Scenario, world: World, seat: ActorId, order: Order
) -> tuple[str, str] | None:
    """Why a seat may not give an order in its own words now; None when it may."""
    argument = order.argument
    if argument is None or order.move != WRITTEN:
        return "argument.move", "An order is either from the catalogue or written, not both."
    if scenario.layout.read(world.values, "collapsed", seat) >= 1:
        return "actor.collapsed", "This actor has dropped out of the conflict."
    if len(argument.do.strip()) < LEAST_WORDS:
        return "argument.do", f"Say in at least {LEAST_WORDS} characters what we do."
    if not argument.result.strip():
        return "argument.result", "Say which result we want."
    if len(argument.reasons) > MOST_REASONS:
        return "argument.reasons", f"Give {MOST_REASONS} reasons at the most."
    texts = (argument.do, argument.result, *argument.reasons, order.message, order.rationale)
    if any(len(text) > LONGEST_TEXT for text in texts):
        return "text.too-long", f"A text may have {LONGEST_TEXT} characters."
    if order.salvo or order.warning_hours or order.told or order.condition is not None:
        return "argument.extra", "A written order says everything in its words."
    if order.meant is not None and not (isfinite(order.meant) and 0 <= order.meant <= 20):
        return "meant.range", "A move is meant as a rung from 0 to 20."
    for name in (order.target, *order.audience):
        if name is not None and (name not in scenario.actor or name == seat):
            return "actor.unknown", f"There is no other actor {name[:40]!r} in this scenario."
    return None
