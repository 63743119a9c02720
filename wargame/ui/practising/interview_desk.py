"""An interview in a practice game: beside the work while it goes on, over the window at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from wargame.model.ids import Phase
from wargame.ui.item_models.band_scales import band_scale
from wargame.ui.practice.interview.interview_talk import InterviewTalk

if TYPE_CHECKING:
    from wargame.play.changes import Changes
    from wargame.play.practice.interview.interview import Interview
    from wargame.play.practice.solo import Solo
    from wargame.ui.team.team_screen import TeamScreen

TITLE: Final = "Ask the opponents"


class InterviewDesk(QObject):
    """Opens an interview where it is wished, one at a time.

    Args:
        solo: The game.
        parent: Who owns it.

    Signals:
        sheet_wished(str, QWidget): Show this beside the screen, with its title.
    """

    sheet_wished = Signal(str, QWidget)

    def __init__(self, solo: Solo, parent: QObject) -> None:
        super().__init__(parent)
        self._solo = solo
        self._team: TeamScreen | None = None
        self._interview: Interview | None = None
        self._talk: InterviewTalk | None = None

    @property
    def talk(self) -> InterviewTalk | None:
        """The interview that was opened last; None before the first."""
        return self._talk

    def show_on(self, team: TeamScreen) -> None:
        """A fresh screen of the seat."""
        self._team = team

    def open(self, opponent: str = "") -> None:
        """Ask an opponent; an actor's id, or empty for anyone."""
        from wargame.play.practice.interview.interview import Interview

        self._drop()
        game, seat = self._solo.game, self._solo.seat
        self._interview = Interview(game.scenario, tuple(game.line), seat, game.world)
        names = game.view(seat).actors
        talk = InterviewTalk(
            self._interview, names, band_scale(game.scenario.bands), opponent, self
        )
        talk.event_wished.connect(self._on_event_wished)
        self._talk = talk
        team = self._team
        if team is not None and game.world.phase is not Phase.ENDED:
            team.sheet.present(TITLE, talk.page)
        else:
            self.sheet_wished.emit(TITLE, talk.page)

    def take(self, changes: Changes) -> None:
        """The game has changed; what was asked in one phase does not lie over the next."""
        if changes.phase is not None and self._team is not None:
            sheet = self._team.sheet
            if sheet.title == TITLE:
                sheet.dismiss()

    def close(self) -> None:
        """Look for no more answers, and wait until no thread is left."""
        self._drop()
        self._team = None

    def _drop(self) -> None:
        talk, self._talk = self._talk, None
        if talk is not None:
            talk.close()
            talk.deleteLater()

    def _on_event_wished(self, number: int) -> None:
        """Say what a cited event was, and open it where the seat knows of it."""
        if self._interview is None or self._talk is None:
            return
        self._talk.page.show_event(self._interview.event_words(number))
        known = self._interview.known_number(number)
        team = self._team
        is_open = self._solo.game.world.phase is not Phase.ENDED
        if known and is_open and team is not None and team.knowledge is not None:
            team.knowledge.open_event(known)
