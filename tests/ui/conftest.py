"""The window's tests run with the bundled fonts and the dark theme, as the program starts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from wargame.ui.exercise.law_watch import SWITCH
from wargame.ui.shell.collector import GarbageCollector
from wargame.ui.theme.apply import apply_theme
from wargame.ui.theme.fonts import FIRST_FILES, LATER_FILES, load_fonts
from wargame.ui.theme.switch import ThemeSwitch
from wargame.ui.theme.tokens import DARK


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep what this person's program remembers between starts out of reach.

    Without it every session that a test opens would compile the law; tests of forecasts bring
    their own outlooks.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WARGAME_CACHE", str(tmp_path_factory.mktemp("cache")))
        patch.setenv(SWITCH, "off")
        yield


@pytest.fixture(scope="session", autouse=True)
def _collector(qapp: QApplication) -> Iterator[None]:
    """Collect garbage as the program does: widgets may only go on the window's thread."""
    collector = GarbageCollector(qapp)
    yield
    collector.stop()


@pytest.fixture(scope="session")
def fonts(qapp: QApplication) -> tuple[str, ...]:
    """The families that the bundled files bring."""
    return load_fonts((*FIRST_FILES, *LATER_FILES))


@pytest.fixture
def dark(qapp: QApplication, fonts: tuple[str, ...]) -> QApplication:
    """The application with the dark theme applied."""
    apply_theme(qapp, DARK)
    return qapp


@pytest.fixture
def saves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty place for the games of one test; it may not exist yet."""
    place = tmp_path / "saves"
    monkeypatch.setenv("WARGAME_SAVES", str(place))
    return place


@pytest.fixture
def themes(dark: QApplication) -> Iterator[ThemeSwitch]:
    """The switch between dark and light, dark at first."""
    switch = ThemeSwitch(dark, "dark")
    yield switch
    switch.set_choice("dark")
    switch.deleteLater()
