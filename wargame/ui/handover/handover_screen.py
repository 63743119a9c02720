"""The page between two teams: whose turn at the laptop it is, the PIN, and nothing else.

It knows names, never orders: what it shows is a :class:`Handover`, and PINs are checked elsewhere.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from wargame.ui.handover.big_text import BigTitle, BoxedMark, SmallIcon
from wargame.ui.handover.control_step import ControlStep
from wargame.ui.handover.handover import (
    Handover,
    hidden_words,
    possessive,
    refusal_words,
    short_name,
)
from wargame.ui.handover.next_seats import NextSeats
from wargame.ui.item_models.actor_values import mark_of
from wargame.ui.theme.metrics import SPACE_8, SPACE_16, SPACE_24, SPACE_32
from wargame.ui.widgets.announce import announce
from wargame.ui.widgets.buttons import PrimaryButton, QuietButton
from wargame.ui.widgets.countdown import Countdown
from wargame.ui.widgets.fault_note import FaultNote
from wargame.ui.widgets.pin_field import PinField
from wargame.ui.widgets.surface import Hairline, Surface, column, row
from wargame.ui.widgets.text import TextLabel

_CENTRE = Qt.AlignmentFlag.AlignHCenter
_BUTTON_WIDTH = 260


class HandoverScreen(Surface):
    """Asks for the laptop to be passed on.

    Signals:
        pin_entered(str): The team wants in with this PIN.
        open_wished(): The team wants in; its seat has no PIN.
        control_opened(): Control opens the seat without the PIN.
        console_wished(): Control goes back to its console.
    """

    pin_entered = Signal(str)
    open_wished = Signal()
    control_opened = Signal()
    console_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("win", parent)
        # The window keeps its own words away from a page that anyone may see.
        self.setProperty("private", "true")
        self._handover: Handover | None = None
        self._scenario = TextLabel("", "body", 400, "t2")
        self._when = TextLabel("", "body", 400, "t2")
        self._line = Hairline(vertical=True, strong=True)
        self._timer = SmallIcon("timer")
        self.clock = Countdown()
        self._mark = BoxedMark()
        self.title = BigTitle()
        self._hidden = TextLabel("", "title", 400, "t2")
        self._pin_block = QWidget()
        self._pin_name = TextLabel("", "table", 500, "t2")
        self._pin = PinField()
        self._open = PrimaryButton("", "lock-open", hint="Enter")
        self.fault = FaultNote()
        self.control = QuietButton("", "hand")
        self._next = NextSeats()
        self.step = ControlStep()
        self._lay_out()
        self._pin.text_changed.connect(self._on_pin_changed)
        self._pin.completed.connect(self._on_pin_completed)
        self._open.clicked.connect(self._on_open_clicked)
        self.control.clicked.connect(self._ask_control)
        self.step.stay_wished.connect(self._go_back)
        self.step.seat_wished.connect(self.control_opened)
        self.step.console_wished.connect(self.console_wished)

    def show_handover(self, handover: Handover) -> None:
        """Ask for another seat, or for control."""
        self._handover = handover
        seat = handover.seat
        self._scenario.setText(handover.scenario)
        self._when.setText(handover.when)
        self._mark.set_mark(mark_of(seat.camp) if seat else None)
        self._hidden.setText(hidden_words(handover))
        self.fault.clear()
        self._pin.clear()
        if seat is None:
            self.title.setText("Give the laptop back to control")
            self._open.setText("I am control")
            self._open.set_icon("user-cog")
        else:
            self.title.setText(f"Pass the laptop to {short_name(seat.name)}")
            self._open.setText(f"Open {possessive(seat.name)} seat")
            self._open.set_icon("lock-open")
            self._pin_name.setText(f"{possessive(seat.name)} PIN")
        then = "control locks the plans" if handover.is_planning else "control goes on"
        self._next.show_seats(seat.name if seat else "", handover.after, then)
        self._set_tries(handover.tries_left)
        self._pages.setCurrentIndex(0)
        announce(self, self.title.text())
        self.focus_work()

    def refuse_pin(self, tries_left: int) -> None:
        """Say that the PIN was wrong; at 0 tries only control opens the seat."""
        if self._handover is None or self._handover.seat is None:
            return
        self._pin.clear()
        self._set_tries(tries_left)
        if tries_left > 0:
            self.fault.say(refusal_words(self._handover.seat.name, tries_left))
        self.focus_work()

    def set_busy(self, busy: bool) -> None:
        """Take no more keys while the PIN is being checked or the seat opened."""
        self._open.setEnabled(not busy and self._can_open())
        self._pin.setEnabled(not busy)

    def set_clock(self, deadline: float | None, paused_remaining: float | None) -> None:
        """Count down to a moment on the monotonic clock, stand still, or show no clock."""
        if deadline is not None:
            self.clock.set_deadline(deadline)
        elif paused_remaining is not None:
            self.clock.pause(paused_remaining)
        else:
            self.clock.clear()
        has_clock = deadline is not None or paused_remaining is not None
        for part in (self._line, self._timer, self.clock):
            part.setVisible(has_clock)

    def focus_work(self) -> None:
        """The PIN, or the button where there is none."""
        if self._pages.currentIndex() == 1:
            return
        wanted: QWidget = self._pin if self._asks_pin() else self._open
        if self._is_locked():
            wanted = self.control
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.focus_work()

    def _lay_out(self) -> None:
        whole = column(self, margins=(SPACE_24, SPACE_24, SPACE_24, SPACE_32))
        head = row(spacing=SPACE_16)
        head.addWidget(self._scenario)
        head.addStretch(1)
        head.addWidget(self._when)
        self._line.setFixedHeight(24)
        head.addWidget(self._line)
        clock = row(spacing=SPACE_8)
        clock.addWidget(self._timer)
        clock.addWidget(self.clock)
        head.addLayout(clock)
        whole.addLayout(head)
        ask = QWidget()
        middle = column(ask)
        middle.addWidget(self._mark, 0, _CENTRE)
        middle.addSpacing(SPACE_24)
        middle.addWidget(self.title, 0, _CENTRE)
        middle.addSpacing(SPACE_8)
        middle.addWidget(self._hidden, 0, _CENTRE)
        middle.addSpacing(SPACE_32)
        block = column(self._pin_block)
        block.addWidget(self._pin_name, 0, _CENTRE)
        block.addSpacing(SPACE_8)
        block.addWidget(self._pin, 0, _CENTRE)
        block.addSpacing(SPACE_8)
        middle.addWidget(self._pin_block)
        self.fault.setMinimumHeight(SPACE_24)
        middle.addWidget(self.fault, 0, _CENTRE)
        middle.addSpacing(SPACE_8)
        self._open.setFixedWidth(_BUTTON_WIDTH)
        middle.addWidget(self._open, 0, _CENTRE)
        middle.addSpacing(SPACE_16)
        middle.addWidget(self.control, 0, _CENTRE)
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        for part in (ask, self.step):
            page = QWidget()
            holder = column(page)
            holder.addStretch(3)
            holder.addWidget(part)
            holder.addStretch(4)
            self._pages.addWidget(page)
        whole.addWidget(pages, 1)
        whole.addWidget(self._next)

    def _asks_pin(self) -> bool:
        return self._handover is not None and self._handover.asks_pin and not self._is_locked()

    def _is_locked(self) -> bool:
        return self._handover is not None and self._handover.asks_pin and self._tries_left <= 0

    def _can_open(self) -> bool:
        return not self._is_locked() and (not self._asks_pin() or len(self._pin.text()) == 4)

    def _set_tries(self, tries_left: int) -> None:
        self._tries_left = tries_left
        seat = self._handover.seat if self._handover else None
        asks = self._asks_pin()
        self._pin_block.setVisible(asks)
        # Where a PIN can be wrong the words keep their room: the page must not jump.
        keeping = self.fault.sizePolicy()
        keeping.setRetainSizeWhenHidden(asks)
        self.fault.setSizePolicy(keeping)
        self._open.setVisible(not self._is_locked())
        self._open.setEnabled(self._can_open())
        self._pin.setEnabled(True)
        if seat is not None and self._is_locked():
            words = f"Five wrong PINs. Control has to open {possessive(seat.name)} seat."
            self.fault.say(words)
        self.control.setVisible(seat is not None)
        words = "PIN lost? Call the facilitator" if asks else "Back to control"
        self.control.setText("Call the facilitator" if self._is_locked() else words)

    def _on_pin_changed(self) -> None:
        self._open.setEnabled(self._can_open())
        if self._pin.text():
            self.fault.clear()

    def _on_pin_completed(self) -> None:
        self._open.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_open_clicked(self) -> None:
        if self._handover is None:
            return
        if self._handover.seat is None:
            self._ask_control()
        elif self._asks_pin():
            self.pin_entered.emit(self._pin.text())
        else:
            self.open_wished.emit()

    def _ask_control(self) -> None:
        if self._handover is None:
            return
        seat = self._handover.seat
        asks = seat is not None and self._handover.asks_pin
        self._pages.setCurrentIndex(1)
        words = f"Open {possessive(seat.name)} seat without its PIN" if seat and asks else ""
        self.step.ask(words)

    def _go_back(self) -> None:
        self._pages.setCurrentIndex(0)
        self.focus_work()
