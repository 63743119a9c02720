"""The hand-over page: who is asked for, the PIN, and the deliberate way to control."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from wargame.model.ids import ActorId
from wargame.model.seat_view import ActorLabel
from wargame.ui.handover.handover import Handover, hidden_words, possessive, refusal_words
from wargame.ui.handover.handover_screen import HandoverScreen
from wargame.ui.handover.next_seats import SeatChip
from wargame.ui.widgets.buttons import PrimaryButton
from wargame.ui.widgets.pin_field import PinField

IRAN = ActorLabel(ActorId("IRN"), "Iran", "iran-and-allies")
HEZBOLLAH = ActorLabel(ActorId("HZB"), "Hezbollah", "iran-and-allies")
HOUTHIS = ActorLabel(ActorId("HTH"), "Ansar Allah (Houthis)", "iran-and-allies")
TO_IRAN = Handover(
    seat=IRAN,
    asks_pin=True,
    hidden="Israel",
    has_sealed=True,
    after=(HEZBOLLAH,),
    scenario="After Tehran",
    when="Turn 4 of 12, planning",
)
WITHOUT_PIN = replace(TO_IRAN, asks_pin=False)
TO_CONTROL = replace(TO_IRAN, seat=None, asks_pin=False, after=())


@pytest.fixture
def page(dark: QApplication, qtbot: QtBot) -> Iterator[HandoverScreen]:
    screen = HandoverScreen()
    qtbot.addWidget(screen)
    screen.resize(1280, 720)
    screen.show_handover(TO_IRAN)
    screen.show()
    screen.activateWindow()
    assert QTest.qWaitForWindowActive(screen)
    yield screen
    screen.hide()


def words(page: HandoverScreen) -> list[str]:
    labels = page.findChildren(QLabel)
    return [label.text() for label in labels if label.isVisible() and label.text()]


def pin(page: HandoverScreen) -> PinField:
    return page.findChildren(PinField)[0]


def primary(page: HandoverScreen) -> PrimaryButton:
    return page.findChildren(PrimaryButton)[0]


def focused() -> QWidget:
    holder = QApplication.focusWidget()
    assert holder is not None
    return holder


def test_that_the_page_asks_for_the_next_team_and_names_who_was_hidden(
    page: HandoverScreen,
) -> None:
    said = words(page)
    assert "Pass the laptop to Iran" in said
    assert "Israel’s orders are sealed and hidden." in said
    assert "Turn 4 of 12, planning" in said
    assert [c.accessibleName() for c in page.findChildren(SeatChip)] == ["Hezbollah"]


def test_that_after_planning_nothing_is_said_of_orders_and_locks(
    page: HandoverScreen, qtbot: QtBot
) -> None:
    page.show_handover(replace(TO_IRAN, when="Turn 4 of 12, outcome", is_planning=False))
    qtbot.waitUntil(lambda: "then control goes on" in words(page), timeout=2000)
    said = words(page)
    assert "Israel’s screen is hidden." in said
    assert not any("lock" in each or "sealed" in each for each in said)


def test_that_four_digits_and_enter_open_the_seat(page: HandoverScreen, qtbot: QtBot) -> None:
    assert pin(page).hasFocus()
    QTest.keyClicks(pin(page), "123")
    assert not primary(page).isEnabled()
    QTest.keyClicks(pin(page), "4")
    with qtbot.waitSignal(page.pin_entered) as entered:
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert entered.args == ["1234"]


def test_that_a_wrong_pin_is_said_and_can_be_typed_again(page: HandoverScreen) -> None:
    QTest.keyClicks(pin(page), "1234")
    page.refuse_pin(4)
    assert page.fault.text() == "That is not Iran’s PIN. 4 tries left."
    assert pin(page).text() == ""
    assert pin(page).hasFocus()
    QTest.keyClicks(pin(page), "5")
    assert page.fault.text() == ""


def test_that_after_five_wrong_pins_only_control_opens_the_seat(
    page: HandoverScreen, qtbot: QtBot
) -> None:
    page.refuse_pin(0)
    assert not pin(page).isVisible()
    assert not primary(page).isVisible()
    assert "Control has to open Iran’s seat" in page.fault.text()
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    with qtbot.waitSignal(page.control_opened):
        QTest.keyClick(focused(), Qt.Key.Key_Return)


def test_that_a_seat_without_a_pin_opens_with_enter(page: HandoverScreen, qtbot: QtBot) -> None:
    page.show_handover(WITHOUT_PIN)
    assert not pin(page).isVisible()
    with qtbot.waitSignal(page.open_wished):
        QTest.keyClick(focused(), Qt.Key.Key_Return)


def test_that_enter_alone_never_reaches_the_console(page: HandoverScreen, qtbot: QtBot) -> None:
    page.show_handover(TO_CONTROL)
    with qtbot.assertNotEmitted(page.console_wished):
        for _ in range(6):
            QTest.keyClick(focused(), Qt.Key.Key_Return)


def test_that_control_gets_to_the_console_in_two_deliberate_steps(
    page: HandoverScreen, qtbot: QtBot
) -> None:
    page.show_handover(TO_CONTROL)
    assert "Give the laptop back to control" in words(page)
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    with qtbot.waitSignal(page.console_wished):
        QTest.keyClick(focused(), Qt.Key.Key_Return)


def test_that_escape_leads_back_from_the_step_to_control(page: HandoverScreen) -> None:
    page.show_handover(WITHOUT_PIN)
    page.control.click()
    assert "Only control goes on from here" in words(page)
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert "Pass the laptop to Iran" in words(page)
    assert primary(page).hasFocus()


def test_that_nothing_typed_for_one_team_is_left_for_the_next(page: HandoverScreen) -> None:
    QTest.keyClicks(pin(page), "12")
    page.refuse_pin(3)
    page.show_handover(replace(TO_IRAN, seat=HEZBOLLAH, hidden="Iran", after=()))
    assert pin(page).text() == ""
    assert page.fault.text() == ""
    assert "Pass the laptop to Hezbollah" in words(page)


def test_that_while_a_pin_is_checked_no_key_counts(page: HandoverScreen, qtbot: QtBot) -> None:
    QTest.keyClicks(pin(page), "1234")
    page.set_busy(True)
    with qtbot.assertNotEmitted(page.pin_entered):
        primary(page).click()
    page.set_busy(False)
    assert primary(page).isEnabled()


def test_that_the_clock_is_only_there_when_the_phase_has_one(page: HandoverScreen) -> None:
    page.set_clock(None, 754.2)
    assert "12:35" in words(page)
    page.set_clock(None, None)
    assert "12:35" not in words(page)


@pytest.mark.parametrize(
    ("name", "of_it"), [("Iran", "Iran’s"), ("Hamas", "Hamas’"), (HOUTHIS.name, "Ansar Allah’s")]
)
def test_that_names_have_their_genitive(name: str, of_it: str) -> None:
    assert possessive(name) == of_it


def test_that_the_last_try_is_counted_in_the_singular() -> None:
    assert refusal_words("Iran", 1) == "That is not Iran’s PIN. 1 try left."


def test_that_unsealed_drafts_are_said_to_be_kept() -> None:
    assert (
        hidden_words(replace(TO_IRAN, has_sealed=False)) == "Israel’s drafts are kept and hidden."
    )
    assert hidden_words(replace(TO_IRAN, hidden="")) == "Control’s screen is hidden."
