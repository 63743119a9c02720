"""Reports and tables of a saved game, as the window and the command line ask for them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from wargame.model.export import ExportTable
from wargame.model.ids import ActorId
from wargame.model.report import Report
from wargame.play.debrief.notebook import Notebook
from wargame.play.debrief.replay import Replay, open_replay
from wargame.play.debrief.report.after_action import after_action_report
from wargame.play.debrief.report.author import author_of
from wargame.play.debrief.report.cited import cited_events
from wargame.play.debrief.report.seat_report import seat_report
from wargame.play.debrief.tables import tables_for_control, tables_for_seat


def report_of(
    path: Path, seat: ActorId | None = None, replay: Replay | None = None, branch: str = ""
) -> tuple[Report, dict[int, str]]:
    """The report of a saved game with what its debrief added, and the cited events in words.

    Args:
        path: The save; it is only read.
        seat: For which team; None for control. A team's report cites no event of the log.
        replay: The game, where it is open already.
        branch: Name of the branch that the replay shows; empty for the game as it was played.

    Raises:
        SaveError: The file cannot be read.
        RuleError: There is no such seat.
    """
    game = replay or open_replay(path)
    author = author_of(game, Notebook(path).entries())
    if seat is not None:
        return _named(seat_report(game, seat, author.texts), branch), {}
    report = _named(after_action_report(game, author), branch)
    return report, cited_events(game, report)


def _named(report: Report, branch: str) -> Report:
    if not branch:
        return report
    return replace(report, subtitle=f"{report.subtitle}, branch “{branch}”")


def tables_of(
    path: Path, seat: ActorId | None = None, replay: Replay | None = None
) -> tuple[ExportTable, ...]:
    """The tables of a saved game; arguments and errors as for :func:`report_of`."""
    game = replay or open_replay(path)
    if seat is not None:
        return tables_for_seat(game, seat)
    return tables_for_control(game, author_of(game, Notebook(path).entries()).notes)
