"""The forecasts of a session: one compiled law, control's forecast and those of the open seat."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from wargame.ui.exercise.forecast_desk import ForecastDesk, Outlooks, rollouts
from wargame.ui.exercise.law_watch import Law, LawWatch
from wargame.ui.exercise.seat_forecasts import SeatForecasts, SeatQueries
from wargame.ui.exercise.seat_queries import LawQueries
from wargame.ui.worker import LatestJob, Progress

if TYPE_CHECKING:
    from wargame.play.changes import Changes
    from wargame.play.live_game import LiveGame
    from wargame.ui.exercise.seat_desk import SeatDesk
    from wargame.ui.facilitator.facilitator_screen import FacilitatorScreen


_log = logging.getLogger(__name__)


class Forecasts(QObject):
    """Wires forecasts to the screens of a session for as long as it is open.

    Args:
        game: The game.
        console: Control's console.
        desk: Where seats are opened.
        law: The compiled law; that of the game where none is given.
        outlooks: How control's outlooks are made.
        queries: What the model is asked for a seat.
    """

    def __init__(
        self,
        game: LiveGame,
        console: FacilitatorScreen,
        desk: SeatDesk,
        law: Law | None = None,
        outlooks: Outlooks = rollouts,
        queries: SeatQueries | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        from wargame.play.forecasts.compiled_law import CompiledLaw

        self._law = LawWatch(law or CompiledLaw(str(game.path), game.scenario), self)
        self.control = ForecastDesk(game, console, self._law, outlooks, self)
        self.seat = SeatForecasts(game, self._law, queries or LawQueries(), self)
        desk.forecasts = self.seat
        self._warming = LatestJob(self)

    def begin(self) -> None:
        """Let the law be made ready, and forecast as soon as it is."""
        self._law.begin()
        self._warming.run(_warm_up, lambda _: None, _log.warning)
        self.control.show()

    def show(self) -> None:
        """The console is in front again."""
        self.control.show()

    def take(self, changes: Changes) -> None:
        """The game has changed."""
        self.control.take(changes)

    def close(self) -> None:
        """Make no more runs, and wait until no thread and no process of them is left."""
        self.control.close()
        self.seat.close()
        self._warming.close()
        self._law.close()


def _warm_up(_progress: Progress) -> None:
    # While the law's own process looks whether all is compiled; the first forecast finds it done.
    from wargame.play.forecasts.planned_outlook import warm_up

    warm_up()
