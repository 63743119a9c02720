"""Injects and questions of a running session: the queue on the console, its sheets, its clock.

The clock runs here and the desk of ``play`` decides what is due; that goes on while a team is at
the laptop, whose screen then shows what was sent to it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from wargame.errors import WargameError
from wargame.model.ids import ActorId, Phase
from wargame.play.control.injects import Injects
from wargame.play.control.questions import Questions
from wargame.ui.exercise.inject_clock import InjectClock
from wargame.ui.exercise.inject_files import InjectFiles
from wargame.ui.exercise.seat_order import label_of
from wargame.ui.injects.inject_queue import InjectQueue
from wargame.ui.widgets.announce import announce

if TYPE_CHECKING:
    from wargame.model.injects import Inject, InjectKind, Reliability
    from wargame.model.seat_view import ActorLabel
    from wargame.play.changes import Changes
    from wargame.play.live_game import LiveGame
    from wargame.ui.exercise.clock import PhaseClock
    from wargame.ui.facilitator.facilitator_screen import FacilitatorScreen
    from wargame.ui.injects.inject_editor import InjectEditor
    from wargame.ui.injects.questions_sheet import QuestionsSheet
    from wargame.ui.injects.quick_send import QuickSend

BUSY = "The turn is being adjudicated. Send it in a moment."


class InjectDesk(QObject):
    """Carries out what control wishes for injects and questions.

    Args:
        game: The game.
        console: Control's screen, at whose bottom the queue stands.
        clock: The monotonic clock, in seconds.
        is_busy: Whether a turn is being adjudicated, when the log must not grow.

    Signals:
        sheet_wished(str, QWidget): Something to fill beside the console, with its title.
        sheet_done(): What was opened has been filled in.
        refused(str): A command was refused; one sentence.
    """

    sheet_wished = Signal(str, QWidget)
    sheet_done = Signal()
    refused = Signal(str)

    def __init__(
        self,
        game: LiveGame,
        console: FacilitatorScreen,
        clock: Callable[[], float],
        is_busy: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._game = game
        self._is_busy = is_busy
        self._injects = Injects(game)
        self._questions = Questions(game)
        self._is_telling = False
        self._is_clock_due = False
        self._turn = game.world.turn
        book = game.world.injects
        kept = (book.exercise_minutes, book.turn_minutes, book.planning_minutes)
        self._clock = InjectClock(clock, kept)
        self._clock.set_planning(planning=game.world.phase is Phase.PLAN)
        self._questions_sheet: QuestionsSheet | None = None
        self.queue = InjectQueue()
        self._files = InjectFiles(game, self._injects, self.queue, self)
        self._files.sheet_wished.connect(self.sheet_wished)
        self._files.sheet_done.connect(self.sheet_done)
        self._files.refused.connect(self.refused)
        console.set_bottom(self.queue, self.queue.stops())
        self._connect()
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self.tick)

    def begin(self) -> None:
        """Show the list and let the clock run."""
        self._show()
        self._second.start()
        self.tick()

    def close(self) -> None:
        """Note the clock: the session closes."""
        self._second.stop()
        self._files.close()
        self._do(lambda: self._injects.keep_clock(self._clock.minutes()))

    def set_clock(self, clock: PhaseClock) -> None:
        """The phase's clock was set: while that one stands still, so does this."""
        paused = clock.remaining is not None
        if paused and not self._clock.is_paused and not self._is_busy():
            self._do(lambda: self._injects.keep_clock(self._clock.minutes()))
        self._clock.set_paused(paused=paused)

    def take(self, changes: Changes) -> None:
        """Bring the queue up to date with what a command changed."""
        if changes.phase is not None:
            self._begin_phase(changes.phase)
        self._show()
        if not self._is_telling:
            # What a command brings may make injects due; not while its listeners are being told.
            QTimer.singleShot(0, self, self.tick)

    def tick(self) -> None:
        """See what is due by now."""
        if self._is_busy():
            return
        if self._is_clock_due:
            self._is_clock_due = False
            self._do(lambda: self._injects.keep_clock(self._clock.minutes()))
        self._is_telling = True
        try:
            due: tuple[str, ...] = ()
            try:
                due = self._injects.check(self._clock.minutes())
            except WargameError as error:
                self.refused.emit(str(error))
        finally:
            self._is_telling = False
        if due:
            words = f"{len(due)} injects are due." if len(due) > 1 else "An inject is due."
            announce(self.queue, words)
        self._show_injects()

    def _begin_phase(self, phase: Phase) -> None:
        # Noted with every phase, a crash costs the clock one phase at most.
        self._is_clock_due = True
        turn = self._game.world.turn
        if turn != self._turn:
            self._turn = turn
            self._clock.begin_turn()
        is_planning = phase is Phase.PLAN
        self._clock.set_planning(planning=is_planning, anew=is_planning)

    def _show_injects(self) -> None:
        self.queue.show_injects(self._injects.view(self._clock.minutes()))

    def _show(self) -> None:
        self._show_injects()
        view = self._questions.view()
        self.queue.show_questions(view.open)
        if self._questions_sheet is not None:
            self._questions_sheet.show_questions(view)

    def _connect(self) -> None:
        queue, injects = self.queue, self._injects
        queue.fire_wished.connect(lambda name: self._do(partial(injects.fire, name)))
        queue.hold_wished.connect(lambda name: self._do(partial(injects.hold, [name])))
        queue.release_wished.connect(lambda name: self._do(partial(injects.release, [name])))
        queue.skip_wished.connect(lambda name: self._do(partial(injects.skip, [name])))
        queue.hold_all_wished.connect(lambda held: self._do(lambda: injects.switch(on_hold=held)))
        queue.by_themselves_wished.connect(
            lambda itself: self._do(lambda: injects.switch(by_themselves=itself))
        )
        queue.send_wished.connect(self._on_send_wished)
        queue.write_wished.connect(lambda: self._open_editor(injects.blank()))
        queue.edit_wished.connect(self._on_edit_wished)
        queue.import_wished.connect(self._files.choose_list)
        queue.export_wished.connect(self._files.choose_place)
        queue.questions_wished.connect(self._on_questions_wished)

    # Something now

    def _on_send_wished(self) -> None:
        from wargame.ui.injects.quick_send import QuickSend

        sheet = QuickSend(self._labels())
        sheet.send_wished.connect(partial(self._on_send, sheet))
        self.sheet_wished.emit("Send something now", sheet)
        sheet.focus_work()

    def _on_send(
        self,
        sheet: QuickSend,
        text: str,
        seats: Sequence[ActorId],
        kind: InjectKind,
        sender: str,
        reliability: Reliability,
    ) -> None:
        sentence = self._tried(
            lambda: self._injects.send_now(
                text, seats, kind, sender=sender, reliability=reliability
            )
        )
        if sentence:
            sheet.refuse(sentence)
        else:
            self.sheet_done.emit()

    # One for later

    def _on_edit_wished(self, name: str) -> None:
        self._open_editor(self._injects.line(name).inject)

    def _open_editor(self, inject: Inject) -> None:
        from wargame.play.words.condition_text import EXAMPLES, condition_text
        from wargame.ui.injects.inject_editor import InjectEditor

        trigger = condition_text(inject.when) if inject.when is not None else ""
        sheet = InjectEditor(inject, trigger, self._labels(), EXAMPLES)
        sheet.kept.connect(partial(self._on_kept, sheet, send=False))
        sheet.send_wished.connect(partial(self._on_kept, sheet, send=True))
        self.sheet_wished.emit(inject.title or "An inject for later", sheet)
        sheet.focus_work()

    def _on_kept(self, sheet: InjectEditor, inject: Inject, trigger: str, *, send: bool) -> None:
        from wargame.play.words.condition_text import read_condition

        def keep() -> None:
            when = read_condition(trigger, self._game.scenario)
            self._injects.write([replace(inject, when=when)])
            if send:
                self._injects.fire(inject.id)

        sentence = self._tried(keep)
        if sentence:
            sheet.refuse(sentence)
        else:
            self.sheet_done.emit()

    # Questions

    def _on_questions_wished(self) -> None:
        from wargame.ui.injects.questions_sheet import QuestionsSheet

        sheet = QuestionsSheet()
        sheet.answered.connect(partial(self._on_answered, sheet))
        sheet.destroyed.connect(partial(self._forget_sheet, id(sheet)))
        self._questions_sheet = sheet
        sheet.show_questions(self._questions.view())
        self.sheet_wished.emit("Questions of teams", sheet)
        sheet.focus_work()

    def _on_answered(self, sheet: QuestionsSheet, number: int, text: str, to_all: bool) -> None:
        sentence = self._tried(lambda: self._questions.answer(number, text, to_all=to_all))
        if sentence:
            sheet.refuse(sentence)

    def _forget_sheet(self, which: int) -> None:
        if id(self._questions_sheet) == which:
            self._questions_sheet = None

    # Inside

    def _labels(self) -> tuple[ActorLabel, ...]:
        scenario, world = self._game.scenario, self._game.world
        return tuple(label_of(scenario, seat.actor) for seat in world.seats)

    def _tried(self, command: Callable[[], object]) -> str:
        """Carry out a command; why it was refused, or nothing."""
        if self._is_busy():
            return BUSY
        try:
            command()
        except WargameError as error:
            return str(error)
        return ""

    def _do(self, command: Callable[[], object]) -> None:
        sentence = self._tried(command)
        if sentence:
            self.refused.emit(sentence)
