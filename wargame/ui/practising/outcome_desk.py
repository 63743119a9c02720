"""The outcome of a turn in a practice game: says what it means for the seat, beside what happened.

It compares the seat's own view before the turn with that after it, off the window's thread.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from wargame.model.ids import Phase
from wargame.ui.worker import LatestJob, Progress

if TYPE_CHECKING:
    from wargame.play.practice.outcome.meaning import Meaning
    from wargame.play.practice.solo import Solo
    from wargame.ui.team.team_screen import TeamScreen

_READ = frozenset({Phase.OUTCOME, Phase.ENDED})


class OutcomeDesk(QObject):
    """Fills the place above the list of what happened.

    Signals:
        refused(str): It could not be said; one sentence.
    """

    refused = Signal(str)

    def __init__(self, solo: Solo, parent: QObject) -> None:
        super().__init__(parent)
        self._solo = solo
        self._team: TeamScreen | None = None
        self._jobs = LatestJob(self)
        self._found: tuple[int, tuple[Meaning, ...]] = (0, ())

    def show_on(self, team: TeamScreen) -> None:
        """A fresh screen of the seat."""
        self._team = team
        self.show()

    def show(self) -> None:
        """The game has changed: say what the turn means, once there is an outcome to read."""
        world = self._solo.game.world
        if self._team is None or world.phase not in _READ:
            return
        if self._found[0] == world.turn:
            self._present()
            return
        scenario, line = self._solo.game.scenario, tuple(self._solo.game.line)
        seat = self._solo.seat

        def compare(_progress: Progress) -> tuple[Meaning, ...]:
            from wargame.play.practice.outcome.meaning import meaning_of_turn

            return meaning_of_turn(scenario, line, seat)

        self._jobs.run(compare, partial(self._on_compared, world.turn), self.refused.emit)

    def close(self) -> None:
        """Compare no more."""
        self._jobs.close()

    def _on_compared(self, turn: int, found: tuple[Meaning, ...]) -> None:
        self._found = (turn, found)
        world = self._solo.game.world
        if world.turn == turn and world.phase in _READ:
            self._present()

    def _present(self) -> None:
        from wargame.ui.practice.meaning_part import MeaningPart

        if self._team is not None and self._found[1]:
            self._team.resting.show_aside((MeaningPart(self._found[1]),))
