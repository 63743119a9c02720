"""Carries what is written out of the screen: drafts a moment after the last key, then questions.

Nothing is lost: ``flush`` sends what still waits, and whoever hides or closes the screen calls it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from wargame.model.orders import Order
from wargame.ui.team.order_sheet import OrderSheet, Sealing

if TYPE_CHECKING:
    from wargame.model.ids import MoveId
    from wargame.model.orders import Draft
    from wargame.model.seat_view import MoveOption, SeatView

DEBOUNCE_MS: Final = 300


class SheetWriter(QObject):
    """Holds the sheet and says what changed on it.

    Attributes:
        sheet: The orders by slot.
        options: The moves of the view, by id.

    Signals:
        draft_changed(int, object): What stands in a slot, once writing pauses or ends.
        draft_dropped(int): A slot is free again.
        refusal_wished(int, object): May this slot's order be given; slot 0 with a tuple of orders
            asks for all of them together.
        changed(): Something about the sheet is to be shown anew.
        sent(): What was written has been sent out.
    """

    draft_changed = Signal(int, object)
    draft_dropped = Signal(int)
    refusal_wished = Signal(int, object)
    changed = Signal()
    sent = Signal()

    def __init__(self, places: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sheet = OrderSheet(places)
        self.options: Mapping[MoveId, MoveOption] = {}
        self._points = (0.0, 0.0)
        self._pending: set[int] = set()
        self._asked: tuple[Order, ...] | None = None
        self._fault = ""
        self._writing = QTimer(self, singleShot=True, interval=DEBOUNCE_MS)
        self._writing.timeout.connect(self.flush)

    @property
    def is_waiting(self) -> bool:
        """Whether something that was written has not been sent yet."""
        return bool(self._pending)

    @property
    def fault(self) -> str:
        """Why the orders cannot be sealed together; empty when they can, as far as is known."""
        return self._fault

    def take_view(self, view: SeatView) -> None:
        """Count with the moves and points of a view."""
        self.options = {option.move: option for option in view.moves}
        self._points = (view.political, view.material)

    def take_drafts(self, drafts: Iterable[Draft]) -> None:
        """Begin with these drafts; what waited is out of date."""
        self._stop()
        self.sheet.take(drafts)
        self._ask()

    def put(self, slot: int, order: Order) -> None:
        """Write an order into a slot."""
        self.sheet.put(slot, order)
        self._pending.add(slot)
        self._writing.start()
        self.changed.emit()

    def drop(self, slot: int) -> None:
        """Free a slot, at once."""
        if self.sheet.order(slot) is None:
            return
        self.sheet.drop(slot)
        self._pending.discard(slot)
        self.draft_dropped.emit(slot)
        self._ask()
        self.changed.emit()

    def flush(self) -> None:
        """Send what waits, now."""
        if not self._pending:
            return
        # Taken away first: whoever hears of a draft may show a new view at once.
        slots = sorted(self._pending)
        self._stop()
        for slot in slots:
            order = self.sheet.order(slot)
            if order is not None:
                self.draft_changed.emit(slot, order)
        self._ask()
        self.sent.emit()

    def forget(self) -> None:
        """The time for writing is over: what waits is not sent any more."""
        self._stop()

    def refuse(self, slot: int, code: str, sentence: str) -> None:
        """Take the answer to ``refusal_wished``; an empty code says that nothing is in the way."""
        if slot == 0:
            self._fault = sentence if code else ""
        else:
            self.sheet.refuse(slot, code, sentence)
            self._ask_together()
        self.changed.emit()

    def sealing(self) -> Sealing:
        """What would be sealed now."""
        return self.sheet.sealing(self.options, *self._points)

    def left_for(self, slot: int) -> tuple[float, float]:
        """Political and material points that the other slots leave for this one."""
        return self.sheet.left_for(slot, self.options, *self._points)

    def _stop(self) -> None:
        self._writing.stop()
        self._pending.clear()

    def _ask(self) -> None:
        """Every order anew: one may build on another that has just changed."""
        self._asked = None
        for slot, order in self.sheet.filled:
            self.refusal_wished.emit(slot, order)
        self._ask_together()

    def _ask_together(self) -> None:
        orders = self.sealing().orders
        if orders == self._asked:
            return
        self._asked = orders
        self._fault = ""
        if orders:
            self.refusal_wished.emit(0, orders)
