"""A move in the seat's own words: what we do, the result we want, reasons, and how it is meant."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from wargame.model.arguments import Argument
from wargame.model.ids import ActorId
from wargame.model.orders import WRITTEN, Order
from wargame.ui.team.actor_chips import ActorChips
from wargame.ui.team.form_line import FormLine
from wargame.ui.team.meant_field import MeantField
from wargame.ui.team.signature_field import SignatureField
from wargame.ui.theme.metrics import SPACE_8, SPACE_12, SPACE_16
from wargame.ui.widgets.choice import ChoiceBox
from wargame.ui.widgets.fault_note import FaultNote
from wargame.ui.widgets.growing_text import GrowingText
from wargame.ui.widgets.surface import Surface, column
from wargame.ui.widgets.text import Paragraph, TextLabel

if TYPE_CHECKING:
    from wargame.model.seat_view import SeatView
    from wargame.ui.theme.bands import BandScale

_NOBODY = ""
_DENIABLE = 0.5
_MIDDLE = 5.0
"""Rung at which the slider stands while nothing is said."""

EMPTY = Order(WRITTEN, argument=Argument())


class OwnMoveForm(Surface):
    """Shows one written order and says every change of it.

    Signals:
        order_changed(object): The person changed the order.
    """

    order_changed = Signal(object)

    def __init__(self, scale: BandScale, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._order = EMPTY
        self.note = FaultNote()
        self.do = GrowingText("We do", "What we do, in one or two sentences", 3)
        self.result = GrowingText("Result we want", "What is so afterwards, if it works", 2)
        self.reasons = GrowingText("Reasons", "Why it should work, one reason a line", 3)
        self.target = ChoiceBox(name="Towards")
        self.signature = SignatureField()
        self.audience = ActorChips("For", "The message is for")
        self.message = GrowingText("Message", "What others shall understand")
        self.meant = MeantField(scale)
        self.rationale = GrowingText("Rationale", "For the debrief only")
        self._form = QWidget()
        form = column(self._form, spacing=SPACE_8)
        for line in (
            FormLine("We do", self.do),
            FormLine("Result we want", self.result),
            FormLine("Reasons", self.reasons),
            FormLine("Towards", self.target),
            self.signature,
            FormLine("Message", self.audience, self.message, lead=24),
            self.meant,
            FormLine("Rationale", self.rationale),
        ):
            form.addWidget(line)
        whole = column(self, spacing=SPACE_12, margins=(SPACE_16, SPACE_12, SPACE_16, SPACE_12))
        whole.addWidget(TextLabel("A move of our own", "title", 600))
        words = "Control weighs it with its umpires; the dice fall once. Others see what we do."
        whole.addWidget(Paragraph(words, "table", "t2"))
        whole.addWidget(self.note)
        whole.addWidget(self._form)
        whole.addStretch(1)
        self._connect()

    @property
    def order(self) -> Order:
        """The order as it stands."""
        return self._order

    def show_order(self, order: Order, view: SeatView, *, can_write: bool, fault: str) -> None:
        """Show an order; the fields in which nothing is different keep cursor and selection."""
        others = tuple(label for label in view.actors if label.id != view.seat)
        self._order = order
        argument = order.argument or Argument()
        self._form.setVisible(can_write)
        self.note.say(fault, "warn")
        self.note.setVisible(bool(fault))
        self.do.set_text(argument.do)
        self.result.set_text(argument.result)
        self.reasons.set_text("\n".join(argument.reasons))
        choices = [(_NOBODY, "Nobody in particular"), *((a.id, a.name) for a in others)]
        self.target.set_choices(choices)
        self.target.set_current_key(order.target or _NOBODY)
        self.signature.set_overt(order.overt, _DENIABLE)
        self.audience.set_choices(others)
        self.audience.set_chosen(order.audience)
        self.message.set_text(order.message)
        self.meant.set_meant(order.meant, _MIDDLE)
        self.rationale.set_text(order.rationale)

    def focus_first(self) -> None:
        """What we do."""
        self.do.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        for field in (self.do, self.result, self.reasons):
            field.text_written.connect(self._on_argument)
        self.target.key_changed.connect(
            lambda key: self._take(replace(self._order, target=ActorId(key) if key else None))
        )
        self.signature.overt_changed.connect(
            lambda overt: self._take(replace(self._order, overt=overt))
        )
        self.audience.actors_chosen.connect(
            lambda actors: self._take(replace(self._order, audience=actors))
        )
        self.message.text_written.connect(
            lambda text: self._take(replace(self._order, message=text))
        )
        self.meant.meant_changed.connect(lambda rung: self._take(replace(self._order, meant=rung)))
        self.rationale.text_written.connect(
            lambda text: self._take(replace(self._order, rationale=text))
        )

    def _on_argument(self) -> None:
        text = self.reasons.toPlainText()
        reasons = tuple(text.split("\n")) if text else ()
        argument = Argument(self.do.toPlainText(), self.result.toPlainText(), reasons)
        self._take(replace(self._order, argument=argument))

    def _take(self, order: Order) -> None:
        if order != self._order:
            self._order = order
            self.order_changed.emit(order)
