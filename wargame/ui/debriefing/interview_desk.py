"""Asking computer seats of a finished game, from its debrief; the answers may tell everything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from wargame.model.ids import ActorId
    from wargame.play.practice.interview.interview import Interview
    from wargame.ui.debriefing.open_debrief import OpenDebrief
    from wargame.ui.practice.interview.interview_talk import InterviewTalk

TITLE: Final = "Ask an opponent"


class InterviewDesk(QObject):
    """Opens interviews over the debrief's screen, one at a time."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open: OpenDebrief | None = None
        self._interview: Interview | None = None
        self._talk: InterviewTalk | None = None

    @property
    def talk(self) -> InterviewTalk | None:
        """The interview that was opened last; None before the first."""
        return self._talk

    def open(self, opened: OpenDebrief) -> None:
        """Serve this debrief."""
        self.close()
        self._open = opened
        opened.screen.interview_wished.connect(self._on_wished)

    def close(self) -> None:
        """Serve nobody, and wait until no search is left."""
        self._open = self._interview = None
        talk, self._talk = self._talk, None
        if talk is not None:
            talk.close()
            talk.deleteLater()

    def _on_wished(self) -> None:
        from wargame.play.practice.interview.interview import Interview
        from wargame.ui.practice.interview.interview_talk import InterviewTalk

        opened = self._open
        if opened is None:
            return
        self.close()
        self._open = opened
        replay = opened.replay
        end = replay.world(replay.last)
        asker = self._asker(opened)
        self._interview = Interview(replay.scenario, replay.line, asker, end)
        talk = InterviewTalk(self._interview, opened.course.actors, opened.screen.scale, "", self)
        talk.event_wished.connect(self._on_event_wished)
        self._talk = talk
        moment = opened.screen.moment
        acted = _actor_at(opened)
        if moment is not None and acted in self._interview.opponents():
            talk.turn_to(str(acted), moment.number)
        name = replay.scenario.actor[asker].full_name
        opened.screen.sheet.present(f"{TITLE}, as {name}", talk.page)

    def _asker(self, opened: OpenDebrief) -> ActorId:
        """Who asks: whose eyes are looked through, else the first seat, which people had."""
        from wargame.model.ids import ActorId

        return ActorId(opened.screen.seat) if opened.screen.seat else opened.course.seats[0]

    def _on_event_wished(self, number: int) -> None:
        if self._open is None or self._interview is None or self._talk is None:
            return
        self._talk.page.show_event(self._interview.event_words(number))
        self._open.screen.number_wished.emit(number)


def _actor_at(opened: OpenDebrief) -> ActorId | None:
    """Whose act the moment is, where it is one."""
    from wargame.model.happenings import ActResolved

    event = opened.replay.line[opened.screen.place].event
    return event.actor if isinstance(event, ActResolved) else None
