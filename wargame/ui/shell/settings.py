"""What the window remembers between two starts: size, theme, the scenario last chosen."""

from __future__ import annotations

from typing import Final, cast, get_args

from PySide6.QtCore import QByteArray, QSettings

from wargame.ui.shell.motion import MotionChoice
from wargame.ui.theme.switch import ThemeChoice

SCALES: Final = (100, 110, 125, 150, 175, 200)
"""Sizes to choose from, in per cent."""

LANGUAGES: Final = (("en", "English"),)
"""Languages there is a text for, with the name that each gives itself."""


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
    def scale(self) -> int:
        """Size of everything, in per cent of the usual; one of ``SCALES``."""
        value = str(self._store.value("scale", SCALES[0]))
        return int(value) if value in map(str, SCALES) else SCALES[0]

    @scale.setter
    def scale(self, per_cent: int) -> None:
        self._store.setValue("scale", per_cent)

    @property
    def motion(self) -> MotionChoice:
        """Whether movement follows the system or is reduced."""
        value = self._store.value("motion", "system")
        return cast("MotionChoice", value) if value in get_args(MotionChoice) else "system"

    @motion.setter
    def motion(self, choice: MotionChoice) -> None:
        self._store.setValue("motion", choice)

    @property
    def language(self) -> str:
        """The language of the window; one of ``LANGUAGES``."""
        value = str(self._store.value("language", ""))
        return value if value in dict(LANGUAGES) else LANGUAGES[0][0]

    @language.setter
    def language(self, language: str) -> None:
        self._store.setValue("language", language)

    @property
    def tour_seen(self) -> bool:
        """Whether the tour was offered once."""
        return str(self._store.value("tour_seen", "")) == "yes"

    @tour_seen.setter
    def tour_seen(self, seen: bool) -> None:
        self._store.setValue("tour_seen", "yes" if seen else "")

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
