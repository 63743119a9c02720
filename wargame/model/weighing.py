"""Weighing an argument: reasons on both sides, blind estimates, odds and dice.

What is weighed before a ruling; the ruling itself stands in ``rulings.py``.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import product
from statistics import median

HEAVIEST = 3
"""Weight of the strongest reason for or against an argument."""

SUMS = {
    total: sum(one + two == total for one, two in product(range(1, 7), repeat=2))
    for total in range(2, 13)
}
"""How many of the 36 throws of two dice give each sum."""


class Way(StrEnum):
    """How an argument is settled."""

    DICE = "two dice"
    PERCENT = "per cent"
    UMPIRE = "umpire"
    AGREEMENT = "agreement"


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason for or against an argument.

    Attributes:
        text: The reason.
        favours: Whether it speaks for the argument.
        weight: 1 to 3.
        by: Who brought it up: an actor's id, a name, or ``Control``.
    """

    text: str
    favours: bool
    weight: int = 1
    by: str = ""


@dataclass(frozen=True, slots=True)
class Roll:
    """A roll of dice.

    Attributes:
        dice: Two dice of six, or one number from 1 to 100.
        is_typed: Whether it was rolled at the table and typed in; otherwise seed, turn, seat and
            slot give it, and nobody can roll again.
    """

    dice: tuple[int, ...]
    is_typed: bool = False

    @property
    def total(self) -> int:
        """The sum of the dice."""
        return sum(self.dice)


@dataclass(frozen=True, slots=True)
class Weighing:
    """What an argument is weighed by.

    Attributes:
        reasons: Reasons for and against.
        umpires: Who is asked for an estimate, by name.
        estimates: The chance that an umpire gave, 0 to 1, by name.
        is_closed: Whether control waits for no more estimates.
        way: How it is to be settled.
        is_rolled: Whether the dice have fallen; nothing of the weighing changes after that.
        typed: Dice that fell at the table; None for the game's own.
    """

    reasons: tuple[Reason, ...] = ()
    umpires: tuple[str, ...] = ()
    estimates: tuple[tuple[str, float], ...] = ()
    is_closed: bool = False
    way: Way = Way.DICE
    is_rolled: bool = False
    typed: Roll | None = None

    @property
    def rolls(self) -> bool:
        """Whether dice settle it."""
        return self.way in {Way.DICE, Way.PERCENT}

    @property
    def balance(self) -> int:
        """Weights of the reasons for, less those against."""
        return sum(r.weight if r.favours else -r.weight for r in self.reasons)

    @property
    def missing(self) -> tuple[str, ...]:
        """Umpires who have not given their estimate."""
        given = dict(self.estimates)
        return tuple(name for name in self.umpires if name not in given)

    @property
    def is_open(self) -> bool:
        """Whether the estimates may be shown: all are in, or control closed them."""
        return bool(self.estimates) and (self.is_closed or not self.missing)

    @property
    def median(self) -> float | None:
        """The median of the estimates, 0 to 1; None while they are hidden or there are none."""
        return median(chance for _, chance in self.estimates) if self.is_open else None


@dataclass(frozen=True, slots=True)
class Odds:
    """The odds of an argument with their make-up.

    Attributes:
        balance: Weights for, less those against.
        from_reasons: The chance that the reasons give, 0 to 1.
        median: The umpires' median, 0 to 1; None without estimates.
        chance: The chance of the roll, 0 to 1.
        needed: With two dice: the least sum that succeeds; otherwise the highest per cent that
            does.
    """

    balance: int
    from_reasons: float
    median: float | None
    chance: float
    needed: int
