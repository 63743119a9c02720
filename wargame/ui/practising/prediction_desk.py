"""Predictions in a practice game: asked while a turn is planned, with the engine's own beside them.

The engine's probabilities are made from the seat's own view at the moment of the answer. What the
log cannot take just then, because a turn is being adjudicated, waits until it can.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from wargame.errors import WargameError
from wargame.model.ids import Phase
from wargame.model.predictions import Prediction
from wargame.play.practice.predictions.predictions import Predictions
from wargame.play.practice.predictions.questions import question_words
from wargame.ui.practice.expectations_sheet import Asked, ExpectationsSheet
from wargame.ui.practice.practice_strip import PracticeStrip
from wargame.ui.worker import LatestJob, Progress, give_way

if TYPE_CHECKING:
    from wargame.play.practice.solo import Solo
    from wargame.ui.exercise.law_watch import LawWatch
    from wargame.ui.team.team_screen import TeamScreen


class PredictionDesk(QObject):
    """Wires the line above the work and its form to the game.

    Args:
        solo: The game.
        law: The compiled law as it is now; None where sessions do not forecast.
        is_busy: Whether a turn is being adjudicated, when the log must not grow.

    Signals:
        refused(str): Something could not be done; one sentence.
        interview_wished(): Ask another seat why.
        coach_wished(): Switch the coach on or off.
    """

    refused = Signal(str)
    interview_wished = Signal()
    coach_wished = Signal()

    def __init__(
        self,
        solo: Solo,
        law: Callable[[], LawWatch | None],
        is_busy: Callable[[], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._solo = solo
        self._law = law
        self._is_busy = is_busy
        self._predictions = Predictions(solo)
        self._team: TeamScreen | None = None
        self._strip: PracticeStrip | None = None
        self._has_coach = True
        self._odds = LatestJob(self)
        self._waiting: tuple[int, tuple[Prediction, ...]] | None = None

    def show_on(self, team: TeamScreen) -> None:
        """Put the line into a fresh screen of the seat."""
        strip = PracticeStrip()
        strip.predict_wished.connect(self.open)
        strip.interview_wished.connect(self.interview_wished)
        strip.coach_wished.connect(self.coach_wished)
        strip.show_coach(is_on=self._has_coach)
        team.strips.addWidget(strip)
        self._team, self._strip = team, strip
        self.show()

    def show_coach(self, is_on: bool) -> None:
        """Whether the coach speaks."""
        self._has_coach = is_on
        if self._strip is not None:
            self._strip.show_coach(is_on=is_on)

    def close(self) -> None:
        """Make no more runs."""
        self._odds.close()
        self._note_waiting()

    def show(self) -> None:
        """The game has changed: say how predictions stand, and keep what had to wait."""
        if self._waiting is not None:
            # Not from inside the command whose change is being told.
            QTimer.singleShot(0, self, self._note_waiting)
        if self._strip is None:
            return
        world = self._solo.game.world
        is_open = world.phase is Phase.PLAN and world.sealed_orders(self._solo.seat) is None
        asked, given = self._predictions.questions(), self._predictions.given()
        if given:
            words = f"You have said what you expect of turn {world.turn}"
        elif is_open and asked:
            words = "What do you expect of this turn?"
        else:
            words = "No predictions for this turn"
        action = "Change" if given else "Predict"
        is_played = world.phase in {Phase.PLAN, Phase.OUTCOME}
        self._strip.show_predictions(words, may_predict=is_open and bool(asked), action=action)
        self._strip.set_may_ask(may_ask=is_played and world.published_turn > 0)
        self._strip.setVisible(is_played)

    def open(self) -> None:
        """Ask the questions of the turn, beside the work."""
        if self._team is None:
            return
        scenario = self._solo.game.scenario
        given = {one.question: one.chance for one in self._predictions.given()}
        questions = self._predictions.questions()
        asked = [
            Asked(
                question_words(scenario, question),
                round(100 * given[question]) if question in given else None,
            )
            for question in questions
        ]
        sheet = ExpectationsSheet(asked)

        def keep(percents: tuple[int, ...]) -> None:
            made = tuple(
                Prediction(question, percent / 100)
                for question, percent in zip(questions, percents, strict=True)
            )
            try:
                self._predictions.give(made)
            except WargameError as error:
                sheet.refuse(str(error))
                return
            if self._team is not None:
                self._team.sheet.dismiss()
            self._ask_engine()

        sheet.kept.connect(keep)
        self._team.sheet.present("What do you expect?", sheet)
        sheet.focus_work()

    # The engine's own

    def _ask_engine(self) -> None:
        law = self._law()
        if law is None or not law.is_ready:
            return
        game, seat = self._solo.game, self._solo.seat
        scenario, world = game.scenario, game.world
        questions = self._predictions.questions()
        planned = tuple(draft.order for draft in game.drafts(seat))
        whole = tuple(order for order in planned if game.refusal(seat, order) is None)

        def reckon(progress: Progress) -> tuple[Prediction, ...]:
            from wargame.play.practice.predictions.engine_odds import engine_odds

            give_way()
            return engine_odds(
                scenario,
                world,
                seat,
                questions,
                whole,
                threads=os.cpu_count() or 1,
                stopped=lambda: progress.is_cancelled,
            )

        def take(odds: tuple[Prediction, ...]) -> None:
            self._waiting = (world.turn, odds) if odds else None
            self._note_waiting()

        self._odds.run(reckon, take, self.refused.emit)

    def _note_waiting(self) -> None:
        """Keep the engine's probabilities as soon as the log may grow."""
        waiting = self._waiting
        if waiting is None or self._is_busy():
            return
        from wargame.play.practice.predictions.engine_odds import RUNS

        self._waiting = None
        try:
            self._predictions.note_odds(*waiting, RUNS)
        except WargameError as error:
            self.refused.emit(str(error))
