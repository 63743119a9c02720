"""Another order: one left out, replaced, or given as well."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from wargame.model.branch_options import OrderChoice
from wargame.model.branches import BranchChange, Changed
from wargame.model.ids import ActorId
from wargame.model.orders import Order
from wargame.ui.debrief.branches.change_form import ChangeForm, ChoiceList, named
from wargame.ui.item_models.actor_values import actor_value, mark_of
from wargame.ui.item_models.columns import Column
from wargame.ui.item_models.rows_model import RowsModel
from wargame.ui.theme.item_roles import ACTOR_ROLE
from wargame.ui.theme.metrics import SPACE_8
from wargame.ui.widgets.choice import ChoiceBox
from wargame.ui.widgets.delegates import ActorDelegate
from wargame.ui.widgets.segmented import SegmentedControl
from wargame.ui.widgets.surface import column

if TYPE_CHECKING:
    from wargame.model.branch_options import BranchOptions
    from wargame.model.seat_view import MoveOption

_OUT: Final = "out"
_INSTEAD: Final = "instead"
_ADDED: Final = "added"
_HOURS: Final = (("0", "No warning", None), ("6", "6 h", None), ("30", "30 h", None),
                 ("72", "72 h", None))  # fmt: skip


class OrderForm(ChangeForm):
    """The orders of the turn, and a move in place of one."""

    def __init__(self, options: BranchOptions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._moves = dict(options.moves)
        labels = {label.id: label for label in options.seats}
        self._names = {key: label.name for key, label in labels.items()}
        columns: tuple[Column[OrderChoice], ...] = (
            Column(
                "Seat",
                lambda choice: self._names.get(choice.seat, choice.seat),
                92,
                roles={ACTOR_ROLE: lambda choice: actor_value(labels[choice.seat])},
            ),
            Column("Order", lambda c: c.words, stretch=True, tip=lambda c: c.words),
        )
        self.how = SegmentedControl(
            [(_OUT, "Leave out", None), (_INSTEAD, "Replace", None), (_ADDED, "Add", None)],
            "What becomes of the order",
        )
        self.orders = ChoiceList("Orders of the turn")
        self.orders.set_rows_of(RowsModel(columns, options.orders, self))
        self.orders.setItemDelegateForColumn(0, ActorDelegate(self.orders))
        self.seat = ChoiceBox([(s.id, s.name) for s in options.seats], "Seat")
        for label in options.seats:
            self.seat.set_mark(label.id, mark_of(label.camp))
        self.move_choice = ChoiceBox((), "Move")
        self.target = ChoiceBox((), "Target")
        self.warning = SegmentedControl(_HOURS, "Advance warning", small=True)
        self._seat_line = named("Seat", self.seat)
        self._move_line = named("Move", self.move_choice)
        self._target_line = named("Target", self.target)
        self._warning_line = named("Warning", self.warning)
        whole = column(self, spacing=SPACE_8)
        whole.addWidget(self.how)
        whole.addWidget(self.orders, 1)
        for line in (self._seat_line, self._move_line, self._target_line, self._warning_line):
            whole.addWidget(line)
        self.how.current_changed.connect(self._on_seat_changed)
        self.orders.row_chosen.connect(self._on_seat_changed)
        self.seat.key_changed.connect(self._on_seat_changed)
        self.move_choice.key_changed.connect(self._on_move_changed)
        self.target.key_changed.connect(self._retell)
        self.warning.current_changed.connect(self._retell)
        if not options.orders:
            self.how.set_blocked(_OUT, "Nobody ordered anything in this turn")
            self.how.set_blocked(_INSTEAD, "Nobody ordered anything in this turn")
            self.how.set_current(_ADDED)
        self._on_seat_changed()

    def _retell(self) -> None:
        is_out = self.how.current() == _OUT
        missing = "Choose an order." if is_out else "Choose a move and its target."
        self.tell(self._chosen(), missing)

    def _chosen(self) -> BranchChange | None:
        how, choice = self.how.current(), self.orders.chosen(OrderChoice)
        if how == _OUT:
            if choice is None:
                return None
            return BranchChange(Changed.ORDER, seat=choice.seat, slot=choice.slot)
        seat, order = self._seat(), self._order()
        if seat is None or order is None:
            return None
        slot = choice.slot if how == _INSTEAD and choice is not None else 0
        return BranchChange(Changed.ORDER, seat=seat, slot=slot, order=order)

    def _seat(self) -> ActorId | None:
        if self.how.current() == _ADDED:
            return ActorId(self.seat.current_key()) if self.seat.current_key() else None
        choice = self.orders.chosen(OrderChoice)
        return choice.seat if choice else None

    def _order(self) -> Order | None:
        move = self._move()
        if move is None:
            return None
        target = ActorId(self.target.current_key()) if self.target.current_key() else None
        if move.targets and target is None:
            return None
        hours = float(self.warning.current()) if move.strikes else 0.0
        salvo = tuple((w.weapon, w.offered) for w in move.weapons if w.offered > 0)
        return Order(move.move, target if move.targets else None, salvo, hours)

    def _move(self) -> MoveOption | None:
        seat = self._seat()
        key = self.move_choice.current_key()
        return next((m for m in self._moves.get(seat, ()) if m.move == key), None) if seat else None

    def _on_seat_changed(self) -> None:
        """Another seat, or another way: offer the moves that were open to it."""
        how, seat = self.how.current(), self._seat()
        self.orders.setVisible(how != _ADDED)
        self._seat_line.setVisible(how == _ADDED)
        self._move_line.setVisible(how != _OUT)
        moves = self._moves.get(seat, ()) if seat else ()
        still = [(str(m.move), f"{m.name}, R{m.rung:g}") for m in moves if m.is_open]
        self.move_choice.set_choices(still)
        if not self.move_choice.current_key() and still:
            self.move_choice.set_current_key(still[0][0])
        self._on_move_changed()

    def _on_move_changed(self) -> None:
        move = self._move()
        is_out = self.how.current() == _OUT
        targets = [t for t in move.targets if t.is_open] if move else []
        named = [(str(t.actor), self._names.get(t.actor, t.actor)) for t in targets]
        self.target.set_choices(named)
        if named and not self.target.current_key():
            self.target.set_current_key(named[0][0])
        self._target_line.setVisible(bool(named) and not is_out)
        self._warning_line.setVisible(move is not None and move.strikes and not is_out)
        self._retell()
