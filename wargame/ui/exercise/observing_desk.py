"""What observers mark on the console becomes events of the log."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from wargame.errors import WargameError
from wargame.model.ids import ActorId
from wargame.model.seat_view import ActorLabel
from wargame.play.control.observing import Observing
from wargame.ui.facilitator.observers_page import ObserversPage

if TYPE_CHECKING:
    from wargame.play.changes import Changes
    from wargame.play.live_game import LiveGame
    from wargame.ui.facilitator.facilitator_screen import FacilitatorScreen

PAGE: Final = "observers"


class ObservingDesk(QObject):
    """Puts the observers' page behind the events and answers its wishes.

    Signals:
        refused(str): A wish was refused; one sentence.
    """

    refused = Signal(str)

    def __init__(
        self, game: LiveGame, console: FacilitatorScreen, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = Observing(game)
        actors = game.scenario.seats
        labels = [ActorLabel(a.id, a.full_name, a.camp, a.place) for a in actors]
        self.page = ObserversPage(labels)
        console.add_feed_page(PAGE, "Observers", self.page, self.page.filter)
        self.page.observer_wished.connect(self._on_observer)
        self.page.tag_wished.connect(lambda name, key: self._do(lambda: self._desk.tag(name, key)))
        self.page.note_wished.connect(
            lambda number, note: self._do(lambda: self._desk.note(number, note))
        )
        self.page.drop_wished.connect(lambda number: self._do(lambda: self._desk.drop(number)))
        self.refresh()

    def take(self, changes: Changes) -> None:
        """Something has changed in the game."""
        if "tags" in changes.parts:
            self.refresh()

    def refresh(self) -> None:
        """Show who watches and what was marked."""
        observers = self._desk.observers()
        with_tags = [(observer, self._desk.tags(observer.name)) for observer in observers]
        self.page.show_observing(with_tags, self._desk.marked())

    def _on_observer(self, name: str, seat: str) -> None:
        kept: list[str] = []
        if self._do(lambda: kept.append(self._desk.come(name, ActorId(seat) if seat else None))):
            self.page.name.clear()
            self.page.choose_observer(kept[0])
            self.page.table.setFocus()

    def _do(self, command: Callable[[], object]) -> bool:
        try:
            command()
        except WargameError as error:
            self.refused.emit(str(error))
            return False
        return True
