"""War on several fronts, states that are drawn in, and how an actor falls (S22, S24)."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.builders import AMB, BLU, GRN, PRX
from tests.laws.neighbourhood import SID, block
from wargame.engine.law.hazards import weekly_hazard
from wargame.engine.law.index import escalation_index, highest_precedent, weighted_heat
from wargame.engine.law.nuclear import weekly_decision
from wargame.engine.law.spillover import ring_factor

GROUND, WAR = (BLU, "ground", PRX), (BLU, "war", AMB)


def test_that_fronts_of_war_add_up_to_more_than_their_sum() -> None:
    """S22, M36: probability of losing control in a week, each front alone and both together."""
    lost = {}
    for name, orders in {
        "none": [],
        "one": [GROUND],
        "other": [WAR],
        "both": [GROUND, WAR],
    }.items():
        b = block({"front_heat.direct": 20.0, "front_heat.border": 30.0}).play(orders)
        heat = weighted_heat(b.w, b.p, 0)
        index = escalation_index(b.p, heat, highest_precedent(b.w, b.p, 0), 0.0)
        lost[name] = ring_factor(b.w, b.p, 0) * weekly_hazard(b.p, index)
    alone = (lost["one"] - lost["none"]) + (lost["other"] - lost["none"])
    assert lost["both"] - lost["none"] > 1.2 * alone


def test_that_a_sidelined_state_enters_only_after_war_nearby() -> None:
    """S22, M37: never beside fire of rung 14, with its hazard beside rung 15."""
    calm, near = block(lanes=1500), block(lanes=1500)
    for _ in range(4):
        calm.play([(BLU, "campaign", PRX)])
        near.play([GROUND])
    assert calm.mean("drawn_in.SID") == 0.0
    assert 0.02 < near.mean("drawn_in.SID") < 0.09
    assert near.mean("drawn_in.FRD") == 0.0
    entered = [k for k, x in enumerate(near.all("drawn_in.SID")) if x]
    heat = near.all("front_heat.border")
    others = [heat[k] for k in range(1500) if k not in entered]
    assert min(heat[k] for k in entered) > sum(others) / len(others)


def test_that_a_closed_strait_draws_states_in_from_everywhere() -> None:
    """Move E08."""
    b = block(lanes=1500)
    for _ in range(4):
        b.play([(AMB, "strait", GRN)])
    assert b.mean("drawn_in.FRD") > 0.05


def test_that_fire_on_its_people_wears_on_cohesion_and_quiet_mends_it() -> None:
    """S24."""
    b = block({"cohesion.PRX": 0.6}).play([(BLU, "campaign", PRX)])
    worn = b.all("cohesion.PRX")[0]
    assert worn == pytest.approx(0.6 * 0.9704, rel=1e-3)
    b.play()
    assert worn < b.all("cohesion.PRX")[0] < 0.6


def test_that_want_wears_on_cohesion() -> None:
    poor = block({"economy.AMB": 0.1, "cohesion.AMB": 0.6}).play()
    assert poor.all("cohesion.AMB")[0] < 0.6


def test_that_collapse_is_drawn_only_after_three_weeks_below_the_mark() -> None:
    """S24, D5.19: cohesion below 0.2 for three weeks, then 0.15 a week."""
    b = block({"cohesion.PRX": 0.1, "economy.PRX": 1.0}, lanes=2000)
    b.play().play()
    assert b.mean("collapsed.PRX") == 0.0
    b.play()
    assert 0.12 < b.mean("collapsed.PRX") < 0.18


def test_that_a_groups_collapse_weakens_its_patron_and_brings_breakout_nearer() -> None:
    """S24, M27."""
    b = block({"cohesion.PRX": 0.1, "belief.BLU.AMB": 0.8}, lanes=2000)
    for _ in range(3):
        b.play()
    gone = b.all("collapsed.PRX")
    belief, resolve = b.all("belief.BLU.AMB"), b.all("nuclear_resolve.AMB")
    fell = [k for k, x in enumerate(gone) if x and resolve[k] < 1.4]
    stood = [k for k, x in enumerate(gone) if not x and resolve[k] < 1.4]
    assert max(belief[k] for k in fell) < min(belief[k] for k in stood)
    chances = [weekly_decision(b.p, resolve[k[0]]) for k in (stood, fell)]
    assert all(less < more for less, more in pairwise(chances))


def test_that_the_bystander_is_no_party() -> None:
    b = block().play([GROUND])
    assert b.all(f"drawn_in.{PRX}") == b.all(f"drawn_in.{BLU}") == [0.0]
    assert SID in b.of.actor


def test_that_seven_turns_of_a_day_are_one_of_a_week_for_all_that_lies_around_the_war() -> None:
    """D9.16 for S9, S18 to S25: every number, to the rounding of its arithmetic."""
    values = {
        "diverted": 0.6,
        "freight": 2.5,
        "oil": 1.3,
        "economy.PRX": 0.3,
        "cohesion.PRX": 0.6,
        "cohesion.AMB": 0.5,
        "radicalisation.PRX": 0.8,
        "displaced.PRX": 90_000.0,
        "goodwill": 0.8,
        "foiled_days.BLU": 3.0,
        "closed_days.BLU.AMB": 5.0,
        "crossed_days.GRN.AMB": 3.0,
        "nuclear_resolve.AMB": 0.0,
    }
    week, days = block(values).play(), block(values)
    for _ in range(7):
        days.play(days=1.0)
    count = week.of.layout.size
    for at in range(count):
        one, seven = week.w.flat[at, 0], days.w.flat[at, 0]
        assert one == pytest.approx(seven, rel=1e-9, abs=1e-12), week.of.layout.addresses[at]
