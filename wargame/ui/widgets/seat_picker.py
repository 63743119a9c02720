"""A list of seats of which one is current, wherever a game is set up."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from wargame.ui.theme.item_roles import TWO_LINE_ROLE, TwoLineValue
from wargame.ui.widgets.delegates import TwoLineDelegate
from wargame.ui.widgets.surface import column
from wargame.ui.widgets.views import ListView


class SeatPicker(QWidget):
    """The list; its model gives a ``TwoLineValue`` with an actor for each seat.

    Signals:
        seat_chosen(str): Another seat is the current one.
        seat_meant(str): Enter or a double click on a seat.
    """

    seat_chosen = Signal(str)
    seat_meant = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = ListView("Seats")
        self.view.row_activated.connect(self._on_row_activated)
        column(self).addWidget(self.view)
        self.setFocusProxy(self.view)

    def set_model(self, model: QAbstractItemModel) -> None:
        """Show the seats of this model; once."""
        self.view.setModel(model)
        self.view.setItemDelegate(TwoLineDelegate(self.view))
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)

    def choose(self, actor: str) -> None:
        """Make a seat the current one."""
        model = self.view.model()
        for number in range(model.rowCount()):
            index = model.index(number, 0)
            if _seat_at(index) == actor:
                self.view.setCurrentIndex(index)

    def _on_current_changed(self, current: QModelIndex) -> None:
        if current.isValid():
            self.seat_chosen.emit(_seat_at(current))

    def _on_row_activated(self, index: QModelIndex) -> None:
        self.seat_meant.emit(_seat_at(index))


def _seat_at(index: QModelIndex) -> str:
    value = index.data(TWO_LINE_ROLE)
    return value.actor.code if isinstance(value, TwoLineValue) and value.actor else ""
