"""Opens the list of a scenario's constants over whatever is shown, and leads back to it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from wargame.ui.worker import LatestJob, Progress

if TYPE_CHECKING:
    from wargame.model.scenario import Scenario
    from wargame.model.workings import ParameterLine
    from wargame.ui.workshop.parameters_screen import ParametersScreen


class ParametersDesk(QObject):
    """Reads in the background; at most one list is open.

    Signals:
        screen_shown(QWidget): This screen is to fill the window.
        screen_dropped(QWidget): This screen is gone for good.
        refused(str): The list cannot be read; one sentence.
        theme_wished(): Dark to light or back.
        shortcuts_wished(): The sheet of shortcuts.
    """

    screen_shown = Signal(QWidget)
    screen_dropped = Signal(QWidget)
    refused = Signal(str)
    theme_wished = Signal()
    shortcuts_wished = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reading = LatestJob(self)
        self._screen: ParametersScreen | None = None

    def open_scenario(self, scenario: Scenario, before: QWidget) -> None:
        """List the constants of a scenario; ``before`` is what one comes back to."""
        self._open(partial(_lines_of, scenario), before)

    def open_path(self, path: Path, before: QWidget) -> None:
        """List those of the scenario at a place."""
        self._open(partial(_lines_at, path), before)

    def drop(self) -> None:
        """Close the list, because what it lay over is gone."""
        self._reading.cancel()
        screen, self._screen = self._screen, None
        if screen is not None:
            self.screen_dropped.emit(screen)
            screen.deleteLater()

    def _open(self, read: partial[tuple[str, tuple[ParameterLine, ...]]], before: QWidget) -> None:
        if self._screen is not None and self._screen.isVisible():
            return
        self._reading.run(read, partial(self._on_read, before), self.refused.emit)

    def _on_read(self, before: QWidget, read: tuple[str, tuple[ParameterLine, ...]]) -> None:
        if not before.isVisible():
            return
        from wargame.ui.workshop.parameters_screen import ParametersScreen

        self.drop()
        title, lines = read
        screen = ParametersScreen(title, lines)
        screen.left.connect(partial(self._on_left, before))
        screen.theme_wished.connect(self.theme_wished)
        screen.shortcuts_wished.connect(self.shortcuts_wished)
        self._screen = screen
        self.screen_shown.emit(screen)
        screen.focus_work()

    def _on_left(self, before: QWidget) -> None:
        self.screen_shown.emit(before)
        self.drop()


def _lines_of(scenario: Scenario, _progress: Progress) -> tuple[str, tuple[ParameterLine, ...]]:
    from wargame.play.panels.parameter_list import parameter_lines

    return scenario.title, parameter_lines(scenario)


def _lines_at(path: Path, progress: Progress) -> tuple[str, tuple[ParameterLine, ...]]:
    from wargame.play.library import open_scenario

    return _lines_of(open_scenario(path).scenario, progress)
