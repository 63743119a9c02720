"""The choice between following the system, dark and light, and the signal when colours change."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from wargame.ui.theme.apply import apply_theme
from wargame.ui.theme.tokens import DARK, LIGHT, Theme

ThemeChoice = Literal["system", "dark", "light"]


class ThemeSwitch(QObject):
    """Keeps the application in the chosen theme.

    Attributes:
        theme: The theme in force.
        choice: What was chosen, ``system`` at first.

    Signals:
        theme_changed(Theme): After the new theme has been applied.
    """

    theme_changed = Signal(Theme)

    def __init__(
        self, app: QApplication, choice: ThemeChoice = "system", parent: QObject | None = None
    ) -> None:
        super().__init__(parent or app)
        self._app = app
        # The hints object is kept: a fresh Python wrapper would drop the connection with it.
        self._hints = app.styleHints()
        self._hints.colorSchemeChanged.connect(self._on_scheme_changed)
        self._choice: ThemeChoice = choice
        self._theme = self._wanted()
        apply_theme(app, self._theme)

    @property
    def theme(self) -> Theme:
        return self._theme

    @property
    def choice(self) -> ThemeChoice:
        return self._choice

    def set_choice(self, choice: ThemeChoice) -> None:
        """Follow the system, or stay dark or light whatever it does."""
        self._choice = choice
        self._bring_into_force()

    def toggle(self) -> None:
        """Dark becomes light and the other way round, and stays so."""
        self.set_choice("light" if self._theme.is_dark else "dark")

    def _on_scheme_changed(self) -> None:
        if self._choice == "system":
            self._bring_into_force()

    def _bring_into_force(self) -> None:
        wanted = self._wanted()
        if wanted is self._theme:
            return
        self._theme = wanted
        apply_theme(self._app, wanted)
        self.theme_changed.emit(wanted)

    def _wanted(self) -> Theme:
        if self._choice == "dark":
            return DARK
        if self._choice == "light":
            return LIGHT
        # Unknown, as on a bare X11, counts as dark: the reference pictures are dark.
        is_light = self._hints.colorScheme() == Qt.ColorScheme.Light
        return LIGHT if is_light else DARK
