"""The strip and the seal: what it costs, what is left out, and how it is taken back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.ui.team.conftest import Open
from tests.ui.team.seat_views import ISR, QAT, draft, seat_view
from wargame.model.ids import MoveId, Phase
from wargame.model.orders import Order
from wargame.ui.theme.item_roles import RungValue
from wargame.ui.widgets.text import ElidedLabel, TextLabel


def test_that_an_empty_sheet_is_sealed_by_name(open_seat: Open) -> None:
    seat = open_seat()
    assert seat.page.strip.seal.text() == "Seal and hold"
    seat.page.strip.seal.click()
    assert seat.sealed == [()]


def test_that_a_move_in_the_composer_is_asked_about_before_the_seat_holds(open_seat: Open) -> None:
    seat = open_seat()
    seat.page.choose_move(MoveId("M02"))
    seat.page.strip.seal.click()
    assert seat.sealed == []
    assert seat.note.endswith("is not on the sheet. Add it, or seal once more to hold.")
    seat.page.strip.seal.click()
    assert seat.sealed == [()]


def test_that_moves_that_are_only_looked_at_do_not_hold_up_a_sheet_with_orders(
    open_seat: Open,
) -> None:
    seat = open_seat(drafts=(draft(1, "M02"),))
    seat.page.choose_slot(2)
    seat.page.choose_move(MoveId("M12"))
    seat.page.strip.seal.click()
    assert len(seat.sealed) == 1


def test_that_every_order_and_the_sheet_are_judged_once_writing_pauses(open_seat: Open) -> None:
    seat = open_seat(drafts=(draft(1, "M02"),))
    seat.asked.clear()
    seat.put("M12")
    seat.screen.flush()
    orders = tuple(order for _, order in seat.page.writer.sheet.filled)
    assert seat.asked == [(1, orders[0]), (2, orders[1]), (0, orders)]


def test_that_the_cost_turns_bold_and_says_what_is_missing(open_seat: Open) -> None:
    seat = open_seat(drafts=(draft(1, "M12", ISR),))
    seat.page.choose_move(MoveId("M07"))
    head = seat.page.composer.head
    assert head.cost.text() == "Costs 3 political"
    assert head.cost.font().weight() == 600
    assert head.short.text() == "Needs 1 more political"
    seat.page.choose_move(MoveId("M02"))
    assert head.cost.font().weight() == 400
    assert not head.short.isVisible()


def test_that_the_rest_can_be_sealed_when_points_run_short(open_seat: Open) -> None:
    seat = open_seat(drafts=(draft(1, "M12", ISR), draft(2, "M07", ISR), draft(3, "D04", QAT)))
    assert seat.page.strip.seal.text() == "Seal 2 of 3"
    assert seat.note == "Order 2 is left out: Raid needs 1 more political."
    seat.page.strip.seal.click()
    assert [order.move for order in seat.sealed[0]] == ["M12", "D04"]


def test_that_a_refused_order_is_left_out_with_its_reason(open_seat: Open) -> None:
    seat = open_seat(drafts=(draft(1, "D04"), draft(2, "M02")))
    seat.screen.show_refusal(1, "target.missing", "Preview to third parties needs a target.")
    card = seat.page.strip.cards[0].shown
    assert (card.below, card.is_unfinished) == ("no target yet", True)
    assert seat.note == "Order 1 is left out: Preview to third parties needs a target."
    assert seat.page.strip.seal.text() == "Seal 1 of 2"
    assert seat.asked[-1] == (0, (draft(2, "M02").order,))
    seat.screen.show_refusal(1, "", "")
    assert seat.note == ""


def test_that_a_refused_sheet_cannot_be_sealed_and_says_why(open_seat: Open) -> None:
    seat = open_seat(drafts=(draft(1, "M02"),))
    seat.screen.show_refusal(0, "stock.short", "All orders together launch too much.")
    assert not seat.page.strip.seal.isEnabled()
    assert seat.note == "All orders together launch too much."
    seat.key(Qt.Key.Key_Return, ctrl=True)
    assert seat.sealed == []


def test_that_nothing_is_sealed_when_no_order_can_stand(open_seat: Open) -> None:
    seat = open_seat(drafts=(draft(1, "D04"),))
    seat.screen.show_refusal(1, "target.missing", "It needs a target.")
    assert seat.page.strip.seal.text() == "Seal orders"
    assert not seat.page.strip.seal.isEnabled()


def test_that_a_held_key_does_not_seal_twice(open_seat: Open) -> None:
    seat = open_seat(drafts=(draft(1, "M02"),))
    seat.key(Qt.Key.Key_Return, ctrl=True)
    assert len(seat.sealed) == 1


def test_that_an_order_is_dropped_by_its_button_or_by_delete(open_seat: Open) -> None:
    seat = open_seat(drafts=(draft(1, "M02"), draft(2, "M12", ISR)))
    seat.page.strip.cards[1].drop.click()
    assert seat.dropped == [2]
    seat.page.strip.cards[0].setFocus()
    seat.key(Qt.Key.Key_Delete)
    assert seat.dropped == [2, 1]
    assert seat.page.strip.cards[0].shown.title == ""


def test_that_dropping_does_not_send_the_draft_that_still_waited(open_seat: Open) -> None:
    seat = open_seat()
    seat.put("M02")
    seat.page.strip.cards[0].drop.click()
    seat.screen.flush()
    assert seat.drafts == []
    assert seat.dropped == [1]


def test_that_what_was_dropped_is_remembered_while_the_screen_is_open(open_seat: Open) -> None:
    seat = open_seat()
    seat.put("M02")
    seat.page.composer.rationale.insertPlainText("Perhaps later")
    seat.page.strip.cards[0].drop.click()
    seat.page.choose_move(MoveId("M02"))
    assert seat.page.composer.rationale.toPlainText() == "Perhaps later"


def test_that_cards_say_everything_to_a_reader(open_seat: Open) -> None:
    seat = open_seat(drafts=(draft(1, "M12", ISR),))
    card = seat.page.strip.cards[0]
    assert card.shown.rung == RungValue(13, 4, 5, "Direct strikes")
    assert card.accessibleName() == (
        "Order 1, Direct barrage, to ISR, editing, Rung 13, Direct strikes"
    )
    assert seat.page.strip.cards[1].accessibleName() == "Order 2, free"


def test_that_sealed_orders_are_read_and_can_be_taken_back(open_seat: Open) -> None:
    seat = open_seat(drafts=(draft(1, "M12", ISR, message="Enough."),))
    sealed = (draft(1, "M12", ISR, message="Enough.").order,)
    seat.screen.show_view(seat_view(sealed=sealed))
    assert seat.screen.resting.title == "Orders sealed"
    assert not seat.page.isVisible()
    wishes: list[str] = []
    seat.screen.unseal_wished.connect(lambda: wishes.append("unseal"))
    seat.screen.resting.unseal.click()
    assert wishes == ["unseal"]
    seat.screen.show_view(seat_view(), (draft(2, "M12", ISR, message="Enough."),))
    assert seat.page.isVisible()
    assert seat.page.writer.sheet.filled == ((2, sealed[0]),)
    assert seat.page.moves.search.hasFocus()


def test_that_a_seat_that_holds_says_so(open_seat: Open) -> None:
    seat = open_seat(seat_view(sealed=()))
    assert seat.screen.resting.title == "Sealed without orders"


def test_that_drafts_from_outside_do_not_overwrite_what_is_written(open_seat: Open) -> None:
    seat = open_seat()
    seat.put("M02")
    seat.page.composer.rationale.insertPlainText("Mine")
    cursor = seat.page.composer.rationale.textCursor().position()
    seat.screen.show_view(seat_view(political=3.0), (draft(1, "M12", ISR),))
    assert seat.page.composer.rationale.toPlainText() == "Mine"
    assert seat.page.composer.rationale.textCursor().position() == cursor
    assert seat.page.writer.is_waiting


def test_that_plans_that_are_locked_are_not_sent_any_more(open_seat: Open) -> None:
    seat = open_seat()
    seat.put("M02")
    seat.screen.show_view(seat_view(phase=Phase.ADJUDICATE, moves=(), sealed=()))
    seat.screen.flush()
    assert seat.drafts == []


def test_that_the_strip_says_when_drafts_were_kept_and_when_they_were_not(open_seat: Open) -> None:
    seat = open_seat(drafts=(draft(1, "M02"),))
    head = seat.page.strip.head
    seat.screen.set_saved("2024-08-08T14:27:31+00:00", "")
    assert "1 of 3 moves · draft kept " in _subtitle(head)
    seat.put("M12")
    assert _subtitle(head) == "2 of 3 moves · writing"
    seat.screen.flush()
    seat.screen.set_saved("2024-08-08T14:27:31+00:00", "The disk is full.")
    assert _subtitle(head) == "2 of 3 moves · not on disk: The disk is full."


def test_that_the_strip_says_when_the_time_is_up(open_seat: Open) -> None:
    seat = open_seat()
    seat.screen.set_clock(0.0)
    seat.screen.bar.countdown.ran_out.emit()
    assert _aside(seat.page.strip.head) == "The time is up: control locks the plans"
    seat.screen.set_clock(None, 60.0)
    assert _aside(seat.page.strip.head).startswith("You can unseal")


def test_that_an_unknown_move_can_be_seen_and_dropped(open_seat: Open) -> None:
    seat = open_seat(drafts=(draft(1, "GONE"),))
    assert seat.page.strip.cards[0].shown.title == "GONE"
    seat.page.strip.cards[0].drop.click()
    assert seat.dropped == [1]
    assert isinstance(draft(1, "GONE").order, Order)


def _subtitle(head: QWidget) -> str:
    return next(label.text() for label in head.findChildren(ElidedLabel))


def _aside(head: QWidget) -> str:
    texts = [label.text() for label in head.findChildren(TextLabel)]
    return next(text for text in texts if "unseal" in text or "time is up" in text)
