"""Covert assets, surprise and use-or-lose: S12 of MODEL A8."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import order, with_orders, world
from tests.laws.alliances import AMB, BLU, PRX, SOL, alliance, block
from wargame.engine.adjudicate import adjudicate
from wargame.engine.law.assets import opportunity_of, use_chance
from wargame.model.events import ActResolved, SystemSettled

PLACE_BLU, PLACE_PRX = 0, 3
shares = st.floats(0, 1)
SAMPLE = block(alliance({"asset.BLU.PRX": 0.8}))


def chance(hazard: float, opportunity: float) -> float:
    SAMPLE.w.exposure[PLACE_BLU, PLACE_PRX, 0] = hazard
    return use_chance(SAMPLE.w, SAMPLE.p, PLACE_BLU, PLACE_PRX, 0, opportunity)


@given(shares, shares, shares)
def test_that_an_asset_is_used_the_sooner_the_likelier_it_is_found(
    one: float, other: float, opportunity: float
) -> None:
    """S12: non-decreasing in the hazard; always a probability."""
    low, high = sorted((one, other))
    assert 0 <= chance(low, opportunity) <= chance(high, opportunity) <= 1


@given(shares, shares, shares)
def test_that_an_asset_is_used_the_sooner_the_better_the_moment(
    hazard: float, one: float, other: float
) -> None:
    low, high = sorted((one, other))
    assert chance(hazard, low) <= chance(hazard, high)


def test_that_an_asset_rests_while_nobody_searches_and_no_moment_suits() -> None:
    """S12: 0 when hazard and opportunity are 0; near certain during a search in a good moment."""
    assert chance(0.0, 0.0) == 0.0
    assert chance(0.02, 0.0) == 0.0
    assert chance(0.22, 0.0) > 0.4
    assert chance(0.22, 0.6) == 1.0


def test_that_nothing_can_be_used_before_it_has_matured() -> None:
    b = block(alliance({"asset.BLU.PRX": 0.5, "exposure.BLU.PRX": 1.0}))
    assert use_chance(b.w, b.p, PLACE_BLU, PLACE_PRX, 0, 1.0) == 0.0


def test_that_disarray_of_the_other_side_is_an_opportunity() -> None:
    """M41."""
    calm = block(alliance())
    shaken = block(alliance({"disarray.PRX": 5.0}))
    assert opportunity_of(shaken.w, shaken.p, PLACE_BLU, PLACE_PRX, 0) > opportunity_of(
        calm.w, calm.p, PLACE_BLU, PLACE_PRX, 0
    )


@pytest.mark.parametrize(("hazard", "days"), [(0.02, 7.0), (0.22, 7.0), (0.22, 3.0), (0.9, 1.0)])
def test_that_assets_are_found_with_the_hazard_of_their_exposure(
    hazard: float, days: float
) -> None:
    """D5.3: a hazard a week, whatever the length of the turn."""
    lanes = 4000
    of = alliance({"asset.BLU.PRX": 0.8, "exposure.BLU.PRX": hazard}, turn_days=days)
    # The search was this turn, so that nothing of the hazard has eased.
    b = block(of, lanes, days)
    eased = 0.02 + (hazard - 0.02) * 2 ** (-days / 14)
    b.play()
    found = sum(b.at("asset.BLU.PRX", k) == 0 for k in range(lanes)) / lanes
    assert found == pytest.approx(1 - (1 - eased) ** (days / 7), abs=0.02)
    lost = next(k for k in range(lanes) if b.at("asset.BLU.PRX", k) == 0)
    assert b.at("intel.BLU.PRX", lost) == pytest.approx(0.9 * 0.7)


def test_that_an_asset_that_was_found_is_told_to_both_sides_and_to_nobody_else() -> None:
    of = alliance({"asset.BLU.PRX": 0.8, "exposure.BLU.PRX": 1.0}, turn_days=1.0)
    told = []
    for seed in range(1, 30):
        events = adjudicate(of, world(of, seed))
        told += [e for e in events if isinstance(e, SystemSettled) and "source" in e.words]
    assert told
    assert {event.seen_by for event in told} == {(BLU, PRX)}
    assert not any(event.public for event in told)


def test_that_a_search_eases_and_a_quiet_exposure_stays() -> None:
    b = block(alliance({"exposure.BLU.PRX": 0.22, "exposure.BLU.SOL": 0.02}), days=14.0).play()
    assert b.at("exposure.BLU.PRX") == pytest.approx(0.12)
    assert b.at("exposure.BLU.SOL") == 0.02


def test_that_published_intelligence_takes_the_surprise_out_of_what_comes() -> None:
    """I07: a day of warning at least, this turn and for a week, and unseen plans are seen."""
    of = alliance({"intel.BLU.AMB": 0.0, "preparing.AMB.AMB": 0.0}, turn_days=3.0)
    quiet = with_orders(world(of), AMB=[order("strike", BLU)])
    told = with_orders(world(of), AMB=[order("strike", BLU)], GRN=[order("reveal", AMB)])
    hours = []
    for start in (quiet, told):
        events = adjudicate(of, start)
        strike = next(e for e in events if isinstance(e, ActResolved) and e.order.move == "strike")
        hours.append(strike.warning_hours)
    assert hours[0] < 24 <= hours[1]
    b = block(alliance({"preparing.SOL.AMB": 5.0}), days=3.0)
    b.act(0, BLU, "reveal", SOL)
    b.play()
    assert b.at("prepared_seen.BLU.SOL") == b.at("prepared_seen.AMB.SOL") == 1
    warned = []
    for turn in range(2, 7):
        b = b.turned(turn)
        row = b.act(0, SOL, "raid", BLU)
        b.play()
        warned.append(b.a.warning[row, 0] >= 24)
    assert warned == [True, True, True, False, False]
