"""Branches and history as lines of the plot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from wargame.ui.charts.beside_lines import BesideLine

if TYPE_CHECKING:
    from wargame.model.branches import BranchKept
    from wargame.model.history_view import HistoryLine


def line_of(title: str, kept: BranchKept) -> BesideLine:
    """The run of a branch that is told, with the fan of its pairs where there are any."""
    points = tuple((float(kept.turn - 1 + at), index) for at, index in enumerate(kept.index))
    fan = kept.fan.fan if kept.fan is not None else ()
    return BesideLine(
        words=title,
        points=points,
        fan=fan,
        start=points[1] if len(points) > 1 else points[0],
    )


def line_of_history(history: HistoryLine) -> BesideLine:
    """What happened, as the law's index has it."""
    return BesideLine(words=history.title, points=history.points, kind="history")


def line_of_game(index: Sequence[float]) -> BesideLine:
    """The game as it was played, beside a branch that is looked at."""
    points = tuple((float(turn), value) for turn, value in enumerate(index))
    return BesideLine(words="As it was played", points=points, kind="game")
