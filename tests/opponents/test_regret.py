"""Regret matching finds what pays, in the small games whose answers are known."""

from __future__ import annotations

from wargame.engine.law.rng import turn_key, uniform
from wargame.opponents.regret import EXPLORE, Regrets

EVEN = (1 / 3, 1 / 3, 1 / 3)


def _draw(number: int, place: int) -> float:
    return uniform(turn_key(7, number, 1, 0), turn_key(7, number, 1, 1), 300, place, 0)


def _taken(chances: list[float], u: float) -> int:
    for way, chance in enumerate(chances):
        u -= chance
        if u < 0.0:
            return way
    return len(chances) - 1


def test_that_nothing_learned_means_the_prior() -> None:
    assert Regrets().strategy("here", (0.6, 0.2, 0.2), 0.0, explores=False) == [0.6, 0.2, 0.2]


def test_that_the_best_way_is_taken_in_the_end_though_what_comes_of_it_is_noisy() -> None:
    regrets, worth = Regrets(), (0.0, 1.0, -1.0)
    for number in range(400):
        chances = regrets.strategy("here", EVEN, 0.0, explores=True)
        way = _taken(chances, _draw(number, 1))
        regrets.learn("here", way, chances, worth[way] + 4.0 * (_draw(number, 2) - 0.5))
    assert regrets.strategy("here", EVEN, 0.0, explores=False)[1] > 0.9


def test_that_both_sides_of_matching_pennies_end_up_mixing() -> None:
    regrets, half = Regrets(), (0.5, 0.5)
    sums = [0.0, 0.0]
    rounds = 4000
    for number in range(rounds):
        plans = [regrets.strategy(side, half, 0.0, explores=True) for side in (0, 1)]
        ways = [_taken(plans[side], _draw(number, side)) for side in (0, 1)]
        gain = 1.0 if ways[0] == ways[1] else -1.0
        for side, value in ((0, gain), (1, -gain)):
            regrets.learn(side, ways[side], plans[side], value)
            sums[side] += plans[side][0]
    assert all(abs(total / rounds - 0.5) < 0.1 for total in sums)


def test_that_trust_keeps_to_the_prior_and_exploring_leaves_nothing_untried() -> None:
    regrets = Regrets()
    regrets.learn("here", 0, [0.8, 0.1, 0.1], -5.0)
    regrets.learn("here", 1, [0.8, 0.1, 0.1], 5.0)
    trusting = regrets.strategy("here", (0.8, 0.1, 0.1), 0.7, explores=False)
    assert trusting[0] >= 0.7 * 0.8
    open_minded = regrets.strategy("here", (0.8, 0.1, 0.1), 0.0, explores=True)
    assert min(open_minded) >= EXPLORE / 3 - 1e-12
    assert abs(sum(open_minded) - 1.0) < 1e-12
