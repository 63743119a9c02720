"""Counts and waiting times from one uniform number each, by inverting their distribution.

A quantile is monotone in its uniform and in its parameters, so two worlds that share their draws
are coupled exactly: more warning can never mean more leakage on the same draw (MODEL D10). Sums run
outward from the mode with weights relative to it: no factorial, no underflow, no switch to an
approximation at any size, hence no seam at which the order could break.
"""

from __future__ import annotations

import math

from wargame.engine.law.arithmetic import ln

FINE = 16777216.0
"""Probabilities are rounded to this many parts: two different ones then differ by far more than
the rounding of a sum, which is what makes the order of the quantiles exact."""

TINY = 1e-19


def binomial(n: int, p: float, u: float) -> int:
    """The smallest k at which the binomial distribution function reaches ``u``.

    Non-decreasing in n, p and u; grows by at most 1 when n grows by 1.

    Args:
        n: Trials, 0 to some hundred thousand.
        p: Probability of each; rounded to a multiple of 2**-24.
        u: Uniform number, 0 < u < 1.

    >>> binomial(10, 0.5, 0.5), binomial(3, 1.0, 0.2), binomial(0, 0.5, 0.9)
    (5, 3, 0)
    """
    share = math.floor(p * FINE + 0.5) / FINE
    if n <= 0 or not share > 0.0:
        return 0
    if share >= 1.0:
        return n
    odds = share / (1.0 - share)
    mode = min(math.floor((n + 1) * share), n)
    below = 0.0
    weight = 1.0
    k = mode
    while k > 0 and weight > TINY:
        weight *= k / ((n - k + 1) * odds)
        below += weight
        k -= 1
    lowest = k
    lowest_weight = weight
    above = 0.0
    weight = 1.0
    k = mode
    while k < n and weight > TINY:
        weight *= (n - k) * odds / (k + 1)
        above += weight
        k += 1
    total = below + 1.0 + above
    if u * total <= below + 1.0:
        # From the lower end up: each sum is small where it matters, so its error is small too.
        k = lowest
        weight = lowest_weight
        reached = weight
        while reached < u * total and k < mode:
            weight *= (n - k) * odds / (k + 1)
            k += 1
            reached += weight
        return k
    highest = k
    reached = weight
    beyond = (1.0 - u) * total
    k = highest
    while reached <= beyond and k > mode + 1:
        weight *= k / ((n - k + 1) * odds)
        k -= 1
        reached += weight
    return k


def poisson(mean: float, u: float) -> int:
    """The smallest k at which the Poisson distribution function reaches ``u``.

    Non-decreasing in the mean and in u.

    Args:
        mean: Mean, 0 to some hundred thousand; rounded to a multiple of 2**-24.
        u: Uniform number, 0 < u < 1.

    >>> poisson(0.0, 0.9), poisson(3.0, 0.5)
    (0, 3)
    """
    rate = math.floor(mean * FINE + 0.5) / FINE
    if not rate > 0.0:
        return 0
    mode = math.floor(rate)
    below = 0.0
    weight = 1.0
    k = mode
    while k > 0 and weight > TINY:
        weight *= k / rate
        below += weight
        k -= 1
    lowest = k
    lowest_weight = weight
    above = 0.0
    weight = 1.0
    k = mode
    while weight > TINY:
        weight *= rate / (k + 1)
        above += weight
        k += 1
    total = below + 1.0 + above
    if u * total <= below + 1.0:
        k = lowest
        weight = lowest_weight
        reached = weight
        while reached < u * total and k < mode:
            weight *= rate / (k + 1)
            k += 1
            reached += weight
        return k
    reached = weight
    beyond = (1.0 - u) * total
    while reached <= beyond and k > mode + 1:
        weight *= k / rate
        k -= 1
        reached += weight
    return k


def gamma_two(mean: float, u: float) -> float:
    """The quantile of the gamma distribution of shape 2 with this mean.

    >>> gamma_two(0.0, 0.5)
    0.0
    """
    if not mean > 0.0:
        return 0.0
    # P(X > x) = (1 + x) e^-x for scale 1; Newton from above, where the function is convex.
    target = -ln(1.0 - u)
    x = target + math.sqrt(target * target + 2.0 * target)
    for _ in range(8):
        if x > 0.0:
            before = x
            x -= (x - ln(1.0 + x) - target) * (1.0 + x) / x
            if x == before:
                break
    return max(x, 0.0) * mean * 0.5
