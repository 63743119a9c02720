"""A session that is open in the window, whoever runs it: what the window hears from every one.

An exercise with a facilitator and a solo practice are both sessions; they differ in who carries
the game on.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from wargame.errors import WargameError
from wargame.ui.bridge import GameBridge

if TYPE_CHECKING:
    from wargame.play.live_game import LiveGame


class OpenSession(QObject):
    """One game and the screens on which it is played.

    Attributes:
        bridge: The game and its signal.

    Signals:
        screen_shown(QWidget): This screen is to fill the window.
        screen_dropped(QWidget): This screen is gone for good.
        refused(str): A command was refused; one sentence.
        told(str): Something was done; one sentence.
        saved(str, str): When the save was last written, and why it is behind (empty when not).
        sheet_wished(str, QWidget): Something to read or fill beside the screen, with its title.
        sheet_done(): What was opened beside the screen has been filled in.
        left(): Control goes back to the start page.
        theme_wished(): Dark to light or back.
        menu_wished(QPoint): The full menu, at this place on the screen.
        team_menu_wished(QPoint): The menu for teams, at this place on the screen.
        shortcuts_wished(): The sheet of shortcuts.
    """

    screen_shown = Signal(QWidget)
    screen_dropped = Signal(QWidget)
    refused = Signal(str)
    told = Signal(str)
    saved = Signal(str, str)
    sheet_wished = Signal(str, QWidget)
    sheet_done = Signal()
    left = Signal()
    theme_wished = Signal()
    menu_wished = Signal(QPoint)
    team_menu_wished = Signal(QPoint)
    shortcuts_wished = Signal()

    def __init__(self, game: LiveGame, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.bridge = GameBridge(game, self)

    def begin(self) -> None:
        """Show the first screen."""
        self.saved.emit(*self.bridge.game.saved())

    def retry_save(self) -> None:
        """Try to write what the disk refused."""
        self.bridge.game.retry_save()

    def save_elsewhere(self, path: Path) -> None:
        """Go on in a copy at another place."""
        self._do(lambda: self.bridge.game.save_elsewhere(path))

    @property
    def unsaved(self) -> str:
        """Why changes are not on disk; empty when all are."""
        return self.bridge.game.saved()[1]

    def close(self) -> str:
        """Close the game and drop every screen; gives what the disk said to it, as a rule nothing.

        Whatever it says, everything that was written stays written.
        """
        try:
            self.bridge.close()
        except WargameError as error:
            return str(error)
        return ""

    def _do(self, command: Callable[[], object]) -> bool:
        """Carry out a command; a refusal becomes a sentence."""
        try:
            command()
        except WargameError as error:
            self.refused.emit(str(error))
            return False
        return True
