"""The composer: everything that one order says, in the order in which a team decides it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from wargame.model.conditions import Condition
from wargame.model.ids import ActorId
from wargame.model.orders import Order
from wargame.ui.team.actor_chips import ActorChips
from wargame.ui.team.condition_field import ConditionField
from wargame.ui.team.form_line import FormLine
from wargame.ui.team.meant_field import MeantField
from wargame.ui.team.move_head import MoveHead
from wargame.ui.team.salvo_field import Salvo, SalvoField
from wargame.ui.team.signature_field import SignatureField
from wargame.ui.team.target_field import TargetField
from wargame.ui.team.warning_field import WarningField
from wargame.ui.theme.metrics import SPACE_8, SPACE_12, SPACE_16
from wargame.ui.widgets.growing_text import GrowingText
from wargame.ui.widgets.surface import Surface, column

if TYPE_CHECKING:
    from wargame.model.seat_view import MoveOption, SeatView
    from wargame.ui.theme.bands import BandScale


_NOBODY_PLAYS: Final = "background"
"""The camp of those who have no seat: they are spoken to, but neither told nor strike."""


class Composer(Surface):
    """Shows one order and says every change of it.

    Signals:
        order_changed(object): The person changed the order.
        put_wished(): The order as it stands is wanted on the sheet.
    """

    order_changed = Signal(object)
    put_wished = Signal()

    def __init__(self, scale: BandScale, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._order: Order | None = None
        self._option: MoveOption | None = None
        self._view: SeatView | None = None
        self.head = MoveHead(scale)
        self.target = TargetField()
        self.salvo = SalvoField()
        self.signature = SignatureField()
        self.warning = WarningField()
        self.audience = ActorChips("For", "The message is for")
        self.message = GrowingText("Message", "What others shall understand")
        self.meant = MeantField(scale)
        self.rationale = GrowingText("Rationale", "Why; for the debrief only")
        self.condition = ConditionField(scale.last_rung)
        self._scale_line = FormLine("Scale", self.salvo)
        message = FormLine("Message", self.audience, self.message, lead=24)
        self._form = QWidget()
        form = column(self._form, spacing=SPACE_8)
        for line in (
            self.target,
            self._scale_line,
            self.signature,
            self.warning,
            message,
            self.meant,
            FormLine("Rationale", self.rationale),
            FormLine("Only if", self.condition, lead=28),
        ):
            form.addWidget(line)
        whole = column(self, spacing=SPACE_12, margins=(SPACE_16, SPACE_12, SPACE_16, SPACE_12))
        whole.addWidget(self.head)
        whole.addWidget(self._form)
        self._connect()

    @property
    def order(self) -> Order | None:
        """The order as it stands in the form."""
        return self._order

    def show_order(
        self, order: Order, option: MoveOption, view: SeatView, *, can_write: bool
    ) -> None:
        """Show an order; the fields in which nothing is different keep cursor and selection."""
        names = {label.id: label for label in view.actors}
        others = tuple(label for label in view.actors if label.id != view.seat)
        players = tuple(label for label in others if label.camp != _NOBODY_PLAYS)
        fields_differ = order != self._order
        self._order, self._option, self._view = order, option, view
        self.head.show_move(option, view.turn)
        self._form.setVisible(can_write)
        self.target.set_targets(option.targets, order.target, names)
        self._scale_line.setVisible(bool(option.weapons))
        self.salvo.set_weapons(option.weapons)
        self.signature.setVisible(option.deniability > 0)
        self.warning.setVisible(option.strikes)
        self.warning.set_choices(players)
        self.audience.set_choices(others)
        self.condition.set_actors(players, names)
        if fields_differ:
            self._show_fields(order, option)
        self._show_rung(order, option)
        self._order_stops()

    @property
    def meant_rung(self) -> float | None:
        """The rung that the order is meant to be read as; None unsaid, and for a warning."""
        is_warning = self._option is not None and self._option.is_warning
        return None if is_warning or self._order is None else self._order.meant

    def show_left(self, left: tuple[float, float]) -> None:
        """Hold the cost against the points that the other orders leave."""
        if self._option is not None:
            self.head.show_left(self._option, left)

    def focus_first(self) -> None:
        """The first field that can be filled."""
        for field in self._stops():
            if field.isVisible():
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _stops(self) -> tuple[QWidget, ...]:
        """What the Tab key visits, in the order of reading."""
        return (
            self.target.choice,
            *self.salvo.stops(),
            self.signature.choice,
            self.warning.hours,
            *self.warning.told.stops(),
            *self.audience.stops(),
            self.message,
            self.meant.slider,
            self.meant.unsay,
            self.rationale,
            self.condition.only_if,
            self.condition.rung,
            self.condition.by,
        )

    def _order_stops(self) -> None:
        """Counts and chips come and go: without this they would be visited last."""
        before: QWidget = self.head.put
        for stop in self._stops():
            QWidget.setTabOrder(before, stop)
            before = stop

    def _show_fields(self, order: Order, option: MoveOption) -> None:
        self.salvo.set_salvo(order.salvo)
        self.signature.set_overt(order.overt, option.deniability)
        self.warning.set_warning(order.warning_hours, order.told)
        self.audience.set_chosen(order.audience)
        self.message.set_text(order.message)
        self.rationale.set_text(order.rationale)
        self.condition.set_condition(order.condition)

    def _show_rung(self, order: Order, option: MoveOption) -> None:
        if option.unnamed_line is None:
            self.meant.set_meant(order.meant, option.rung)
        else:
            own = option.line_towards(order.target)
            self.meant.set_line(order.meant, own, option.unnamed_line)

    def _connect(self) -> None:
        self.head.put_wished.connect(self.put_wished)
        self.audience.rebuilt.connect(self._order_stops)
        self.warning.told.rebuilt.connect(self._order_stops)
        self.target.target_chosen.connect(self._on_target_chosen)
        self.salvo.salvo_changed.connect(self._on_salvo_changed)
        self.signature.overt_changed.connect(self._on_overt_changed)
        self.warning.warning_changed.connect(self._on_warning_changed)
        self.audience.actors_chosen.connect(self._on_audience_chosen)
        self.message.text_written.connect(self._on_message_written)
        self.meant.meant_changed.connect(self._on_meant_changed)
        self.rationale.text_written.connect(self._on_rationale_written)
        self.condition.condition_changed.connect(self._on_condition_changed)

    def _on_target_chosen(self, actor: str) -> None:
        if self._order is not None:
            self._take(replace(self._order, target=ActorId(actor)))
            if self._option is not None:
                self._show_rung(self._order, self._option)

    def _on_salvo_changed(self, salvo: Salvo) -> None:
        if self._order is not None:
            self._take(replace(self._order, salvo=salvo))

    def _on_overt_changed(self, overt: bool) -> None:
        if self._order is not None:
            self._take(replace(self._order, overt=overt))

    def _on_warning_changed(self, hours: float, told: tuple[ActorId, ...]) -> None:
        if self._order is not None:
            self._take(replace(self._order, warning_hours=hours, told=told))

    def _on_audience_chosen(self, actors: tuple[ActorId, ...]) -> None:
        if self._order is not None:
            self._take(replace(self._order, audience=actors))

    def _on_message_written(self, text: str) -> None:
        if self._order is not None:
            self._take(replace(self._order, message=text))

    def _on_meant_changed(self, rung: float | None) -> None:
        if self._order is not None:
            self._take(replace(self._order, meant=rung))

    def _on_rationale_written(self, text: str) -> None:
        if self._order is not None:
            self._take(replace(self._order, rationale=text))

    def _on_condition_changed(self, condition: Condition | None) -> None:
        if self._order is not None:
            self._take(replace(self._order, condition=condition))

    def _take(self, order: Order) -> None:
        if order != self._order:
            self._order = order
            self.order_changed.emit(order)
