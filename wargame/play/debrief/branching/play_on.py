"""A branch handed to people: a session of its own, which begins where the branch left the game."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from wargame.engine.apply import fold
from wargame.errors import RuleError, SaveError
from wargame.model.branches import BranchedOff
from wargame.model.events import Event, OutcomePublished, Record, SessionStarted
from wargame.model.scenario import Scenario
from wargame.play.debrief.branching.kept_branches import Branch
from wargame.play.keeping import stamp_after
from wargame.play.library import scenario_of_save
from wargame.play.settings import LONGEST_TITLE
from wargame.play.summary import progress_of
from wargame.storage.opening import create_save, open_save
from wargame.storage.packed_events import unpack_events
from wargame.storage.save_file import SaveFile

_MOST_NAMES = 1_000


def play_on(path: Path, branch: Branch) -> Path:
    """Makes the session of a branch beside the save that it comes from.

    It holds the log up to the branch, the changed turn, and where it comes from; its seats are
    taken as they were, and control publishes the outcome of the changed turn.

    Args:
        path: The save of the game; it is left as it is.
        branch: The branch.

    Raises:
        RuleError: The branch changes a parameter.
        SaveError: The game cannot be read, or the new file cannot be written.
    """
    kept = branch.kept
    if kept.change.parameter:
        raise RuleError(
            "branch.parameter",
            "A session keeps its parameters from its beginning on; a branch with another one can "
            "be looked at, but not played on.",
        )
    with open_save(path, read_only=True) as save:
        scenario = scenario_of_save(save)
        shared = [record for record in save.record_list() if record.number <= kept.after]
        title = _title(save.header.title, branch.title)
        target = _free_path(path, branch.title)
        events = [_renamed(record, title) for record in shared]
        events += _changed_turn(shared[-1], branch)
        events.append(_origin(save, events[-1], branch))
        _write(save, target, title, scenario, events)
    return target


def _changed_turn(last: Record, branch: Branch) -> list[Record]:
    """The branch's own events up to the publication, which is left to control."""
    own: list[Event] = []
    for event in unpack_events(branch.kept.events):
        if isinstance(event, OutcomePublished):
            break
        own.append(event)
    at = stamp_after(last.at)
    numbered = enumerate(own, start=last.number + 1)
    return [Record(number, at, event) for number, event in numbered]


def _origin(save: SaveFile, last: Record, branch: Branch) -> Record:
    kept = branch.kept
    event = BranchedOff(save.header.title, kept.after, kept.turn, branch.title, kept.words)
    return Record(last.number + 1, last.at, event)


def _renamed(record: Record, title: str) -> Record:
    event = record.event
    if not isinstance(event, SessionStarted):
        return record
    return replace(record, event=replace(event, settings=replace(event.settings, title=title)))


def _write(
    save: SaveFile, target: Path, title: str, scenario: Scenario, records: Sequence[Record]
) -> None:
    header = save.header
    new = create_save(
        target,
        save.scenario_text,
        header.scenario_sha256,
        header.scenario_id,
        title,
        header.rules,
        stamp_after(header.created),
    )
    with new:
        shown = progress_of(scenario, fold(scenario, records))
        for at, piece in groupby(records, key=lambda record: record.at):
            new.append([record.event for record in piece], at, shown)


def _title(session: str, branch: str) -> str:
    """A name for the session that says where it comes from, no longer than a name may be."""
    tail = f": {branch}"
    return f"{session[: LONGEST_TITLE - len(tail)]}{tail}"


def _free_path(path: Path, branch: str) -> Path:
    plain = "".join(c for c in branch if c.isalnum() or c in " -_").strip() or "branch"
    for number in range(1, _MOST_NAMES):
        tail = f" {number}" if number > 1 else ""
        target = path.with_name(f"{path.stem}, {plain}{tail}{path.suffix}")
        if not target.exists():
            return target
    raise SaveError(f"There are too many sessions of this branch in {path.parent}.", path)
