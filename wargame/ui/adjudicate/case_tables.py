"""Two tables beside a move: similar rulings so far, and the order of events of the turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from wargame.ui.item_models.columns import Column
from wargame.ui.item_models.rows_model import RowsModel
from wargame.ui.widgets.empty_state import EmptyState
from wargame.ui.widgets.text import plain_tip
from wargame.ui.widgets.views import TableView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wargame.model.ids import ActorId
    from wargame.model.ruling_views import SimilarRuling

Happened = tuple[int, "ActorId | None", str]


class SimilarTable(QWidget):
    """Earlier rulings on something like it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        columns: tuple[Column[SimilarRuling], ...] = (
            Column("Turn", lambda r: f"Turn {r.turn}", width=72),
            Column("Move", lambda r: r.words, stretch=True, tip=lambda r: plain_tip(r.words)),
            Column(
                "Odds",
                lambda r: f"{100 * r.chance:.0f} %" if r.chance is not None else "",
                width=64,
                align="end",
            ),
            Column("Result", lambda r: r.result, width=140),
            Column("Reason", lambda r: r.reason, width=240, tip=lambda r: plain_tip(r.reason)),
        )
        self._model: RowsModel[SimilarRuling] = RowsModel(columns, (), self)
        self.table = TableView("Similar rulings")
        self.table.setModel(self._model)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self.table)
        self._pages.addWidget(EmptyState("Nothing like it has been ruled on so far."))

    def show_rulings(self, rulings: Sequence[SimilarRuling]) -> None:
        """Show these rulings."""
        self._model.set_rows(rulings)
        self._pages.setCurrentIndex(0 if rulings else 1)


class OrderTable(TableView):
    """What happened in the turn, in the order of the law.

    Signals:
        event_chosen(int): The event with this number is meant.
    """

    event_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Order of events", parent=parent)
        columns: tuple[Column[Happened], ...] = (
            Column("Event", lambda r: f"{r[0]:,}", width=64, align="end"),
            Column("Who", lambda r: r[1] or "\u2013", width=72),
            Column("What happened", lambda r: r[2], stretch=True, tip=lambda r: plain_tip(r[2])),
        )
        self._rows: RowsModel[Happened] = RowsModel(columns, (), self)
        self.setModel(self._rows)
        self.row_activated.connect(self._on_activated)

    def show_events(self, happened: Sequence[Happened]) -> None:
        """Show what happened."""
        self._rows.set_rows(happened)

    def _on_activated(self, index: QModelIndex) -> None:
        self.event_chosen.emit(self._rows.row_at(index)[0])
