"""The chosen seat, told before the game: what it wants, how that stands, how it usually acts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from wargame.ui.item_models.actor_values import mark_of
from wargame.ui.practice.words import DEMANDS, demand_reason
from wargame.ui.theme.icon_names import IconName
from wargame.ui.theme.item_roles import ActorValue
from wargame.ui.theme.metrics import SPACE_4, SPACE_8, SPACE_16, SPACE_24
from wargame.ui.widgets.actor_badge import ActorBadge
from wargame.ui.widgets.icon_label import IconLabel
from wargame.ui.widgets.scroll_page import ScrollContent, ScrollPage
from wargame.ui.widgets.surface import Surface, column, empty, row
from wargame.ui.widgets.text import Paragraph, TextLabel

if TYPE_CHECKING:
    from wargame.model.seat_view import ObjectiveView, Standing
    from wargame.play.practice.set_up import SeatOffer

_WIDEST: Final = 600

STANDING_ICONS: Final[dict[Standing, IconName]] = {
    "holding": "circle-check",
    "at risk": "triangle-alert",
    "lost": "circle-x",
    "for people to judge": "scale",
}


class AimLine(QWidget):
    """An objective and how it stands."""

    def __init__(self, aim: ObjectiveView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        across = row(self, spacing=SPACE_8)
        across.addWidget(IconLabel(STANDING_ICONS[aim.standing]), 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(Paragraph(aim.text, "body"), 1)
        standing = TextLabel(aim.standing[:1].upper() + aim.standing[1:], "table", 400, "t2")
        across.addWidget(standing, 0, Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(f"{aim.text}: {aim.standing}")


class OfferDetail(Surface):
    """One seat, to be read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._badge = ActorBadge(ActorValue("unknown", ""))
        self._name = TextLabel("", "title", 600)
        self._demand = Paragraph("", "body", "t2")
        self._aims = column(spacing=SPACE_8)
        self._about = Paragraph("", "body", "t2")
        self._moves = Paragraph("", "table", "t3")
        content = ScrollContent()
        across = row(content, spacing=0)
        middle = QWidget()
        middle.setMaximumWidth(_WIDEST)
        across.addWidget(middle, 100)
        across.addStretch(1)
        rows = column(middle, spacing=SPACE_8, margins=(SPACE_24, SPACE_24, SPACE_24, SPACE_24))
        head = row(spacing=SPACE_8)
        head.addWidget(self._badge)
        head.addWidget(self._name, 1)
        rows.addLayout(head)
        rows.addWidget(self._demand)
        rows.addSpacing(SPACE_16)
        rows.addWidget(TextLabel("What it wants", "body", 600))
        rows.addLayout(self._aims)
        rows.addSpacing(SPACE_16)
        rows.addWidget(TextLabel("How it usually acts", "body", 600))
        rows.addWidget(self._about)
        rows.addSpacing(SPACE_4)
        rows.addWidget(self._moves)
        rows.addStretch(1)
        column(self).addWidget(ScrollPage(content, "The chosen seat", by_key=True))

    def show_offer(self, offer: SeatOffer) -> None:
        """Show a seat."""
        self._badge.set_actor(ActorValue(mark_of(offer.camp), str(offer.actor), offer.name))
        self._name.setText(offer.name)
        self._demand.set_text(f"{DEMANDS[offer.demand]}: {demand_reason(offer)}.")
        empty(self._aims)
        for aim in offer.wants:
            self._aims.addWidget(AimLine(aim))
        self._about.set_text(offer.about)
        self._moves.set_text(
            f"{offer.open_moves} moves can be ordered in the first turn. You need not play it "
            "as it usually acts."
        )
