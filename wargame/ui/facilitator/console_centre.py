"""The middle of the console: the map over the events, or one actor's state."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedLayout, QWidget

from wargame.ui.facilitator.actor_states import ActorStates
from wargame.ui.facilitator.channels.channels_page import ChannelsPage
from wargame.ui.facilitator.event_columns import EventWords
from wargame.ui.facilitator.feed_area import EVENTS, FeedArea
from wargame.ui.map.relations_map import RelationsMap
from wargame.ui.map.theatre_map import TheatreMap
from wargame.ui.widgets.panel import PanelArea
from wargame.ui.widgets.surface import column
from wargame.ui.widgets.tab_head import TabHead
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
    (MAP, "Map", "map"),
    (RELATIONS, "Relations", "share-2"),
    (ACTORS, "Actors", "table"),
    (CHANNELS, "Channels", "message-square"),
)
_ROOM: Final = 750
"""Width (px) from which the kinds of the map have room beside the tabs."""


class ConsoleCentre(QSplitter):
    """Grows with the window; the line between its parts can be drawn up and down.

    The state of an actor takes the whole height: it is read, while events are watched. A scenario
    without places has no map.
    """

    def __init__(
        self, actors: Sequence[ActorLabel], scale: BandScale, parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setObjectName("console-centre-2")
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        words = EventWords(actors, scale)
        self.map = TheatreMap(actors, scale)
        self.relations = RelationsMap(scale)
        self.actors = ActorStates(actors)
        self.channels = ChannelsPage(actors)
        self.feed = FeedArea(words)
        self.events, self.news = self.feed.events, self.feed.news
        self.standing, self.harm = self.feed.standing, self.feed.harm
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
        self.above.setMinimumHeight(180)
        self.feed.setMinimumHeight(140)
        for part in (self.above, self.feed):
            self.addWidget(part)
            self.setStretchFactor(self.indexOf(part), 1)
        self.setSizes([460, 360])
        self._connect()
        self._on_page_chosen(self.head.tabs.current())

    def stops(self) -> tuple[QWidget, ...]:
        """What Tab stops at, in reading order."""
        actors, theatre, relations = self.actors, self.map, self.relations
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
            *self.feed.stops(),
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
        self.feed.show_page(EVENTS)

    def show_events(self, view: ConsoleView) -> None:
        """Show what has happened so far, in the list and on the map."""
        self.events.show_events(view)
        self.map.show_events(view.events)

    def show_standing(self, view: ConsoleView) -> None:
        """Show what goes on and is prepared."""
        self.feed.show_standing(view)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.map.set_kinds_shown(shown=event.size().width() >= _ROOM)

    def _add_tools(self) -> None:
        self.head.add_tool(MAP, self.map.tools)
        self.head.add_tool(RELATIONS, self.relations.tools)
        self.head.add_tool(ACTORS, self.actors.choice)
        self.head.add_tool(ACTORS, self.actors.filter)

    def _connect(self) -> None:
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

    def _on_actors_told(self, summary: str) -> None:
        self.head.set_aside(ACTORS, summary)

    def _on_channels_told(self, summary: str) -> None:
        self.head.set_aside(CHANNELS, summary)

    def _on_page_chosen(self, key: str) -> None:
        self._pages.setCurrentWidget(self._places[key])
        self.feed.setVisible(key not in {ACTORS, CHANNELS})
