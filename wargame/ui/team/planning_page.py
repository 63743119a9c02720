"""The work of a turn: find a move, write the order, see how it may be read, seal the sheet.

Nothing that comes from outside touches what is being written here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from wargame.model.ids import MoveId
from wargame.model.moves import Category
from wargame.model.orders import WRITTEN, Order
from wargame.ui.team.move_list import MoveList
from wargame.ui.team.order_area import OrderArea
from wargame.ui.team.order_sheet import first_order
from wargame.ui.team.orders_strip import OrdersStrip
from wargame.ui.team.own_move_form import EMPTY
from wargame.ui.team.precedent_panel import PrecedentPanel
from wargame.ui.team.sheet_words import holding_question, seal_shown, slots_shown
from wargame.ui.team.sheet_writer import SheetWriter
from wargame.ui.team.words import CATEGORIES
from wargame.ui.theme.metrics import SPACE_4
from wargame.ui.widgets.buttons import QuietButton
from wargame.ui.widgets.panel import PanelArea
from wargame.ui.widgets.surface import Hairline, Surface, column, row
from wargame.ui.widgets.tabs import TabStrip
from wargame.ui.widgets.text import set_tip

if TYPE_CHECKING:
    from wargame.model.orders import Draft
    from wargame.model.seat_view import MoveOption, Reading, SeatView
    from wargame.ui.theme.bands import BandScale

_ROOM: Final = 760
"""Width (px) below which tabs go without outlines and the list of moves is narrower."""
_WIDE_LIST: Final = 284
_NARROW_LIST: Final = 236


class PlanningPage(Surface):
    """Tabs over list and composer over the sheet.

    Attributes:
        writer: What stands on the sheet, and its way out.

    Signals:
        seal_wished(object): Seal these orders; a tuple.
        readings_wished(object): How may this order be read?
        sources_wished(object): List the sources of this move option.
        ranking_wished(): Rank the moves that can be ordered by what may follow.
    """

    seal_wished = Signal(object)
    readings_wished = Signal(object)
    sources_wished = Signal(object)
    ranking_wished = Signal()

    def __init__(self, scale: BandScale, places: int, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._scale = scale
        self._view: SeatView | None = None
        self._slot = 1
        self._move: MoveId | None = None
        self._kept = ""
        self._is_narrow: bool | None = None
        self.writer = SheetWriter(places, self)
        self.tabs = TabStrip((), "Moves", padding=8)
        self.moves = MoveList(scale)
        self.rank = QuietButton("Rank my moves", "list-ordered")
        set_tip(self.rank, "Tries every move that can be ordered, in the model, and compares them")
        self.precedent = PrecedentPanel()
        self.area = OrderArea(scale)
        self.composer, self.readings = self.area.composer, self.area.readings
        self.strip = OrdersStrip(places)
        self._lay_out()
        self._connect()

    # What is shown

    def show_plan(self, view: SeatView) -> None:
        """Show the moves as they are open now; the order being written stays as it is."""
        self._view = view
        self.writer.take_view(view)
        by_category = {
            category: [option for option in view.moves if option.category is category]
            for category in Category
        }
        self._show_tabs([category for category, moves in by_category.items() if moves])
        for category, moves in by_category.items():
            if moves:
                self.tabs.set_count(category, sum(option.is_open for option in moves))
        self._show_sheet()
        self._show_order()

    def take_drafts(self, drafts: Sequence[Draft]) -> None:
        """Begin with these drafts, the first of them in the composer."""
        self.writer.take_drafts(drafts)
        filled = self.writer.sheet.filled
        self._move = None
        self._kept = ""
        self.choose_slot(filled[0][0] if filled else 1)

    def choose_move(self, move: MoveId) -> None:
        """Bring a move into the composer: from the slot that holds it, or for a free one."""
        sheet = self.writer.sheet
        here = sheet.order(self._slot)
        if here is not None and here.move != move:
            self._slot = sheet.slot_of(move) or sheet.free_slot() or self._slot
        self._move = move
        self._show_order()
        self._show_sheet()
        self._ask_readings()

    def take_order(self, order: Order) -> None:
        """Bring an order as it stands into the composer, for a free slot if there is one."""
        sheet = self.writer.sheet
        slot = sheet.slot_of(order.move)
        held = sheet.order(slot) if slot is not None else None
        if held is None or held.target != order.target:
            self._slot = sheet.free_slot() or self._slot
            sheet.begin(self._slot, order)
        option = self.writer.options.get(order.move)
        if option is not None:
            self._show_category(option.category)
        self.choose_move(order.move)
        self.composer.focus_first()

    def offer_ranking(self) -> None:
        """Let the moves be ranked: there is somebody who can."""
        self._ranking.show()

    def choose_slot(self, slot: int) -> None:
        """Bring a slot's order into the composer."""
        order = self.writer.sheet.order(slot)
        self._slot = slot
        if order is not None:
            self._move = order.move
            option = self.writer.options.get(order.move)
            if option is not None and not self.moves.search.text():
                self._show_category(option.category)
        elif self._move is not None and self.writer.sheet.slot_of(self._move):
            self._move = None
        self._show_order()
        self._show_sheet()
        self._ask_readings()

    def show_readings(self, order: Order, readings: Sequence[Reading]) -> None:
        """Show how an order may be read, if it still is the one in the composer."""
        if self._view is not None and order == self.composer.order and self._move is not None:
            names = {label.id: label for label in self._view.actors}
            self.readings.show_meant(self.composer.meant_rung)
            self.area.show_readings(order, readings, names)

    def set_kept(self, words: str) -> None:
        """Say when what was written was kept."""
        self._kept = words
        self._show_head()

    def focus_work(self) -> None:
        """The search for a move."""
        self.moves.focus_search()

    @property
    def _offer(self) -> MoveOption | None:
        """The move in the composer, if no slot holds it there."""
        if self._move is None:
            return None
        here = self.writer.sheet.order(self._slot)
        is_here = here is not None and here.move == self._move
        return None if is_here else self.writer.options.get(self._move)

    def _show_order(self) -> None:
        """The composer for the chosen slot and move."""
        if self._move == WRITTEN:
            self._show_own()
            return
        option = self.writer.options.get(self._move) if self._move is not None else None
        self.area.set_empty(empty=option is None)
        self.moves.choose(self._move)
        self.precedent.show_move(option)
        if option is None or self._view is None:
            return
        sheet = self.writer.sheet
        here = sheet.order(self._slot)
        is_here = here is not None and here.move == option.move
        order = here if here is not None and is_here else sheet.begun(self._slot, option.move)
        can_write = is_here or (here is None and option.is_open)
        if order is None:
            order = first_order(option)
        is_other = self.composer.order is None or self.composer.order.move != order.move
        self.composer.show_order(order, option, self._view, can_write=can_write)
        self.composer.show_left(self.writer.left_for(self._slot))
        label = "" if is_here else f"{'Add as' if here is None else 'Replace'} order {self._slot}"
        self.composer.head.show_place(label, option, self._reason(option) if is_here else "")
        if is_other:
            self.area.begin()

    def _show_own(self) -> None:
        """The form for a move in the seat's own words."""
        self.area.set_own()
        self.moves.choose(WRITTEN)
        self.precedent.show_move(None)
        if self._view is None:
            return
        sheet = self.writer.sheet
        here = sheet.order(self._slot)
        is_here = here is not None and here.move == WRITTEN
        order = here if is_here else sheet.begun(self._slot, WRITTEN)
        fault = sheet.refusal(self._slot) if is_here else ""
        if here is not None and not is_here:
            fault = f"Order {self._slot} stands here; free a place for one more."
        can_write = here is None or is_here
        self.area.own.show_order(order or EMPTY, self._view, can_write=can_write, fault=fault)

    def _on_own_wished(self) -> None:
        if self.moves.own.isHidden():  # nobody is there to judge such a move
            return
        self.choose_move(WRITTEN)
        self.area.own.focus_first()

    def _on_own_changed(self, order: Order) -> None:
        self.writer.put(self._slot, order)

    def _reason(self, option: MoveOption) -> str:
        """Why the order in this slot may not be given, beyond the target that nobody has chosen."""
        order = self.writer.sheet.order(self._slot)
        is_unfinished = order is not None and order.target is None and bool(option.targets)
        return "" if is_unfinished else self.writer.sheet.refusal(self._slot)

    def _show_sheet(self) -> None:
        """Slots, seal, and the marks in the list."""
        if self._view is None:
            return
        held = {order.move: slot for slot, order in reversed(self.writer.sheet.filled)}
        self.moves.set_moves(self._view.moves, held)
        self.strip.show_slots(slots_shown(self.writer, self._slot, self._offer, self._scale))
        seal = seal_shown(self.writer.sealing(), self.writer.fault)
        self.strip.show_seal(seal.label, seal.tip, seal.note, can_seal=seal.can_seal)
        if self.composer.order is not None and self._move is not None:
            self.composer.show_left(self.writer.left_for(self._slot))
        self._show_head()

    def _show_head(self) -> None:
        sheet = self.writer.sheet
        words = f"{len(sheet.filled)} of {sheet.places} moves"
        kept = "writing" if self.writer.is_waiting else self._kept
        self.strip.head.set_subtitle(" · ".join(filter(None, (words, kept))))

    def _show_tabs(self, categories: Sequence[Category]) -> None:
        self.tabs.set_tabs(
            [
                (
                    category,
                    CATEGORIES[category][0],
                    None if self._is_narrow else CATEGORIES[category][1],
                )
                for category in categories
            ]
        )
        if self.moves.category not in categories and categories:
            wanted = Category.MILITARY if Category.MILITARY in categories else categories[0]
            self._show_category(wanted)
        else:
            self.tabs.set_current(self.moves.category)

    def _show_category(self, category: Category) -> None:
        self.tabs.set_current(category)
        self.moves.set_category(category)

    # What the person does

    def _on_order_changed(self, order: Order) -> None:
        self.readings.set_stale()
        self.readings.show_meant(self.composer.meant_rung)
        was_here = self._offer is None
        self.writer.put(self._slot, order)
        if not was_here:
            self._show_order()

    def _on_put_wished(self) -> None:
        order = self.composer.order
        if order is not None and self._move is not None and self._offer is not None:
            self.writer.put(self._slot, order)
            self._show_order()
            self.composer.focus_first()

    def _on_move_meant(self, move: str) -> None:
        if self._move != move:
            self.choose_move(MoveId(move))
        if self.moves.search.text() and (option := self.writer.options.get(MoveId(move))):
            self._show_category(option.category)
        offer = self._offer
        if offer is None:
            self.composer.focus_first()
        elif offer.is_open:
            self._on_put_wished()

    def _on_slot_chosen(self, slot: int) -> None:
        self.choose_slot(slot)
        if self._move is None:
            self.moves.focus_search()
        elif not any(card.hasFocus() for card in self.strip.cards):
            self.composer.focus_first()

    def _on_drop_wished(self, slot: int) -> None:
        self.writer.drop(slot)
        self.choose_slot(slot)
        self.strip.cards[slot - 1].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_seal_wished(self) -> None:
        self.writer.flush()
        sealing = self.writer.sealing()
        if not seal_shown(sealing, self.writer.fault).can_seal:
            return
        offer = None if sealing.orders else self._offer
        if offer is None or not offer.is_open or self.strip.has_asked(holding_question(offer)):
            self.seal_wished.emit(sealing.orders)

    def _on_sheet_changed(self) -> None:
        self._show_sheet()
        if self._move == WRITTEN:
            self._show_own()
        elif self._move is not None and self._offer is None:
            option = self.writer.options.get(self._move)
            if option is not None:
                self.composer.head.show_place("", option, self._reason(option))

    def _on_sources_wished(self) -> None:
        if self._move is not None and self._move in self.writer.options:
            self.sources_wished.emit(self.writer.options[self._move])

    def _ask_readings(self) -> None:
        order = self.composer.order
        if self._move is not None and order is not None and order.move == self._move:
            self.readings_wished.emit(order)

    # How it is put together

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < _ROOM
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self._list_column.setFixedWidth(_NARROW_LIST if narrow else _WIDE_LIST)
            if self._view is not None:
                self.show_plan(self._view)

    def _lay_out(self) -> None:
        self._list_column = PanelArea("Moves")
        self._list_column.setFixedWidth(_WIDE_LIST)
        under_tabs = column(self._list_column)
        under_tabs.addWidget(self.moves, 1)
        self._ranking = QWidget()
        lines = column(self._ranking)
        lines.addWidget(Hairline())
        ranking = row(margins=(SPACE_4, SPACE_4, SPACE_4, SPACE_4))
        ranking.addWidget(self.rank)
        ranking.addStretch(1)
        lines.addLayout(ranking)
        under_tabs.addWidget(self._ranking)
        self._ranking.hide()
        under_tabs.addWidget(self.precedent)
        middle = row(spacing=0)
        middle.addWidget(self._list_column)
        middle.addWidget(Hairline(vertical=True))
        middle.addWidget(self.area, 1)
        whole = column(self)
        whole.addWidget(self.tabs)
        whole.addLayout(middle, 1)
        whole.addWidget(self.strip)

    def _connect(self) -> None:
        self.tabs.current_changed.connect(lambda key: self.moves.set_category(Category(key)))
        self.moves.move_shown.connect(lambda move: self.choose_move(MoveId(move)))
        self.moves.move_meant.connect(self._on_move_meant)
        self.moves.own_wished.connect(self._on_own_wished)
        self.area.own.order_changed.connect(self._on_own_changed)
        own = QShortcut(QKeySequence("N"), self)
        own.activated.connect(self._on_own_wished)
        self.composer.order_changed.connect(self._on_order_changed)
        self.composer.put_wished.connect(self._on_put_wished)
        self.rank.clicked.connect(self.ranking_wished)
        self.precedent.sources_wished.connect(self._on_sources_wished)
        self.strip.slot_chosen.connect(self._on_slot_chosen)
        self.strip.drop_wished.connect(self._on_drop_wished)
        self.strip.seal_wished.connect(self._on_seal_wished)
        self.writer.changed.connect(self._on_sheet_changed)
        self.writer.sent.connect(self._ask_readings)
        slash = QShortcut(QKeySequence("/"), self)
        slash.activated.connect(self.moves.focus_search)
