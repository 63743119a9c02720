"""What the desk of branches lets be done in the background; nothing here touches a widget."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from wargame.errors import WargameError
from wargame.ui.worker import Progress

if TYPE_CHECKING:
    from wargame.model.branch_options import BranchOptions
    from wargame.model.history_view import HistoryLine
    from wargame.play.debrief.branching.kept_branches import Branch, Branches
    from wargame.play.debrief.replay import Replay
    from wargame.ui.debriefing.open_debrief import OpenDebrief

    Lines = tuple[tuple[Branch, ...], HistoryLine | None, tuple[float, ...]]


def options_of(replay: Replay, turn: int, _progress: Progress) -> tuple[BranchOptions | None, str]:
    """What can be changed in a turn, or why nothing can."""
    from wargame.play.debrief.branching.options import branch_options

    try:
        return branch_options(replay, turn), ""
    except WargameError as error:
        return None, str(error)


def branch_replay(replay: Replay, branch: Branch, _progress: Progress) -> Replay:
    """A branch to look back on."""
    from wargame.play.debrief.branching.kept_branches import replay_of

    return replay_of(replay, branch)


def branch_session(path: Path, branch: Branch, _progress: Progress) -> Path:
    """The session in which people play a branch on."""
    from wargame.play.debrief.branching.play_on import play_on

    return play_on(path, branch)


def lines_of(opened: OpenDebrief, book: Branches, _progress: Progress) -> Lines:
    """Branches, history, and beside a branch the index of the game, all to be drawn."""
    from wargame.play.debrief.history_line import history_line
    from wargame.play.debrief.replay import open_replay

    history = history_line(opened.replay.scenario, opened.replay.world(0).settings.start)
    if not opened.branch:
        return book.listed(), history, ()
    game = open_replay(opened.path)
    return (), history, game.world(game.last).index_path
