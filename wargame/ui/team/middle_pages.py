"""What stands in the middle while nothing is planned, by phase."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from wargame.model.ids import Phase
from wargame.ui.team.briefing import BriefingView
from wargame.ui.team.learned_list import LearnedList
from wargame.ui.team.order_summary import OrderSummaries
from wargame.ui.team.outcome_words import learned, outcome_words
from wargame.ui.theme.metrics import SPACE_4, SPACE_16, SPACE_24
from wargame.ui.widgets.buttons import PrimaryButton
from wargame.ui.widgets.icon_label import IconLabel
from wargame.ui.widgets.surface import Hairline, Surface, column, row
from wargame.ui.widgets.text import Paragraph

if TYPE_CHECKING:
    from wargame.model.seat_view import SeatView
    from wargame.ui.team.resting_page import RestingPage
    from wargame.ui.theme.bands import BandScale


_IN_A_ROOM: Final = "Planning has not begun. Control starts it for all teams."
_ALONE: Final = "Take your time: there is no clock. The briefing stays at hand while you plan."


_NEXT: Final = "Read on as long as you like; the next turn begins when you go on."


_UNTIL: Final = "No other team sees them. You can unseal them until the time is up."
_OTHERS: Final = "The other seats decide from what they know. Then the turn is adjudicated."


class BriefPage(Surface):
    """Before the first turn is planned: the whole briefing, to be read.

    Signals:
        go_on_wished(): The briefing has been read; only of somebody who plays alone.
    """

    go_on_wished = Signal()

    def __init__(
        self, view: SeatView, parent: QWidget | None = None, *, alone: bool = False
    ) -> None:
        super().__init__("panel", parent)
        head = row(spacing=SPACE_16, margins=(SPACE_24, SPACE_16, SPACE_24, SPACE_16))
        head.addWidget(IconLabel("book-open", size=20), 0, Qt.AlignmentFlag.AlignTop)
        words = column(spacing=SPACE_4)
        words.addWidget(Paragraph("Read the briefing", "title", weight=600))
        words.addWidget(Paragraph(_ALONE if alone else _IN_A_ROOM, "body", "t2"))
        head.addLayout(words, 1)
        if alone:
            self.go_on = PrimaryButton("Start planning", "pen-line", shortcut="Ctrl+Return")
            self.go_on.clicked.connect(self.go_on_wished)
            head.addWidget(self.go_on, 0, Qt.AlignmentFlag.AlignTop)
        self.briefing = BriefingView(view)
        whole = column(self)
        whole.addLayout(head)
        whole.addWidget(Hairline())
        reading = column(margins=(SPACE_16, 0, SPACE_16, 0))
        reading.addWidget(self.briefing)
        whole.addLayout(reading, 1)


def fill_resting_page(
    page: RestingPage, view: SeatView, scale: BandScale, *, alone: bool = False
) -> None:
    """Say what happens now; for every phase but the first briefing and an unsealed plan.

    Args:
        page: The page.
        view: What the seat may know.
        scale: The bands.
        alone: Whether somebody plays alone, who is offered the way on.
    """
    names = {label.id: label for label in view.actors}
    if view.phase is Phase.PLAN:
        count = len(view.sealed or ())
        page.say(
            "lock",
            "Orders sealed" if count else "Sealed without orders",
            _OTHERS if alone else _UNTIL,
            OrderSummaries(view.sealed or (), view, scale),
        )
        page.offer_unseal()
    elif view.phase is Phase.ADJUDICATE:
        page.say(
            "gavel",
            "Control is adjudicating",
            "The plans are locked. You learn what came of them when the outcome is published.",
            OrderSummaries(view.sealed or (), view, scale),
        )
    elif view.phase is Phase.BRIEF:
        said = outcome_words(view, scale, view.turn - 1)
        page.say(
            "book-open",
            f"Turn {view.turn} begins",
            f"Planning has not begun. {said}",
            LearnedList(learned(view, view.turn - 1), scale, names),
        )
    elif view.phase is Phase.OUTCOME:
        page.say(
            "newspaper",
            f"The outcome of turn {view.turn}",
            outcome_words(view, scale, view.turn)
            + ("" if alone else " Control begins the next turn."),
            LearnedList(learned(view, view.turn), scale, names),
        )
        if alone:
            page.offer_go_on(f"Plan turn {view.turn + 1}", _NEXT)
    else:
        page.say(
            "flag",
            "The game has ended",
            outcome_words(view, scale, view.turn),
            LearnedList(learned(view, view.turn), scale, names),
        )
        if alone:
            page.offer_go_on("See how it went")
