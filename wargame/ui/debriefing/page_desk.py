"""Fills the pages of a debrief that show a moment: map, events, channels, orders, actors.

A page is built when it is first looked at, and filled as often as it can be without holding up
who drags through the game. Through a seat's eyes it holds what the seat knew and nothing else; the
states of actors are the truth, whoever looks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

from wargame.ui.debrief.page_area import ACTORS, CHANNELS, EVENTS, MAP, ORDERS

if TYPE_CHECKING:
    from wargame.model.console_view import EventRow
    from wargame.model.debrief_view import DebriefMoment
    from wargame.model.ids import ActorId
    from wargame.model.seat_view import SeatView
    from wargame.play.dealings.control_dealings import DealingsView
    from wargame.ui.debrief.orders_page import OrdersPage
    from wargame.ui.debriefing.open_debrief import OpenDebrief
    from wargame.ui.facilitator.actor_states import ActorStates
    from wargame.ui.facilitator.channels.channels_page import ChannelsPage
    from wargame.ui.facilitator.events_panel import EventsPanel
    from wargame.ui.map.theatre_map import TheatreMap

_FRAME_MS: Final = 16
_SHARE: Final = 4
"""A page is filled for at most one part of the time in so many while one drags."""


class PageDesk(QObject):
    """Shows the moment on the page that is in front."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open: OpenDebrief | None = None
        self._moment: DebriefMoment | None = None
        self._map: TheatreMap | None = None
        self._events: EventsPanel | None = None
        self._channels: ChannelsPage | None = None
        self._orders: OrdersPage | None = None
        self._actors: ActorStates | None = None
        self._next = QTimer(self, singleShot=True, interval=_FRAME_MS)
        self._next.timeout.connect(self._fill)

    def open(self, opened: OpenDebrief) -> None:
        """Serve this debrief."""
        self.close()
        self._open = opened
        opened.screen.moment_shown.connect(self._on_moment_shown)
        opened.screen.pages.page_shown.connect(self._on_page_shown)

    def close(self) -> None:
        """Serve nobody: the screen goes, with its pages."""
        self._next.stop()
        self._open = self._moment = None
        self._map = self._events = self._channels = self._orders = self._actors = None

    def _on_moment_shown(self, moment: DebriefMoment) -> None:
        self._moment = moment
        if not self._next.isActive():
            self._next.start()

    def _on_page_shown(self, key: str) -> None:
        self._build(key)
        self._fill()

    def _fill(self) -> None:
        """Show the moment on the page in front."""
        self._next.stop()
        if self._open is None or self._moment is None:
            return
        fill = {
            MAP: self._fill_map,
            EVENTS: self._fill_events,
            CHANNELS: self._fill_channels,
            ORDERS: self._fill_orders,
            ACTORS: self._fill_actors,
        }.get(self._open.screen.pages.current)
        if fill is not None:
            clock = QElapsedTimer()
            clock.start()
            fill()
            self._next.setInterval(max(_FRAME_MS, _SHARE * clock.elapsed()))

    # The pages, built when they are first looked at

    def _build(self, key: str) -> None:
        opened = self._open
        if opened is None or opened.screen.pages.page(key) is not None:
            return
        if key == MAP:
            self._build_map(opened)
        elif key == EVENTS:
            self._build_events(opened)
        elif key == CHANNELS:
            self._build_channels(opened)
        elif key == ORDERS:
            self._build_orders(opened)
        elif key == ACTORS:
            self._build_actors(opened)

    def _build_map(self, opened: OpenDebrief) -> None:
        from wargame.ui.map.theatre_map import TheatreMap

        self._map = TheatreMap(opened.course.actors, opened.screen.scale)
        self._map.event_chosen.connect(self._on_number_chosen)
        opened.screen.pages.set_page(MAP, self._map, self._map.tools)

    def _build_events(self, opened: OpenDebrief) -> None:
        from wargame.ui.facilitator.event_columns import EventWords
        from wargame.ui.facilitator.events_panel import EventsPanel

        words = EventWords(opened.course.actors, opened.screen.scale)
        self._events = EventsPanel(words)
        self._events.working_wished.connect(self._on_number_chosen)
        opened.screen.pages.set_page(EVENTS, self._events, self._events.filter)

    def _build_channels(self, opened: OpenDebrief) -> None:
        from wargame.ui.facilitator.channels.channels_page import ChannelsPage

        self._channels = ChannelsPage(opened.course.actors)
        self._channels.set_read_only()
        self._channels.kind_chosen.connect(self._fill)
        opened.screen.pages.set_page(CHANNELS, self._channels)

    def _build_orders(self, opened: OpenDebrief) -> None:
        from wargame.ui.debrief.orders_page import OrdersPage

        self._orders = OrdersPage(opened.course)
        self._orders.place_chosen.connect(opened.screen.go_to)
        opened.screen.pages.set_page(ORDERS, self._orders)

    def _build_actors(self, opened: OpenDebrief) -> None:
        from wargame.ui.facilitator.actor_states import ActorStates

        self._actors = ActorStates(opened.course.actors)
        self._actors.actor_wished.connect(self._fill)
        self._actors.event_chosen.connect(self._on_number_chosen)
        opened.screen.pages.set_page(ACTORS, self._actors, self._actors.choice)

    # What they show

    def _fill_map(self) -> None:
        if self._map is not None:
            self._map.show_events(self._rows())

    def _fill_events(self) -> None:
        if self._events is not None:
            self._events.show_rows(self._rows())

    def _fill_channels(self) -> None:
        if self._channels is not None and self._open is not None:
            self._channels.show_dealings(self._dealings(self._open))

    def _fill_orders(self) -> None:
        from wargame.play.debrief.orders import order_rows

        moment, opened = self._moment, self._open
        if self._orders is not None and opened is not None and moment is not None:
            self._orders.show_rows(order_rows(opened.replay, moment.place, moment.seat))

    def _fill_actors(self) -> None:
        from wargame.play.panels.actor_sheet import actor_sheet_of

        moment, opened = self._moment, self._open
        if self._actors is not None and opened is not None and moment is not None:
            world = opened.replay.world(moment.place)
            sheet = actor_sheet_of(opened.replay.scenario, world, self._actors.actor)
            self._actors.show_sheet(sheet)

    def _rows(self) -> tuple[EventRow, ...]:
        """The events so far, as the point of view has them."""
        opened, moment = self._open, self._moment
        if opened is None or moment is None:
            return ()
        if moment.seat is None:
            return opened.replay.console(moment.place).events
        from wargame.ui.team.known_map import known_row

        return tuple(known_row(event) for event in self._view(opened, moment.seat).known)

    def _dealings(self, opened: OpenDebrief) -> DealingsView:
        from wargame.play.dealings.control_dealings import dealings_of
        from wargame.play.debrief.seat_dealings import dealings_known

        moment = self._moment
        if moment is not None and moment.seat is not None:
            return dealings_known(self._view(opened, moment.seat))
        place = moment.place if moment is not None else opened.replay.last
        readings = self._channels is not None and self._channels.shows_readings
        world = opened.replay.world(place)
        return dealings_of(opened.replay.scenario, world, readings=readings)

    def _view(self, opened: OpenDebrief, seat: ActorId) -> SeatView:
        place = self._moment.place if self._moment is not None else 0
        return opened.replay.view(seat, place)

    def _on_number_chosen(self, number: int) -> None:
        # Through a seat's eyes events bear the seat's own numbers, which are no places.
        opened, moment = self._open, self._moment
        if opened is not None and moment is not None and moment.seat is None and number > 0:
            opened.screen.number_wished.emit(number)
