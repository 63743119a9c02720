"""What is known of one event in full."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wargame.ui.item_models.band_scales import rung_value
from wargame.ui.team.reading_field import ReadingField
from wargame.ui.team.words import Names, certainty_words
from wargame.ui.theme.item_roles import RungValue
from wargame.ui.theme.metrics import SPACE_4, SPACE_8, SPACE_12
from wargame.ui.widgets.band_glyph import RungLabel
from wargame.ui.widgets.buttons import IconButton
from wargame.ui.widgets.scroll_page import ScrollPage
from wargame.ui.widgets.surface import Hairline, Surface, column, row
from wargame.ui.widgets.text import Paragraph, TextLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from wargame.model.seat_view import KnownEvent, RedLineView
    from wargame.ui.theme.bands import BandScale

_TALLEST: Final = 232
"""Height of the words (px); longer ones scroll."""


class KnownDetail(Surface):
    """A strip under the list; takes no room while nothing is chosen.

    Signals:
        closed(): The person has read it.
        reading_recorded(int, float, str): Event number n reads as this rung and crosses this line.
    """

    closed = Signal()
    reading_recorded = Signal(int, float, str)

    def __init__(self, scale: BandScale, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._scale = scale
        self._when = TextLabel("", "table", 400, "t3")
        self._read = TextLabel("", "table", 400, "t3")
        self._rung = RungLabel(RungValue(None))
        close = IconButton("x", "Close the detail (Esc)", 14, small=True)
        close.clicked.connect(self.closed)
        head = row(spacing=SPACE_8, margins=(SPACE_12, SPACE_4, SPACE_8, 0))
        for part in (self._when, self._read, self._rung):
            head.addWidget(part)
        head.addStretch(1)
        head.addWidget(close)
        self._title = Paragraph("", "body", weight=600)
        self._between = Paragraph("", "table", "t2")
        self._detail = Paragraph("", "table", "t1")
        self._sure = Paragraph("", "table", "t3")
        self._words = Surface("panel")
        words = column(self._words, spacing=SPACE_4, margins=(SPACE_12, 0, SPACE_12, SPACE_12))
        for line in (self._title, self._between, self._detail, self._sure):
            words.addWidget(line)
        self.reading = ReadingField(scale)
        self.reading.recorded.connect(self.reading_recorded)
        words.addWidget(self.reading)
        words.addStretch(1)
        self._page = ScrollPage(self._words, "Detail", by_key=True)
        whole = column(self)
        whole.addWidget(Hairline(strong=True))
        whole.addLayout(head)
        whole.addWidget(self._page)
        self.hide()

    def show_event(
        self, event: KnownEvent, between: str, names: Names, lines: Sequence[RedLineView] = ()
    ) -> None:
        """Show an event; one that the team may read itself asks for that, with its own lines."""
        self.reading.setVisible(event.reading != "estimate")
        self.reading.show_event(event, lines)
        self._when.setText(f"{event.turn_words} · {event.when}")
        self._rung.set_value(rung_value(self._scale, event.read_rung))
        self._rung.setVisible(event.read_rung is not None)
        self._read.setText("" if event.read_rung is None or event.how == "own" else "we read")
        self._read.setVisible(bool(self._read.text()))
        sure = certainty_words(event, names)
        self._title.set_text(event.words)
        for part, text in (
            (self._between, between),
            (self._detail, event.detail),
            (self._sure, sure),
        ):
            part.set_text(text)
            part.setVisible(bool(text))
        self.setAccessibleName(f"{between}: {event.words}" if between else event.words)
        self.setAccessibleDescription(" ".join(filter(None, (event.detail, sure))))
        self.show()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As tall as the words need at this width; beyond a limit they scroll."""
        layout = self._words.layout()
        if layout is None:
            return
        needed = layout.totalHeightForWidth(self.width())
        if needed > _TALLEST:
            bar = self._page.verticalScrollBar().sizeHint().width()
            needed = layout.totalHeightForWidth(self.width() - bar)
        self._words.setFixedHeight(needed)
        self._page.setFixedHeight(min(_TALLEST, needed))
