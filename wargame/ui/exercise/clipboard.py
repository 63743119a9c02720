"""Takes back what a team has copied, so that it does not travel with the laptop."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QClipboard, QGuiApplication

_MODES: Final = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)


class CopiedText(QObject):
    """Watches the clipboard while a seat is open.

    What other programs put there is not ours to clear. Not every platform says whose it is, so
    that a change while our window is the active one counts as ours too.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ours: set[QClipboard.Mode] = set()
        self._board = QGuiApplication.clipboard()
        self._board.changed.connect(self._on_changed)

    def clear(self) -> None:
        """Forget what was copied here."""
        for mode in _MODES:
            is_owned = {
                QClipboard.Mode.Clipboard: self._board.ownsClipboard,
                QClipboard.Mode.Selection: self._board.ownsSelection,
            }[mode]()
            if mode in self._ours or is_owned:
                self._board.clear(mode)
        self._ours.clear()

    def _on_changed(self, mode: QClipboard.Mode) -> None:
        is_active = QGuiApplication.applicationState() == Qt.ApplicationState.ApplicationActive
        if is_active:
            self._ours.add(mode)
        else:
            self._ours.discard(mode)
