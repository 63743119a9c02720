"""The compiled law of a practice game, and what it tells the one seat that is open."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from wargame.ui.exercise.law_watch import Law, LawWatch
from wargame.ui.exercise.seat_forecasts import SeatForecasts, SeatQueries
from wargame.ui.exercise.seat_queries import LawQueries
from wargame.ui.worker import LatestJob, Progress

if TYPE_CHECKING:
    from wargame.play.live_game import LiveGame


_log = logging.getLogger(__name__)


class LawDesk(QObject):
    """Follows the law being made ready and answers the student's questions with it.

    Args:
        game: The game.
        law: The compiled law; that of the game where none is given.
        queries: What the model is asked for a seat.

    Attributes:
        watch: Whether the law is ready.
        seat: What tells the open seat what may follow.
    """

    def __init__(
        self,
        game: LiveGame,
        parent: QObject,
        law: Law | None = None,
        queries: SeatQueries | None = None,
    ) -> None:
        super().__init__(parent)
        from wargame.play.forecasts.compiled_law import CompiledLaw

        self.watch = LawWatch(law or CompiledLaw(str(game.path), game.scenario), self)
        self.seat = SeatForecasts(game, self.watch, queries or LawQueries(), self)
        self._warming = LatestJob(self)

    def begin(self) -> None:
        """Let the law be made ready."""
        self.watch.begin()
        self._warming.run(_warm_up, lambda _: None, _log.warning)

    def close(self) -> None:
        """Make no more runs, and wait until no thread and no process of them is left."""
        self.seat.close()
        self._warming.close()
        self.watch.close()


def _warm_up(_progress: Progress) -> None:
    from wargame.play.forecasts.planned_outlook import warm_up

    warm_up()
