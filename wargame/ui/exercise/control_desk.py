"""What control opens on the console: the working of an event, the state of an actor.

Both hold the whole truth. They are computed in the background from the world as it is at the
wish, and belong to the console, which a team never sees.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from wargame.model.ids import ActorId
from wargame.play.panels.public_facts import public_facts
from wargame.play.panels.relations import relations_of
from wargame.ui.worker import LatestJob, Progress

if TYPE_CHECKING:
    from wargame.model.actor_sheet import ActorSheet
    from wargame.model.relations_view import RelationsView
    from wargame.model.workings import Working
    from wargame.play.live_game import LiveGame
    from wargame.ui.facilitator.facilitator_screen import FacilitatorScreen


class ControlDesk(QObject):
    """Answers the console's questions about numbers; the latest question counts.

    Signals:
        sheet_wished(str, QWidget): Something to read beside the console, with its title.
        refused(str): It could not be opened; one sentence.
    """

    sheet_wished = Signal(str, QWidget)
    refused = Signal(str)

    def __init__(
        self, game: LiveGame, console: FacilitatorScreen, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._game = game
        self._console = console
        self._workings = LatestJob(self)
        self._sheets = LatestJob(self)
        self._relations = LatestJob(self)
        console.working_wished.connect(self._on_working_wished)
        console.actor_wished.connect(self._on_actor_wished)
        console.relations_wished.connect(self._on_relations_wished)
        console.news_wished.connect(self._on_news_wished)

    def close(self) -> None:
        """Answer no more: the console goes."""
        self._workings.cancel()
        self._sheets.cancel()
        self._relations.cancel()

    def _on_working_wished(self, number: int) -> None:
        def open_it(_progress: Progress) -> Working | None:
            return self._game.working(number)

        self._workings.run(open_it, self._on_working, self.refused.emit)

    def _on_working(self, working: Working | None) -> None:
        # By now a team may be at the laptop.
        if working is None or not self._console.isVisible():
            return
        from wargame.ui.facilitator.working_sheet import WorkingSheet

        sheet = WorkingSheet(working)
        self.sheet_wished.emit("Working", sheet)
        sheet.focus_work()

    def _on_actor_wished(self, actor: str) -> None:
        read = partial(_read_sheet, self._game, ActorId(actor))
        self._sheets.run(read, self._console.show_actor, self.refused.emit)

    def _on_news_wished(self) -> None:
        self._console.show_news(public_facts(self._game).news)

    def _on_relations_wished(self) -> None:
        read = partial(_read_relations, self._game)
        self._relations.run(read, self._console.show_relations, self.refused.emit)


def _read_relations(game: LiveGame, _progress: Progress) -> RelationsView:
    return relations_of(game.scenario, game.world)


def _read_sheet(game: LiveGame, actor: ActorId, _progress: Progress) -> ActorSheet:
    return game.actor_sheet(actor)
