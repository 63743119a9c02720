"""To whom: all seats, or some of them, each a chip."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wargame.model.ids import ActorId
from wargame.model.seat_view import ActorLabel
from wargame.ui.widgets.chips import ChipToggle
from wargame.ui.widgets.flow import FlowLayout
from wargame.ui.widgets.text import set_tip


class SeatChips(QWidget):
    """All seats as long as no chip is ticked.

    Signals:
        seats_changed(): The person changed the choice.
    """

    seats_changed = Signal()

    def __init__(
        self,
        labels: Sequence[ActorLabel],
        chosen: Sequence[ActorId] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName("To whom")
        flow = FlowLayout(self)
        self.all = ChipToggle("All seats", checked=not chosen)
        flow.addWidget(self.all)
        self.chips: dict[ActorId, ChipToggle] = {}
        for label in labels:
            chip = ChipToggle(label.id, checked=label.id in chosen)
            chip.setAccessibleName(label.name)
            set_tip(chip, label.name)
            chip.clicked.connect(self._on_chip)
            self.chips[label.id] = chip
            flow.addWidget(chip)
        self.all.clicked.connect(self._on_all)

    @property
    def seats(self) -> tuple[ActorId, ...]:
        """The ticked seats; none for all."""
        return tuple(seat for seat, chip in self.chips.items() if chip.isChecked())

    def _on_all(self) -> None:
        for chip in self.chips.values():
            chip.setChecked(False)
        self.all.setChecked(True)
        self.seats_changed.emit()

    def _on_chip(self) -> None:
        self.all.setChecked(not self.seats)
        self.seats_changed.emit()
