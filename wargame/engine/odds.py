"""The odds of a matrix argument, and dice that fall the same for everybody who asks again.

Reasons and umpires count alike. With two dice the odds are those of the nearest sum; the roll has
an address, so that nobody rolls twice.
"""

from __future__ import annotations

from math import floor

from wargame.engine.law.rng import turn_key, uniform, word_of
from wargame.model.ids import ActorId
from wargame.model.weighing import SUMS, Odds, Roll, Way, Weighing

DICE_STREAM = 900
"""Stream of dice for arguments; the law's own streams end far below."""

EVEN = 0.5
A_POINT = 0.08
"""What one point of balance adds to an even chance: about one pip of two dice."""

LEAST, MOST = 0.03, 0.97
"""No argument is certain, and none is hopeless."""


def chance_of_sum(needed: int) -> float:
    """The chance that two dice show at least a sum, 0 to 1.

    >>> round(chance_of_sum(7), 3)
    0.583
    """
    return sum(ways for total, ways in SUMS.items() if total >= needed) / 36


def odds_of(weighing: Weighing) -> Odds:
    """The odds of an argument with their make-up.

    >>> odds_of(Weighing()).needed
    7
    """
    from_reasons = min(MOST, max(LEAST, EVEN + A_POINT * weighing.balance))
    median = weighing.median
    wanted = from_reasons if median is None else (from_reasons + median) / 2
    wanted = min(MOST, max(LEAST, wanted))
    if weighing.way is Way.PERCENT:
        needed = floor(100 * wanted + 0.5)
        return Odds(weighing.balance, from_reasons, median, needed / 100, needed)
    # Rounded, so that of two sums that lie equally near the lower one is taken on every machine.
    needed = min(SUMS, key=lambda total: (round(abs(chance_of_sum(total) - wanted), 9), total))
    needed = max(3, needed)
    return Odds(weighing.balance, from_reasons, median, chance_of_sum(needed), needed)


def roll_for(seed: int, turn: int, seat: ActorId, slot: int, way: Way) -> Roll:
    """The dice of an order: the same whenever they are asked for.

    Args:
        seed: Seed of the game.
        turn: The turn.
        seat: Whose order it is.
        slot: Its place on the sheet, from 1.
        way: Two dice or per cent.
    """
    high, low = turn_key(seed, 0, turn, 0), turn_key(seed, 0, turn, 1)
    place = word_of(f"{seat}/{slot}")
    if way is Way.PERCENT:
        return Roll((1 + floor(100 * uniform(high, low, DICE_STREAM, place, 2)),))
    return Roll(tuple(1 + floor(6 * uniform(high, low, DICE_STREAM, place, n)) for n in (0, 1)))


def margin_of(odds: Odds, roll: Roll, way: Way) -> int:
    """By how much a roll succeeds (0 or more) or fails (below 0): pips, or points per cent."""
    if way is Way.PERCENT:
        return odds.needed - roll.total
    return roll.total - odds.needed
