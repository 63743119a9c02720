"""What the four forms of a branch have in common: a change, once enough is chosen, and a list."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from wargame.ui.theme.item_roles import ROW_ROLE
from wargame.ui.theme.metrics import SPACE_8
from wargame.ui.widgets.surface import row
from wargame.ui.widgets.text import TextLabel
from wargame.ui.widgets.views import TableView

if TYPE_CHECKING:
    from wargame.model.branches import BranchChange

T = TypeVar("T")

_NAME: Final = 64


class ChangeForm(QWidget):
    """One way to change a turn.

    Attributes:
        change: The change as it is chosen; None while something is missing.
        missing: What is still to be chosen, in a sentence.

    Signals:
        changed(): The person chose something else.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.change: BranchChange | None = None
        self.missing = ""

    def tell(self, change: BranchChange | None, missing: str) -> None:
        """Take what is chosen now."""
        self.change, self.missing = change, "" if change else missing
        self.changed.emit()


class ChoiceList(TableView):
    """A table of which one row is chosen.

    Signals:
        row_chosen(): Another row is chosen.
    """

    row_chosen = Signal()

    def set_rows_of(self, model: QAbstractItemModel) -> None:
        """Show a model and choose its first row."""
        self.setModel(model)
        self.selectionModel().currentRowChanged.connect(self._on_current)
        self.choose(0)

    def chosen(self, kind: type[T]) -> T | None:
        """The chosen row; None for none."""
        index = self.currentIndex()
        row = index.data(ROW_ROLE) if index.isValid() else None
        return row if isinstance(row, kind) else None

    def choose_where(self, wanted: Callable[[object], bool]) -> None:
        """Choose the first row of which something is true; none changes nothing."""
        for number in range(self.model().rowCount()):
            if wanted(self.model().index(number, 0).data(ROW_ROLE)):
                self.choose(number)
                return

    def choose(self, number: int) -> None:
        """Choose a row by its place."""
        place = self.model().index(number, 0) if self.model() is not None else QModelIndex()
        if place.isValid():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(
                place, flags | QItemSelectionModel.SelectionFlag.Rows
            )

    def _on_current(self) -> None:
        self.row_chosen.emit()


def named(words: str, field: QWidget) -> QWidget:
    """A field with its name before it."""
    whole = QWidget()
    beside = row(whole, spacing=SPACE_8)
    label = TextLabel(words, "table", 400, "t2")
    label.setFixedWidth(_NAME)
    beside.addWidget(label)
    beside.addWidget(field, 1)
    return whole
