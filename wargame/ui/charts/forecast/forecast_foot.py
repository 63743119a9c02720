"""Below the escalation plot: its legend or the progress, the risk of all-out war, and what it is.

The risk never stands without its interval, nor without the words that say what it is not.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from wargame.ui.charts.forecast.forecast_state import NOTHING_YET, ForecastState
from wargame.ui.charts.forecast.words import (
    WHAT_IT_IS,
    is_partial,
    outlook_sentences,
    risk_label,
    risk_with_interval,
    runs_text,
)
from wargame.ui.charts.forecast.working_row import WorkingRow
from wargame.ui.charts.plot_legend import PlotLegend
from wargame.ui.theme.metrics import SPACE_4, SPACE_8
from wargame.ui.widgets.icon_label import IconLabel
from wargame.ui.widgets.surface import column, row
from wargame.ui.widgets.text import ElidedLabel, TextLabel, plain_tip

_OUT_OF_DATE: Final = "Out of date."


class ForecastFoot(QWidget):
    """Of one height at any time unless there is a doubt, so that the plot above it never jumps.

    Signals:
        cancel_wished(): The person does not want more runs.
        resume_wished(): The person wants the runs after all that were cancelled.
    """

    cancel_wished = Signal()
    resume_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.legend = PlotLegend()
        self.working = WorkingRow(self.legend)
        self.working.cancel_wished.connect(self.cancel_wished)
        self.working.resume_wished.connect(self.resume_wished)
        self._label = ElidedLabel("", "table", 400, "t2")
        self._risk = TextLabel("", "table", 600)
        self._caption = ElidedLabel("", "caption", 400, "t3")
        self._warning = IconLabel("triangle-alert", size=12, icon_ink="warn")
        risk = row(spacing=SPACE_8)
        risk.addWidget(self._label, 1)
        risk.addWidget(self._risk)
        self._doubt = ElidedLabel("", "caption", 400, "t2")
        self._doubtful = QWidget()
        doubt = row(self._doubtful, spacing=SPACE_4)
        doubt.addWidget(self._warning, 0, Qt.AlignmentFlag.AlignVCenter)
        doubt.addWidget(self._doubt, 1)
        whole = column(self, spacing=SPACE_4, margins=(SPACE_4, 0, 0, 0))
        whole.addWidget(self.working)
        self._told = QWidget()
        told = column(self._told)
        told.addLayout(risk)
        told.addWidget(self._caption)
        told.addWidget(self._doubtful)
        whole.addWidget(self._told)
        self._has_red_lines = False
        self._is_alone = False
        self._state = NOTHING_YET
        self.show_state(NOTHING_YET)

    @property
    def risk_words(self) -> str:
        """The line of the risk as it reads; empty while there is none."""
        if self._told.isHidden():
            return ""
        return f"{self._label.text()} {self._risk.text()}".strip()

    @property
    def caption(self) -> str:
        """The words below the risk."""
        return self._caption.text()

    @property
    def doubts(self) -> str:
        """Why the forecast cannot be right, as it reads; empty for a sound one."""
        return "" if self._doubtful.isHidden() else self._doubt.text()

    def set_alone(self, *, alone: bool) -> None:
        """Stand without a plot: no legend, and no progress of what is shown already."""
        self._is_alone = alone
        self._show_row()

    def set_red_lines(self, *, shown: bool) -> None:
        """Say whether red lines are drawn."""
        self._has_red_lines = shown
        self._show_legend()

    def show_state(self, state: ForecastState) -> None:
        """Show how the forecast stands."""
        self._state = state
        self._show_legend()
        self._show_working(state)
        self._show_row()
        outlook = state.outlook
        self._told.setVisible(outlook is not None)
        if outlook is None:
            return
        self._label.setText(risk_label(outlook))
        self._risk.setText(risk_with_interval(outlook.all_out))
        self._risk.set_ink("t3" if state.is_stale else "t1")
        self._caption.setText(f"{_OUT_OF_DATE} {WHAT_IT_IS}" if state.is_stale else WHAT_IT_IS)
        self._doubtful.setVisible(bool(outlook.doubts))
        self._doubt.setText(" ".join(outlook.doubts))
        sentences = outlook_sentences(outlook)
        self.setToolTip(plain_tip(sentences))
        self.setAccessibleName(sentences)

    def _show_legend(self) -> None:
        forecast = self._state.outlook is not None
        self.legend.set_shown(forecast=forecast, red_lines=self._has_red_lines)

    def _show_row(self) -> None:
        state = self._state
        waits = bool(state.fault) or state.preparing is not None or state.outlook is None
        self.working.setVisible(waits or not self._is_alone)

    def _show_working(self, state: ForecastState) -> None:
        if state.fault:
            self.working.say(state.fault)
        elif state.preparing is not None:
            part = state.preparing
            self.working.set_progress(part.sentence, part.done, part.total, can_cancel=False)
        elif state.is_running:
            outlook = state.outlook
            fresh = outlook is not None and not state.is_stale
            done, total = (outlook.runs, outlook.wanted) if outlook and fresh else (0, 0)
            words = runs_text(outlook) if outlook and fresh else "Forecasting"
            self.working.set_progress(words, done, total, can_cancel=True)
        elif state.outlook is not None and not state.is_stale and is_partial(state.outlook):
            self.working.say(f"From {runs_text(state.outlook)}", can_resume=True)
        else:
            self.working.clear()
