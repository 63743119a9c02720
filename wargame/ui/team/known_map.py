"""What the seat knows, on the map: made from its own view alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from wargame.model.console_view import ActKind, EventRow
from wargame.ui.map.theatre_map import TheatreMap
from wargame.ui.theme.metrics import SPACE_8
from wargame.ui.widgets.surface import column, row

if TYPE_CHECKING:
    from wargame.model.seat_view import KnownEvent, SeatView
    from wargame.ui.theme.bands import BandScale

_SIZE: Final = (760, 420)
_FORCE: Final = 6.0
"""Rung from which a seat that reads an act takes it for force used."""

_SURE: Final = 0.9
"""From this certainty on an act is drawn as attributed."""


class KnownMap(QWidget):
    """The acts that a seat has learned of, turn by turn; Ctrl+T shows them as a table.

    An act whose author the seat cannot name is drawn as a badge at its target.
    """

    def __init__(self, view: SeatView, scale: BandScale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumSize(*_SIZE)
        self.map = TheatreMap(view.actors, scale)
        self.map.show_events([known_row(event) for event in view.known])
        # What a seat reads of an act tells force from words and nothing between them.
        self.map.kinds["deployment"].hide()
        head = row(spacing=SPACE_8)
        head.addStretch(1)
        head.addWidget(self.map.tools)
        whole = column(self, spacing=SPACE_8)
        whole.addLayout(head)
        whole.addWidget(self.map, 1)


def known_row(event: KnownEvent) -> EventRow:
    """What a seat knows of an act as a row that the map can draw; the numbers are the seat's."""
    is_act = event.move is not None and event.turn > 0
    knows_who = event.actor is not None
    rung = event.read_rung
    kind: ActKind = "strike" if rung is not None and rung >= _FORCE else "message"
    return EventRow(
        number=event.number,
        act=event.number if is_act else 0,
        turn=event.turn,
        when=event.when,
        actor=event.actor if knows_who else event.target,
        target=event.target if knows_who else None,
        words=event.words if knows_who else f"By an unknown actor: {event.words}",
        rung=rung,
        attribution="",
        index_change=0.0,
        detail="",
        kind=kind if is_act else "",
        attributed=knows_who and event.sure >= _SURE,
    )
