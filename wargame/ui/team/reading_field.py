"""How the team reads an act: a rung, and whether one of its own lines was crossed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wargame.ui.theme.metrics import SPACE_8
from wargame.ui.widgets.buttons import SecondaryButton
from wargame.ui.widgets.choice import ChoiceBox
from wargame.ui.widgets.rung_slider import RungSlider
from wargame.ui.widgets.surface import column, row
from wargame.ui.widgets.text import TextLabel

if TYPE_CHECKING:
    from wargame.model.seat_view import KnownEvent, RedLineView
    from wargame.ui.theme.bands import BandScale


class ReadingField(QWidget):
    """Slider, choice of a line, and the button that records both.

    Signals:
        recorded(int, float, str): Event number n reads as this rung and crosses this line
            (empty for none).
    """

    recorded = Signal(int, float, str)

    def __init__(self, scale: BandScale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        self._lead = TextLabel("", "table", 400, "t2")
        self.slider = RungSlider(scale, "We read")
        self.line = ChoiceBox((("", "No line of ours"),), "Crosses", small=True)
        self.keep = SecondaryButton("Set our reading", small=True, suggested=True)
        lines = column(self, spacing=SPACE_8)
        lines.addWidget(self._lead)
        lines.addWidget(self.slider)
        foot = row(spacing=SPACE_8)
        foot.addWidget(self.line, 1)
        foot.addWidget(self.keep)
        lines.addLayout(foot)
        self.slider.valueChanged.connect(self._retell)
        self.keep.clicked.connect(self._on_keep)

    def show_event(self, event: KnownEvent, lines: Sequence[RedLineView]) -> None:
        """Ask for the reading of an event, or show the one that was given."""
        if event.number != self._number:
            self._number = event.number
            self.line.set_choices(
                [("", "No line of ours"), *((line.id, f"Crosses: {line.text}") for line in lines)]
            )
            # Blank means blank: the slider begins in the middle, not at anybody's estimate.
            rung = event.read_rung
            middle = self.slider.maximum() // 2
            self.slider.setValue(round(rung) if rung is not None else middle)
            self.line.set_current_key(event.crosses)
        self.keep.setText("Set our reading" if event.reading == "asked" else "Change our reading")
        self._retell()

    def _retell(self) -> None:
        self._lead.setText(f"How do we read it? R{self.slider.value()}")

    def _on_keep(self) -> None:
        rung, line = float(self.slider.value()), self.line.current_key()
        self.recorded.emit(self._number, rung, line)
