"""The chain of a notebook: reading the entries of a debrief as far as they are whole."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from hashlib import sha256

from wargame.storage.chain import Header, first_hash, next_hash

_ENTRIES = "SELECT number, at, kind, payload, hash FROM debrief ORDER BY number"

EntryRow = tuple[int, str, str, bytes, bytes]


@dataclass(frozen=True, slots=True)
class NotebookEnd:
    """Where a notebook ends, or breaks.

    Attributes:
        number: Number of the last entry that is whole; 0 for none.
        hash: Its hash; the notebook's first hash for none.
        is_whole: Whether nothing behind it is damaged.
    """

    number: int
    hash: bytes
    is_whole: bool


def whole_rows(view: sqlite3.Connection, header: Header) -> tuple[list[EntryRow], NotebookEnd]:
    """The rows of a notebook up to the first damaged one, and where that is."""
    before = first_notebook_hash(header)
    found: list[EntryRow] = []
    for number, at, kind, payload, written in view.execute(_ENTRIES):
        is_row = isinstance(at, str) and isinstance(kind, str) and isinstance(payload, bytes)
        if number != len(found) + 1 or not is_row:
            return found, NotebookEnd(len(found), before, is_whole=False)
        after = next_hash(before, number, at, kind, payload)
        if after != written:
            return found, NotebookEnd(len(found), before, is_whole=False)
        found.append((number, at, kind, payload, written))
        before = after
    return found, NotebookEnd(len(found), before, is_whole=True)


def first_notebook_hash(header: Header) -> bytes:
    """The hash before entry 1: it belongs to this session and is no event's, 32 bytes."""
    return sha256(b"wargame-debrief" + first_hash(header)).digest()
