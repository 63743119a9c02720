"""The theme can be switched while windows are open, and follows the system unless told not to."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from wargame.ui.theme.apply import palette_of
from wargame.ui.theme.current import colour, current_theme
from wargame.ui.theme.switch import ThemeSwitch
from wargame.ui.theme.tokens import DARK, LIGHT
from wargame.ui.widgets.buttons import PrimaryButton
from wargame.ui.widgets.surface import Surface


@pytest.fixture
def switch(dark: QApplication) -> Iterator[ThemeSwitch]:
    made = ThemeSwitch(dark, "dark")
    yield made
    made.set_choice("dark")
    made.deleteLater()


def test_that_a_switch_says_which_theme_is_in_force(switch: ThemeSwitch, qtbot: QtBot) -> None:
    with qtbot.waitSignal(switch.theme_changed) as seen:
        switch.set_choice("light")
    assert seen.args == [LIGHT]
    assert switch.theme is LIGHT
    assert current_theme() is LIGHT
    assert colour("panel") == QColor(LIGHT.panel)


def test_that_choosing_the_same_theme_again_tells_no_one(switch: ThemeSwitch, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(switch.theme_changed):
        switch.set_choice("dark")


def test_that_toggling_goes_back_and_forth(switch: ThemeSwitch) -> None:
    switch.toggle()
    assert (switch.choice, switch.theme) == ("light", LIGHT)
    switch.toggle()
    assert (switch.choice, switch.theme) == ("dark", DARK)


def test_that_open_windows_change_their_colours(switch: ThemeSwitch, qtbot: QtBot) -> None:
    surface = Surface("panel")
    qtbot.addWidget(surface)
    surface.resize(40, 40)
    surface.show()
    assert surface.grab().toImage().pixelColor(20, 20) == QColor(DARK.panel)
    switch.set_choice("light")
    assert surface.grab().toImage().pixelColor(20, 20) == QColor(LIGHT.panel)


def test_that_painted_controls_change_their_colours(switch: ThemeSwitch, qtbot: QtBot) -> None:
    button = PrimaryButton("Seal orders")
    qtbot.addWidget(button)
    button.resize(200, 40)
    assert button.grab().toImage().pixelColor(12, 8) == QColor(DARK.accent_fill)
    switch.set_choice("light")
    assert button.grab().toImage().pixelColor(12, 8) == QColor(LIGHT.accent_fill)


def test_that_the_system_is_followed_while_nothing_else_is_chosen(
    switch: ThemeSwitch, dark: QApplication
) -> None:
    is_light = dark.styleHints().colorScheme() == Qt.ColorScheme.Light
    switch.set_choice("system")
    assert switch.theme is (LIGHT if is_light else DARK)
    dark.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert switch.theme is (LIGHT if is_light else DARK), "the hints, not the signal, are asked"


def test_that_the_palette_knows_what_the_sheet_does_not_reach() -> None:
    palette = palette_of(LIGHT)
    assert palette.color(QPalette.ColorRole.Window) == QColor(LIGHT.win)
    assert palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text) == QColor(LIGHT.t3)
