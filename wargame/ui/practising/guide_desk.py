"""The guide of a first game: hears what happens in the game and shows the next instruction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from wargame.errors import SaveError
from wargame.model.ids import Phase
from wargame.play.keeping import now
from wargame.play.practice.lessons.progress import GuidedRecord
from wargame.ui.learning.guide_strip import GuideStrip
from wargame.ui.learning.pointer import Pointer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from wargame.play.live_game import LiveGame
    from wargame.play.practice.lessons.guiding import Guiding
    from wargame.play.practice.lessons.progress import ProgressBook
    from wargame.ui.team.team_screen import TeamScreen


class GuideDesk(QObject):
    """Puts instructions above the work of the seat, for as long as the guide is wanted.

    Args:
        game: The guided game.
        guiding: Where it is.
        book: Where that is kept.

    Signals:
        learn_wished(): To the learning page.
        refused(str): Progress could not be kept; one sentence.
    """

    learn_wished = Signal()
    refused = Signal(str)

    def __init__(
        self, game: LiveGame, guiding: Guiding, book: ProgressBook, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._game, self._guiding, self._book = game, guiding, book
        self._team: TeamScreen | None = None
        self._is_left = False
        self.strip: GuideStrip | None = None
        self.pointer: Pointer | None = None

    def show_on(self, team: TeamScreen) -> None:
        """Put the strip into a fresh screen of the seat."""
        if self._is_left:
            return
        self._team = team
        strip = GuideStrip(self._guiding.guided)
        strip.go_on_wished.connect(self._on_go_on)
        strip.learn_wished.connect(self.learn_wished)
        strip.leave_wished.connect(self._on_leave)
        team.strips.addWidget(strip)
        self.strip, self.pointer = strip, Pointer(team)
        team.destroyed.connect(self._on_team_gone)
        self._guiding.look()
        self._show()

    def take(self) -> None:
        """The game has changed."""
        if self._is_left:
            return
        if self._guiding.look():
            self._keep()
        self._show()

    def _on_go_on(self) -> None:
        self._guiding.go_on()
        self._keep()
        self._show()

    def _on_leave(self) -> None:
        self._is_left = True
        # The game stays among the sessions; the lesson counts as not begun.
        self._write(GuidedRecord())
        if self.strip is not None and self.pointer is not None:
            self.strip.hide()
            self.pointer.point_to(None)

    def _on_team_gone(self) -> None:
        self._team = self.strip = self.pointer = None

    def _keep(self) -> None:
        done_at = now() if self._guiding.step is None else ""
        self._write(GuidedRecord(self._guiding.at, self._game.path.name, done_at))

    def _write(self, record: GuidedRecord) -> None:
        try:
            self._book.keep_guided(self._guiding.guided.id, record)
        except SaveError as error:
            self.refused.emit(str(error))

    def _show(self) -> None:
        strip, pointer, step = self.strip, self.pointer, self._guiding.step
        if strip is None or pointer is None or self._is_left:
            return
        if step is None:
            strip.show_end()
            pointer.point_to(None)
            return
        strip.show_step(self._guiding.at + 1, step)
        pointer.point_to(self._place(step.place))

    def _place(self, name: str) -> QWidget | None:
        """A part of the seat's screen by the name that lessons have for it."""
        team = self._team
        if team is None:
            return None
        always: dict[str, QWidget | None] = {
            "seat": team.seat,
            "index": team.index,
            "known": team.knowledge,
            "channels": team.channels,
            "outcome": team.resting,
            "go-on": team.resting.go_on,
            "start": team.brief.go_on if team.brief is not None else None,
        }
        if name in always:
            return always[name]
        planning = team.planning
        if planning is None or self._game.world.phase is not Phase.PLAN:
            return None
        return {
            "moves": planning.moves,
            "composer": planning.composer,
            "warning": planning.composer.warning,
            "seal": planning.strip.seal,
        }.get(name)


def guide_for(game: LiveGame, parent: QObject) -> GuideDesk | None:
    """The guide of a game, if it is the guided one and the guide is still wanted."""
    from wargame.play.practice.lessons.guiding import Guiding
    from wargame.play.practice.lessons.progress import ProgressBook
    from wargame.play.practice.lessons.shelf import guided_game

    book = ProgressBook()
    if not book.guides(game.path.name):
        return None
    guided = guided_game()
    if guided is None or game.scenario.id != guided.scenario:
        return None
    record = book.guided(guided.id)
    return GuideDesk(game, Guiding(guided, game, record.step), book, parent)
