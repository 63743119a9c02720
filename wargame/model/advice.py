"""What the coach of a practice game says, before a sheet is sealed and after a turn."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from wargame.model.orders import Order


class About(StrEnum):
    """What a remark is about, in the order in which remarks stand."""

    READING = "reading"
    RISK = "risk"
    OTHERWISE = "otherwise"
    PRECEDENT = "precedent"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class Remark:
    """One or two sentences of the coach.

    Attributes:
        about: What it is about.
        words: Plain text.
        known: Numbers of the events that it cites, as the seat counts them.
        sources: Titles of the sources that it cites.
        order: An order that it offers instead; None for none.
        waits: Whether it will be said more exactly once runs are done.
    """

    about: About
    words: str
    known: tuple[int, ...] = ()
    sources: tuple[str, ...] = ()
    order: Order | None = None
    waits: bool = False
