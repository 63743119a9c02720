"""What the rung that an order names is: of a warning the line that it draws, else how it is meant.

A warning's line (``law/reputation.py``) says nothing of how the warning itself is to be read.
"""

from __future__ import annotations

from wargame.model.orders import Order
from wargame.model.scenario import Scenario


def meant_rung(scenario: Scenario, order: Order) -> float | None:
    """The rung that an order is meant to be read as, 0 to 20; None when that was not said."""
    return None if _is_warning(scenario, order) else order.meant


def drawn_line(scenario: Scenario, order: Order) -> float | None:
    """The rung of the line that a warning draws, 0 to 20; None for other orders or none named."""
    return order.meant if _is_warning(scenario, order) else None


def line_words(scenario: Scenario, order: Order) -> str:
    """What follows the words of a warning, ", draws a line at R11"; empty for other orders."""
    line = drawn_line(scenario, order)
    return "" if line is None else f", draws a line at R{line:.0f}"


def _is_warning(scenario: Scenario, order: Order) -> bool:
    move = scenario.move.get(order.move)
    return move is not None and "warning" in move.tags
