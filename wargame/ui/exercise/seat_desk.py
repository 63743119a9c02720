"""The laptop as it goes from team to team: hand-over, seat, hand-over, and back to control.

Before a page is shown, the seat that was there is gone: its widgets, its popups, what it had put
on the clipboard. What comes next gets a fresh screen with only its own view of the game.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QApplication, QWidget

from wargame.errors import RuleError, WargameError
from wargame.model.ids import ActorId, Controller, Phase
from wargame.model.orders import Order
from wargame.ui.bridge import GameBridge
from wargame.ui.exercise.clipboard import CopiedText
from wargame.ui.exercise.clock import PhaseClock
from wargame.ui.exercise.seat_dealings import SeatDealings
from wargame.ui.exercise.seat_order import label_of, seats_after, when_words
from wargame.ui.handover.handover import TRIES, Handover
from wargame.ui.handover.handover_screen import HandoverScreen
from wargame.ui.worker import LatestJob, Progress

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wargame.model.seat_view import Reading
    from wargame.play.changes import Changes
    from wargame.ui.exercise.seat_forecasts import SeatForecasts
    from wargame.ui.team.team_screen import TeamScreen


class SeatDesk(QObject):
    """Shows the hand-over page and one seat at a time.

    Args:
        bridge: The game.
        alone: Whether somebody plays alone: the seat stays open, and nothing is handed over.
        is_busy: Whether a turn is being adjudicated, when an open seat says and draws nothing.

    Attributes:
        forecasts: What tells the open seat what may follow; None without forecasts.

    Signals:
        screen_shown(QWidget): This screen is to fill the window.
        screen_dropped(QWidget): This screen is gone for good.
        console_wished(): Control takes the laptop back.
        refused(str): A command was refused; one sentence.
        menu_wished(QPoint): The menu for teams, at this place on the screen.
        shortcuts_wished(): The sheet of shortcuts.
        seat_shown(object): This TeamScreen has been filled for its seat.
        sealed(): Who plays alone has sealed.
    """

    screen_shown = Signal(QWidget)
    screen_dropped = Signal(QWidget)
    console_wished = Signal()
    refused = Signal(str)
    menu_wished = Signal(QPoint)
    shortcuts_wished = Signal()
    seat_shown = Signal(object)
    sealed = Signal()

    def __init__(
        self,
        bridge: GameBridge,
        parent: QObject | None = None,
        *,
        alone: bool = False,
        is_busy: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._alone = alone
        self._clock = PhaseClock()
        self._handover: HandoverScreen | None = None
        self._team: TeamScreen | None = None
        self._seat: ActorId | None = None
        self._next: ActorId | None = None
        self._wrong: dict[ActorId, int] = {}
        self._is_own_draft = False
        self._checks = LatestJob(self)
        self._estimates = LatestJob(self)
        self._copied = CopiedText(self)
        self._dealings = SeatDealings(bridge, self, is_busy)
        self._dealings.refused.connect(self.refused)
        self.forecasts: SeatForecasts | None = None

    def hand_over(self, seat: ActorId | None) -> None:
        """Hide what is shown and ask for the laptop to be passed to a seat, or to control."""
        game = self._bridge.game
        left, sealed = self._seat, False
        if left is not None:
            sealed = game.world.sealed_orders(left) is not None
        self._forget_seat()
        self._next = seat
        page = self._page()
        after = seats_after(game.world, seat) if seat is not None else ()
        page.show_handover(
            Handover(
                seat=label_of(game.scenario, seat) if seat is not None else None,
                asks_pin=seat is not None and bool(game.world.seat(seat).pin),
                hidden=label_of(game.scenario, left).name if left is not None else "",
                has_sealed=sealed,
                after=tuple(label_of(game.scenario, actor) for actor in after),
                scenario=game.scenario.title,
                when=when_words(game.world, game.scenario.turns),
                tries_left=TRIES - self._wrong.get(seat, 0) if seat is not None else TRIES,
                is_planning=game.world.phase is Phase.PLAN,
            )
        )
        page.set_clock(self._clock.deadline, self._clock.remaining)
        self.screen_shown.emit(page)
        page.focus_work()

    def open_seat(self, seat: ActorId) -> None:
        """Show a seat's own screen."""
        from wargame.ui.team.team_screen import TeamScreen

        self._forget_seat()
        self._seat = seat
        self._wrong.pop(seat, None)
        team = TeamScreen(alone=self._alone)
        if not self._alone:
            # Another team's laptop offers no way to files and sessions.
            team.setProperty("seat", "true")
        self._team = team
        team.draft_changed.connect(self._on_draft_changed)
        team.draft_dropped.connect(self._on_draft_dropped)
        team.seal_wished.connect(self._on_seal)
        team.unseal_wished.connect(self._on_unseal)
        team.hide_wished.connect(self._on_hide)
        team.readings_wished.connect(self._on_readings_wished)
        team.refusal_wished.connect(self._on_refusal_wished)
        team.question_asked.connect(self._on_question_asked)
        team.menu_wished.connect(self.menu_wished)
        team.shortcuts_wished.connect(self.shortcuts_wished)
        self._show_view()
        self._dealings.open(seat, team)
        team.set_clock(self._clock.deadline, self._clock.remaining)
        self.seat_shown.emit(team)
        self.screen_shown.emit(team)
        if self.forecasts is not None:
            self.forecasts.open(seat, team)
        self._drop_page()

    def take(self, changes: Changes) -> None:
        """Bring the open seat up to date with what a command changed."""
        if self._team is None or self._seat is None:
            return
        if self._is_own_draft:
            # One draft may open a move that builds on it; what is being written stays untouched.
            self._team.set_saved(changes.saved_at, changes.unsaved)
        self._dealings.take(changes)
        if changes.phase is not None or changes.published or self._seat in changes.seats:
            self._show_view()
            if self.forecasts is not None:
                self.forecasts.refresh()

    def set_clock(self, clock: PhaseClock) -> None:
        """Show the phase's clock on the page and on the seat's screen."""
        self._clock = clock
        if self._team is not None:
            self._team.set_clock(clock.deadline, clock.remaining)
        if self._handover is not None:
            self._handover.set_clock(clock.deadline, clock.remaining)

    def clear(self) -> None:
        """Drop every screen."""
        self._forget_seat()
        self._drop_page()

    # The hand-over page

    def _page(self) -> HandoverScreen:
        if self._handover is None:
            page = HandoverScreen()
            page.pin_entered.connect(self._on_pin_entered)
            page.open_wished.connect(self._on_open_wished)
            page.control_opened.connect(self._on_open_wished)
            page.console_wished.connect(self._on_console_wished)
            self._handover = page
        return self._handover

    def _on_pin_entered(self, pin: str) -> None:
        from wargame.play.settings import pin_matches

        seat = self._next
        if seat is None or self._handover is None:
            return
        stored = self._bridge.game.world.seat(seat).pin
        self._handover.set_busy(True)

        def check(_progress: Progress) -> bool:
            return pin_matches(pin, stored)

        self._checks.run(check, partial(self._on_pin_checked, seat), self.refused.emit)

    def _on_pin_checked(self, seat: ActorId, right: bool) -> None:
        if self._handover is None or self._next != seat:
            return
        self._handover.set_busy(False)
        if right:
            self.open_seat(seat)
            return
        self._wrong[seat] = self._wrong.get(seat, 0) + 1
        self._handover.refuse_pin(max(0, TRIES - self._wrong[seat]))

    def _on_open_wished(self) -> None:
        if self._next is not None:
            self.open_seat(self._next)

    def _on_console_wished(self) -> None:
        self._forget_seat()
        self.console_wished.emit()
        self._drop_page()

    # The seat

    def _show_view(self) -> None:
        if self._team is not None and self._seat is not None:
            game = self._bridge.game
            self._team.show_view(game.view(self._seat), game.drafts(self._seat))

    def _on_draft_changed(self, slot: int, order: object) -> None:
        if self._seat is not None and isinstance(order, Order):
            seat = self._seat
            self._keep(lambda: self._bridge.game.keep_draft(seat, slot, order))

    def _on_draft_dropped(self, slot: int) -> None:
        if self._seat is not None:
            seat = self._seat
            self._keep(lambda: self._bridge.game.drop_draft(seat, slot))

    def _keep(self, command: Callable[[], None]) -> None:
        self._is_own_draft = True
        try:
            self._do(command)
        finally:
            self._is_own_draft = False

    def _on_seal(self, orders: Sequence[Order]) -> None:
        if self._seat is None:
            return
        try:
            self._bridge.game.seal(self._seat, tuple(orders))
        except RuleError as error:
            if self._team is not None:
                self._team.show_refusal(0, error.code, str(error))
            return
        if self._alone:
            self.sealed.emit()
        else:
            self._pass_on()

    def _on_unseal(self) -> None:
        if self._seat is not None:
            seat = self._seat
            self._do(lambda: self._bridge.game.unseal(seat))

    def _on_hide(self) -> None:
        world = self._bridge.game.world
        if self._seat is not None and world.seat(self._seat).controller is not Controller.PEOPLE:
            # To hide a seat of control's own must not lay control's console open.
            self.hand_over(None)
            return
        self._pass_on()

    def _pass_on(self) -> None:
        """The next team, or control once every team is done; control's own seats go to control."""
        if self._seat is None:
            return
        world = self._bridge.game.world
        if world.seat(self._seat).controller is not Controller.PEOPLE:
            self._on_console_wished()
            return
        after = seats_after(world, self._seat)
        if not after and world.phase is Phase.PLAN and world.sealed_orders(self._seat) is None:
            # The last team only hid its screen: it is the one that comes back.
            after = (self._seat,)
        self.hand_over(after[0] if after else None)

    def _on_question_asked(self, text: str) -> None:
        from wargame.play.control.questions import Questions

        seat, team = self._seat, self._team
        if seat is None or team is None:
            return
        try:
            Questions(self._bridge.game).ask(seat, text)
        except WargameError as error:
            team.control.show_asked(str(error))
            return
        team.control.show_asked("")

    def _on_refusal_wished(self, slot: int, orders: object) -> None:
        """Judge one order, or with slot 0 all of them together, before they are sealed."""
        if self._seat is None or self._team is None:
            return
        game, refusal = self._bridge.game, None
        if isinstance(orders, Order):
            refusal = game.refusal(self._seat, orders)
        elif isinstance(orders, tuple):
            refusal = game.sheet_refusal(self._seat, orders)
        code, sentence = refusal or ("", "")
        self._team.show_refusal(slot, code, sentence)

    def _on_readings_wished(self, order: object) -> None:
        if self._seat is None or not isinstance(order, Order):
            return
        game, seat = self._bridge.game, self._seat

        def estimate(_progress: Progress) -> tuple[Reading, ...]:
            return game.readings(seat, order)

        self._estimates.run(estimate, partial(self._on_estimated, seat, order), self.refused.emit)

    def _on_estimated(self, seat: ActorId, order: Order, readings: tuple[Reading, ...]) -> None:
        if self._team is not None and self._seat == seat:
            self._team.show_readings(order, readings)

    def _do(self, command: Callable[[], None]) -> bool:
        """Carry out a command; a refusal becomes a sentence."""
        try:
            command()
        except WargameError as error:
            self.refused.emit(str(error))
            return False
        return True

    # Leaving nothing behind

    def _forget_seat(self) -> None:
        """Delete the seat's screen with its popups, jobs and clipboard before anything else."""
        if self._team is not None:
            # What was typed last is still on its way to the disk.
            self._team.flush()
        self._seat = None
        self._dealings.leave()
        self._estimates.cancel()
        self._checks.cancel()
        if self.forecasts is not None:
            self.forecasts.leave()
        team, self._team = self._team, None
        if team is None:
            return
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        self._copied.clear()
        self._drop(team)

    def _drop_page(self) -> None:
        page, self._handover = self._handover, None
        if page is not None:
            self._drop(page)

    def _drop(self, screen: QWidget) -> None:
        screen.hide()
        self.screen_dropped.emit(screen)
        screen.deleteLater()
