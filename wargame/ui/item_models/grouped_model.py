"""A two-level list: titled groups over rows. It tells the view only what moved.

The seats tree lives from this: seats pass from planning to sealed one by one, and a reset would
lose the selection and the scroll position each time.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Generic

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from wargame.ui.item_models.columns import Column, Row
from wargame.ui.item_models.rows_model import cell_data, header_data

Index = QModelIndex | QPersistentModelIndex


# Not slotted, for the reason given at Column.
@dataclass(frozen=True)
class RowGroup(Generic[Row]):
    """A title and the rows under it; the title is also what identifies the group."""

    title: str
    rows: tuple[Row, ...]


class _Held(Generic[Row]):
    """A group as the model holds it; the number is what indexes of its rows carry."""

    def __init__(self, number: int, title: str) -> None:
        self.number = number
        self.title = title
        self.rows: list[Row] = []


class GroupedRowsModel(QAbstractItemModel, Generic[Row]):
    """Groups in order, each with its rows in order; group rows count their members.

    Args:
        columns: As for a table; group rows use the first alone.
        identity: What stays the same about a row while it changes, such as a seat's id.
    """

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        identity: Callable[[Row], Hashable],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._identity = identity
        self._groups: list[_Held[Row]] = []
        self._last_number = 0

    def set_groups(self, groups: Sequence[RowGroup[Row]]) -> None:
        """Show exactly these groups; rows that stay keep their selection, also across groups."""
        self._keep_rows({self._identity(row) for group in groups for row in group.rows})
        for place, group in enumerate(groups):
            self._place_group(place, group.title)
            for number, row in enumerate(group.rows):
                self._place_row(place, number, row)
        while len(self._groups) > len(groups):
            self._drop_group(len(self._groups) - 1)
        for place in range(len(self._groups)):
            changed = self.index(place, 0)
            self.dataChanged.emit(changed, changed)

    def row_at(self, index: Index) -> Row | None:
        """The row an index stands for; None for a group."""
        group = self._group_of(index)
        return group.rows[index.row()] if group is not None else None

    def index_of(self, identity: Hashable) -> QModelIndex:
        """Where a row is now; an invalid index when it is not shown."""
        found = self._find(identity)
        if found is None:
            return QModelIndex()
        place, number = found
        return self.index(number, 0, self.index(place, 0))

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        if column < 0 or column >= len(self._columns) or row < 0:
            return QModelIndex()
        if parent is None or not parent.isValid():
            return self.createIndex(row, column, 0) if row < len(self._groups) else QModelIndex()
        if parent.internalId() != 0 or parent.row() >= len(self._groups):
            return QModelIndex()
        group = self._groups[parent.row()]
        if row >= len(group.rows):
            return QModelIndex()
        return self.createIndex(row, column, group.number)

    def parent(self, index: Index | None = None) -> QModelIndex:  # type: ignore[override]
        group = self._group_of(index) if index is not None else None
        if group is None:
            return QModelIndex()
        return self.createIndex(self._groups.index(group), 0, 0)

    def rowCount(self, parent: Index | None = None) -> int:
        if parent is None or not parent.isValid():
            return len(self._groups)
        return len(self._groups[parent.row()].rows) if parent.internalId() == 0 else 0

    def columnCount(self, parent: Index | None = None) -> int:
        return len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        group = self._group_of(index)
        if group is not None:
            return cell_data(self._columns[index.column()], group.rows[index.row()], role)
        held = self._groups[index.row()]
        if index.column() != 0:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{held.title} · {len(held.rows)}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{held.title}, {len(held.rows)}"
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        return header_data(self._columns[section], role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self._group_of(index) is None:
            # Not even enabled, so that the arrow keys pass over titles.
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _group_of(self, index: Index) -> _Held[Row] | None:
        """The group an index is a member of; None for groups themselves."""
        if not index.isValid() or index.internalId() == 0:
            return None
        for group in self._groups:
            if group.number == index.internalId():
                return group
        return None

    def _keep_rows(self, wanted: set[Hashable]) -> None:
        for place, group in enumerate(self._groups):
            for number in reversed(range(len(group.rows))):
                if self._identity(group.rows[number]) not in wanted:
                    self.beginRemoveRows(self.index(place, 0), number, number)
                    del group.rows[number]
                    self.endRemoveRows()

    def _place_group(self, place: int, title: str) -> None:
        held = next((n for n, group in enumerate(self._groups) if group.title == title), None)
        if held is None:
            self.beginInsertRows(QModelIndex(), place, place)
            self._last_number += 1
            self._groups.insert(place, _Held(self._last_number, title))
            self.endInsertRows()
        elif held != place:
            self.beginMoveRows(QModelIndex(), held, held, QModelIndex(), place)
            self._groups.insert(place, self._groups.pop(held))
            self.endMoveRows()

    def _drop_group(self, place: int) -> None:
        self.beginRemoveRows(QModelIndex(), place, place)
        del self._groups[place]
        self.endRemoveRows()

    def _place_row(self, place: int, number: int, row: Row) -> None:
        group, where = self._groups[place], self.index(place, 0)
        found = self._find(self._identity(row))
        if found is None:
            self.beginInsertRows(where, number, number)
            group.rows.insert(number, row)
            self.endInsertRows()
            return
        if found != (place, number):
            source = self._groups[found[0]]
            self.beginMoveRows(self.index(found[0], 0), found[1], found[1], where, number)
            group.rows.insert(number, source.rows.pop(found[1]))
            self.endMoveRows()
        if group.rows[number] != row:
            group.rows[number] = row
            last = self.index(number, len(self._columns) - 1, where)
            self.dataChanged.emit(self.index(number, 0, where), last)

    def _find(self, identity: Hashable) -> tuple[int, int] | None:
        for place, group in enumerate(self._groups):
            for number, row in enumerate(group.rows):
                if self._identity(row) == identity:
                    return place, number
        return None
