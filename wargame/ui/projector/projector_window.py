"""The projector's own window: it fills a screen, can be blanked, and closes when that is gone."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QScreen, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wargame.ui.projector.page import ProjectorPage
from wargame.ui.widgets.countdown import clock_text

if TYPE_CHECKING:
    from wargame.model.public_view import PublicView

_TICK_MS: Final = 250
_WINDOW: Final = (960, 600)
"""Size of the window where there is no second screen (px)."""


def screen_for(window: QWidget, screens: list[QScreen] | None = None) -> QScreen | None:
    """The screen that the window is not on; None where there is only one."""
    own = window.screen()
    others = QGuiApplication.screens() if screens is None else screens
    return next((screen for screen in others if screen is not own), None)


class ProjectorWindow(QWidget):
    """A top-level window with one page and its clock.

    Args:
        clock: The monotonic clock, in seconds.

    Signals:
        toggle_wished(): Ctrl+P was pressed here.
        closed(): The window is gone.
        screen_lost(): Its screen was unplugged; it closes.
    """

    toggle_wished = Signal()
    closed = Signal()
    screen_lost = Signal()

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle("Projector – Wargame")
        self._now = clock
        self._deadline: float | None = None
        self._on_screen: QScreen | None = None
        self.page = ProjectorPage()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.page)
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self._tick)
        for keys, slot in (("Ctrl+P", self.toggle_wished.emit), ("B", self.toggle_blank)):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenRemoved.connect(self._on_screen_removed)

    def open_on(self, screen: QScreen | None) -> None:
        """Fill a screen; without one, open as an ordinary window that can be moved to it."""
        if screen is None:
            self.resize(*_WINDOW)
            self.show()
            return
        self._on_screen = screen
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()

    def show_view(self, view: PublicView) -> None:
        """Show what is public now."""
        self.page.show_view(view)

    def set_clock(self, deadline: float | None, remaining: float | None) -> None:
        """Count down to a moment of the monotonic clock, stand still, or show no time."""
        self._deadline = deadline
        if deadline is not None:
            self._timer.start()
            self._tick()
            return
        self._timer.stop()
        text = clock_text(remaining) if remaining is not None else ""
        self.page.show_clock(text, paused=remaining is not None)

    def toggle_blank(self) -> None:
        """Show nothing for now, or everything again."""
        self.page.set_blank(blank=not self.page.is_blank)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._timer.stop()
        super().closeEvent(event)
        self.closed.emit()

    def _tick(self) -> None:
        if self._deadline is not None:
            self.page.show_clock(clock_text(self._deadline - self._now()))

    def _on_screen_removed(self, screen: QScreen) -> None:
        # Qt moves the window to another screen first; the room's view must not land on the laptop.
        if screen == self._on_screen:
            self._on_screen = None
            self.screen_lost.emit()
            self.close()
