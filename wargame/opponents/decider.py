"""What every computer opponent is: somebody who gives a seat's orders."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from wargame.model.ids import ActorId
from wargame.model.orders import Order
from wargame.model.world import World

Check = Callable[[], None]
"""Called often while an opponent thinks; it raises where nobody waits for the answer any more."""

Hands = Callable[[], int]
"""Says how many threads may share the work from now on, 1 at least."""


def one_hand() -> int:
    """The hands of who works alone."""
    return 1


def never_stopped() -> None:
    """The check of who always waits for the answer."""


class Decider(Protocol):
    """An opponent of one session; its tables are made once for all seats and turns."""

    def decide(
        self, world: World, seat: ActorId, check: Check = never_stopped
    ) -> tuple[Order, ...]:
        """What a seat orders this turn, with its reasons; an empty sheet means that it holds.

        Only what the seat may know is read, and the same world and seed give the same orders on
        any machine and with any number of threads.

        Args:
            world: The world in its planning phase.
            seat: Who decides.
            check: Called often; an error that it raises passes through.
        """
        ...
