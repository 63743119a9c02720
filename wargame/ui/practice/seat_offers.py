"""The seats that a student can take, each with its aim and how hard it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from wargame.model.ids import ActorId
from wargame.play.practice.set_up import SeatOffer
from wargame.ui.item_models.actor_values import mark_of
from wargame.ui.item_models.columns import Column
from wargame.ui.item_models.rows_model import RowsModel
from wargame.ui.practice.words import DEMANDS, offer_sentence
from wargame.ui.theme.item_roles import TWO_LINE_ROLE, ActorValue, TwoLineValue
from wargame.ui.widgets.delegates import TwoLineDelegate
from wargame.ui.widgets.surface import column
from wargame.ui.widgets.views import ListView


def offer_value(offer: SeatOffer) -> TwoLineValue:
    """A seat as the delegate paints it."""
    return TwoLineValue(
        title=offer.name,
        actor=ActorValue(mark_of(offer.camp), str(offer.actor), offer.name),
        subtitle=offer.aim,
        subtitle_icon=None,
        aside=DEMANDS[offer.demand],
        aside_icon=None,
        strong=False,
    )


class SeatOffers(QWidget):
    """The list.

    Signals:
        seat_chosen(str): Another seat is the current one.
        seat_meant(str): Enter or a double click on a seat.
    """

    seat_chosen = Signal(str)
    seat_meant = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        seat = Column[SeatOffer](
            "Seat",
            lambda offer: offer.name,
            spoken=offer_sentence,
            tip=offer_sentence,
            roles={TWO_LINE_ROLE: offer_value},
        )
        self._model: RowsModel[SeatOffer] = RowsModel((seat,), parent=self)
        self.view = ListView("Seats")
        self.view.setModel(self._model)
        self.view.setItemDelegate(TwoLineDelegate(self.view))
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)
        self.view.row_activated.connect(self._on_row_activated)
        column(self).addWidget(self.view)
        self.setFocusProxy(self.view)

    def show_offers(self, offers: Sequence[SeatOffer], chosen: ActorId) -> None:
        """Show these seats, one of them chosen."""
        self._model.set_rows(offers)
        for number, offer in enumerate(offers):
            if offer.actor == chosen:
                self.view.setCurrentIndex(self._model.index(number, 0))

    def _on_current_changed(self, current: QModelIndex) -> None:
        if current.isValid():
            self.seat_chosen.emit(self._model.row_at(current).actor)

    def _on_row_activated(self, index: QModelIndex) -> None:
        self.seat_meant.emit(self._model.row_at(index).actor)
