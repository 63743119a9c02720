"""What the two ways into a practice game share: a screen in the window, and the game behind it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from wargame.ui.worker import LatestJob


class Opening(QObject):
    """Shows screens until one of them leads into a game; what takes time goes to ``jobs``.

    Signals:
        screen_shown(QWidget): This screen is to fill the window.
        screen_dropped(QWidget): This screen is gone for good.
        game_opened(object): The game is open, as a LiveGame.
        refused(str): It could not be done; one sentence.
        busy(str): What takes time; empty when it is done.
        left(): Back to the start page.
        theme_wished(): Dark to light or back.
        shortcuts_wished(): The sheet of shortcuts.
    """

    screen_shown = Signal(QWidget)
    screen_dropped = Signal(QWidget)
    game_opened = Signal(object)
    refused = Signal(str)
    busy = Signal(str)
    left = Signal()
    theme_wished = Signal()
    shortcuts_wished = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.jobs = LatestJob(self)

    def drop(self, screen: QWidget | None) -> None:
        """Give a screen up for good, if there is one."""
        if screen is not None:
            self.screen_dropped.emit(screen)
            screen.deleteLater()

    def refuse(self, sentence: str) -> None:
        """Nothing is being done any more, and this is why."""
        self.busy.emit("")
        self.refused.emit(sentence)
