"""The top bar of a team: whose seat this is, the turn, the phases, the clock, and the way out."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QSize, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from wargame.model.ids import Phase
from wargame.ui.item_models.actor_values import actor_value
from wargame.ui.item_models.moments import days_words, turn_words
from wargame.ui.theme.current import colour
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.item_roles import ActorValue
from wargame.ui.theme.metrics import CONTROL_HEIGHT, SPACE_8, SPACE_12
from wargame.ui.theme.paint import draw_box, draw_text, mirrored, start_painting, text_width
from wargame.ui.widgets.actor_badge import MARK, draw_mark
from wargame.ui.widgets.announce import announce
from wargame.ui.widgets.bars import TitleBlock, TopBar
from wargame.ui.widgets.buttons import IconButton, SecondaryButton
from wargame.ui.widgets.countdown import Countdown, clock_text
from wargame.ui.widgets.icon_label import IconLabel
from wargame.ui.widgets.stepper import PhaseStepper
from wargame.ui.widgets.surface import row
from wargame.ui.widgets.text import TextLabel, set_tip

if TYPE_CHECKING:
    from wargame.model.seat_view import SeatView

_PHASES: Final = (Phase.BRIEF, Phase.PLAN, Phase.ADJUDICATE, Phase.OUTCOME)
_STEPS: Final = {phase: number for number, phase in enumerate(_PHASES)}
_LABELS: Final = ("Brief", "Plan", "Adjudicate", "Outcome")
_ROOM: Final = 1400
"""Width (px) below which the planned length is left out."""


class SeatBadge(QWidget):
    """The actor's mark and name in a box: a glance says whose screen this is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = ActorValue("unknown", "")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_actor(self, value: ActorValue) -> None:
        """Show an actor."""
        self._value = value
        self.setAccessibleName(f"Seat of {value.name}")
        set_tip(self, f"Seat of {value.name}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = text_width(self._value.name, text_font("body", 600))
        return QSize(SPACE_12 + MARK + SPACE_8 + words + SPACE_12, CONTROL_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start_painting(self)
        draw_box(painter, self.rect(), fill=colour("raised"), border=colour("line2"))
        spot = mirrored(self, QRect(SPACE_12, (self.height() - MARK) // 2, MARK, MARK))
        draw_mark(painter, spot, self._value.mark, colour("t2"))
        left = SPACE_12 + MARK + SPACE_8
        words = mirrored(self, QRect(left, 0, self.width() - left, self.height()))
        draw_text(painter, words, self._value.name, text_font("body", 600), colour("t1"))


class TeamBar(TopBar):
    """Says where the game stands and whose seat is open.

    Args:
        clock: The monotonic clock, in seconds.
        alone: Whether somebody plays alone, who hides nothing from others and leaves when done.

    Signals:
        menu_wished(QPoint): The menu for teams, at this place on the screen.
        hide_wished(): Hide the seat.
        leave_wished(): Leave the game as it stands.
        shortcuts_wished(): The sheet of shortcuts.
    """

    menu_wished = Signal(QPoint)
    hide_wished = Signal()
    leave_wished = Signal()
    shortcuts_wished = Signal()

    def __init__(
        self,
        clock: Callable[[], float] = time.monotonic,
        parent: QWidget | None = None,
        *,
        alone: bool = False,
    ) -> None:
        super().__init__(parent)
        self.menu = IconButton("menu", "Menu")
        self.badge = SeatBadge()
        self._title = TitleBlock()
        self.stepper = PhaseStepper(_LABELS)
        self.countdown = Countdown(clock)
        self._of = TextLabel("", "table", 400, "t3")
        self.hide_screen = SecondaryButton("Hide screen", "eye-off", shortcut="Ctrl+H")
        self.leave = SecondaryButton("Save and leave", "save", shortcut="Ctrl+W")
        set_tip(self.leave, "Everything is on disk already. Go on from the start page at any time.")
        self.help = IconButton("circle-help", "Shortcuts and help (F1)")
        self._clock_part = QWidget()
        self.add_start(self.menu)
        self.add_start(self.badge)
        self.add_start(self._title)
        self.add_centre(self.stepper)
        parts = row(self._clock_part)
        for part in (IconLabel("timer"), self.countdown, self._of):
            parts.addWidget(part)
        self.add_end(self._clock_part)
        self.add_divider_end()
        self.add_end(self.hide_screen)
        self.add_end(self.leave)
        self.hide_screen.setVisible(not alone)
        self.leave.setVisible(alone)
        self.add_end(self.help)
        self.menu.clicked.connect(self._on_menu)
        self.hide_screen.clicked.connect(self.hide_wished)
        self.leave.clicked.connect(self.leave_wished)
        self.help.clicked.connect(self.shortcuts_wished)
        self.countdown.minute_mark_reached.connect(self._on_minute_mark)
        self.countdown.ran_out.connect(self._on_ran_out)
        self.set_clock(None, None)

    def show_turn(self, view: SeatView) -> None:
        """Show the seat, the turn, its days and the phase."""
        self.badge.set_actor(actor_value(view.label))
        days = days_words(view.first_day, view.last_day)
        self._title.set_texts(view.scenario, f"{turn_words(view.turn, view.turns)} · {days}")
        set_tip(self._title, f"{view.scenario}: {view.session}")
        self.stepper.set_current(_STEPS.get(view.phase, len(_LABELS)))
        planned = clock_text(view.plan_minutes * 60) if view.plan_minutes else ""
        self._of.setText(f"of {planned}" if planned else "")

    def set_clock(self, deadline: float | None, remaining: float | None) -> None:
        """Count down to a moment of the monotonic clock, or stand still with seconds remaining.

        Both None show no clock.
        """
        self._clock_part.setVisible(deadline is not None or remaining is not None)
        if deadline is not None:
            self.countdown.set_deadline(deadline)
        elif remaining is not None:
            self.countdown.pause(remaining)
        else:
            self.countdown.clear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._of.setVisible(event.size().width() >= _ROOM)

    def _on_menu(self) -> None:
        self.menu_wished.emit(self.menu.mapToGlobal(QPoint(0, self.menu.height())))

    def _on_minute_mark(self, minutes: int) -> None:
        announce(self, f"{minutes} {'minute' if minutes == 1 else 'minutes'} left.")

    def _on_ran_out(self) -> None:
        announce(self, "The time is up. Control locks the plans.", at_once=True)
