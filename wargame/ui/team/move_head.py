"""The head of the composer: which move this is, what it costs, and whether it is on the sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from wargame.ui.item_models.band_scales import rung_value
from wargame.ui.team.words import cost_words, preparation_words, shortage_words
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.item_roles import RungValue
from wargame.ui.theme.metrics import SPACE_4, SPACE_12
from wargame.ui.widgets.band_glyph import RungLabel
from wargame.ui.widgets.buttons import SecondaryButton
from wargame.ui.widgets.fault_note import FaultNote
from wargame.ui.widgets.icon_label import IconLabel
from wargame.ui.widgets.surface import column, row
from wargame.ui.widgets.text import Paragraph, TextLabel

if TYPE_CHECKING:
    from wargame.model.seat_view import MoveOption
    from wargame.ui.theme.bands import BandScale


class CostLine(TextLabel):
    """``Costs 2 political, 3 material``; bold where points run short."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "table", 400, "t2", parent)

    def show_cost(self, option: MoveOption, *, is_short: bool) -> None:
        """Show a move's cost."""
        self.setText(f"Costs {cost_words(option.political, option.material)}")
        self.setFont(text_font("table", 600 if is_short else 400))
        self.set_ink("warn" if is_short else "t2")


class MoveHead(QWidget):
    """Name, rung, cost, and the way onto the sheet.

    Signals:
        put_wished(): This move is wanted on the sheet.
    """

    put_wished = Signal()

    def __init__(self, scale: BandScale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = scale
        self._name = Paragraph("", "title", weight=600)
        self._rung = RungLabel(RungValue(None))
        self.cost = CostLine()
        self.short = TextLabel("", "table", 600, "warn")
        self._later = IconLabel("hourglass", "", "table", "t2", size=14)
        self._summary = Paragraph("", "table", "t2")
        self.put = SecondaryButton("", "plus", suggested=True)
        self.put.clicked.connect(self.put_wished)
        self.note = FaultNote()
        top = Qt.AlignmentFlag.AlignTop
        first = row(spacing=SPACE_12)
        first.addWidget(self._name)
        first.addWidget(self._rung, 0, top)
        first.addStretch(1)
        first.addWidget(self.cost, 0, top)
        facts = column(spacing=SPACE_4)
        facts.addWidget(self._summary)
        facts.addWidget(self._later, 0, Qt.AlignmentFlag.AlignLeading)
        facts.addWidget(self.short)
        facts.addStretch(1)
        second = row(spacing=SPACE_12)
        second.addLayout(facts, 1)
        second.addWidget(self.put, 0, top)
        whole = column(self, spacing=SPACE_4)
        whole.addLayout(first)
        whole.addLayout(second)
        whole.addWidget(self.note)

    def show_move(self, option: MoveOption, turn: int) -> None:
        """Show which move it is."""
        self._name.set_text(option.name)
        self._rung.set_value(rung_value(self._scale, option.rung))
        self._summary.set_text(option.summary)
        self._summary.setVisible(bool(option.summary))
        later = preparation_words(option, turn)
        self._later.set_content("hourglass", later)
        self._later.setVisible(bool(later))

    def show_left(self, option: MoveOption, left: tuple[float, float]) -> None:
        """Hold a move's cost against the points that are left for it."""
        short = shortage_words(left[0] - option.political, left[1] - option.material)
        self.cost.show_cost(option, is_short=bool(short))
        self.short.setText(short[:1].upper() + short[1:])
        self.short.setVisible(bool(short) and option.is_open)

    def show_place(self, text: str, option: MoveOption, reason: str) -> None:
        """Offer the sheet under these words (none when it is there), or say why it is closed."""
        self.put.setText(text)
        self.put.setVisible(bool(text) and option.is_open)
        self.note.say(reason if option.is_open else option.reason, "warn")
