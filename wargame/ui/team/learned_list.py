"""What a turn brought to light, written out for reading between the turns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from wargame.ui.item_models.band_scales import rung_value
from wargame.ui.team.words import Names, certainty, name_of
from wargame.ui.theme.current import colour
from wargame.ui.theme.icons import draw_icon
from wargame.ui.theme.metrics import SPACE_4, SPACE_8, SPACE_12, SPACE_24
from wargame.ui.theme.paint import draw_hline, mirrored, start_painting
from wargame.ui.widgets.band_glyph import RungLabel
from wargame.ui.widgets.surface import column, row
from wargame.ui.widgets.text import Paragraph

if TYPE_CHECKING:
    from wargame.model.seat_view import KnownEvent
    from wargame.ui.theme.bands import BandScale


class _LearnedLine(QWidget):
    """One event: what happened, between whom, how it is known, and what came of it."""

    def __init__(
        self, event: KnownEvent, scale: BandScale, names: Names, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon, sure = certainty(event)
        facts = [event.when]
        if event.actor is not None or event.move is not None:
            who = name_of(names, event.actor, "Unknown")
            facts.append(f"{who} to {name_of(names, event.target)}" if event.target else who)
        facts.append(sure)
        beside = row(self, spacing=0, margins=(0, SPACE_8, 0, SPACE_12))
        beside.addSpacing(SPACE_24)
        whole = column(spacing=2)
        beside.addLayout(whole, 1)
        first = row(spacing=SPACE_8)
        first.addWidget(Paragraph(event.words, "body", weight=500), 1)
        if event.read_rung is not None:
            rung = RungLabel(rung_value(scale, event.read_rung))
            first.addWidget(rung, 0, Qt.AlignmentFlag.AlignTop)
        whole.addLayout(first)
        whole.addWidget(Paragraph(" · ".join(facts), "table", "t3"))
        if event.detail:
            whole.addSpacing(SPACE_4)
            whole.addWidget(Paragraph(event.detail, "table", "t2"))
        self.setAccessibleName(f"{event.words}. {'. '.join(facts)}")
        self.setAccessibleDescription(event.detail)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start_painting(self)
        spot = mirrored(self, QRect(0, SPACE_8, 16, 20))
        draw_icon(painter, spot, self._icon, colour("t3"), 14)
        draw_hline(painter, 0, self.width(), self.height() - 1, colour("line"))


class LearnedList(QWidget):
    """Events under one another, in the order in which they happened."""

    def __init__(
        self,
        events: Sequence[KnownEvent],
        scale: BandScale,
        names: Names,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        whole = column(self)
        for event in events:
            whole.addWidget(_LearnedLine(event, scale, names))
        if not events:
            whole.addWidget(Paragraph("Nothing has reached us.", "body", "t2"))
