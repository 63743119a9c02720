"""Controls with which one chooses: segments, tabs, lists, numbers, rungs, PIN."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.gallery_sample import SCALE
from wargame.ui.widgets.choice import ChoiceBox
from wargame.ui.widgets.count_spin import CountSpin
from wargame.ui.widgets.pin_field import PinField
from wargame.ui.widgets.rung_slider import RungSlider, lay_out_labels, lay_out_slider
from wargame.ui.widgets.search_field import SearchField
from wargame.ui.widgets.segmented import SegmentedControl
from wargame.ui.widgets.tabs import TabStrip

pytestmark = pytest.mark.usefixtures("dark")

WARNING = (("0", "None", None), ("6", "6 h", None), ("30", "30 h", None), ("72", "72 h", None))


def shown(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.show()
    widget.activateWindow()
    assert QTest.qWaitForWindowActive(widget)
    widget.setFocus()


def test_that_arrow_keys_move_through_segments_and_stop_at_the_ends(qtbot: QtBot) -> None:
    control = SegmentedControl(WARNING, "Advance warning")
    shown(qtbot, control)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Right):
        QTest.keyClick(control, key)
    assert control.current() == "30"
    assert control.accessibleName() == "Advance warning: 30 h"
    for _ in range(5):
        QTest.keyClick(control, Qt.Key.Key_Right)
    assert control.current() == "72"


def test_that_arrow_keys_turn_round_right_to_left(qtbot: QtBot) -> None:
    control = SegmentedControl(WARNING)
    control.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    shown(qtbot, control)
    QTest.keyClick(control, Qt.Key.Key_Left)
    assert control.current() == "6"


def test_that_a_blocked_segment_is_passed_over_and_cannot_be_clicked(qtbot: QtBot) -> None:
    control = SegmentedControl(WARNING)
    control.set_blocked("6", "The missiles cannot be ready in 6 hours.")
    control.resize(400, 32)
    shown(qtbot, control)
    with qtbot.assertNotEmitted(control.current_changed):
        QTest.mouseClick(control, Qt.MouseButton.LeftButton, pos=QPoint(150, 16))
    with qtbot.waitSignal(control.current_changed) as seen:
        QTest.keyClick(control, Qt.Key.Key_Right)
    assert seen.args == ["30"]


def test_that_setting_a_segment_from_code_is_silent(qtbot: QtBot) -> None:
    control = SegmentedControl(WARNING)
    qtbot.addWidget(control)
    with qtbot.assertNotEmitted(control.current_changed):
        control.set_current("72")
        control.set_current("unknown")
    assert control.current() == "72"


def test_that_tabs_keep_the_chosen_key_when_others_come_and_go(qtbot: QtBot) -> None:
    tabs = TabStrip((("dip", "Diplomatic", None), ("mil", "Military", "crosshair")), "Moves")
    shown(qtbot, tabs)
    QTest.keyClick(tabs, Qt.Key.Key_End)
    assert tabs.current() == "mil"
    tabs.set_count("mil", 9)
    assert tabs.accessibleName() == "Moves: Military, 9"
    tabs.set_tabs((("mil", "Military", None), ("cov", "Covert", None)))
    assert tabs.current() == "mil"
    tabs.set_tabs((("cov", "Covert", None),))
    assert tabs.current() == "cov"


def test_that_a_click_chooses_the_tab_under_it(qtbot: QtBot) -> None:
    tabs = TabStrip((("dip", "Diplomatic", None), ("mil", "Military", None)))
    tabs.resize(400, 36)
    shown(qtbot, tabs)
    with qtbot.waitSignal(tabs.current_changed) as seen:
        QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tab_rects()[1].center())
    assert seen.args == ["mil"]


def test_that_tabs_shrink_rather_than_vanish(qtbot: QtBot) -> None:
    tabs = TabStrip(tuple((str(n), "Information", None) for n in range(6)))
    qtbot.addWidget(tabs)
    tabs.resize(300, 36)
    assert tabs.tab_rects()[-1].right() < 300


def test_that_a_choice_keeps_its_key_when_the_list_changes(qtbot: QtBot) -> None:
    box = ChoiceBox((("ISR", "Israel"), ("USA", "United States")), "Target")
    qtbot.addWidget(box)
    box.set_current_key("USA")
    box.set_choices((("QAT", "Qatar"), ("USA", "United States")))
    assert box.current_key() == "USA"
    box.set_choices((("QAT", "Qatar"),))
    assert box.current_key() == "QAT"


def test_that_only_the_person_makes_a_choice_signal(qtbot: QtBot) -> None:
    box = ChoiceBox((("ISR", "Israel"), ("USA", "United States")), "Target")
    shown(qtbot, box)
    with qtbot.assertNotEmitted(box.key_changed):
        box.set_current_key("USA")
    with qtbot.waitSignal(box.key_changed) as seen:
        QTest.keyClick(box, Qt.Key.Key_Up)
    assert seen.args == ["ISR"]


def test_that_a_closed_choice_is_passed_over(qtbot: QtBot) -> None:
    box = ChoiceBox((("a", "First"), ("b", "Second"), ("c", "Third")), "Place")
    box.set_closed("b", "Not within reach.")
    shown(qtbot, box)
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.current_key() == "c"
    box.set_closed("b", "")
    QTest.keyClick(box, Qt.Key.Key_Up)
    assert box.current_key() == "b"


def test_that_a_count_stays_in_its_range_however_it_is_given(qtbot: QtBot) -> None:
    spin = CountSpin("Drones", 0, 900, 110)
    shown(qtbot, spin)
    edit = spin.findChild(QLineEdit)
    assert edit is not None
    edit.selectAll()
    QTest.keyClicks(edit, "1200")
    assert spin.value() == 900
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert edit.text() == "900"
    QTest.keyClick(edit, Qt.Key.Key_Down)
    QTest.keyClick(edit, Qt.Key.Key_PageDown)
    assert spin.value() == 889
    spin.set_range(0, 240)
    assert spin.value() == 240


def test_that_letters_do_not_change_a_count(qtbot: QtBot) -> None:
    spin = CountSpin("Drones", 0, 900, 110)
    shown(qtbot, spin)
    edit = spin.findChild(QLineEdit)
    assert edit is not None
    with qtbot.assertNotEmitted(spin.value_changed):
        QTest.keyClicks(edit, "abc")
    assert spin.value() == 110


def test_that_the_small_arrows_step_by_one(qtbot: QtBot) -> None:
    spin = CountSpin("Drones", 0, 900, 110)
    spin.resize(120, 32)
    shown(qtbot, spin)
    QTest.mouseClick(spin, Qt.MouseButton.LeftButton, pos=QPoint(110, 6))
    assert spin.value() == 111
    QTest.mouseClick(spin, Qt.MouseButton.LeftButton, pos=QPoint(110, 26))
    QTest.mouseClick(spin, Qt.MouseButton.LeftButton, pos=QPoint(110, 26))
    assert spin.value() == 109


def test_that_the_rung_under_the_pointer_is_taken(qtbot: QtBot) -> None:
    slider = RungSlider(SCALE, "Meant as rung")
    slider.resize(344, 44)
    shown(qtbot, slider)
    tick = lay_out_slider(SCALE, 0, 344).ticks[13]
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(tick, 12))
    assert slider.value() == 13
    assert slider.band().name == "Direct strikes"
    assert slider.accessibleName() == "Meant as rung: rung 13, Direct strikes"


@pytest.mark.parametrize("wide", [200, 273, 344])
@pytest.mark.parametrize("here", range(5))
def test_that_the_labels_of_the_bands_stand_apart_under_the_slider(wide: int, here: int) -> None:
    places = lay_out_slider(SCALE, 0, wide)
    widths = [96 if number == here else 8 for number in range(5)]
    lefts = lay_out_labels(places.pieces, widths, here, wide)
    ends = [left + label for left, label in zip(lefts, widths, strict=True)]
    assert all(left - end >= 6 for end, left in zip(ends, lefts[1:], strict=False))
    assert lefts[0] >= 0
    assert ends[-1] <= wide


def test_that_rungs_are_stepped_with_keys_within_the_ladder(qtbot: QtBot) -> None:
    slider = RungSlider(SCALE)
    shown(qtbot, slider)
    QTest.keyClick(slider, Qt.Key.Key_Right)
    QTest.keyClick(slider, Qt.Key.Key_PageUp)
    assert slider.value() == 6
    QTest.keyClick(slider, Qt.Key.Key_End)
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert slider.value() == 20


def test_that_right_to_left_the_rungs_rise_to_the_left(qtbot: QtBot) -> None:
    slider = RungSlider(SCALE)
    slider.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    slider.resize(344, 44)
    shown(qtbot, slider)
    QTest.keyClick(slider, Qt.Key.Key_Left)
    assert slider.value() == 1
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(6, 12))
    assert slider.value() == 20


def test_that_a_pin_takes_four_digits_and_nothing_else(qtbot: QtBot) -> None:
    pin = PinField("Iran’s PIN")
    shown(qtbot, pin)
    with qtbot.waitSignal(pin.completed) as seen:
        QTest.keyClicks(pin, "1a 2-34")
    assert seen.args == ["1234"]
    with qtbot.assertNotEmitted(pin.text_changed):
        QTest.keyClicks(pin, "5")
    assert pin.text() == "1234"
    QTest.keyClick(pin, Qt.Key.Key_Backspace)
    assert pin.text() == "123"
    pin.clear()
    assert pin.text() == ""


def test_that_a_pin_is_never_said_aloud(qtbot: QtBot) -> None:
    pin = PinField("Iran’s PIN")
    shown(qtbot, pin)
    QTest.keyClicks(pin, "73")
    assert pin.accessibleName() == "Iran’s PIN, 2 of 4 digits entered"


def test_that_arabic_digits_count_as_digits(qtbot: QtBot) -> None:
    pin = PinField()
    shown(qtbot, pin)
    for digit in "٤٢":
        key = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, digit)
        QApplication.sendEvent(pin, key)
    assert pin.text() == "42"


def test_that_a_pin_keeps_its_order_right_to_left(qtbot: QtBot) -> None:
    parent = QWidget()
    parent.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    pin = PinField(parent=parent)
    qtbot.addWidget(parent)
    assert pin.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_that_escape_clears_a_search(qtbot: QtBot) -> None:
    field = SearchField("Find a move", "/")
    shown(qtbot, field)
    QTest.keyClicks(field, "barrage")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert field.accessibleName() == "Find a move"
