"""The button that turns dark into light and back; every screen has it in its top bar."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from wargame.ui.theme.current import current_theme
from wargame.ui.widgets.buttons import IconButton


class ThemeButton(IconButton):
    """Shows where a press leads: a sun in the dark theme, a moon in the light one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sun", "Switch to light colours", parent=parent)
        self._show_way()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._show_way()
        super().changeEvent(event)

    def _show_way(self) -> None:
        is_dark = current_theme().is_dark
        self.set_icon("sun" if is_dark else "moon")
        self.set_name("Switch to light colours" if is_dark else "Switch to dark colours")
