"""Talks, truces, linkage and deferral: S13 of MODEL A8, and D9 11."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from tests.builders import order, standing, with_orders, world
from tests.laws.alliances import AMB, BLU, GRN, PRX, SOL, Block, alliance, block
from wargame.engine.adjudicate import adjudicate
from wargame.engine.law.arithmetic import normal_quantile
from wargame.engine.law.deferral import force_left, reply_left
from wargame.engine.law.ladder import rung_of
from wargame.engine.law.proxies import solidarity_of
from wargame.engine.law.rng import uniform
from wargame.model.events import Event, StandingChanged, SystemSettled

PLACE_SOL = 4
CLOSE = {"talks.border": 0.7, "hardline.BLU": 0.0, "hardline.PRX": 0.0, "approval.BLU": 1.0}


def words(events: tuple[Event, ...]) -> str:
    return " ".join(e.words for e in events if isinstance(e, SystemSettled))


def test_that_one_mediator_counts_in_full_and_each_further_one_for_a_tenth() -> None:
    """D5.14; and three days bring three sevenths of it."""
    gains = []
    for mediators in (0, 1, 2, 3):
        b = block(alliance({"willingness.BLU": 0.5, "willingness.PRX": 0.5}))
        for who in (GRN, AMB, SOL)[:mediators]:
            b.act(0, who, "mediate", PRX)
        gains.append(b.play().at("talks.border"))
    steps = [later - earlier for earlier, later in pairwise(gains)]
    assert steps == pytest.approx([0.04, 0.004, 0.004])


def test_that_talks_move_by_what_both_sides_want_and_by_leverage() -> None:
    """D5.14: .05 (w w' - .25) + .06 l a week."""

    def moved(**values: float) -> float:
        of = alliance({name.replace("_", "."): v for name, v in values.items()})
        return block(of, days=0.001).play().at("talks.border") - 0.3

    a_week = 7 / 0.001
    keen = moved(willingness_BLU=1.0, willingness_PRX=1.0, leverage_GRN_BLU=0.0)
    unwilling = moved(willingness_BLU=0.0, willingness_PRX=1.0, leverage_GRN_BLU=0.0)
    pressed = moved(willingness_BLU=0.0, willingness_PRX=1.0, leverage_GRN_BLU=1.0)
    assert keen * a_week == pytest.approx(0.05 * 0.75, rel=1e-3)
    assert unwilling * a_week == pytest.approx(-0.05 * 0.25, rel=1e-3)
    assert (pressed - unwilling) * a_week == pytest.approx(0.06, rel=1e-3)


def test_that_captives_in_a_rivals_hands_make_a_state_willing_and_a_reckoning_unwilling() -> None:
    """D5.14: and a group is the less willing the stronger it is."""

    def wish(side: str, **values: float) -> float:
        of = alliance({name.replace("_", "."): v for name, v in values.items()})
        return block(of, days=2000.0).play().at(f"willingness.{side}")

    assert wish("BLU", captives_PRX=0.0) < wish("BLU", captives_PRX=100.0)
    assert wish("BLU", reckoning_BLU=0.8) < wish("BLU", reckoning_BLU=0.0)
    assert wish("PRX", strike_PRX=1.0) < wish("PRX", strike_PRX=0.3)


def test_that_another_invitation_to_the_same_table_adds_little_for_some_weeks() -> None:
    """D06: by anybody, in this turn or in the next three weeks."""
    neutral = {"willingness.BLU": 0.5, "willingness.PRX": 0.5, "leverage.GRN.BLU": 0.0}
    gains = []
    for turns in ((1,), (1, 1), (1, 3), (1, 5)):
        b = block(alliance(neutral, parameters={"talks.willingness": 0.0}))
        for turn in range(1, 7):
            b = b.turned(turn)
            for _ in range(turns.count(turn)):
                b.act(0, GRN, "open-talks", PRX)
            b.play()
        gains.append(b.at("talks.border") - 0.3)
    assert gains[0] == pytest.approx(0.1, abs=0.01)
    assert [gain / gains[0] for gain in gains[1:]] == pytest.approx([1.1, 1.1, 2.0], abs=0.03)


@pytest.mark.parametrize("wish", [0.0, 0.5, 1.0])
def test_that_opened_talks_go_the_further_the_more_willing_both_are(wish: float) -> None:
    """D06: from .05 to .15."""
    b = block(alliance({"willingness.BLU": wish, "willingness.PRX": wish}), days=0.001)
    b.act(0, GRN, "open-talks", PRX)
    assert b.play().at("talks.border") - 0.3 == pytest.approx(0.05 + 0.1 * wish, abs=1e-4)


def test_that_a_truce_begins_when_both_have_accepted_within_four_weeks() -> None:
    """D08: in one turn, or one after the other; one side alone makes none."""
    of = alliance(CLOSE, parameters={"politics.veto": 0.0001})
    both = []
    for gap in (0, 1, 3, 6):
        b = block(of)
        accepted = False
        for turn in range(1, 12):
            b = b.turned(turn, seed=2)
            if turn == 1:
                b.act(0, BLU, "concede")
                b.act(0, BLU, "accept", PRX)
            if turn == 1 + gap:
                b.act(0, PRX, "accept", BLU)
            b.play()
            accepted = accepted or b.at("truce.border") == 1
        both.append(accepted)
    assert both == [True, True, True, False]


def test_that_terms_need_progress_of_six_tenths() -> None:
    b = block(alliance(CLOSE | {"talks.border": 0.55}))
    b.act(0, BLU, "accept", PRX)
    b.act(0, PRX, "accept", BLU)
    b.play()
    assert b.at("truce.border") == 0
    assert [b.a.success[n, 0] for n in (0, 1)] == [0, 0]


def test_that_a_truce_ends_the_fire_on_its_front_and_is_announced() -> None:
    of = alliance(CLOSE)
    start = with_orders(world(of), BLU=[order("accept", PRX)], PRX=[order("accept", BLU)])
    start = replace(
        start,
        standing=(
            standing(BLU, order("fire", PRX)),
            standing(BLU, order("fire", SOL)),
            standing(PRX, order("fire", BLU)),
        ),
    )
    events = adjudicate(of, start)
    assert "A truce begins: Border." in words(events)
    changed = next(e for e in events if isinstance(e, StandingChanged))
    assert [(s.actor, s.order.target) for s in changed.standing] == [(BLU, SOL)]
    assert {reason for _, reason in changed.ended} == {"A truce holds on the front."}


def test_that_a_truce_on_the_linked_front_takes_the_pretext_for_fire_elsewhere() -> None:
    """M48: what the group in solidarity and its rival owe each other is settled by the linkage."""
    owed = {"debt.SOL.BLU": 10.0, "debt.BLU.SOL": 5.0, "debt.AMB.BLU": 8.0}
    left = {}
    for linkage in (0.0, 1.0):
        b = block(alliance(CLOSE | owed | {"linkage": linkage}), days=0.001)
        b.act(0, BLU, "accept", PRX)
        b.act(0, PRX, "accept", BLU)
        b.play()
        assert b.at("truce.border") == 1
        left[linkage] = b.at("debt.SOL.BLU"), b.at("debt.BLU.SOL"), b.at("debt.AMB.BLU")
    assert left[0.0] == pytest.approx((10.0, 5.0, 8.0), rel=1e-3)
    assert left[1.0] == pytest.approx((2.0, 1.0, 8.0), rel=1e-3)


def test_that_fire_that_went_on_before_a_truce_does_not_break_it() -> None:
    """A truce from outside, such as an inject: the fire ends and the truce stands."""
    of = alliance({"truce.border": 1.0})
    start = replace(world(of), standing=(standing(PRX, order("fire", BLU)),))
    events = adjudicate(of, start)
    changed = next(e for e in events if isinstance(e, StandingChanged))
    assert changed.standing == ()
    assert [reason for _, reason in changed.ended] == ["A truce holds on the front."]
    assert "broken" not in words(events)


def test_that_force_breaks_a_truce_and_words_or_deniable_acts_do_not() -> None:
    """S13: a known act of R7 or more on the front."""
    for name, deniable, broken in (
        ("raid", False, True),
        ("fire", False, True),
        ("sanctions", False, False),
        ("sabotage", True, False),
    ):
        of = alliance({"truce.border": 1.0, "talks.border": 0.7, "trust.PRX.BLU": 0.5})
        b = block(of)
        row = b.act(0, BLU, name, PRX)
        b.a.overt[row, 0] = 0 if deniable else 1
        b.play()
        assert (b.at("truce.border") == 0) is broken, name
        if broken:
            assert b.at("talks.border") == pytest.approx(0.4)
            assert b.at("trust.PRX.BLU") == pytest.approx(0.4)


def test_that_who_rejects_the_terms_takes_its_acceptance_back() -> None:
    b = block(alliance(CLOSE | {"accepted.BLU.PRX": 20.0}))
    b.act(0, BLU, "reject", PRX)
    assert b.play().at("accepted.BLU.PRX") == 0


def solidarity_acts(truce: float, turns: int = 26, lanes: int = 400) -> float:
    """Acts a turn of a group by MODEL D5.10 with solidarity alone, spread .7 of a rung."""
    b = block(alliance({"truce.border": truce}), lanes)
    acts = 0
    for turn in range(turns):
        for k in range(lanes):
            wish = solidarity_of(b.w, b.p, PLACE_SOL, k) * (1 - 0.55 * 0.283)
            u = uniform(b.c.key_high[k], b.c.key_low[k], 300, 7, turn)
            acts += rung_of(wish) + 0.7 * normal_quantile(u) >= 5.0
    return acts / (turns * lanes)


def test_that_a_truce_on_the_linked_front_stills_the_groups_elsewhere() -> None:
    """S13, D9 11: at least 80 % fewer acts a turn (prototype .94 to .00, .09 at half a truce)."""
    full, half, none = (solidarity_acts(truce) for truce in (1.0, 0.5, 0.0))
    assert none > 0.5
    assert full <= 0.2 * none
    assert full <= half < none


def hold(values: dict[str, float], lanes: int = 4000) -> tuple[float, Block]:
    """Share of worlds in which AMB holds its reply when GRN asks, and the worlds."""
    b = block(alliance(values), lanes)
    for k in range(lanes):
        b.act(k, GRN, "ask-hold", AMB)
    b.play()
    return sum(b.a.success[0, k] for k in range(lanes)) / lanes, b


@pytest.mark.parametrize(("talks", "trust"), [(0.8, 0.9), (0.5, 0.4), (0.9, 0.0)])
def test_that_a_reply_is_held_with_progress_times_trust(talks: float, trust: float) -> None:
    """D5.11 at an even split of hardliners; hardliners listen less (S17)."""
    values = {"talks.border": talks, "trust.AMB.GRN": trust, "hardline.AMB": 0.5}
    share, _ = hold(values | {"willingness.BLU": 0.5, "willingness.PRX": 0.5})
    assert share == pytest.approx(talks * trust, abs=0.03)
    if trust > 0:
        hard, soft = (hold(values | {"hardline.AMB": h})[0] for h in (0.9, 0.3))
        assert hard < share < soft


SURE_HOLD = {
    "talks.border": 1.0,
    "trust.AMB.GRN": 1.0,
    "hardline.AMB": 0.5,
    "leverage.GRN.BLU": 1.0,
}


@pytest.mark.parametrize("days", [1.0, 3.0, 7.0])
def test_that_a_promise_without_agreement_lapses_after_three_weeks_and_costs_trust(
    days: float,
) -> None:
    """M49: asking again does not prolong it."""
    b = block(alliance(SURE_HOLD, turn_days=days), days=days)
    held_for = 0.0
    for turn in range(1, 60):
        b = b.turned(turn, days)
        if turn < 4:
            b.act(0, GRN, "ask-hold", AMB)
        b.play()
        if b.at("deferral.AMB.BLU") == 0:
            break
        held_for += days
    assert 21 <= held_for <= 21 + 2 * days
    assert b.at("trust.AMB.GRN") == pytest.approx(0.7, abs=0.01)
    assert b.at("hardline.AMB") > 0.5
    assert b.at("deferral_days.AMB.GRN") == 0


def test_that_an_agreement_keeps_the_promise() -> None:
    """The reply is free again, and the asker is trusted more."""
    b = block(alliance(SURE_HOLD | CLOSE | {"trust.AMB.GRN": 0.8, "talks.border": 0.95}), 20)
    for k in range(20):
        b.act(k, GRN, "ask-hold", AMB)
    b.play()
    held = [k for k in range(20) if b.at("deferral.AMB.BLU", k) == 1]
    b = b.turned(2)
    for k in held:
        b.act(k, BLU, "accept", PRX)
        b.act(k, PRX, "accept", BLU)
    b.play()
    assert len(held) > 8
    for k in held:
        assert b.at("truce.border", k) == 1
        assert b.at("deferral.AMB.BLU", k) == 0
        assert b.at("trust.AMB.GRN", k) == pytest.approx(0.9)


def test_that_a_rejection_disappoints_whoever_holds_a_reply() -> None:
    """D09."""
    b = block(alliance({"deferral.AMB.BLU": 1.0, "deferral_days.AMB.GRN": 20.0}))
    b.act(0, BLU, "reject", PRX)
    assert b.play().at("trust.AMB.GRN") == pytest.approx(0.2)


def test_that_a_held_reply_is_smaller_and_seldom_forced() -> None:
    """D5.11: D x .3, and the probability of a forced reply x .15."""
    b = block(alliance({"deferral.AMB.BLU": 1.0}))
    assert reply_left(b.w, b.p, 1, 0, 0) == pytest.approx(0.3)
    assert force_left(b.w, b.p, 1, 0, 0) == pytest.approx(0.15)
    assert reply_left(b.w, b.p, 0, 1, 0) == force_left(b.w, b.p, 0, 1, 0) == 1.0
