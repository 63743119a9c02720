"""Where a save differs from what was written: every difference, not only the first."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from wargame.errors import SaveError
from wargame.storage import codec
from wargame.storage.chain import Header, first_hash, mark, next_hash
from wargame.storage.examination import header_of, latest_digest
from wargame.storage.notebook_chain import whole_rows
from wargame.storage.refusals import READING_ERRORS


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing in a save that is not as it was written.

    Attributes:
        number: The event it concerns; 0 where it concerns no event.
        words: What it is, in a sentence.
    """

    number: int
    words: str


def differences(view: sqlite3.Connection, path: Path) -> list[Difference]:
    """Every difference, the log's first.

    Args:
        view: A connection to a save of the current schema version.
        path: The save, for the sentences.
    """
    found: list[Difference] = []
    try:
        header = header_of(view, path)
        found += _scenario_differences(view, header)
        found += _log_differences(view, header)
        found += _snapshot_differences(view)
        found += _draft_differences(view)
        found += _notebook_differences(view, header)
    except SaveError as error:
        found.append(Difference(0, str(error)))
    except READING_ERRORS:
        found.append(Difference(0, "The file is damaged; not all of it can be read."))
    try:
        said = [row[0] for row in view.execute("PRAGMA integrity_check(20)")]
    except READING_ERRORS:
        said = ["it cannot be read"]
    if said != ["ok"]:
        found.append(Difference(0, f"The pages of the file are damaged: {said[0]}."))
    return found


def _scenario_differences(view: sqlite3.Connection, header: Header) -> Iterator[Difference]:
    ((text,),) = view.execute("SELECT text FROM scenario").fetchall()
    if not isinstance(text, bytes) or hashlib.sha256(text).hexdigest() != header.scenario_sha256:
        yield Difference(0, "The scenario is not the one that the game began with.")


def _log_differences(view: sqlite3.Connection, header: Header) -> Iterator[Difference]:
    before, expected = first_hash(header), 1
    rows = view.execute("SELECT number, at, kind, payload, hash FROM events ORDER BY number")
    last_at = ""
    for number, at, kind, payload, written in rows:
        if number != expected:
            yield Difference(expected, f"Event {expected} is missing.")
        after = next_hash(before, number, at, kind, payload)
        if after != written:
            yield Difference(number, f"Event {number} does not have the hash that was written.")
        try:
            if not codec.is_canonical(codec.decode_event(kind, payload), payload):
                yield Difference(number, f"Event {number} is not written in the canonical form.")
        except SaveError as error:
            yield Difference(number, f"Event {number} cannot be read. {error}")
        # Go on from what is written: one damaged event is one difference, not all behind it.
        before, expected, last_at = written, number + 1, at
    yield from _end_differences(view, expected - 1, last_at, before)


def _end_differences(
    view: sqlite3.Connection, number: int, at: str, tail: bytes
) -> Iterator[Difference]:
    rows = view.execute("SELECT number, at, hash, progress, digest FROM latest").fetchall()
    if len(rows) != 1 or latest_digest(*rows[0][:4]) != rows[0][4]:
        yield Difference(0, "The mark at the end of the log is damaged.")
    elif rows[0][0] > number:
        yield Difference(number + 1, f"Events {number + 1} to {rows[0][0]} are missing.")
    elif rows[0][:3] != (number, at, tail):
        yield Difference(number, "The mark at the end of the log belongs to another log.")


def _snapshot_differences(view: sqlite3.Connection) -> Iterator[Difference]:
    rows = view.execute(
        "SELECT number, world, snapshots.digest, hash "
        "FROM snapshots LEFT JOIN events USING (number)"
    )
    for number, world, digest, tail in rows:
        if tail is None or mark(number, tail, world) != digest:
            yield Difference(number, f"The snapshot after event {number} is damaged; it is unused.")


def _draft_differences(view: sqlite3.Connection) -> Iterator[Difference]:
    for seat, slot, at, payload, digest in view.execute(
        "SELECT seat, slot, at, payload, digest FROM drafts"
    ):
        if mark(seat, slot, at, payload) != digest:
            yield Difference(0, f"Draft {slot} of {seat} is damaged; it is left out.")


def _notebook_differences(view: sqlite3.Connection, header: Header) -> Iterator[Difference]:
    _, end = whole_rows(view, header)
    if not end.is_whole:
        yield Difference(0, f"Note {end.number + 1} of the debrief is damaged.")
