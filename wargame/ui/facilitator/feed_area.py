"""Below the map: the events, and behind them the news, what goes on, and the harm."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QStackedLayout, QWidget

from wargame.ui.facilitator.event_columns import EventWords
from wargame.ui.facilitator.events_panel import EventsPanel
from wargame.ui.facilitator.harm_panel import HarmTable
from wargame.ui.facilitator.news_list import NewsList
from wargame.ui.facilitator.standing_panel import StandingTable
from wargame.ui.facilitator.words import counted
from wargame.ui.widgets.panel import PanelArea
from wargame.ui.widgets.surface import column
from wargame.ui.widgets.tab_head import TabHead
from wargame.ui.widgets.tabs import TabSpec

if TYPE_CHECKING:
    from wargame.model.console_view import ConsoleView

EVENTS: Final = "events"
NEWS: Final = "news"
STANDING: Final = "standing"
HARM: Final = "harm"
_TABS: Final[tuple[TabSpec, ...]] = (
    (EVENTS, "Events", None),
    (NEWS, "News", None),
    (STANDING, "What goes on", None),
    (HARM, "Harm", None),
)


class FeedArea(PanelArea):
    """One of the four is in front; the head says in a few words what stands in it."""

    def __init__(self, words: EventWords, parent: QWidget | None = None) -> None:
        super().__init__("Events, news, what goes on and harm", parent)
        self.events = EventsPanel(words)
        self.news = NewsList()
        self.standing = StandingTable(words)
        self.harm = HarmTable()
        self.head = TabHead(_TABS, "What has happened")
        self.head.add_tool(EVENTS, self.events.filter)
        self.head.add_tool(NEWS, self.news.filter)
        self.head.set_aside(HARM, "never part of the index")
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        self._places: dict[str, QWidget] = {
            EVENTS: self.events,
            NEWS: self.news,
            STANDING: self.standing,
            HARM: self.harm,
        }
        for page in self._places.values():
            self._pages.addWidget(page)
        lines = column(self)
        lines.addWidget(self.head)
        lines.addWidget(pages, 1)
        self.head.current_changed.connect(self._on_chosen)
        self.events.summary_changed.connect(self._on_events_told)
        self._on_events_told(self.events.summary())

    def add_page(self, key: str, title: str, page: QWidget, tool: QWidget) -> None:
        """Put a further page behind the events, with a control for the head."""
        self.head.add_tab((key, title, None))
        self.head.add_tool(key, tool)
        self._places[key] = page
        self._pages.addWidget(page)

    @property
    def shows_news(self) -> bool:
        """Whether the news is in front and can be seen."""
        return self.head.tabs.current() == NEWS and self.isVisible()

    def stops(self) -> tuple[QWidget, ...]:
        """What Tab stops at, in reading order."""
        events, detail = self.events, self.events.detail
        return (
            self.head.tabs,
            events.filter,
            self.news.filter,
            events.table,
            detail.working_button,
            detail.close_button,
            self.news.table,
            self.standing.table,
            self.harm.table,
        )

    def show_page(self, key: str) -> None:
        """Bring one of the four to the front."""
        self.head.choose(key)

    def show_standing(self, view: ConsoleView) -> None:
        """Show what goes on and is prepared."""
        self.standing.show_standing(view.standing)
        prepared = sum(1 for row in view.standing if row.ready)
        lasting = len(view.standing) - prepared
        parts = [counted(lasting, "goes on", "go on")] if lasting else []
        parts += [f"{prepared} in preparation"] if prepared else []
        self.head.set_aside(STANDING, ", ".join(parts))

    def _on_events_told(self, summary: str) -> None:
        self.head.set_aside(EVENTS, summary)

    def _on_chosen(self, key: str) -> None:
        self._pages.setCurrentWidget(self._places[key])
