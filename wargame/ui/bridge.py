"""The one adapter between a live game and Qt: what changed becomes a signal on the window's thread.

The game may be told to act on any thread; whoever listens here is called on the thread that the
listener lives on, because Qt queues a signal that crosses threads.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from wargame.play.changes import Changes
    from wargame.play.live_game import LiveGame


class GameBridge(QObject):
    """Wraps one game for as long as it is open.

    Attributes:
        game: The game; commands and questions go straight to it.

    Signals:
        changed(object): A command was carried out; what moved, as Changes.
    """

    changed = Signal(object)

    def __init__(self, game: LiveGame, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.game = game
        self._stop = game.listen(self._on_told)

    def close(self) -> None:
        """Hear no more of the game and close it."""
        self._stop()
        self.game.close()

    def _on_told(self, changes: Changes) -> None:
        self.changed.emit(changes)
