"""What stands around the screens: banner, sheet, status, panel keys, settings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QEvent, QObject, QPoint, QSettings, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from wargame.ui.shell.banner import Banner
from wargame.ui.shell.frame import Frame
from wargame.ui.shell.panel_keys import panels_of, step_panel
from wargame.ui.shell.settings import WindowSettings
from wargame.ui.shell.shortcuts import KEYS, ShortcutList
from wargame.ui.shell.splitters import keep_splitters
from wargame.ui.shell.status_strip import StatusStrip, clock_words, unsaved_words
from wargame.ui.widgets.bars import StatusLine
from wargame.ui.widgets.buttons import IconButton, SecondaryButton
from wargame.ui.widgets.markdown_view import MarkdownView
from wargame.ui.widgets.panel import Panel
from wargame.ui.widgets.side_sheet import SideSheet
from wargame.ui.widgets.surface import row


@pytest.fixture
def page(dark: QApplication, qtbot: QtBot) -> Iterator[QWidget]:
    whole = QWidget()
    qtbot.addWidget(whole)
    whole.resize(900, 600)
    whole.show()
    whole.activateWindow()
    assert QTest.qWaitForWindowActive(whole)
    yield whole
    whole.hide()


class PaintedArea(QObject):
    """Counts how often a widget's leading edge, where its sign is, was painted."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.sign = 0
        watched.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent) and event.region().contains(QPoint(14, 18)):
            self.sign += 1
        return False


def test_that_an_answer_closes_the_banner_before_it_acts(page: QWidget) -> None:
    banner = Banner(page)
    seen: list[str] = []
    answers = (("Try again", lambda: banner.say("Still not.", "warn")),)
    banner.say("Not on disk.", "danger", answers)
    assert banner.text() == "Not on disk."
    banner.findChildren(SecondaryButton)[0].click()
    assert banner.text() == "Still not."
    seen.append(banner.text())
    banner.findChildren(IconButton)[0].click()
    assert banner.text() == ""


def test_that_the_newest_message_takes_its_answers_with_it(page: QWidget) -> None:
    banner = Banner(page)
    banner.say("One", answers=(("First", page.update),))
    banner.say("Two")
    shown = [b.text() for b in banner.findChildren(SecondaryButton) if b.isVisibleTo(banner)]
    assert (banner.text(), shown) == ("Two", [])


def test_that_the_sign_follows_the_message(page: QWidget, qtbot: QtBot) -> None:
    page.resize(800, 200)
    page.show()
    qtbot.waitExposed(page)
    banner = Banner(page)
    banner.resize(800, 40)
    banner.say("The report is written.")
    painted = PaintedArea(banner)
    qtbot.waitUntil(lambda: painted.sign >= 1, timeout=20_000)
    before = painted.sign
    banner.say("The report is refused.", "warn")
    qtbot.waitUntil(lambda: painted.sign > before, timeout=5_000)


def test_that_the_sheet_gives_the_keyboard_back(page: QWidget) -> None:
    field = QLineEdit(page)
    field.show()
    field.setFocus()
    sheet = SideSheet(page)
    sheet.present("Shortcuts", ShortcutList())
    assert sheet.isVisible()
    assert not field.hasFocus()
    holder = QApplication.focusWidget()
    assert holder is not None
    QTest.keyClick(holder, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert field.hasFocus()


def test_that_the_sheet_keeps_to_the_end_of_the_window(page: QWidget) -> None:
    sheet = SideSheet(page)
    sheet.present("Note", QLabel("x"))
    page.resize(1200, 700)
    assert sheet.geometry().right() == page.rect().right()
    assert sheet.height() == 700


def test_that_every_key_is_listed_once_for_its_screen() -> None:
    for group in KEYS:
        what = [words for _, words in group.keys]
        assert len(set(what)) == len(what)
        assert all(keys and words for keys, words in group.keys)


def test_that_markdown_of_authors_brings_no_html_and_no_pictures(
    page: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    view = MarkdownView(page)
    secret = tmp_path / "secret.png"
    secret.write_bytes(b"not a picture")
    view.set_markdown(f"**Plain** <b>bold</b> ![x]({secret.as_uri()}) [link](https://a.b)")
    view.resize(300, 200)
    view.show()
    view.grab()
    assert "<b>bold</b>" in view.toPlainText()
    assert not view.openLinks()


def test_that_the_status_says_since_when_nothing_is_on_disk(page: QWidget, qtbot: QtBot) -> None:
    strip = StatusStrip(page)
    strip.show()
    button = strip.findChildren(SecondaryButton)[0]
    assert not button.isVisible()
    strip.show_unsaved("2024-05-12T14:27:31+00:00", "The disk is full.")
    assert button.isVisible()
    with qtbot.waitSignal(strip.retry_wished):
        button.click()
    strip.show_unsaved("2024-05-12T14:28:00+00:00", "")
    assert not button.isVisible()


def test_that_a_quiet_strip_speaks_up_when_the_disk_refuses(page: QWidget) -> None:
    strip = StatusStrip(page)
    strip.set_quiet(quiet=True)
    assert not strip.isVisible()
    strip.show_unsaved("2024-05-12T14:27:31+00:00", "The disk is full.")
    assert strip.isVisible()


def test_that_the_status_tells_of_the_screen_that_is_shown(page: QWidget, tmp_path: Path) -> None:
    frame = Frame(WindowSettings(QSettings(str(tmp_path / "a.ini"), QSettings.Format.IniFormat)))
    frame.setParent(page)
    line = frame.status.findChildren(StatusLine)[0]
    home, debrief, team = QWidget(), QWidget(), QWidget()
    debrief.setProperty("facts", ["Saved game, read only", "Seed 7"])
    team.setProperty("seat", "IRN")
    frame.show_screen(home)
    frame.show_saves_place(tmp_path, "1")
    at_home = line.accessibleName()
    assert at_home.startswith("Works without a network")
    frame.set_busy("Opening the debrief")
    frame.show_screen(debrief)
    assert line.accessibleName().startswith("Opening the debrief")
    frame.set_busy("")
    assert line.accessibleName().startswith("Saved game, read only. Seed 7")
    frame.show_screen(home)
    assert line.accessibleName() == at_home
    frame.show_saved("2024-05-12T14:27:31+00:00", "")
    frame.show_screen(team)
    assert line.accessibleName().startswith("Saved. ")
    frame.show_screen(home)
    assert line.accessibleName().startswith("Saved ")


def test_that_the_red_line_says_when_why_and_what_now() -> None:
    words = unsaved_words("", "Free some space or save elsewhere.")
    assert words == "Not saved. Free some space or save elsewhere."
    assert clock_words("2024-05-12T14:27:31.250+00:00", UTC) == "14:27:31"
    assert clock_words("") == ""


def test_that_f6_goes_from_panel_to_panel_and_round(page: QWidget) -> None:
    panels = []
    layout = row(page)
    for name in ("One", "Two", "Three"):
        panel = Panel(name)
        panel.body.addWidget(QLineEdit())
        layout.addWidget(panel)
        panel.show()
        panels.append(panel)
    page.grab()
    assert panels_of(page) == panels
    order = []
    for by in (1, 1, 1, 1, -1):
        step_panel(page, by)
        holder = QApplication.focusWidget()
        order.append(next(p.head.title for p in panels if p.isAncestorOf(holder)))  # type: ignore[arg-type]
    assert order == ["One", "Two", "Three", "One", "Three"]


def test_that_settings_hold_and_nonsense_in_the_file_does_no_harm(tmp_path: Path) -> None:
    name = str(tmp_path / "window.ini")

    def opened() -> tuple[QSettings, WindowSettings]:
        store = QSettings(name, QSettings.Format.IniFormat)
        return store, WindowSettings(store)

    store, settings = opened()
    settings.theme = "light"
    settings.scenario = "after-tehran"
    settings.geometry = QByteArray(b"abc")
    store.sync()
    _, again = opened()
    assert (again.theme, again.scenario) == ("light", "after-tehran")
    assert again.geometry == QByteArray(b"abc")
    Path(name).write_text("[General]\ntheme=purple\ngeometry=7\n", "utf-8")
    _, odd = opened()
    assert odd.theme == "system"
    assert odd.geometry.isEmpty()


def test_that_lines_between_panels_stay_where_they_were_drawn(
    page: QWidget, tmp_path: Path
) -> None:
    store = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    settings = WindowSettings(store)

    def opened() -> QSplitter:
        splitter = QSplitter(Qt.Orientation.Vertical, page)
        splitter.setObjectName("console")
        splitter.addWidget(QLabel("above"))
        splitter.addWidget(QLabel("below"))
        splitter.resize(300, 600)
        splitter.show()
        keep_splitters(page, settings)
        return splitter

    first = opened()
    first.setSizes([150, 450])
    first.splitterMoved.emit(150, 1)
    drawn = first.sizes()
    first.setParent(None)
    again = opened()
    assert again.sizes() == drawn
    assert again.handleWidth() == 1
    first.deleteLater()
