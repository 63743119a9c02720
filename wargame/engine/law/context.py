"""What a turn is computed in: its days, its draws' key, and who listens.

The functions at the end are the law's only doors to the outside. For one world with the
ledger on they tell a listener; compiled rollouts replace them by functions that do nothing, so
recording costs a rollout nothing and the equations hold no trace of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from wargame.engine.law.rng import turn_key

if TYPE_CHECKING:
    from wargame.engine.law.world_view import Whole

TIME, BELIEF, HAZARD, MEANS, PROXIES, POLITICS, HARM, ASSETS = -1, -2, -3, -4, -5, -6, -7, -8
SHIPPING, GOODWILL, NUCLEAR, SPILLOVER, WORDS = -9, -10, -11, -12, -13
"""Causes that are nobody's act; acts have their row, from 0."""

CAUSES = {
    TIME: "time",
    BELIEF: "belief",
    HAZARD: "hazard",
    MEANS: "means",
    PROXIES: "proxies",
    POLITICS: "politics",
    HARM: "harm",
    ASSETS: "intelligence",
    SHIPPING: "shipping",
    GOODWILL: "goodwill",
    NUCLEAR: "nuclear",
    SPILLOVER: "spillover",
    WORDS: "words",
}
"""Names of those causes in the ledger; the same words are the steps of ``SystemSettled``."""


class Listener(Protocol):
    """Who records a turn as the law computes it."""

    def changed(self, cause: int, system: int) -> None:
        """Numbers may have changed: by an act's row or one of ``CAUSES``; system 0 for any."""

    def drew(self, stream: int, index: int, u: float, result: float) -> None:
        """A draw was made."""

    def is_ripe(self, row: int) -> bool:
        """Whether the condition of a prepared order holds now."""

    def admits(self, row: int) -> bool:
        """Whether a pending act may go ahead now."""

    def resolved(self, row: int) -> None:
        """An act is done."""

    def settled(self, cause: int) -> None:
        """A step that is nobody's act is done."""


class Context:
    """The frame of one turn for a block of worlds.

    Attributes:
        lanes: Worlds in the block.
        turn: The turn, from 1.
        days: Days of the turn.
        key_high: First half of the key of the turn's draws, by lane.
        key_low: Second half.
        listener: Who records; None for nobody.
    """

    lanes: int
    turn: int
    days: float
    key_high: Whole
    key_low: Whole
    listener: Listener | None

    def __init__(
        self,
        seed: int,
        turn: int,
        days: float,
        lanes: int = 1,
        first_rollout: int = 0,
        listener: Listener | None = None,
    ) -> None:
        self.lanes = lanes
        self.turn = turn
        self.days = days
        self.listener = listener
        self.key_high = memoryview(bytearray(8 * lanes)).cast("q", [lanes])
        self.key_low = memoryview(bytearray(8 * lanes)).cast("q", [lanes])
        for k in range(lanes):
            self.key_high[k] = turn_key(seed, first_rollout + k, turn, 0)
            self.key_low[k] = turn_key(seed, first_rollout + k, turn, 1)


def mark(c: Context, cause: int, system: int) -> None:
    """Numbers may have changed: write down which (``system`` as in MODEL A8; 0: the owner's)."""
    if c.listener is not None:
        c.listener.changed(cause, system)


def heard(c: Context) -> bool:
    """Whether somebody listens, so that what is only shown must be brought up to date."""
    return c.listener is not None


def note(c: Context, stream: int, index: int, u: float, result: float) -> None:
    """Write down a draw and what came of it."""
    if c.listener is not None:
        c.listener.drew(stream, index, u, result)


def ripe(c: Context, row: int) -> bool:
    """Whether the condition of a prepared order holds now."""
    return c.listener is None or c.listener.is_ripe(row)


def admitted(c: Context, row: int) -> bool:
    """Whether a pending act may go ahead now."""
    return c.listener is None or c.listener.admits(row)


def finish(c: Context, row: int) -> None:
    """An act is done: write it down."""
    if c.listener is not None:
        c.listener.resolved(row)


def settle(c: Context, cause: int) -> None:
    """A step that is nobody's act is done: write it down."""
    if c.listener is not None:
        c.listener.settled(cause)
