"""Two points of view side by side, at the moment that is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from wargame.model.ids import ActorId

if TYPE_CHECKING:
    from wargame.model.debrief_view import DebriefMoment
    from wargame.ui.debriefing.open_debrief import OpenDebrief


class SidesDesk(QObject):
    """Serves the comparison of two seats."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open: OpenDebrief | None = None
        self._other = ""

    def open(self, opened: OpenDebrief) -> None:
        """Serve this debrief."""
        self.close()
        self._open = opened
        screen = opened.screen
        screen.moment_shown.connect(self._on_moment_shown)
        screen.seen.compare_wished.connect(self._on_compare_wished)
        screen.sides.other_chosen.connect(self._on_compare_wished)
        screen.sides.differing_chosen.connect(self._fill)
        screen.sides.number_chosen.connect(screen.number_wished)
        screen.sides.closed.connect(self._on_closed)

    def close(self) -> None:
        """Serve nobody."""
        self._open, self._other = None, ""

    def _on_moment_shown(self, moment: DebriefMoment) -> None:
        if moment.seat is None or moment.seat == self._other:
            self._on_closed()
        else:
            self._fill()

    def _on_compare_wished(self, other: str) -> None:
        self._other = other
        self._fill()

    def _on_closed(self) -> None:
        self._other = ""
        if self._open is not None:
            self._open.screen.show_sides(shown=False)

    def _fill(self) -> None:
        from wargame.play.debrief.sides import side_by_side

        opened = self._open
        moment = opened.screen.moment if opened is not None else None
        if opened is None or moment is None or moment.seat is None or not self._other:
            return
        panel = opened.screen.sides
        other = opened.debrief.seen(moment.place, ActorId(self._other))
        panel.show_seats(str(moment.seat), self._other)
        panel.show_pairs(side_by_side(moment.seen, other, differing=panel.shows_differing))
        opened.screen.show_sides(shown=True)
