"""What the seat knows as a list, newest first; reading goes on undisturbed while news arrives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from wargame.ui.item_models.actor_values import actor_value
from wargame.ui.item_models.band_scales import rung_value
from wargame.ui.item_models.columns import Column
from wargame.ui.item_models.newest_first import NewestFirstModel
from wargame.ui.team.known_delegate import KnownDelegate
from wargame.ui.team.words import certainty, name_of
from wargame.ui.theme.item_roles import ACTOR_ROLE, RUNG_ROLE, ActorValue
from wargame.ui.widgets.band_glyph import spoken_rung
from wargame.ui.widgets.views import ListView

if TYPE_CHECKING:
    from wargame.model.ids import ActorId
    from wargame.model.seat_view import ActorLabel, KnownEvent
    from wargame.ui.theme.bands import BandScale

_BEGIN: Final = frozenset({Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter})
UNKNOWN: Final = ActorValue("unknown", "Unknown", "An unknown actor")


class KnownList(ListView):
    """Rows of what is known."""

    def __init__(self, scale: BandScale, parent: QWidget | None = None) -> None:
        super().__init__("What we know, newest first", parent)
        self._scale = scale
        self._names: Mapping[ActorId, ActorLabel] = {}
        self.setUniformItemSizes(False)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(KnownDelegate(self))
        self._events: NewestFirstModel[KnownEvent] = NewestFirstModel(
            (self._column(),), lambda event: event.number, self._searched, self
        )
        self.setModel(self._events)

    @property
    def total(self) -> int:
        """Events there are, also those that the filter hides."""
        return self._events.total

    @property
    def shown(self) -> int:
        """Events that the filter leaves."""
        return self._events.rowCount()

    def show_events(
        self, events: Sequence[KnownEvent], names: Mapping[ActorId, ActorLabel]
    ) -> None:
        """Show these events, given oldest first; the chosen one stays chosen."""
        self._names = names
        chosen = self.current_event()
        self._events.set_rows(events)
        self.scheduleDelayedItemsLayout()
        if chosen is not None:
            self.setCurrentIndex(self._events.index_of(chosen.number))

    def set_filter(self, text: str) -> None:
        """Show the events with these words."""
        chosen = self.current_event()
        self._events.set_text(text)
        if chosen is not None:
            self.setCurrentIndex(self._events.index_of(chosen.number))

    def current_event(self) -> KnownEvent | None:
        """The chosen event."""
        index = self.currentIndex()
        if not index.isValid() or not self.selectionModel().isSelected(index):
            return None
        return self._events.row_at(index)

    def choose_event(self, number: int) -> None:
        """Choose the event with this number, if the filter leaves it."""
        index = self._events.index_of(number)
        if index.isValid():
            self.setCurrentIndex(index)

    def drop_choice(self) -> None:
        """Choose no event."""
        self.clearSelection()
        self.setCurrentIndex(QModelIndex())

    def actors_of(self, event: KnownEvent) -> ActorValue | tuple[ActorValue, ActorValue] | None:
        """Badges of who did it to whom; None where nobody did it."""
        if event.actor is None and event.move is None:
            return None
        source = self._value(event.actor) if event.actor is not None else UNKNOWN
        if event.target is None:
            return source
        return source, self._value(event.target)

    def between(self, event: KnownEvent) -> str:
        """``Israel to Hezbollah``; empty where nobody acted."""
        if event.actor is None and event.move is None:
            return ""
        words = name_of(self._names, event.actor, "Unknown")
        return f"{words} to {name_of(self._names, event.target)}" if event.target else words

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.current_event() is not None:
            self.drop_choice()
            return
        index = self.currentIndex()
        if index.isValid() and self.current_event() is None and event.key() in _BEGIN:
            # Entered by key: the row that is current has yet to be chosen.
            self.setCurrentIndex(index)
            return
        super().keyPressEvent(event)

    def _value(self, actor: ActorId) -> ActorValue:
        label = self._names.get(actor)
        return actor_value(label) if label is not None else ActorValue("unknown", str(actor))

    def _column(self) -> Column[KnownEvent]:
        return Column(
            "What we know",
            text=lambda event: event.words,
            stretch=True,
            spoken=self._spoken,
            roles={
                ACTOR_ROLE: self.actors_of,
                RUNG_ROLE: lambda event: rung_value(self._scale, event.read_rung),
            },
        )

    def _spoken(self, event: KnownEvent) -> str:
        parts = [f"{event.turn_words}, {event.when}", self.between(event), event.words]
        parts.append(certainty(event)[1])
        if event.reading == "asked":
            parts.append("Our reading is asked for")
        if event.read_rung is not None:
            rung = spoken_rung(rung_value(self._scale, event.read_rung))
            parts.append(f"we read {rung[0].lower()}{rung[1:]}")
        return ". ".join(filter(None, parts))

    def _searched(self, event: KnownEvent) -> str:
        when, who, sure = f"{event.turn_words} {event.when}", self.between(event), certainty(event)
        return " ".join((when, who, event.words, event.detail, sure[1]))
