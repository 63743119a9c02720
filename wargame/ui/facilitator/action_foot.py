"""The next step: how far the seats are, and the one primary button of the console.

Questions are asked in place. A lock with unsealed seats counts down first; a second press skips
the rest of the wait, and an outcome is published only by a second press.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from wargame.ui.facilitator.next_step import Act, NextStep
from wargame.ui.theme.metrics import SPACE_8, SPACE_12
from wargame.ui.widgets.announce import announce
from wargame.ui.widgets.buttons import PrimaryButton, SecondaryButton
from wargame.ui.widgets.countdown import clock_text
from wargame.ui.widgets.panel import PanelArea
from wargame.ui.widgets.seal_progress import SealProgress
from wargame.ui.widgets.surface import Hairline, column, row
from wargame.ui.widgets.text import Paragraph, TextLabel

WARNING_SECONDS: Final = 60.0
_TICK_MS: Final = 250
_QUIET_MS: Final = 300
"""Work shorter than this is not mentioned."""


class ActionFoot(PanelArea):
    """State, progress, a question when there is one, and the button.

    Args:
        clock: The monotonic clock, in seconds.

    Signals:
        acted(object): The :class:`Act` that is wished.
        stop_wished(): The work that goes on is to be stopped.
    """

    acted = Signal(object)
    stop_wished = Signal()

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, parent: QWidget | None = None
    ) -> None:
        super().__init__("Next step", parent)
        self._clock = clock
        self._step: NextStep | None = None
        self._asking = False
        self._asked: NextStep | None = None
        self._deadline: float | None = None
        self._busy = ""
        self._may_stop = False
        self._is_time_up = False
        self._state = TextLabel("", "table", 600)
        self._aside = TextLabel("", "table", 400, "t2")
        self._aside.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self._consequence = Paragraph("", "table", "t2")
        self._progress = SealProgress()
        self.no = SecondaryButton("Cancel", shortcut="Esc", small=True)
        self.second = SecondaryButton("Something else", small=True)
        self.primary = PrimaryButton("", shortcut="Ctrl+Return")
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self.refresh)
        self._mention = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._mention.timeout.connect(self._show)
        self._lay_out()
        self.primary.clicked.connect(self._on_pressed)
        self.second.clicked.connect(self._on_second)
        self.no.clicked.connect(self._on_no)

    @property
    def is_asking(self) -> bool:
        """Whether a question stands, or a lock counts down."""
        return self._asking

    @property
    def state(self) -> str:
        """The words over the button."""
        return self._state.text()

    @property
    def aside(self) -> str:
        """The muted words at the far end."""
        return self._aside.text()

    @property
    def consequence(self) -> str:
        """What follows from saying yes; empty while nothing is asked."""
        return self._consequence.text() if self._asking else ""

    def set_step(self, step: NextStep) -> None:
        """Show another step; a question about an earlier one is withdrawn.

        A lock that counts down goes on while seats seal, and happens at once with the last of them.
        """
        before, self._step = self._step, step
        if before is None or before.act is not step.act:
            self._stop_asking()
        elif self._asking and step.question is None:
            self._stop_asking()
            self._show()
            self.acted.emit(step.act)
            return
        if self._asked is not None:
            self._asked = step if step.act is self._asked.act else step.second
        self._show()

    def set_busy(self, text: str, *, may_stop: bool = False) -> None:
        """Say what is being worked on, and take no wishes meanwhile; nothing says it is done.

        Args:
            text: The work in words.
            may_stop: Whether the person may stop it.
        """
        self._may_stop = may_stop and bool(text)
        if text:
            self._stop_asking()
            if not self._busy:
                self._mention.start()
        else:
            self._mention.stop()
        self._busy = text
        self._show()

    def set_time_up(self, *, time_up: bool) -> None:
        """Say that the planning time is over, or that it is not."""
        self._is_time_up = time_up
        self._show()

    def withdraw(self) -> None:
        """Take back what was asked; the lock does not happen."""
        if self._asking:
            self._stop_asking()
            announce(self, "Cancelled")
            self._show()

    def refresh(self) -> None:
        """Count down; the timer calls it four times a second."""
        if self._deadline is None or self._step is None:
            return
        if self._deadline - self._clock() <= 0:
            self._go()
        else:
            self._show()

    def _lay_out(self) -> None:
        whole = column(self)
        whole.addWidget(Hairline(strong=True))
        rows = column(spacing=SPACE_8, margins=(SPACE_12, SPACE_8, SPACE_12, SPACE_12))
        line = row(spacing=SPACE_8)
        line.addWidget(self._state)
        line.addStretch(1)
        line.addWidget(self._aside)
        line.addWidget(self.second)
        line.addWidget(self.no)
        rows.addLayout(line)
        rows.addWidget(self._consequence)
        rows.addWidget(self._progress)
        rows.addWidget(self.primary)
        whole.addLayout(rows)

    def _on_no(self) -> None:
        if self._may_stop:
            self.stop_wished.emit()
        else:
            self.withdraw()

    def _on_pressed(self) -> None:
        self._press(self._asked or self._step)

    def _on_second(self) -> None:
        self._press(self._step.second if self._step is not None else None)

    def _press(self, step: NextStep | None) -> None:
        if step is None or self._busy:
            return
        if step.question is None or self._asking:
            self._asked = step
            self._go()
            return
        self._asking = True
        self._asked = step
        if step.act is Act.LOCK:
            self._deadline = self._clock() + WARNING_SECONDS
            self._tick.start()
        self._show()
        announce(self, f"{self._state.text()} {step.question.words}", at_once=True)

    def _go(self) -> None:
        step = self._asked or self._step
        self._stop_asking()
        self._show()
        if step is not None:
            self.acted.emit(step.act)

    def _stop_asking(self) -> None:
        self._asking = False
        self._asked = None
        self._deadline = None
        self._tick.stop()

    def _show(self) -> None:
        step = self._asked or self._step
        if step is None:
            return
        question = step.question if self._asking else None
        second = step.second if question is None else None
        self.second.setVisible(second is not None)
        if second is not None:
            self.second.setText(second.label)
            self.second.setEnabled(not self._busy)
        busy = self._busy if not self._mention.isActive() else ""
        state, aside, label = busy or step.state, step.aside, step.label
        if self._is_time_up and step.act is Act.LOCK:
            aside = "time is up"
        if question is not None:
            state, aside, label = question.title, "", question.yes
            self._consequence.set_text(question.words)
            self.no.setText(question.no)
            if self._deadline is not None:
                state = f"{question.title} {clock_text(self._deadline - self._clock())}"
        self._state.setText(state)
        self._aside.setText("" if busy else aside)
        self._aside.setVisible(question is None)
        self._consequence.setVisible(question is not None)
        may_stop = bool(busy) and self._may_stop
        if may_stop:
            self.no.setText("Stop")
        self.no.setVisible(question is not None or may_stop)
        self._progress.setVisible(step.sealed is not None)
        self._progress.set_counts(step.sealed or 0, step.total)
        self.primary.setText(label)
        self.primary.set_icon(step.icon)
        self.primary.setEnabled(not self._busy)
