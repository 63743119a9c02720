"""Branches of the game that is looked back on: made, drawn, named, opened, handed to people."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from wargame.errors import WargameError
from wargame.ui.debriefing.branch_jobs import (
    branch_replay,
    branch_session,
    lines_of,
    options_of,
)
from wargame.ui.debriefing.branch_maker import BranchMaker
from wargame.ui.worker import LatestJob

if TYPE_CHECKING:
    from wargame.model.branch_options import BranchOptions, BranchWish
    from wargame.model.branches import BranchChange, BranchKept
    from wargame.model.history_view import HistoryLine
    from wargame.play.debrief.branching.kept_branches import Branch, Branches
    from wargame.ui.debrief.branches.branch_sheet import BranchSheet
    from wargame.ui.debriefing.branch_jobs import Lines
    from wargame.ui.debriefing.open_debrief import OpenDebrief

MOST_CHIPS: Final = 2
_CHIP: Final = 22
"""Characters of a branch's name on its chip."""
_KEY: Final = "branch-"
_HISTORY: Final = "history"
_RUNS: Final = 1_000
_OF_A_BRANCH: Final = (
    "This is a branch already. Close it and branch from the game as it was played."
)


class BranchDesk(QObject):
    """Serves one debrief at a time.

    Signals:
        refused(str): Something cannot be done; one sentence.
        noted(str): Something is done that cannot be seen at once; one sentence.
        branch_opened(object, str): Look back on this replay (made in the background by the callable
            that is given) under this name.
        session_made(object): People play on in the session at this path.
        compare_wished(): Lay the game beside others of its scenario.
    """

    refused = Signal(str)
    noted = Signal(str)
    branch_opened = Signal(object, str)
    session_made = Signal(object)
    compare_wished = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open: OpenDebrief | None = None
        self._book: Branches | None = None
        self._sheet: BranchSheet | None = None
        self.maker: BranchMaker | None = None
        self._jobs, self._reading = LatestJob(self), LatestJob(self)
        self._branches: tuple[Branch, ...] = ()
        self._trial: BranchKept | None = None
        self._sheets = 0
        self._history: HistoryLine | None = None
        self._played: tuple[float, ...] = ()
        self._shows_history = True

    def open(self, opened: OpenDebrief) -> None:
        """Serve this debrief."""
        from wargame.play.debrief.branching.kept_branches import Branches
        from wargame.play.debrief.notebook import Notebook

        self.close()
        self._open = opened
        self._book = Branches(Notebook(opened.path))
        self.maker = BranchMaker(opened.path, self)
        self.maker.moved.connect(self._on_moved)
        self.maker.told.connect(self._on_told)
        self.maker.made.connect(self._on_made)
        self.maker.failed.connect(self._on_failed)
        screen = opened.screen
        screen.branch_wished.connect(self._on_branch_wished)
        screen.line_toggled.connect(self._on_line_toggled)
        screen.built.connect(self._draw)
        if opened.branch:
            opened.screen.name_line(_short(opened.branch))
        self._reading.run(partial(lines_of, opened, self._book), self._on_lines, self.refused.emit)

    def close(self) -> None:
        """Serve nobody, and leave no thread behind."""
        self._jobs.close()
        self._reading.close()
        if self.maker is not None:
            self.maker.close()
            self.maker.deleteLater()
        self.maker = self._open = self._book = self._sheet = self._trial = None
        self._branches, self._history, self._shows_history = (), None, True
        self._played = ()

    # Lines and chips

    def _on_lines(self, found: Lines) -> None:
        branches, self._history, self._played = found
        self._on_listed(branches)

    def _on_listed(self, branches: tuple[Branch, ...]) -> None:
        self._branches = branches
        self._show_chips()
        self._draw()

    def _show_chips(self) -> None:
        if self._open is None:
            return
        latest = self._branches[-MOST_CHIPS:]
        chips = [
            (f"{_KEY}{b.number}", f"Branch: {_short(b.title)}", b.kept.words, b.shown)
            for b in latest
        ]
        self._open.screen.lines.show_lines(chips, "branches")
        if self._history is not None:
            tip = "The index that the law gives for the recorded events; Ctrl+B lists them"
            chip = (_HISTORY, self._history.title, tip, self._shows_history)
            self._open.screen.lines.show_lines([chip], "history")

    def _draw(self) -> None:
        """Draw the branches that are shown, and the one that is being made."""
        if self._open is None or self._open.screen.plot is None:
            return
        from wargame.ui.debriefing.branch_lines import line_of, line_of_game, line_of_history

        lines = [line_of(b.title, b.kept) for b in self._branches if b.shown]
        if self._trial is not None:
            lines.append(line_of(self._trial.title, self._trial))
        if self._played:
            lines.append(line_of_game(self._played))
        self._open.screen.draw_lines("branches", lines)
        history = self._history if self._shows_history else None
        drawn = [line_of_history(history)] if history is not None else []
        self._open.screen.draw_lines("history", drawn)

    def _on_line_toggled(self, key: str, shown: bool) -> None:
        if key == _HISTORY:
            self._shows_history = shown
            self._draw()
        elif key.startswith(_KEY) and self._book is not None:
            self._change(partial(self._book.show, int(key.removeprefix(_KEY)), shown=shown))

    # The sheet

    def _on_branch_wished(self, place: int) -> None:
        opened = self._open
        if opened is None:
            return
        if opened.branch:
            self.refused.emit(_OF_A_BRANCH)
            return
        turn = max(1, opened.replay.world(place).turn)
        number = opened.replay.line[place].number
        self._jobs.run(
            partial(options_of, opened.replay, turn),
            partial(self._on_options, number),
            self.refused.emit,
        )

    def _on_options(self, number: int, found: tuple[BranchOptions | None, str]) -> None:
        from wargame.ui.debrief.branches.branch_sheet import KEPT, BranchSheet

        if self._open is None:
            return
        options, refusal = found
        runs = _RUNS
        title = self._free_title()
        sheet = BranchSheet(options, refusal, self._branches, title, runs, self._history)
        self._sheet = sheet
        self._sheets += 1
        sheet.destroyed.connect(partial(self._on_sheet_gone, self._sheets))
        if sheet.history is not None and self._open.screen.moment is not None:
            sheet.history.begin_with(self._open.screen.moment.turn)
        if sheet.new is not None:
            sheet.new.begin_with(number)
            sheet.new.change_chosen.connect(self._on_change_chosen)
            sheet.new.branch_wished.connect(self._on_wished)
            sheet.new.cancelled.connect(self._on_cancelled)
            if self.maker is not None and self.maker.is_busy:
                sheet.new.show_progress(*self.maker.state)
        sheet.compare_wished.connect(self.compare_wished)
        kept = sheet.kept
        kept.opened.connect(self._on_open)
        kept.played_on.connect(self._on_play_on)
        kept.renamed.connect(self._on_renamed)
        kept.dropped.connect(self._on_dropped)
        kept.shown.connect(self._on_shown)
        self._open.screen.sheet.present("Branches and history", sheet)
        if options is None and self._branches:
            sheet.show_page(KEPT)
        sheet.focus_work()

    def _free_title(self) -> str:
        taken = {branch.title for branch in self._branches}
        number = len(self._branches) + 1
        while f"Branch {number}" in taken:
            number += 1
        return f"Branch {number}"

    def _on_sheet_gone(self, number: int) -> None:
        # A sheet that took its place may be there already.
        if number == self._sheets:
            self._sheet = None

    def _on_change_chosen(self, change: BranchChange) -> None:
        from wargame.play.debrief.branching.change_words import change_words
        from wargame.play.debrief.branching.options import change_refusal

        sheet = self._sheet
        if self._open is None or sheet is None or sheet.new is None:
            return
        turn = sheet.new.turn
        refusal = change_refusal(self._open.replay, turn, change)
        try:
            words = change_words(self._open.replay, turn, change)
        except WargameError as error:
            words, refusal = "", str(error)
        sheet.new.say(words, refusal)

    # Making one

    def _on_wished(self, wish: BranchWish) -> None:
        if self._open is None or self._book is None or self.maker is None:
            return
        try:
            self._book.check_title(wish.title)
        except WargameError as error:
            self._on_failed(str(error))
            return
        self.maker.make(self._open.replay, wish)

    def _on_cancelled(self) -> None:
        if self.maker is not None:
            self.maker.stop()

    def _on_moved(self, words: str, share: float) -> None:
        if self._sheet is not None and self._sheet.new is not None:
            self._sheet.new.show_progress(words, share)

    def _on_told(self, trial: BranchKept) -> None:
        self._trial = trial
        self._draw()

    def _on_made(self, kept: BranchKept, remark: str) -> None:
        from wargame.ui.debrief.branches.branch_sheet import KEPT

        self._trial = None
        if self._book is None:
            return
        try:
            number = self._book.keep(kept).number
        except WargameError as error:
            self._draw()
            self._on_failed(str(error))
            return
        self._reload(number)
        if self._sheet is not None:
            if self._sheet.new is not None:
                self._sheet.new.show_progress("", 0.0)
                self._sheet.new.title.setText(self._free_title())
            self._sheet.show_page(KEPT)
        if remark:
            self.noted.emit(remark)

    def _on_failed(self, sentence: str) -> None:
        self._trial = None
        self._draw()
        if self._sheet is not None and self._sheet.new is not None:
            self._sheet.new.refuse(sentence)
        else:
            self.refused.emit(sentence)

    # Those that are kept

    def _on_renamed(self, number: int, title: str) -> None:
        if self._book is not None:
            self._change(partial(self._book.rename, number, title))

    def _on_dropped(self, number: int) -> None:
        if self._book is not None:
            self._change(partial(self._book.drop, number))

    def _on_shown(self, number: int, shown: bool) -> None:
        if self._book is not None:
            self._change(partial(self._book.show, number, shown=shown))

    def _change(self, command: partial[None]) -> None:
        try:
            command()
        except WargameError as error:
            if self._sheet is not None:
                self._sheet.kept.fault.say(str(error))
            else:
                self.refused.emit(str(error))
        self._reload()

    def _reload(self, chosen: int = 0) -> None:
        """Show the branches as the notebook has them."""
        if self._book is None:
            return
        try:
            branches = self._book.listed()
        except WargameError as error:
            self.refused.emit(str(error))
            return
        if branches != self._branches:
            self._on_listed(branches)
            if self._sheet is not None:
                self._sheet.show_branches(branches, chosen)

    def _on_open(self, number: int) -> None:
        branch = self._branch(number)
        if self._open is not None and branch is not None:
            self.branch_opened.emit(partial(branch_replay, self._open.replay, branch), branch.title)

    def _on_play_on(self, number: int) -> None:
        branch, opened = self._branch(number), self._open
        if opened is not None and branch is not None:
            self._jobs.run(
                partial(branch_session, opened.path, branch),
                self.session_made.emit,
                self.refused.emit,
            )

    def _branch(self, number: int) -> Branch | None:
        return next((branch for branch in self._branches if branch.number == number), None)


def _short(title: str) -> str:
    return title if len(title) <= _CHIP else f"{title[: _CHIP - 1].rstrip()}…"
