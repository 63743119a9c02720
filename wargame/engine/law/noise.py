"""The noise of a choice between moves: Gumbel's, so that the largest sum is a softmax draw (D7)."""

from __future__ import annotations

import math

from wargame.engine.law.arithmetic import ln

STEPS = 32
MOST = (
    -1.2428,
    -1.0196,
    -0.8615,
    -0.7319,
    -0.6184,
    -0.5151,
    -0.4184,
    -0.3265,
    -0.2377,
    -0.151,
    -0.0655,
    0.0195,
    0.1046,
    0.1905,
    0.2776,
    0.3667,
    0.4582,
    0.5529,
    0.6516,
    0.7552,
    0.8648,
    0.9818,
    1.1081,
    1.246,
    1.3991,
    1.5721,
    1.7727,
    2.0136,
    2.3185,
    2.7406,
    3.4501,
    99.0,
)
"""A little more than the noise at the end of each step of u; no bound for the last."""


def noise(u: float) -> float:
    """The noise of a draw, 0 < u < 1."""
    return -ln(-ln(u))


def most_noise(u: float) -> float:
    """What the noise of a draw does not reach, found without a logarithm.

    >>> most_noise(0.5) > noise(0.5), most_noise(0.99) > noise(0.99)
    (True, True)
    """
    return MOST[math.floor(u * STEPS)]
