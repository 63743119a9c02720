"""A debrief that is open: reads a save in the background and answers what its screen wishes."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from wargame.errors import WargameError
from wargame.ui.debriefing.branch_desk import BranchDesk
from wargame.ui.debriefing.compare_desk import CompareDesk
from wargame.ui.debriefing.interview_desk import InterviewDesk
from wargame.ui.debriefing.notes_desk import NotesDesk
from wargame.ui.debriefing.page_desk import PageDesk
from wargame.ui.debriefing.report_desk import ReportDesk
from wargame.ui.debriefing.screen_desk import ScreenDesk
from wargame.ui.debriefing.sides_desk import SidesDesk
from wargame.ui.debriefing.why_desk import WhyDesk
from wargame.ui.worker import LatestJob, Progress

if TYPE_CHECKING:
    from wargame.model.debrief_view import Course
    from wargame.play.debrief.course import Debrief
    from wargame.play.debrief.replay import Replay
    from wargame.ui.debriefing.open_debrief import OpenDebrief


class Debriefing(ScreenDesk):
    """Holds one game that is looked back on; every part of it has a desk of its own.

    Signals:
        opened(object): An ``OpenDebrief`` is there; its screen is about to be shown.
        closing(): It is given up, with its screen.
        session_wished(object): Play the session at this path.
        told(str): Something was done, such as a file written; one sentence.
    """

    opened = Signal(object)
    closing = Signal()
    session_wished = Signal(object)
    told = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._opening = LatestJob(self)
        self._open: OpenDebrief | None = None
        self._pages = PageDesk(self)
        self._why = WhyDesk(self)
        self._why.refused.connect(self.refused)
        self._sides = SidesDesk(self)
        self.notes = NotesDesk(self)
        self.notes.refused.connect(self.refused)
        self.notes.told.connect(self.told)
        self.branches = BranchDesk(self)
        for desk in (self._pages, self._why, self._sides, self.notes, self.branches):
            self.opened.connect(desk.open)
            self.closing.connect(desk.close)
        self.branches.refused.connect(self.refused)
        self.branches.noted.connect(self.told)
        self.branches.branch_opened.connect(self._on_branch_opened)
        self.branches.session_made.connect(self.session_wished)
        self.branches.compare_wished.connect(self._on_compare_wished)
        self._comparing = CompareDesk(self)
        self._comparing.left.connect(self._on_compared)
        self.pass_on(self._comparing)
        self.interview = InterviewDesk(self)
        self.opened.connect(self.interview.open)
        self.closing.connect(self.interview.close)
        self._reports = ReportDesk(self)
        self.opened.connect(self._reports.open)
        self.closing.connect(self._reports.close)
        self._reports.written.connect(self.told)
        self._reports.refused.connect(self.refused)
        self._reports.busy.connect(self.busy)

    @property
    def open(self) -> OpenDebrief | None:
        """What is open; None for nothing."""
        return self._open

    def open_path(self, path: Path) -> None:
        """Look back on a save; the file is only read."""
        self.busy.emit("Opening the debrief")
        self._read(path, partial(_read, path), "")

    def close(self) -> None:
        """Drop the screen and the game."""
        self._opening.close()
        self._comparing.close()
        self._drop()

    def compare(self, paths: tuple[Path, ...]) -> None:
        """Lay sessions beside each other."""
        self._comparing.open(paths)

    def _on_compare_wished(self) -> None:
        if self._open is not None:
            self.compare((self._open.path,))

    def _on_compared(self) -> None:
        """Back from a comparison to the debrief it was asked from, or to the start page."""
        self._comparing.close()
        if self._open is not None:
            self.screen_shown.emit(self._open.screen)
        else:
            self.left.emit()

    def _read(self, path: Path, replay: Callable[[Progress], Replay], branch: str) -> None:
        """Read a game in the background and open its debrief."""
        self._opening.run(
            partial(_opened, replay), partial(self._on_opened, path, branch), self._on_failed
        )

    def _on_branch_opened(self, replay: Callable[[Progress], Replay], branch: str) -> None:
        if self._open is not None:
            self.busy.emit("Opening the branch")
            self._read(self._open.path, replay, branch)

    def _drop(self) -> None:
        if self._open is None:
            return
        self.closing.emit()
        screen, self._open = self._open.screen, None
        screen.transport.stop()
        self.drop_screen(screen)

    def _on_opened(self, path: Path, branch: str, found: tuple[Replay, Debrief, Course]) -> None:
        from wargame.ui.debrief.debrief_screen import DebriefScreen
        from wargame.ui.debriefing.open_debrief import OpenDebrief

        self.busy.emit("")
        self._drop()
        replay, debrief, course = found
        if branch:
            course = dataclasses.replace(course, session=f"{course.session}, branch “{branch}”")
        screen = DebriefScreen(course)
        self._open = OpenDebrief(path, replay, debrief, course, screen, branch)
        screen.moment_wished.connect(self._on_moment_wished)
        screen.number_wished.connect(self._on_number_wished)
        # From a branch the way leads back to the game that it left.
        screen.home_wished.connect(partial(self.open_path, path) if branch else self.left)
        self.serve_bar(screen)
        self.opened.emit(self._open)
        screen.go_to(screen.scrubber.maximum())
        self._on_moment_wished(screen.scrubber.value(), "")
        self.screen_shown.emit(screen)

    def _on_failed(self, sentence: str) -> None:
        self.busy.emit("")
        self.refused.emit(sentence)

    def _on_moment_wished(self, place: int, seat: str) -> None:
        from wargame.model.ids import ActorId

        if self._open is None:
            return
        try:
            moment = self._open.debrief.moment(place, ActorId(seat) if seat else None)
        except WargameError as error:
            self.refused.emit(str(error))
            return
        self._open.screen.show_moment(moment)

    def _on_number_wished(self, number: int) -> None:
        if self._open is not None:
            self._open.screen.go_to(self._open.replay.place_of(number))


def _read(path: Path, _progress: Progress) -> Replay:
    from wargame.play.debrief.replay import open_replay

    return open_replay(path)


def _opened(
    read: Callable[[Progress], Replay], progress: Progress
) -> tuple[Replay, Debrief, Course]:
    from wargame.play.debrief.course import Debrief

    replay = read(progress)
    debrief = Debrief(replay)
    return replay, debrief, debrief.course()
