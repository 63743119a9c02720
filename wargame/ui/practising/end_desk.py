"""The end of a practice game: judged off the window's thread, then shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from wargame.ui.worker import LatestJob, Progress

if TYPE_CHECKING:
    from wargame.play.practice.outcome.score import Score
    from wargame.play.practice.predictions.resolving import Resolved
    from wargame.play.practice.solo import Solo
    from wargame.ui.practice.score_page import ScorePage

    Judged = tuple[Score, tuple[Resolved, ...]]


class EndDesk(QObject):
    """Shows how it went.

    Signals:
        screen_shown(QWidget): This screen is to fill the window.
        screen_dropped(QWidget): This screen is gone for good.
        look_back_wished(int): Open the debrief at this event; 0 for its beginning.
        interview_wished(): Ask the opponents.
        again_wished(): Play the scenario once more.
        left(): Back to the start page.
        theme_wished(): Dark to light or back.
        shortcuts_wished(): The sheet of shortcuts.
        refused(str): It could not be judged; one sentence.
    """

    screen_shown = Signal(QWidget)
    screen_dropped = Signal(QWidget)
    look_back_wished = Signal(int)
    interview_wished = Signal()
    again_wished = Signal()
    left = Signal()
    theme_wished = Signal()
    shortcuts_wished = Signal()
    refused = Signal(str)

    def __init__(self, solo: Solo, parent: QObject) -> None:
        super().__init__(parent)
        self._solo = solo
        self._jobs = LatestJob(self)
        self._judged: Judged | None = None
        self._is_judging = self._is_wanted = False
        self.page: ScorePage | None = None

    def open(self) -> None:
        """Show the page, as soon as the game is judged."""
        self._is_wanted = True
        if self._judged is not None:
            self._show(*self._judged)
        else:
            self.judge()

    def judge(self) -> None:
        """The game has ended: judge it while its last outcome is read."""
        if self._is_judging or self._judged is not None:
            return
        self._is_judging = True
        game, seat = self._solo.game, self._solo.seat
        scenario, line = game.scenario, tuple(game.line)

        def judge(_progress: Progress) -> Judged:
            from wargame.play.practice.outcome.score import score_of
            from wargame.play.practice.predictions.resolving import resolved

            return score_of(scenario, line, seat), resolved(scenario, line)

        self._jobs.run(judge, self._on_judged, self._on_failed)

    def close(self) -> None:
        """Drop the page."""
        self._jobs.close()
        self._drop()

    def _drop(self) -> None:
        page, self.page = self.page, None
        if page is not None:
            self.screen_dropped.emit(page)
            page.deleteLater()

    def _on_judged(self, judged: Judged) -> None:
        self._is_judging = False
        self._judged = judged
        if self._is_wanted:
            self._show(*judged)

    def _on_failed(self, sentence: str) -> None:
        self._is_judging = False
        self.refused.emit(sentence)

    def _show(self, score: Score, predictions: tuple[Resolved, ...]) -> None:
        from wargame.play.practice.predictions.resolving import brier
        from wargame.ui.practice.score_page import ScorePage

        self._drop()
        scenario = self._solo.game.scenario
        name = scenario.actor[self._solo.seat].name
        page = ScorePage(scenario.title, name, score, predictions, brier(predictions))
        page.look_back_wished.connect(lambda: self.look_back_wished.emit(0))
        page.event_wished.connect(self.look_back_wished)
        for theirs, mine in (
            (page.interview_wished, self.interview_wished),
            (page.again_wished, self.again_wished),
            (page.home_wished, self.left),
            (page.theme_wished, self.theme_wished),
            (page.shortcuts_wished, self.shortcuts_wished),
        ):
            theirs.connect(mine)
        self.page = page
        self.screen_shown.emit(page)
        page.focus_work()
