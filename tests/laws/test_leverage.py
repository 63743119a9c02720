"""Patron and partner, and deployments: S14 and S15 of MODEL A8, and D9 12."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import order, with_orders, world
from tests.laws.alliances import AMB, BLU, GRN, PRX, Block, alliance, block
from wargame.engine.adjudicate import adjudicate
from wargame.engine.law.deployments import undeterred
from wargame.engine.law.leverage import (
    election_damping,
    leverage_on,
    opportunism_factor,
    own_restraint,
    pact_of,
    pact_restraint,
)
from wargame.model.events import SystemSettled
from wargame.model.ids import ActorId

PLACE_BLU, PLACE_AMB, PLACE_GRN = 0, 1, 2
shares = st.floats(0, 1)
SAMPLE = block(alliance())


def push(
    support: float = 0.7, leverage: float = 0.3, pact: float = 0.0, boldness: float = 0.0
) -> tuple[float, float]:
    """Opportunism and restraint of BLU towards AMB under its patron's terms."""
    w = SAMPLE.w
    w.support[PLACE_GRN, PLACE_BLU, 0] = support
    w.leverage[PLACE_GRN, PLACE_BLU, 0] = leverage
    w.pact[PLACE_GRN, PLACE_BLU, 0] = pact
    w.boldness[PLACE_GRN, PLACE_BLU, 0] = boldness
    return (
        opportunism_factor(w, SAMPLE.p, PLACE_BLU, 0),
        own_restraint(w, SAMPLE.p, PLACE_BLU, 0) * pact_restraint(w, SAMPLE.p, PLACE_AMB, 0),
    )


@given(shares, shares, shares)
def test_that_support_without_conditions_emboldens(one: float, other: float, l: float) -> None:  # noqa: E741
    """S14, D9 12: more opportunism and less restraint (prototype P .0014 to .0029)."""
    low, high = sorted((one, other))
    (less, more_restraint), (more, less_restraint) = push(low, l), push(high, l)
    assert less <= more
    assert more_restraint >= less_restraint


@given(shares, shares, shares)
def test_that_leverage_restrains(one: float, other: float, support: float) -> None:
    """S14, D9 12: prototype P .0027 to .0014."""
    low, high = sorted((one, other))
    (more, less_restraint), (less, more_restraint) = push(support, low), push(support, high)
    assert less <= more
    assert less_restraint <= more_restraint


@given(shares, shares)
def test_that_a_pact_with_conditions_restrains_at_any_support(support: float, used: float) -> None:
    """S14, D9 12: prototype P .0029 to .0012 at full support; a signature alone does nothing."""
    (without, loose), (with_pact, tight) = push(support, used), push(support, used, pact=1.0)
    assert with_pact <= without / 2 + 1e-12
    assert tight >= loose
    assert push(support, used, pact=0.5) == (without, loose)


def test_that_the_terms_are_those_of_the_model() -> None:
    """D5.10: (.4 + .6 s)(1 - .5 l)(1 - .5 p) and (1 + .8 l)(1 - .4 s (1 - p))."""
    free, restraint = push(0.7, 0.3)
    assert free == pytest.approx((0.4 + 0.6 * 0.7) * (1 - 0.5 * 0.3))
    assert restraint == pytest.approx((1 + 0.8 * 0.3) * (1 - 0.4 * 0.7))


def test_that_a_pact_with_the_other_sides_patron_deters() -> None:
    """M70."""
    push(pact=0.0)
    before = pact_restraint(SAMPLE.w, SAMPLE.p, PLACE_BLU, 0)
    push(pact=1.0)
    assert pact_restraint(SAMPLE.w, SAMPLE.p, PLACE_BLU, 0) > before


def test_that_a_patron_presses_less_the_nearer_its_election() -> None:
    """S16, M60: prototype has none; the weight falls from 1 to .4 on the day."""
    weights = []
    for weeks in (999.0, 52.0, 12.0, 4.0, 0.0):
        b = block(alliance({"election_turns.GRN": weeks}))
        weights.append(election_damping(b.w, b.p, PLACE_GRN, 0))
    assert weights == sorted(weights, reverse=True)
    assert weights[0] == pytest.approx(1.0)
    assert weights[-1] == pytest.approx(0.4)


def after(name: str, who: ActorId, whom: ActorId | None, **values: float) -> Block:
    dotted = {k if "." in k else k.replace("_", "."): value for k, value in values.items()}
    of = alliance(dotted)
    b = block(of)
    b.act(0, who, name, whom)
    return b.play()


def test_that_arms_embolden_unless_leverage_is_used() -> None:
    """E03: and only when the flow begins."""
    free = after("arm", GRN, BLU, leverage_GRN_BLU=0.0).at("boldness.GRN.BLU")
    bound = after("arm", GRN, BLU, leverage_GRN_BLU=1.0).at("boldness.GRN.BLU")
    assert free == pytest.approx(0.1)
    assert bound == 0.0


def test_that_pressing_a_partner_costs_more_before_an_election() -> None:
    """E04, M60."""
    far = after("condition", GRN, BLU, **{"election_turns.GRN": 200.0}).at("approval.GRN")
    near = after("condition", GRN, BLU, **{"election_turns.GRN": 2.0}).at("approval.GRN")
    assert near < far - 0.02


def test_that_opening_the_way_for_aid_eases_the_pressure_once() -> None:
    """D11."""
    b = after("access", BLU, AMB)
    assert b.at("leverage.GRN.BLU") == pytest.approx(0.25)
    b = b.turned(2)
    row = b.act(0, BLU, "access", AMB)
    b.a.going_on[row, 0] = 1
    assert b.play().at("leverage.GRN.BLU") == pytest.approx(0.25)


def test_that_an_appeal_weighs_by_leverage_and_trust_and_passes() -> None:
    """D03: half a rung x leverage x trust; a mediator's prestige counts for half of leverage."""
    patron = after("appeal", GRN, BLU, leverage_GRN_BLU=0.8, trust_BLU_GRN=0.5, prestige_GRN=0.0)
    assert patron.at("appealed.BLU") == pytest.approx(0.5 * 0.8 * 0.5)
    host = after("appeal", GRN, AMB, trust_AMB_GRN=0.5, prestige_GRN=0.8)
    assert host.at("appealed.AMB") == pytest.approx(0.5 * 0.4 * 0.5)
    assert host.turned(2).play().at("appealed.AMB") == pytest.approx(0.25 * 0.4 * 0.5)


def test_that_a_pact_is_in_force_once_both_have_signed_and_that_is_announced() -> None:
    """D13."""
    b = after("pact", GRN, BLU)
    assert pact_of(b.w, b.p, PLACE_BLU, 0) == 0
    b = b.turned(2)
    b.act(0, GRN, "pact", BLU)
    assert pact_of(b.play().w, b.p, PLACE_BLU, 0) == 0
    b = b.turned(3)
    b.act(0, BLU, "pact", GRN)
    assert pact_of(b.play().w, b.p, PLACE_BLU, 0) == 1
    of = alliance()
    start = with_orders(world(of), GRN=[order("pact", BLU)], BLU=[order("pact", GRN)])
    told = [e for e in adjudicate(of, start) if isinstance(e, SystemSettled) and "pact" in e.words]
    assert [e.words for e in told] == ["A formal pact is in force between Blu and Grn."]


def test_that_a_great_power_at_its_side_and_a_nuclear_signal_move_ceilings() -> None:
    """M18, N06."""
    b = after("beside", GRN, AMB)
    assert b.at("ceiling_shift.AMB") == pytest.approx(2.0)
    assert b.at("boldness.GRN.BLU") == pytest.approx(0.1)
    b = after("signal", BLU, None)
    assert (b.at("ceiling_shift.AMB"), b.at("ceiling_shift.PRX")) == (-2.0, -2.0)
    assert b.at("ceiling_shift.GRN") == 0


def test_that_a_deployment_deters_the_rival_and_emboldens_the_partner_unless_it_is_held() -> None:
    """S15, M54: at leverage 1 the second effect is gone and the first is not."""
    free = after("deploy", GRN, AMB, leverage_GRN_BLU=0.0)
    bound = after("deploy", GRN, AMB, leverage_GRN_BLU=1.0)
    for b in (free, bound):
        assert undeterred(b.w, b.p, PLACE_AMB, PLACE_BLU, 0) == pytest.approx(1 - 0.4 * 0.5)
        assert undeterred(b.w, b.p, PLACE_BLU, PLACE_AMB, 0) == 1.0
        assert b.at("partners.BLU") >= 0.3
    assert free.at("boldness.GRN.BLU") == pytest.approx(0.05)
    assert bound.at("boldness.GRN.BLU") == 0.0
    before = block(alliance({"leverage.GRN.BLU": 0.0}))
    assert opportunism_factor(free.w, free.p, PLACE_BLU, 0) > opportunism_factor(
        before.w, before.p, PLACE_BLU, 0
    )


def test_that_fear_and_boldness_fade_once_the_ships_have_left() -> None:
    b = after("deploy", GRN, AMB, leverage_GRN_BLU=0.0)
    fear, bold = b.at("fear.AMB.GRN"), b.at("boldness.GRN.BLU")
    b = b.turned(2, 21.0).play()
    assert b.at("fear.AMB.GRN") == pytest.approx(fear / 2)
    assert bold / 2 < b.at("boldness.GRN.BLU") < bold


def test_that_leverage_counts_only_of_patrons() -> None:
    b = block(alliance({"leverage.PRX.BLU": 1.0, "leverage.GRN.BLU": 0.0}))
    assert leverage_on(b.w, b.p, PLACE_BLU, 0) == 0
    assert PRX in b.layout.actors
