"""The window's tests run with the bundled fonts and the dark theme, as the program starts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from wargame.ui.exercise.law_watch import SWITCH
from wargame.ui.shell.collector import GarbageCollector
from wargame.ui.theme.apply import apply_theme
from wargame.ui.theme.fonts import FIRST_FILES, LATER_FILES, load_fonts
from wargame.ui.theme.switch import ThemeSwitch
from wargame.ui.theme.tokens import DARK

_WINDOWS = {"MainWindow", "ProjectorWindow"}


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


class _Windows(QObject):
    """Notes parts of ours that are shown as windows of their own."""

    def __init__(self, test: pytest.Item) -> None:
        super().__init__()
        self.shown: list[str] = []
        self._test = test

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.Show
            and isinstance(watched, QWidget)
            and watched.windowType() == Qt.WindowType.Window
            and not any(added() is watched for added, *_ in getattr(self._test, "qt_widgets", ()))
        ):
            self.shown.append(type(watched).__name__)
        return False


@pytest.fixture(autouse=True)
def _no_stray_windows(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[None]:
    """A part that is shown before it lies in a screen flashes as a window and takes the keyboard.

    What a test shows by itself it hands to ``qtbot``; the projector is a window by right.
    """
    watch = _Windows(request.node)
    qapp.installEventFilter(watch)
    yield
    qapp.removeEventFilter(watch)
    stray = sorted({name for name in watch.shown if name not in _WINDOWS})
    assert not stray, f"shown as windows: {stray}"


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
