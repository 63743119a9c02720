"""A running practice game: one student, one seat, and no facilitator.

It owns the seat's screen from the briefing to the end and the page that says how it went. What
accompanies the student (the coach, predictions, the interview) are desks of their own that hear
its signals and put their widgets into the places of the screens.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from wargame.model.ids import Phase
from wargame.play.practice.solo import Solo
from wargame.ui.exercise import law_watch
from wargame.ui.exercise.seat_desk import SeatDesk
from wargame.ui.exercise.session import OpenSession
from wargame.ui.practising.coach_desk import CoachDesk
from wargame.ui.practising.end_desk import EndDesk
from wargame.ui.practising.guide_desk import guide_for
from wargame.ui.practising.inject_timer import InjectTimer
from wargame.ui.practising.interview_desk import InterviewDesk
from wargame.ui.practising.law_desk import LawDesk
from wargame.ui.practising.outcome_desk import OutcomeDesk
from wargame.ui.practising.prediction_desk import PredictionDesk
from wargame.ui.practising.turn_desk import TurnDesk
from wargame.ui.team.team_screen import TeamScreen

if TYPE_CHECKING:
    from wargame.play.changes import Changes
    from wargame.play.live_game import LiveGame
    from wargame.ui.exercise.law_watch import LawWatch


class Practising(OpenSession):
    """Wires the seat's screen to the game.

    Args:
        clock: The monotonic clock, in seconds.

    Attributes:
        solo: The game as it is carried on by rule.
        team: The seat's screen; None once the game has ended and its end is shown.
        law: The compiled law; None where sessions do not forecast.
        predictions: What the student expects.
        outcome: What a turn means for the seat.
        end: The page that says how it went.
        coach: What is said above the work, where the coach is on.
        interview: The opponents, asked.

    Signals:
        team_shown(object): The seat's TeamScreen has been filled; put strips into it now.
        phase_begun(object): The Phase that has begun, after the screen shows it.
        changed(object): The game has changed, as Changes, after the screen shows it.
        learn_wished(): To the learning page, from the end of the guided game.
        interview_wished(str): Ask an opponent; an actor's id, or empty for anyone.
        again_wished(str): Play the scenario with this id once more.
        debrief_wished(object, int): Look back at the save at this Path, from an event of its log;
            0 for the beginning.
    """

    team_shown = Signal(object)
    phase_begun = Signal(object)
    changed = Signal(object)
    learn_wished = Signal()
    interview_wished = Signal(str)
    again_wished = Signal(str)
    debrief_wished = Signal(object, int)

    def __init__(
        self,
        game: LiveGame,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(game, parent)
        self.solo = Solo(game)
        self.team: TeamScreen | None = None
        self.law: LawDesk | None = None
        self._turns = TurnDesk(self.solo, self)
        self._desk = SeatDesk(self.bridge, self, alone=True, is_busy=lambda: self._turns.is_running)
        self._injects = InjectTimer(self.solo, clock, lambda: self._turns.is_running, self)
        for theirs, mine in (
            (self._desk.screen_shown, self.screen_shown),
            (self._desk.screen_dropped, self.screen_dropped),
            (self._desk.refused, self.refused),
            (self._desk.menu_wished, self.menu_wished),
            (self._desk.shortcuts_wished, self.shortcuts_wished),
            (self._turns.refused, self.refused),
            (self._injects.refused, self.refused),
        ):
            theirs.connect(mine)
        self.predictions = PredictionDesk(
            self.solo, self._watch, lambda: self._turns.is_running, self
        )
        self.predictions.refused.connect(self.refused)
        self.predictions.interview_wished.connect(lambda: self.interview_wished.emit(""))
        self.outcome = OutcomeDesk(self.solo, self)
        self.outcome.refused.connect(self.refused)
        self.end = EndDesk(self.solo, self)
        self._connect_end()
        self.team_shown.connect(self.outcome.show_on)
        self.changed.connect(self.outcome.show)
        # Desks beside the game
        if (guide := guide_for(game, self)) is not None:
            self.team_shown.connect(guide.show_on)
            self.changed.connect(guide.take)
            guide.learn_wished.connect(self.learn_wished)
            guide.refused.connect(self.refused)
        else:
            self.team_shown.connect(self.predictions.show_on)
            self.changed.connect(self.predictions.show)
        self.coach = CoachDesk(self.solo, self._watch, lambda: self._turns.is_running, self)
        self.team_shown.connect(self.coach.show_on)
        self.changed.connect(self.coach.take)
        self.predictions.coach_wished.connect(self.coach.switch)
        self.coach.switched.connect(self.predictions.show_coach)
        self.predictions.show_coach(self.coach.is_on)
        self.interview = InterviewDesk(self.solo, self)
        self.team_shown.connect(self.interview.show_on)
        self.changed.connect(self.interview.take)
        self.interview_wished.connect(self.interview.open)
        self.interview.sheet_wished.connect(self.sheet_wished)
        self._desk.seat_shown.connect(self._on_seat_shown)
        self._desk.sealed.connect(self._turns.begin)
        self.bridge.changed.connect(self._on_changed)

    def begin(self) -> None:
        self._do(self.solo.settle)
        if law_watch.is_wanted() and self.bridge.game.world.settings.forecast:
            law = self.law = LawDesk(self.bridge.game, self)
            self._desk.forecasts = self.law.seat
            self._turns.running_changed.connect(lambda on: law.seat.hold(held=on))
            self.law.begin()
        self._injects.begin()
        if self.bridge.game.has_ended:
            self.end.open()
        else:
            self._desk.open_seat(self.solo.seat)
        if self.solo.waits_for_others:
            # The program was closed between the seal and the outcome.
            self._turns.begin()
        super().begin()

    @property
    def is_adjudicating(self) -> bool:
        """Whether a turn is being worked out, and the log must not grow meanwhile."""
        return self._turns.is_running

    def close(self) -> str:
        self._turns.close()
        self.predictions.close()
        self.outcome.close()
        self.end.close()
        self.coach.close()
        self.interview.close()
        if self.law is not None:
            self.law.close()
        self._injects.close()
        self._desk.clear()
        return super().close()

    def _watch(self) -> LawWatch | None:
        return self.law.watch if self.law is not None else None

    def _connect_end(self) -> None:
        game, end = self.bridge.game, self.end
        for theirs, mine in (
            (end.screen_shown, self.screen_shown),
            (end.screen_dropped, self.screen_dropped),
            (end.left, self.left),
            (end.theme_wished, self.theme_wished),
            (end.shortcuts_wished, self.shortcuts_wished),
            (end.refused, self.refused),
        ):
            theirs.connect(mine)
        end.interview_wished.connect(lambda: self.interview_wished.emit(""))
        end.again_wished.connect(lambda: self.again_wished.emit(game.scenario.id))
        end.look_back_wished.connect(lambda at: self.debrief_wished.emit(game.path, at))

    def _on_seat_shown(self, team: TeamScreen) -> None:
        self.team = team
        self._turns.show_on(team)
        team.go_on_wished.connect(self._on_go_on)
        team.leave_wished.connect(self.left)
        self.team_shown.emit(team)

    def _on_changed(self, changes: Changes) -> None:
        self.saved.emit(changes.saved_at, changes.unsaved)
        self._desk.take(changes)
        self._injects.take(changes)
        self.changed.emit(changes)
        if changes.phase is not None:
            self.phase_begun.emit(changes.phase)
        if changes.ended:
            self.end.judge()

    def _on_go_on(self) -> None:
        phase = self.bridge.game.world.phase
        if phase is Phase.BRIEF:
            self._do(self.solo.begin_planning)
        elif phase is Phase.OUTCOME:
            self._do(self.solo.begin_next_turn)
        elif phase is Phase.PLAN:
            if self.solo.waits_for_others:
                self._turns.begin()
        else:
            self.end.open()
