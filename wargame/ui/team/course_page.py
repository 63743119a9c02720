"""The course of the index as a seat sees it: what was published, its own lines, its own forecast.

The panel beside the work shows it where there is room; on a low window it opens in a sheet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from wargame.ui.charts.escalation_plot import EscalationPlot
from wargame.ui.charts.forecast.forecast_foot import ForecastFoot
from wargame.ui.charts.forecast.red_lines import PlotLine, drawn_lines
from wargame.ui.theme.metrics import SPACE_8, SPACE_12
from wargame.ui.widgets.surface import Surface, column

if TYPE_CHECKING:
    from wargame.model.seat_view import SeatView
    from wargame.ui.charts.forecast.forecast_state import ForecastState
    from wargame.ui.theme.bands import BandScale

_WIDTH: Final = 560
_HEIGHT: Final = 360


class CoursePage(Surface):
    """The plot over its legend or progress and the risk of all-out war.

    Attributes:
        plot: The course.
        foot: What stands below it.
    """

    def __init__(self, scale: BandScale, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._scale = scale
        self.is_left = False
        self.setMinimumWidth(_WIDTH)
        self.plot = EscalationPlot(scale)
        self.plot.setFixedHeight(_HEIGHT)
        self.foot = ForecastFoot()
        whole = column(self, spacing=SPACE_8, margins=(0, 0, SPACE_12, 0))
        whole.addWidget(self.plot)
        whole.addWidget(self.foot)
        whole.addStretch(1)

    def show_view(self, view: SeatView) -> None:
        """Show what was published and the seat's own lines."""
        fill_course(self.plot, self._scale, view)
        self.foot.set_red_lines(shown=bool(held_lines(view)))

    def show_state(self, state: ForecastState) -> None:
        """Show how the seat's own forecast stands."""
        self.foot.show_state(state)
        fill_forecast(self.plot, state)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        # A sheet that closes drops its content for good.
        self.is_left = self.is_left or not event.spontaneous()


def fill_course(plot: EscalationPlot, scale: BandScale, view: SeatView) -> None:
    """Draw the published index, and the seat's own red lines and the last one that was crossed."""
    plot.set_turns(view.turns, view.turn)
    plot.set_history([(float(n), index) for n, index in enumerate(view.index_path)])
    fill_red_lines(plot, scale, view)


def fill_red_lines(plot: EscalationPlot, scale: BandScale, view: SeatView) -> None:
    """Draw the seat's own red lines and the last one that was crossed."""
    now = view.index_path[-1] if view.index_path else 0.0
    plot.set_red_lines(drawn_lines(scale, held_lines(view), now))
    crossed = [(r.crossed, r.text) for r in view.red_lines if r.crossed]
    latest = max(crossed, default=None)
    plot.set_crossings([(latest[0] - 0.5, latest[1])] if latest else [])


def fill_forecast(plot: EscalationPlot, state: ForecastState) -> None:
    """Draw a forecast, dimmed where it is out of date; none where there is none."""
    outlook = state.outlook
    if outlook is None:
        plot.set_forecast((0.0, 0.0), ())
    else:
        plot.set_forecast((outlook.first_turn - 1.0, outlook.start), outlook.fan)
    plot.set_forecast_stale(stale=state.is_stale)


def held_lines(view: SeatView) -> list[PlotLine]:
    """The seat's own lines that nobody has crossed."""
    return [PlotLine(r.rung, "", r.text) for r in view.red_lines if r.crossed is None]
