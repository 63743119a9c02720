"""The course of the exercise: phases and their clock, the lock, and the way back.

The clock that people see runs here; what the log remembers of it is written when it is stopped,
let run or given time, and when the session closes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from wargame.errors import WargameError
from wargame.model.ids import Phase
from wargame.play.going_back import GoingBack
from wargame.play.phases import note_clock, reopen_briefing, stands_noted, time_left
from wargame.ui.exercise.clock import PhaseClock
from wargame.ui.worker import BackgroundJob, run_in_background

if TYPE_CHECKING:
    from wargame.model.events import Event
    from wargame.play.live_game import LiveGame
    from wargame.ui.facilitator.facilitator_screen import FacilitatorScreen

_ADJUDICATING = "Adjudicating the turn"


class PhaseDesk(QObject):
    """Carries out what control wishes for the course of the turn.

    Args:
        clock: The monotonic clock, in seconds.

    Signals:
        clock_set(object): The :class:`PhaseClock` as it stands from now on.
        sheet_wished(str, QWidget): Something to fill beside the console, with its title.
        sheet_done(): What was opened has been filled in.
        refused(str): A command was refused; one sentence.
    """

    clock_set = Signal(object)
    sheet_wished = Signal(str, QWidget)
    sheet_done = Signal()
    refused = Signal(str)

    def __init__(
        self,
        game: LiveGame,
        console: FacilitatorScreen,
        clock: Callable[[], float],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._game = game
        self._console = console
        self._now = clock
        self._back = GoingBack(game)
        self._is_adjudicating = False
        self._work: BackgroundJob[tuple[Event, ...]] | None = None
        self.clock = PhaseClock()
        console.start_planning_wished.connect(lambda: self._do(game.start_planning))
        console.lock_wished.connect(self._on_lock)
        console.publish_wished.connect(lambda: self._do(game.publish))
        console.next_turn_wished.connect(lambda: self._do(game.begin_next_turn))
        console.pause_wished.connect(lambda: self._note(self.clock.paused(self._now())))
        console.resume_wished.connect(lambda: self._note(self.clock.resumed(self._now())))
        console.time_added.connect(self._on_time_added)
        console.course_wished.connect(self._on_course_wished)
        console.undo_wished.connect(self._on_undo)
        console.redo_wished.connect(self._on_redo)
        console.foot.stop_wished.connect(self._on_stop)

    @property
    def is_adjudicating(self) -> bool:
        """Whether a turn is being worked out, and the log must not grow meanwhile."""
        return self._is_adjudicating

    def begin(self) -> None:
        """Set the clock of a session that is opened; it stands still until control lets it run."""
        self._stand()
        clock = self.clock
        if clock.exists and not stands_noted(self._game.line):
            left = clock.left(self._now())
            self._do(lambda: note_clock(self._game, left, clock.planned, runs=False))

    def _stand(self) -> None:
        """Set the clock as the log left it, standing still."""
        minutes = self._game.world.settings.plan_minutes
        left = time_left(self._game.line, minutes)
        if left is not None:
            self._set(PhaseClock(remaining=left.remaining, planned=left.planned))

    def on_phase(self, phase: Phase) -> None:
        """A phase began: planning has its clock, the others have one when control gives them time.

        A phase to which the game went back has the time that it had left then, standing still.
        """
        if self._game.records[-1].number != self._game.line[-1].number:
            self._set(PhaseClock())
            self._stand()
            return
        minutes = self._game.world.settings.plan_minutes
        is_planning = phase is Phase.PLAN
        self._set(PhaseClock.started(minutes, self._now()) if is_planning else PhaseClock())

    def close(self) -> None:
        """Write down what is left on a clock that runs: the session closes."""
        if self.clock.deadline is not None:
            self._note(self.clock.paused(self._now()))

    def course_menu(self) -> QMenu:
        """What can be skipped, reopened, taken back and done again now; gone once it is closed."""
        menu = QMenu(self._console)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        phase = self._game.world.phase
        if phase is Phase.BRIEF:
            menu.addAction("Skip planning and adjudicate").triggered.connect(self._on_skip_planning)
        if phase is Phase.PLAN:
            menu.addAction("Reopen the briefing").triggered.connect(
                lambda: self._do(lambda: reopen_briefing(self._game))
            )
        if phase is Phase.ADJUDICATE:
            menu.addAction("Reopen planning").triggered.connect(
                lambda: self._do(self._back.reopen_planning)
            )
            menu.addAction("Publish and begin the next turn").triggered.connect(
                self._on_skip_outcome
            )
            if self._game.world.outcome is not None:
                menu.addAction("Let the game go on…").triggered.connect(self._on_let_go_on)
        if menu.actions():
            menu.addSeparator()
        last, left = self._back.last_step(), self._back.next_step()
        undo = menu.addAction(f"Take back: {last}\tCtrl+Z" if last else "Nothing to take back")
        undo.setEnabled(bool(last))
        undo.triggered.connect(self._on_undo)
        redo = menu.addAction(f"Do again: {left}\tCtrl+Shift+Z" if left else "Nothing to do again")
        redo.setEnabled(bool(left))
        redo.triggered.connect(self._on_redo)
        moments = menu.addAction("Go back to…")
        moments.setEnabled(bool(self._back.moments()))
        moments.triggered.connect(self._on_moments)
        menu.addAction("Automation…").triggered.connect(self._on_automation)
        return menu

    def _on_automation(self) -> None:
        from wargame.ui.facilitator.automation_sheet import AutomationSheet

        refusal = ""
        if self._game.world.phase is Phase.ADJUDICATE:
            refusal = "Automation is switched before the lock or after the outcome."
        sheet = AutomationSheet(self._game.world.settings, refusal)
        sheet.switches_kept.connect(self._on_switches_kept)
        self.sheet_wished.emit("Automation", sheet)

    def _on_switches_kept(self, switches: dict[str, bool]) -> None:
        from wargame.play.adjudication.rulings import Rulings

        if self._do(lambda: Rulings(self._game).set_automation(**switches)):
            self.sheet_done.emit()

    def _on_let_go_on(self) -> None:
        from wargame.ui.facilitator.go_on_sheet import GoOnSheet

        outcome = self._game.world.outcome
        if outcome is None:
            return
        sheet = GoOnSheet(outcome.words)
        sheet.reason_given.connect(self._on_go_on_reason)
        self.sheet_wished.emit("Let the game go on", sheet)
        sheet.focus_work()

    def _on_go_on_reason(self, reason: str) -> None:
        from wargame.play.adjudication.rulings import Rulings

        if self._do(lambda: Rulings(self._game).overrule_end(reason, "Control")):
            self.sheet_done.emit()

    # The clock

    def _set(self, clock: PhaseClock) -> None:
        self.clock = clock
        self.clock_set.emit(clock)

    def _note(self, clock: PhaseClock) -> None:
        if clock == self.clock or not clock.exists:
            return
        self._set(clock)
        left = clock.left(self._now())
        runs = clock.deadline is not None
        self._do(lambda: note_clock(self._game, left, clock.planned, runs=runs))

    def _on_time_added(self, minutes: int) -> None:
        now = self._now()
        more = self.clock.with_more(minutes, now)
        self._note(more if self.clock.exists else PhaseClock.started(max(0, minutes), now))

    # The course

    def _on_course_wished(self, place: QPoint) -> None:
        self.course_menu().popup(place)

    def _on_skip_planning(self) -> None:
        if self._do(self._game.start_planning):
            self._on_lock()

    def _on_skip_outcome(self) -> None:
        if self._do(self._game.publish) and not self._game.has_ended:
            self._do(self._game.begin_next_turn)

    def _on_undo(self) -> None:
        if not self._is_adjudicating:
            self._do(self._back.undo)

    def _on_redo(self) -> None:
        if not self._is_adjudicating:
            self._do(self._back.redo)

    def _on_moments(self) -> None:
        from wargame.ui.facilitator.moments_sheet import MomentsSheet

        sheet = MomentsSheet(self._back.moments())
        sheet.moment_chosen.connect(self._on_moment_chosen)
        self.sheet_wished.emit("Go back to an earlier moment", sheet)
        sheet.focus_work()

    def _on_moment_chosen(self, number: int, reason: str) -> None:
        if self._do(lambda: self._back.go_to(number, reason)):
            self.sheet_done.emit()

    def _on_lock(self) -> None:
        if self._is_adjudicating:
            return
        try:
            work = self._game.begin_adjudication()
        except WargameError as error:
            self.refused.emit(str(error))
            return
        self._is_adjudicating = True
        self._console.set_busy(_ADJUDICATING)
        self._work = run_in_background(
            self,
            lambda progress: work(progress.report),
            self._on_adjudicated,
            self._on_adjudication_failed,
            self._on_deciding,
        )

    def _on_deciding(self, done: int, total: int) -> None:
        words = f"Computer seats decide: {done} of {total}"
        self._console.set_busy(words if done < total else _ADJUDICATING, may_stop=True)

    def _on_stop(self) -> None:
        """Back to planning: nothing of a turn that is stopped reaches the log."""
        if self._work is not None and self._is_adjudicating:
            self._work.cancel()
            self._is_adjudicating = False
            self._console.set_busy("")

    def _on_adjudicated(self, events: tuple[Event, ...]) -> None:
        self._is_adjudicating = False
        self._console.set_busy("")
        self._do(lambda: self._game.finish_adjudication(events))

    def _on_adjudication_failed(self, sentence: str) -> None:
        self._is_adjudicating = False
        self._console.set_busy("")
        self.refused.emit(sentence)

    def _do(self, command: Callable[[], object]) -> bool:
        """Carry out a command; a refusal becomes a sentence."""
        try:
            command()
        except WargameError as error:
            self.refused.emit(str(error))
            return False
        return True
