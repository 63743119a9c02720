"""The matrix of relations: one signed number for each pair, tinted by what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHeaderView, QStyleOptionViewItem, QWidget

from wargame.ui.item_models.actor_values import actor_value
from wargame.ui.theme.current import colour
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.item_roles import ACTOR_ROLE
from wargame.ui.theme.paint import CENTRE, draw_box, draw_text
from wargame.ui.widgets.delegates import ActorDelegate, GroundDelegate
from wargame.ui.widgets.views import TableView

if TYPE_CHECKING:
    from wargame.model.relations_view import Measure, RelationsView
    from wargame.model.seat_view import ActorLabel

Index = QModelIndex | QPersistentModelIndex

CELL: Final = (46, 22)
_NAMES: Final = 72
_DEEPEST: Final = 0.55
"""Share of the tint in the cell with the largest number."""

_BACKGROUND: Final = "background"
"""The camp that has no seat: the matrix leaves it out."""


class MatrixModel(QAbstractTableModel):
    """Rows towards columns, for the measure that is chosen; the first column names the row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actors: tuple[ActorLabel, ...] = ()
        self._numbers: tuple[tuple[int | None, ...], ...] = ()
        self.largest = 1

    def show(self, view: RelationsView, measure: Measure) -> None:
        """Show a measure."""
        self.beginResetModel()
        places = [n for n, actor in enumerate(view.actors) if actor.camp != _BACKGROUND]
        self._actors = tuple(view.actors[n] for n in places)
        self._numbers = tuple(tuple(measure.values[one][two] for two in places) for one in places)
        numbers = [abs(cell) for row in self._numbers for cell in row if cell is not None]
        self.largest = max(1, *numbers) if numbers else 1
        self.endResetModel()

    def number(self, index: Index) -> int | None:
        """The number of a cell; None on the diagonal and for the names."""
        return self._numbers[index.row()][index.column() - 1] if index.column() else None

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._actors)

    def columnCount(self, parent: Index | None = None) -> int:
        count = self.rowCount(parent)
        return count + 1 if count else 0

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        actor = self._actors[index.row()]
        if not index.column():
            if role == ACTOR_ROLE:
                return actor_value(actor)
            if role == Qt.ItemDataRole.DisplayRole:
                return str(actor.id)
            spoken = {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}
            return actor.name if role in spoken else None
        number = self.number(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return signed_number(number)
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            pair = f"{actor.name} towards {self._actors[index.column() - 1].name}"
            return f"{pair}: {signed_number(number)}" if number is not None else actor.name
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 < section <= len(self._actors):
            return None
        actor = self._actors[section - 1]
        if role == Qt.ItemDataRole.DisplayRole:
            return str(actor.id)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignCenter)
        return actor.name if role == Qt.ItemDataRole.ToolTipRole else None


def signed_number(number: int | None) -> str:
    """``+12``, ``−3``, ``0``, or nothing.

    >>> signed_number(-3), signed_number(0), signed_number(None)
    ('−3', '0', '')
    """
    if number is None:
        return ""
    return f"{number:+d}".replace("-", "−") if number else "0"


class _CellDelegate(GroundDelegate):
    """The number on a tint: accent where it binds, grey where it divides."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        rect = option.rect
        number = model.number(index) if isinstance(model, MatrixModel) else None
        if number is None:
            painter.fillRect(rect, colour("sunken"))
        elif number and isinstance(model, MatrixModel):
            tint = QColor(colour("accent" if number > 0 else "t3"))
            tint.setAlphaF(_DEEPEST * abs(number) / model.largest)
            painter.fillRect(rect.adjusted(0, 0, -1, -1), tint)
        ink = colour("t1" if number else "t3")
        words = signed_number(number)
        draw_text(painter, rect, words, text_font("caption", 500), ink, align=CENTRE)
        view = self.parent()
        if isinstance(view, MatrixTable) and view.currentIndex() == index and view.hasFocus():
            draw_box(painter, rect.adjusted(0, 0, -1, -1), border=colour("accent"), radius=2)


class MatrixTable(TableView):
    """Every actor towards every other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Relations as a matrix, rows towards columns", CELL[1], parent)
        self._matrix = MatrixModel(self)
        self.setSelectionBehavior(TableView.SelectionBehavior.SelectItems)
        self.setItemDelegate(_CellDelegate(self))
        self.setModel(self._matrix)
        self.setItemDelegateForColumn(0, ActorDelegate(self))

    def show_measure(self, view: RelationsView, measure: Measure) -> None:
        """Show a measure of every pair."""
        self._matrix.show(view, measure)
        header = self.horizontalHeader()
        for section in range(self._matrix.columnCount()):
            header.setSectionResizeMode(section, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(section, CELL[0] if section else _NAMES)
