"""The learning path in the window: its page, its exercises and their runs, and the first game.

Everything that reads files or runs the model goes off the window's thread.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from wargame.errors import SaveError
from wargame.model.ids import ActorId
from wargame.ui.exercise import law_watch
from wargame.ui.practising.opening import Opening
from wargame.ui.worker import LatestJob, Progress, give_way

if TYPE_CHECKING:
    from wargame.model.lessons import Exercise, GuidedGame, Part
    from wargame.model.scenario import Scenario
    from wargame.play.live_game import LiveGame
    from wargame.play.practice.lessons.progress import ExerciseRecord, ProgressBook
    from wargame.play.practice.lessons.shelf import Shelf
    from wargame.play.practice.lessons.trials import TrialResult
    from wargame.ui.learning.exercise_screen import ExerciseScreen
    from wargame.ui.learning.learning_screen import LearningScreen


class LearningDesk(Opening):
    """Opens the learning page and carries out what it wishes."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._runs = LatestJob(self)
        self._shelf: Shelf | None = None
        self._book: ProgressBook | None = None
        self._page: LearningScreen | None = None
        self._exercise: ExerciseScreen | None = None
        self._scenarios: dict[str, Scenario] = {}
        self._watch: law_watch.LawWatch | None = None
        self._watched = ""
        self._is_stopped = False

    def open(self) -> None:
        """Read lessons and progress, and show the page."""
        self.busy.emit("Reading the lessons")
        self.jobs.run(_read, self._on_read, self._on_failed)

    def close(self) -> None:
        """Drop page and exercise, and make no more runs."""
        self.jobs.cancel()
        self._drop_exercise()
        page, self._page = self._page, None
        self.drop(page)
        self._drop_watch()

    def _drop_watch(self) -> None:
        watch, self._watch = self._watch, None
        if watch is not None:
            watch.close()
            watch.deleteLater()

    # The page

    def _on_read(self, found: tuple[Shelf, ProgressBook]) -> None:
        from wargame.ui.learning.learning_screen import LearningScreen

        self.busy.emit("")
        self.close()
        self._shelf, self._book = found
        page = LearningScreen(self._shelf.guided, self._shelf.exercises, self._shelf.faults)
        page.guided_wished.connect(self._on_guided)
        page.anew_wished.connect(self._on_anew)
        page.exercise_wished.connect(self._on_exercise)
        page.left.connect(self.left)
        page.theme_wished.connect(self.theme_wished)
        page.shortcuts_wished.connect(self.shortcuts_wished)
        self._page = page
        self._show_page(self._book.fault)

    def _show_page(self, fault: str = "") -> None:
        page, book, shelf = self._page, self._book, self._shelf
        if page is None or book is None or shelf is None:
            return
        records = {one.id: book.exercise(one.id) for one in shelf.exercises}
        left = {one.id: book.left(one.id) for one in shelf.exercises}
        guided = book.guided(shelf.guided.id if shelf.guided else "")
        page.show_progress(guided, records, left, fault)
        self.screen_shown.emit(page)
        page.focus_work()

    def _on_failed(self, sentence: str) -> None:
        if self._page is not None:
            self._page.set_busy("")
        self.refuse(sentence)

    # The guided game

    def _on_guided(self) -> None:
        if self._shelf is None or self._shelf.guided is None or self._book is None:
            return
        if self._page is not None:
            self._page.set_busy("Opening your first game")
        work = partial(_guided_game, self._shelf.guided, self._book)
        self.jobs.run(work, self._on_game, self._on_failed)

    def _on_anew(self) -> None:
        """Forget how far the guided game is; its session stays among the others."""
        from wargame.play.practice.lessons.progress import GuidedRecord

        if self._shelf is None or self._shelf.guided is None or self._book is None:
            return
        try:
            self._book.keep_guided(self._shelf.guided.id, GuidedRecord())
        except SaveError as error:
            self.refused.emit(str(error))
        self._on_guided()

    def _on_game(self, game: LiveGame) -> None:
        self.close()
        self.game_opened.emit(game)

    # The exercises

    def _on_exercise(self, name: str) -> None:
        from wargame.ui.learning.exercise_screen import ExerciseScreen

        shelf, book = self._shelf, self._book
        exercise = shelf.of(name) if shelf is not None else None
        if shelf is None or exercise is None or book is None:
            return
        self._drop_exercise()
        screen = ExerciseScreen(exercise, len(shelf.exercises))
        screen.run_wished.connect(self._on_run)
        screen.stop_wished.connect(self._on_stop)
        screen.answered.connect(self._on_answered)
        screen.anew_wished.connect(self._on_exercise_anew)
        screen.left.connect(self._on_exercise_left)
        screen.theme_wished.connect(self.theme_wished)
        screen.shortcuts_wished.connect(self.shortcuts_wished)
        screen.resume(book.left(name))
        self._exercise = screen
        self._make_law_ready(exercise.scenario)
        self._on_law_moved()
        self.screen_shown.emit(screen)
        screen.focus_work()

    def _make_law_ready(self, scenario: str) -> None:
        """Let the fast law be compiled while the case is read; without it, runs are few."""
        if not law_watch.is_wanted() or (self._watch is not None and self._watched == scenario):
            return
        from wargame.play.forecasts.compiled_law import CompiledLaw

        self._drop_watch()
        self._watched = scenario
        self._watch = law_watch.LawWatch(CompiledLaw(scenario), self)
        self._watch.moved.connect(self._on_law_moved)
        self._watch.begin()

    def _on_law_moved(self) -> None:
        from wargame.ui.learning.words import law_text

        preparing = self._watch.preparing if self._watch is not None else None
        if self._exercise is not None:
            said = law_text(preparing.done, preparing.total) if preparing is not None else ""
            is_fast = self._watch is not None and self._watch.is_ready
            self._exercise.show_law(said, is_fast=is_fast)

    def _on_run(self, which: str) -> None:
        if self._exercise is None:
            return
        exercise = self._exercise.exercise
        part = exercise.before if which == "before" else exercise.after
        self._is_stopped = False
        is_compiled = self._watch is not None and self._watch.is_ready
        self._runs.run(
            partial(self._run, exercise, part, is_compiled),
            self._on_result,
            self._on_run_failed,
            self._on_progress,
        )

    def _run(
        self, exercise: Exercise, part: Part, is_compiled: bool, progress: Progress
    ) -> TrialResult | None:
        from wargame.play.library import find_scenario
        from wargame.play.practice.lessons.trials import COMPILED_RUNS, PLAIN_RUNS, run_trial

        give_way()
        progress.report(0, COMPILED_RUNS if is_compiled else PLAIN_RUNS)
        scenario = self._scenarios.get(exercise.scenario)
        if scenario is None:
            scenario = find_scenario(exercise.scenario).scenario
            self._scenarios[exercise.scenario] = scenario
        return run_trial(
            scenario,
            part.trial,
            COMPILED_RUNS if is_compiled else PLAIN_RUNS,
            is_compiled=is_compiled,
            told=progress.report,
            stopped=lambda: self._is_stopped or progress.is_cancelled,
        )

    def _on_stop(self) -> None:
        # A flag and not a cancel: what is done by now still counts.
        self._is_stopped = True

    def _on_progress(self, done: int, total: int) -> None:
        if self._exercise is not None:
            self._exercise.show_progress(done, total)

    def _on_result(self, result: TrialResult | None) -> None:
        if self._exercise is not None:
            self._exercise.show_result(result)

    def _on_run_failed(self, sentence: str) -> None:
        if self._exercise is not None:
            self._exercise.show_fault(sentence)

    def _on_answered(self, record: ExerciseRecord) -> None:
        """Keep what was answered, so that the exercise goes on there when it is left."""
        from wargame.play.keeping import now

        if self._book is None or self._exercise is None:
            return
        name = self._exercise.exercise.id
        if record.after_said:
            record = replace(record, done_at=now(), run=None)
        try:
            self._book.keep_exercise(name, record)
        except SaveError as error:
            self.refused.emit(str(error))

    def _on_exercise_anew(self) -> None:
        """Forget what was answered half way; what was finished before stays."""
        if self._book is None or self._exercise is None:
            return
        name = self._exercise.exercise.id
        try:
            self._book.forget_left(name)
        except SaveError as error:
            self.refused.emit(str(error))
        self._on_exercise(name)

    def _on_exercise_left(self) -> None:
        self._drop_exercise()
        self._show_page()

    def _drop_exercise(self) -> None:
        self._runs.close()
        screen, self._exercise = self._exercise, None
        if screen is not None:
            screen.hide()
        self.drop(screen)


def _read(_progress: Progress) -> tuple[Shelf, ProgressBook]:
    from wargame.play.practice.lessons.progress import ProgressBook
    from wargame.play.practice.lessons.shelf import lesson_shelf

    return lesson_shelf(), ProgressBook()


def _guided_game(guided: GuidedGame, book: ProgressBook, _progress: Progress) -> LiveGame:
    """The guided game where it was left, or a new one."""
    from wargame import paths
    from wargame.play.library import find_scenario
    from wargame.play.live_game import open_game
    from wargame.play.new_game import new_game
    from wargame.play.practice.lessons.progress import GuidedRecord
    from wargame.play.practice.set_up import SoloChoice, practice_settings

    record = book.guided(guided.id)
    kept = paths.saves() / record.save
    if record.save and not record.done_at and kept.is_file():
        return open_game(kept)
    loaded = find_scenario(guided.scenario)
    choice = SoloChoice(ActorId(guided.seat), guided.start, coach=False)
    settings = practice_settings(loaded.scenario, choice, guided.seed)
    game = new_game(loaded, replace(settings, title=guided.title))
    try:
        book.keep_guided(guided.id, GuidedRecord(0, game.path.name))
    except SaveError:
        game.close()
        raise
    return game
