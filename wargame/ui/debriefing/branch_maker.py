"""Makes one branch at a time in the background: played on once, then run in pairs with the game.

The one run is told first; the pairs follow once the compiled law is ready, and are handed on as
they come. Stopping keeps what is done.
"""

from __future__ import annotations

import os
import threading
from functools import partial
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QObject, Signal

from wargame.ui.exercise.law_watch import Law, LawWatch, is_wanted
from wargame.ui.worker import LatestJob, Progress, give_way

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from wargame.model.branch_options import BranchWish
    from wargame.model.branches import BranchFan, BranchKept
    from wargame.play.debrief.branching.changed_turn import ChangedTurn
    from wargame.play.debrief.branching.trying import Trial
    from wargame.play.debrief.replay import Replay


class Runs(Protocol):
    """How a branch is run in pairs with the game, each fan of more pairs than the one before."""

    def __call__(
        self, replay: Replay, changed: ChangedTurn, runs: int, *, stopped: Callable[[], bool]
    ) -> Iterator[BranchFan]:
        """The fans of a branch up to so many pairs."""


def law_runs(
    replay: Replay, changed: ChangedTurn, runs: int, *, stopped: Callable[[], bool]
) -> Iterator[BranchFan]:
    """The fans of the law itself; NumPy and the law are imported on the job's thread."""
    from wargame.play.debrief.branching.many_runs import fans, steps_to

    threads = os.cpu_count() or 1
    return fans(replay, changed, steps=steps_to(runs), threads=threads, stopped=stopped)


NO_RUNS: Final = "Forecasts are switched off here; the branch was run once."


class BranchMaker(QObject):
    """One branch on its way.

    Signals:
        moved(str, float): What is being done, and what share of it is done.
        told(object): The ``BranchKept`` as far as it is made; later ones replace it.
        made(object, str): The ``BranchKept`` is whole, or was stopped; a remark, mostly empty.
        failed(str): It cannot be made; one sentence.
    """

    moved = Signal(str, float)
    told = Signal(object)
    made = Signal(object, str)
    failed = Signal(str)

    def __init__(
        self, path: Path, parent: QObject, law: Law | None = None, runs: Runs = law_runs
    ) -> None:
        super().__init__(parent)
        from wargame.play.forecasts.compiled_law import CompiledLaw

        self._jobs = LatestJob(self)
        self._runs = runs
        self._law = LawWatch(law or CompiledLaw(str(path)), self)
        self._law.moved.connect(self._on_law_moved)
        self._stop = threading.Event()
        self._state = ("", 0.0)
        self._replay: Replay | None = None
        self._wish: BranchWish | None = None
        self._trial: Trial | None = None
        self._fan: BranchFan | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a branch is on its way."""
        return self._wish is not None

    @property
    def state(self) -> tuple[str, float]:
        """What is being done now, and what share of it is done."""
        return self._state

    def make(self, replay: Replay, wish: BranchWish) -> None:
        """Begin with a branch; one that is on its way is given up."""
        from wargame.play.debrief.branching.trying import tried

        self._forget()
        self._replay, self._wish = replay, wish
        self._stop.clear()

        def work(progress: Progress) -> Trial:
            return tried(replay, wish, progress.report, progress.check)

        self._move("Changing the turn", 0.0)
        self._jobs.run(work, self._on_tried, self._on_failed, self._on_played)

    def stop(self) -> None:
        """End here; what is done is kept, if anything is."""
        trial = self._trial
        if trial is None:
            self._jobs.cancel()
            self._forget()
            self.failed.emit("The branch was stopped before it was played on.")
        elif self._law.is_ready and is_wanted():
            self._stop.set()
        else:
            self._finish("The branch was run once; its pairs of runs were stopped.")

    def close(self) -> None:
        """Give up what is on its way, and wait until no thread and no process of it is left."""
        self._jobs.close()
        self._law.close()
        self._forget()

    def _move(self, words: str, share: float) -> None:
        self._state = (words, share)
        self.moved.emit(words, share)

    def _on_played(self, done: int, total: int) -> None:
        if total:
            self._move(f"Turn {done} of {total}", done / total)

    def _on_tried(self, trial: Trial) -> None:
        if self._wish is None:
            return
        self._trial = trial
        self.told.emit(trial.kept)
        if not self._wish.runs:
            self._finish("")
        elif not is_wanted():
            self._finish(NO_RUNS)
        elif self._law.is_ready:
            self._run()
        else:
            self._move("Preparing the runs", 0.0)
            self._law.begin()
            if self._law.fault and self._trial is not None:
                self._on_law_moved()

    def _on_law_moved(self) -> None:
        if self._trial is None or self._fan is not None:
            return
        if self._law.fault:
            self._finish(f"The branch was run once. {self._law.fault}")
        elif self._law.is_ready:
            self._run()
        elif self._law.preparing is not None:
            now = self._law.preparing
            self._move("Preparing the runs", now.done / now.total if now.total else 0.0)

    def _run(self) -> None:
        replay, trial, wish, stop = self._replay, self._trial, self._wish, self._stop
        runs = self._runs
        if replay is None or trial is None or wish is None:
            return
        fans_made: list[BranchFan] = []

        def work(progress: Progress) -> None:
            give_way()

            def stopped() -> bool:
                return stop.is_set() or progress.is_cancelled

            for fan in runs(replay, trial.changed, wish.runs, stopped=stopped):
                fans_made.append(fan)
                progress.report(fan.runs, fan.wanted)

        self._move(f"0 of {wish.runs:,} pairs of runs", 0.0)
        self._jobs.run(
            work,
            lambda _: self._on_run(fans_made),
            self._on_not_run,
            partial(self._on_fan, fans_made),
        )

    def _on_fan(self, made: list[BranchFan], done: int, total: int) -> None:
        if made and self._trial is not None:
            self._fan = made[-1]
            self._move(f"{done:,} of {total:,} pairs of runs", done / total)
            self.told.emit(self._trial.with_fan(self._fan))

    def _on_run(self, made: list[BranchFan]) -> None:
        self._fan = made[-1] if made else None
        self._finish("")

    def _on_not_run(self, sentence: str) -> None:
        self._finish(f"The branch was run once. {sentence}")

    def _on_failed(self, sentence: str) -> None:
        self._forget()
        self.failed.emit(sentence)

    def _finish(self, remark: str) -> None:
        trial, fan = self._trial, self._fan
        self._jobs.cancel()
        self._forget()
        if trial is not None:
            kept: BranchKept = trial.with_fan(fan)
            self.made.emit(kept, remark)

    def _forget(self) -> None:
        self._wish = self._trial = self._fan = self._replay = None
