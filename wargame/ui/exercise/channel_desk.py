"""Control's tab of channels wired to the game: what it shows, and acting for any seat."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from wargame.errors import WargameError
from wargame.model.channels import Delay
from wargame.model.ids import ActorId
from wargame.play.dealings.control_dealings import ControlDealings
from wargame.ui.facilitator.console_centre import CHANNELS

if TYPE_CHECKING:
    from wargame.model.channels import Words
    from wargame.play.changes import Changes
    from wargame.play.live_game import LiveGame
    from wargame.ui.facilitator.channels.channels_page import ChannelsPage
    from wargame.ui.facilitator.facilitator_screen import FacilitatorScreen

_PARTS: Final = frozenset({"channels", "proposals", "perceptions", "lines", "rulings"})
_LOOK_MS: Final = 1000
"""How often the clock is asked whether a mediator has arrived (ms)."""


class ChannelDesk(QObject):
    """Fills the tab while it is in front, and lets what mediators carry arrive.

    Args:
        game: The game.
        console: Control's console.
        is_busy: Whether a turn is being adjudicated; nothing may reach the log meanwhile.
        parent: Its owner.
    """

    def __init__(
        self,
        game: LiveGame,
        console: FacilitatorScreen,
        is_busy: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._game, self._console, self._is_busy = game, console, is_busy
        self._dealings = ControlDealings(game)
        self._page: ChannelsPage | None = None
        self._due = QTimer(self, interval=_LOOK_MS)
        self._due.timeout.connect(self._on_due)
        self._due.start()

    def close(self) -> None:
        """Deliver no more: the game goes."""
        self._due.stop()

    def take(self, changes: Changes | None) -> None:
        """Bring the tab up to date with what a command changed; None for anything."""
        page = self._attached()
        if page is None:
            return
        whole = changes is None or changes.phase is not None or changes.published
        if whole or changes is None or changes.parts & _PARTS:
            self._show()

    def _attached(self) -> ChannelsPage | None:
        """The page, wired once the console has one."""
        centre = self._console.centre
        if self._page is None and centre is not None:
            page = self._page = centre.channels
            page.send_wished.connect(self._on_send)
            page.pass_wished.connect(self._on_pass)
            page.refuse_wished.connect(self._on_refuse)
            page.sign_wished.connect(self._on_sign)
            page.decline_wished.connect(self._on_decline)
            page.kind_chosen.connect(self._show)
            page.delay_wished.connect(self._on_delay)
            centre.head.current_changed.connect(self._on_page_chosen)
        return self._page

    def _show(self) -> None:
        """Show everything while the tab is in front; else only how much waits."""
        centre, page = self._console.centre, self._page
        if centre is None or page is None:
            return
        wanted = centre.shows_channels and page.shows_readings
        view = self._dealings.view(readings=wanted)
        centre.head.tabs.set_count(CHANNELS, view.waiting or None)
        if centre.shows_channels:
            page.show_dealings(view)

    def _on_page_chosen(self, key: str) -> None:
        if key == CHANNELS:
            self._show()

    def _on_due(self) -> None:
        if not self._is_busy():
            self._do(self._dealings.deliver_due)

    def _on_delay(self, delay: str, minutes: float) -> None:
        self._do(lambda: self._dealings.set_delay(Delay(delay), minutes))

    def _on_send(self, seat: str, words: Words) -> None:
        self._do(lambda: self._dealings.send(ActorId(seat), words), sent=True)

    def _on_pass(self, number: int, words: str) -> None:
        self._do(lambda: self._dealings.pass_on(number, words), sent=True)

    def _on_refuse(self, number: int) -> None:
        self._do(lambda: self._dealings.refuse(number))

    def _on_sign(self, number: int, seat: str) -> None:
        self._do(lambda: self._dealings.sign(number, ActorId(seat)))

    def _on_decline(self, number: int, seat: str) -> None:
        self._do(lambda: self._dealings.decline(number, ActorId(seat)))

    def _do(self, command: Callable[[], object], *, sent: bool = False) -> None:
        """Carry out a command; a refusal becomes a sentence under the field."""
        page = self._page
        try:
            command()
        except WargameError as error:
            if page is not None:
                page.show_refusal(str(error))
            return
        if sent and page is not None:
            page.clear_sent()
