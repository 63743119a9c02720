"""What the open seat does beside its orders: it speaks, proposes, reads acts and draws lines.

What was typed and not sent stays here while other teams sit at the laptop, by seat; the widgets of
a seat go with its screen.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from wargame.errors import WargameError
from wargame.model.ids import ActorId, FrontId
from wargame.ui.bridge import GameBridge
from wargame.ui.item_models.band_scales import band_scale

if TYPE_CHECKING:
    from wargame.model.channels import Words
    from wargame.model.proposals import Terms
    from wargame.play.changes import Changes
    from wargame.play.dealings.conversations import Conversations
    from wargame.ui.team.red_line_form import LineWish
    from wargame.ui.team.team_screen import TeamScreen

PARTS: Final = frozenset({"channels", "proposals", "perceptions", "lines"})
"""Parts of a game after whose change an open seat is shown anew."""


BUSY: Final = "The turn is being adjudicated. Try again in a moment."


class SeatDealings(QObject):
    """Wires the panels of an open seat to the game.

    Args:
        bridge: The game.
        is_busy: Whether a turn is being adjudicated while the seat is open, when the log must not
            grow.

    Signals:
        refused(str): A command was refused; one sentence.
    """

    refused = Signal(str)

    def __init__(
        self,
        bridge: GameBridge,
        parent: QObject | None = None,
        is_busy: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._is_busy = is_busy
        self._team: TeamScreen | None = None
        self._seat: ActorId | None = None
        self._written: dict[ActorId, dict[str, str]] = {}

    def open(self, seat: ActorId, team: TeamScreen) -> None:
        """A seat's screen is shown."""
        self._seat, self._team = seat, team
        channels, knowledge = team.channels, team.knowledge
        if channels is None or knowledge is None:
            return
        channels.compose.take_drafts(self._written.get(seat, {}))
        channels.send_wished.connect(self._on_send)
        channels.passed.connect(self._on_passed)
        channels.declined.connect(self._on_declined)
        channels.messages_read.connect(self._on_read)
        channels.signed.connect(self._on_signed)
        channels.turned_down.connect(self._on_turned_down)
        channels.notice_wished.connect(self._on_notice_wished)
        channels.proposal_wished.connect(self._on_proposal_wished)
        knowledge.reading_recorded.connect(self._on_reading)
        team.seat.line_wished.connect(self._on_line_wished)

    def leave(self) -> None:
        """The seat's screen is about to go; what was typed waits for its team."""
        if self._team is not None and self._team.channels is not None and self._seat is not None:
            self._written[self._seat] = self._team.channels.compose.drafts
        self._seat = self._team = None

    def take(self, changes: Changes) -> None:
        """Bring the panels up to date with what a command changed."""
        if self._team is not None and self._seat is not None and changes.parts & PARTS:
            self._team.show_dealings(self._bridge.game.view(self._seat))

    def _talk(self) -> Conversations:
        from wargame.play.dealings.conversations import Conversations

        return Conversations(self._bridge.game)

    # Conversations

    def _on_send(self, words: Words) -> None:
        seat, team = self._seat, self._team
        if seat is None or team is None or team.channels is None:
            return
        box = team.channels.compose
        if self._do(lambda: self._talk().send(seat, words), box.show_refusal):
            box.clear_sent()

    def _on_passed(self, number: int, words: str) -> None:
        seat, team = self._seat, self._team
        if seat is None or team is None or team.channels is None:
            return
        box = team.channels.compose
        box_key_gone = self._do(lambda: self._talk().pass_on(seat, number, words), box.show_refusal)
        if box_key_gone:
            box.clear_sent()

    def _on_declined(self, number: int) -> None:
        if (seat := self._seat) is not None:
            self._do(lambda: self._talk().refuse(seat, number), self.refused.emit)

    def _on_read(self, numbers: tuple[int, ...]) -> None:
        # What is read while the log must not grow is read again when it is shown next.
        if (seat := self._seat) is not None and not self._is_busy():
            self._do(lambda: self._talk().read(seat, numbers), self.refused.emit)

    def _on_notice_wished(self) -> None:
        from wargame.ui.team.channels.notice_form import NoticeForm

        seat = self._seat
        if seat is None:
            return
        form = NoticeForm(self._bridge.game.view(seat))

        def send(words: Words) -> None:
            if self._do(lambda: self._talk().send(seat, words), form.show_refusal):
                self._dismiss()

        form.send_wished.connect(send)
        self._present("Advance warning", form)
        form.focus_work()

    # Papers

    def _on_proposal_wished(self) -> None:
        from wargame.play.dealings.negotiations import Negotiations
        from wargame.ui.team.channels.proposal_form import ProposalForm

        seat, game = self._seat, self._bridge.game
        if seat is None:
            return
        form = ProposalForm(game.view(seat))

        def propose(terms: Terms) -> None:
            if self._do(lambda: Negotiations(game).propose(seat, terms), form.show_refusal):
                self._dismiss()

        form.proposed.connect(propose)
        self._present("Proposal", form)
        form.focus_work()

    def _on_signed(self, number: int) -> None:
        from wargame.play.dealings.negotiations import Negotiations

        if (seat := self._seat) is not None:
            table = Negotiations(self._bridge.game)
            self._do(lambda: table.sign(seat, number), self.refused.emit)

    def _on_turned_down(self, number: int) -> None:
        from wargame.play.dealings.negotiations import Negotiations

        if (seat := self._seat) is not None:
            table = Negotiations(self._bridge.game)
            self._do(lambda: table.decline(seat, number), self.refused.emit)

    # Readings and lines

    def _on_reading(self, number: int, rung: float, line: str) -> None:
        from wargame.play.dealings.perceptions import Perceptions

        if (seat := self._seat) is not None:
            readings = Perceptions(self._bridge.game)
            self._do(lambda: readings.record(seat, number, rung, line), self.refused.emit)

    def _on_line_wished(self) -> None:
        from wargame.play.dealings.line_registry import RedLines
        from wargame.ui.team.red_line_form import RedLineForm

        seat, game = self._seat, self._bridge.game
        if seat is None:
            return
        view = game.view(seat)
        form = RedLineForm(view, band_scale(view.bands))
        registry = RedLines(game)

        def draw(wish: LineWish) -> None:
            def command() -> None:
                registry.draw(
                    seat,
                    wish.text,
                    wish.rung,
                    wish.promise,
                    front=FrontId(wish.front) if wish.front else None,
                    within=wish.within,
                    line=wish.line,
                )

            if self._do(command, form.show_refusal):
                self._dismiss()

        def drop(line: str) -> None:
            if self._do(lambda: registry.drop(seat, line), form.show_refusal):
                self._dismiss()

        form.drawn.connect(draw)
        form.dropped.connect(drop)
        self._present("Our red lines", form)
        form.focus_work()

    def _present(self, title: str, form: QWidget) -> None:
        if self._team is not None:
            self._team.sheet.present(title, form)

    def _dismiss(self) -> None:
        if self._team is not None:
            self._team.sheet.dismiss()

    def _do(self, command: Callable[[], object], say: Callable[[str], None]) -> bool:
        """Carry out a command; a refusal becomes a sentence beside its field."""
        if self._is_busy():
            say(BUSY)
            return False
        try:
            command()
        except WargameError as error:
            say(str(error))
            return False
        return True
