"""The published escalation index: one line with its band, and its course where there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from wargame.ui.charts.forecast.forecast_foot import ForecastFoot
from wargame.ui.charts.forecast.forecast_state import NOTHING_YET, ForecastState
from wargame.ui.charts.forecast.words import runs_text
from wargame.ui.team.outcome_words import change_words, index_sentence
from wargame.ui.theme.metrics import SPACE_8, SPACE_12
from wargame.ui.widgets.band_glyph import BandGlyph
from wargame.ui.widgets.buttons import IconButton
from wargame.ui.widgets.panel import Panel
from wargame.ui.widgets.surface import Hairline, column, row
from wargame.ui.widgets.text import ElidedLabel, TextLabel, set_tip

if TYPE_CHECKING:
    from wargame.model.seat_view import SeatView
    from wargame.ui.charts.escalation_plot import EscalationPlot
    from wargame.ui.team.course_page import CoursePage
    from wargame.ui.theme.bands import BandScale

_AFTER_PAINT_MS: Final = 60
_PLOT_HEIGHT: Final = 148


class IndexPanel(Panel):
    """What everybody was told of the escalation.

    Attributes:
        plot: The course over the turns; None until the screen stands and has room for it.
        foot: Legend or progress, and the risk of all-out war as far as the seat can say.

    Signals:
        cancel_wished(): The person does not want more runs.
        resume_wished(): The person wants the runs after all that were cancelled.
        sheet_wished(str, QWidget): The course in full, with its title.
        plot_built(): The plot is there; whoever keeps the order of the Tab key sets it anew.
    """

    cancel_wished = Signal()
    resume_wished = Signal()
    sheet_wished = Signal(str, QWidget)
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
        self.foot.cancel_wished.connect(self.cancel_wished)
        self.foot.resume_wished.connect(self.resume_wished)
        self.widen = IconButton("chart-line", "Course and forecast", 14, small=True)
        self.widen.clicked.connect(self._on_widen)
        self.widen.hide()
        self.add_action(self.widen)
        self._course: CoursePage | None = None
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
        self.foot.set_red_lines(shown=any(line.crossed is None for line in view.red_lines))
        if self.plot is not None:
            from wargame.ui.team.course_page import fill_red_lines

            fill_red_lines(self.plot, self._scale, view)
        if (course := self._open_course()) is not None:
            course.show_view(view)

    def show_forecast(self, state: ForecastState) -> None:
        """Show how the seat's own forecast stands."""
        before, self._forecast = self._forecast, state
        self.foot.show_state(state)
        self._show_foot()
        self.head.set_aside(runs_text(state.outlook) if state.outlook is not None else "")
        if self.plot is not None and state.outlook is not before.outlook:
            from wargame.ui.team.course_page import fill_forecast

            fill_forecast(self.plot, state)
        if self.plot is not None:
            self.plot.set_forecast_stale(stale=state.is_stale)
        if (course := self._open_course()) is not None:
            course.show_state(state)

    def set_room(self, *, has_room: bool) -> None:
        """Show the course as well, or the line alone."""
        self._wants_plot = has_room
        self.widen.setVisible(not has_room)
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
            from wargame.ui.team.course_page import fill_course, fill_forecast

            fill_course(self.plot, self._scale, self._view)
            fill_forecast(self.plot, self._forecast)

    def _on_widen(self) -> None:
        if self._view is None:
            return
        from wargame.ui.team.course_page import CoursePage

        course = self._course = CoursePage(self._scale)
        course.foot.cancel_wished.connect(self.cancel_wished)
        course.foot.resume_wished.connect(self.resume_wished)
        course.show_view(self._view)
        course.show_state(self._forecast)
        self.sheet_wished.emit("Course and forecast", course)

    def _open_course(self) -> CoursePage | None:
        """The course in its sheet, as long as that is open."""
        if self._course is not None and self._course.is_left:
            self._course = None
        return self._course

    def _show_foot(self) -> None:
        """Where there is no room for the plot, the risk stands alone."""
        self.foot.set_alone(alone=not self._wants_plot)
        self.foot.setVisible(self._forecast != NOTHING_YET)
