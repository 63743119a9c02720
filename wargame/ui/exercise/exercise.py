"""A running session: the one place where wishes of screens become commands to the game.

It owns the console for as long as the session is open, and one seat's screen for as long as that
seat is at the laptop. A seat's screen is deleted before anything else is shown.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from wargame.model.ids import ActorId, Controller
from wargame.ui.exercise import law_watch
from wargame.ui.exercise.adjudication_desk import AdjudicationDesk
from wargame.ui.exercise.channel_desk import ChannelDesk
from wargame.ui.exercise.clock import PhaseClock
from wargame.ui.exercise.control_desk import ControlDesk
from wargame.ui.exercise.forecasts import Forecasts
from wargame.ui.exercise.inject_desk import InjectDesk
from wargame.ui.exercise.observing_desk import ObservingDesk
from wargame.ui.exercise.paper_desk import PaperDesk
from wargame.ui.exercise.phase_desk import PhaseDesk
from wargame.ui.exercise.projector_desk import ProjectorDesk
from wargame.ui.exercise.seat_desk import SeatDesk
from wargame.ui.exercise.session import OpenSession
from wargame.ui.facilitator.facilitator_screen import FacilitatorScreen

if TYPE_CHECKING:
    from wargame.play.changes import Changes
    from wargame.play.live_game import LiveGame


class Exercise(OpenSession):
    """Wires console, hand-over and seats to one game.

    Args:
        clock: The monotonic clock, in seconds.
    """

    def __init__(
        self,
        game: LiveGame,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(game, parent)
        self._console = FacilitatorScreen()
        self._console_is_shown = False
        self._desk = SeatDesk(self.bridge, self)
        self._control = ControlDesk(game, self._console, self)
        self._control.sheet_wished.connect(self.sheet_wished)
        self._control.refused.connect(self.refused)
        self._phases = PhaseDesk(game, self._console, clock, self)
        self._phases.clock_set.connect(self._on_clock_set)
        self._phases.sheet_wished.connect(self.sheet_wished)
        self._phases.sheet_done.connect(self.sheet_done)
        self._phases.refused.connect(self.refused)
        self._observing = ObservingDesk(game, self._console, self)
        self._observing.refused.connect(self.refused)
        self._projector = ProjectorDesk(game, self._console, self)
        self._projector.told.connect(self.refused)
        self._forecasts: Forecasts | None = None
        papers = PaperDesk(game, self._console, self)
        papers.refused.connect(self.refused)
        papers.written.connect(self.told)
        self._channels = ChannelDesk(
            game, self._console, lambda: self._phases.is_adjudicating, self
        )
        self._injects = InjectDesk(
            game, self._console, clock, lambda: self._phases.is_adjudicating, self
        )
        self._injects.sheet_wished.connect(self.sheet_wished)
        self._injects.sheet_done.connect(self.sheet_done)
        self._injects.refused.connect(self.refused)
        self._connect_console()
        self._desk.screen_shown.connect(self._on_desk_shown)
        self._desk.screen_dropped.connect(self.screen_dropped)
        self._desk.console_wished.connect(self.show_console)
        self._desk.refused.connect(self.refused)
        self._desk.menu_wished.connect(self.team_menu_wished)
        self._desk.shortcuts_wished.connect(self.shortcuts_wished)
        self._rulings = AdjudicationDesk(game, self)
        self._rulings.screen_shown.connect(self._on_desk_shown)
        self._rulings.screen_dropped.connect(self.screen_dropped)
        for theirs, mine in (
            (self._rulings.console_wished, self.show_console),
            (self._rulings.hide_wished, self._on_hide),
            (self._rulings.refused, self.refused),
            (self._rulings.menu_wished, self.menu_wished),
            (self._rulings.theme_wished, self.theme_wished),
            (self._rulings.shortcuts_wished, self.shortcuts_wished),
            (self._rulings.sheet_wished, self.sheet_wished),
            (self._console.review_wished, self._rulings.open),
        ):
            theirs.connect(mine)
        self.bridge.changed.connect(self._on_changed)

    def begin(self) -> None:
        """Show the console; a clock of a session that was closed in planning stands still."""
        self._phases.begin()
        self._injects.begin()
        self.show_console()
        if law_watch.is_wanted() and self.bridge.game.world.settings.forecast:
            self._forecasts = Forecasts(self.bridge.game, self._console, self._desk, parent=self)
            self._forecasts.begin()
        super().begin()

    def show_console(self) -> None:
        """Show control's console as the game is now."""
        self._console_is_shown = True
        self._refresh_console(None)
        self.screen_shown.emit(self._console)
        if self._forecasts is not None:
            self._forecasts.show()

    def close(self) -> str:
        self._control.close()
        if self._forecasts is not None:
            self._forecasts.close()
        self._phases.close()
        self._channels.close()
        self._injects.close()
        self._projector.close()
        self._desk.clear()
        self._rulings.close()
        self.screen_dropped.emit(self._console)
        self._console.deleteLater()
        return super().close()

    def _connect_console(self) -> None:
        console = self._console
        console.seat_opened.connect(self._on_seat_opened)
        console.seat_edit_wished.connect(self._on_seat_edit)
        console.home_wished.connect(self.left)
        console.theme_wished.connect(self.theme_wished)
        console.menu_wished.connect(self.menu_wished)
        console.shortcuts_wished.connect(self.shortcuts_wished)
        console.hide_wished.connect(self._on_hide)
        console.projector_wished.connect(self._projector.toggle)
        console.blank_wished.connect(self._projector.toggle_blank)
        self._projector.opened.connect(lambda: console.set_projector_on(is_on=True))
        self._projector.closed.connect(lambda: console.set_projector_on(is_on=False))
        console.seat_written_for.connect(lambda seat: self._desk.open_seat(ActorId(seat)))

    # What changed

    def _on_changed(self, changes: Changes) -> None:
        self.saved.emit(changes.saved_at, changes.unsaved)
        if changes.phase is not None:
            self._phases.on_phase(changes.phase)
        if self._console_is_shown:
            self._refresh_console(changes)
        self._injects.take(changes)
        self._projector.refresh()
        self._observing.take(changes)
        if self._forecasts is not None and not self.bridge.game.world.settings.forecast:
            self._forecasts.close()
            self._forecasts = None
        if self._forecasts is not None:
            self._forecasts.take(changes)
        self._desk.take(changes)
        self._rulings.take(changes)

    def _refresh_console(self, changes: Changes | None) -> None:
        game = self.bridge.game
        self._console.show_console(game.console(), changes)
        self._console.set_saved(*game.saved())
        self._channels.take(changes)

    def _on_desk_shown(self, screen: QWidget) -> None:
        # The console keeps its place but hears nothing while a seat is at the laptop.
        self._console_is_shown = False
        self.screen_shown.emit(screen)

    def _on_clock_set(self, clock: PhaseClock) -> None:
        self._console.set_clock(clock.deadline, clock.remaining, clock.planned)
        self._desk.set_clock(clock)
        self._injects.set_clock(clock)
        self._projector.set_clock(clock)

    # The seats

    def _on_seat_opened(self, seat: str) -> None:
        actor = ActorId(seat)
        world = self.bridge.game.world
        if world.seat(actor).controller is Controller.PEOPLE:
            self._desk.hand_over(actor)
        else:
            self._desk.open_seat(actor)

    def _on_hide(self) -> None:
        self._desk.hand_over(None)

    def _on_seat_edit(self, seat: str) -> None:
        from wargame.play.computer_seats import available
        from wargame.ui.exercise.seat_editor import SeatEditor

        game = self.bridge.game
        actor = game.scenario.actor[ActorId(seat)]
        editor = SeatEditor(actor, game.world.seat(actor.id), available(game.scenario))
        editor.seat_kept.connect(self._on_seat_kept)
        self.sheet_wished.emit(actor.full_name, editor)

    def _on_seat_kept(self, seat: object) -> None:
        from wargame.model.seats import Seat

        if isinstance(seat, Seat) and self._do(lambda: self.bridge.game.change_seat(seat)):
            self.sheet_done.emit()
