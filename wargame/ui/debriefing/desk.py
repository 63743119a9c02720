"""A debrief that is open: reads a save in the background and answers what its screen wishes."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from wargame.errors import WargameError
from wargame.ui.worker import LatestJob, Progress

if TYPE_CHECKING:
    from wargame.model.debrief_view import Course
    from wargame.play.debrief.course import Debrief
    from wargame.play.debrief.replay import Replay
    from wargame.ui.debrief.debrief_screen import DebriefScreen


class Debriefing(QObject):
    """Holds one game that is looked back on.

    Signals:
        screen_shown(QWidget): This screen is to fill the window.
        screen_dropped(QWidget): This screen is gone for good.
        refused(str): It cannot be opened or shown; one sentence.
        busy(str): What takes time; empty when it is done.
        left(): Back to the start page.
        menu_wished(QPoint): The full menu, at this place on the screen.
        theme_wished(): Dark to light or back.
        shortcuts_wished(): The sheet of shortcuts.
    """

    screen_shown = Signal(QWidget)
    screen_dropped = Signal(QWidget)
    refused = Signal(str)
    busy = Signal(str)
    left = Signal()
    menu_wished = Signal(QPoint)
    theme_wished = Signal()
    shortcuts_wished = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._opening = LatestJob(self)
        self._replay: Replay | None = None
        self._debrief: Debrief | None = None
        self._screen: DebriefScreen | None = None

    def open_path(self, path: Path) -> None:
        """Look back on a save; the file is only read."""
        self.busy.emit("Opening the debrief")
        self._opening.run(partial(_opened, path), self._on_opened, self._on_failed)

    def close(self) -> None:
        """Drop the screen and the game."""
        self._opening.close()
        self._drop()

    def _drop(self) -> None:
        screen, self._screen = self._screen, None
        self._replay = self._debrief = None
        if screen is not None:
            screen.transport.stop()
            screen.hide()
            self.screen_dropped.emit(screen)
            screen.deleteLater()

    def _on_opened(self, opened: tuple[Replay, Debrief, Course]) -> None:
        from wargame.ui.debrief.debrief_screen import DebriefScreen

        self.busy.emit("")
        self._drop()
        self._replay, self._debrief, course = opened
        screen = DebriefScreen(course)
        self._screen = screen
        screen.moment_wished.connect(self._on_moment_wished)
        screen.number_wished.connect(self._on_number_wished)
        screen.home_wished.connect(self.left)
        screen.menu_wished.connect(self.menu_wished)
        screen.theme_wished.connect(self.theme_wished)
        screen.shortcuts_wished.connect(self.shortcuts_wished)
        screen.go_to(screen.scrubber.maximum())
        self._on_moment_wished(screen.scrubber.value(), "")
        self.screen_shown.emit(screen)

    def _on_failed(self, sentence: str) -> None:
        self.busy.emit("")
        self.refused.emit(sentence)

    def _on_moment_wished(self, place: int, seat: str) -> None:
        from wargame.model.ids import ActorId

        if self._debrief is None or self._screen is None:
            return
        try:
            moment = self._debrief.moment(place, ActorId(seat) if seat else None)
        except WargameError as error:
            self.refused.emit(str(error))
            return
        self._screen.show_moment(moment)

    def _on_number_wished(self, number: int) -> None:
        if self._replay is not None and self._screen is not None:
            self._screen.go_to(self._replay.place_of(number))


def _opened(path: Path, _progress: Progress) -> tuple[Replay, Debrief, Course]:
    from wargame.play.debrief.course import Debrief
    from wargame.play.debrief.replay import open_replay

    replay = open_replay(path)
    debrief = Debrief(replay)
    return replay, debrief, debrief.course()
