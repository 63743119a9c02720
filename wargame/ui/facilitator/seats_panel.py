"""The seats: who plans, who has sealed, and the way into each seat's screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from wargame.model.ids import Phase
from wargame.ui.facilitator.seat_rows import seat_columns, seat_groups
from wargame.ui.item_models.grouped_model import GroupedRowsModel
from wargame.ui.theme.metrics import SPACE_8, SPACE_12
from wargame.ui.widgets.buttons import QuietButton, SecondaryButton
from wargame.ui.widgets.delegates import TwoLineDelegate
from wargame.ui.widgets.panel import Panel
from wargame.ui.widgets.surface import Hairline, row
from wargame.ui.widgets.views import TreeView

if TYPE_CHECKING:
    from wargame.model.console_view import ConsoleView, SeatRow


class SeatsPanel(Panel):
    """Seats in groups; Enter, a double click or the button opens one.

    Signals:
        seat_opened(str): Show the screen of this seat.
        seat_edit_wished(str): Change who plays this seat.
        seat_written_for(str): Show this seat's screen, for control to type its orders.
        pack_wished(str): This team's pack on paper; every team's for an empty word.
    """

    seat_opened = Signal(str)
    seat_edit_wished = Signal(str)
    seat_written_for = Signal(str)
    pack_wished = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Seats", parent=parent)
        self._phase = Phase.BRIEF
        self._model: GroupedRowsModel[SeatRow] = GroupedRowsModel(
            seat_columns(lambda: self._phase), lambda seat: seat.label.id, self
        )
        self.tree = TreeView("Seats")
        self.tree.setItemDelegate(TwoLineDelegate(self.tree))
        self.tree.setModel(self._model)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.row_activated.connect(self._on_row_activated)
        self.tree.customContextMenuRequested.connect(self._on_menu_requested)
        self.open = SecondaryButton("Open the seat", hint="Return", small=True)
        self.edit = QuietButton("Edit the team", "user-cog", small=True)
        self.open.clicked.connect(self._on_open)
        self.edit.clicked.connect(self._on_edit)
        self.body.addWidget(self.tree, 1)
        self.body.addWidget(Hairline())
        foot = row(spacing=SPACE_8, margins=(SPACE_12, SPACE_8, SPACE_12, SPACE_8))
        foot.addWidget(self.open)
        foot.addStretch(1)
        foot.addWidget(self.edit)
        self.body.addLayout(foot)
        selection = self.tree.selectionModel()
        selection.currentChanged.connect(self._on_current_changed)
        self._on_current_changed()

    def show_seats(self, view: ConsoleView) -> None:
        """Show the seats as they are now; the chosen one stays chosen."""
        chosen = self.current()
        self._phase = view.phase
        self._model.set_groups(seat_groups(view))
        self.set_subtitle(str(len(view.seats)))
        self.tree.viewport().update()
        place = self._model.index_of(chosen) if chosen else self._first()
        if place.isValid() and self.current() != self._id_at(place):
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.tree.selectionModel().setCurrentIndex(
                place, flags | QItemSelectionModel.SelectionFlag.Rows
            )
        self._on_current_changed()

    def current(self) -> str:
        """Id of the chosen seat; empty for none."""
        return self._id_at(self.tree.currentIndex())

    def choose(self, seat: str) -> None:
        """Choose a seat by its id; an unknown one changes nothing."""
        place = self._model.index_of(seat)
        if place.isValid():
            self.tree.setCurrentIndex(place)

    def seat_menu(self) -> QMenu:
        """What can be done with the chosen seat; gone once it is closed."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Open the seat").triggered.connect(self._on_open)
        menu.addAction("Edit the team").triggered.connect(self._on_edit)
        menu.addAction("Type orders for the team").triggered.connect(self._on_write_for)
        menu.addSeparator()
        menu.addAction("Save its pack as PDF…").triggered.connect(self._on_pack)
        menu.addAction("Save every team’s pack…").triggered.connect(
            lambda: self.pack_wished.emit("")
        )
        return menu

    def _id_at(self, index: QModelIndex) -> str:
        seat = self._model.row_at(index) if index.isValid() else None
        return seat.label.id if seat is not None else ""

    def _first(self) -> QModelIndex:
        return self._model.index(0, 0, self._model.index(0, 0))

    def _on_current_changed(self) -> None:
        chosen = bool(self.current())
        self.open.setEnabled(chosen)
        self.edit.setEnabled(chosen)

    def _on_row_activated(self, index: QModelIndex) -> None:
        if self._id_at(index):
            self.seat_opened.emit(self._id_at(index))

    def _on_open(self) -> None:
        if self.current():
            self.seat_opened.emit(self.current())

    def _on_write_for(self) -> None:
        if self.current():
            self.seat_written_for.emit(self.current())

    def _on_pack(self) -> None:
        if self.current():
            self.pack_wished.emit(self.current())

    def _on_edit(self) -> None:
        if self.current():
            self.seat_edit_wished.emit(self.current())

    def _on_menu_requested(self, spot: QPoint) -> None:
        place = self.tree.indexAt(spot)
        if self._id_at(place):
            self.tree.setCurrentIndex(place)
            self.seat_menu().popup(self.tree.viewport().mapToGlobal(spot))
