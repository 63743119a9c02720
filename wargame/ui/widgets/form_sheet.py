"""A form beside a screen whose Ctrl+Enter is its own while the keyboard is in it.

The screen behind keeps the same keys for its primary action; two shortcuts on one key would cancel
each other out, so the form takes the key before shortcuts see it.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class FormSheet(QWidget):
    """Ctrl+Enter presses its primary button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._primary: QAbstractButton | None = None

    def set_primary(self, button: QAbstractButton) -> None:
        """The button that Ctrl+Enter presses."""
        self._primary = button

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and _is_ctrl_enter(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_ctrl_enter(event) and self._primary is not None:
            # A key held down must not send twice.
            if not event.isAutoRepeat() and self._primary.isVisible():
                self._primary.click()
            return
        super().keyPressEvent(event)


def _is_ctrl_enter(event: QEvent) -> bool:
    if not isinstance(event, QKeyEvent) or event.key() not in _ENTER:
        return False
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return held == Qt.KeyboardModifier.ControlModifier
