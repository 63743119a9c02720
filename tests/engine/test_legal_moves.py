"""What a seat may order, and the reasons why not."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.scenes import AMB, BLU, GRN, after_tehran, blank, order, planning_world, with_value
from wargame.engine.legal_moves import cost_of, move_options, refusal_of, sheet_refusal
from wargame.model.ids import ActorId, MoveId, Weapon
from wargame.model.orders import Order, StandingAct
from wargame.model.scenario import Scenario
from wargame.model.world import World

M11 = {"salvo": ((Weapon.DRONE, 40),), "warning_hours": 48.0}


def quiet_world(scenario: Scenario) -> World:
    """A planning phase in which nothing goes on yet."""
    return replace(planning_world(scenario), standing=())


def code(seat: ActorId, given_order: Order, planned: tuple[Order, ...] = ()) -> str:
    scenario = blank()
    refusal = refusal_of(scenario, quiet_world(scenario), seat, given_order, planned)
    return refusal[0] if refusal else ""


def test_that_a_move_is_open_when_nothing_speaks_against_it() -> None:
    assert code(BLU, order("M05", "AMB")) == ""


@pytest.mark.parametrize(
    ("wanted", "seat", "given_order"),
    [
        ("move.unknown", BLU, order("Z99")),
        ("actor.not-able", GRN, order("M05", "AMB")),
        ("target.missing", BLU, order("M05")),
        ("target.not-wanted", BLU, order("D01", "AMB")),
        ("target.unknown", BLU, order("M05", "XYZ")),
        ("target.wrong", BLU, order("M05", "BLU")),
        ("target.wrong", BLU, order("M05", "GRN")),
        ("salvo.not-wanted", BLU, order("M05", "AMB", salvo=((Weapon.DRONE, 1),))),
        ("warning.range", BLU, order("M05", "AMB", warning_hours=math.nan)),
        ("warning.range", BLU, order("M05", "AMB", warning_hours=-1.0)),
        ("meant.range", BLU, order("M05", "AMB", meant=99.0)),
        ("meant.range", BLU, order("M05", "AMB", meant=math.inf)),
        ("actor.unknown", BLU, order("M05", "AMB", told=(ActorId("XYZ"),))),
        ("text.too-long", BLU, order("M05", "AMB", message="x" * 2001)),
        ("deniability.none", BLU, order("M05", "AMB", overt=False)),
    ],
)
def test_that_each_refusal_has_its_code(wanted: str, seat: ActorId, given_order: Order) -> None:
    assert code(seat, given_order) == wanted


def test_that_a_barrage_needs_a_preview_which_may_be_planned_with_it() -> None:
    barrage = order("M11", "BLU", salvo=((Weapon.DRONE, 40),))
    assert code(AMB, barrage) != ""
    assert code(AMB, barrage, (order("D04", "GRN"),)) == ""


@pytest.mark.parametrize(
    ("wanted", "salvo"),
    [
        ("salvo.class", ((Weapon.ROCKET, 4),)),
        ("salvo.negative", ((Weapon.DRONE, -4),)),
        ("salvo.repeated", ((Weapon.DRONE, 4), (Weapon.DRONE, 4))),
        ("salvo.empty", ((Weapon.DRONE, 0),)),
        ("stock.short", ((Weapon.DRONE, 2_000_000),)),
    ],
)
def test_that_a_salvo_that_makes_no_sense_is_refused(
    wanted: str, salvo: tuple[tuple[Weapon, int], ...]
) -> None:
    assert code(AMB, order("M11", "BLU", salvo=salvo), (order("D04", "GRN"),)) == wanted


def test_that_a_sheet_must_be_paid_for_together() -> None:
    scenario = blank()
    world = quiet_world(scenario)
    poor = replace(world, values=with_value(scenario.layout, world.values, 1.0, "material", "BLU"))
    one, two = order("M05", "AMB"), order("C04", "AMB")
    assert refusal_of(scenario, poor, BLU, one) is None
    together = sheet_refusal(scenario, poor, BLU, (one, two))
    assert together is not None
    assert together[0] == "material.short"


def test_that_a_sheet_has_at_most_as_many_orders_as_the_scenario_allows() -> None:
    scenario = blank()
    sheet = tuple(order("D01") for _ in range(scenario.max_orders + 1))
    refusal = sheet_refusal(scenario, quiet_world(scenario), BLU, sheet)
    assert refusal is not None
    assert refusal[0] == "orders.too-many"


def test_that_one_order_cannot_stand_twice_on_a_sheet() -> None:
    scenario = blank()
    sheet = (order("M05", "AMB"), order("M05", "AMB"))
    refusal = sheet_refusal(scenario, quiet_world(scenario), BLU, sheet)
    assert refusal is not None
    assert refusal[0] == "orders.repeated"


def test_that_what_goes_on_already_is_not_ordered_again() -> None:
    scenario = blank()
    world = quiet_world(scenario)
    fire = order("M05", "AMB")
    going = replace(world, standing=(StandingAct(BLU, fire, since=1, ready=1),))
    refusal = refusal_of(scenario, going, BLU, fire)
    assert refusal is not None
    assert refusal[0] == "move.going-on"


def test_that_the_dead_neither_act_nor_are_aimed_at() -> None:
    scenario = blank()
    world = quiet_world(scenario)
    gone = replace(world, values=with_value(scenario.layout, world.values, 1.0, "collapsed", "AMB"))
    assert (refusal_of(scenario, gone, AMB, order("M05", "BLU")) or ("",))[0] == "actor.collapsed"
    assert (refusal_of(scenario, gone, BLU, order("M05", "AMB")) or ("",))[0] == "target.collapsed"


def test_that_closed_moves_stay_visible_with_a_sentence() -> None:
    scenario = blank()
    options = move_options(scenario, quiet_world(scenario), AMB)
    assert [o.move for o in options] == [m.id for m in scenario.moves if AMB in m.who]
    for option in options:
        assert option.is_open or option.reason.endswith((".", "last", "rival"))
        assert bool(option.code) == bool(option.reason)


def test_that_only_a_warning_draws_a_line_its_own_where_there_is_one() -> None:
    scenario = after_tehran()
    world = quiet_world(scenario)
    isr, irn, usa = ActorId("ISR"), ActorId("IRN"), ActorId("USA")
    layout = scenario.layout
    published = with_value(layout, world.published, 12.5, "red_line", isr, irn)
    published = with_value(layout, published, 21.0, "red_line", isr, usa)
    options = {
        option.move: option
        for option in move_options(scenario, replace(world, published=published), isr)
    }
    warning = options[MoveId("I02")]
    assert warning.is_warning
    assert warning.unnamed_line == 11.0
    assert warning.line_towards(irn) == 12.5
    assert warning.line_towards(usa) is None
    others = [option for option in options.values() if option.move != "I02"]
    assert not any(o.is_warning or any(t.line is not None for t in o.targets) for o in others)


def test_that_every_seat_of_the_bundled_scenario_has_open_moves_at_the_start() -> None:
    scenario = after_tehran()
    world = quiet_world(scenario)
    for actor in scenario.seats:
        options = move_options(scenario, world, actor.id)
        opened = [option for option in options if option.is_open]
        assert len(opened) >= 5, actor.id


def test_that_an_open_option_is_an_order_that_is_accepted() -> None:
    scenario = after_tehran()
    world = quiet_world(scenario)
    tried = 0
    for actor in scenario.seats:
        for option in move_options(scenario, world, actor.id):
            if option.is_open:
                aims = [t.actor for t in option.targets if t.is_open]
                for aim in aims or (None,):
                    refusal = refusal_of(scenario, world, actor.id, Order(option.move, aim))
                    assert refusal is None, (actor.id, option.move, aim, refusal)
                    tried += 1
    assert tried > 100


def test_that_costs_add_up() -> None:
    scenario = blank()
    political, material = cost_of(scenario, (order("M11", "BLU"), order("M05", "BLU")))
    assert (political, material) == (2.0, 4.0)


_texts = st.text(max_size=8)
_numbers = st.floats(allow_nan=True, allow_infinity=True)


@given(
    seat=st.sampled_from(["BLU", "AMB", "GRN"]),
    move=st.one_of(st.sampled_from([m.id for m in blank().moves]), _texts),
    target=st.one_of(st.none(), st.sampled_from(["BLU", "AMB", "GRN"]), _texts),
    salvo=st.lists(st.tuples(st.sampled_from(Weapon), st.integers(-(10**9), 10**9)), max_size=4),
    warning=_numbers,
    meant=st.one_of(st.none(), _numbers),
    told=st.lists(_texts, max_size=2),
)
def test_that_any_order_whatever_gets_a_sentence_or_is_sound(
    seat: str,
    move: str,
    target: str | None,
    salvo: list[tuple[Weapon, int]],
    warning: float,
    meant: float | None,
    told: list[str],
) -> None:
    scenario = blank()
    given_order = Order(
        MoveId(move),
        ActorId(target) if target is not None else None,
        tuple(salvo),
        warning,
        tuple(ActorId(name) for name in told),
        meant=meant,
    )
    refusal = refusal_of(scenario, quiet_world(scenario), ActorId(seat), given_order)
    if refusal is None:
        assert move in scenario.move
        assert 0 <= warning <= 240
    else:
        assert "\n" not in refusal[1]
        assert refusal[1]
