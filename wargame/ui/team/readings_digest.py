"""The estimate in one line, for windows in which the chart lies below the fold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from wargame.ui.team.words import names_words
from wargame.ui.theme.metrics import SPACE_4, SPACE_8, SPACE_16
from wargame.ui.widgets.buttons import LinkButton
from wargame.ui.widgets.surface import Hairline, Surface, column, row
from wargame.ui.widgets.text import Paragraph

if TYPE_CHECKING:
    from wargame.model.ids import ActorId
    from wargame.model.seat_view import ActorLabel, Reading


def digest_words(readings: Sequence[Reading], labels: Mapping[ActorId, ActorLabel]) -> str:
    """``Others may read it as R12 to R15. Israel may see a red line crossed.``"""
    middles = sorted(round(reading.middle) for reading in readings)
    if not middles:
        return ""
    low, high = middles[0], middles[-1]
    span = f"R{low}" if low == high else f"R{low} to R{high}"
    words = f"Others may read it as {span}."
    crossed = [reading.actor for reading in readings if reading.may_cross]
    if crossed:
        words += f" {names_words(labels, crossed)} may see a red line crossed."
    return words


class ReadingsDigest(Surface):
    """One line above the sheet, and the way to the chart.

    Signals:
        chart_wished(): Bring the chart into sight.
    """

    chart_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("raised", parent)
        self._words = Paragraph("", "table", "t2")
        self.show_chart = LinkButton("Show")
        self.show_chart.setAccessibleName("Show how others may read it")
        self.show_chart.clicked.connect(self.chart_wished)
        whole = column(self)
        whole.addWidget(Hairline())
        line = row(spacing=SPACE_8, margins=(SPACE_16, SPACE_4, SPACE_16, SPACE_4))
        line.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.show_chart)
        whole.addLayout(line)
        self.hide()

    def text(self) -> str:
        """What the line says."""
        return self._words.text()

    def say(self, words: str) -> None:
        """Say something else."""
        self._words.set_text(words)
