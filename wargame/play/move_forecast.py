"""What a seat's own move may change, told from what that seat knows.

Each draft is played forward many times against holding still, on the same luck, so that what
differs comes from the order. What the seat may not know of others is drawn from its beliefs.
"""

from __future__ import annotations

from dataclasses import dataclass

from wargame.model.orders import Order
from wargame.model.seat_view import Reading
from wargame.play.forecast import Estimate

TURNS_AHEAD = (1, 3, 6)
"""Turns after which the index is compared."""


@dataclass(frozen=True, slots=True)
class MoveForecast:
    """What orders change against holding still in the turn that is being planned.

    Attributes:
        orders: The orders that were tried together.
        rollouts: Worlds played forward with and without them.
        index: Difference of the index after 1, 3 and 6 turns (``TURNS_AHEAD``), in points, each
            with its 95 % interval.
        all_out: Difference of the probability that control is lost within the horizon.
        all_out_with: That probability with the orders.
        all_out_holding: That probability when the seat holds still.
        readings: The rung that each other actor is likely to read, with whether it may cross that
            actor's line as the seat believes it; of the most severe order, one for each actor.
        political: Points that the orders cost together.
        material: Material points that they cost together.
        doubts: Sentences that say why this may mislead; none for a sound forecast.
    """

    orders: tuple[Order, ...]
    rollouts: int
    index: dict[int, Estimate]
    all_out: Estimate
    all_out_with: Estimate
    all_out_holding: Estimate
    readings: tuple[Reading, ...]
    political: float
    material: float
    doubts: tuple[str, ...] = ()

    @property
    def order(self) -> Order:
        """The only order, or the first of several."""
        return self.orders[0]
