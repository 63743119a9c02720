"""Who gets the laptop next."""

from __future__ import annotations

from dataclasses import replace

from tests.scenes import AMB, BLU, GRN, after, blank, order, planning_world
from wargame.model.events import OrdersSealed
from wargame.model.ids import Controller, Phase
from wargame.model.seats import Seat
from wargame.ui.exercise.seat_order import label_of, seats_after, when_words


def test_that_the_laptop_goes_round_the_teams_that_still_plan() -> None:
    world = planning_world(blank())
    assert seats_after(world, BLU) == (AMB, GRN)
    assert seats_after(world, AMB) == (GRN, BLU)
    sealed = after(blank(), (OrdersSealed(GRN, ()),), world)
    assert seats_after(sealed, AMB) == (BLU,)


def test_that_control_gets_it_once_all_others_have_sealed() -> None:
    world = planning_world(blank())
    orders = (order("C04", "AMB"),)
    sealed = after(
        blank(), (OrdersSealed(BLU, orders), OrdersSealed(AMB, ()), OrdersSealed(GRN, ())), world
    )
    assert seats_after(sealed, GRN) == ()


def test_that_seats_without_people_are_passed_over() -> None:
    world = planning_world(blank())
    seats = tuple(
        Seat(seat.actor, Controller.FACILITATOR) if seat.actor == AMB else seat
        for seat in world.seats
    )
    assert seats_after(replace(world, seats=seats), BLU) == (GRN,)
    assert seats_after(replace(world, seats=seats), AMB) == (GRN, BLU)


def test_that_outside_planning_it_goes_down_the_list_once_for_reading() -> None:
    world = replace(planning_world(blank()), phase=Phase.BRIEF)
    assert seats_after(world, BLU) == (AMB, GRN)
    assert seats_after(world, GRN) == ()


def test_that_the_page_says_turn_and_phase() -> None:
    world = planning_world(blank())
    assert when_words(world, 6) == "Turn 1 of 6, planning"
    assert label_of(blank(), BLU).name == blank().actor[BLU].full_name
