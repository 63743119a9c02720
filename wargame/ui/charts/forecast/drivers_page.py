"""The facilitator's page of drivers: what separates good futures from bad, and how sure that is."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedLayout, QWidget

from wargame.ui.charts.forecast.drivers_chart import DriversChart, driver_row
from wargame.ui.charts.forecast.forecast_state import ForecastState
from wargame.ui.charts.values_table import ValuesModel
from wargame.ui.theme.metrics import SPACE_4, SPACE_8, SPACE_12
from wargame.ui.widgets.checks import CheckBox
from wargame.ui.widgets.empty_state import EmptyState
from wargame.ui.widgets.surface import Surface, column
from wargame.ui.widgets.text import Paragraph, plain_tip
from wargame.ui.widgets.views import TableView

_WHAT: Final = (
    "All-out war in the quarter of the runs with most of it, minus the quarter with least"
)
_UNIT: Final = "percentage points, 95 % interval"
_NONE_YET: Final = "No forecast yet."
_NONE_APART: Final = "Nothing separates the runs: no quarter differs from another."


class DriversPage(Surface):
    """Rows of drivers under the switch that varies the constants as well; Ctrl+T for a table.

    Signals:
        uncertainty_wished(bool): Vary the model's constants within their ranges, or no longer.
    """

    uncertainty_wished = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self.vary = CheckBox("Vary the model's constants as well")
        self.vary.setToolTip(
            plain_tip(
                "Each run then draws the constants of the law from their ranges, so that the "
                "forecast is as unsure as the constants are. It is wider and takes longer."
            )
        )
        self.vary.toggled.connect(self.uncertainty_wished)
        self._as_table = False
        self.chart = DriversChart()
        self._caption = Paragraph(f"{_WHAT}; {_UNIT}.", "caption", "t3")
        self._empty = EmptyState(_NONE_YET)
        ground = Surface("panel")
        rows = column(ground, spacing=SPACE_4, margins=(SPACE_12, 0, SPACE_12, 0))
        rows.addWidget(self.chart)
        rows.addWidget(self._caption)
        rows.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(self.chart.focusPolicy().NoFocus)
        scroll.setWidget(ground)
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(scroll)
        self._values = ValuesModel((("Driver", 0), ("Points", 60), ("95 % interval", 112)), self)
        self.table = TableView("Drivers")
        self.table.setModel(self._values)
        self._pages.addWidget(self.table)
        toggle = QShortcut(QKeySequence("Ctrl+T"), self)
        toggle.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        toggle.activated.connect(self._on_toggled)
        whole = column(self)
        switch = column(margins=(SPACE_8, SPACE_4, SPACE_8, 0))
        switch.addWidget(self.vary)
        whole.addLayout(switch)
        whole.addWidget(pages, 1)

    def stops(self) -> tuple[QWidget, ...]:
        """What Tab stops at."""
        return (self.vary, self.chart, self.table)

    def show_state(self, state: ForecastState) -> None:
        """Show the drivers of a forecast."""
        outlook = state.outlook
        drivers = outlook.drivers if outlook is not None else ()
        self.chart.set_drivers(drivers)
        self._values.set_rows([driver_row(driver) for driver in drivers])
        self._empty.set_text(_NONE_YET if outlook is None else _NONE_APART)
        self._pages.setCurrentIndex((2 if self._as_table else 1) if drivers else 0)

    def _on_toggled(self) -> None:
        if not self.chart.drivers:
            return
        had_focus = self.chart.hasFocus() or self.table.hasFocus()
        self._as_table = not self._as_table
        self._pages.setCurrentIndex(2 if self._as_table else 1)
        if had_focus:
            (self.table if self._as_table else self.chart).setFocus()
