"""Politics at home and who decides there: S16 and S17 of MODEL A8."""

from __future__ import annotations

import pytest

from tests.builders import order, with_orders, world
from tests.laws.alliances import AMB, BLU, PRX, Block, alliance, block
from wargame.engine.adjudicate import adjudicate
from wargame.engine.law.arithmetic import logistic
from wargame.engine.law.deferral import hold_chance
from wargame.engine.law.hardening import floor_shift, patience_of, reply_factor
from wargame.engine.law.politics import risk_factor, veto_chance
from wargame.engine.words import act_words
from wargame.model.events import ActResolved

PLACE_BLU, PLACE_AMB = 0, 1
SURE = {"covert.success_base": 50.0, "strike.success_base": 50.0}


def after(name: str, values: dict[str, float] | None = None, days: float = 7.0) -> Block:
    """A world after one act of BLU against AMB that is sure to succeed."""
    b = block(alliance(values, parameters=SURE), days=days)
    b.act(0, BLU, name, AMB)
    return b.play()


def test_that_a_decisive_blow_helps_its_author_and_a_raid_does_not() -> None:
    """D5.15, M58: + .03 for a single act of R10 or more that comes off."""
    assert after("strike").at("approval.BLU") == pytest.approx(0.53)
    assert after("raid").at("approval.BLU") == pytest.approx(0.5)


def test_that_a_strike_on_home_soil_rallies_and_deaths_cost() -> None:
    """D5.15: + .05 when attacked, - .04 for casualties."""
    struck = after("strike")
    killed = struck.at("deaths.AMB")
    rallied = struck.at("approval.AMB")
    assert killed > 0
    assert 0.5 < rallied < 0.55
    shamed = after("kill")
    assert shamed.at("approval.AMB") <= 0.5


def test_that_deaths_weigh_by_their_order_of_magnitude() -> None:
    """D5.15: ten deaths cost a third of what a thousand cost."""
    b = block(alliance(parameters={"harm.strike_deaths": 15.0, **SURE}), 400)
    for k in range(400):
        b.act(k, BLU, "raid", PRX)
    b.play()
    by_deaths = {b.a.killed[0, k]: b.at("approval.PRX", k) for k in range(400)}
    ordered = [by_deaths[n] for n in sorted(by_deaths)]
    assert ordered == sorted(ordered, reverse=True)
    assert 0.5 - by_deaths[10] == pytest.approx(0.04 * 1.0414 / 3, abs=1e-4)


@pytest.mark.parametrize("days", [1.0, 7.0])
def test_that_a_week_of_war_costs_survival_and_teaches_realism(days: float) -> None:
    """D5.15 - .01 a week; M62."""
    b = block(alliance(turn_days=days), days=days)
    for turn in range(1, int(28 / days) + 1):
        b = b.turned(turn, days)
        b.act(0, PRX, "fire", BLU)
        b.play()
    assert b.at("approval.PRX") == pytest.approx(0.46)
    assert b.at("risk_appetite.PRX") == pytest.approx(0.48)


@pytest.mark.parametrize(("h", "y"), [(0.6, 0.42), (0.2, 0.8), (0.9, 0.1)])
def test_that_a_concession_is_vetoed_by_hardliners_above_survival(h: float, y: float) -> None:
    """D5.15: sg(5 (h - Y))."""
    lanes = 4000
    b = block(alliance({"hardline.BLU": h, "approval.BLU": y}), lanes)
    assert veto_chance(b.w, b.p, PLACE_BLU, 0) == pytest.approx(logistic(5 * (h - y)))
    for k in range(lanes):
        b.act(k, BLU, "concede", AMB)
    b.play()
    vetoed = [k for k in range(lanes) if b.a.success[0, k] == 0]
    assert len(vetoed) / lanes == pytest.approx(logistic(5 * (h - y)), abs=0.03)
    assert {b.at("approval.BLU", k) for k in vetoed} <= {y}
    made = next(k for k in range(lanes) if b.a.success[0, k])
    assert b.at("approval.BLU", made) == pytest.approx(max(0.0, y - 0.05 * h))


def test_that_a_vetoed_concession_comes_to_nothing() -> None:
    of = alliance(
        {"hardline.BLU": 1.0, "approval.BLU": 0.0, "talks.border": 0.7},
        parameters={"politics.veto": 1000.0},
    )
    b = block(of)
    b.act(0, BLU, "concede", PRX)
    heat = block(of).play().at("front_heat.border")
    assert b.play().at("front_heat.border") == heat
    events = adjudicate(of, with_orders(world(of), BLU=[order("concede", PRX)]))
    act = next(e for e in events if isinstance(e, ActResolved))
    assert not act.success
    assert [draw.stream for draw in act.draws] == ["politics.veto"]
    assert act_words(of, act) == "Move concede: vetoed at home"


def test_that_a_reckoning_waits_for_war_to_end_and_is_not_cancelled() -> None:
    """M59: frozen while war goes on, due under a truce, at a cost in survival."""
    waiting = block(alliance({"reckoning.BLU": 0.6}), days=120.0).play()
    assert waiting.at("reckoning.BLU") == 0.6
    due = block(alliance({"reckoning.BLU": 0.6, "truce.border": 1.0}), days=120.0).play()
    assert due.at("reckoning.BLU") == pytest.approx(0.3)
    assert due.at("approval.BLU") == pytest.approx(waiting.at("approval.BLU") - 0.3 * 0.3)


def test_that_a_surprise_on_home_soil_leaves_a_reckoning() -> None:
    b = block(alliance(parameters=SURE))
    b.act(0, PRX, "unseen", BLU)
    assert b.play().at("reckoning.BLU") == pytest.approx(0.2)


def test_that_the_pull_of_decisive_blows_rises_with_the_reckoning() -> None:
    """S16: the factor on opportunism that doctrine uses; it rises with the reckoning."""
    factors = []
    for reckoning in (0.0, 0.3, 0.6, 1.0):
        b = block(alliance({"reckoning.BLU": reckoning}))
        factors.append(risk_factor(b.w, b.p, PLACE_BLU, 0))
    assert factors[0] == pytest.approx(0.7)
    assert factors == sorted(set(factors))


def test_that_an_election_passes_once_and_evens_survival_out() -> None:
    b = block(alliance({"election_turns.GRN": 1.5, "approval.GRN": 0.3}))
    left, survival = [], []
    for turn in range(1, 5):
        b = b.turned(turn).play()
        left.append(b.at("election_turns.GRN"))
        survival.append(b.at("approval.GRN"))
    assert left == [pytest.approx(0.5), 999.0, 999.0, 999.0]
    assert survival == pytest.approx([0.3, 0.4, 0.4, 0.4])


def test_that_shocks_bring_hardliners_up_and_small_acts_do_not() -> None:
    """S17, M61."""
    start = block(alliance()).at("hardline.AMB")
    assert after("strike").at("hardline.AMB") > start
    assert after("kill").at("hardline.AMB") > start
    assert after("raid").at("hardline.AMB") == start
    # A denied act counts as far as it is known whose it is.
    b = block(alliance(parameters=SURE))
    row = b.act(0, BLU, "kill", AMB)
    b.a.overt[row, 0] = 0
    assert start < b.play().at("hardline.AMB") < after("kill").at("hardline.AMB")


def test_that_hardliners_reply_harder_sooner_and_listen_less() -> None:
    """S17: h .9 against .3, the same provocation."""
    values = {"talks.border": 0.8, "trust.AMB.GRN": 0.8}
    hard, soft = (block(alliance({"hardline.AMB": h, **values})) for h in (0.9, 0.3))
    larger, smaller = (reply_factor(b.w, b.p, PLACE_AMB, 0) for b in (hard, soft))
    assert larger / smaller == pytest.approx(1.16 / 0.92)
    assert floor_shift(hard.w, hard.p, PLACE_AMB, 0) > floor_shift(soft.w, soft.p, PLACE_AMB, 0)
    assert patience_of(hard.w, hard.p, PLACE_AMB, 0) < patience_of(soft.w, soft.p, PLACE_AMB, 0)
    assert hold_chance(hard.w, hard.p, 2, PLACE_AMB, 0) < hold_chance(
        soft.w, soft.p, 2, PLACE_AMB, 0
    )


def test_that_a_truce_loosens_the_hardliners_hold() -> None:
    """M62."""
    of = alliance({"talks.border": 0.7, "hardline.BLU": 0.6, "hardline.PRX": 0.6})
    b = block(of)
    b.act(0, BLU, "accept", PRX)
    b.act(0, PRX, "accept", BLU)
    b.play()
    assert b.at("hardline.BLU") == pytest.approx(0.6 * 0.97)
    assert b.at("hardline.PRX") == pytest.approx(0.6 * 0.97)
