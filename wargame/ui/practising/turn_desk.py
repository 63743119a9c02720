"""The turn of a practice game between the seal and its outcome, worked out off the window's thread.

Nothing of a turn that is stopped reaches the log: the orders become drafts again and planning
goes on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from wargame.errors import WargameError
from wargame.ui.worker import BackgroundJob, run_in_background

if TYPE_CHECKING:
    from wargame.model.events import Event
    from wargame.play.practice.solo import Solo
    from wargame.ui.team.team_screen import TeamScreen


class TurnDesk(QObject):
    """Lets the other seats decide, has the turn adjudicated and publishes it.

    Signals:
        refused(str): It could not be done; one sentence.
        running_changed(bool): A turn is being worked out from now on, or no longer.
    """

    refused = Signal(str)
    running_changed = Signal(bool)

    def __init__(self, solo: Solo, parent: QObject) -> None:
        super().__init__(parent)
        self._solo = solo
        self._team: TeamScreen | None = None
        self._work: BackgroundJob[tuple[Event, ...]] | None = None

    @property
    def is_running(self) -> bool:
        """Whether a turn is being worked out, and the log must not grow meanwhile."""
        return self._work is not None

    def show_on(self, team: TeamScreen | None) -> None:
        """Show the progress on this screen from now on; None on no screen."""
        self._team = team
        if team is not None:
            team.unseal_wished.connect(self.stop)

    def begin(self) -> None:
        """The student has sealed."""
        if self._work is not None:
            return
        try:
            work = self._solo.adjudication()
        except WargameError as error:
            self.refused.emit(str(error))
            return
        self._show(0, len(self._solo.game.world.seats) - 1)
        self._work = run_in_background(
            self,
            lambda progress: work(progress.report),
            self._on_done,
            self._on_failed,
            self._show,
        )
        self.running_changed.emit(self.is_running)

    def stop(self) -> None:
        """Drop the turn; what was found of it is forgotten."""
        work, self._work = self._work, None
        if work is not None:
            work.cancel()
            self._show(0, 0)
            self.running_changed.emit(self.is_running)

    def close(self) -> None:
        """Drop the turn and wait for its thread."""
        work = self._work
        self.stop()
        if work is not None:
            work.wait()

    def _on_done(self, events: tuple[Event, ...]) -> None:
        self._work = None
        try:
            self._solo.take(events)
        except WargameError as error:
            self._on_failed(str(error))
            return
        self.running_changed.emit(self.is_running)

    def _on_failed(self, sentence: str) -> None:
        self._work = None
        self._show(0, 0)
        self.running_changed.emit(self.is_running)
        if self._team is not None:
            self._team.resting.offer_go_on("Try again")
        self.refused.emit(sentence)

    def _show(self, done: int, total: int) -> None:
        if self._team is not None:
            self._team.resting.show_progress(done, total)
