"""What a debrief adds to a game: branches, tags, notes, ratings, answers.

Entries stand beside the log in a chain of their own, so that looking back never changes what was
played. Each type belongs to the model file of its noun and has a ``kind``, as events have.
"""

from __future__ import annotations

from dataclasses import dataclass

from wargame.model.branches import BRANCH_ENTRIES, BranchEntry
from wargame.model.debrief_notes import NOTE_ENTRIES, NoteEntry
from wargame.model.report_texts import REPORT_TEXT_ENTRIES, ReportTextEntry

DebriefEntry = BranchEntry | NoteEntry | ReportTextEntry
"""Everything that a debrief can write down."""

ENTRY_TYPES: tuple[type[DebriefEntry], ...] = (
    *BRANCH_ENTRIES,
    *NOTE_ENTRIES,
    *REPORT_TEXT_ENTRIES,
)
"""The same as a table: the codec reads each kind by its type."""


@dataclass(frozen=True, slots=True)
class EntryRecord:
    """An entry as it stands in a save.

    Attributes:
        number: Its number, from 1 without gaps.
        at: When it was written, ISO 8601 in UTC.
        entry: What was written.
    """

    number: int
    at: str
    entry: DebriefEntry
