"""The sheet of orders along the bottom: the slots, what was kept, and the seal."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from wargame.ui.team.order_card import HEIGHT, OrderCard, SlotShown
from wargame.ui.theme.metrics import SPACE_8, SPACE_12
from wargame.ui.widgets.buttons import PrimaryButton
from wargame.ui.widgets.fault_note import FaultNote
from wargame.ui.widgets.panel import PanelArea, SectionHead
from wargame.ui.widgets.surface import Hairline, column, row
from wargame.ui.widgets.text import set_tip


class OrdersStrip(PanelArea):
    """Cards for the slots and the primary action.

    Signals:
        slot_chosen(int): Bring this slot into the composer.
        drop_wished(int): Free this slot.
        seal_wished(): Seal what can be sealed.
    """

    slot_chosen = Signal(int)
    drop_wished = Signal(int)
    seal_wished = Signal()

    def __init__(self, places: int, parent: QWidget | None = None) -> None:
        super().__init__("Orders", parent)
        self.head = SectionHead("Orders")
        self.cards = tuple(OrderCard(slot) for slot in range(1, places + 1))
        self.seal = PrimaryButton("Seal orders", "lock", shortcut="Ctrl+Return")
        self.seal.set_hint("")
        self.seal.setFixedHeight(HEIGHT)
        self.seal.clicked.connect(self.seal_wished)
        self.note = FaultNote()
        self._is_alone = False
        self.set_time_up(time_up=False)
        self._cards = row(spacing=SPACE_8)
        for card in self.cards:
            slot = card.shown.slot
            card.clicked.connect(lambda _on=False, slot=slot: self.slot_chosen.emit(slot))
            card.drop_wished.connect(lambda slot=slot: self.drop_wished.emit(slot))
            self._cards.addWidget(card)
            keys = QShortcut(QKeySequence(f"Ctrl+{slot}"), self)
            keys.activated.connect(lambda slot=slot: self.slot_chosen.emit(slot))
        self._cards.addWidget(self.seal)
        inner = column(spacing=SPACE_8, margins=(SPACE_12, 0, SPACE_12, SPACE_12))
        inner.addWidget(self.note)
        inner.addLayout(self._cards)
        whole = column(self)
        whole.addWidget(Hairline())
        whole.addWidget(self.head)
        whole.addLayout(inner)

    def set_time_up(self, *, time_up: bool) -> None:
        """Say how long a seal can be undone."""
        if self._is_alone:
            words = "Sealing plays the turn · Ctrl+Enter"
        elif time_up:
            words = "The time is up: control locks the plans"
        else:
            words = "You can unseal until the time is up · Ctrl+Enter"
        self.head.set_aside(words)

    def set_alone(self) -> None:
        """Speak to somebody who plays alone: no clock runs, and nobody else is waited for."""
        self._is_alone = True
        self.set_time_up(time_up=False)

    def show_slots(self, slots: Sequence[SlotShown]) -> None:
        """Show every slot; free ones are narrow."""
        for number, (card, shown) in enumerate(zip(self.cards, slots, strict=True)):
            card.show_slot(shown)
            self._cards.setStretch(number, 1 if shown.title else 0)

    def show_seal(self, label: str, tip: str, note: str, *, can_seal: bool) -> None:
        """Say what sealing would do now, and why it cannot be done or leaves something out."""
        self.seal.setText(label)
        set_tip(self.seal, f"{tip} (Ctrl+Enter)")
        self.seal.setEnabled(can_seal)
        if note != self.note.text():
            self.note.say(note, "warn")

    def has_asked(self, question: str) -> bool:
        """Whether this is being asked; if not, it is from now on, until the sheet changes."""
        if question == self.note.text():
            return True
        self.note.say(question, "warn")
        return False
