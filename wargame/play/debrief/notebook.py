"""The one door by which a debrief writes: notes beside a game, never in its log."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from wargame.model.debrief_entries import DebriefEntry, EntryRecord
from wargame.play.keeping import now
from wargame.storage.notebook import first_damaged, read_entries, write_entries

Kind = TypeVar("Kind", bound=DebriefEntry)


class Notebook:
    """What was written down about one saved game.

    Nothing stays open between two calls, and nothing is kept in memory but what was read last.
    May be used from any thread, by one at a time.

    Attributes:
        path: The save.
    """

    def __init__(self, path: Path) -> None:
        """Reads nothing yet.

        Args:
            path: The save.
        """
        self.path = path
        self._read: tuple[EntryRecord, ...] | None = None

    def entries(self) -> tuple[EntryRecord, ...]:
        """Everything in it, oldest first.

        Raises:
            SaveError: The file cannot be read.
        """
        if self._read is None:
            self._read = read_entries(self.path)
        return self._read

    def first_damaged(self) -> int:
        """Number of the first entry that is damaged; it and all behind it are not read. 0: none.

        Raises:
            SaveError: The file cannot be read.
        """
        return first_damaged(self.path)

    def of_type(self, kind: type[Kind]) -> tuple[tuple[EntryRecord, Kind], ...]:
        """The entries of one type with their records, oldest first.

        Raises:
            SaveError: The file cannot be read.
        """
        return tuple(
            (record, record.entry) for record in self.entries() if isinstance(record.entry, kind)
        )

    def add(self, *entries: DebriefEntry) -> tuple[EntryRecord, ...]:
        """Writes entries down, in one piece; they are on disk when this returns.

        Returns:
            The entries with their numbers.

        Raises:
            SaveError: The game is being played, or the disk refused; nothing was written.
        """
        written = write_entries(self.path, entries, now())
        self._read = None
        return written
