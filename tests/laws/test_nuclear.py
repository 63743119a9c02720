"""The nuclear programme: clock, resolve, decision, and who learns of it (S18)."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.builders import AMB, BLU, order, world
from tests.laws.neighbourhood import block, neighbourhood
from wargame.engine.adjudicate import adjudicate
from wargame.engine.law.nuclear import fear_of_weapon, weekly_decision
from wargame.engine.law.parameters import parameters_for
from wargame.engine.legal_moves import refusal_of, sheet_refusal
from wargame.model.events import ActResolved


def test_that_the_clock_runs_down_while_uranium_is_enriched() -> None:
    """D5.17: 0.1 a week, to the floor."""
    b = block({"breakout_weeks.AMB": 2.0})
    b.play()
    assert b.all("breakout_weeks.AMB")[0] == pytest.approx(1.9)
    for _ in range(30):
        b.play()
    assert b.all("breakout_weeks.AMB")[0] >= 0.5 or b.all("nuclear_resolve.AMB")[0] >= 1.5
    assert b.all("breakout_weeks.BLU") == [520.0]


def test_that_sabotage_sets_the_clock_back_by_four_to_twelve_weeks() -> None:
    """D5.17, move C04."""
    b = block(lanes=300).play([(BLU, "damage-plant", AMB)])
    moved = [
        after - 3.0 + 0.1
        for k, after in enumerate(b.all("breakout_weeks.AMB"))
        if b.a.success[0, k]
    ]
    assert len(moved) > 50
    assert 4.0 <= min(moved) < 4.6
    assert 11.4 < max(moved) <= 12.0


def test_that_a_strike_lengthens_the_clock_now_and_makes_the_decision_likelier_in_a_year() -> None:
    """S18, A8: both at once."""
    still, struck = block(lanes=600), block(lanes=600)
    struck.play([(BLU, "hit-plant", AMB)])
    still.play()
    hit = [k for k in range(600) if struck.a.success[0, k]]
    weeks = struck.all("breakout_weeks.AMB")
    assert min(weeks[k] for k in hit) - 2.9 >= 26.0
    assert max(weeks[k] for k in hit) - 2.9 <= 104.0
    p = struck.p
    n = struck.all("nuclear_resolve.AMB")

    def in_a_year(resolve: float) -> float:
        return 1.0 - (1.0 - weekly_decision(p, resolve)) ** 52

    undecided = [n[k] for k in hit if n[k] < 1.5]
    assert min(in_a_year(x) for x in undecided) > 1.5 * in_a_year(
        still.all("nuclear_resolve.AMB")[1]
    )


def test_that_the_decision_comes_as_often_as_the_resolve_says() -> None:
    """D5.17: 0.002 e^(4n) a week, within three standard errors."""
    lanes = 4000
    b = block({"nuclear_resolve.AMB": 0.8}, lanes).play()
    decided = sum(n >= 1.5 for n in b.all("nuclear_resolve.AMB")) / lanes
    chance = weekly_decision(b.p, 0.8)
    assert chance == pytest.approx(0.002 * 24.5325, rel=1e-4)
    assert abs(decided - chance) < 3 * (chance * (1 - chance) / lanes) ** 0.5


def test_that_a_decision_that_nobody_learns_of_heats_nothing() -> None:
    """D5.2, move N05."""
    b = block({"intel.BLU.AMB": 0.4, "inspection.AMB": 0.5}, lanes=300)
    b.play([(AMB, "breakout")], overt=0)
    seen = b.all("attribution.BLU.AMB")
    heat = b.all("front_heat.diplomacy")
    intel = b.all("intel.BLU.AMB")
    assert 0.2 < sum(s == 1.0 for s in seen) / 300 < 0.8
    for k in range(300):
        assert (heat[k] > 10.0) == (seen[k] == 1.0)
        assert (intel[k] >= 0.5) == (seen[k] == 1.0)


def test_that_the_decision_says_that_nobody_ordered_it() -> None:
    """D2: a hazard, not an order; the log gives a reason all the same."""
    of = neighbourhood({"nuclear_resolve.AMB": 1.45})
    reasons = {
        event.why
        for seed in range(8)
        for event in adjudicate(of, world(of, seed))
        if isinstance(event, ActResolved) and event.order.move == "breakout"
    }
    assert reasons == {"M3: decided within the programme; nobody at the table ordered it."}


def test_that_inspection_makes_the_decision_visible() -> None:
    shares = []
    for inspection in (0.0, 0.5, 1.0):
        b = block({"intel.BLU.AMB": 0.4, "inspection.AMB": inspection}, lanes=400)
        b.play([(AMB, "breakout")], overt=0)
        shares.append(sum(b.all("attribution.BLU.AMB")))
    assert all(less < more for less, more in pairwise(shares))


def test_that_after_the_decision_the_clock_runs_in_real_time_and_ends_in_a_weapon() -> None:
    b = block({"nuclear_resolve.AMB": 1.5, "breakout_weeks.AMB": 2.0}, lanes=400)
    b.play()
    assert b.all("breakout_weeks.AMB")[0] == pytest.approx(1.0)
    b.play()
    assert b.all("breakout_weeks.AMB") == [0.0] * 400
    early = b.mean("arsenal.AMB")
    for _ in range(10):
        b.play()
    assert early < 0.2 < b.mean("arsenal.AMB") < 0.9


def test_that_rivals_fear_a_near_and_hidden_programme_most() -> None:
    """M72."""
    fears = []
    b = block()
    for weeks, inspection in ((60.0, 0.5), (8.0, 0.5), (1.0, 0.5), (1.0, 0.0)):
        b = block({"breakout_weeks.AMB": weeks, "inspection.AMB": inspection})
        fears.append(fear_of_weapon(b.w, b.p, 1, 0))
    assert all(less < more for less, more in pairwise(fears))
    assert fear_of_weapon(b.w, parameters_for(b.of, "start"), 0, 0) == 0.0


def test_that_only_a_regime_about_to_fall_pays_for_a_last_resort_with_what_is_left() -> None:
    """Move N07: ten points, more than a turn ever brings."""
    for survival, done, code in ((0.05, 1, ""), (0.5, 2, "political.short")):
        values = {"approval.BLU": survival, "political.BLU": 1.0}
        b = block(values, political={"use": 10.0})
        start = world(b.of)
        refusal = refusal_of(b.of, start, BLU, order("use", AMB))
        assert (refusal[0] if refusal else "") == code
        assert (sheet_refusal(b.of, start, BLU, [order("use", AMB)]) is None) == (not code)
        b.play([(BLU, "use", AMB)])
        assert b.a.state[0, 0] == done
