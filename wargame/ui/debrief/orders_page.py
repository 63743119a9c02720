"""Who had ordered what when: the seats with their orders of the turn, and who had none yet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from wargame.ui.debrief.meant_table import rung_text
from wargame.ui.item_models.actor_values import actor_value
from wargame.ui.item_models.columns import Column
from wargame.ui.item_models.rows_model import RowsModel
from wargame.ui.theme.item_roles import ACTOR_ROLE, EMPHASIS_ROLE
from wargame.ui.theme.metrics import TABLE_ROW_HEIGHT
from wargame.ui.widgets.delegates import ActorDelegate
from wargame.ui.widgets.empty_state import EmptyState
from wargame.ui.widgets.views import TableView

if TYPE_CHECKING:
    from wargame.model.debrief_view import Course
    from wargame.model.ids import ActorId
    from wargame.model.seat_view import ActorLabel
    from wargame.play.debrief.orders import OrderRow


class OrdersPage(QWidget):
    """Enter goes to the moment at which the orders were sealed.

    Signals:
        place_chosen(int): Go to this place.
    """

    place_chosen = Signal(int)

    def __init__(self, course: Course, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actors: dict[ActorId, ActorLabel] = {label.id: label for label in course.actors}
        columns: tuple[Column[OrderRow], ...] = (
            Column(
                "Seat",
                lambda row: self._actors[row.seat].name,
                72,
                roles={ACTOR_ROLE: lambda row: actor_value(self._actors[row.seat])},
                tip=lambda row: row.who,
            ),
            Column(
                "Order",
                lambda row: row.words or row.state,
                stretch=True,
                tip=_sentence,
                spoken=_sentence,
                roles={EMPHASIS_ROLE: lambda row: "normal" if row.words else "muted"},
            ),
            Column("Meant", _meant, 64, align="end", tip=_line_sentence),
            Column("Message", lambda row: row.message, 170, tip=lambda row: row.message),
            Column("Why", lambda row: row.why, 170, tip=lambda row: row.why),
            Column("Sealed", _sealed, 84, tip=lambda row: f"{row.state}. {row.who}"),
        )
        self._model: RowsModel[OrderRow] = RowsModel(columns, parent=self)
        self.table = TableView("Orders of the turn", TABLE_ROW_HEIGHT)
        self.table.setModel(self._model)
        self.table.setItemDelegateForColumn(0, ActorDelegate(self.table))
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self.table)
        self._pages.addWidget(EmptyState("This seat has no orders of its own."))
        self.table.row_activated.connect(self._on_activated)

    @property
    def rows(self) -> tuple[OrderRow, ...]:
        """What is shown."""
        return self._model.rows

    def show_rows(self, rows: Sequence[OrderRow]) -> None:
        """Show the orders of another moment."""
        if tuple(rows) != self._model.rows:
            self._model.set_rows(rows)
        self._pages.setCurrentIndex(0 if rows else 1)

    def _on_activated(self, index: QModelIndex) -> None:
        place = self._model.row_at(index).place
        if place >= 0:
            self.place_chosen.emit(place)


def _sealed(row: OrderRow) -> str:
    return row.state.removeprefix("Sealed at ") if row.place >= 0 else "–"


def _meant(row: OrderRow) -> str:
    """How an order was meant; for a warning the line that it draws."""
    return rung_text(row.meant) if row.line is None else f"line {rung_text(row.line)}"


def _line_sentence(row: OrderRow) -> str:
    return "" if row.line is None else f"The warning draws a line at {rung_text(row.line)}."


def _sentence(row: OrderRow) -> str:
    parts = [f"{row.who}. {row.state}"]
    if row.words:
        parts.append(row.words)
    if row.meant is not None:
        parts.append(f"meant as {rung_text(row.meant)}")
    if row.line is not None:
        parts.append(f"draws a line at {rung_text(row.line)}")
    parts += [part for part in (row.message, row.why) if part]
    return ". ".join(parts)
