"""The top bar of the adjudication: session, turn, phases, time since the lock, and the way back."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QWidget

from wargame.model.ruling_views import Queue
from wargame.ui.item_models.moments import days_words, turn_words
from wargame.ui.widgets.bars import TitleBlock, TopBar
from wargame.ui.widgets.buttons import IconButton, SecondaryButton
from wargame.ui.widgets.countdown import clock_text
from wargame.ui.widgets.icon_label import IconLabel
from wargame.ui.widgets.stepper import PhaseStepper
from wargame.ui.widgets.text import TextLabel, set_tip
from wargame.ui.widgets.theme_button import ThemeButton

if TYPE_CHECKING:
    from wargame.model.ruling_views import AdjudicationView

_ADJUDICATE: Final = 2


class AdjudicateBar(TopBar):
    """Says where the turn stands; the stopwatch counts up from the lock.

    Args:
        clock: The monotonic clock, in seconds.

    Signals:
        back_wished(): To the console.
        menu_wished(QPoint): The full menu, at this place on the screen.
        hide_wished(): Hide the screen from those who pass by.
        theme_wished(): Dark to light or back.
        shortcuts_wished(): The sheet of shortcuts.
    """

    back_wished = Signal()
    menu_wished = Signal(QPoint)
    hide_wished = Signal()
    theme_wished = Signal()
    shortcuts_wished = Signal()

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._since: float | None = None
        self.menu = IconButton("menu", "Menu")
        self._session, self._turn = TitleBlock(), TitleBlock()
        self.stepper = PhaseStepper(("Brief", "Plan", "Adjudicate", "Outcome"))
        self._time = TextLabel("", "clock", 600)
        self._ruled = TextLabel("", "table", 400, "t3")
        self.back = SecondaryButton("Console", "arrow-left", shortcut="Alt+Left")
        self.hide_screen = IconButton("eye-off", "Hide the screen (Ctrl+H)", shortcut="Ctrl+H")
        self.theme = ThemeButton()
        self.help = IconButton("circle-help", "Shortcuts and help (F1)")
        self.add_start(self.menu)
        self.add_start(self._session)
        self.add_divider_start()
        self.add_start(self._turn)
        self.add_centre(self.stepper)
        for part in (IconLabel("clock"), self._time, self._ruled):
            self.add_end(part)
        self.add_divider_end()
        for button in (self.back, self.hide_screen, self.theme, self.help):
            self.add_end(button)
        self._tick = QTimer(self, interval=1000)
        self._tick.timeout.connect(self._show_time)
        self.menu.clicked.connect(self._on_menu)
        self.back.clicked.connect(self.back_wished)
        self.hide_screen.clicked.connect(self.hide_wished)
        self.theme.clicked.connect(self.theme_wished)
        self.help.clicked.connect(self.shortcuts_wished)

    def show_turn(self, view: AdjudicationView) -> None:
        """Show session, turn, and how many moves are ruled."""
        self._session.set_texts(view.scenario, f"{view.session} \u00b7 Control")
        days = days_words(view.first_day, view.last_day)
        self._turn.set_texts(turn_words(view.turn, view.turns), days)
        self.stepper.set_current(_ADJUDICATE)
        ruled = len(view.of(Queue.RULED))
        words = f"{ruled} of {len(view.rows)} ruled"
        self._ruled.setText(f"since the lock \u00b7 {words}")
        set_tip(self._time, f"Since the plans were locked; {words}")
        if view.locked_at:
            since = datetime.fromisoformat(view.locked_at)
            self._since = self._clock() - (datetime.now(UTC) - since).total_seconds()
            self._tick.start()
        self._show_time()

    def set_room(self, *, has_room: bool) -> None:
        """In narrow windows the names of session and turn count more than how many are ruled."""
        self._ruled.setVisible(has_room)

    def _show_time(self) -> None:
        passed = max(0.0, self._clock() - self._since) if self._since is not None else 0.0
        text = clock_text(passed)
        if text != self._time.text():
            self._time.setText(text)

    def _on_menu(self) -> None:
        self.menu_wished.emit(self.menu.mapToGlobal(QPoint(0, self.menu.height())))
