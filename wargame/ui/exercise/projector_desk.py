"""Opens the projector, feeds it what is public, and closes it with the session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from wargame.play.panels.public_facts import public_facts
from wargame.ui.exercise.clock import PhaseClock

if TYPE_CHECKING:
    from wargame.play.live_game import LiveGame
    from wargame.ui.projector.projector_window import ProjectorWindow

UNPLUGGED = "The projector’s screen was unplugged, so its window is closed. Ctrl+P opens it again."
NO_SECOND = "There is no second screen. The projector’s window can be moved to one later."


class ProjectorDesk(QObject):
    """The projector is there or not; nothing but public facts ever reaches it.

    Args:
        game: The session.
        beside: The window whose screen is not the projector's.

    Signals:
        told(str): Something people should know of the projector; one sentence.
        opened(): The projector is on now.
        closed(): It is off now.
    """

    told = Signal(str)
    opened = Signal()
    closed = Signal()

    def __init__(self, game: LiveGame, beside: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._game = game
        self._beside = beside
        self._clock = PhaseClock()
        self._window: ProjectorWindow | None = None

    @property
    def window(self) -> ProjectorWindow | None:
        """The window, while it is open."""
        return self._window

    def toggle(self) -> None:
        """Open the projector, or close it."""
        if self._window is not None:
            self._window.close()
            return
        from wargame.ui.projector.projector_window import ProjectorWindow, screen_for

        window = ProjectorWindow()
        window.toggle_wished.connect(self.toggle)
        window.closed.connect(self._on_closed)
        window.screen_lost.connect(self._on_screen_lost)
        self._window = window
        window.show_view(public_facts(self._game))
        window.set_clock(self._clock.deadline, self._clock.remaining)
        screen = screen_for(self._beside.window())
        window.open_on(screen)
        # The keyboard stays with control.
        self._beside.window().activateWindow()
        self.opened.emit()
        if screen is None:
            self.told.emit(NO_SECOND)

    def toggle_blank(self) -> None:
        """Show nothing on the projector for now, or everything again."""
        if self._window is not None:
            self._window.toggle_blank()

    def refresh(self) -> None:
        """Something has changed in the game."""
        if self._window is not None:
            self._window.show_view(public_facts(self._game))

    def set_clock(self, clock: PhaseClock) -> None:
        """Show another clock."""
        self._clock = clock
        if self._window is not None:
            self._window.set_clock(clock.deadline, clock.remaining)

    def close(self) -> None:
        """The session ends."""
        if self._window is not None:
            self._window.close()

    def _on_closed(self) -> None:
        window, self._window = self._window, None
        if window is not None:
            window.deleteLater()
        self.closed.emit()

    def _on_screen_lost(self) -> None:
        self.told.emit(UNPLUGGED)
