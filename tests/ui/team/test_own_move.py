"""A move in the seat's own words: always there, kept key by key, sealed like any other."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.team.conftest import Open
from wargame.model.ids import MoveId
from wargame.model.orders import WRITTEN
from wargame.ui.team.order_summary import OrderSummary


def test_that_n_begins_a_move_of_our_own_and_the_first_key_puts_it_on_the_sheet(
    open_seat: Open,
) -> None:
    seat = open_seat()
    seat.page.moves.list.setFocus()
    seat.key(Qt.Key.Key_N)
    form = seat.page.area.own
    assert form.do.hasFocus()
    assert seat.page.moves.own.isChecked()
    seat.type("We close both harbours.")
    seat.key(Qt.Key.Key_Tab)
    seat.type("No patrol leaves.")
    seat.key(Qt.Key.Key_Tab)
    seat.type("Crews are unpaid.")
    seat.screen.flush()
    slot, order = seat.drafts[-1]
    assert (slot, order.move) == (1, WRITTEN)
    assert order.argument is not None
    assert order.argument.do == "We close both harbours."
    assert order.argument.result == "No patrol leaves."
    assert order.argument.reasons == ("Crews are unpaid.",)
    assert "We close both harbours." in seat.page.strip.cards[0].shown.title


def test_that_the_row_stays_whatever_is_searched(open_seat: Open) -> None:
    seat = open_seat()
    seat.type("no such move at all")
    assert seat.page.moves.own.isVisible()


def test_that_typing_an_n_in_a_field_stays_in_the_field(open_seat: Open) -> None:
    seat = open_seat()
    assert seat.page.moves.search.hasFocus()
    seat.type("nn")
    assert seat.page.moves.search.text() == "nn"
    assert not seat.page.moves.own.isChecked()


def test_that_another_move_keeps_what_was_written(open_seat: Open) -> None:
    seat = open_seat()
    seat.page.moves.own.click()
    seat.type("We open the stores.")
    seat.page.choose_move(MoveId("M12"))
    assert not seat.page.moves.own.isChecked()
    seat.page.choose_slot(1)
    assert seat.page.area.own.do.toPlainText() == "We open the stores."


def test_that_it_is_sealed_with_the_others_and_read_afterwards(
    open_seat: Open, qtbot: QtBot
) -> None:
    seat = open_seat()
    seat.page.moves.own.click()
    seat.type("We open the stores to all.")
    seat.key(Qt.Key.Key_Return, ctrl=True)
    (order,) = seat.sealed[0]
    assert order.argument is not None
    names = {label.id: label for label in seat.page._view.actors} if seat.page._view else {}
    summary = OrderSummary(1, order, None, seat.page._scale, names)
    qtbot.addWidget(summary)
    assert "We open the stores to all." in summary.accessibleName()
