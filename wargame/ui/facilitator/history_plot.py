"""The history of the index, built once the console stands on the screen.

The plotting library takes half a second to load; nobody waits for it before the first paint.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from wargame.ui.widgets.surface import column

if TYPE_CHECKING:
    from wargame.model.console_view import ConsoleView
    from wargame.ui.charts.escalation_plot import EscalationPlot
    from wargame.ui.theme.bands import BandScale

_AFTER_PAINT_MS: Final = 60


class HistoryPlot(QWidget):
    """An empty place that becomes the plot.

    Attributes:
        plot: The plot; None until the console has been shown.

    Signals:
        turn_chosen(int): A turn that has been played was clicked.
        built(): The plot is there.
    """

    turn_chosen = Signal(int)
    built = Signal()

    def __init__(self, scale: BandScale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = scale
        self._history: tuple[tuple[float, float], ...] = ()
        self._turns, self._current = 1, 0
        self.plot: EscalationPlot | None = None
        self._body = column(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._build = QTimer(self, singleShot=True, interval=_AFTER_PAINT_MS)
        self._build.timeout.connect(self._on_painted)

    def show_history(self, view: ConsoleView) -> None:
        """Show the index at the start and after each turn."""
        self._history = tuple((float(n), index) for n, index in enumerate(view.meter.path))
        self._turns, self._current = view.turns, view.turn
        self._fill()

    def toggle_table(self) -> None:
        """Show the values as a table, or the plot again."""
        if self.plot is not None:
            self.plot.toggle_table()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.plot is None:
            self._build.start()

    def _on_painted(self) -> None:
        from wargame.ui.charts.escalation_plot import EscalationPlot

        self.plot = EscalationPlot(self._scale)
        self._body.addWidget(self.plot)
        self.plot.turn_chosen.connect(self.turn_chosen)
        self._fill()
        self.built.emit()

    def _fill(self) -> None:
        if self.plot is not None:
            self.plot.set_turns(self._turns, self._current)
            self.plot.set_history(self._history)
