"""Buttons: keys, hints, states, names, heights."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from wargame.ui.theme.tokens import DARK
from wargame.ui.widgets.buttons import (
    IconButton,
    LinkButton,
    PrimaryButton,
    QuietButton,
    SecondaryButton,
)
from wargame.ui.widgets.card import Card
from wargame.ui.widgets.checks import CheckBox, RadioButton
from wargame.ui.widgets.chips import ChipToggle
from wargame.ui.widgets.painted_button import PaintedButton, hint_text

pytestmark = pytest.mark.usefixtures("dark")


def shown(qtbot: QtBot, *parts: QWidget) -> QWidget:
    """The parts in a window that is in front."""
    window = QWidget()
    layout = QVBoxLayout(window)
    for part in parts:
        layout.addWidget(part)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    return window


def count_of(picture: QImage, colour: str) -> int:
    """Pixels of exactly this colour."""
    wanted = QColor(colour).rgb()
    return sum(
        picture.pixel(x, y) == wanted
        for x in range(picture.width())
        for y in range(picture.height())
    )


@pytest.mark.parametrize(
    ("button", "height"),
    [
        (PrimaryButton, 40),
        (SecondaryButton, 32),
        (QuietButton, 32),
        (LinkButton, 24),
        (ChipToggle, 24),
    ],
)
def test_that_buttons_have_their_heights(
    qtbot: QtBot, button: type[PaintedButton], height: int
) -> None:
    made = button("Seal orders")  # type: ignore[call-arg]
    qtbot.addWidget(made)
    assert made.sizeHint().height() == made.minimumHeight() == height


def test_that_a_small_button_is_24_px_tall(qtbot: QtBot) -> None:
    made = SecondaryButton("Open channel", small=True)
    qtbot.addWidget(made)
    assert made.height() == 24


def test_that_the_shortcut_presses_the_button_on_both_enter_keys(qtbot: QtBot) -> None:
    button = PrimaryButton("Seal orders", "lock", "Ctrl+Return")
    window = shown(qtbot, button)
    pressed: list[str] = []
    button.clicked.connect(lambda: pressed.append(button.text()))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    assert len(pressed) == 2


def test_that_a_closed_button_hears_no_shortcut(qtbot: QtBot) -> None:
    button = PrimaryButton("Seal orders", "lock", "Ctrl+Return")
    button.setEnabled(False)
    window = shown(qtbot, button)
    with qtbot.assertNotEmitted(button.clicked):
        QTest.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_that_a_button_with_the_focus_answers_enter_and_space(qtbot: QtBot, key: Qt.Key) -> None:
    button = SecondaryButton("Pause")
    _window = shown(qtbot, button)
    button.setFocus()
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, key)


def test_that_hints_are_spelt_as_on_the_keyboard() -> None:
    assert hint_text("Ctrl+Return") == "Ctrl+Enter"
    assert hint_text("Ctrl+Shift+A") == "Ctrl+Shift+A"


def test_that_a_new_label_is_also_the_new_name(qtbot: QtBot) -> None:
    button = PrimaryButton("Start planning")
    qtbot.addWidget(button)
    button.setText("Lock plans and adjudicate")
    assert button.accessibleName() == "Lock plans and adjudicate"
    assert button.sizeHint().width() > 180


def test_that_an_icon_button_says_its_name_and_keeps_it(qtbot: QtBot) -> None:
    button = IconButton("pause", "Pause the clock")
    qtbot.addWidget(button)
    assert (button.accessibleName(), button.toolTip()) == ("Pause the clock", "Pause the clock")
    button.set_name("Resume the clock")
    assert button.accessibleName() == "Resume the clock"
    assert (button.width(), button.height()) == (32, 32)


@pytest.mark.parametrize(
    "part",
    [
        lambda: PrimaryButton("Seal orders"),
        lambda: SecondaryButton("Pause"),
        lambda: QuietButton("Read all"),
        lambda: LinkButton("Sources"),
        lambda: IconButton("menu", "Menu"),
        lambda: ChipToggle("Qatar"),
        lambda: CheckBox("Ask"),
        lambda: RadioButton("Accept"),
        lambda: Card("After Tehran", "A reply is owed."),
    ],
)
def test_that_the_focus_is_seen_on_every_button(qtbot: QtBot, part: type[QWidget]) -> None:
    button, other = part(), SecondaryButton("Elsewhere")
    _window = shown(qtbot, button, other)
    other.setFocus()
    before = count_of(button.grab().toImage(), DARK.accent)
    button.setFocus()
    after = count_of(button.grab().toImage(), DARK.accent)
    edge = 2 * (button.width() + button.height() - 40)
    assert after - before > edge


def test_that_a_ticked_chip_differs_without_colour(qtbot: QtBot) -> None:
    chip = ChipToggle("Qatar")
    qtbot.addWidget(chip)
    bare = chip.sizeHint().width()
    chip.setChecked(True)
    assert chip.sizeHint().width() > bare


def test_that_round_choices_under_one_parent_exclude_each_other(qtbot: QtBot) -> None:
    first, second = RadioButton("Accept", checked=True), RadioButton("Refuse")
    _window = shown(qtbot, first, second)
    second.click()
    assert (first.isChecked(), second.isChecked()) == (False, True)


def test_that_a_count_widens_the_button(qtbot: QtBot) -> None:
    button = SecondaryButton("Questions", small=True)
    qtbot.addWidget(button)
    bare = button.sizeHint().width()
    button.set_count(2)
    assert button.sizeHint().width() > bare


def test_that_a_double_click_on_a_card_means_it(qtbot: QtBot) -> None:
    card = Card("After Tehran", "A reply is owed.")
    _window = shown(qtbot, card)
    with qtbot.waitSignal(card.double_clicked):
        QTest.mouseDClick(card, Qt.MouseButton.LeftButton)


def test_that_a_card_is_as_tall_as_its_text_needs(qtbot: QtBot) -> None:
    card = Card("After Tehran", "A guest of the state is killed in the capital. " * 4)
    qtbot.addWidget(card)
    assert card.heightForWidth(240) > card.heightForWidth(480) > 60


def test_that_the_application_is_dark_in_these_tests(dark: QApplication) -> None:
    assert dark.property("wargameTheme") == "dark"
