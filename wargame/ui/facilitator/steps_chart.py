"""What moved the index in the last turn, as a waterfall whose rows lead to their events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from wargame.ui.facilitator.rounding import printed_steps
from wargame.ui.theme.current import colour
from wargame.ui.theme.paint import start_painting
from wargame.ui.widgets.views import is_plain_enter
from wargame.ui.widgets.waterfall import ROW, Waterfall, signed

if TYPE_CHECKING:
    from wargame.model.console_view import Meter


class StepsChart(Waterfall):
    """A waterfall; the printed changes lead exactly from the printed start to the printed end.

    Signals:
        event_chosen(int): Number of the event behind the chosen row.
        working_wished(int): Number of the event whose working is wished for.
    """

    event_chosen = Signal(int)
    working_wished = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._numbers: tuple[int, ...] = ()
        self._pointed = -1
        self._current = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleDescription("Arrows choose a row, Enter shows its event, W its working")

    def show_meter(self, meter: Meter) -> None:
        """Show what moved the index in the turn that the meter explains."""
        changes = printed_steps(meter.moved_from, [s.change for s in meter.steps], meter.index)
        rows = [(step.label, change) for step, change in zip(meter.steps, changes, strict=True)]
        self._numbers = tuple(step.number for step in meter.steps)
        self._current = self._pointed = -1
        self.set_rows(
            (f"Start of turn {meter.moved_turn}", meter.moved_from), rows, ("Now", meter.index)
        )

    @property
    def current_row(self) -> int:
        """The row the keyboard stands on, from 0 for the first change; -1 for none."""
        return self._current

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, last = event.key(), len(self._numbers) - 1
        if key in {Qt.Key.Key_Up, Qt.Key.Key_Down} and last >= 0:
            step = 1 if key == Qt.Key.Key_Down else -1
            self._current = min(max(self._current + step, 0), last)
            self._tell_row()
            self.update()
        elif key == Qt.Key.Key_W and self._leads(self._current):
            self.working_wished.emit(self._numbers[self._current])
        elif is_plain_enter(event):
            self._choose(self._current)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._current = self._row_at(event)
            self._choose(self._current)
            self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event)
        if event.button() == Qt.MouseButton.LeftButton and self._leads(row):
            self.working_wished.emit(self._numbers[row])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        pointed = self._row_at(event)
        if pointed != self._pointed:
            self._pointed = pointed
            leads = self._leads(pointed)
            shape = Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if (
            self._current < 0
            and self._numbers
            and event.reason() != Qt.FocusReason.MouseFocusReason
        ):
            self._current = 0
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start_painting(self)
        if self.hasFocus() and 0 <= self._current < len(self._numbers):
            painter.fillRect(self._place(self._current), colour("accent_soft"))
        elif 0 <= self._pointed < len(self._numbers) and self._numbers[self._pointed] > 0:
            painter.fillRect(self._place(self._pointed), colour("raised"))
        painter.end()
        super().paintEvent(event)

    def _place(self, row: int) -> QRect:
        return QRect(0, (row + 1) * ROW, self.width(), ROW)

    def _row_at(self, event: QMouseEvent) -> int:
        row = int(event.position().y()) // ROW - 1
        return row if 0 <= row < len(self._numbers) else -1

    def _leads(self, row: int) -> bool:
        """Whether a row is the work of one event."""
        return 0 <= row < len(self._numbers) and self._numbers[row] > 0

    def _choose(self, row: int) -> None:
        if self._leads(row):
            self.event_chosen.emit(self._numbers[row])

    def _tell_row(self) -> None:
        label, change = self._deltas[self._current]
        self.setAccessibleDescription(f"{label} {signed(change)}")
