"""What people add to a report in the debrief; nothing of it is made by the program."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from wargame.model.branches import BranchDropped, BranchKept, BranchRenamed
from wargame.model.debrief_entries import EntryRecord
from wargame.model.report_texts import ReportTextWritten
from wargame.play.debrief.notes import RoomNotes, room_notes
from wargame.play.debrief.replay import Replay

_NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Author:
    """Everything that people added, as it stands in the end.

    Attributes:
        texts: The author's words by the key of their place.
        notes: What the room noted.
        branches: Branches that were kept, each under its last name.
    """

    texts: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    notes: RoomNotes = field(default_factory=RoomNotes)
    branches: tuple[tuple[str, BranchKept], ...] = ()


def author_of(replay: Replay, entries: Iterable[EntryRecord] = ()) -> Author:
    """What stands in a notebook: later words count, and what was taken back is gone.

    Args:
        replay: The game, with what observers marked in play.
        entries: The notebook, oldest first.
    """
    found = tuple(entries)
    texts = dict[str, str]()
    names, branches = dict[int, str](), dict[int, BranchKept]()
    for record in found:
        match record.entry:
            case ReportTextWritten(place, text):
                texts[place] = text
            case BranchKept() as kept:
                branches[record.number] = kept
            case BranchRenamed(branch, title):
                names[branch] = title
            case BranchDropped(branch):
                branches.pop(branch, None)
    return Author(
        texts=texts,
        notes=room_notes(replay.scenario, replay.marked, found),
        branches=tuple((names.get(n, kept.title), kept) for n, kept in branches.items()),
    )
