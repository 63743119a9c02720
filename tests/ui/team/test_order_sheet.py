"""The sheet while it is written: what is kept, what is remembered, what can be sealed."""

from __future__ import annotations

from dataclasses import replace

from tests.ui.team.seat_views import (
    ALERT,
    BARRAGE,
    CYBER,
    ISR,
    MOVES,
    PREVIEW,
    QAT,
    RAID,
    draft,
    option,
)
from wargame.model.ids import MoveId, Weapon
from wargame.model.orders import Order
from wargame.ui.team.order_sheet import OrderSheet, first_order

OPTIONS = {move.move: move for move in MOVES}


def order(move: str, **values: object) -> Order:
    return replace(Order(MoveId(move)), **values)  # type: ignore[arg-type]


def test_that_the_only_open_target_is_aimed_at_first() -> None:
    assert first_order(BARRAGE).target == ISR
    assert first_order(CYBER).target == ISR
    assert first_order(PREVIEW).target is None


def test_that_an_order_begins_with_the_offered_salvo() -> None:
    assert first_order(BARRAGE).salvo == ((Weapon.DRONE, 170), (Weapon.BALLISTIC_OLD, 120))


def test_that_covert_moves_begin_deniable_and_others_overt() -> None:
    assert not first_order(CYBER).overt
    assert first_order(BARRAGE).overt
    assert first_order(option("X", "Open covert act", 3, category=CYBER.category)).overt


def test_that_what_was_begun_is_remembered_by_slot_and_move() -> None:
    sheet = OrderSheet(3)
    first = order("M12", rationale="We answer.")
    sheet.put(1, first)
    sheet.put(1, order("M02"))
    sheet.drop(1)
    assert sheet.begun(1, MoveId("M12")) == first
    assert sheet.begun(2, MoveId("M12")) is None
    assert sheet.order(1) is None
    assert sheet.free_slot() == 1


def test_that_drafts_beyond_the_last_slot_are_left_alone() -> None:
    sheet = OrderSheet(2)
    sheet.take((draft(2, "M02"), draft(3, "M12")))
    assert sheet.filled == ((2, draft(2, "M02").order),)


def test_that_orders_are_counted_from_the_first_slot_on() -> None:
    sheet = OrderSheet(3)
    for slot, move in enumerate(("M12", "M07", "D04"), start=1):
        sheet.put(slot, order(move))
    sealing = sheet.sealing(OPTIONS, 4.0, 5.0)
    assert [slot for slot, _ in sealing.kept] == [1, 3]
    assert sealing.left_out == ((2, "Raid needs 1 more political."),)


def test_that_a_refused_order_takes_no_points_from_the_others() -> None:
    sheet = OrderSheet(3)
    sheet.put(1, order("M12"))
    sheet.put(2, order("M07"))
    assert sheet.left_for(2, OPTIONS, 4.0, 5.0) == (2.0, 2.0)
    sheet.refuse(1, "preview.missing", "Needs a preview.")
    assert sheet.left_for(2, OPTIONS, 4.0, 5.0) == (4.0, 5.0)
    assert sheet.sealing(OPTIONS, 4.0, 5.0).left_out == ((1, "Needs a preview."),)


def test_that_a_changed_order_is_judged_anew() -> None:
    sheet = OrderSheet(3)
    sheet.put(1, order("D04"))
    sheet.refuse(1, "target.missing", "It needs a target.")
    assert sheet.refusal(1) == "It needs a target."
    sheet.put(1, order("D04", target=QAT))
    assert sheet.refusal(1) == ""


def test_that_fractions_of_a_point_are_counted_as_they_are_printed() -> None:
    sheet = OrderSheet(1)
    sheet.put(1, order("M02"))
    assert sheet.sealing({ALERT.move: ALERT}, 0.96, 2.0).left_out == ()
    assert sheet.sealing({ALERT.move: ALERT}, 0.9, 2.0).left_out == (
        (1, "Raise alert needs 0.1 more political."),
    )


def test_that_an_order_of_a_move_that_is_gone_can_still_be_held() -> None:
    sheet = OrderSheet(1)
    sheet.put(1, order("GONE"))
    assert sheet.sealing(OPTIONS, 0.0, 0.0).orders == (order("GONE"),)
    assert RAID.move not in dict.fromkeys(o.move for _, o in sheet.filled)
