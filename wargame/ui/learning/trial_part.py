"""The run of an exercise: its two worlds, how far the runs are, and the table that they give."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from wargame.model.lessons import Trial
from wargame.play.practice.lessons.trials import TrialResult
from wargame.ui.learning.interval_bar import IntervalBar
from wargame.ui.learning.words import (
    clearness_text,
    compared_sentence,
    difference_text,
    interval_text,
    runs_text,
    value_text,
)
from wargame.ui.theme.metrics import SPACE_8, SPACE_12, SPACE_16
from wargame.ui.widgets.buttons import SecondaryButton
from wargame.ui.widgets.fault_note import FaultNote
from wargame.ui.widgets.labelled_bar import LabelledBar
from wargame.ui.widgets.surface import Hairline, Surface, column, empty, row
from wargame.ui.widgets.text import Paragraph, TextLabel

_HEADS: Final = ("One world", "The other", "Difference")
_SURE: Final = "95 % interval"


class TrialPart(QWidget):
    """Shows a trial before, while and after it runs.

    Signals:
        stop_wished(): No more runs; what is done counts.
        again_wished(): Run it once more, with more games.
    """

    stop_wished = Signal()
    again_wished = Signal()

    def __init__(self, trial: Trial, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trial = trial
        self.progress = LabelledBar("Games played")
        self.stop = SecondaryButton("Stop here", small=True)
        self.fault = FaultNote()
        self.told = Paragraph("", "table", "t3")
        self.again = SecondaryButton("Run more games", "refresh-cw", small=True)
        self._result: TrialResult | None = None
        self._is_fast = False
        self._is_running = False
        self._table = QWidget()
        self._grid = QGridLayout(self._table)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE_16)
        self._grid.setVerticalSpacing(SPACE_8)
        self._grid.setColumnStretch(0, 1)
        whole = column(self, spacing=SPACE_12)
        worlds = row(spacing=SPACE_12)
        for head, setting in zip(_HEADS, (trial.one, trial.other), strict=False):
            box = Surface("raised")
            lines = column(box, spacing=2, margins=(SPACE_12, SPACE_8, SPACE_12, SPACE_8))
            lines.addWidget(TextLabel(head, "caption", 500, "t3"))
            lines.addWidget(Paragraph(setting.name, "body", weight=600))
            worlds.addWidget(box, 1)
        whole.addLayout(worlds)
        going = row(spacing=SPACE_12)
        going.addWidget(self.progress, 1)
        going.addWidget(self.stop)
        whole.addLayout(going)
        whole.addWidget(self.fault)
        whole.addWidget(self._table)
        below = row(spacing=SPACE_12)
        below.addWidget(self.told, 1)
        below.addWidget(self.again, 0, Qt.AlignmentFlag.AlignTop)
        whole.addLayout(below)
        for part in (self.progress, self.stop, self._table, self.told, self.again):
            part.hide()
        self.stop.clicked.connect(self.stop_wished)
        self.again.clicked.connect(self.again_wished)

    def set_fast(self, *, is_fast: bool) -> None:
        """Whether the fast law is ready: a table of few games can then be made of many."""
        self._is_fast = is_fast
        self._offer_more()

    def show_progress(self, done: int, total: int) -> None:
        """How many games of each world have been played."""
        self.fault.say("")
        for part in (self.progress, self.stop):
            part.setVisible(total > 0)
        self._is_running = total > 0
        self._offer_more()
        if total > 0:
            self.progress.set_value(f"{done:,} of {total:,}", done / total)

    def show_fault(self, sentence: str) -> None:
        """Why it could not be run."""
        self.show_progress(0, 0)
        self.fault.say(sentence)

    def show_result(self, result: TrialResult) -> None:
        """The table of what came out."""
        self._result = result
        self.show_progress(0, 0)
        empty(self._grid)
        for place, head in enumerate(_HEADS, 1):
            self._put(0, place, TextLabel(head, "caption", 500, "t3"), is_number=True)
        self._put(0, 5, TextLabel(_SURE, "caption", 500, "t3"))
        line = 1
        for compared in result.compared:
            self._grid.addWidget(Hairline(), line, 0, 1, 6)
            words = Paragraph(compared.measure.words, "table", "t1")
            words.setAccessibleName(
                compared_sentence(compared, self._trial.one.name, self._trial.other.name)
            )
            self._grid.addWidget(words, line + 1, 0)
            texts = (
                value_text(compared, compared.one),
                value_text(compared, compared.other),
                difference_text(compared),
            )
            for place, text in enumerate(texts, 1):
                label = TextLabel(text, "table", 600 if place == 3 else 400)
                self._put(line + 1, place, label, is_number=True)
            self._put(line + 1, 4, IntervalBar(compared.difference))
            sure = f"{clearness_text(compared)}, {interval_text(compared)}"
            self._put(line + 1, 5, TextLabel(sure, "table", 400, "t2"))
            line += 2
        self.told.set_text(runs_text(result))
        self._table.show()
        self.told.show()

    def _offer_more(self) -> None:
        found = self._result
        grows = found is not None and (
            found.runs < found.wanted or (self._is_fast and not found.is_compiled)
        )
        self.again.setVisible(grows and not self._is_running)

    def _put(self, line: int, place: int, widget: QWidget, *, is_number: bool = False) -> None:
        side = Qt.AlignmentFlag.AlignTrailing if is_number else Qt.AlignmentFlag.AlignLeading
        self._grid.addWidget(widget, line, place, side | Qt.AlignmentFlag.AlignVCenter)
