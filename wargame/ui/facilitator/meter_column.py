"""The right column: the meter, its history, and under tabs what lies behind the index."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from wargame.ui.charts.forecast.drivers_page import DriversPage
from wargame.ui.charts.forecast.words import runs_text
from wargame.ui.facilitator.fact_rows import ROW, Fact, FactRows
from wargame.ui.facilitator.history_plot import HistoryPlot
from wargame.ui.facilitator.meter_panel import MeterPanel, part_facts
from wargame.ui.facilitator.steps_chart import StepsChart
from wargame.ui.facilitator.tab_page import TabPage
from wargame.ui.theme.metrics import SPACE_4, SPACE_8, SPACE_12
from wargame.ui.widgets.buttons import IconButton
from wargame.ui.widgets.empty_state import EmptyState
from wargame.ui.widgets.panel import PanelArea, SectionHead
from wargame.ui.widgets.surface import Hairline, Surface, column
from wargame.ui.widgets.tabs import TabSpec, TabStrip

if TYPE_CHECKING:
    from wargame.model.console_view import ConsoleView
    from wargame.ui.charts.forecast.forecast_state import ForecastState
    from wargame.ui.theme.bands import BandScale

_FULL: Final = 728
"""Height (px) at which everything fits, with the history in a place of its own."""

_PAGE: Final = 9 * ROW + 2 * SPACE_4
"""Height (px) of a page with nine rows: start, six movements, the rest, and the end."""

_LEAST_PAGE: Final = 6 * ROW + 2 * SPACE_4
"""Height (px) that such a page has at least; it scrolls while a question stands below it."""

ROOM: Final = _FULL - _PAGE + _LEAST_PAGE
"""Height (px) from which the history has a place of its own."""

_UNLIMITED: Final = 16_777_215
"""Qt's word for no limit to a height."""

_LOWEST: Final = 420
"""Height (px) that the folded form needs at least."""

_HISTORY_TAB: Final[TabSpec] = ("history", "History", None)
_TABS: Final[tuple[TabSpec, ...]] = (
    ("moved", "What moved it", None),
    ("parts", "Fronts", None),
    ("factors", "Factors", None),
    ("drivers", "Drivers", None),
)
_LOW_TABS: Final[tuple[TabSpec, ...]] = (
    _HISTORY_TAB,
    ("moved", "Moved it", None),
    *_TABS[1:],
)


class MeterColumn(Surface):
    """Shows the meter in full or, where it is low, the history under a tab as well.

    Signals:
        event_chosen(int): Number of an event that moved the index.
        turn_chosen(int): A turn that has been played.
        working_wished(int): Number of an event whose working is wished for.
        forecast_cancelled(): No more runs of the forecast are wanted.
        forecast_resumed(): The runs that were cancelled are wanted after all.
        uncertainty_wished(bool): Vary the model's constants in the forecast, or no longer.
    """

    forecast_cancelled = Signal()
    forecast_resumed = Signal()
    uncertainty_wished = Signal(bool)
    event_chosen = Signal(int)
    turn_chosen = Signal(int)
    working_wished = Signal(int)

    def __init__(self, scale: BandScale, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self.meter = MeterPanel(scale)
        self.history = HistoryPlot(scale)
        self.history.turn_chosen.connect(self.turn_chosen)
        self.steps = StepsChart()
        self.steps.event_chosen.connect(self.event_chosen)
        self.steps.working_wished.connect(self.working_wished)
        self.parts = FactRows("Parts of the index")
        self.factors = FactRows("Factors of escalation")
        self.drivers = DriversPage()
        self.drivers.uncertainty_wished.connect(self.uncertainty_wished)
        self.history.foot.cancel_wished.connect(self.forecast_cancelled)
        self.history.foot.resume_wished.connect(self.forecast_resumed)
        self.tabs = TabStrip(_TABS, "Behind the index", padding=10)
        self.tabs.current_changed.connect(self._on_tab_chosen)
        self._history_head = SectionHead("History and forecast")
        self.as_table = IconButton("table", "View as table (Ctrl+T)", 14, small=True)
        self.as_table.clicked.connect(self.history.toggle_table)
        self._history_head.add_action(self.as_table)
        self._history_place = column(margins=(SPACE_8, 0, SPACE_12, SPACE_4))
        self._history_part = PanelArea("History of the index")
        part = column(self._history_part)
        part.addWidget(Hairline())
        part.addWidget(self._history_head)
        part.addLayout(self._history_place, 1)
        self._history_page = QWidget()
        self._page_place = column(self._history_page, margins=(SPACE_8, SPACE_8, SPACE_12, SPACE_8))
        self._nothing = EmptyState("Nothing has moved it yet.")
        self._moved_page = QWidget()
        self._moved = QStackedLayout(self._moved_page)
        self._moved.addWidget(TabPage(self.steps))
        self._moved.addWidget(self._nothing)
        self._pages_by_key = {
            "history": self._history_page,
            "moved": self._moved_page,
            "parts": TabPage(self.parts),
            "factors": TabPage(self.factors),
            "drivers": self.drivers,
        }
        self._pages_part = QWidget()
        self._behind = PanelArea("Behind the index")
        self._pages = QStackedLayout(self._pages_part)
        for page in self._pages_by_key.values():
            self._pages.addWidget(page)
        self._whole = column(self)
        self._whole.addWidget(self.meter)
        self._whole.addWidget(self._history_part, 1)
        lower = column(self._behind)
        lower.addWidget(Hairline())
        lower.addWidget(self.tabs)
        lower.addWidget(self._pages_part, 1)
        self._whole.addWidget(self._behind)
        self._is_low: bool | None = None
        self._before_fold = self.tabs.current()
        self._arrange(low=False)

    @property
    def is_low(self) -> bool:
        """Whether the history stands under a tab."""
        return bool(self._is_low)

    def stops(self) -> tuple[QWidget, ...]:
        """What Tab stops at, in reading order."""
        plot = self.history.plot
        stops = (
            self.history.foot.working.cancel,
            self.history.foot.working.resume,
            self.tabs,
            self.steps,
            self.parts,
            self.factors,
            *self.drivers.stops(),
        )
        first = (self.meter.spiral.explain, self.as_table)
        return (*first, plot, *stops) if plot is not None else (*first, *stops)

    def show_meter(self, view: ConsoleView) -> None:
        """Show the meter with all that lies behind it."""
        meter = view.meter
        self.meter.show_meter(meter)
        self.history.show_history(view)
        self.steps.show_meter(meter)
        self._moved.setCurrentIndex(0 if meter.moved_turn else 1)
        self.parts.set_facts(part_facts(meter))
        self.factors.set_facts([Fact(name, text, why) for name, text, why in meter.factors])

    def show_forecast(self, state: ForecastState) -> None:
        """Show how the forecast stands: fan, ladder, risk, drivers."""
        outlook = state.outlook
        self.history.show_forecast(state)
        self.meter.show_forecast(state)
        self.drivers.show_state(state)
        self._history_head.set_aside(runs_text(outlook) if outlook is not None else "")

    def show_tab(self, key: str) -> None:
        """Bring a tab to the front."""
        self.tabs.set_current(key)
        self._on_tab_chosen(self.tabs.current())

    def minimumSizeHint(self) -> QSize:
        # As low as the folded form can be; the full form must not keep the window from it.
        return QSize(super().minimumSizeHint().width(), _LOWEST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        height = event.size().height()
        self._arrange(low=height < ROOM)
        if not self._is_low:
            self._pages_part.setFixedHeight(min(_PAGE, _PAGE - _FULL + height))

    def _arrange(self, *, low: bool) -> None:
        if low == self._is_low:
            return
        self._is_low = low
        (self._page_place if low else self._history_place).addWidget(self.history)
        self._history_part.setVisible(not low)
        self.meter.set_low(low=low)
        self._whole.setStretchFactor(self._behind, 1 if low else 0)
        if low:
            self._pages_part.setMinimumHeight(0)
            self._pages_part.setMaximumHeight(_UNLIMITED)
        else:
            self._pages_part.setFixedHeight(_PAGE)
        chosen = self.tabs.current()
        if low:
            self._before_fold = chosen
            self.tabs.set_tabs(_LOW_TABS)
            self.tabs.set_current("history")
        else:
            self.tabs.set_tabs(_TABS)
            self.tabs.set_current(self._before_fold if chosen == "history" else chosen)
        self._on_tab_chosen(self.tabs.current())

    def _on_tab_chosen(self, key: str) -> None:
        self._pages.setCurrentWidget(self._pages_by_key[key])
