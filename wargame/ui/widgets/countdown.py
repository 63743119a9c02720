"""The time left in a phase: counts down to a moment that its owner names."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from wargame.ui.widgets.text import TextLabel, set_tip

_TICK_MS = 250
_MARKS = (5, 1)


class Countdown(TextLabel):
    """Minutes and seconds in the clock style; repainted only when its text changes.

    Signals:
        minute_mark_reached(int): 5, then 1 minute left, once each.
        ran_out(): The moment has come, once.
    """

    minute_mark_reached = Signal(int)
    ran_out = Signal()

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, parent: QWidget | None = None
    ) -> None:
        super().__init__("", "clock", 600, "t1", parent)
        self._clock = clock
        self._deadline: float | None = None
        self._said: set[int] = set()
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self.refresh)

    @property
    def is_running(self) -> bool:
        return self._timer.isActive()

    def set_deadline(self, moment: float) -> None:
        """Count down to ``moment`` on the monotonic clock (seconds)."""
        self._deadline = moment
        left = moment - self._clock()
        self._said = {mark for mark in _MARKS if left < mark * 60}
        self.set_ink("t1")
        set_tip(self, "Time left in this phase")
        self._timer.start()
        self.refresh()

    def pause(self, remaining: float) -> None:
        """Stand still with ``remaining`` seconds left."""
        self._timer.stop()
        self._deadline = None
        self.set_ink("t3")
        set_tip(self, "The clock is paused")
        self._show(remaining)

    def clear(self) -> None:
        """Show no time: this phase has no clock."""
        self._timer.stop()
        self._deadline = None
        self.setText("")
        self.setAccessibleName("No clock in this phase")

    def refresh(self) -> None:
        """Show the time left now; the timer calls it four times a second."""
        if self._deadline is None:
            return
        left = self._deadline - self._clock()
        self._show(left)
        for mark in _MARKS:
            if left <= mark * 60 and mark not in self._said:
                self._said.add(mark)
                self.minute_mark_reached.emit(mark)
        if left <= 0:
            self._timer.stop()
            self._deadline = None
            self.ran_out.emit()

    def _show(self, left: float) -> None:
        text = clock_text(left)
        if text == self.text():
            return
        self.setText(text)
        # A new name is read out: say it by the minute, never each second.
        minutes = max(0, math.ceil(left / 60))
        name = f"{minutes} {'minute' if minutes == 1 else 'minutes'} left"
        if name != self.accessibleName():
            self.setAccessibleName(name)


def clock_text(seconds: float) -> str:
    """``12:40``, with hours as ``1:02:03``; the second under way counts as whole, never below 0.

    >>> clock_text(759.2)
    '12:40'
    """
    whole = max(0, math.ceil(seconds))
    hours, rest = divmod(whole, 3600)
    minutes, second = divmod(rest, 60)
    if hours:
        return f"{hours}:{minutes:02}:{second:02}"
    return f"{minutes:02}:{second:02}"
