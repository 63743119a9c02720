"""Groups and their patrons: S4 of MODEL A8, and D9 15."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.builders import order, standing, with_orders, world
from tests.laws.alliances import AMB, BLU, PRX, SOL, Block, alliance, block
from wargame.engine.adjudicate import adjudicate
from wargame.engine.law.proxies import (
    ALONE,
    JOINS,
    OBEYS,
    answer_call,
    ask_to_stand_down,
    cost_of_joining,
    solidarity_of,
)
from wargame.model.events import ActResolved, Event, OrderLapsed, StandingChanged, SystemSettled
from wargame.model.scenario import Scenario

LANES = 10_000
PATRON, GROUP = 1, 4
"""Places of AMB and SOL."""


def answers(of: Scenario, lanes: int = LANES) -> dict[int, float]:
    """Share of each answer to a patron's call over many worlds."""
    b = block(of, lanes)
    found = [answer_call(b.w, b.p, b.c, k, PATRON, GROUP, 77) for k in range(lanes)]
    return {answer: found.count(answer) / lanes for answer in (OBEYS, JOINS, ALONE)}


def played(of: Scenario, seed: int = 1, **orders: list[object]) -> tuple[Event, ...]:
    return adjudicate(of, with_orders(world(of, seed), **orders))  # type: ignore[arg-type]


def acts_by(events: tuple[Event, ...], who: str) -> list[ActResolved]:
    return [e for e in events if isinstance(e, ActResolved) and e.actor == who]


@pytest.mark.parametrize(("a", "z"), [(0.85, 0.35), (0.7, 0.6), (0.45, 0.8), (1.0, 0.0)])
def test_that_a_stand_down_is_obeyed_with_alignment_times_one_less_autonomy(
    a: float, z: float
) -> None:
    """S4, D9 15: within 2 points."""
    found = answers(alliance({"alignment.SOL.AMB": a, "autonomy.SOL.AMB": z}))
    assert found[OBEYS] == pytest.approx(a * (1 - z), abs=0.02)


def test_that_who_does_not_obey_joins_if_solidarity_outweighs_the_cost_or_acts_alone() -> None:
    """D5.12, M35: and a truce on the linked front takes the solidarity away (M47)."""
    calm = answers(alliance())
    assert calm[ALONE] == 0 < calm[JOINS]
    hot = answers(alliance({"front_heat.direct": 200.0, "cohesion.SOL": 0.3}))
    assert hot[JOINS] == 0 < hot[ALONE]
    under_truce = answers(alliance({"truce.border": 1.0}))
    assert under_truce[JOINS] == 0
    assert under_truce[OBEYS] == calm[OBEYS] == hot[OBEYS]


def test_that_a_group_that_obeys_holds_its_fire_and_one_that_does_not_fires_on() -> None:
    """C10: the order lapses with a reason; the answers are those of the draws."""
    seen = set()
    for seed in range(1, 9):
        events = played(alliance(), seed, AMB=[order("restrain", SOL)], SOL=[order("fire", BLU)])
        obeyed = next(e for e in acts_by(events, AMB) if e.order.move == "restrain").success
        lapsed = [e for e in events if isinstance(e, OrderLapsed)]
        assert bool(acts_by(events, SOL)) is not obeyed
        assert [e.code for e in lapsed] == (["patron.asked"] if obeyed else [])
        seen.add(obeyed)
    assert seen == {True, False}


def test_that_a_group_in_a_joint_response_stays_below_the_all_out_line() -> None:
    """M35: it fires, but starts no campaign of R14."""
    joined = alliance({"alignment.SOL.AMB": 0.0})
    events = played(joined, AMB=[order("restrain", SOL)], SOL=[order("fire", BLU)])
    assert [act.order.move for act in acts_by(events, SOL)] == ["fire"]
    events = played(joined, AMB=[order("restrain", SOL)], SOL=[order("campaign", BLU)])
    assert acts_by(events, SOL) == []


def test_that_a_request_ends_fire_that_goes_on_and_holds_for_a_week_after_the_turn() -> None:
    close = alliance({"alignment.SOL.AMB": 1.0, "autonomy.SOL.AMB": 0.0}, turn_days=3.0)
    first = with_orders(world(close), AMB=[order("restrain", SOL)])
    first = replace(first, standing=(standing(SOL, order("fire", BLU)),))
    changed = next(e for e in adjudicate(close, first) if isinstance(e, StandingChanged))
    assert changed.standing == ()
    assert [reason for _, reason in changed.ended] == ["It holds its fire at its patron's request."]
    b = block(close, days=3.0)
    ask_to_stand_down(b.w, b.p, b.a, b.c, b.act(0, AMB, "restrain", SOL), 0)
    fired = []
    for turn in range(2, 7):
        b = b.turned(turn)
        b.act(0, SOL, "fire", BLU)
        fired.append(b.play().a.state[0, 0] == 1)
    assert fired == [False, False, False, True, True]


@pytest.mark.parametrize("alignment", [0.4, 0.55, 0.8, 1.0])
def test_that_each_group_joins_an_attack_on_all_fronts_on_its_own_draw(alignment: float) -> None:
    """M19, M36: with its own stocks, at no cost of its own, and only if it is close enough."""
    of = alliance({f"alignment.{g}.AMB": alignment for g in (PRX, SOL)} | {"cohesion.SOL": 0.1})
    joined = 0
    for seed in range(1, 40):
        events = played(of, seed, AMB=[order("all-fronts", BLU)])
        acts = acts_by(events, SOL)
        joined += len(acts)
        for act in acts:
            assert sum(weapons.launched for weapons in act.weapons) > 0
            assert act.why.startswith("M35")
    share = joined / 39
    expected = alignment * 0.65 if alignment > 0.5 else 0.0
    # With this cohesion a joint response costs too much, so only those who obey come along.
    assert share == pytest.approx(expected, abs=0.2)
    assert (joined > 0) == (alignment > 0.5)


def begun(z: float, a: float = 0.0, weeks: int = 3, lanes: int = 1500) -> set[int]:
    """Worlds in which a group prepares an operation without notice after some weeks."""
    of = alliance(
        {
            "alignment.SOL.AMB": a,
            "autonomy.SOL.AMB": z,
            "grievance.SOL.AMB": 1.0,
            "grievance.PRX.AMB": 0.0,
        }
    )
    b = block(of, lanes)
    for turn in range(1, weeks + 1):
        b.turned(turn).play()
    w = b.w
    return {k for k in range(lanes) if w.preparing[GROUP, PATRON, k] > 0}


def test_that_operations_without_notice_never_begin_without_autonomy_and_rise_with_it() -> None:
    """S4, D9 15: on common random numbers the worlds are nested."""
    none, some, more, most = (begun(z) for z in (0.0, 0.3, 0.6, 1.0))
    assert none == set()
    assert none < some < more < most
    assert len(most) / 1500 == pytest.approx(1 - 0.98**3, abs=0.02)
    assert begun(1.0, a=1.0) == set()


def prepared(days_each: float) -> tuple[Block, int]:
    """A group that has begun to prepare, and the days until it strikes."""
    b = block(alliance({"preparing.SOL.AMB": 0.01, "intel.BLU.SOL": 0.0}), days=days_each)
    days = 0.0
    for turn in range(1, 60):
        b = b.turned(turn, days_each)
        b.play()
        days += days_each
        if b.a.count[0] > 0:
            return b, round(days)
    raise AssertionError("never launched")


@pytest.mark.parametrize("days", [1.0, 3.0, 7.0])
def test_that_an_operation_needs_four_weeks_and_nobody_is_warned(days: float) -> None:
    """D5.12, M32: the patron learns with the world, and must show solidarity or be seen not to."""
    b, after = prepared(days)
    assert 28 <= after <= 28 + 2 * days
    assert b.a.warning[0, 0] == 0
    assert b.a.rung[0, 0] == 14
    assert b.at("solidarity_due.AMB.SOL") > 0
    assert b.at("preparing.SOL.AMB") == 0


def test_that_a_target_that_sees_the_preparation_is_warned_and_stops_half_of_them() -> None:
    """D5.12: seen with probability .1 I a week."""
    seen = alliance({"prepared_seen.BLU.SOL": 1.0, "intel.SOL.BLU": 1.0})
    unseen = alliance({"intel.SOL.BLU": 1.0})
    lanes = 3000
    came_off = []
    for of in (unseen, seen):
        b = block(of, lanes)
        for k in range(lanes):
            b.act(k, SOL, "unseen", BLU)
        b.play()
        came_off.append(sum(b.a.success[0, k] for k in range(lanes)))
        assert b.a.warning[0, 0] == (24 if of is seen else 0)
    assert came_off[1] / came_off[0] == pytest.approx(0.5, abs=0.06)
    for intel, weekly in ((0.2, 0.02), (1.0, 0.1)):
        of = alliance({"preparing.SOL.AMB": 1.0, "intel.BLU.SOL": intel})
        b = block(of, lanes).play()
        share = sum(b.w.prepared_seen[0, GROUP, k] for k in range(lanes)) / lanes
        assert share == pytest.approx(weekly, abs=0.012)


def test_that_a_patron_that_follows_wins_alignment_and_one_that_does_not_loses_it() -> None:
    """The choice after an operation without notice (A3: a half-hearted response vexes)."""
    due = {"solidarity_due.AMB.SOL": 10.0, "alignment.SOL.AMB": 0.5, "grievance.SOL.AMB": 0.2}
    after = {}
    for name in ("nothing", "rally", "restrain"):
        b = block(alliance(due))
        if name != "nothing":
            b.act(0, AMB, name, SOL)
        b.play()
        b = b.turned(2).play()
        after[name] = b.at("alignment.SOL.AMB"), b.at("grievance.SOL.AMB")
    assert after["rally"] == pytest.approx((0.55, 0.2))
    assert after["nothing"] == pytest.approx((0.4, 0.3))
    assert after["restrain"] == pytest.approx((0.4, 0.3))


def test_that_an_obeyed_request_ends_the_preparation() -> None:
    of = alliance({"preparing.SOL.AMB": 20.0, "alignment.SOL.AMB": 1.0, "autonomy.SOL.AMB": 0.0})
    b = block(of)
    b.act(0, AMB, "restrain", SOL)
    assert b.play().at("preparing.SOL.AMB") == 0


def test_that_those_who_see_a_preparation_are_told_of_it() -> None:
    of = alliance(
        {"preparing.SOL.AMB": 1.0, "intel.BLU.SOL": 1.0}, parameters={"unnotified.seen": 1.0}
    )
    events = adjudicate(of, world(of))
    told = [e for e in events if isinstance(e, SystemSettled) and "seen to prepare" in e.words]
    assert BLU in {seat for event in told for seat in event.seen_by}
    assert not any(event.public for event in told)


def test_that_a_silent_patron_loses_its_groups_and_one_that_owes_nothing_does_not() -> None:
    """M33; and seven days weigh as much in seven turns as in one."""
    silent = block(alliance({"debt.AMB.BLU": 30.0})).play()
    even = block(alliance()).play()
    assert silent.at("alignment.SOL.AMB") == pytest.approx(0.85 * 0.98)
    assert silent.at("grievance.SOL.AMB") == pytest.approx(0.02)
    assert even.at("alignment.SOL.AMB") == 0.85
    daily = block(alliance({"debt.AMB.BLU": 30.0}), days=1.0)
    for turn in range(1, 8):
        daily = daily.turned(turn).play()
    assert daily.at("alignment.SOL.AMB") == pytest.approx(silent.at("alignment.SOL.AMB"))
    replied = block(alliance({"debt.AMB.BLU": 30.0}))
    replied.act(0, AMB, "strike", BLU)
    assert replied.play().at("alignment.SOL.AMB") == 0.85


def test_that_supplies_fill_the_stocks_unless_they_are_caught_on_their_way() -> None:
    """C09, M07."""
    rockets = {}
    for name in ("none", "sent", "caught"):
        b = block(alliance(parameters={"strike.success_base": 50.0}))
        if name != "none":
            b.act(0, AMB, "supply", SOL)
        if name == "caught":
            b.act(0, BLU, "interdict", AMB)
        b.play()
        rockets[name] = b.at("stock.SOL.rocket")
        rate = b.at("resupply.AMB.SOL")
        assert rate == pytest.approx(0.35 if name == "caught" else 0.5)
        drones = b.at("stock.SOL.drone") + b.at("stock.AMB.drone")
        assert drones == pytest.approx(2200.0)
    assert rockets["sent"] == pytest.approx(20_250.0)
    assert rockets["none"] == rockets["caught"] == 20_000.0


def test_that_a_group_left_out_of_normalisation_resents_it_by_its_autonomy() -> None:
    """D14."""
    b = block(alliance({"autonomy.PRX.AMB": 0.8}))
    b.act(0, BLU, "normalise", AMB)
    b.play()
    assert b.at("grievance.PRX.AMB") == pytest.approx(0.04)
    assert b.at("grievance.SOL.AMB") == pytest.approx(0.05 * 0.35)


def test_that_a_truce_on_the_linked_front_lowers_solidarity_by_the_linkage() -> None:
    """M47."""
    at_war, at_peace = block(alliance()), block(alliance({"truce.border": 1.0}))
    assert solidarity_of(at_war.w, at_war.p, GROUP, 0) == 5.0
    assert solidarity_of(at_peace.w, at_peace.p, GROUP, 0) == pytest.approx(5.0 * 0.2)
    assert cost_of_joining(at_war.w, at_war.p, GROUP, 0) > 0
