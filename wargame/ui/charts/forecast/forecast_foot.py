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
    outlook_sentences,
    risk_label,
    risk_text,
    runs_text,
)
from wargame.ui.charts.forecast.working_row import WorkingRow
from wargame.ui.charts.plot_legend import PlotLegend
from wargame.ui.theme.metrics import SPACE_4, SPACE_8
from wargame.ui.widgets.icon_label import IconLabel
from wargame.ui.widgets.surface import column, row
from wargame.ui.widgets.text import ElidedLabel, TextLabel, plain_tip

_OUT_OF_DATE: Final = "out of date"


class ForecastFoot(QWidget):
    """As tall as it is at any time, so that the plot above it never jumps.

    Signals:
        cancel_wished(): The person does not want more runs.
    """

    cancel_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.legend = PlotLegend()
        self.working = WorkingRow(self.legend)
        self.working.cancel_wished.connect(self.cancel_wished)
        self._label = ElidedLabel("", "table", 400, "t2")
        self._risk = TextLabel("", "table", 600)
        self._caption = ElidedLabel("", "caption", 400, "t3")
        self._warning = IconLabel("triangle-alert", size=12, icon_ink="warn")
        risk = row(spacing=SPACE_8)
        risk.addWidget(self._label, 1)
        risk.addWidget(self._risk)
        caption = row(spacing=SPACE_4)
        caption.addWidget(self._warning, 0, Qt.AlignmentFlag.AlignVCenter)
        caption.addWidget(self._caption, 1)
        whole = column(self, spacing=SPACE_4, margins=(SPACE_4, 0, 0, 0))
        whole.addWidget(self.working)
        self._told = QWidget()
        told = column(self._told)
        told.addLayout(risk)
        told.addLayout(caption)
        whole.addWidget(self._told)
        self._has_red_lines = False
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

    def set_red_lines(self, *, shown: bool) -> None:
        """Say whether red lines are drawn."""
        self._has_red_lines = shown
        self._show_legend()

    def show_state(self, state: ForecastState) -> None:
        """Show how the forecast stands."""
        self._state = state
        self._show_legend()
        self._show_working(state)
        outlook = state.outlook
        self._told.setVisible(outlook is not None)
        if outlook is None:
            return
        stale = f", {_OUT_OF_DATE}" if state.is_stale else ""
        self._label.setText(f"{risk_label(outlook)}{stale}")
        self._risk.setText(risk_text(outlook.all_out))
        self._risk.set_ink("t3" if state.is_stale else "t1")
        self._warning.setVisible(bool(outlook.doubts))
        self._caption.setText(outlook.doubts[0] if outlook.doubts else WHAT_IT_IS)
        sentences = outlook_sentences(outlook)
        self.setToolTip(plain_tip(sentences))
        self.setAccessibleName(sentences)

    def _show_legend(self) -> None:
        forecast = self._state.outlook is not None
        self.legend.set_shown(forecast=forecast, red_lines=self._has_red_lines)

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
        else:
            self.working.clear()
