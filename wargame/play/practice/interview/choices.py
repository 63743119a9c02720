"""One choice of a computer seat, as it is asked about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from wargame.engine.words import order_words
from wargame.model.ids import ActorId, Controller
from wargame.model.interview import Topic
from wargame.model.orders import Order
from wargame.model.scenario import Scenario

Progressed = Callable[[int, int], None]
"""Hears how much is done, and of how much; raises where nobody waits any more."""


def not_told(_done: int, _total: int) -> None:
    """Nobody watches, and nobody stops it."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice of a computer seat.

    Attributes:
        seat: Who chose.
        controller: Who decided for it then.
        turn: The turn.
        order: The order that is asked about; None where it held still.
        sheet: Everything that it ordered.
        topic: The choice as it is shown.
        sealed: Number of the event with which the sheet was sealed.
    """

    seat: ActorId
    controller: Controller
    turn: int
    order: Order | None
    sheet: tuple[Order, ...]
    topic: Topic
    sealed: int

    @property
    def events(self) -> tuple[int, ...]:
        """What tells of it in the log."""
        return tuple(dict.fromkeys((self.topic.number, self.sealed)))

    def is_other(self, orders: Sequence[Order]) -> bool:
        """Whether orders are another choice: the order is gone, or stillness has ended."""
        if self.order is None:
            return bool(orders)
        return all((o.move, o.target) != (self.order.move, self.order.target) for o in orders)


def instead_words(scenario: Scenario, choice: Choice, orders: Sequence[Order]) -> str:
    """What it orders with a change, beside what it ordered: "Then I would have ordered ..."."""
    before = {(order.move, order.target) for order in choice.sheet}
    fresh = [order for order in orders if (order.move, order.target) not in before]
    if not orders:
        return "Then I would have held still."
    if not fresh:
        return "Then I would have left it out, with nothing in its place."
    return f"Then I would have ordered {listed([order_words(scenario, o) for o in fresh])} instead."


def listed(words: Sequence[str]) -> str:
    """Words in a row, such as "a, b and c".

    >>> listed(["a"]), listed(["a", "b", "c"])
    ('a', 'a, b and c')
    """
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"
