"""Writing orders: by keyboard, with drafts that are kept, and with reasons for what is closed."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.team.conftest import Open
from tests.ui.team.seat_views import (
    ISR,
    KSA,
    MOVES,
    PREVIEW,
    QAT,
    USA,
    WARNING,
    draft,
    option,
    readings,
    seat_view,
)
from wargame.model.conditions import Condition, Struck
from wargame.model.ids import ActorId, MoveId, Weapon
from wargame.model.moves import Category
from wargame.ui.widgets.chips import ChipToggle
from wargame.ui.widgets.growing_text import LONGEST
from wargame.ui.widgets.text import Paragraph, TextLabel


def test_that_an_order_is_found_written_and_sealed_with_the_keyboard_alone(
    open_seat: Open, qtbot: QtBot
) -> None:
    seat = open_seat()
    assert seat.page.moves.search.hasFocus()
    seat.type("barr")
    assert seat.page.moves.shown == (MoveId("M12"),)
    seat.key(Qt.Key.Key_Down)
    seat.key(Qt.Key.Key_Return)
    assert seat.page.composer.target.choice.hasFocus()
    seat.key(Qt.Key.Key_Tab)
    seat.key(Qt.Key.Key_Up)
    seat.key(Qt.Key.Key_Tab)
    seat.key(Qt.Key.Key_Tab)
    assert seat.page.composer.warning.hours.hasFocus()
    seat.key(Qt.Key.Key_Right)
    seat.key(Qt.Key.Key_Tab)
    assert seat.page.composer.warning.told.add.hasFocus()
    seat.key(Qt.Key.Key_Tab)
    seat.key(Qt.Key.Key_Tab)
    seat.type("It ends here.")
    seat.key(Qt.Key.Key_Tab)
    seat.key(Qt.Key.Key_Left)
    seat.key(Qt.Key.Key_Tab)
    seat.key(Qt.Key.Key_Tab)
    seat.type("We answer.")
    seat.key(Qt.Key.Key_Return, ctrl=True)
    (order,) = seat.sealed[0]
    assert (order.move, order.target) == (MoveId("M12"), ISR)
    assert order.salvo == ((Weapon.DRONE, 171), (Weapon.BALLISTIC_OLD, 120))
    assert (order.warning_hours, order.message, order.meant) == (6.0, "It ends here.", 12.0)
    assert order.rationale == "We answer."
    assert seat.drafts[-1] == (1, order)


def test_that_looking_at_a_move_puts_nothing_on_the_sheet(open_seat: Open) -> None:
    seat = open_seat()
    for move in ("M02", "M12", "C03"):
        seat.page.choose_move(MoveId(move))
    seat.screen.flush()
    assert seat.drafts == []
    assert seat.page.strip.cards[0].shown.is_offer


def test_that_the_first_change_puts_the_order_on_the_sheet(open_seat: Open, qtbot: QtBot) -> None:
    seat = open_seat()
    seat.page.choose_move(MoveId("M12"))
    with qtbot.waitSignal(seat.screen.draft_changed):
        seat.page.composer.message.insertPlainText("Enough.")
    assert [(slot, order.message) for slot, order in seat.drafts] == [(1, "Enough.")]
    assert not seat.page.strip.cards[0].shown.is_offer


def test_that_many_keys_make_one_draft(open_seat: Open, qtbot: QtBot) -> None:
    seat = open_seat()
    seat.put("M02")
    seat.screen.flush()
    seat.drafts.clear()
    seat.page.composer.rationale.setFocus()
    with qtbot.waitSignal(seat.screen.draft_changed):
        seat.type("Because it is so.")
    assert [order.rationale for _, order in seat.drafts] == ["Because it is so."]


def test_that_hiding_sends_what_was_written_last(open_seat: Open) -> None:
    seat = open_seat()
    seat.put("M02")
    seat.page.composer.rationale.insertPlainText("Last words")
    assert seat.drafts == []
    seat.screen.hide()
    assert [order.rationale for _, order in seat.drafts] == ["Last words"]


def test_that_ctrl_h_sends_drafts_before_it_asks_to_hide(open_seat: Open) -> None:
    seat = open_seat()
    seat.put("M02")
    order_of_wishes: list[str] = []
    seat.screen.draft_changed.connect(lambda *_: order_of_wishes.append("draft"))
    seat.screen.hide_wished.connect(lambda: order_of_wishes.append("hide"))
    seat.key(Qt.Key.Key_H, ctrl=True)
    assert order_of_wishes == ["draft", "hide"]


def test_that_closing_sends_what_was_written_last(open_seat: Open) -> None:
    seat = open_seat()
    seat.put("M02")
    seat.screen.close()
    assert len(seat.drafts) == 1


def test_that_each_slot_keeps_what_was_written_for_each_move(open_seat: Open) -> None:
    view = seat_view(max_orders=1)
    seat = open_seat(view)
    seat.put("M12")
    seat.page.composer.message.insertPlainText("The debt is paid.")
    seat.page.choose_move(MoveId("M02"))
    assert seat.page.composer.head.put.text() == "Replace order 1"
    seat.page.composer.head.put.click()
    assert seat.page.writer.sheet.filled[0][1].move == "M02"
    seat.page.choose_move(MoveId("M12"))
    assert seat.page.composer.message.toPlainText() == "The debt is paid."


def test_that_a_move_that_stands_elsewhere_opens_its_own_slot(open_seat: Open) -> None:
    seat = open_seat(drafts=(draft(1, "M02"), draft(3, "M12", ISR, message="Enough.")))
    seat.page.choose_move(MoveId("M12"))
    assert seat.page.strip.cards[2].shown.is_current
    assert seat.page.composer.message.toPlainText() == "Enough."
    seat.page.choose_move(MoveId("C03"))
    assert seat.page.strip.cards[1].shown.is_offer


def test_that_ctrl_and_a_digit_lead_to_a_slot(open_seat: Open) -> None:
    seat = open_seat(drafts=(draft(1, "M02"), draft(2, "D04", QAT)))
    seat.key(Qt.Key.Key_2, ctrl=True)
    assert seat.page.composer.order == draft(2, "D04", QAT).order
    assert seat.page.tabs.current() == Category.DIPLOMATIC
    assert seat.page.composer.target.choice.hasFocus()
    seat.key(Qt.Key.Key_3, ctrl=True)
    assert seat.page.moves.chosen is None
    assert seat.page.moves.search.hasFocus()


def test_that_scrolling_over_a_field_changes_nothing(open_seat: Open) -> None:
    seat = open_seat(drafts=(draft(1, "D04", QAT, meant=3.0),))
    seat.page.moves.search.setFocus()
    composer = seat.page.composer
    for field in (composer.target.choice, composer.meant.slider):
        middle = QPointF(field.rect().center())
        turned = QWheelEvent(
            middle,
            field.mapToGlobal(middle),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,  # noqa: FBT003 - Qt's signature
        )
        QApplication.sendEvent(field, turned)
    assert composer.order == draft(1, "D04", QAT, meant=3.0).order


def test_that_closed_moves_stay_in_sight_with_their_reason(open_seat: Open) -> None:
    seat = open_seat()
    assert MoveId("M20") in seat.page.moves.shown
    index = seat.page.moves.list.model().index(seat.page.moves.shown.index(MoveId("M20")), 0)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith("closed: Needs a strike of R14 on record.")
    seat.page.choose_move(MoveId("M20"))
    assert seat.page.composer.head.note.text() == "Needs a strike of R14 on record."
    assert not seat.page.composer.head.put.isVisible()
    assert not seat.page.composer.message.isVisible()


def test_that_enter_on_a_closed_move_puts_nothing_on_the_sheet(open_seat: Open) -> None:
    seat = open_seat()
    seat.page.moves.move_meant.emit("M20")
    assert seat.page.writer.sheet.filled == ()


def test_that_closed_targets_stand_in_the_list_with_their_reason(open_seat: Open) -> None:
    seat = open_seat()
    seat.page.choose_move(MoveId("C03"))
    choice = seat.page.composer.target.choice
    place = choice.findData(str(USA))
    spoken = choice.itemData(place, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "United States, closed: Needs intelligence above 0.3 on them."
    item = choice.model().flags(choice.model().index(place, 0))
    assert not item & Qt.ItemFlag.ItemIsEnabled


def test_that_a_target_has_to_be_chosen_where_there_are_several(open_seat: Open) -> None:
    seat = open_seat()
    seat.put("D04")
    choice = seat.page.composer.target.choice
    assert choice.currentText() == "Choose a target"
    choice.setFocus()
    seat.key(Qt.Key.Key_Down)
    assert seat.page.writer.sheet.filled[0][1].target == QAT
    assert choice.findData("") == -1


def test_that_fields_are_there_only_where_the_move_has_them(open_seat: Open) -> None:
    seat = open_seat()
    composer = seat.page.composer
    seat.page.choose_move(MoveId("M12"))
    assert (composer.warning.isVisible(), composer.signature.isVisible()) == (True, False)
    seat.page.choose_move(MoveId("C03"))
    assert (composer.warning.isVisible(), composer.signature.isVisible()) == (False, True)
    assert composer.signature.choice.current() == "deniable"


def test_that_those_who_are_told_are_chosen_from_the_actors_with_seats(
    open_seat: Open, qtbot: QtBot
) -> None:
    seat = open_seat()
    seat.put("M12")
    warning = seat.page.composer.warning
    assert not warning.told.isVisible()
    warning.hours.setFocus()
    seat.key(Qt.Key.Key_Right)
    assert warning.told.isVisible()
    menu = warning.told.list_others()
    names = [action.text() for action in menu.actions()]
    assert names == ["Israel", "United States", "Qatar", "Saudi Arabia and the Gulf"]
    menu.actions()[3].trigger()
    order = seat.page.writer.sheet.filled[0][1]
    assert (order.warning_hours, order.told) == (6.0, (KSA,))
    (chip,) = warning.told.findChildren(ChipToggle)
    chip.click()
    assert seat.page.writer.sheet.filled[0][1].told == ()


def test_that_a_message_is_meant_for_anybody_even_world_opinion(open_seat: Open) -> None:
    seat = open_seat()
    seat.put("M02")
    seat.page.composer.audience.list_others().actions()[-1].trigger()
    assert seat.page.writer.sheet.filled[0][1].audience == (ActorId("PUB"),)


def test_that_a_rung_is_meant_only_once_it_is_said(open_seat: Open) -> None:
    seat = open_seat()
    seat.put("M12")
    meant = seat.page.composer.meant

    def said() -> float | None:
        return seat.page.writer.sheet.filled[0][1].meant

    assert (meant.slider.value(), said()) == (13, None)
    meant.slider.setFocus()
    seat.key(Qt.Key.Key_Return)
    assert said() == 13.0
    seat.key(Qt.Key.Key_Left)
    assert said() == 12.0
    seat.key(Qt.Key.Key_Delete)
    assert said() is None
    assert meant.slider.value() == 13


def test_that_a_warning_is_asked_for_its_line_and_not_for_how_it_is_meant(
    open_seat: Open,
) -> None:
    seat = open_seat(seat_view(moves=(*MOVES, WARNING)))
    seat.put("I02")
    composer = seat.page.composer
    field = composer.meant

    def label() -> list[str]:
        return [paragraph.text() for paragraph in field.findChildren(Paragraph)]

    assert label() == ["Line drawn at"]
    assert "R11 if unsaid" in [text.text() for text in field.findChildren(TextLabel)]
    assert field.slider.value() == 11
    composer.target.target_chosen.emit(ISR)
    assert field.slider.value() == 13
    told = "drawn at R11. Enter says R13, our own line."
    assert told in " ".join(field.slider.toolTip().split())
    assert field.slider.accessibleName().startswith("Line drawn at: rung 13")
    field.slider.setFocus()
    seat.key(Qt.Key.Key_Return)
    order = seat.page.writer.sheet.filled[0][1]
    assert (order.target, order.meant) == (ISR, 13.0)
    seat.screen.show_readings(order, readings())
    assert "Meant" not in seat.page.readings.chart.accessibleName()
    composer.target.target_chosen.emit(USA)
    assert field.slider.value() == 13
    seat.key(Qt.Key.Key_Delete)
    assert field.slider.value() == 11
    assert "Enter says that rung" in " ".join(field.slider.toolTip().split())
    seat.page.choose_move(MoveId("M12"))
    assert label() == ["Meant as rung"]
    assert field.slider.accessibleName().startswith("Meant as: rung 13")


def test_that_a_condition_unfolds_and_goes_again(open_seat: Open) -> None:
    seat = open_seat()
    seat.put("M02")
    field = seat.page.composer.condition

    def written() -> Condition | None:
        return seat.page.writer.sheet.filled[0][1].condition

    field.only_if.click()
    assert written() == Struck(10.0)
    field.rung.set_value(13)
    field.by.setFocus()
    seat.key(Qt.Key.Key_Down)
    assert written() == Struck(13.0, by=ISR)
    field.only_if.click()
    assert written() is None
    assert not field.rung.isVisible()


def test_that_a_text_ends_where_the_rules_end_it(open_seat: Open) -> None:
    seat = open_seat()
    seat.put("M02")
    seat.page.composer.rationale.insertPlainText("x" * (LONGEST + 50))
    assert len(seat.page.writer.sheet.filled[0][1].rationale) == LONGEST


def test_that_tab_leaves_a_text_and_enter_stays_in_it(open_seat: Open) -> None:
    seat = open_seat()
    seat.put("M02")
    seat.page.composer.message.setFocus()
    seat.type("One")
    seat.key(Qt.Key.Key_Return)
    seat.type("Two")
    seat.key(Qt.Key.Key_Tab)
    assert seat.page.composer.meant.slider.hasFocus()
    assert seat.page.writer.sheet.filled[0][1].message == "One\nTwo"


def test_that_a_slash_leads_to_the_search_but_is_written_in_a_text(open_seat: Open) -> None:
    seat = open_seat()
    seat.put("M02")
    seat.page.composer.message.setFocus()
    seat.type("and/or")
    assert seat.page.composer.message.toPlainText() == "and/or"
    seat.page.composer.meant.slider.setFocus()
    seat.key(Qt.Key.Key_Slash)
    assert seat.page.moves.search.hasFocus()
    seat.key(Qt.Key.Key_Slash)
    assert seat.page.moves.search.text() == ""


def test_that_a_search_looks_through_every_category_and_ends_with_a_choice(open_seat: Open) -> None:
    seat = open_seat()
    seat.type("attack cov")
    assert seat.page.moves.shown == (MoveId("C03"),)
    seat.key(Qt.Key.Key_Return)
    seat.key(Qt.Key.Key_Return)
    assert seat.page.moves.search.text() == ""
    assert seat.page.tabs.current() == Category.COVERT
    assert seat.page.moves.chosen == "C03"


def test_that_a_search_without_success_says_so(open_seat: Open) -> None:
    seat = open_seat()
    seat.type("zeppelin")
    assert seat.page.moves.shown == ()
    assert not seat.page.moves.list.isVisible()
    seat.key(Qt.Key.Key_Escape)
    assert seat.page.moves.list.isVisible()


def test_that_tabs_count_the_open_moves(open_seat: Open) -> None:
    seat = open_seat()
    assert seat.page.tabs.accessibleName() == "Moves: Military, 3"


def test_that_the_clipboard_brings_words_only(open_seat: Open) -> None:
    seat = open_seat()
    seat.put("M02")
    board = QApplication.clipboard()
    board.setText("plain words")
    seat.page.composer.message.paste()
    assert seat.page.writer.sheet.filled[0][1].message == "plain words"
    board.clear()


def test_that_a_move_that_closes_while_it_is_written_says_why(open_seat: Open) -> None:
    seat = open_seat()
    seat.put("D04")
    seat.page.composer.message.insertPlainText("Soon.")
    closed = option(
        "D04", PREVIEW.name, 0, category=PREVIEW.category, code="x", reason="Goes on already."
    )
    moves = tuple(closed if move.move == "D04" else move for move in seat_view().moves)
    seat.screen.show_view(seat_view(moves=moves))
    assert seat.page.composer.message.toPlainText() == "Soon."
    assert seat.page.composer.head.note.text() == "Goes on already."
