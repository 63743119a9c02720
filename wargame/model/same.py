"""A key for memories of what was made of something frozen: the very same thing, not an equal one.

Comparing two turns of a long game by value would cost more than what is remembered about them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

Thing = TypeVar("Thing")


# Not slotted: Same[Turn](...) fails on a frozen slotted generic class (Python 3.11).
@dataclass(frozen=True, eq=False)
class Same(Generic[Thing]):
    """Holds a thing; equal only to a key that holds the same thing.

    >>> turn = (1, 2)
    >>> Same(turn) == Same(turn), Same([1]) == Same([1])
    (True, False)
    """

    thing: Thing

    def __hash__(self) -> int:
        return id(self.thing)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.thing is other.thing
