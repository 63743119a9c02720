"""The table of events: keeps what is being read in place while new rows arrive on top."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QWidget

from wargame.ui.facilitator.event_columns import (
    ATTRIBUTION_COLUMN,
    FROM_TO_COLUMN,
    RUNG_COLUMN,
    EventWords,
)
from wargame.ui.item_models.newest_first import NewestFirstModel
from wargame.ui.theme.current import colour
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.item_roles import ACTOR_ROLE
from wargame.ui.theme.metrics import DENSE_ROW_HEIGHT, RADIUS_CHIP
from wargame.ui.theme.paint import CENTRE, draw_box, draw_text, text_width
from wargame.ui.widgets.delegates import ActorDelegate, DenseTextDelegate, RungDelegate, paint_words
from wargame.ui.widgets.views import TableView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wargame.model.console_view import EventRow

_NARROW = 700
"""Below this width (px) the columns of fixed width give way to the words."""

_FIXED = (0, 1, FROM_TO_COLUMN, RUNG_COLUMN, ATTRIBUTION_COLUMN, ATTRIBUTION_COLUMN + 1)
_WIDTHS = {False: (40, 104, 132, 58, 112, 56), True: (40, 92, 126, 54, 76, 52)}


class _FromToDelegate(ActorDelegate):
    """Badges; a muted dash where nobody acted."""

    def paint_content(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        inner: QRect,
    ) -> None:
        if index.data(ACTOR_ROLE) is None:
            paint_words(painter, option, index, inner)
        else:
            super().paint_content(painter, option, index, inner)


class _NumberDelegate(DenseTextDelegate):
    """The number of an act in a box, as on the map."""

    def paint_content(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        inner: QRect,
    ) -> None:
        words = str(index.data() or "")
        font = text_font("caption", 500)
        box = QRect(inner.left(), inner.center().y() - 7, max(18, text_width(words, font) + 8), 16)
        draw_box(painter, box, border=colour("line2"), radius=RADIUS_CHIP)
        draw_text(painter, box, words, font, colour("t2"), align=CENTRE)


class EventTable(TableView):
    """Events, newest on top."""

    def __init__(self, words: EventWords, parent: QWidget | None = None) -> None:
        super().__init__("Events, newest first", DENSE_ROW_HEIGHT, parent)
        self._words = words
        self._events: NewestFirstModel[EventRow] = NewestFirstModel(
            words.columns(), lambda event: event.number, words.searched, self
        )
        self.setItemDelegate(DenseTextDelegate(self))
        self.setModel(self._events)
        self.setItemDelegateForColumn(0, _NumberDelegate(self))
        self.setItemDelegateForColumn(FROM_TO_COLUMN, _FromToDelegate(self))
        self.setItemDelegateForColumn(RUNG_COLUMN, RungDelegate(self))
        self._is_narrow: bool | None = None

    @property
    def total(self) -> int:
        """Events there are, also those that the filter hides."""
        return self._events.total

    @property
    def shown(self) -> int:
        """Events that the filter leaves."""
        return self._events.rowCount()

    def show_events(self, events: Sequence[EventRow]) -> None:
        """Show these events, given oldest first; selection and place in the list stay."""
        latest = max((event.turn for event in events[-1:]), default=0)
        anchor, offset = self._anchor()
        self._events.set_rows(events)
        if latest != self._words.latest:
            self._words.latest = latest
            self._events.repaint_rows()
        # Rows that moved down would keep the ink they had: the view repaints where they were.
        self.viewport().update()
        if anchor is not None:
            place = self._events.index_of(anchor)
            if place.isValid():
                self.scrollTo(place, QAbstractItemView.ScrollHint.PositionAtTop)
                bar = self.verticalScrollBar()
                bar.setValue(bar.value() + offset)

    def set_filter(self, text: str) -> None:
        """Show the events with these words; the chosen one stays chosen while it is among them."""
        chosen = self.current_event()
        self._events.set_text(text)
        if chosen is not None:
            self.choose(chosen.number)

    def current_event(self) -> EventRow | None:
        """The chosen event."""
        index = self.currentIndex()
        if not index.isValid() or not self.selectionModel().isRowSelected(index.row()):
            return None
        return self._events.row_at(index)

    def choose(self, number: int) -> bool:
        """Choose an event by its number in the log and bring it into sight; whether it is shown."""
        place = self._events.index_of(number)
        if place.isValid():
            self.setCurrentIndex(place)
            self.selectRow(place.row())
            self.scrollTo(place)
        return place.isValid()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_W and self.currentIndex().isValid():
            self.row_activated.emit(self.currentIndex())
            return
        if event.key() == Qt.Key.Key_Escape and self.current_event() is not None:
            self.drop_choice()
            return
        super().keyPressEvent(event)

    def drop_choice(self) -> None:
        """Choose no event."""
        self.clearSelection()
        self.setCurrentIndex(QModelIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = event.size().width() < _NARROW
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            header = self.horizontalHeader()
            for number, width in zip(_FIXED, _WIDTHS[narrow], strict=True):
                header.resizeSection(number, width)
        super().resizeEvent(event)

    def _anchor(self) -> tuple[int | None, int]:
        """The event at the upper edge and how far it is cut (px); None while at the very top."""
        if self.verticalScrollBar().value() <= 0:
            return None, 0
        place = self.indexAt(QPoint(0, 0))
        if not place.isValid():
            return None, 0
        return self._events.row_at(place).number, -self.visualRect(place).top()
