"""A window at a desk: the steps that people take, for tests that play through the real widgets."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from wargame.model.ids import ActorId
from wargame.ui.facilitator.facilitator_screen import FacilitatorScreen
from wargame.ui.handover.handover_screen import HandoverScreen
from wargame.ui.home.home_screen import HomeScreen
from wargame.ui.main_window import MainWindow
from wargame.ui.setup.setup_screen import SetupScreen
from wargame.ui.shell.settings import WindowSettings
from wargame.ui.team.team_screen import TeamScreen
from wargame.ui.theme.switch import ThemeSwitch

CTRL = Qt.KeyboardModifier.ControlModifier

Kind = TypeVar("Kind", bound=QWidget)


class Desk:
    """The window with what one sees and does.

    Attributes:
        window: The window.
    """

    def __init__(
        self, qtbot: QtBot, themes: ThemeSwitch, settings: Path, path: Path | None = None
    ) -> None:
        store = QSettings(str(settings), QSettings.Format.IniFormat)
        self._qtbot = qtbot
        self.window = MainWindow(themes, WindowSettings(store), path)
        qtbot.addWidget(self.window)
        with qtbot.waitSignal(self.window.home_shown, timeout=20_000):
            self.window.show()
        self.window.activateWindow()
        assert QTest.qWaitForWindowActive(self.window)

    def seen(self, kind: type[Kind]) -> Kind | None:
        """The screen of a kind, if it is the one that is shown."""
        return next((w for w in self.window.findChildren(kind) if w.isVisible()), None)

    def wait_for(self, kind: type[Kind]) -> Kind:
        """The screen of a kind, once it is shown."""
        self._qtbot.waitUntil(lambda: self.seen(kind) is not None, timeout=20_000)
        found = self.seen(kind)
        assert found is not None
        return found

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        """Press a key where the keyboard is."""
        none = Qt.KeyboardModifier.NoModifier
        QTest.keyClick(self.holder(), key, modifier if modifier is not None else none)

    def type(self, text: str) -> None:
        """Type where the keyboard is."""
        QTest.keyClicks(self.holder(), text)

    def holder(self) -> QWidget:
        """What has the keyboard."""
        return QApplication.focusWidget() or self.window

    def set_up(self, scenario: str) -> SetupScreen:
        """From the start page to the set-up of a scenario."""
        home = self.wait_for(HomeScreen)
        home.choose(scenario)
        self.key(Qt.Key.Key_1, CTRL)
        return self.wait_for(SetupScreen)

    def start(self, scenario: str) -> FacilitatorScreen:
        """From the start page to the console of a new session."""
        self.set_up(scenario)
        self.key(Qt.Key.Key_Return, CTRL)
        return self.wait_for(FacilitatorScreen)

    def start_planning(self) -> None:
        """From the briefing to planning."""
        console = self.wait_for(FacilitatorScreen)
        assert console.foot.primary.text() == "Start planning"
        self.key(Qt.Key.Key_Return, CTRL)

    def hand_over(self, seat: ActorId) -> HandoverScreen:
        """From the console to the page that asks for a team."""
        console = self.wait_for(FacilitatorScreen)
        console.seats.choose(seat)
        console.seats.tree.setFocus()
        self.key(Qt.Key.Key_Return)
        return self.wait_for(HandoverScreen)

    def open_seat(self, pin: str = "") -> TeamScreen:
        """From the hand-over to the team's screen."""
        self.wait_for(HandoverScreen)
        self.type(pin)
        self.key(Qt.Key.Key_Return)
        return self.wait_for(TeamScreen)

    def write_order(self, move: str, target: ActorId | None = None) -> None:
        """Find a move by its name, put it on the sheet, aim it."""
        team = self.wait_for(TeamScreen)
        page = team.planning
        assert page is not None
        page.focus_work()
        self.type(move)
        self.key(Qt.Key.Key_Down)
        self.key(Qt.Key.Key_Return)
        if target is not None:
            choice = page.composer.target.choice
            choice.setFocus()
            for _ in range(choice.count()):
                if choice.current_key() == target:
                    break
                self.key(Qt.Key.Key_Down)
            assert choice.current_key() == target

    def seal(self) -> HandoverScreen:
        """Seal what stands on the sheet; the next page asks for the next team."""
        self.key(Qt.Key.Key_Return, CTRL)
        return self.wait_for(HandoverScreen)

    def back_to_control(self) -> FacilitatorScreen:
        """From the hand-over to the console, in two deliberate steps."""
        page = self.wait_for(HandoverScreen)
        if page.control.isVisible():
            page.control.click()
        else:
            self.key(Qt.Key.Key_Return)
        self.key(Qt.Key.Key_Tab)
        if self.holder() is page.step.seat:
            self.key(Qt.Key.Key_Tab)
        self.key(Qt.Key.Key_Return)
        return self.wait_for(FacilitatorScreen)

    def lock(self) -> None:
        """From planning to an adjudicated turn."""
        console = self.wait_for(FacilitatorScreen)
        self.key(Qt.Key.Key_Return, CTRL)
        if console.foot.is_asking:
            self.key(Qt.Key.Key_Return, CTRL)
        after = ("Publish the outcome", "Review ")
        self._qtbot.waitUntil(lambda: console.foot.primary.text().startswith(after), timeout=60_000)

    def publish(self) -> None:
        """From an adjudicated turn to its published outcome."""
        console = self.wait_for(FacilitatorScreen)
        if console.foot.primary.text().startswith("Review "):
            console.foot.second.click()
        else:
            self.key(Qt.Key.Key_Return, CTRL)
        assert console.foot.is_asking
        self.key(Qt.Key.Key_Return, CTRL)
        assert not console.foot.is_asking
