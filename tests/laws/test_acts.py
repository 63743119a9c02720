"""What one act does: perception, attribution, debt, face, belief, heat, warning and harm."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.builders import (
    AMB,
    BLU,
    GRN,
    PRX,
    START,
    order,
    scenario,
    with_orders,
    with_values,
    world,
)
from wargame.engine.adjudicate import adjudicate
from wargame.engine.apply import apply
from wargame.engine.law.hazards import weekly_hazard
from wargame.engine.law.ladder import intensity
from wargame.engine.law.parameters import parameters_for
from wargame.model.conditions import Struck
from wargame.model.events import ActResolved, Draw, OrderLapsed, SystemSettled
from wargame.model.ids import ActorId, Weapon
from wargame.model.ledger import Entry, total_change
from wargame.model.orders import Order
from wargame.model.scenario import Scenario

seeds = st.integers(0, 2**53 - 1)
SCENARIO = scenario()


def play(
    seat: ActorId,
    asked: Order,
    of: Scenario = SCENARIO,
    seed: int = 1,
    values: Mapping[str, float] | None = None,
) -> ActResolved:
    """The one act of a turn in which a seat gives one order."""
    start = with_values(of, world(of, seed), values or {})
    events = adjudicate(of, with_orders(start, **{seat: [asked]}))
    return next(event for event in events if isinstance(event, ActResolved))


def entries(act: ActResolved, variable: str, first: str = "", second: str = "") -> list[Entry]:
    return [e for e in act.ledger if (e.variable, e.first, e.second) == (variable, first, second)]


def change(act: ActResolved, variable: str, first: str = "", second: str = "") -> float:
    return total_change(entries(act, variable, first, second), variable)


def draw(act: ActResolved, stream: str) -> Draw:
    return next(d for d in act.draws if d.stream == stream)


@given(seeds)
@settings(max_examples=40)
def test_that_with_no_noise_an_act_is_read_as_what_it_is(seed: int) -> None:
    """S8: perceived = true when sigma is 0."""
    clear = scenario(parameters={"perception.sigma": 0.0})
    act = play(BLU, order("raid", AMB), clear, seed)
    assert change(act, "debt", AMB, BLU) == act.severity
    assert {round(s.rung, 9) for s in act.sightings if s.seat != BLU} == {
        round(next(s.rung for s in act.sightings if s.seat == AMB), 9)
    }


@given(seeds)
@settings(max_examples=40)
def test_that_a_perfect_channel_leaves_no_noise(seed: int) -> None:
    act = play(BLU, order("raid", AMB), seed=seed, values={"channel.AMB.BLU": 1.0})
    assert draw(act, "perception.noise").result == 1.0


@given(seeds, st.floats(0, 1), st.floats(0, 1))
@settings(max_examples=40)
def test_that_a_better_channel_never_reads_further_off(seed: int, a: float, b: float) -> None:
    worse = play(BLU, order("raid", AMB), seed=seed, values={"channel.AMB.BLU": min(a, b)})
    better = play(BLU, order("raid", AMB), seed=seed, values={"channel.AMB.BLU": max(a, b)})
    off = [draw(act, "perception.noise").result for act in (worse, better)]
    assert max(off[1], 1 / off[1]) <= max(off[0], 1 / off[0]) * (1 + 1e-12)


@given(seeds)
@settings(max_examples=40)
def test_that_choreography_that_holds_weighs_less_and_needs_a_channel(seed: int) -> None:
    """S7, D5.6: the same weapons, understood and not understood."""
    salvo = order("barrage", BLU, warning_hours=72.0, told=(GRN,))
    understood = play(AMB, salvo, seed=seed, values={"channel.BLU.AMB": 1.0})
    missed = play(AMB, salvo, scenario(parameters={"warning.choreography_floor": 0.0}), seed)
    assert understood.choreographed
    assume(not missed.choreographed)
    assert change(understood, "front_heat", "direct") == pytest.approx(
        0.65 * change(missed, "front_heat", "direct"), rel=1e-9
    )


def test_that_choreography_holds_as_often_as_its_channel_says() -> None:
    """D5.6: 0.3 + 0.7 channel, within three standard errors."""
    salvo = order("barrage", BLU, salvo=((Weapon.DRONE, 1),), warning_hours=48.0, told=(GRN,))
    held = sum(
        play(AMB, salvo, seed=n, values={"channel.BLU.AMB": 0.5}).choreographed for n in range(400)
    )
    assert abs(held / 400 - 0.65) < 3 * (0.65 * 0.35 / 400) ** 0.5


def test_that_more_intelligence_detects_more_plans() -> None:
    found = []
    for intel in (0.0, 0.5, 1.0):
        acts = [
            play(BLU, order("raid", AMB), seed=n, values={"intel.AMB.BLU": intel})
            for n in range(150)
        ]
        found.append(sum(act.warning_hours > 0 for act in acts))
    assert found[0] < found[1] < found[2]


def test_that_the_same_sabotage_claimed_leaves_a_larger_debt_than_denied() -> None:
    """S3."""
    claimed = play(BLU, order("sabotage", AMB, overt=True), seed=4)
    denied = play(BLU, order("sabotage", AMB, overt=False), seed=4)
    assert claimed.attribution == 1.0
    assert denied.attribution == pytest.approx(1 - 0.8 * 0.8)
    assert change(claimed, "debt", AMB, BLU) == pytest.approx(
        change(denied, "debt", AMB, BLU) / denied.attribution
    )


def test_that_a_denied_act_is_shared_out_among_those_who_hear_of_it() -> None:
    denied = play(BLU, order("kill", AMB, overt=False))
    shares = {s.seat: dict(s.shares) for s in denied.sightings}
    assert shares[BLU] == {BLU: 1.0}
    assert shares[AMB] == {BLU: denied.attribution}
    assert shares[GRN] == {BLU: denied.attribution}


def test_that_a_private_message_stays_between_two() -> None:
    of = scenario(parameters={"warning.detect_base": -50.0})
    message = play(GRN, order("message", BLU), of)
    assert [(s.seat, s.how) for s in message.sightings] == [(BLU, "target"), (GRN, "own")]
    told = play(GRN, order("message", BLU, told=(AMB,)), of)
    assert {s.seat: s.how for s in told.sightings} == {BLU: "target", AMB: "told", GRN: "own"}


@given(seeds)
@settings(max_examples=40)
def test_that_suffering_leaves_a_debt_and_a_reply_pays_it(seed: int) -> None:
    """D5.7."""
    act = play(BLU, order("raid", AMB), seed=seed, values={"debt.BLU.AMB": 5.0})
    assert change(act, "debt", AMB, BLU) > 0
    assert entries(act, "debt", BLU, AMB)[-1].after == pytest.approx(
        max(0.0, 5.0 * 2 ** (-7 / 60) - act.severity), abs=1e-9
    )


@given(seeds, st.floats(0, 40), st.floats(0, 40))
@settings(max_examples=40)
def test_that_a_reply_to_a_larger_debt_humiliates_less(seed: int, a: float, b: float) -> None:
    """M14: a minimal answer lets the other side stop."""
    small = play(BLU, order("strike", AMB), seed=seed, values={"debt.BLU.AMB": min(a, b)})
    large = play(BLU, order("strike", AMB), seed=seed, values={"debt.BLU.AMB": max(a, b)})
    assert change(large, "face", AMB) >= change(small, "face", AMB)


def test_that_a_foiled_strike_restores_half_of_the_standing() -> None:
    """M10."""
    one = order("barrage", BLU, salvo=((Weapon.DRONE, 20),), warning_hours=100.0)
    foiled = play(AMB, one, values={"face.AMB": 0.2})
    assert sum(w.leaked for w in foiled.weapons) == 0
    wide = order("barrage", BLU, salvo=((Weapon.BALLISTIC_NEW, 1000),))
    landed = play(AMB, wide, values={"face.AMB": 0.2})
    assert change(foiled, "face", AMB) == pytest.approx(0.5 * change(landed, "face", AMB))


def test_that_words_leave_no_debt() -> None:
    act = play(BLU, order("sanctions", AMB))
    assert not [e for e in act.ledger if e.variable in {"debt", "face", "heat", "belief"}]
    assert change(act, "front_heat", "direct") == pytest.approx(intensity(3))


def test_that_acting_raises_everybodys_belief_in_a_reply() -> None:
    act = play(AMB, order("raid", BLU), values={"belief.BLU.AMB": 0.4})
    assert change(act, "belief", BLU, AMB) > 0
    assert change(act, "belief", GRN, AMB) > 0


@pytest.mark.parametrize(("debt", "falls"), [(20.0, True), (4.0, False)])
def test_that_silence_over_an_open_debt_lowers_belief(debt: float, *, falls: bool) -> None:
    """M21."""
    start = with_values(SCENARIO, world(SCENARIO), {"debt.AMB.BLU": debt})
    beliefs = [
        e
        for event in adjudicate(SCENARIO, start)
        if isinstance(event, SystemSettled) and event.step == "belief"
        for e in event.ledger
        if (e.variable, e.first, e.second) == ("belief", BLU, AMB)
    ]
    assert bool(beliefs) == falls
    if falls:
        assert beliefs[0].after == pytest.approx(0.88 * beliefs[0].before)


def test_that_a_reply_ends_the_silence() -> None:
    start = with_values(SCENARIO, world(SCENARIO), {"debt.AMB.BLU": 60.0})
    events = adjudicate(SCENARIO, with_orders(start, AMB=[order("raid", BLU)]))
    settled = [e for e in events if isinstance(e, SystemSettled) and e.step == "belief"]
    assert not [entry for event in settled for entry in event.ledger if entry.second == AMB]


def test_that_co_operation_cools_its_front_and_talk_cools_all_a_little() -> None:
    heat = {"front_heat.direct": 40.0, "front_heat.border": 40.0}
    there = play(BLU, order("talks", AMB), values=heat)
    assert change(there, "front_heat", "border") == 0
    assert change(there, "front_heat", "direct") == pytest.approx(
        -0.1 * entries(there, "front_heat", "direct")[0].before
    )
    everywhere = play(BLU, order("talks", GRN), values=heat)
    assert change(everywhere, "front_heat", "border") == pytest.approx(
        -0.025 * entries(everywhere, "front_heat", "border")[0].before
    )


def test_that_a_strike_at_home_breaks_the_taboo_and_one_abroad_reaches_ten_at_most() -> None:
    """D4, M2."""
    home = play(BLU, order("strike", AMB))
    abroad = play(BLU, replace(order("campaign", AMB)))
    assert entries(home, "precedent", BLU, AMB)[-1].after == 12.0
    assert entries(abroad, "precedent", BLU, AMB)[-1].after == 10.0
    assert not [e for e in play(BLU, order("campaign", PRX)).ledger if e.variable == "precedent"]


def test_that_a_pre_emptive_strike_thins_out_the_salvo_of_its_turn() -> None:
    start = world(SCENARIO)
    salvo = order("barrage", BLU, salvo=((Weapon.DRONE, 100),))
    events = adjudicate(
        SCENARIO,
        with_orders(
            with_values(SCENARIO, start, {"intel.BLU.AMB": 1.0}),
            BLU=[order("preempt", AMB)],
            AMB=[salvo],
        ),
    )
    acts = {str(e.order.move): e for e in events if isinstance(e, ActResolved)}
    assert acts["preempt"].success
    assert 34 <= acts["barrage"].weapons[0].launched <= 50
    assert change(acts["barrage"], "stock", AMB, Weapon.DRONE) == -100


def test_that_sustained_fire_spends_rockets_and_interceptors() -> None:
    act = play(PRX, order("fire", BLU))
    launched = act.weapons[0].launched
    assert launched == pytest.approx(3.5 * intensity(8) * 7, abs=1)
    assert change(act, "stock", PRX, Weapon.ROCKET) == -launched
    assert change(act, "interceptors", BLU, "point") < 0


def test_that_twice_the_rockets_displace_more_but_move_the_index_less_than_a_direct_strike() -> (
    None
):
    """S5."""
    fire = play(PRX, order("fire", BLU))
    campaign = play(BLU, order("campaign", PRX))
    strike = play(BLU, order("strike", AMB))
    assert campaign.displaced > fire.displaced > 0
    assert 2 * change(fire, "index") < change(strike, "index")


def test_that_a_campaign_displaces_about_a_million_in_two_weeks() -> None:
    """S20."""
    of = scenario(turn_days=14.0)
    assert 700_000 < play(BLU, order("campaign", PRX), of).displaced < 1_300_000


def test_that_a_conditional_order_waits_for_its_condition_in_the_turn() -> None:
    reply = order("fire", PRX, condition=Struck(8.0, by=PRX))
    calm = adjudicate(SCENARIO, with_orders(world(SCENARIO), BLU=[reply]))
    lapsed = [e for e in calm if isinstance(e, OrderLapsed)]
    assert [e.code for e in lapsed] == ["condition.unmet"]
    struck = adjudicate(
        SCENARIO, with_orders(world(SCENARIO), BLU=[reply], PRX=[order("raid", BLU)])
    )
    assert [e.order.move for e in struck if isinstance(e, ActResolved)] == ["raid", "fire"]


def test_that_notice_of_the_turn_announces_the_strike_that_follows() -> None:
    events = adjudicate(
        SCENARIO,
        with_orders(
            with_values(SCENARIO, world(SCENARIO), {"channel.BLU.AMB": 1.0}),
            AMB=[order("notice"), order("barrage", BLU)],
        ),
    )
    barrage = next(e for e in events if isinstance(e, ActResolved) and e.order.move == "barrage")
    assert barrage.choreographed
    assert 24 <= barrage.warning_hours <= 72


def test_that_loss_of_control_comes_oftener_the_higher_the_index() -> None:
    """S23: never chosen, drawn; and it ends the game at an index of 100."""
    lost = []
    for heat in (0.0, 150.0, 3000.0):
        ended = 0
        for seed in range(150):
            start = with_values(SCENARIO, world(SCENARIO, seed), {"front_heat.direct": heat})
            events = adjudicate(SCENARIO, start)
            ended += any(
                getattr(getattr(e, "outcome", None), "ending", "") == "all-out-war" for e in events
            )
        lost.append(ended)
    assert lost[0] == 0
    assert lost[0] < lost[1] < lost[2]


def test_that_everybody_hears_when_control_is_lost_and_who_collapsed() -> None:
    weak = {"cohesion.PRX": 0.05, "weak_days.PRX": 60.0, "front_heat.direct": 3000.0}
    heard: set[str] = set()
    for seed in range(120):
        start = with_values(SCENARIO, world(SCENARIO, seed), weak)
        for event in adjudicate(SCENARIO, start):
            if isinstance(event, SystemSettled) and event.words:
                assert event.public
                heard.update(sentence + "." for sentence in event.words.split(".")[:-1])
    assert {sentence.strip() for sentence in heard} >= {
        "Control over the escalation was lost.",
        "Prx collapsed and dropped out of the conflict.",
    }


def hazard_over(turns: int, *, struck: bool) -> tuple[float, float]:
    """Chance of all-out war over weeks of fire both ways, and the highest index seen.

    The draw itself is switched off, so that the game goes on and the whole chance adds up.
    """
    of = scenario(parameters={"hazard.all_out_base": -1e6}, turns=turns)
    p = parameters_for(SCENARIO, START)
    now = with_values(of, world(of), {"front_heat.border": 90.0})
    now = with_orders(now, PRX=[order("fire", BLU)], BLU=[order("fire", PRX)])
    safe, highest = 1.0, 0.0
    for turn in range(1, turns + 1):
        if struck and turn == 2:
            now = with_orders(now, BLU=[order("kill", AMB)])
        for event in adjudicate(of, now):
            now = replace(apply(of, now, event, now.events + 1), events=now.events + 1)
        index = of.layout.read(now.values, "index")
        safe *= 1.0 - weekly_hazard(p, index)
        highest = max(highest, index)
        now = replace(now, turn=turn + 1, turns=(*now.turns, ()), sealed=())
    return 1.0 - safe, highest


def test_that_fire_across_a_border_alone_stays_below_the_lines() -> None:
    """S1: 26 weeks of it keep the index below band 4 and the hazard below 1 %."""
    chance, highest = hazard_over(26, struck=False)
    assert 0 < chance < 0.01
    assert highest < 60
    worse, _ = hazard_over(26, struck=True)
    assert worse > 5 * chance
