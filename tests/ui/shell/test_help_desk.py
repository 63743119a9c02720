"""Commands, settings, shortcuts and the tour, through the real window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSettings, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.desk import CTRL, Desk
from wargame.model.ids import ActorId
from wargame.ui.facilitator.facilitator_screen import FacilitatorScreen
from wargame.ui.handover.handover_screen import HandoverScreen
from wargame.ui.home.home_screen import HomeScreen
from wargame.ui.main_window import MainWindow
from wargame.ui.setup.setup_screen import SetupScreen
from wargame.ui.shell import settings_sheet
from wargame.ui.shell.motion import Motion
from wargame.ui.shell.palette import Palette
from wargame.ui.shell.settings import WindowSettings
from wargame.ui.shell.settings_sheet import SettingsSheet, fits
from wargame.ui.shell.shortcuts import ShortcutList
from wargame.ui.shell.tour import Tour, card_place
from wargame.ui.team.team_screen import TeamScreen
from wargame.ui.theme.switch import ThemeSwitch


@pytest.fixture
def desk(qtbot: QtBot, themes: ThemeSwitch, saves: Path, tmp_path: Path) -> Iterator[Desk]:
    sat = Desk(qtbot, themes, tmp_path / "window.ini")
    yield sat
    sat.window.close()


def palette_of(desk: Desk) -> Palette:
    desk.key(Qt.Key.Key_K, CTRL)
    palette = desk.window._help.palette
    assert palette is not None
    assert palette.isVisible()
    return palette


def names(palette: Palette) -> list[str]:
    return [command.name for command in palette.shown]


def test_that_commands_are_found_by_words_and_carried_out_by_enter(desk: Desk) -> None:
    desk.wait_for(HomeScreen)
    palette = palette_of(desk)
    assert palette.field.hasFocus()
    assert "Run an exercise" in " ".join(names(palette))
    desk.type("full scr")
    assert names(palette) == ["Full screen"]
    assert palette.shown[0].keys == "F11"
    desk.key(Qt.Key.Key_Escape)
    assert palette.isHidden()
    palette_of(desk)
    desk.type("shortcuts")
    desk.key(Qt.Key.Key_Return)
    assert palette.isHidden()
    assert desk.seen(ShortcutList) is not None


def test_that_the_console_offers_its_buttons_tabs_and_fields_with_their_keys(desk: Desk) -> None:
    console = desk.start("blank")
    palette = palette_of(desk)
    offered = {command.name: command for command in palette.shown}
    assert offered["Start planning"].keys == "Ctrl+Enter"
    assert offered["Hide the screen"].keys == "Ctrl+H"
    assert offered["Filter events"].keys == "/"
    assert offered["Filter events"].where.startswith("Events")
    desk.type("show actors")
    desk.key(Qt.Key.Key_Return)
    assert console.centre is not None
    assert console.centre.shows_actors
    palette_of(desk)
    desk.type("start plan")
    desk.key(Qt.Key.Key_Return)
    assert console.foot.primary.text() != "Start planning"


def test_that_arrows_go_round_the_list_and_the_keyboard_comes_back(desk: Desk) -> None:
    console = desk.start("blank")
    console.focus_work()
    before = desk.holder()
    palette = palette_of(desk)
    desk.key(Qt.Key.Key_Up)
    assert palette.list.currentIndex().row() == len(palette.shown) - 1
    desk.key(Qt.Key.Key_Down)
    assert palette.list.currentIndex().row() == 0
    desk.type("no such thing at all")
    assert not palette.shown
    desk.key(Qt.Key.Key_Return)
    assert palette.isVisible()
    desk.key(Qt.Key.Key_K, CTRL)
    assert palette.isHidden()
    assert desk.holder() is before


def test_that_a_team_is_offered_nothing_of_controls(desk: Desk) -> None:
    desk.start("blank")
    desk.start_planning()
    console = desk.wait_for(FacilitatorScreen)
    desk.hand_over(ActorId(console.seats.current()))
    desk.wait_for(HandoverScreen)
    desk.open_seat()
    desk.wait_for(TeamScreen)
    palette = palette_of(desk)
    offered = names(palette)
    assert "Full screen" in offered
    for secret in ("Settings", "Show the folder of saves", "Close the session", "Open the seat"):
        assert secret not in offered
    desk.key(Qt.Key.Key_Escape)
    desk.key(Qt.Key.Key_Comma, CTRL)
    assert desk.seen(SettingsSheet) is None


def test_that_settings_are_kept_and_colours_change_at_once(
    desk: Desk, themes: ThemeSwitch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The screen of a test run may be smaller than any that people have.
    monkeypatch.setattr(settings_sheet, "fits", lambda *_: True)
    desk.wait_for(HomeScreen)
    desk.key(Qt.Key.Key_Comma, CTRL)
    sheet = desk.wait_for(SettingsSheet)
    sheet.theme.setFocus()
    desk.key(Qt.Key.Key_Right)
    assert themes.choice in {"dark", "light"}
    sheet.scale.setFocus()
    desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_Down)
    sheet.motion.setFocus()
    desk.key(Qt.Key.Key_Right)
    store = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    kept = WindowSettings(store)
    assert kept.scale == 125
    assert kept.motion == "reduced"
    assert kept.language == "en"
    assert kept.theme == themes.choice
    assert QApplication.cursorFlashTime() == 0
    sheet.motion.setFocus()
    desk.key(Qt.Key.Key_Left)
    assert QApplication.cursorFlashTime() != 0


def test_that_settings_that_make_no_sense_are_passed_over(tmp_path: Path) -> None:
    store = QSettings(str(tmp_path / "odd.ini"), QSettings.Format.IniFormat)
    for key, value in (("scale", "9000"), ("motion", "wild"), ("language", "xx"), ("tour_seen", 3)):
        store.setValue(key, value)
    settings = WindowSettings(store)
    assert (settings.scale, settings.motion, settings.language) == (100, "system", "en")
    assert not settings.tour_seen


def test_that_a_size_that_has_no_room_on_the_screen_is_not_offered() -> None:
    assert fits(100, 100, QSize(1280, 720))
    assert not fits(150, 100, QSize(1440, 900))
    assert fits(150, 100, QSize(1920, 1080))
    assert fits(200, 200, QSize(1280, 720))
    assert not fits(200, 175, QSize(1280, 720))


def test_that_reduced_motion_can_be_taken_back(qapp: QApplication) -> None:
    blink = qapp.cursorFlashTime()
    motion = Motion(qapp, "reduced")
    assert qapp.cursorFlashTime() == 0
    assert not QApplication.isEffectEnabled(Qt.UIEffect.UI_AnimateMenu)
    motion.set_choice("system")
    assert qapp.cursorFlashTime() == blink


def test_that_the_tour_is_offered_once_shows_real_parts_and_can_be_ended(
    qtbot: QtBot, themes: ThemeSwitch, saves: Path, tmp_path: Path
) -> None:
    store = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    settings = WindowSettings(store)
    window = MainWindow(themes, settings, greets=True)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.home_shown, timeout=20_000):
        window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    assert not window.banner.text()
    home = next(w for w in window.findChildren(HomeScreen) if w.isVisible())
    home.choose("blank")
    QTest.keyClick(window, Qt.Key.Key_1, CTRL)
    qtbot.waitUntil(lambda: any(w.isVisible() for w in window.findChildren(SetupScreen)))
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: "first time" in window.banner.text(), timeout=20_000)
    assert settings.tour_seen
    window._help.show_tour()
    tour = window._help.tour
    assert isinstance(tour, Tour)
    met: list[str] = []
    while tour.step is not None and len(met) < 20:
        assert tour.step.widget.isVisible()
        assert tour.words.height() >= tour.words.heightForWidth(tour.words.width())
        met.append(tour.step.title)
        QTest.keyClick(tour, Qt.Key.Key_Return)
    assert 6 <= len(met) <= 7
    assert tour.isHidden()
    window._help.show_tour()
    QTest.keyClick(tour, Qt.Key.Key_K, CTRL)
    QTest.keyClick(tour.forth, Qt.Key.Key_K, CTRL)
    assert window._help.palette is None
    QTest.keyClick(tour, Qt.Key.Key_Escape)
    assert tour.isHidden()
    window.close()


def test_that_words_of_a_tour_never_leave_the_window() -> None:
    room = QRect(0, 0, 1280, 720)
    for spot in (
        QRect(0, 0, 280, 720), QRect(280, 50, 640, 300), QRect(920, 40, 360, 600),
        QRect(900, 650, 360, 70), room,
    ):  # fmt: skip
        assert room.contains(card_place(spot, 180, room))
