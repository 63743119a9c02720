"""A table over plain rows that only grows: appending tells the view about the new rows alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from wargame.ui.item_models.columns import Column, Row
from wargame.ui.theme.item_roles import ROW_ROLE, SORT_ROLE, STRETCH_ROLE, WIDTH_ROLE

Index = QModelIndex | QPersistentModelIndex

_START = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_END = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def cell_data(column: Column[Row], row: Row, role: int) -> object:
    """What a cell answers for an item role; None for roles it does not know."""
    if role == Qt.ItemDataRole.DisplayRole:
        return column.text(row)
    if role == Qt.ItemDataRole.TextAlignmentRole:
        return int(_END if column.align == "end" else _START)
    if role == Qt.ItemDataRole.ToolTipRole:
        return column.tip(row) if column.tip is not None else None
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return column.spoken(row) if column.spoken is not None else column.text(row)
    if role == SORT_ROLE:
        return column.key(row)
    if role == ROW_ROLE:
        return row
    value = column.roles.get(role)
    return value(row) if value is not None else None


class RowsModel(QAbstractTableModel, Generic[Row]):
    """Rows of one type under columns; the newest are appended, never inserted between."""

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        rows: Sequence[Row] = (),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._rows = list(rows)

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows in order."""
        return tuple(self._rows)

    def row_at(self, index: Index) -> Row:
        """The row an index of this model stands for."""
        return self._rows[index.row()]

    def append(self, rows: Sequence[Row]) -> None:
        """Add rows at the end."""
        if not rows:
            return
        first = len(self._rows)
        self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
        self._rows.extend(rows)
        self.endInsertRows()

    def replace(self, number: int, row: Row) -> None:
        """Put another row in the place of row ``number`` (from 0)."""
        if self._rows[number] == row:
            return
        self._rows[number] = row
        self.dataChanged.emit(self.index(number, 0), self.index(number, len(self._columns) - 1))

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show exactly these rows; the view hears only what changed, so selection stays."""
        shared = min(len(rows), len(self._rows))
        for number in range(shared):
            self.replace(number, rows[number])
        if len(self._rows) > shared:
            self.beginRemoveRows(QModelIndex(), shared, len(self._rows) - 1)
            del self._rows[shared:]
            self.endRemoveRows()
        self.append(rows[shared:])

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        return cell_data(self._columns[index.column()], self._rows[index.row()], role)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        return header_data(self._columns[section], role)


def header_data(column: Column[Row], role: int) -> object:
    """What a column's header answers for an item role."""
    if role == Qt.ItemDataRole.DisplayRole:
        return column.title
    if role == Qt.ItemDataRole.TextAlignmentRole:
        return int(_END if column.align == "end" else _START)
    if role == WIDTH_ROLE:
        return column.width
    if role == STRETCH_ROLE:
        return column.stretch
    return None
