"""A table over rows in their given order, narrowed by words and by a test.

Thousands of rows stay quick: the view hears only of rows that changed, and a row's words for the
filter are made once.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Generic

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from wargame.ui.item_models.columns import Column, Row
from wargame.ui.item_models.rows_model import cell_data, header_data

Index = QModelIndex | QPersistentModelIndex


class OrderedRowsModel(QAbstractTableModel, Generic[Row]):
    """Rows that are replaced where they stand.

    Args:
        columns: As for every table.
        identity: What stays the same about a row while its words change.
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
        self._is_shown: Callable[[Row], bool] = lambda _: True
        self._shown: list[int] = []

    @property
    def total(self) -> int:
        """Rows there are, whether the filter shows them or not."""
        return len(self._rows)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; the view hears only what changed, so selection stays."""
        changed = [
            number
            for number, (old, new) in enumerate(zip(self._rows, rows, strict=False))
            if old is not new and old != new
        ]
        same_length = len(rows) == len(self._rows)
        if same_length and not changed:
            return
        for number in changed:
            self._rows[number] = rows[number]
            self._texts[number] = self._searched(rows[number]).casefold()
        shared = min(len(rows), len(self._rows))
        del self._rows[shared:]
        del self._texts[shared:]
        self._rows.extend(rows[shared:])
        self._texts.extend(self._searched(row).casefold() for row in rows[shared:])
        self._show(self._wanted(), set(changed))

    def set_text(self, text: str) -> None:
        """Narrow to rows in which all these words occur, in any order and case."""
        words = tuple(text.casefold().split())
        if words != self._words:
            self._words = words
            self._show(self._wanted(), set())

    def set_test(self, is_shown: Callable[[Row], bool]) -> None:
        """Narrow to rows that pass a test."""
        self._is_shown = is_shown
        self._show(self._wanted(), set())

    def row_at(self, index: Index) -> Row:
        """The row an index stands for."""
        return self._rows[self._shown[index.row()]]

    def index_of(self, identity: Hashable) -> QModelIndex:
        """Where a row is shown; an invalid index when it is not."""
        for place, number in enumerate(self._shown):
            if self._identity(self._rows[number]) == identity:
                return self.index(place, 0)
        return QModelIndex()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._shown):
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

    def _wanted(self) -> list[int]:
        return [
            number
            for number, row in enumerate(self._rows)
            if self._is_shown(row) and all(word in self._texts[number] for word in self._words)
        ]

    def _show(self, wanted: list[int], changed: set[int]) -> None:
        """Bring the view from the rows shown to those wanted."""
        if wanted != self._shown:
            self._rearrange(wanted)
        last = len(self._columns) - 1
        for place, number in enumerate(self._shown):
            if number in changed:
                self.dataChanged.emit(self.index(place, 0), self.index(place, last))

    def _rearrange(self, wanted: list[int]) -> None:
        gone = set(self._shown) - set(wanted)
        new = set(wanted) - set(self._shown)
        if len(gone) + len(new) > 8:
            self.beginResetModel()
            self._shown = wanted
            self.endResetModel()
            return
        for place in range(len(self._shown) - 1, -1, -1):
            if self._shown[place] in gone:
                self.beginRemoveRows(QModelIndex(), place, place)
                del self._shown[place]
                self.endRemoveRows()
        for place, number in enumerate(wanted):
            if number in new:
                self.beginInsertRows(QModelIndex(), place, place)
                self._shown.insert(place, number)
                self.endInsertRows()
