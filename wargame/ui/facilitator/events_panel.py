"""What happened: the outcome in words, the list with its filter, and the chosen event in full."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from wargame.ui.facilitator.event_columns import EventWords
from wargame.ui.facilitator.event_detail import EventDetail
from wargame.ui.facilitator.event_table import EventTable
from wargame.ui.facilitator.outcome_strip import OutcomeStrip
from wargame.ui.facilitator.words import counted, outcome_title, outcome_words
from wargame.ui.widgets.empty_state import EmptyState
from wargame.ui.widgets.search_field import SearchField
from wargame.ui.widgets.surface import Surface, column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wargame.model.console_view import ConsoleView, EventRow

_ROOM: Final = 400
"""Height (px) from which outcome, list and detail stand together."""

NOTHING_YET = "Nothing has happened yet."
NOTHING_FOUND = "No event has these words."


class EventsPanel(Surface):
    """Newest first; its filter and what it says of itself stand in the head that it lies under.

    Signals:
        summary_changed(str): What the head says about the list.
        working_wished(int): Number of the event whose working is wished for.
        chosen(int): Number of the event that is shown in full now; 0 for none.
    """

    summary_changed = Signal(str)
    working_wished = Signal(int)
    chosen = Signal(int)

    def __init__(self, words: EventWords, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._event_words = words
        self._latest = 0
        self.filter = SearchField("Filter events", "/", small=True)
        self.filter.setFixedWidth(184)
        self.outcome = OutcomeStrip()
        self.table = EventTable(self._event_words)
        self.empty = EmptyState(NOTHING_YET)
        self.detail = EventDetail()
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        self._pages.addWidget(self.table)
        self._pages.addWidget(self.empty)
        whole = column(self)
        whole.addWidget(self.outcome)
        whole.addWidget(pages, 1)
        whole.addWidget(self.detail)
        self.filter.textChanged.connect(self._on_text_changed)
        self.detail.closed.connect(self._on_detail_closed)
        self.detail.working_wished.connect(self.working_wished)
        self.table.row_activated.connect(self._on_activated)
        self.table.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self._retell()

    def show_events(self, view: ConsoleView) -> None:
        """Show what has happened so far."""
        self.show_rows(view.events)

    def show_rows(self, events: Sequence[EventRow]) -> None:
        """Show these events, given oldest first."""
        self.table.show_events(events)
        self._latest = events[-1].turn if events else 0
        self._retell()

    def show_outcome(self, view: ConsoleView) -> None:
        """Say what the last turn came to, in the phases in which that is known."""
        title = outcome_title(view)
        self.outcome.say(title, outcome_words(view) if title else "")
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def choose(self, number: int) -> bool:
        """Choose an event by its number; a filter that hides it is taken away."""
        if self.table.choose(number):
            return True
        if self.filter.text():
            self.filter.clear()
            return self.table.choose(number)
        return False

    def summary(self) -> str:
        """What the head says about the list."""
        total, shown = self.table.total, self.table.shown
        if not total:
            return ""
        if shown < total:
            return f"{shown:,} of {counted(total, 'event', 'events')}"
        return f"up to turn {self._latest}, newest first"

    def _on_activated(self) -> None:
        event = self.table.current_event()
        if event is not None:
            self.working_wished.emit(event.number)

    def _on_text_changed(self, text: str) -> None:
        self.table.set_filter(text)
        self._retell()
        self._on_selection_changed()

    def _on_selection_changed(self) -> None:
        event = self.table.current_event()
        if event is None:
            self.detail.hide()
        else:
            self.detail.show_event(event, self._event_words)
            self.table.scrollTo(self.table.currentIndex())
        self.chosen.emit(event.number if event is not None else 0)
        self._make_room()

    def _make_room(self) -> None:
        """In a low panel the outcome gives way while an event is shown in full."""
        gives_way = not self.detail.isHidden() and self.height() < _ROOM
        self.outcome.setVisible(bool(self.outcome.title) and not gives_way)

    def _on_detail_closed(self) -> None:
        self.table.drop_choice()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _retell(self) -> None:
        total, shown = self.table.total, self.table.shown
        self.empty.set_text(NOTHING_FOUND if total else NOTHING_YET)
        self._pages.setCurrentWidget(self.table if shown else self.empty)
        self.summary_changed.emit(self.summary())
