"""What every long table of rows has in common: columns, cells, a filter by words, places of rows.

Thousands of rows stay quick: a row's words for the filter are made once, when the row arrives.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Generic

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from wargame.ui.item_models.columns import Column, Row
from wargame.ui.item_models.rows_model import cell_data, header_data

Index = QModelIndex | QPersistentModelIndex


class FilteredRowsModel(QAbstractTableModel, Generic[Row]):
    """Rows of which some are shown; how they come and go is for the models made of this one.

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

    def row_at(self, index: Index) -> Row:
        """The row an index stands for."""
        return self._rows[self._number_at(index.row())]

    def index_of(self, identity: Hashable) -> QModelIndex:
        """Where a row is shown; an invalid index when it is not."""
        for place in range(len(self._shown)):
            if self._identity(self._rows[self._number_at(place)]) == identity:
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

    def _number_at(self, place: int) -> int:
        """Which of all rows is shown at a place."""
        return self._shown[place]

    def _text_of(self, row: Row) -> str:
        """A row's words as the filter compares them."""
        return self._searched(row).casefold()

    def _has_words(self, number: int) -> bool:
        """Whether all words of the filter occur in a row, in any order and case."""
        text = self._texts[number]
        return all(word in text for word in self._words)
