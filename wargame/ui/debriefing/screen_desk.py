"""What desks share that fill the window: a screen to show and drop, and what its bar wishes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from wargame.ui.debrief.compare.compare_screen import CompareScreen
    from wargame.ui.debrief.debrief_screen import DebriefScreen


class ScreenDesk(QObject):
    """Shows one screen at a time, read from saves in the background.

    Signals:
        screen_shown(QWidget): This screen is to fill the window.
        screen_dropped(QWidget): This screen is gone for good.
        refused(str): It cannot be opened or shown; one sentence.
        busy(str): What takes time; empty when it is done.
        left(): Back to where it was opened from.
        menu_wished(QPoint): The full menu, at this place on the screen.
        theme_wished(): Dark to light or back.
        shortcuts_wished(): The sheet of shortcuts.
    """

    screen_shown = Signal(QWidget)
    screen_dropped = Signal(QWidget)
    refused = Signal(str)
    busy = Signal(str)
    left = Signal()
    menu_wished = Signal(QPoint)
    theme_wished = Signal()
    shortcuts_wished = Signal()

    def serve_bar(self, screen: DebriefScreen | CompareScreen) -> None:
        """Pass on what the top bar of a screen wishes."""
        screen.menu_wished.connect(self.menu_wished)
        screen.theme_wished.connect(self.theme_wished)
        screen.shortcuts_wished.connect(self.shortcuts_wished)

    def drop_screen(self, screen: QWidget) -> None:
        """Give a screen up for good."""
        screen.hide()
        self.screen_dropped.emit(screen)
        screen.deleteLater()

    def pass_on(self, other: ScreenDesk) -> None:
        """Let what another desk says come from this one, but for that it is left."""
        other.screen_shown.connect(self.screen_shown)
        other.screen_dropped.connect(self.screen_dropped)
        other.refused.connect(self.refused)
        other.busy.connect(self.busy)
        other.menu_wished.connect(self.menu_wished)
        other.theme_wished.connect(self.theme_wished)
        other.shortcuts_wished.connect(self.shortcuts_wished)
