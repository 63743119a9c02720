"""The seats that a student can take, each with its aim and how hard it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from wargame.model.ids import ActorId
from wargame.play.practice.set_up import SeatOffer
from wargame.ui.item_models.actor_values import mark_of
from wargame.ui.item_models.columns import Column
from wargame.ui.item_models.rows_model import RowsModel
from wargame.ui.practice.words import DEMANDS, offer_sentence
from wargame.ui.theme.item_roles import TWO_LINE_ROLE, ActorValue, TwoLineValue
from wargame.ui.widgets.seat_picker import SeatPicker


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


class SeatOffers(SeatPicker):
    """The list."""

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
        self.set_model(self._model)

    def show_offers(self, offers: Sequence[SeatOffer], chosen: ActorId) -> None:
        """Show these seats, one of them chosen."""
        self._model.set_rows(offers)
        self.choose(chosen)
