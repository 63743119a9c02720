"""The pages below the plot of a debrief: meant and read, and whatever else shows the moment."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QStackedLayout, QWidget

from wargame.ui.debrief.truth_line import TruthLine
from wargame.ui.theme.metrics import SPACE_4, SPACE_12
from wargame.ui.widgets.buttons import IconButton
from wargame.ui.widgets.panel import PanelArea
from wargame.ui.widgets.surface import Hairline, column, row
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
_TALL: Final = "Give these pages the whole height"
_SHARED: Final = "Show the plot again"


class PageArea(PanelArea):
    """One page is in front; a page may be handed in when it is first wished for.

    Signals:
        page_shown(str): This page is in front now.
        height_wished(bool): Give the pages the whole height, or share it again.
    """

    page_shown = Signal(str)
    height_wished = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("The moment", parent)
        self.head = TabHead(TABS, "What is shown of the moment", padding=9)
        self.tall = IconButton("chevron-up", _TALL, 16, small=True)
        self.tall.setCheckable(True)
        self.head.add_action(self.tall)
        # A window must be able to stay as narrow as it is.
        self.head.tabs.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._truth = TruthLine(margins=(SPACE_12, SPACE_4, SPACE_12, SPACE_4))
        self._truth_beside: dict[str, TruthLine] = {}
        self._truths: Mapping[str, str] = {}
        self._places: dict[str, QWidget] = {}
        self._shown: dict[str, QWidget] = {}
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        self._blank = QWidget()
        self._pages.addWidget(self._blank)
        whole = column(self)
        whole.addWidget(self.head)
        whole.addWidget(self._truth)
        whole.addWidget(pages, 1)
        self.head.current_changed.connect(self._on_chosen)
        self.tall.toggled.connect(self._on_tall)

    @property
    def current(self) -> str:
        """Key of the page in front."""
        return self.head.tabs.current()

    @property
    def truth(self) -> TruthLine:
        """Where it stands what the page in front holds beyond the point of view."""
        return self._truth_beside.get(self.current, self._truth)

    def page(self, key: str) -> QWidget | None:
        """A page; None where nobody has handed it in yet."""
        return self._places.get(key)

    def set_page(self, key: str, page: QWidget, tool: QWidget | None = None) -> None:
        """Hand a page in, with a control to stand above it."""
        self._places[key] = page
        place = page
        if tool is not None:
            self._truth_beside[key] = TruthLine()
            place = _with_tool(page, tool, self._truth_beside[key])
        self._shown[key] = place
        self._pages.addWidget(place)
        if key == self.current:
            self._pages.setCurrentWidget(place)

    def show_page(self, key: str) -> None:
        """Bring a page to the front."""
        self.head.choose(key)

    def set_truths(self, truths: Mapping[str, str]) -> None:
        """Say above a page what it holds beyond the point of view; words by the page's key."""
        self._truths = truths
        self._tell_truth()

    def _tell_truth(self) -> None:
        """Beside the control of the page in front, or in a line of its own where it has none."""
        for line in (self._truth, *self._truth_beside.values()):
            line.say(self._truths.get(self.current, "") if line is self.truth else "")

    def _on_chosen(self, key: str) -> None:
        self.page_shown.emit(key)
        self._tell_truth()
        self._pages.setCurrentWidget(self._shown.get(key, self._blank))

    def _on_tall(self, tall: bool) -> None:
        self.tall.set_icon("chevron-down" if tall else "chevron-up")
        self.tall.set_name(_SHARED if tall else _TALL)
        self.height_wished.emit(tall)


def _with_tool(page: QWidget, tool: QWidget, truth: TruthLine) -> QWidget:
    """A page below a row with its control."""
    both = QWidget()
    head = row(margins=(SPACE_12, SPACE_4, SPACE_12, SPACE_4))
    head.addWidget(truth, 1)
    head.addWidget(tool, 0, Qt.AlignmentFlag.AlignTrailing)
    lines = column(both)
    lines.addLayout(head)
    lines.addWidget(Hairline())
    lines.addWidget(page, 1)
    return both
