"""How sure a share or a difference is, told from runs that may share what they are drawn from.

Runs that share an imagined world or the law's constants are alike, so a thousand of them say less
than a thousand of their own would; an interval that took them for their own would be too narrow.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from wargame.model.outlook import Estimate

if TYPE_CHECKING:
    import numpy as np

    Column = np.ndarray[tuple[int, ...], np.dtype[np.float64]]

Z: Final = 1.959964
"""Where the normal distribution leaves 2.5 % above itself."""


def share(hits: float, count: float) -> Estimate:
    """A probability from counts, with Wilson's 95 % interval.

    >>> e = share(0, 100)
    >>> e.value, e.low, round(e.high, 3)
    (0.0, 0.0, 0.037)
    """
    if count == 0:
        return Estimate(0.0, 0.0, 1.0)
    p = hits / count
    z2 = Z * Z
    middle = (p + z2 / (2 * count)) / (1 + z2 / count)
    half = (Z / (1 + z2 / count)) * (p * (1 - p) / count + z2 / (4 * count * count)) ** 0.5
    low = 0.0 if hits == 0 else max(0.0, middle - half)
    high = 1.0 if hits == count else min(1.0, middle + half)
    return Estimate(p, low, high)


def share_in_blocks(happened: Column, block: int) -> Estimate:
    """A probability with its 95 % interval, from runs of which so many at a time share a draw.

    Wilson's interval for as many runs of their own as say the same about the probability.

    Args:
        happened: 1.0 for each run in which it came about, otherwise 0.0.
        block: Runs that share a draw; 1 where each has its own.
    """
    count, p = len(happened), float(happened.mean()) if len(happened) else 0.0
    spread = p * (1.0 - p) / count if count else 0.0
    if block == 1 or spread == 0.0 or count < 2 * block:
        return share(float(happened.sum()), count)
    means = block_means(happened, block)
    alike = max(1.0, float(means.var(ddof=1)) / len(means) / spread)
    worth = count / alike
    return share(p * worth, worth)


def paired(difference: Column, block: int) -> Estimate:
    """A mean difference with its 95 % interval.

    Runs of a block share their imagined world, so the blocks are what is counted; a last block that
    is not full weighs as much as the others.
    """
    means = block_means(difference, block)
    mean = float(difference.mean())
    if len(means) < 2:
        return Estimate(mean, mean - abs(mean) - 1.0, mean + abs(mean) + 1.0)
    half = student(len(means) - 1) * float(means.std(ddof=1)) / len(means) ** 0.5
    return Estimate(mean, mean - half, mean + half)


def block_means(values: Column, block: int) -> Column:
    """The mean of every so many values one after the other; the last may be of fewer."""
    import numpy as np

    begins = np.arange(0, len(values), block)
    means: Column = np.add.reduceat(values, begins) / np.diff(np.append(begins, len(values)))
    return means


def student(degrees: int) -> float:
    """Where Student's distribution leaves 2.5 % above itself (Cornish and Fisher's expansion).

    Args:
        degrees: Degrees of freedom, from 1; below 4 a little too small.

    >>> round(student(5), 2), round(student(99), 2)
    (2.57, 1.98)
    """
    z, n = Z, degrees
    return (
        z
        + (z**3 + z) / (4 * n)
        + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * n**2)
        + (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / (384 * n**3)
    )
