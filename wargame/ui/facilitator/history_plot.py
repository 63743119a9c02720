"""The history of the index with its forecast, built once the console stands on the screen.

The plotting library takes half a second to load; nobody waits for it before the first paint.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from wargame.ui.charts.forecast.forecast_foot import ForecastFoot
from wargame.ui.charts.forecast.forecast_state import NOTHING_YET, ForecastState
from wargame.ui.charts.forecast.red_lines import PlotLine, drawn_lines
from wargame.ui.widgets.announce import announce
from wargame.ui.widgets.surface import column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wargame.model.console_view import ConsoleView
    from wargame.play.panels.red_lines import RedLineMark
    from wargame.ui.charts.escalation_plot import EscalationPlot
    from wargame.ui.theme.bands import BandScale

_AFTER_PAINT_MS: Final = 60
_NAMED: Final = 2
"""Red lines with words: control's plot has all of them, and most say little now."""


class HistoryPlot(QWidget):
    """An empty place that becomes the plot.

    Attributes:
        plot: The plot; None until the console has been shown.
        foot: Legend or progress, and the risk of all-out war.

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
        self._forecast = NOTHING_YET
        self._marks: tuple[RedLineMark, ...] = ()
        self.plot: EscalationPlot | None = None
        self.foot = ForecastFoot()
        whole = column(self)
        self._body = column()
        whole.addLayout(self._body, 1)
        whole.addWidget(self.foot)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._build = QTimer(self, singleShot=True, interval=_AFTER_PAINT_MS)
        self._build.timeout.connect(self._on_painted)

    def show_history(self, view: ConsoleView) -> None:
        """Show the index at the start and after each turn."""
        self._history = tuple((float(n), index) for n, index in enumerate(view.meter.path))
        self._turns, self._current = view.turns, view.turn
        self._fill()

    def show_forecast(self, state: ForecastState) -> None:
        """Show how the forecast stands."""
        before, self._forecast = self._forecast, state
        self.foot.show_state(state)
        if self.plot is not None and state.outlook is not before.outlook:
            self._fill_forecast(self.plot)
        if self.plot is not None:
            self.plot.set_forecast_stale(stale=state.is_stale)
        if before.is_running and not state.is_running and not state.is_stale and state.outlook:
            announce(self, f"Forecast ready. {self.foot.risk_words}")

    def show_red_lines(self, marks: Sequence[RedLineMark]) -> None:
        """Show every red line, and where one was crossed."""
        self._marks = tuple(marks)
        self.foot.set_red_lines(shown=bool(self._marks))
        if self.plot is not None:
            self._fill_red_lines(self.plot)

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
            self._fill_forecast(self.plot)
            self._fill_red_lines(self.plot)

    def _fill_forecast(self, plot: EscalationPlot) -> None:
        outlook = self._forecast.outlook
        if outlook is None:
            plot.set_forecast((0.0, 0.0), ())
        else:
            plot.set_forecast((outlook.first_turn - 1.0, outlook.start), outlook.fan)
        plot.set_forecast_stale(stale=self._forecast.is_stale)

    def _fill_red_lines(self, plot: EscalationPlot) -> None:
        now = self._history[-1][1] if self._history else 0.0
        held = [PlotLine(m.rung, m.name, m.text) for m in self._marks if m.crossed is None]
        plot.set_red_lines(drawn_lines(self._scale, held, now, _NAMED))
        latest = max((m for m in self._marks if m.crossed), key=_crossed_turn, default=None)
        words = f"{latest.name}: {latest.text}, turn {latest.crossed}" if latest else ""
        plot.set_crossings([(_crossed_turn(latest) - 0.5, words)] if latest else [])


def _crossed_turn(mark: RedLineMark) -> int:
    return mark.crossed or 0
