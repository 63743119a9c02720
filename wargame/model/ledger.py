"""The ledger: every change of a number, with its cause."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One change of one number.

    Attributes:
        variable: Name in ``model/variables.py``.
        first: Actor or front; empty for the world.
        second: Other actor, weapon class or layer; empty where there is none.
        before: Value before.
        after: Value after.
        cause: What brought it about: ``act:<n>`` (the act's number within the turn), ``time``,
            ``belief``, ``hazard``, ``inject:<id>``, ``ruling:<event>``.
        system: The system that did it (MODEL A8), such as ``S9``.
    """

    variable: str
    first: str
    second: str
    before: float
    after: float
    cause: str
    system: str


def total_change(entries: Iterable[Entry], variable: str) -> float:
    """The summed change of a variable, exact: over a run of entries it equals last minus first."""
    parts: list[float] = []
    for entry in entries:
        if entry.variable == variable:
            parts += (entry.after, -entry.before)
    return math.fsum(parts)
