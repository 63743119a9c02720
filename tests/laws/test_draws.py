"""Addressed randomness, and counts drawn from it."""

from __future__ import annotations

import math
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from wargame.engine.law.quantiles import binomial, gamma_two, poisson
from wargame.engine.law.rng import STREAMS, folded, mixed, turn_key, uniform, word_of

words = st.integers(0, 2**32 - 1)
uniforms = st.floats(1e-12, 1 - 1e-12)
shares = st.floats(0, 1)


def key(seed: int, rollout: int = 0, turn: int = 1) -> tuple[int, int]:
    return turn_key(seed, rollout, turn, 0), turn_key(seed, rollout, turn, 1)


@given(st.integers(0, 2**53 - 1), words, words, words, words)
def test_that_a_draw_depends_on_its_address_alone(
    seed: int, rollout: int, turn: int, place: int, index: int
) -> None:
    high, low = key(seed, rollout, turn)
    u = uniform(high, low, 62, place, index)
    assert 0.0 < u < 1.0
    assert u == uniform(*key(seed, rollout, turn), 62, place, index)


@given(words)
def test_that_no_step_leaves_the_range_of_signed_64_bit_numbers(word: int) -> None:
    assert 0 <= mixed(word) < 2**32
    assert (word ^ 0xFFFFFFFF) * 0x735A2D97 < 2**63
    assert folded(word, word) < 2**32


def test_that_draws_are_uniform() -> None:
    high, low = key(7)
    drawn = [uniform(high, low, 62, place, index) for place in range(200) for index in range(200)]
    counts = Counter(int(u * 64) for u in drawn)
    expected = len(drawn) / 64
    chi = sum((counts[n] - expected) ** 2 / expected for n in range(64))
    # 63 degrees of freedom: beyond these bounds once in about a million sound generators.
    assert 20 < chi < 130
    assert abs(sum(drawn) / len(drawn) - 0.5) < 5 / math.sqrt(12 * len(drawn))


def test_that_neighbouring_addresses_are_not_correlated() -> None:
    def near_pairs(step: tuple[int, int, int, int]) -> float:
        pairs = []
        for n in range(8000):
            at = [n % 7, n % 11, n % 13, n]
            then = [a + s for a, s in zip(at, step, strict=True)]
            pairs.append((draw(*at), draw(*then)))
        return sum((a - 0.5) * (b - 0.5) for a, b in pairs) * 12 / len(pairs)

    def draw(turn: int, stream: int, place: int, index: int) -> float:
        return uniform(*key(3, 0, turn), stream, place, index)

    for step in ((1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1), (0, 0, 1, -1)):
        assert abs(near_pairs(step)) < 5 / math.sqrt(8000)


def test_that_one_bit_of_an_address_turns_half_of_the_bits_of_a_draw() -> None:
    turned = []
    for bit in range(32):
        flips = 0
        for n in range(200):
            a = int(uniform(*key(1), 62, n * 977, 5) * 2**53)
            b = int(uniform(*key(1), 62, (n * 977) ^ (1 << bit), 5) * 2**53)
            flips += (a ^ b).bit_count()
        turned.append(flips / 200 / 53)
    assert min(turned) > 0.47
    assert max(turned) < 0.53


def test_that_seeds_above_32_bits_differ_from_those_below() -> None:
    assert key(1) != key(1 + 2**32)


def test_that_streams_and_names_have_numbers_of_their_own() -> None:
    assert len(set(STREAMS.values())) == len(STREAMS)
    names = [f"{a}{b}{c}" for a in "ABCDEFGHIJ" for b in "KLMNOPQRST" for c in "UVWXYZ"]
    assert len({word_of(name) for name in names}) == len(names)


def exact_binomial(n: int, p: float, u: float) -> int:
    reached = 0.0
    for k in range(n + 1):
        reached += math.comb(n, k) * p**k * (1 - p) ** (n - k)
        if reached >= u:
            return k
    return n


@given(st.integers(0, 40), st.integers(1, 4095), st.integers(1, 2**20 - 1))
def test_that_small_binomials_are_the_exact_quantiles(n: int, share: int, place: int) -> None:
    p, u = share / 4096, (place + 0.3) / 2**20
    assert binomial(n, p, u) == exact_binomial(n, p, u)


@given(st.integers(0, 3000), shares, shares, uniforms)
def test_that_binomials_never_fall_when_the_probability_rises(
    n: int, p: float, q: float, u: float
) -> None:
    assert binomial(n, min(p, q), u) <= binomial(n, max(p, q), u)


@given(st.integers(0, 3000), shares, uniforms)
def test_that_one_more_trial_adds_nought_or_one(n: int, p: float, u: float) -> None:
    assert binomial(n + 1, p, u) - binomial(n, p, u) in {0, 1}


@given(st.integers(0, 100_000), shares, uniforms, uniforms)
@settings(max_examples=60)
def test_that_binomials_never_fall_when_the_draw_rises(
    n: int, p: float, u: float, v: float
) -> None:
    low, high = binomial(n, p, min(u, v)), binomial(n, p, max(u, v))
    assert 0 <= low <= high <= n


@given(st.integers(30, 200), st.integers(1, 99))
@settings(max_examples=40)
def test_that_binomials_keep_their_order_all_along_the_sizes_once_approximated(
    n: int, percent: int
) -> None:
    """No seam where a textbook would change to the normal distribution (n p q about 25)."""
    p = percent / 100
    for u in (1e-9, 0.001, 0.3, 0.5, 0.7, 0.999, 1 - 1e-9):
        counts = [binomial(n, p + step / 1000, u) for step in range(10) if p + step / 1000 <= 1]
        assert counts == sorted(counts)


def exact_poisson(mean: float, u: float) -> int:
    term = math.exp(-mean)
    reached, k = term, 0
    while reached < u and k < 10_000:
        k += 1
        term *= mean / k
        reached += term
    return k


@given(st.integers(1, 60 * 64), st.integers(1, 2**20 - 1))
def test_that_small_poissons_are_the_exact_quantiles(rate: int, place: int) -> None:
    mean, u = rate / 64, (place + 0.3) / 2**20
    assert poisson(mean, u) == exact_poisson(mean, u)


@given(st.floats(0, 5000), st.floats(0, 5000), uniforms)
def test_that_poissons_never_fall_when_the_mean_rises(a: float, b: float, u: float) -> None:
    assert poisson(min(a, b), u) <= poisson(max(a, b), u)


@given(st.floats(0.01, 100), st.floats(1e-9, 1 - 1e-9))
def test_that_gamma_quantiles_solve_their_distribution(mean: float, u: float) -> None:
    x = gamma_two(mean, u) * 2 / mean
    assert math.isclose((1 + x) * math.exp(-x), 1 - u, rel_tol=1e-9)
