"""What may follow from the order in the composer, held against doing nothing, in four figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wargame.ui.charts.forecast.forecast_state import MoveState
from wargame.ui.charts.forecast.words import (
    WHAT_IT_IS,
    points_interval,
    risk_text,
    signed,
)
from wargame.ui.charts.forecast.working_row import WorkingRow
from wargame.ui.theme.metrics import SPACE_4, SPACE_8, SPACE_16
from wargame.ui.widgets.announce import announce
from wargame.ui.widgets.surface import Hairline, Surface, column, row, stack
from wargame.ui.widgets.text import ElidedLabel, TextLabel, plain_tip

if TYPE_CHECKING:
    from wargame.model.outlook import Estimate, MoveOutlook

AGAINST: Final = "Against holding still, from what this seat knows."
_IN_TURNS: Final = (1, 3, 6)
_FIGURE: Final = 16


class _Figure(QWidget):
    """A label over a number with its interval."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = ElidedLabel(label, "caption", 400, "t3")
        self.value = TextLabel("", "table", 600)
        self.interval = ElidedLabel("", "caption", 400, "t2")
        line = row(spacing=SPACE_4)
        line.addWidget(self.value)
        line.addWidget(self.interval, 1)
        whole = column(self)
        whole.addWidget(self.label)
        whole.addLayout(line)

    def show_difference(self, of: Estimate | None, scale: float, unit: str, *, stale: bool) -> None:
        """Show a difference, or a dash where there is none."""
        told = of is not None
        self.value.setText(signed(scale * of.value) if of is not None else "–")
        self.interval.setText(points_interval(of, scale) if of is not None else "")
        self.value.set_ink("t3" if stale or not told else "t1")
        words = (
            f"{self.label.text()}: {self.value.text()} {unit}, 95 % interval {self.interval.text()}"
            if told
            else f"{self.label.text()}: the game is over by then"
        )
        self.setToolTip(plain_tip(words))
        self.setAccessibleName(words)


class OutlookStrip(Surface):
    """A head with what is being done, and four differences with their 95 % intervals.

    Signals:
        cancel_wished(): The person does not want more runs.
    """

    cancel_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._state = MoveState()
        self._note = ElidedLabel("", "table", 400, "t3")
        title = QWidget()
        head = row(title, spacing=SPACE_8)
        head.addWidget(TextLabel("What may follow", "body", 600))
        head.addWidget(self._note, 1)
        self.working = WorkingRow(title, height=20)
        self.working.cancel_wished.connect(self.cancel_wished)
        self.figures = tuple(
            _Figure(f"Index in {turns} turn{'s' if turns > 1 else ''}") for turns in _IN_TURNS
        )
        self.risk = _Figure("All-out war, points")
        self._fallback = ElidedLabel("", "table", 400, "t2")
        self._fallback.setFixedHeight(2 * _FIGURE)
        numbers = QWidget()
        across = row(numbers, spacing=SPACE_8)
        for figure in (*self.figures, self.risk):
            across.addWidget(figure, 1)
        whole = column(self)
        whole.addWidget(Hairline())
        inner = column(spacing=SPACE_4, margins=(SPACE_16, SPACE_4, SPACE_16, SPACE_8))
        inner.addWidget(self.working)
        whole.addLayout(inner)
        self._pages = stack(inner)
        self._pages.addWidget(numbers)
        self._pages.addWidget(self._fallback)
        self.setAccessibleName("What may follow")
        self.show_state(MoveState())

    @property
    def note(self) -> str:
        """The words beside the title."""
        return self._note.text()

    @property
    def text(self) -> str:
        """What stands in place of the figures; empty while they are shown."""
        return self._fallback.text() if self._pages.currentIndex() else ""

    def show_state(self, state: MoveState) -> None:
        """Show how the what-if stands."""
        before, self._state = self._state, state
        self._show_working(state)
        outlook = state.outlook
        if outlook is None:
            self._note.setText("")
            waits = "Trying this order in the model." if state.is_running else state.wait
            self._fallback.setText(state.fault or waits)
            self._pages.setCurrentIndex(1)
            return
        self._pages.setCurrentIndex(0)
        by_turns = {difference.turns: difference.points for difference in outlook.index}
        for turns, figure in zip(_IN_TURNS, self.figures, strict=True):
            figure.show_difference(by_turns.get(turns), 1.0, "points", stale=state.is_stale)
        self.risk.show_difference(outlook.all_out, 100.0, "percentage points", stale=state.is_stale)
        self._note.setText(_note(state, outlook))
        sentences = _sentences(outlook)
        self.setToolTip(plain_tip(sentences))
        self.setAccessibleDescription(sentences)
        if before.is_running and not state.is_running and not state.is_stale:
            told = ". ".join(f.accessibleName() for f in (*self.figures, self.risk))
            announce(self, f"What may follow. {told}")

    def _show_working(self, state: MoveState) -> None:
        if state.preparing is not None:
            part = state.preparing
            self.working.set_progress(part.sentence, part.done, part.total, can_cancel=False)
        elif state.is_running:
            outlook = state.outlook
            fresh = outlook is not None and not state.is_stale
            done, total = (outlook.runs, outlook.wanted) if outlook and fresh else (0, 0)
            words = f"{done:,} of {total:,} pairs of runs" if total else "What may follow"
            self.working.set_progress(words, done, total, can_cancel=True)
        else:
            self.working.clear()


def _note(state: MoveState, outlook: MoveOutlook) -> str:
    if state.is_stale:
        return "out of date"
    if state.is_running or outlook.runs >= outlook.wanted:
        doubts = () if state.is_running else outlook.doubts
        return doubts[0] if doubts else "against holding still, in this model; 95 % intervals"
    part = f"from {outlook.runs:,} of {outlook.wanted:,} pairs of runs"
    return f"{part}. {outlook.doubts[0]}" if outlook.doubts else part


def _sentences(outlook: MoveOutlook) -> str:
    """The whole for the tool tip and the screen reader."""
    parts = [AGAINST, WHAT_IT_IS]
    for of in outlook.index:
        when = "the end of this turn" if of.turns == 1 else f"{of.turns} turns on"
        parts.append(
            f"Index at {when}: {signed(of.points.value)} points, "
            f"95 % interval {points_interval(of.points)}."
        )
    parts.append(
        f"All-out war: {signed(100 * outlook.all_out.value)} percentage points, 95 % interval "
        f"{points_interval(outlook.all_out, 100.0)}; with the order "
        f"{risk_text(outlook.all_out_then)}."
    )
    parts.append(f"From {outlook.runs:,} pairs of runs that share their luck.")
    return "\n".join([*parts, *outlook.doubts])
