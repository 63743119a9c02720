"""The functions the law computes with, from ``+ - * /``, ``sqrt``, comparisons and ``floor`` only.

Beside these stand ``ldexp`` and ``frexp``, which only read and set a number's exponent: exact.

``math.exp``, ``**`` and NumPy's transcendentals differ in the last bit between processors and
versions; these do not, so the same game has the same bytes everywhere, compiled or not. Relative
accuracy is about 1e-15 (the tests hold 1e-13).
"""

from __future__ import annotations

import math

LN2 = 0.6931471805599453
PER_LN2 = 1.4426950408889634
TWO_PER_LN2 = 2.8853900817779268
LN2_HIGH = 0.693145751953125
LN2_LOW = 1.4286068203094173e-06
LOG10_OF_2 = 0.3010299956639812
HALF_ROOT_TWO = 0.7071067811865476

LARGEST = 1.7976931348623157e308


def power_of_two(n: int) -> float:
    """2 to the whole number ``n``, exact; n is held within -1022..1023.

    >>> power_of_two(10), power_of_two(-3)
    (1024.0, 0.125)
    """
    return math.ldexp(1.0, min(max(n, -1022), 1023))


def small_exp(y: float) -> float:
    """e to the power ``y`` for -0.35 <= y <= 0.35, by Taylor's series.

    >>> small_exp(0.0)
    1.0
    """
    # The first term left out is below 2e-17 of the sum; the factors are inverse factorials.
    s = 2.08767569878681e-09 + y * 1.6059043836821613e-10
    s = 2.505210838544172e-08 + y * s
    s = 2.755731922398589e-07 + y * s
    s = 2.7557319223985893e-06 + y * s
    s = 2.48015873015873e-05 + y * s
    s = 0.0001984126984126984 + y * s
    s = 0.001388888888888889 + y * s
    s = 0.008333333333333333 + y * s
    s = 0.041666666666666664 + y * s
    s = 0.16666666666666666 + y * s
    s = 0.5 + y * s
    return 1.0 + (y + y * y * s)


def exp2(x: float) -> float:
    """2 to the power ``x``; 0 below -1022, and the value at 1023 above it.

    >>> exp2(3.0), exp2(-1.0)
    (8.0, 0.5)
    """
    if x < -1022.0:
        return 0.0
    held_x = min(x, 1023.0)
    n = math.floor(held_x + 0.5)
    return small_exp((held_x - n) * LN2) * power_of_two(n)


def exp(x: float) -> float:
    """e to the power ``x``; 0 below -708, and the value at 709 above it.

    >>> exp(0.0)
    1.0
    """
    if x < -708.0:
        return 0.0
    held_x = min(x, 709.0)
    n = math.floor(held_x * PER_LN2 + 0.5)
    # ln 2 in two parts, the first short enough that its product with n is exact.
    y = (held_x - n * LN2_HIGH) - n * LN2_LOW
    return small_exp(y) * power_of_two(n)


def log2(x: float) -> float:
    """The logarithm to base 2; -1074 for anything that is not above 0, 1024 for infinity.

    >>> log2(8.0), log2(1.0), log2(0.25)
    (3.0, 0.0, -2.0)
    """
    if not x > 0.0:
        return -1074.0
    if x > LARGEST:
        return 1024.0
    if x == 1.0:
        return 0.0
    m = math.frexp(x)[0]
    n = math.frexp(x)[1]
    # 0.5 <= m < 1, moved to around 1 so that the series below converges fast on both sides.
    if m <= HALF_ROOT_TWO:
        m *= 2.0
        n -= 1
    s = (m - 1.0) / (m + 1.0)
    q = s * s
    t = 1.0 / 23.0
    t = 1.0 / 21.0 + q * t
    t = 1.0 / 19.0 + q * t
    t = 1.0 / 17.0 + q * t
    t = 1.0 / 15.0 + q * t
    t = 1.0 / 13.0 + q * t
    t = 1.0 / 11.0 + q * t
    t = 1.0 / 9.0 + q * t
    t = 1.0 / 7.0 + q * t
    t = 1.0 / 5.0 + q * t
    t = 1.0 / 3.0 + q * t
    return n + (s + s * q * t) * TWO_PER_LN2


def ln(x: float) -> float:
    """The natural logarithm, with the limits of :func:`log2`.

    >>> ln(1.0)
    0.0
    """
    return log2(x) * LN2


def log10(x: float) -> float:
    """The logarithm to base 10, with the limits of :func:`log2`.

    >>> log10(1.0)
    0.0
    """
    return log2(x) * LOG10_OF_2


def sqrt(x: float) -> float:
    """The square root, which every processor rounds alike; 0 below 0.

    >>> sqrt(9.0), sqrt(-1.0)
    (3.0, 0.0)
    """
    return math.sqrt(x) if x > 0.0 else 0.0


def logistic(x: float) -> float:
    """1 / (1 + e^-x), between 0 and 1 for every x.

    >>> logistic(0.0)
    0.5
    """
    if x < -700.0:
        return 0.0
    return 1.0 / (1.0 + exp(-x))


def held(x: float, low: float, high: float) -> float:
    """``x`` held between two limits.

    >>> held(1.5, 0.0, 1.0)
    1.0
    """
    return min(max(x, low), high)


def normal_quantile(u: float) -> float:
    """The value below which a standard normal variable falls with probability ``u``.

    Wichura, algorithm AS 241 (Applied Statistics 37, 1988), relative accuracy about 1e-16; -9 and
    9 where u is not between 0 and 1.

    >>> normal_quantile(0.5)
    0.0
    """
    if not u > 0.0:
        return -9.0
    if not u < 1.0:
        return 9.0
    q = u - 0.5
    if -0.425 <= q <= 0.425:
        r = 0.180625 - q * q
        return q * _ratio_centre(r)
    tail = u if q < 0.0 else 1.0 - u
    r = math.sqrt(-ln(tail))
    value = _ratio_near(r - 1.6) if r <= 5.0 else _ratio_far(r - 5.0)
    return -value if q < 0.0 else value


def _ratio_centre(r: float) -> float:
    a = 2509.0809287301226727 * r + 33430.575583588128105
    a = (a * r + 67265.770927008700853) * r + 45921.953931549871457
    a = (a * r + 13731.693765509461125) * r + 1971.5909503065514427
    a = (a * r + 133.14166789178437745) * r + 3.387132872796366608
    b = 5226.495278852854561 * r + 28729.085735721942674
    b = (b * r + 39307.89580009271061) * r + 21213.794301586595867
    b = (b * r + 5394.1960214247511077) * r + 687.1870074920579083
    return a / ((b * r + 42.313330701600911252) * r + 1.0)


def _ratio_near(r: float) -> float:
    a = 7.7454501427834140764e-4 * r + 0.0227238449892691845833
    a = (a * r + 0.24178072517745061177) * r + 1.27045825245236838258
    a = (a * r + 3.64784832476320460504) * r + 5.7694972214606914055
    a = (a * r + 4.6303378461565452959) * r + 1.42343711074968357734
    b = 1.05075007164441684324e-9 * r + 5.475938084995344946e-4
    b = (b * r + 0.0151986665636164571966) * r + 0.14810397642748007459
    b = (b * r + 0.68976733498510000455) * r + 1.6763848301838038494
    return a / ((b * r + 2.05319162663775882187) * r + 1.0)


def _ratio_far(r: float) -> float:
    a = 2.01033439929228813265e-7 * r + 2.71155556874348757815e-5
    a = (a * r + 0.0012426609473880784386) * r + 0.026532189526576123093
    a = (a * r + 0.29656057182850489123) * r + 1.7848265399172913358
    a = (a * r + 5.4637849111641143699) * r + 6.6579046435011037772
    b = 2.04426310338993978564e-15 * r + 1.4215117583164458887e-7
    b = (b * r + 1.8463183175100546818e-5) * r + 7.868691311456132591e-4
    b = (b * r + 0.0148753612908506148525) * r + 0.13692988092273580531
    return a / ((b * r + 0.59983220655588793769) * r + 1.0)
