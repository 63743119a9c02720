"""A log as a table with the newest row on top, narrowed by words.

A sorting proxy asks Python for every comparison; a log is in order already, so this model only
counts from the other end. Thousands of rows stay quick to append to and to filter.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex

from wargame.ui.item_models.columns import Row
from wargame.ui.item_models.filtered_rows import FilteredRowsModel


class NewestFirstModel(FilteredRowsModel[Row]):
    """Rows given oldest first and shown newest first."""

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show exactly these rows, oldest first; the view hears only of what changed."""
        same = self._common(rows)
        if same < len(self._rows):
            self._drop_from(same)
        self._append(rows[same:])

    def set_text(self, text: str) -> None:
        """Narrow to rows in which all these words occur, in any order and case."""
        words = tuple(text.casefold().split())
        if words == self._words:
            return
        self.beginResetModel()
        self._words = words
        self._shown = [number for number in range(len(self._rows)) if self._has_words(number)]
        self.endResetModel()

    def repaint_rows(self) -> None:
        """Tell the view that rows look different although they are the same."""
        if self._shown:
            last = self.index(len(self._shown) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def _common(self, rows: Sequence[Row]) -> int:
        """How many rows from the oldest on are the same as now."""
        for number, (old, new) in enumerate(zip(self._rows, rows, strict=False)):
            if old != new:
                return number
        return min(len(self._rows), len(rows))

    def _drop_from(self, first: int) -> None:
        """Forget every row from number ``first`` on, which are the ones on top."""
        kept = sum(number < first for number in self._shown)
        gone = len(self._shown) - kept
        if gone:
            self.beginRemoveRows(QModelIndex(), 0, gone - 1)
        del self._shown[kept:]
        del self._rows[first:]
        del self._texts[first:]
        if gone:
            self.endRemoveRows()

    def _append(self, rows: Sequence[Row]) -> None:
        first = len(self._rows)
        self._rows.extend(rows)
        # Made as rows arrive: made with the first letter of a filter, they would delay it.
        self._texts.extend(self._text_of(row) for row in rows)
        wanted = [n for n in range(first, len(self._rows)) if self._has_words(n)]
        if wanted:
            self.beginInsertRows(QModelIndex(), 0, len(wanted) - 1)
            self._shown.extend(wanted)
            self.endInsertRows()

    def _number_at(self, place: int) -> int:
        return self._shown[-1 - place]
