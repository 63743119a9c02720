"""The dialog that asks for a file: when it is done, the keyboard is where it was before."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget


class FileDialog(QFileDialog):
    """Goes when it is closed, and makes the window that asked the active one again.

    Not every desktop does so by itself; without it no key reaches the window, and Escape does not
    close the sheet from which the dialog was opened.
    """

    def __init__(self, asking: QWidget, title: str, start: Path | None = None) -> None:
        super().__init__(asking, title, str(start or ""))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._window = asking.window()
        self.finished.connect(self._on_finished)

    def _on_finished(self) -> None:
        self._window.activateWindow()
