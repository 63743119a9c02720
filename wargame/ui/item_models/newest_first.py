"""A log as a table with the newest row on top, narrowed by words.

A sorting proxy asks Python for every comparison; a log is in order already, so this model only
counts from the other end. Thousands of rows stay quick to append to and to filter.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Generic

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from wargame.ui.item_models.columns import Column, Row
from wargame.ui.item_models.rows_model import cell_data, header_data

Index = QModelIndex | QPersistentModelIndex


class NewestFirstModel(QAbstractTableModel, Generic[Row]):
    """Rows given oldest first and shown newest first.

    Args:
        columns: As for every table.
        identity: What stays the same about a row while its words change, such as its number.
        searched: The words of a row that a filter looks through.
    """

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        identity: Callable[[Row], Hashable],
        searched: Callable[[Row], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._identity = identity
        self._searched = searched
        self._rows: list[Row] = []
        self._texts: list[str] = []
        self._words: tuple[str, ...] = ()
        self._shown: list[int] = []

    @property
    def total(self) -> int:
        """Rows there are, whether the filter shows them or not."""
        return len(self._rows)

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
        self._shown = [number for number in range(len(self._rows)) if self._is_wanted(number)]
        self.endResetModel()

    def repaint_rows(self) -> None:
        """Tell the view that rows look different although they are the same."""
        if self._shown:
            last = self.index(len(self._shown) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def row_at(self, index: Index) -> Row:
        """The row an index stands for."""
        return self._rows[self._shown[-1 - index.row()]]

    def index_of(self, identity: Hashable) -> QModelIndex:
        """Where a row is shown; an invalid index when it is not."""
        for place, number in enumerate(reversed(self._shown)):
            if self._identity(self._rows[number]) == identity:
                return self.index(place, 0)
        return QModelIndex()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        return cell_data(self._columns[index.column()], self.row_at(index), role)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        return header_data(self._columns[section], role)

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
        self._texts.extend(self._searched(row).casefold() for row in rows)
        wanted = [n for n in range(first, len(self._rows)) if self._is_wanted(n)]
        if wanted:
            self.beginInsertRows(QModelIndex(), 0, len(wanted) - 1)
            self._shown.extend(wanted)
            self.endInsertRows()

    def _is_wanted(self, number: int) -> bool:
        text = self._texts[number]
        return all(word in text for word in self._words)
