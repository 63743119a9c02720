"""The numbers behind a plot as a table, for screen readers and for whoever prefers to read them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from wargame.ui.theme.item_roles import STRETCH_ROLE, WIDTH_ROLE

Index = QModelIndex | QPersistentModelIndex

ValueColumn = tuple[str, int]
"""Title and width (px); 0 for the column that takes what is left."""


class ValuesModel(QAbstractTableModel):
    """Rows of texts under titles; replaced as a whole, for it is as short as a game."""

    def __init__(self, columns: Sequence[ValueColumn], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._rows: tuple[tuple[str, ...], ...] = ()

    def set_rows(
        self, rows: Sequence[tuple[str, ...]], columns: Sequence[ValueColumn] | None = None
    ) -> None:
        """Show other rows, and other columns where they are given."""
        self.beginResetModel()
        if columns is not None:
            self._columns = tuple(columns)
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if index.isValid() and role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self._rows[index.row()][index.column()]
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        title, width = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return title
        if role == STRETCH_ROLE:
            return width == 0
        return width if role == WIDTH_ROLE and width else None
