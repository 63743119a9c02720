"""Writing a played game as an example: the same events at times that do not depend on the day."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import datetime, timedelta
from itertools import groupby
from pathlib import Path

from wargame.engine.apply import apply
from wargame.model.debrief_entries import DebriefEntry
from wargame.model.world import World
from wargame.play.library import open_scenario, scenario_of_save
from wargame.play.summary import progress_of
from wargame.scenarios.archive import unpack
from wargame.scenarios.loading import LoadedScenario, scenario_of
from wargame.storage.notebook import write_entries
from wargame.storage.opening import create_save, open_save

STEP = timedelta(seconds=47)
"""Time between two commands of an example."""
NOTE_STEP = timedelta(minutes=3)
BREAK = timedelta(hours=1)
"""Time between the end of the game and its debrief."""


def write_example(
    played: Path, target: Path, begun: datetime, notes: Sequence[DebriefEntry] = ()
) -> None:
    """Write a played game to its place, every command at its own fixed time.

    Args:
        played: The save as it was played; it is only read.
        target: Where to; an older file there is replaced.
        begun: When it shall have begun, in UTC.
        notes: What its debrief adds.
    """
    with open_save(played, read_only=True) as save:
        scenario, text, header = scenario_of_save(save), save.scenario_text, save.header
        records = save.record_list()
    target.unlink(missing_ok=True)
    at = begun
    example = create_save(
        target,
        text,
        header.scenario_sha256,
        header.scenario_id,
        header.title,
        header.rules,
        _stamp(at),
    )
    world: World | None = None
    with example:
        for _, piece in groupby(records, key=lambda record: record.at):
            written = list(piece)
            for record in written:
                world = apply(scenario, world, record.event, record.number)
            at += STEP
            assert world is not None  # noqa: S101 - a save begins with an event
            example.append([r.event for r in written], _stamp(at), progress_of(scenario, world))
    at += BREAK
    for note in notes:
        at += NOTE_STEP
        write_entries(target, (note,), _stamp(at))
    with closing(sqlite3.connect(target)) as raw:
        raw.execute("VACUUM")


def chain_ends(path: Path) -> tuple[str, str]:
    """The last hash of a save's log and that of its notes, in hexadecimal."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as raw:
        (log,) = raw.execute("SELECT hash FROM latest").fetchone()
        notes = raw.execute("SELECT hash FROM debrief ORDER BY number DESC LIMIT 1").fetchone()
    return log.hex(), notes[0].hex() if notes else ""


def scenario_in(path: Path) -> LoadedScenario:
    """The scenario that an example was played with, as it is kept in it."""
    with open_save(path, read_only=True) as save:
        text = unpack(save.scenario_text, f"{save.header.scenario_id}.zip")
    return LoadedScenario(scenario_of(text), text)


def bundled(folder: Path) -> LoadedScenario:
    """A scenario as it lies in the checkout."""
    return open_scenario(folder)


def _stamp(at: datetime) -> str:
    return at.isoformat(timespec="milliseconds")
