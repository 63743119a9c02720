"""Whole turns over many worlds: the ledger, the index, order, seeds and time."""

from __future__ import annotations

import struct
from dataclasses import replace
from math import fsum, isfinite

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import (
    AMB,
    BLU,
    GRN,
    PRX,
    order,
    scenario,
    standing,
    with_orders,
    with_values,
    world,
)
from wargame.engine.adjudicate import adjudicate
from wargame.engine.apply import apply
from wargame.engine.law.worlds import index_of
from wargame.model.events import ActResolved, Event, OrderLapsed, SystemSettled
from wargame.model.ids import ActorId
from wargame.model.ledger import Entry, total_change
from wargame.model.orders import Order
from wargame.model.scenario import Scenario
from wargame.model.variables import BY_NAME
from wargame.model.world import World

SCENARIO = scenario()
SEATS = (BLU, AMB, GRN, PRX)
RIVALS = {BLU: (AMB, PRX), AMB: (BLU,), GRN: (BLU, AMB), PRX: (BLU,)}
AIMED = [
    "message",
    "sabotage",
    "kill",
    "preempt",
    "barrage",
    "ships",
    "strike",
    "raid",
    "prepared",
    "fire",
    "campaign",
    "sanctions",
    "talks",
]
BARE = ["null", "notice", "alert", "stand-down"]

# What a random world starts with; every number within its range, wide enough to reach every branch.
RANDOM = {
    "face.AMB": (0.0, 1.0),
    "face.BLU": (0.0, 1.0),
    "debt.AMB.BLU": (0.0, 60.0),
    "debt.BLU.AMB": (0.0, 60.0),
    "debt.PRX.BLU": (0.0, 20.0),
    "belief.BLU.AMB": (0.0, 1.0),
    "channel.AMB.BLU": (0.0, 1.0),
    "channel.BLU.AMB": (0.0, 1.0),
    "intel.BLU.AMB": (0.0, 1.0),
    "intel.AMB.BLU": (0.0, 1.0),
    "precedent.BLU.AMB": (6.0, 14.0),
    "front_heat.direct": (0.0, 120.0),
    "front_heat.border": (0.0, 120.0),
    "cohesion.PRX": (0.0, 1.0),
    "readiness.BLU": (0.0, 1.0),
    "alert.BLU": (0.0, 1.0),
    "partners.BLU": (0.0, 1.0),
    "interceptors.BLU.upper": (0.0, 1.0),
    "economy.AMB": (0.0, 1.5),
    "approval.AMB": (0.0, 1.0),
    "material.AMB": (0.0, 10.0),
    "disarray.BLU": (0.0, 9.0),
}
numbers = st.fixed_dictionaries({name: st.floats(*span) for name, span in RANDOM.items()})


@st.composite
def sheets(draw: st.DrawFn) -> dict[str, list[Order]]:
    """Up to three orders for each seat."""
    chosen: dict[str, list[Order]] = {}
    for seat in SEATS:
        sheet = []
        for name in draw(st.lists(st.sampled_from(AIMED + BARE), max_size=3, unique=True)):
            target = draw(st.sampled_from(RIVALS[seat])) if name in AIMED else None
            sheet.append(order(name, target, overt=name not in {"sabotage", "kill", "message"}))
        chosen[seat] = sheet
    return chosen


seeds = st.integers(0, 2**53 - 1)


def ready(values: dict[str, float], seed: int, sheet: dict[str, list[Order]]) -> World:
    return with_orders(with_values(SCENARIO, world(SCENARIO, seed), values), **sheet)


def ledger(events: tuple[Event, ...]) -> list[Entry]:
    return [
        entry
        for event in events
        if isinstance(event, ActResolved | SystemSettled)
        for entry in event.ledger
    ]


def folded(start: World, events: tuple[Event, ...], of: Scenario = SCENARIO) -> World:
    now = start
    for event in events:
        now = replace(apply(of, now, event, now.events + 1), events=now.events + 1)
    return now


def acts(events: tuple[Event, ...]) -> list[ActResolved]:
    return [event for event in events if isinstance(event, ActResolved)]


@given(numbers, seeds, sheets())
def test_that_the_ledger_telescopes_to_the_change_of_the_index(
    values: dict[str, float], seed: int, sheet: dict[str, list[Order]]
) -> None:
    start = ready(values, seed, sheet)
    events = adjudicate(SCENARIO, start)
    read = SCENARIO.layout.read
    end = folded(start, events)
    before, after = read(start.values, "index"), read(end.values, "index")
    assert total_change(ledger(events), "index") == fsum((after, -before))
    assert 0.0 <= after <= 100.0
    assert after == index_of(SCENARIO, end.values)


@given(numbers, seeds, sheets())
def test_that_each_entry_begins_where_the_last_of_its_number_ended(
    values: dict[str, float], seed: int, sheet: dict[str, list[Order]]
) -> None:
    start = ready(values, seed, sheet)
    now: dict[tuple[str, str, str], float] = {}
    for entry in ledger(adjudicate(SCENARIO, start)):
        place = (entry.variable, entry.first, entry.second)
        first = SCENARIO.layout.read(start.values, *place)
        assert entry.before == now.get(place, first)
        now[place] = entry.after


@given(numbers, seeds, sheets())
def test_that_no_number_leaves_its_range(
    values: dict[str, float], seed: int, sheet: dict[str, list[Order]]
) -> None:
    for entry in ledger(adjudicate(SCENARIO, ready(values, seed, sheet))):
        variable = BY_NAME[entry.variable]
        assert isfinite(entry.after)
        assert variable.low <= entry.after <= variable.high, entry


@given(numbers, seeds, sheets(), st.permutations(SEATS))
def test_that_the_order_of_sealing_leaves_no_trace(
    values: dict[str, float], seed: int, sheet: dict[str, list[Order]], seats: list[str]
) -> None:
    start = ready(values, seed, sheet)
    sealed = dict(start.sealed)
    shuffled = replace(
        start, sealed=tuple((ActorId(seat), sealed[ActorId(seat)]) for seat in seats)
    )
    assert adjudicate(SCENARIO, shuffled) == adjudicate(SCENARIO, start)


@given(numbers, seeds, sheets())
@settings(max_examples=30)
def test_that_the_same_seed_gives_the_same_events(
    values: dict[str, float], seed: int, sheet: dict[str, list[Order]]
) -> None:
    start = ready(values, seed, sheet)
    assert adjudicate(SCENARIO, start) == adjudicate(SCENARIO, start)


@given(numbers, seeds, sheets())
@settings(max_examples=40)
def test_that_a_move_that_does_nothing_changes_nothing(
    values: dict[str, float], seed: int, sheet: dict[str, list[Order]]
) -> None:
    """D9.19: not even the draws of other acts."""
    without = {seat: [o for o in orders if o.move != "null"] for seat, orders in sheet.items()}
    idle = {seat: [*orders[:2], order("null")] for seat, orders in without.items()}
    plain = {seat: orders[:2] for seat, orders in without.items()}
    start = ready(values, seed, plain)
    busy = ready(values, seed, idle)
    ended = folded(start, adjudicate(SCENARIO, start)).values
    assert folded(busy, adjudicate(SCENARIO, busy)).values == ended


@given(numbers, seeds)
@settings(max_examples=40)
def test_that_seven_turns_of_a_day_are_one_of_a_week_when_nobody_acts(
    values: dict[str, float], seed: int
) -> None:
    """D9.16; hazards are drawn by turn and are left out here."""
    calm = {**values, "front_heat.direct": 0.0, "front_heat.border": 0.0, "cohesion.PRX": 1.0}
    week, day = scenario(turn_days=7.0), scenario(turn_days=1.0)
    whole = with_values(week, world(week, seed), calm)
    once = folded(whole, adjudicate(week, whole), week).values
    now = with_values(day, world(day, seed), calm)
    for turn in range(1, 8):
        now = replace(folded(now, adjudicate(day, now), day), turn=turn + 1)
        now = replace(now, turns=(*now.turns, ()))
    size = SCENARIO.layout.size
    pairs = zip(
        SCENARIO.layout.addresses,
        struct.unpack(f"<{size}d", once),
        struct.unpack(f"<{size}d", now.values),
        strict=True,
    )
    for address, a, b in pairs:
        assert abs(a - b) <= 1e-9 * max(1.0, abs(a)), address


@given(seeds)
@settings(max_examples=20)
def test_that_an_actor_that_does_nothing_can_be_left_out(seed: int) -> None:
    """D9.19: neither draws nor numbers of the others depend on who else is listed."""
    three = scenario(fourth=False)
    sheet = {"BLU": [order("kill", AMB, overt=False)], "AMB": [order("barrage", BLU)]}
    with_all = with_orders(world(SCENARIO, seed), **sheet)
    without = with_orders(world(three, seed), **sheet)
    first = folded(with_all, adjudicate(SCENARIO, with_all))
    second = folded(without, adjudicate(three, without), three)
    for variable in ("index", "face", "debt", "heat", "front_heat", "precedent", "deaths"):
        for address in three.layout.addresses:
            if address.variable == variable:
                place = (address.variable, address.first, address.second)
                mine = three.layout.read(second.values, *place)
                assert mine == SCENARIO.layout.read(first.values, *place), address


def test_that_acts_of_a_step_come_by_initiative_and_then_by_slot() -> None:
    start = with_orders(
        world(SCENARIO),
        PRX=[order("raid", BLU)],
        AMB=[order("raid", BLU)],
        BLU=[order("raid", AMB)],
    )
    events = acts(adjudicate(SCENARIO, start))
    assert [act.actor for act in events] == [BLU, AMB, PRX]
    assert [act.number for act in events] == [1, 2, 3]


def test_that_steps_come_in_their_order_whatever_the_slots() -> None:
    start = with_orders(
        world(SCENARIO), BLU=[order("talks", GRN), order("strike", AMB), order("notice")]
    )
    names = [act.order.move for act in acts(adjudicate(SCENARIO, start))]
    assert names == ["notice", "strike", "talks"]


def test_that_costs_are_charged_when_an_act_is_carried_out() -> None:
    start = with_orders(world(SCENARIO), BLU=[order("alert")])
    act = acts(adjudicate(SCENARIO, start))[0]
    paid = [entry for entry in act.ledger if entry.variable == "material"]
    assert [(entry.before, entry.after) for entry in paid] == [(6.0, 4.0)]


def test_that_an_order_nobody_can_pay_for_lapses_with_its_reason() -> None:
    poor = with_values(SCENARIO, world(SCENARIO), {"material.AMB": 2.0})
    events = adjudicate(SCENARIO, with_orders(poor, AMB=[order("barrage", BLU)]))
    lapsed = [event for event in events if isinstance(event, OrderLapsed)]
    assert [(one.seat, one.code) for one in lapsed] == [(AMB, "material.short")]
    assert not acts(events)


@pytest.mark.parametrize(("material", "left"), [(1.0, 5.0)])
def test_that_sustained_fire_is_paid_out_of_the_next_turns_means(
    material: float, left: float
) -> None:
    start = with_orders(world(SCENARIO), PRX=[order("fire", BLU)])
    end = folded(start, adjudicate(SCENARIO, start))
    assert SCENARIO.layout.read(end.values, "material", PRX) == left
    assert SCENARIO.move[order("fire").move].material == material


def test_that_twice_the_days_of_fire_heat_twice_as_much() -> None:
    heats = []
    for days in (3.0, 6.0):
        of = scenario(turn_days=days, parameters={"index.half_life_days": 1e9})
        start = with_orders(world(of), PRX=[order("fire", BLU)])
        act = acts(adjudicate(of, start))[0]
        heat = total_change(act.ledger, "front_heat")
        heats.append(heat / (act.severity * days / 30))
    assert heats == pytest.approx([1.0, 1.0])


def test_that_what_goes_on_goes_on_until_its_actor_stands_down() -> None:
    fire = standing(PRX, order("fire", BLU))
    start = replace(world(SCENARIO), standing=(fire,))
    events = adjudicate(SCENARIO, start)
    assert [act.order.move for act in acts(events)] == ["fire"]
    assert folded(start, events).standing == (fire,)
    stopped = with_orders(start, PRX=[order("stand-down")])
    events = adjudicate(SCENARIO, stopped)
    assert [act.order.move for act in acts(events)] == ["stand-down"]
    assert [s.order.move for s in folded(stopped, events).standing] == ["stand-down"]


def test_that_another_sustained_move_at_the_same_target_takes_its_place() -> None:
    start = replace(world(SCENARIO), standing=(standing(PRX, order("fire", BLU)),))
    start = with_orders(start, PRX=[order("campaign", BLU)])
    events = adjudicate(SCENARIO, start)
    assert [act.order.move for act in acts(events)] == ["campaign"]
    assert [s.order.move for s in folded(start, events).standing] == ["campaign"]


def test_that_a_prepared_move_is_paid_at_once_and_happens_when_it_is_ready() -> None:
    start = with_orders(world(SCENARIO), BLU=[order("prepared", AMB)])
    events = adjudicate(SCENARIO, start)
    assert not acts(events)
    preparation = next(
        event
        for event in events
        if isinstance(event, SystemSettled) and event.step == "preparation"
    )
    assert total_change(preparation.ledger, "material") == -3.0
    now = folded(start, events)
    for turn in (2, 3):
        now = replace(now, turn=turn, turns=(*now.turns, ()), sealed=())
        events = adjudicate(SCENARIO, now)
        happened = [act.order.move for act in acts(events)]
        assert happened == (["prepared"] if turn == 3 else [])
        now = folded(now, events)
    assert now.standing == ()


def test_that_a_game_ends_after_its_last_turn() -> None:
    last = world(scenario(turns=3), turn=3)
    ended = folded(last, adjudicate(scenario(turns=3), last))
    assert ended.outcome is not None
    assert ended.outcome.ending == "cooled"


def test_that_nuclear_use_ends_a_game_at_an_index_of_a_hundred() -> None:
    start = with_orders(world(SCENARIO), BLU=[order("use", AMB)])
    ended = folded(start, adjudicate(SCENARIO, start))
    assert ended.outcome is not None
    assert ended.outcome.ending == "nuclear-use"
    assert SCENARIO.layout.read(ended.values, "index") == 100.0


def test_that_no_order_is_lost() -> None:
    """Every sealed order is carried out, lapses, or is in preparation."""
    sheet = {
        "BLU": [order("strike", AMB), order("kill", AMB), order("prepared", AMB)],
        "AMB": [order("barrage", BLU), order("prepared", BLU), order("barrage", GRN)],
    }
    start = with_orders(world(SCENARIO), **sheet)
    events = adjudicate(SCENARIO, start)
    done = [act.order for act in acts(events)]
    lapsed = [event.order for event in events if isinstance(event, OrderLapsed)]
    prepared = [s.order for s in folded(start, events).standing if s.ready > 1]
    asked = [asked for orders in sheet.values() for asked in orders]
    assert sorted(map(repr, done + lapsed + prepared)) == sorted(map(repr, asked))
