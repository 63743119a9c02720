"""The facilitator's console: everything control knows, and the next step of the game.

It takes views and emits wishes; it decides nothing, and a change repaints only what moved.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QSplitter, QWidget

from wargame.ui.facilitator.action_foot import ActionFoot
from wargame.ui.facilitator.console_bar import ConsoleBar
from wargame.ui.facilitator.console_centre import ConsoleCentre
from wargame.ui.facilitator.console_tour import console_tour
from wargame.ui.facilitator.console_wishes import ConsoleWishes
from wargame.ui.facilitator.meter_column import MeterColumn
from wargame.ui.facilitator.next_step import Act, next_step
from wargame.ui.facilitator.seats_panel import SeatsPanel
from wargame.ui.facilitator.words import clock_words, meter_sentence, phase_sentence
from wargame.ui.item_models.band_scales import band_scale
from wargame.ui.widgets.announce import announce
from wargame.ui.widgets.surface import Hairline, Surface, column, row

if TYPE_CHECKING:
    from wargame.model.actor_sheet import ActorSheet
    from wargame.model.console_view import ConsoleView
    from wargame.model.outlook import Spiral
    from wargame.model.public_view import NewsItem
    from wargame.model.relations_view import RelationsView
    from wargame.play.changes import Changes
    from wargame.play.panels.red_lines import RedLineMark
    from wargame.ui.charts.forecast.forecast_state import ForecastState
    from wargame.ui.widgets.tour_step import TourStep

_LEFT: Final = 288
_RIGHT: Final = 368
_RIGHT_NARROW: Final = 344
_ROOM: Final = 1360
"""Width (px) below which the right column gives some of its own to the events."""


class FacilitatorScreen(ConsoleWishes):
    """Control's screen; what it shows depends on the scenario and is built with the first view.

    Its signals stand in :class:`ConsoleWishes`.

    Args:
        clock: The monotonic clock, in seconds.
    """

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, parent: QWidget | None = None
    ) -> None:
        super().__init__("win", parent)
        self._view: ConsoleView | None = None
        self._saved = ""
        self.bar = ConsoleBar(clock)
        self.seats = SeatsPanel()
        self.foot = ActionFoot(clock)
        self.centre: ConsoleCentre | None = None
        self.meter: MeterColumn | None = None
        self._feed_pages: list[tuple[str, str, QWidget, QWidget]] = []
        self._blank = QShortcut(QKeySequence("B"), self)
        self._blank.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._blank.setEnabled(False)
        self.seats.setFixedWidth(_LEFT)
        self._right = Surface("panel")
        self._right.setFixedWidth(_RIGHT)
        self._right_rows = column(self._right)
        self._right_rows.addStretch(1)
        self._right_rows.addWidget(self.foot)
        self._middle = row(spacing=0)
        self._middle.addWidget(self.seats)
        self._middle.addWidget(Hairline(vertical=True))
        self._middle.addStretch(1)
        self._bottom_stops: tuple[QWidget, ...] = ()
        self._left = QSplitter(Qt.Orientation.Vertical)
        self._left.setObjectName("console-left")
        self._left.setHandleWidth(1)
        self._left.setChildrenCollapsible(False)
        upper = QWidget()
        upper.setLayout(self._middle)
        self._left.addWidget(upper)
        self._left.setStretchFactor(0, 1)
        across = row(spacing=0)
        across.addWidget(self._left, 1)
        across.addWidget(Hairline(vertical=True))
        across.addWidget(self._right)
        whole = column(self)
        whole.addWidget(self.bar)
        whole.addLayout(across, 1)
        self._connect()

    def show_console(self, view: ConsoleView, changes: Changes | None = None) -> None:
        """Show the game as it is now.

        Args:
            view: Everything.
            changes: What moved since the last call; None when anything may have.
        """
        if self.centre is None or self.meter is None:
            self.centre, self.meter = self._build(view)
            self._order_stops()
        last, self._view = self._view, view
        before = last if changes is not None else None
        if before is None or view.seats != before.seats or view.phase != before.phase:
            self.seats.show_seats(view)
        if before is None or len(view.events) != len(before.events):
            self.centre.show_events(view)
        if before is None or view.meter != before.meter or view.turn != before.turn:
            self.meter.show_meter(view)
        if before is None or view.harm != before.harm:
            self.centre.harm.show_harm(view.harm)
        if before is None or view.meter.moved_turn != before.meter.moved_turn:
            self._ask_for_actor()
        if before is None or view.standing != before.standing:
            self.centre.show_standing(view)
        if before is None or view.phase != before.phase or view.turn != before.turn:
            self.centre.events.show_outcome(view)
            self.bar.show_turn(view)
        self._ask_for_news()
        self.bar.set_facts(self._facts())
        self.foot.set_step(next_step(view))
        if last is not None:
            self._announce_news(last, view)

    def set_saved(self, saved_at: str, unsaved: str) -> None:
        """Say when the save was last written (ISO 8601) and why it is behind, if it is."""
        self._saved = unsaved or (
            f"Saved {clock_words(saved_at, seconds=True)}" if saved_at else ""
        )
        self.bar.set_facts(self._facts())

    def set_busy(self, text: str, *, may_stop: bool = False) -> None:
        """Say what is being worked on, and whether it may be stopped; nothing says it is done."""
        self.foot.set_busy(text, may_stop=may_stop)

    def set_clock(
        self, deadline: float | None, remaining: float | None, planned: float = 0.0
    ) -> None:
        """Count down to a moment of the monotonic clock, or stand still with seconds remaining.

        Both None show no clock; ``planned`` is the whole time (s), 0 for what is not known.
        """
        self.bar.set_clock(deadline, remaining, planned)
        self.foot.set_time_up(time_up=False)

    def set_projector_on(self, *, is_on: bool) -> None:
        """Whether there is a projector's window."""
        self._blank.setEnabled(is_on)
        words = "Close the projector" if is_on else "Open the projector"
        self.bar.projector.set_name(f"{words} (Ctrl+P)")

    def set_bottom(self, panel: QWidget, stops: Sequence[QWidget]) -> None:
        """Put a panel below the seats and the middle.

        Args:
            panel: The panel; the screen owns it from then on.
            stops: What Tab stops at in it, in reading order.
        """
        self._bottom_stops = tuple(stops)
        self._left.addWidget(panel)
        self._left.setStretchFactor(1, 0)
        self._left.setSizes([10_000, panel.sizeHint().height()])
        self._order_stops()

    def add_feed_page(self, key: str, title: str, page: QWidget, tool: QWidget) -> None:
        """Put a page behind the events, now or as soon as they are there."""
        self._feed_pages.append((key, title, page, tool))
        if self.centre is not None:
            self.centre.feed.add_page(key, title, page, tool)

    def tour_steps(self) -> tuple[TourStep, ...]:
        """What a newcomer is shown."""
        if self.centre is None or self.meter is None:
            return ()
        return console_tour(self.bar, self.seats, self.centre, self.meter, self.foot)

    def focus_work(self) -> None:
        """The seats."""
        self.seats.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose_event(self, number: int) -> None:
        """Show an event in full, by its number in the log."""
        if self.centre is None:
            return
        self.centre.show_events_page()
        if self.centre.events.choose(number):
            self.centre.events.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_actor(self, sheet: ActorSheet) -> None:
        """Show an actor's state."""
        if self.centre is not None:
            self.centre.actors.show_sheet(sheet)

    def show_news(self, news: Sequence[NewsItem]) -> None:
        """Show what is public, newest first."""
        if self.centre is not None:
            self.centre.news.show_news(news)

    def show_relations(self, view: RelationsView) -> None:
        """Show how everybody stands towards everybody."""
        if self.centre is not None:
            self.centre.relations.show_relations(view)

    def show_forecast(self, state: ForecastState) -> None:
        """Show how the forecast stands."""
        if self.meter is not None:
            self.meter.show_forecast(state)

    def show_red_lines(self, marks: Sequence[RedLineMark]) -> None:
        """Show every actor's red lines in the plot."""
        if self.meter is not None:
            self.meter.history.show_red_lines(marks)

    def show_spiral(self, spiral: Spiral | None) -> None:
        """Show the spiral number beside the meter."""
        if self.meter is not None:
            self.meter.meter.spiral.show_spiral(spiral)

    def choose_turn(self, turn: int) -> None:
        """Show the event that moved the index most in a turn."""
        view = self._view
        moves = [event for event in view.events if event.turn == turn] if view is not None else []
        acts = [event for event in moves if event.act] or moves
        if acts:
            self.choose_event(max(acts, key=lambda event: abs(event.index_change)).number)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.focus_work()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._right.setFixedWidth(_RIGHT if event.size().width() >= _ROOM else _RIGHT_NARROW)

    def _build(self, view: ConsoleView) -> tuple[ConsoleCentre, MeterColumn]:
        scale = band_scale(view.meter.bands)
        centre, meter = ConsoleCentre(view.actors, scale), MeterColumn(scale)
        place = self._middle.takeAt(2)
        del place
        self._middle.insertWidget(2, centre, 1)
        place = self._right_rows.takeAt(0)
        del place
        self._right_rows.insertWidget(0, meter, 1)
        for page in self._feed_pages:
            centre.feed.add_page(*page)
        meter.event_chosen.connect(self.choose_event)
        meter.working_wished.connect(self.working_wished)
        centre.events.working_wished.connect(self.working_wished)
        centre.actors.event_chosen.connect(self.choose_event)
        centre.actors.actor_wished.connect(self.actor_wished)
        centre.head.current_changed.connect(self._ask_for_actor)
        centre.feed.head.current_changed.connect(self._ask_for_news)
        meter.turn_chosen.connect(self.choose_turn)
        meter.forecast_cancelled.connect(self.forecast_cancelled)
        meter.forecast_resumed.connect(self.forecast_resumed)
        meter.uncertainty_wished.connect(self.uncertainty_wished)
        meter.history.built.connect(self._order_stops)
        return centre, meter

    def _order_stops(self) -> None:
        """Parts are put in when they are known; Tab goes by reading all the same."""
        if self.centre is None or self.meter is None:
            return
        stops = (
            self.seats.edit,
            *self.centre.stops(),
            *self.meter.stops(),
            *self._bottom_stops,
            self.foot.second,
            self.foot.no,
            self.foot.primary,
        )
        for one, next_one in pairwise(stops):
            QWidget.setTabOrder(one, next_one)

    def _connect(self) -> None:
        bar = self.bar
        for mine, theirs in (
            (self.menu_wished, bar.menu_wished),
            (self.pause_wished, bar.pause_wished),
            (self.resume_wished, bar.resume_wished),
            (self.time_added, bar.time_added),
            (self.course_wished, bar.course_wished),
            (self.seat_written_for, self.seats.seat_written_for),
            (self.pack_wished, self.seats.pack_wished),
            (self.hide_wished, bar.hide_wished),
            (self.projector_wished, bar.projector_wished),
            (self.theme_wished, bar.theme_wished),
            (self.shortcuts_wished, bar.shortcuts_wished),
            (self.seat_opened, self.seats.seat_opened),
            (self.seat_edit_wished, self.seats.seat_edit_wished),
        ):
            theirs.connect(mine)
        bar.countdown.ran_out.connect(self._on_time_up)
        self.foot.acted.connect(self._on_acted)
        for keys, wish in (("Ctrl+Z", self.undo_wished), ("Ctrl+Shift+Z", self.redo_wished)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(wish)
        # A single letter: it acts while there is a projector, and never in a text field.
        self._blank.activated.connect(self.blank_wished)
        slash = QShortcut(QKeySequence("/"), self)
        slash.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        slash.activated.connect(self._on_slash)

    def _ask_for_actor(self) -> None:
        """What takes time is asked for when it can be seen, not with every turn."""
        if self.centre is not None and self.centre.shows_actors:
            self.actor_wished.emit(self.centre.actors.actor)
        if self.centre is not None and self.centre.shows_relations:
            self.relations_wished.emit()

    def _ask_for_news(self) -> None:
        if self.centre is not None and self.centre.feed.shows_news:
            self.news_wished.emit()

    def _facts(self) -> str:
        if self._view is None:
            return ""
        facts = (f"Log: {self._view.logged:,} events", f"Seed {self._view.seed}", self._saved)
        return "\n".join(filter(None, facts))

    def _announce_news(self, before: ConsoleView, view: ConsoleView) -> None:
        """Tell a screen reader what the eye sees by itself."""
        if view.phase is not before.phase:
            announce(self, phase_sentence(view))
        if view.meter.moved_turn != before.meter.moved_turn:
            announce(self, meter_sentence(view.meter))

    def _on_acted(self, act: Act) -> None:
        match act:
            case Act.START_PLANNING:
                self.start_planning_wished.emit()
            case Act.LOCK:
                self.lock_wished.emit()
            case Act.REVIEW:
                self.review_wished.emit()
            case Act.PUBLISH:
                self.publish_wished.emit()
            case Act.NEXT_TURN:
                self.next_turn_wished.emit()
            case Act.GO_HOME:
                self.home_wished.emit()

    def _on_time_up(self) -> None:
        self.foot.set_time_up(time_up=True)

    def _on_slash(self) -> None:
        if self.centre is not None:
            self.centre.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
