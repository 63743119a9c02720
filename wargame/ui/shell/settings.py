"""What the window remembers between two starts: size, theme, the scenario last chosen."""

from __future__ import annotations

from typing import cast, get_args

from PySide6.QtCore import QByteArray, QSettings

from wargame.ui.theme.switch import ThemeChoice


class WindowSettings:
    """Thin words over QSettings; every answer is sound, whatever the file holds."""

    def __init__(self, store: QSettings | None = None) -> None:
        self._store = store or QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, "wargame", "window"
        )

    @property
    def theme(self) -> ThemeChoice:
        """The chosen theme, ``system`` at first."""
        value = self._store.value("theme", "system")
        return cast("ThemeChoice", value) if value in get_args(ThemeChoice) else "system"

    @theme.setter
    def theme(self, choice: ThemeChoice) -> None:
        self._store.setValue("theme", choice)

    @property
    def geometry(self) -> QByteArray:
        """Size and place of the window as Qt saved them; empty at first."""
        value = self._store.value("geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, state: QByteArray) -> None:
        self._store.setValue("geometry", state)

    @property
    def scenario(self) -> str:
        """Id of the scenario that was chosen last; empty at first."""
        return str(self._store.value("scenario", "") or "")

    @scenario.setter
    def scenario(self, scenario: str) -> None:
        self._store.setValue("scenario", scenario)

    def splitter(self, name: str) -> QByteArray:
        """The state of a named splitter as Qt saved it; empty at first."""
        value = self._store.value(f"splitters/{name}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep_splitter(self, name: str, state: QByteArray) -> None:
        """Remember a splitter."""
        self._store.setValue(f"splitters/{name}", state)
