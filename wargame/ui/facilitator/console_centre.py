"""The middle of the console: events over what goes on and the harm, or one actor's state."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedLayout, QWidget

from wargame.ui.facilitator.actor_states import ActorStates
from wargame.ui.facilitator.event_columns import EventWords
from wargame.ui.facilitator.events_panel import EventsPanel
from wargame.ui.facilitator.folding_pair import FoldingPair
from wargame.ui.facilitator.harm_panel import HarmTable
from wargame.ui.facilitator.standing_panel import StandingTable
from wargame.ui.facilitator.tab_head import TabHead
from wargame.ui.facilitator.words import counted
from wargame.ui.widgets.panel import PanelArea
from wargame.ui.widgets.surface import column
from wargame.ui.widgets.tabs import TabSpec

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wargame.model.console_view import ConsoleView
    from wargame.model.seat_view import ActorLabel
    from wargame.ui.theme.bands import BandScale

EVENTS: Final = "events"
ACTORS: Final = "actors"
_TABS: Final[tuple[TabSpec, ...]] = (
    (EVENTS, "Events", "activity"),
    (ACTORS, "Actor states", "table"),
)


class ConsoleCentre(QSplitter):
    """Grows with the window; the line between its halves can be drawn up and down.

    The state of an actor takes the whole height: it is read, while events are watched.
    """

    def __init__(
        self, actors: Sequence[ActorLabel], scale: BandScale, parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setObjectName("console-centre")
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        words = EventWords(actors, scale)
        self.events = EventsPanel(words)
        self.actors = ActorStates(actors)
        self.head = TabHead(_TABS, "What the middle shows")
        self.head.add_tool(EVENTS, self.events.filter)
        self.head.add_tool(ACTORS, self.actors.choice)
        self.head.add_tool(ACTORS, self.actors.filter)
        self.standing = StandingTable(words)
        self.harm = HarmTable()
        self.below = FoldingPair(
            ("What goes on", "", self.standing),
            ("Harm", "never part of the index", self.harm),
        )
        self.above = PanelArea("Events and actor states")
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        self._pages.addWidget(self.events)
        self._pages.addWidget(self.actors)
        whole = column(self.above)
        whole.addWidget(self.head)
        whole.addWidget(pages, 1)
        self.above.setMinimumHeight(200)
        self.below.setMinimumHeight(140)
        self.addWidget(self.above)
        self.addWidget(self.below)
        self.setStretchFactor(0, 4)
        self.setStretchFactor(1, 3)
        self.setSizes([450, 360])
        self.events.summary_changed.connect(self._on_events_told)
        self.actors.summary_changed.connect(self._on_actors_told)
        self.head.current_changed.connect(self._on_page_chosen)
        self._on_events_told(self.events.summary())

    def stops(self) -> tuple[QWidget, ...]:
        """What Tab stops at, in reading order."""
        events, actors = self.events, self.actors
        return (
            self.head.tabs,
            events.filter,
            actors.choice,
            actors.filter,
            events.table,
            events.detail.working_button,
            events.detail.close_button,
            actors.states,
            actors.pairs,
            actors.plain,
            self.below.tabs,
            self.standing.table,
            self.harm.table,
        )

    @property
    def shows_actors(self) -> bool:
        """Whether the state of an actor is in front."""
        return self.head.tabs.current() == ACTORS

    @property
    def search(self) -> QWidget:
        """The filter of what is in front."""
        return self.actors.filter if self.shows_actors else self.events.filter

    def show_page(self, key: str) -> None:
        """Bring the events or the actor states to the front."""
        self.head.choose(key)

    def show_standing(self, view: ConsoleView) -> None:
        """Show what goes on and is prepared."""
        self.standing.show_standing(view.standing)
        prepared = sum(1 for row in view.standing if row.ready)
        lasting = len(view.standing) - prepared
        parts = [counted(lasting, "goes on", "go on")] if lasting else []
        parts += [f"{prepared} in preparation"] if prepared else []
        self.below.set_subtitle(0, ", ".join(parts))

    def _on_events_told(self, summary: str) -> None:
        self.head.set_aside(EVENTS, summary)

    def _on_actors_told(self, summary: str) -> None:
        self.head.set_aside(ACTORS, summary)

    def _on_page_chosen(self, key: str) -> None:
        self._pages.setCurrentWidget(self.actors if key == ACTORS else self.events)
        self.below.setVisible(key != ACTORS)
