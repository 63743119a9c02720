"""The set-up of a practice game: a seat, how long, against whom; two clicks from start to play."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from wargame.model.ids import ActorId
from wargame.play.practice.set_up import SoloChoice
from wargame.ui.practice.game_fields import GameFields
from wargame.ui.practice.offer_detail import OfferDetail
from wargame.ui.practice.seat_offers import SeatOffers
from wargame.ui.practice.set_up_form import PracticeOffer
from wargame.ui.widgets.buttons import SecondaryButton
from wargame.ui.widgets.panel import Panel
from wargame.ui.widgets.set_up_frame import SetUpFrame
from wargame.ui.widgets.text import set_tip

_SEATS_WIDTH: Final = 400


class PracticeSetUp(SetUpFrame):
    """Everything that a student decides before turn 1.

    Args:
        offer: What there is to choose from.
        choice: What is chosen first.

    Signals:
        start_wished(object): Begin a game with this SoloChoice.
        learn_wished(): The tutorial and the exercises.
    """

    start_wished = Signal(object)
    learn_wished = Signal()

    def __init__(
        self, offer: PracticeOffer, choice: SoloChoice, parent: QWidget | None = None
    ) -> None:
        super().__init__(offer.title, "Practise alone", "Begin", parent)
        self._offer = offer
        self._choice = choice
        self._busy = ""
        self.seats = SeatOffers()
        self.detail = OfferDetail()
        self.fields = GameFields(offer)
        self.learn = SecondaryButton("Tutorial and exercises", "book-open")
        panel = Panel("Your seat", "the computer plays the others")
        panel.body.addWidget(self.seats)
        self.lay_out(panel, _SEATS_WIDTH, self.detail, "Your game", self.fields, (self.learn,))
        self._connect()
        self._show()

    @property
    def choice(self) -> SoloChoice:
        """What is chosen now."""
        return self._choice

    def set_busy(self, text: str) -> None:
        """What is being done just now; empty for nothing."""
        self._busy = text
        self._show_readiness()

    def set_refusal(self, text: str) -> None:
        """Why the game cannot begin; empty when it can."""
        self.fault.say(text)

    def focus_work(self) -> None:
        """The list of seats."""
        self.seats.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self.seats.seat_chosen.connect(self._on_seat)
        self.seats.seat_meant.connect(lambda _seat: self._on_start())
        self.fields.choice_changed.connect(self._on_choice)
        self.start.clicked.connect(self._on_start)
        self.learn.clicked.connect(self.learn_wished)

    def _show(self) -> None:
        choice = self._choice
        self.seats.show_offers(self._offer.seats[choice.start], choice.seat)
        self.fields.show_choice(choice)
        self._show_seat()

    def _show_seat(self) -> None:
        seat = self._offer.seat(self._choice)
        self.detail.show_offer(seat)
        self.start.setText(f"Begin as {seat.name.partition(' (')[0]}")
        self._show_readiness()

    def _show_readiness(self) -> None:
        others = len(self._offer.seats[self._choice.start]) - 1
        count = f"1 seat is yours, {others} {'is' if others == 1 else 'are'} played by the computer"
        self.words.setText(self._busy or count)
        self.start.setEnabled(not self._busy)
        set_tip(self.start, self._busy)

    def _on_seat(self, seat: str) -> None:
        if seat != self._choice.seat:
            self._choice = replace(self._choice, seat=ActorId(seat))
            self.set_refusal("")
            self._show_seat()

    def _on_choice(self, choice: SoloChoice) -> None:
        moved = choice.start != self._choice.start
        self._choice = replace(choice, seat=self._choice.seat)
        self.set_refusal("")
        if moved:
            self._show()
        else:
            self.fields.show_choice(self._choice)

    def _on_start(self) -> None:
        if self.start.isEnabled():
            self.start_wished.emit(self._choice)
