"""The middle of the console: events on top, what goes on and the harm below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from wargame.ui.facilitator.event_columns import EventWords
from wargame.ui.facilitator.events_panel import EventsPanel
from wargame.ui.facilitator.folding_pair import FoldingPair
from wargame.ui.facilitator.harm_panel import HarmTable
from wargame.ui.facilitator.standing_panel import StandingTable
from wargame.ui.facilitator.words import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wargame.model.console_view import ConsoleView
    from wargame.model.seat_view import ActorLabel
    from wargame.ui.theme.bands import BandScale


class ConsoleCentre(QSplitter):
    """Grows with the window; the line between its halves can be drawn up and down."""

    def __init__(
        self, actors: Sequence[ActorLabel], scale: BandScale, parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        words = EventWords(actors, scale)
        self.events = EventsPanel(words)
        self.standing = StandingTable(words)
        self.harm = HarmTable()
        self.below = FoldingPair(
            ("What goes on", "", self.standing),
            ("Harm", "never part of the index", self.harm),
        )
        self.events.setMinimumHeight(200)
        self.below.setMinimumHeight(140)
        self.addWidget(self.events)
        self.addWidget(self.below)
        self.setStretchFactor(0, 4)
        self.setStretchFactor(1, 3)
        self.setSizes([450, 360])

    def stops(self) -> tuple[QWidget, ...]:
        """What Tab stops at, in reading order."""
        events = self.events
        return (
            events.filter,
            events.table,
            events.detail.close_button,
            self.below.tabs,
            self.standing.table,
            self.harm.table,
        )

    def show_standing(self, view: ConsoleView) -> None:
        """Show what goes on and is prepared."""
        self.standing.show_standing(view.standing)
        prepared = sum(1 for row in view.standing if row.ready)
        lasting = len(view.standing) - prepared
        parts = [counted(lasting, "goes on", "go on")] if lasting else []
        parts += [f"{prepared} in preparation"] if prepared else []
        self.below.set_subtitle(0, ", ".join(parts))
