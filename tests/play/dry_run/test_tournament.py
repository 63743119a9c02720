"""A comparison of opponents: paired by seed, honest about how little a few seeds show."""

from __future__ import annotations

from math import inf

import pytest

from tests.scenes import blank
from wargame.model.ids import ActorId, Controller
from wargame.play.dry_run.tournament import Result, Tournament, pairings

DOCTRINE, PLANNER, SEARCHER = Controller.DOCTRINE, Controller.PLANNER, Controller.SEARCHER
BLU, AMB = ActorId("BLU"), ActorId("AMB")


def _result(seed: int, seat: ActorId, weak: float, strong: float) -> Result:
    return Result(seed, seat, {DOCTRINE: weak, PLANNER: strong})


def test_that_what_is_always_better_by_nearly_the_same_is_better_beyond_doubt() -> None:
    luck = (10.0, 70.0, 40.0, 25.0, 55.0, 90.0)
    results = [_result(n, BLU, base, base + 2.0 + 0.1 * (n % 3)) for n, base in enumerate(luck)]
    (pairing,) = pairings((DOCTRINE, PLANNER), results)
    assert (pairing.better, pairing.other, pairing.seeds) == (PLANNER, DOCTRINE, len(luck))
    assert 1.9 < pairing.gain.low < pairing.gain.value < pairing.gain.high < 2.3


def test_that_seats_of_one_seed_count_as_one() -> None:
    results = [
        _result(seed, seat, 0.0, gain)
        for seed, gain in enumerate((1.0, 3.0, 2.0))
        for seat in (BLU, AMB)
    ]
    (pairing,) = pairings((DOCTRINE, PLANNER), results)
    assert pairing.seeds == 3
    assert pairing.gain.low < 0.0 < pairing.gain.high


def test_that_a_seed_that_was_broken_off_is_left_out() -> None:
    results = [_result(1, BLU, 0.0, 1.0), _result(1, AMB, 0.0, 1.0), _result(2, BLU, 0.0, 99.0)]
    (pairing,) = pairings((DOCTRINE, PLANNER), results)
    assert pairing.seeds == 1
    assert pairing.gain.value == 1.0
    assert (pairing.gain.low, pairing.gain.high) == (-inf, inf)
    assert pairings((DOCTRINE, PLANNER), [])[0].seeds == 0


def test_that_every_two_kinds_are_compared() -> None:
    results = [Result(n, BLU, {DOCTRINE: 0.0, PLANNER: 1.0, SEARCHER: 3.0}) for n in range(4)]
    found = {
        (p.better, p.other): p.gain.value for p in pairings((DOCTRINE, PLANNER, SEARCHER), results)
    }
    assert found == {(PLANNER, DOCTRINE): 1.0, (SEARCHER, DOCTRINE): 3.0, (SEARCHER, PLANNER): 2.0}


def test_that_a_kind_compared_with_itself_gains_nothing() -> None:
    scenario = blank()
    tournament = Tournament(scenario, scenario.starts[0].id, (DOCTRINE, DOCTRINE), (BLU, AMB))
    results = list(tournament.results(range(2)))
    assert len(results) == 4
    again = list(tournament.results(range(2)))
    assert results == again


@pytest.mark.compiled
def test_that_looking_ahead_plays_better_than_doctrine_in_the_small_scenario() -> None:
    scenario = blank()
    tournament = Tournament(
        scenario, scenario.starts[0].id, (DOCTRINE, PLANNER), (BLU, AMB), effort=0.1
    )
    (pairing,) = pairings((DOCTRINE, PLANNER), list(tournament.results(range(12))))
    assert pairing.gain.value > 0.0
