"""The order being written, with the estimate of how it may be read kept in sight."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from wargame.ui.team.composer import Composer
from wargame.ui.team.outlook_strip import OutlookStrip
from wargame.ui.team.own_move_form import OwnMoveForm
from wargame.ui.team.readings_digest import ReadingsDigest, digest_words
from wargame.ui.team.readings_panel import ReadingsPanel
from wargame.ui.widgets.empty_state import EmptyState
from wargame.ui.widgets.panel import PanelArea
from wargame.ui.widgets.scroll_page import ScrollContent, ScrollPage
from wargame.ui.widgets.surface import column

if TYPE_CHECKING:
    from wargame.model.orders import Order
    from wargame.model.seat_view import Reading
    from wargame.ui.charts.forecast.forecast_state import MoveState
    from wargame.ui.team.words import Names
    from wargame.ui.theme.bands import BandScale

_TALL: Final = 560
"""Height (px) from which the readings stay in sight below the order."""


class OrderArea(QWidget):
    """Composer over readings; in low windows the readings scroll, and one line sums them up."""

    def __init__(self, scale: BandScale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._readings_stand = True
        self.composer = Composer(scale)
        self.readings = ReadingsPanel(scale)
        self.outlook = OutlookStrip()
        self.digest = ReadingsDigest()
        self.digest.chart_wished.connect(self._on_chart_wished)
        work = ScrollContent()
        self._flowing = column(work)
        self._flowing.addWidget(self.composer)
        self._flowing.addStretch(1)
        self.page = ScrollPage(work, "Order")
        order = PanelArea("Order")
        self._standing = column(order)
        self._standing.addWidget(self.page, 1)
        self._standing.addWidget(self.readings)
        self._standing.addWidget(self.outlook)
        self._standing.addWidget(self.digest)
        self.outlook.setVisible(False)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(order)
        self._pages.addWidget(
            EmptyState("Choose a move to write an order. Enter puts it on the sheet.")
        )
        self.own = OwnMoveForm(scale)
        words = ScrollContent()
        column(words).addWidget(self.own)
        self._pages.addWidget(ScrollPage(words, "Our own move"))

    def set_empty(self, *, empty: bool) -> None:
        """Show the order, or that none is chosen."""
        self._pages.setCurrentIndex(1 if empty else 0)
        if empty:
            self.clear_readings()

    def set_own(self) -> None:
        """Show the form for a move in the seat's own words."""
        self._pages.setCurrentIndex(2)
        self.clear_readings()

    def begin(self) -> None:
        """Another move is shown: from its top, without the readings of the one before."""
        self.page.verticalScrollBar().setValue(0)
        self.clear_readings()

    def show_readings(self, order: Order, readings: Sequence[Reading], names: Names) -> None:
        """Show how an order may be read."""
        self.readings.show_readings(order, readings, names)
        self.digest.say(digest_words(readings, names))
        self._show_digest()

    def show_outlook(self, state: MoveState) -> None:
        """Show what may follow from the order."""
        self.outlook.show_state(state)
        self.outlook.show()

    def clear_readings(self) -> None:
        """Show no estimate."""
        self.readings.clear()
        self._show_digest()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stands = event.size().height() >= _TALL
        if stands == self._readings_stand:
            return
        self._readings_stand = stands
        is_shown = not self.readings.isHidden()
        if stands:
            self._standing.insertWidget(1, self.readings)
        else:
            self._flowing.insertWidget(1, self.readings)
        self.readings.setVisible(is_shown)
        self._show_digest()

    def _show_digest(self) -> None:
        self.digest.setVisible(not self._readings_stand and not self.readings.isHidden())

    def _on_chart_wished(self) -> None:
        self.page.verticalScrollBar().setValue(self.readings.y())
        self.readings.chart.setFocus(Qt.FocusReason.OtherFocusReason)
