"""The pages below the plot of a debrief: meant and read, and whatever else shows the moment."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from wargame.ui.widgets.panel import PanelArea
from wargame.ui.widgets.surface import column
from wargame.ui.widgets.tab_head import TabHead
from wargame.ui.widgets.tabs import TabSpec

MEANT: Final = "meant"
WHY: Final = "why"
DEEDS: Final = "deeds"
MAP: Final = "map"
EVENTS: Final = "events"
CHANNELS: Final = "channels"
ORDERS: Final = "orders"
ACTORS: Final = "actors"
TABS: Final[tuple[TabSpec, ...]] = (
    (MEANT, "Meant and read", None),
    (WHY, "Why it moved", None),
    (DEEDS, "Words and deeds", None),
    (MAP, "Map", None),
    (EVENTS, "Events", None),
    (CHANNELS, "Channels", None),
    (ORDERS, "Orders", None),
    (ACTORS, "Actors", None),
)


class PageArea(PanelArea):
    """One page is in front; a page may be handed in when it is first wished for.

    Signals:
        page_shown(str): This page is in front now.
    """

    page_shown = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("The moment", parent)
        self.head = TabHead(TABS, "What is shown of the moment", padding=9)
        self._places: dict[str, QWidget] = {}
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        self._blank = QWidget()
        self._pages.addWidget(self._blank)
        whole = column(self)
        whole.addWidget(self.head)
        whole.addWidget(pages, 1)
        self.head.current_changed.connect(self._on_chosen)

    @property
    def current(self) -> str:
        """Key of the page in front."""
        return self.head.tabs.current()

    def page(self, key: str) -> QWidget | None:
        """A page; None where nobody has handed it in yet."""
        return self._places.get(key)

    def set_page(self, key: str, page: QWidget, tool: QWidget | None = None) -> None:
        """Hand a page in, with a control for the head."""
        self._places[key] = page
        self._pages.addWidget(page)
        if tool is not None:
            self.head.add_tool(key, tool)
        if key == self.current:
            self._pages.setCurrentWidget(page)

    def show_page(self, key: str) -> None:
        """Bring a page to the front."""
        self.head.choose(key)

    def _on_chosen(self, key: str) -> None:
        self.page_shown.emit(key)
        self._pages.setCurrentWidget(self._places.get(key, self._blank))
