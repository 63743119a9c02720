"""The law's own functions against the standard library's."""

from __future__ import annotations

import math
from statistics import NormalDist

from hypothesis import given
from hypothesis import strategies as st

from wargame.engine.law import arithmetic

CLOSE = 1e-13


def near(mine: float, theirs: float, scale: float = 0.0) -> bool:
    return abs(mine - theirs) <= CLOSE * max(abs(theirs), scale)


@given(st.floats(-1000, 1000))
def test_that_powers_of_two_are_exact_to_thirteen_digits(x: float) -> None:
    assert near(arithmetic.exp2(x), 2.0**x)


@given(st.floats(-700, 700))
def test_that_exponentials_are_exact_to_thirteen_digits(x: float) -> None:
    assert near(arithmetic.exp(x), math.exp(x))


@given(st.floats(5e-308, 1e308))
def test_that_logarithms_are_exact_to_thirteen_digits(x: float) -> None:
    assert near(arithmetic.log2(x), math.log2(x))
    assert near(arithmetic.ln(x), math.log(x))
    assert near(arithmetic.log10(x), math.log10(x))


@given(st.floats(0.5, 2.0))
def test_that_logarithms_near_one_lose_nothing(x: float) -> None:
    assert near(arithmetic.log2(x), math.log2(x))


@given(st.integers(-1022, 1023))
def test_that_whole_powers_of_two_are_exact(n: int) -> None:
    assert arithmetic.power_of_two(n) == math.ldexp(1.0, n)
    assert arithmetic.exp2(float(n)) == math.ldexp(1.0, n)
    assert arithmetic.log2(math.ldexp(1.0, n)) == n


@given(st.floats(1e-16, 1 - 1e-12))
def test_that_normal_quantiles_are_exact_to_thirteen_digits(u: float) -> None:
    assert near(arithmetic.normal_quantile(u), NormalDist().inv_cdf(u), scale=1e-3)


@given(st.floats(-800, 800))
def test_that_the_logistic_function_stays_between_nought_and_one(x: float) -> None:
    value = arithmetic.logistic(x)
    assert 0.0 <= value <= 1.0
    if abs(x) < 700:
        assert near(value, 1.0 / (1.0 + math.exp(-x)))


@given(st.floats(allow_nan=False, allow_infinity=True))
def test_that_no_argument_breaks_a_function(x: float) -> None:
    for function in (
        arithmetic.exp2,
        arithmetic.exp,
        arithmetic.log2,
        arithmetic.ln,
        arithmetic.log10,
        arithmetic.logistic,
        arithmetic.normal_quantile,
        arithmetic.sqrt,
    ):
        assert math.isfinite(function(x)) or x == math.inf


def test_that_the_logarithm_of_one_is_nought_to_the_last_bit() -> None:
    assert arithmetic.log2(1.0).hex() == (0.0).hex()
