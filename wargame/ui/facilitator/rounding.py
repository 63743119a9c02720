"""Rounding so that what is printed adds up to the total that is printed.

Rounding each number by itself leaves columns that are a tenth off, and someone in the room always
adds them up. The largest remainders are rounded up until the sum fits (Hamilton's method).
"""

from __future__ import annotations

import math
from collections.abc import Sequence


def shares_of(values: Sequence[float], total: int) -> tuple[int, ...]:
    """Whole numbers near ``values`` that sum exactly to ``total``.

    A value moves by less than one where the sum of the values is within one of the total.

    >>> shares_of([33.4, 33.3, 33.3], 100)
    (34, 33, 33)
    """
    if not values:
        return ()
    whole = [math.floor(value) for value in values]
    left = total - sum(whole)
    largest = sorted(range(len(values)), key=lambda n: (whole[n] - values[n], n))
    step = 1 if left >= 0 else -1
    order = largest if left >= 0 else largest[::-1]
    for turn in range(abs(left)):
        whole[order[turn % len(order)]] += step
    return tuple(whole)


def printed_steps(start: float, changes: Sequence[float], end: float) -> tuple[float, ...]:
    """Changes in tenths that lead exactly from the printed start to the printed end.

    >>> printed_steps(10.04, [0.05, 0.05], 10.14)
    (0.1, 0.0)
    """
    total = _tenths(end) - _tenths(start)
    return tuple(tenth / 10 for tenth in shares_of([10 * change for change in changes], total))


def percentages(shares: Sequence[float]) -> tuple[int, ...]:
    """Shares of a whole (0 to 1, together 1) in per cent that sum exactly to 100.

    >>> percentages([0.125, 0.625, 0.25])
    (13, 62, 25)
    """
    if not math.isclose(math.fsum(shares), 1.0, abs_tol=0.005):
        return tuple(round(100 * share) for share in shares)
    return shares_of([100 * share for share in shares], 100)


def _tenths(value: float) -> int:
    """A value in tenths as ``f"{value:.1f}"`` prints it."""
    return round(float(f"{value:.1f}") * 10)
