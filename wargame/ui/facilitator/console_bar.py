"""The top bar of the console: the session, the turn, the phases, and the clock of the planning."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from wargame.model.ids import Phase
from wargame.ui.item_models.moments import days_words, turn_words
from wargame.ui.widgets.announce import announce
from wargame.ui.widgets.bars import TitleBlock, TopBar
from wargame.ui.widgets.buttons import IconButton, SecondaryButton
from wargame.ui.widgets.countdown import Countdown, clock_text
from wargame.ui.widgets.icon_label import IconLabel
from wargame.ui.widgets.stepper import PhaseStepper
from wargame.ui.widgets.surface import row
from wargame.ui.widgets.text import TextLabel, set_tip
from wargame.ui.widgets.theme_button import ThemeButton

if TYPE_CHECKING:
    from wargame.model.console_view import ConsoleView

_PHASES: Final = (Phase.BRIEF, Phase.PLAN, Phase.ADJUDICATE, Phase.OUTCOME)
_STEPS: Final = {phase: number for number, phase in enumerate(_PHASES)}
_LABELS: Final = ("Brief", "Plan", "Adjudicate", "Outcome")
MORE_MINUTES: Final = 5
_ROOM: Final = 1400
"""Width (px) below which the planned length is left out."""


class ConsoleBar(TopBar):
    """Says where the game stands; the clock's buttons only wish.

    Signals:
        menu_wished(QPoint): The full menu, at this place on the screen.
        pause_wished(): Let the clock stand still.
        resume_wished(): Let it run on.
        time_added(int): Give the teams so many minutes more, or fewer.
        course_wished(QPoint): What can be skipped, reopened or taken back, at this place.
        hide_wished(): Hide the console from those who pass by.
        theme_wished(): Dark to light or back.
        shortcuts_wished(): The sheet of shortcuts.
        projector_wished(): Open the projector's window, or close it.
    """

    menu_wished = Signal(QPoint)
    pause_wished = Signal()
    resume_wished = Signal()
    time_added = Signal(int)
    course_wished = Signal(QPoint)
    hide_wished = Signal()
    theme_wished = Signal()
    shortcuts_wished = Signal()
    projector_wished = Signal()

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._is_paused = False
        self.menu = IconButton("menu", "Menu")
        self._session = TitleBlock()
        self._turn = TitleBlock()
        self.stepper = PhaseStepper(_LABELS)
        self.countdown = Countdown(clock)
        self._of = TextLabel("", "table", 400, "t3")
        self.pause = SecondaryButton("Pause", "pause", shortcut="F9")
        self.pause.set_hint("")
        self.more = SecondaryButton(f"+{MORE_MINUTES} min")
        set_tip(self.more, f"Give the teams {MORE_MINUTES} minutes more")
        self.less = IconButton("minus", f"Take {MORE_MINUTES} minutes off", small=True)
        self.course = IconButton("undo-2", "Skip, reopen or take back a phase", small=True)
        self.hide_screen = IconButton("eye-off", "Hide the screen (Ctrl+H)", shortcut="Ctrl+H")
        self.projector = IconButton("projector", "Projector (Ctrl+P)", shortcut="Ctrl+P")
        self.theme = ThemeButton()
        self.help = IconButton("circle-help", "Shortcuts and help (F1)")
        self._clock_part = QWidget()
        self._lay_out()
        self._connect()
        self.set_clock(None, None)

    @property
    def planned(self) -> str:
        """The whole time of the phase as it stands after the clock; empty for none."""
        return self._of.text()

    def show_turn(self, view: ConsoleView) -> None:
        """Show session, turn, dates and phase."""
        self._session.set_texts(view.scenario, f"{view.session} · Control")
        days = days_words(view.first_day, view.last_day)
        self._turn.set_texts(turn_words(view.turn, view.turns), days)
        self.stepper.set_current(_STEPS.get(view.phase, len(_LABELS)))

    def set_facts(self, facts: str) -> None:
        """What the tip of the session's title says: seed, log, save."""
        set_tip(self._session, facts)

    def set_clock(
        self, deadline: float | None, remaining: float | None, planned: float = 0.0
    ) -> None:
        """Count down to a moment of the monotonic clock, stand still with so many seconds, or
        show no clock; ``planned`` is the whole time (s), added minutes with it."""
        self._of.setText(f"of {clock_text(planned)}" if planned else "")
        self._is_paused = deadline is None and remaining is not None
        self._clock_part.setVisible(deadline is not None or remaining is not None)
        if deadline is not None:
            self.countdown.set_deadline(deadline)
        elif remaining is not None:
            self.countdown.pause(remaining)
        else:
            self.countdown.clear()
        self.pause.setText("Resume" if self._is_paused else "Pause")
        self.pause.set_icon("play" if self._is_paused else "pause")
        set_tip(self.pause, f"{self.pause.text()} the clock (F9)")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._of.setVisible(event.size().width() >= _ROOM)

    def _lay_out(self) -> None:
        self.add_start(self.menu)
        self.add_start(self._session)
        self.add_divider_start()
        self.add_start(self._turn)
        self.add_centre(self.stepper)
        self.add_centre(self.course)
        parts = row(self._clock_part)
        for part in (IconLabel("timer"), self.countdown, self._of, self.pause, self.less):
            parts.addWidget(part)
        self.add_end(self._clock_part)
        self.add_end(self.more)
        self.add_divider_end()
        self.add_end(self.projector)
        self.add_end(self.hide_screen)
        self.add_end(self.theme)
        self.add_end(self.help)

    def _connect(self) -> None:
        self.menu.clicked.connect(self._on_menu)
        self.pause.clicked.connect(self._on_pause)
        self.more.clicked.connect(lambda: self.time_added.emit(MORE_MINUTES))
        self.less.clicked.connect(lambda: self.time_added.emit(-MORE_MINUTES))
        self.course.clicked.connect(self._on_course)
        self.stepper.pressed.connect(self._on_course)
        self.hide_screen.clicked.connect(self.hide_wished)
        self.projector.clicked.connect(self.projector_wished)
        self.theme.clicked.connect(self.theme_wished)
        self.help.clicked.connect(self.shortcuts_wished)
        self.countdown.minute_mark_reached.connect(self._on_minute_mark)
        self.countdown.ran_out.connect(self._on_ran_out)

    def _on_menu(self) -> None:
        self.menu_wished.emit(self.menu.mapToGlobal(QPoint(0, self.menu.height())))

    def _on_pause(self) -> None:
        if self._is_paused:
            self.resume_wished.emit()
        else:
            self.pause_wished.emit()

    def _on_course(self) -> None:
        self.course_wished.emit(self.stepper.mapToGlobal(QPoint(0, self.stepper.height())))

    def _on_minute_mark(self, minutes: int) -> None:
        announce(self, "1 minute left" if minutes == 1 else f"{minutes} minutes left")

    def _on_ran_out(self) -> None:
        announce(self, "The planning time is over")
