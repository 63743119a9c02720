"""The fold: what an event does to a world, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.scenes import AMB, BLU, after, blank, next_plan, order, planning_world
from wargame.engine.apply import apply, fold, fold_line
from wargame.errors import InternalError
from wargame.model.events import (
    OrdersSealed,
    OrdersUnsealed,
    OutcomePublished,
    PhaseBegan,
    Record,
    SeatChanged,
    SessionStarted,
    StandingChanged,
    SystemSettled,
)
from wargame.model.ids import Controller, Phase
from wargame.model.ledger import Entry
from wargame.model.orders import StandingAct
from wargame.model.seats import Player, Seat

SCENARIO = blank()


def settled(*ledger: Entry) -> SystemSettled:
    return SystemSettled(1, "time", "", (), public=False, draws=(), ledger=ledger)


def test_that_a_log_begins_with_its_session() -> None:
    with pytest.raises(InternalError):
        apply(SCENARIO, None, PhaseBegan(1, Phase.BRIEF), 1)
    with pytest.raises(InternalError):
        fold(SCENARIO, ())


def test_that_a_gap_in_the_log_is_found() -> None:
    world = planning_world(SCENARIO)
    begun = SessionStarted("blank", "", "1", world.settings)
    late = Record(3, "", OrdersUnsealed(BLU))
    with pytest.raises(InternalError):
        fold(SCENARIO, (Record(1, "", begun), late))
    with pytest.raises(InternalError):
        fold_line(SCENARIO, (Record(world.events, "", OrdersUnsealed(BLU)),), world)


def test_that_a_ledger_changes_its_numbers_and_no_other() -> None:
    world = planning_world(SCENARIO)
    entry = Entry("face", "BLU", "", 0.7, 0.25, "time", "S9")
    changed = after(SCENARIO, (settled(entry),), world)
    layout = SCENARIO.layout
    assert layout.read(changed.values, "face", "BLU") == 0.25
    different = [
        at
        for at in range(layout.size)
        if changed.values[8 * at : 8 * at + 8] != world.values[8 * at : 8 * at + 8]
    ]
    assert different == [layout.offset("face", "BLU")]


def test_that_the_order_of_sealing_leaves_no_trace() -> None:
    world = planning_world(SCENARIO)
    one, two = OrdersSealed(BLU, (order("D01"),)), OrdersSealed(AMB, ())
    first, second = after(SCENARIO, (one, two), world), after(SCENARIO, (two, one), world)
    assert first == second
    assert first.state_hash() == second.state_hash()


def test_that_unsealing_takes_the_sheet_back() -> None:
    world = planning_world(SCENARIO)
    sealed = after(SCENARIO, (OrdersSealed(BLU, (order("D01"),)),), world)
    assert sealed.sealed_orders(BLU) == (order("D01"),)
    assert after(SCENARIO, (OrdersUnsealed(BLU),), sealed).sealed_orders(BLU) is None


def test_that_an_empty_sheet_is_sealed_too() -> None:
    world = after(SCENARIO, (OrdersSealed(BLU, ()),), planning_world(SCENARIO))
    assert world.sealed_orders(BLU) == ()


def test_that_seats_learn_nothing_before_the_outcome_is_published() -> None:
    world = planning_world(SCENARIO)
    moved = after(SCENARIO, (settled(Entry("index", "", "", 1.0, 44.0, "time", "S23")),), world)
    moved = after(SCENARIO, (StandingChanged(1, (), ()),), moved)
    assert moved.index_path[-1] == 44.0
    assert moved.index_published == world.index_published
    assert moved.published == world.published
    shown = after(SCENARIO, (OutcomePublished(1),), moved)
    assert shown.index_published[-1] == 44.0
    assert shown.published == shown.values


def test_that_a_new_turn_begins_with_empty_sheets() -> None:
    world = after(SCENARIO, (OrdersSealed(BLU, ()),), planning_world(SCENARIO))
    later = next_plan(SCENARIO, world)
    assert later.turn == 2
    assert later.sealed == ()
    assert len(later.turns) == 2


def test_that_standing_moves_are_replaced_as_a_whole() -> None:
    going = StandingAct(BLU, order("M05", "AMB"), since=1, ready=1)
    world = after(SCENARIO, (StandingChanged(1, (going,), ()),), planning_world(SCENARIO))
    assert world.standing == (going,)


def test_that_a_seat_can_change_hands() -> None:
    seat = Seat(BLU, Controller.FACILITATOR, (Player("Dana", "Chief"),))
    world = after(SCENARIO, (SeatChanged(seat),), planning_world(SCENARIO))
    assert world.seat(BLU) == seat


def test_that_the_hash_of_a_state_tells_any_difference() -> None:
    world = planning_world(SCENARIO)
    entry = Entry("face", "BLU", "", 0.7, 0.7000000001, "time", "S9")
    other = after(SCENARIO, (settled(entry),), world)
    assert replace(other, events=world.events, turns=world.turns).state_hash() != world.state_hash()
