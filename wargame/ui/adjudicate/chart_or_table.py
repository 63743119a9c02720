"""A distribution as bars or, with Ctrl+T, as a table of the same numbers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from wargame.ui.adjudicate.distribution_chart import Bar, DistributionChart
from wargame.ui.charts.values_table import ValuesModel
from wargame.ui.widgets.surface import column
from wargame.ui.widgets.views import TableView

_HEIGHT = 140


class ChartOrTable(QWidget):
    """Both hold the same bars; one is shown."""

    def __init__(self, name: str, value: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart = DistributionChart(name)
        self._values = ValuesModel(((value, 0), ("Share", 80), ("", 80)), self)
        self.table = TableView(f"{name}, as a table")
        self.table.setModel(self._values)
        self.table.setFixedHeight(_HEIGHT)
        whole = column(self)
        whole.addWidget(self.chart)
        whole.addWidget(self.table)
        self.table.hide()

    @property
    def bars(self) -> tuple[Bar, ...]:
        """What is shown."""
        return self.chart.bars

    @property
    def is_table_shown(self) -> bool:
        """Whether the table stands in place of the bars."""
        return not self.table.isHidden()

    def set_bars(self, bars: Sequence[Bar]) -> None:
        """Show other bars."""
        self.chart.set_bars(bars)
        self._values.set_rows([(b.label, f"{100 * b.share:.1f} %", b.tag) for b in bars])

    def toggle(self) -> None:
        """Show the other of the two."""
        shown = not self.is_table_shown
        self.table.setVisible(shown)
        self.chart.setVisible(not shown)
        if shown and self.isVisible():
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
