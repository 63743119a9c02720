"""Narrows and orders a table by what its cells say."""

from __future__ import annotations

from typing import Generic

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from wargame.ui.item_models.columns import Row
from wargame.ui.item_models.rows_model import RowsModel
from wargame.ui.theme.item_roles import SORT_ROLE

Index = QModelIndex | QPersistentModelIndex


class RowsFilter(QSortFilterProxyModel, Generic[Row]):
    """Shows the rows in which every typed word occurs in some column."""

    def __init__(self, model: RowsModel[Row], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._words: tuple[str, ...] = ()
        self.setSortRole(SORT_ROLE)
        self.setSourceModel(model)

    def set_text(self, text: str) -> None:
        """Narrow to rows with these words, in any order and case; nothing shows all."""
        self.beginFilterChange()
        self._words = tuple(text.casefold().split())
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def row_at(self, index: Index) -> Row:
        """The row an index of this filter stands for."""
        return self._model.row_at(self.mapToSource(index))

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        if not self._words:
            return True
        model = self._model
        texts = (
            str(model.data(model.index(source_row, column), Qt.ItemDataRole.AccessibleTextRole))
            + " "
            + str(model.data(model.index(source_row, column)))
            for column in range(model.columnCount())
        )
        whole = " ".join(texts).casefold()
        return all(word in whole for word in self._words)

    def lessThan(self, left: Index, right: Index) -> bool:
        first, second = left.data(SORT_ROLE), right.data(SORT_ROLE)
        if isinstance(first, str) and isinstance(second, str):
            return first < second
        if isinstance(first, int | float) and isinstance(second, int | float):
            return first < second
        return str(first) < str(second)
