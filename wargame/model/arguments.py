"""A matrix argument: a move that no catalogue holds, in the words of the seat that wants it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Argument:
    """What a seat argues for; control weighs it.

    Attributes:
        do: What the seat does.
        result: The result that it wants.
        reasons: Why it should come off, one reason a line; empty lines may stand between them.
    """

    do: str = ""
    result: str = ""
    reasons: tuple[str, ...] = ()
