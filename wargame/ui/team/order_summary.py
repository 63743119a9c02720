"""Orders as they were sealed: read, not changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from wargame.ui.item_models.band_scales import rung_value
from wargame.ui.team.form_line import LABEL_WIDTH
from wargame.ui.team.words import Names, aim_words, cost_words, order_facts, own_name
from wargame.ui.theme.current import colour
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.metrics import RADIUS_CHIP, SPACE_4, SPACE_8, SPACE_12, SPACE_16
from wargame.ui.theme.paint import CENTRE, draw_box, draw_text, mirrored, start_painting
from wargame.ui.widgets.band_glyph import RungLabel
from wargame.ui.widgets.surface import column, row
from wargame.ui.widgets.text import Paragraph, TextLabel

if TYPE_CHECKING:
    from wargame.model.orders import Order
    from wargame.model.seat_view import MoveLabel, SeatView
    from wargame.ui.theme.bands import BandScale

_NUMBER = 20


class OrderSummary(QWidget):
    """One order in a box: number, move, target, and what it says."""

    def __init__(
        self,
        number: int,
        order: Order,
        label: MoveLabel | None,
        scale: BandScale,
        names: Names,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._number = number
        name = label.name if label is not None else own_name(order)
        beside = row(self, spacing=0, margins=(SPACE_16, 12, SPACE_16, 12))
        beside.addSpacing(_NUMBER + SPACE_12)
        whole = column(spacing=SPACE_4)
        beside.addLayout(whole, 1)
        first = row(spacing=SPACE_8)
        first.addWidget(Paragraph(name, "body", weight=600), 1)
        if label is not None:
            rung = RungLabel(rung_value(scale, label.rung))
            first.addWidget(rung, 0, Qt.AlignmentFlag.AlignTop)
        whole.addLayout(first)
        parts = [aim_words(order, names)]
        if label is not None:
            parts.append(f"costs {cost_words(label.political, label.material)}")
        below = " · ".join(filter(None, parts))
        whole.addWidget(Paragraph(below[:1].upper() + below[1:], "table", "t2"))
        facts = order_facts(order, names, is_warning=label is not None and label.is_warning)
        for what, words in facts:
            line = row(spacing=SPACE_8)
            start = TextLabel(what, "table", 400, "t3")
            start.setFixedWidth(LABEL_WIDTH - 24)
            line.addWidget(start, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(Paragraph(words, "table"), 1)
            whole.addLayout(line)
        said = ". ".join(f"{what}: {words}" for what, words in facts)
        self.setAccessibleName(f"Order {number}: {name}, {below}")
        self.setAccessibleDescription(said)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start_painting(self)
        draw_box(painter, self.rect(), border=colour("line2"))
        box = mirrored(self, QRect(SPACE_16, 12, _NUMBER, _NUMBER))
        draw_box(painter, box, fill=colour("hover"), radius=RADIUS_CHIP)
        font = text_font("table", 600)
        draw_text(painter, box, str(self._number), font, colour("t2"), align=CENTRE)


class OrderSummaries(QWidget):
    """The sealed sheet; an empty one says that the seat holds."""

    def __init__(
        self,
        orders: Sequence[Order],
        view: SeatView,
        scale: BandScale,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        names = {label.id: label for label in view.actors}
        moves = {label.id: label for label in view.catalogue}
        whole = column(self, spacing=SPACE_12)
        for number, order in enumerate(orders, start=1):
            label = moves.get(order.move)
            whole.addWidget(OrderSummary(number, order, label, scale, names))
        if not orders:
            whole.addWidget(Paragraph("No orders: this seat holds this turn.", "body", "t2"))
