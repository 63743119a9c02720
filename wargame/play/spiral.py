"""The spiral number: whether replies to replies die out or grow (MODEL B8, Richardson 1960)."""

from __future__ import annotations

from dataclasses import dataclass

from wargame.model.ids import ActorId


@dataclass(frozen=True, slots=True)
class Spiral:
    """How strongly two sides answer one another's answers now.

    Attributes:
        value: The reply that a reply brings, on average over both sides: below 1 a shock dies out,
            above 1 it grows until ceilings bind.
        first: One side of the pair with the largest number; None when nobody is in touch.
        second: The other side.
        pairs: Every pair that is in touch, with its number, largest first.
        sentence: What it means, for a tool tip.
    """

    value: float
    first: ActorId | None
    second: ActorId | None
    pairs: tuple[tuple[ActorId, ActorId, float], ...]
    sentence: str
