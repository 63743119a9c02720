"""Injects of a practice game: nobody offers or holds them, so they go out when they are due."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from wargame.errors import WargameError
from wargame.model.ids import Phase
from wargame.ui.exercise.inject_clock import InjectClock

if TYPE_CHECKING:
    from wargame.play.changes import Changes
    from wargame.play.practice.solo import Solo


class InjectTimer(QObject):
    """Looks once a second, and after every command, what is due.

    Args:
        solo: The game.
        clock: The monotonic clock, in seconds.
        is_busy: Whether a turn is being adjudicated, when the log must not grow.

    Signals:
        refused(str): One could not be sent; one sentence.
    """

    refused = Signal(str)

    def __init__(
        self,
        solo: Solo,
        clock: Callable[[], float],
        is_busy: Callable[[], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._solo = solo
        self._is_busy = is_busy
        self._is_telling = False
        world = solo.game.world
        self._turn = world.turn
        book = world.injects
        kept = (book.exercise_minutes, book.turn_minutes, book.planning_minutes)
        self._clock = InjectClock(clock, kept)
        self._clock.set_planning(planning=world.phase is Phase.PLAN)
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self.tick)

    def begin(self) -> None:
        """Let the clock run."""
        self._second.start()
        self.tick()

    def close(self) -> None:
        """Note the clock: the session closes."""
        self._second.stop()
        self._do(lambda: self._solo.keep_clock(self._clock.minutes()))

    def take(self, changes: Changes) -> None:
        """The game has changed."""
        if changes.phase is not None:
            turn = self._solo.game.world.turn
            if turn != self._turn:
                self._turn = turn
                self._clock.begin_turn()
            is_planning = changes.phase is Phase.PLAN
            self._clock.set_planning(planning=is_planning, anew=is_planning)
        if not self._is_telling:
            # What a command brings may make injects due; not while its listeners are being told.
            QTimer.singleShot(0, self, self.tick)

    def tick(self) -> None:
        """See what is due by now, and send it."""
        if self._is_busy() or self._is_telling:
            return
        self._is_telling = True
        try:
            self._do(lambda: self._solo.send_due(self._clock.minutes()))
        finally:
            self._is_telling = False

    def _do(self, command: Callable[[], object]) -> None:
        try:
            command()
        except WargameError as error:
            self.refused.emit(str(error))
