"""The middle of the console: the map over the events and what goes on, or one actor's state."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedLayout, QWidget

from wargame.ui.facilitator.actor_states import ActorStates
from wargame.ui.facilitator.channels.channels_page import ChannelsPage
from wargame.ui.facilitator.event_columns import EventWords
from wargame.ui.facilitator.events_panel import EventsPanel
from wargame.ui.facilitator.folding_pair import FoldingPair
from wargame.ui.facilitator.harm_panel import HarmTable
from wargame.ui.facilitator.standing_panel import StandingTable
from wargame.ui.facilitator.tab_head import TabHead
from wargame.ui.facilitator.words import counted
from wargame.ui.map.relations_map import RelationsMap
from wargame.ui.map.theatre_map import TheatreMap
from wargame.ui.widgets.panel import PanelArea, PanelHead
from wargame.ui.widgets.surface import column
from wargame.ui.widgets.tabs import TabSpec

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wargame.model.console_view import ConsoleView
    from wargame.model.seat_view import ActorLabel
    from wargame.ui.theme.bands import BandScale

MAP: Final = "map"
RELATIONS: Final = "relations"
ACTORS: Final = "actors"
CHANNELS: Final = "channels"
_TABS: Final[tuple[TabSpec, ...]] = (
    (MAP, "Theatre map", "map"),
    (RELATIONS, "Relations", "share-2"),
    (ACTORS, "Actor states", "table"),
    (CHANNELS, "Channels", "message-square"),
)
_ROOM: Final = 750
"""Width (px) from which the kinds of the map have room beside the tabs."""


class ConsoleCentre(QSplitter):
    """Grows with the window; the lines between its parts can be drawn up and down.

    The state of an actor takes the whole height: it is read, while events are watched. A scenario
    without places has no map.
    """

    def __init__(
        self, actors: Sequence[ActorLabel], scale: BandScale, parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setObjectName("console-middle")
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        words = EventWords(actors, scale)
        self.map = TheatreMap(actors, scale)
        self.relations = RelationsMap(scale)
        self.actors = ActorStates(actors)
        self.channels = ChannelsPage(actors)
        self.events = EventsPanel(words)
        self.standing = StandingTable(words)
        self.harm = HarmTable()
        self.below = FoldingPair(
            ("What goes on", "", self.standing),
            ("Harm", "never part of the index", self.harm),
        )
        tabs = _TABS if self.map.has_places else _TABS[1:]
        self.head = TabHead(tabs, "What the middle shows")
        self._add_tools()
        self.above = PanelArea("Map, relations and actor states")
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        self._places: dict[str, QWidget] = {
            MAP: self.map,
            RELATIONS: self.relations,
            ACTORS: self.actors,
            CHANNELS: self.channels,
        }
        for page in self._places.values():
            self._pages.addWidget(page)
        top = column(self.above)
        top.addWidget(self.head)
        top.addWidget(pages, 1)
        self.feed = PanelArea("Events")
        self._feed_head = PanelHead("Events")
        self._feed_head.add_action(self.events.filter)
        lines = column(self.feed)
        lines.addWidget(self._feed_head)
        lines.addWidget(self.events, 1)
        self.above.setMinimumHeight(180)
        self.feed.setMinimumHeight(140)
        self.below.setMinimumHeight(112)
        for part, stretch in ((self.above, 5), (self.feed, 4), (self.below, 2)):
            self.addWidget(part)
            self.setStretchFactor(self.indexOf(part), stretch)
        self.setSizes([380, 280, 160])
        self._connect()
        self._on_page_chosen(self.head.tabs.current())
        self._on_events_told(self.events.summary())

    def stops(self) -> tuple[QWidget, ...]:
        """What Tab stops at, in reading order."""
        events, actors, theatre, relations = self.events, self.actors, self.map, self.relations
        return (
            self.head.tabs,
            *theatre.kinds.values(),
            theatre.turn,
            theatre.area.pane,
            theatre.table,
            relations.ties,
            relations.measure,
            relations.form,
            relations.area.pane,
            relations.matrix,
            actors.choice,
            actors.filter,
            actors.states,
            actors.pairs,
            actors.plain,
            *self.channels.stops(),
            events.filter,
            events.table,
            events.detail.working_button,
            events.detail.close_button,
            self.below.tabs,
            self.standing.table,
            self.harm.table,
        )

    @property
    def shows_actors(self) -> bool:
        """Whether the state of an actor is in front."""
        return self.head.tabs.current() == ACTORS

    @property
    def shows_channels(self) -> bool:
        """Whether what seats deal with one another is in front."""
        return self.head.tabs.current() == CHANNELS

    @property
    def shows_relations(self) -> bool:
        """Whether relations are in front."""
        return self.head.tabs.current() == RELATIONS

    @property
    def search(self) -> QWidget:
        """The filter of what is in front."""
        if self.shows_channels:
            return self.channels.filter
        return self.actors.filter if self.shows_actors else self.events.filter

    def show_page(self, key: str) -> None:
        """Bring the map, the relations or the actor states to the front."""
        self.head.choose(key)

    def show_events_page(self) -> None:
        """Bring the events into sight, if they are not."""
        if self.shows_actors or self.shows_channels:
            self.show_page(MAP if self.map.has_places else RELATIONS)

    def show_events(self, view: ConsoleView) -> None:
        """Show what has happened so far, in the list and on the map."""
        self.events.show_events(view)
        self.map.show_events(view.events)

    def show_standing(self, view: ConsoleView) -> None:
        """Show what goes on and is prepared."""
        self.standing.show_standing(view.standing)
        prepared = sum(1 for row in view.standing if row.ready)
        lasting = len(view.standing) - prepared
        parts = [counted(lasting, "goes on", "go on")] if lasting else []
        parts += [f"{prepared} in preparation"] if prepared else []
        self.below.set_subtitle(0, ", ".join(parts))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.map.set_kinds_shown(shown=event.size().width() >= _ROOM)

    def _add_tools(self) -> None:
        self.head.add_tool(MAP, self.map.tools)
        self.head.add_tool(RELATIONS, self.relations.tools)
        self.head.add_tool(ACTORS, self.actors.choice)
        self.head.add_tool(ACTORS, self.actors.filter)

    def _connect(self) -> None:
        self.events.summary_changed.connect(self._on_events_told)
        self.events.chosen.connect(self._on_event_chosen)
        self.actors.summary_changed.connect(self._on_actors_told)
        self.channels.summary_changed.connect(self._on_channels_told)
        self.head.current_changed.connect(self._on_page_chosen)
        self.map.event_chosen.connect(self.events.choose)
        self.map.actor_chosen.connect(self._on_actor_chosen)

    def _on_event_chosen(self, number: int) -> None:
        self.map.choose((number,) if number else ())

    def _on_actor_chosen(self, actor: str) -> None:
        self.actors.choose_actor(actor)
        self.show_page(ACTORS)

    def _on_events_told(self, summary: str) -> None:
        self._feed_head.set_subtitle(summary)

    def _on_actors_told(self, summary: str) -> None:
        self.head.set_aside(ACTORS, summary)

    def _on_channels_told(self, summary: str) -> None:
        self.head.set_aside(CHANNELS, summary)

    def _on_page_chosen(self, key: str) -> None:
        self._pages.setCurrentWidget(self._places[key])
        for part in (self.feed, self.below):
            part.setVisible(key not in {ACTORS, CHANNELS})
