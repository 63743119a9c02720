"""The published escalation index: one line with its band, and its course where there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from wargame.ui.charts.forecast.forecast_foot import ForecastFoot
from wargame.ui.charts.forecast.forecast_state import NOTHING_YET, ForecastState
from wargame.ui.charts.forecast.red_lines import PlotLine, drawn_lines
from wargame.ui.team.outcome_words import change_words, index_sentence
from wargame.ui.theme.metrics import SPACE_8, SPACE_12
from wargame.ui.widgets.band_glyph import BandGlyph
from wargame.ui.widgets.panel import Panel
from wargame.ui.widgets.surface import Hairline, column, row
from wargame.ui.widgets.text import ElidedLabel, TextLabel, set_tip

if TYPE_CHECKING:
    from wargame.model.seat_view import SeatView
    from wargame.ui.charts.escalation_plot import EscalationPlot
    from wargame.ui.theme.bands import BandScale

_AFTER_PAINT_MS: Final = 60
_PLOT_HEIGHT: Final = 148


class IndexPanel(Panel):
    """What everybody was told of the escalation.

    Attributes:
        plot: The course over the turns; None until the screen stands and has room for it.
        foot: Legend or progress, and the risk of all-out war as far as the seat can say.

    Signals:
        plot_built(): The plot is there; whoever keeps the order of the Tab key sets it anew.
    """

    plot_built = Signal()

    def __init__(self, scale: BandScale, parent: QWidget | None = None) -> None:
        super().__init__("Escalation", "published", parent=parent)
        self._scale = scale
        self._view: SeatView | None = None
        self._wants_plot = False
        self.plot: EscalationPlot | None = None
        self._number = TextLabel("", "clock", 600)
        self._glyph = BandGlyph(1, len(scale))
        self._band = TextLabel("", "body", 600)
        self._change = ElidedLabel("", "table", 400, "t2")
        line = row(spacing=SPACE_8, margins=(SPACE_12, SPACE_8, SPACE_12, SPACE_8))
        for part in (self._number, self._glyph, self._band):
            line.addWidget(part)
        line.addStretch(1)
        line.addWidget(self._change)
        self._place = column(margins=(SPACE_8, 0, SPACE_12, 0))
        self._forecast = NOTHING_YET
        self.foot = ForecastFoot()
        below = column(margins=(SPACE_8, 0, SPACE_12, SPACE_8))
        below.addWidget(self.foot)
        self.body.addLayout(line)
        self.body.addLayout(self._place)
        self.body.addLayout(below)
        self.foot.hide()
        self.body.addWidget(Hairline(strong=True))
        self._build = QTimer(self, singleShot=True, interval=_AFTER_PAINT_MS)
        self._build.timeout.connect(self._on_painted)

    def show_index(self, view: SeatView) -> None:
        """Show the index as published."""
        self._view = view
        if not view.index_path:
            return
        now = view.index_path[-1]
        span = self._scale.of_index(now)
        self._number.setText(f"{now:.1f}")
        self._glyph.set_band(span.number, len(self._scale), span.name)
        self._band.setText(f"{span.number} {span.name}")
        self._change.setText(change_words(view.index_path))
        words = index_sentence(view.index_path, self._scale)
        self.setAccessibleDescription(words)
        set_tip(self._number, words)
        self._fill()

    def show_red_lines(self, view: SeatView) -> None:
        """Show the seat's own red lines as they are now; a team may draw some itself."""
        self._view = view
        if self.plot is not None:
            self._fill_red_lines(self.plot, view)

    def show_forecast(self, state: ForecastState) -> None:
        """Show how the seat's own forecast stands."""
        before, self._forecast = self._forecast, state
        self.foot.show_state(state)
        self._show_foot()
        if self.plot is not None and state.outlook is not before.outlook:
            self._fill_forecast(self.plot)
        if self.plot is not None:
            self.plot.set_forecast_stale(stale=state.is_stale)

    def set_room(self, *, has_room: bool) -> None:
        """Show the course as well, or the line alone."""
        self._wants_plot = has_room
        self._show_foot()
        if self.plot is not None:
            self.plot.setVisible(has_room)
        elif has_room and self.isVisible():
            self._build.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.plot is None and self._wants_plot:
            self._build.start()

    def _on_painted(self) -> None:
        if self.plot is not None or not self._wants_plot:
            return
        from wargame.ui.charts.escalation_plot import EscalationPlot

        self.plot = EscalationPlot(self._scale)
        self.plot.setFixedHeight(_PLOT_HEIGHT)
        self._place.addWidget(self.plot)
        self.plot_built.emit()
        self._fill()

    def _fill(self) -> None:
        if self.plot is not None and self._view is not None:
            path = self._view.index_path
            self.plot.set_turns(self._view.turns, self._view.turn)
            self.plot.set_history([(float(n), index) for n, index in enumerate(path)])
            self._fill_red_lines(self.plot, self._view)
            self._fill_forecast(self.plot)

    def _fill_forecast(self, plot: EscalationPlot) -> None:
        outlook = self._forecast.outlook
        if outlook is None:
            plot.set_forecast((0.0, 0.0), ())
        else:
            plot.set_forecast((outlook.first_turn - 1.0, outlook.start), outlook.fan)

    def _fill_red_lines(self, plot: EscalationPlot, view: SeatView) -> None:
        held = [PlotLine(r.rung, "", r.text) for r in view.red_lines if r.crossed is None]
        now = view.index_path[-1] if view.index_path else 0.0
        plot.set_red_lines(drawn_lines(self._scale, held, now))
        self.foot.set_red_lines(shown=bool(held))
        crossed = [(r.crossed, r.text) for r in view.red_lines if r.crossed]
        latest = max(crossed, default=None)
        plot.set_crossings([(latest[0] - 0.5, latest[1])] if latest else [])

    def _show_foot(self) -> None:
        """Where there is no room for the plot, the risk stands alone."""
        self.foot.set_alone(alone=not self._wants_plot)
        self.foot.setVisible(self._forecast != NOTHING_YET)
