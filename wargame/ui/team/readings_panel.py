"""The estimate of how others may read the order, as a chart or as a table of the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QKeySequence, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QSizePolicy, QWidget

from wargame.ui.item_models.actor_values import mark_of
from wargame.ui.item_models.columns import Column
from wargame.ui.item_models.rows_model import RowsModel
from wargame.ui.team.readings_chart import ReadingRow, ReadingsChart
from wargame.ui.team.words import names_words
from wargame.ui.theme.current import colour
from wargame.ui.theme.metrics import (
    HEADER_ROW_HEIGHT,
    SPACE_4,
    SPACE_8,
    SPACE_12,
    SPACE_16,
    TABLE_ROW_HEIGHT,
)
from wargame.ui.theme.paint import start_painting
from wargame.ui.widgets.buttons import IconButton, LinkButton
from wargame.ui.widgets.surface import Hairline, Surface, column, row
from wargame.ui.widgets.text import Paragraph, TextLabel
from wargame.ui.widgets.views import TableView

if TYPE_CHECKING:
    from wargame.model.ids import ActorId
    from wargame.model.orders import Order
    from wargame.model.seat_view import ActorLabel, Reading
    from wargame.ui.theme.bands import BandScale

FIRST_ROWS: Final = 5
"""Readers shown at first: the target, those who are spoken to, those who may see a line crossed."""


def by_weight(readings: Sequence[Reading], order: Order) -> tuple[Reading, ...]:
    """Readings with those first whom the order is about."""

    def weight(reading: Reading) -> int:
        if reading.actor == order.target:
            return 0
        if reading.actor in (*order.told, *order.audience):
            return 1
        return 2 if reading.may_cross else 3

    return tuple(sorted(readings, key=weight))


class _Dashes(QWidget):
    """A piece of the dashed line, for the words that name it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(20, 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start_painting(self)
        pen = QPen(colour("accent"), 2)
        pen.setDashPattern([2, 1.5])
        painter.setPen(pen)
        painter.drawLine(QPointF(0, 8.5), QPointF(self.width(), 8.5))


class ReadingsPanel(Surface):
    """Head, chart or table, and what the estimate rests on; Ctrl+T changes between the two."""

    def __init__(self, scale: BandScale, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._readings: tuple[Reading, ...] = ()
        self._labels: Mapping[ActorId, ActorLabel] = {}
        self._shows_all = False
        self._dashes = _Dashes()
        self._meant = TextLabel("", "table", 400, "t2")
        self.more = LinkButton("")
        self.more.clicked.connect(self._on_more)
        self.as_table = IconButton("table", "View as table (Ctrl+T)", small=True)
        self.as_table.setCheckable(True)
        self.as_table.clicked.connect(self._on_as_table)
        self.chart = ReadingsChart(scale)
        self.table = TableView("How others may read it")
        self._model: RowsModel[ReadingRow] = RowsModel(_COLUMNS, (), self)
        self.table.setModel(self._model)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._caption = Paragraph("", "table", "t2")
        self._lay_out()
        toggle = QShortcut(QKeySequence("Ctrl+T"), self)
        toggle.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        toggle.activated.connect(self.as_table.click)
        self.setAccessibleName("How others may read it")
        self.hide()

    def show_readings(
        self,
        order: Order,
        readings: Sequence[Reading],
        labels: Mapping[ActorId, ActorLabel],
    ) -> None:
        """Show an estimate for an order; without readings the panel is not there."""
        self._readings = by_weight(readings, order)
        self._labels = labels
        self._fill()
        self.setVisible(bool(readings))

    def show_meant(self, meant: float | None) -> None:
        """Draw the dashed line where the order is meant."""
        self.chart.set_meant(meant)
        self._meant.setText(f"Meant R{meant:.0f}" if meant is not None else "")
        self._dashes.setVisible(meant is not None)

    def set_stale(self) -> None:
        """The order has changed and the new estimate is on its way."""
        self.chart.set_stale()

    def clear(self) -> None:
        """Show nothing."""
        self._readings = ()
        self.chart.set_rows(())
        self.hide()

    def _fill(self) -> None:
        every = [self._row(reading) for reading in self._readings]
        shown = every if self._shows_all else every[:FIRST_ROWS]
        self.chart.set_rows(shown)
        self._model.set_rows(every)
        self.table.setFixedHeight(HEADER_ROW_HEIGHT + TABLE_ROW_HEIGHT * len(every) + 2)
        self.more.setText("Show 5" if self._shows_all else f"All {len(every)}")
        self.more.setVisible(len(every) > FIRST_ROWS and not self.as_table.isChecked())
        crossed = [reading.actor for reading in self._readings if reading.may_cross]
        words = "An estimate from what this seat knows."
        if crossed:
            words += f" {names_words(self._labels, crossed)} may see a red line crossed."
        self._caption.set_text(words)

    def _row(self, reading: Reading) -> ReadingRow:
        label = self._labels.get(reading.actor)
        return ReadingRow(
            mark_of(label.camp if label else ""),
            label.name if label else str(reading.actor),
            reading.low,
            reading.middle,
            reading.high,
            reading.may_cross,
        )

    def _lay_out(self) -> None:
        head = row(spacing=SPACE_8)
        head.addWidget(TextLabel("How others may read it", "body", 600))
        head.addStretch(1)
        for part in (self._dashes, self._meant, self.more, self.as_table):
            head.addWidget(part)
        whole = column(self)
        whole.addWidget(Hairline())
        inner = column(spacing=SPACE_4, margins=(SPACE_16, SPACE_8, SPACE_16, SPACE_12))
        inner.addLayout(head)
        inner.addWidget(self.chart)
        inner.addWidget(self.table)
        inner.addWidget(self._caption)
        whole.addLayout(inner)
        self.table.hide()

    def _on_more(self) -> None:
        self._shows_all = not self._shows_all
        self._fill()

    def _on_as_table(self) -> None:
        as_table = self.as_table.isChecked()
        had_focus = self.chart.hasFocus() or self.table.hasFocus()
        # The one that goes first: both at once would ask for more room than there is.
        (self.chart if as_table else self.table).hide()
        self._fill()
        (self.table if as_table else self.chart).show()
        if had_focus:
            (self.table if as_table else self.chart).setFocus()


def _line_words(reading: ReadingRow) -> str:
    return "May be crossed" if reading.may_cross else "–"


_COLUMNS: Final = (
    Column[ReadingRow]("Reader", lambda r: r.name, stretch=True, spoken=lambda r: r.words),
    Column[ReadingRow]("Low", lambda r: f"R{r.low:.0f}", 56, "end"),
    Column[ReadingRow]("Likely", lambda r: f"R{r.middle:.0f}", 64, "end"),
    Column[ReadingRow]("High", lambda r: f"R{r.high:.0f}", 56, "end"),
    Column[ReadingRow]("Red line", _line_words, 120),
)
