"""What the seat knows, with how it knows it and how sure it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedLayout, QWidget

from wargame.ui.team.known_detail import KnownDetail
from wargame.ui.team.known_list import KnownList
from wargame.ui.theme.metrics import SPACE_8, SPACE_12
from wargame.ui.widgets.announce import announce
from wargame.ui.widgets.buttons import IconButton
from wargame.ui.widgets.empty_state import EmptyState
from wargame.ui.widgets.panel import Panel
from wargame.ui.widgets.search_field import SearchField
from wargame.ui.widgets.surface import Hairline, column

if TYPE_CHECKING:
    from wargame.model.seat_view import RedLineView, SeatView
    from wargame.ui.team.words import Names
    from wargame.ui.theme.bands import BandScale

NOTHING_YET: Final = "Nothing has reached us yet."
NOTHING_FOUND: Final = "Nothing that we know has these words."


class KnowledgePanel(Panel):
    """The list, its filter, and the chosen row in full.

    Signals:
        reading_recorded(int, float, str): Event number n reads as this rung and crosses this line.
        map_wished(): What is known is to be shown on the map.
        detail_changed(): Something is read in full, or no longer.
    """

    reading_recorded = Signal(int, float, str)
    map_wished = Signal()
    detail_changed = Signal()

    def __init__(self, scale: BandScale, parent: QWidget | None = None) -> None:
        super().__init__("What we know", "there may be more", parent=parent)
        self._names: Names = {}
        self._lines: tuple[RedLineView, ...] = ()
        self.filter = SearchField("Filter what we know", small=True)
        self.filter.installEventFilter(self)
        self.map_button = IconButton("map", "What we know, on the map (Ctrl+M)", small=True)
        self.map_button.clicked.connect(self.map_wished)
        self.map_button.hide()
        keys = QShortcut(QKeySequence("Ctrl+M"), self)
        keys.activated.connect(self.map_button.click)
        self.add_action(self.map_button)
        self.filter_button = IconButton("funnel", "Filter what we know", small=True)
        self.filter_button.setCheckable(True)
        self.filter_button.clicked.connect(self._on_filter_clicked)
        self.add_action(self.filter_button)
        self._filter_line = QWidget()
        line = column(self._filter_line)
        field = column(margins=(SPACE_12, SPACE_8, SPACE_12, SPACE_8))
        field.addWidget(self.filter)
        line.addLayout(field)
        line.addWidget(Hairline())
        self._filter_line.hide()
        self.list = KnownList(scale)
        self.empty = EmptyState(NOTHING_YET)
        self.detail = KnownDetail(scale)
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        self._pages.addWidget(self.list)
        self._pages.addWidget(self.empty)
        self.body.addWidget(self._filter_line)
        self.body.addWidget(pages, 1)
        self.body.addWidget(self.detail)
        self.filter.textChanged.connect(self._on_text_changed)
        self.detail.closed.connect(self._on_detail_closed)
        self.detail.reading_recorded.connect(self.reading_recorded)
        self.list.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self._retell()

    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key visits, in order."""
        return (self.map_button, self.filter_button, self.filter, self.list)

    def show_known(self, view: SeatView) -> None:
        """Show what a view knows."""
        before = self.list.total
        self._names = {label.id: label for label in view.actors}
        self._lines = view.red_lines
        self.map_button.setVisible(any(label.place is not None for label in view.actors))
        self.list.show_events(view.known, self._names)
        self._retell()
        self._on_selection_changed()
        arrived = self.list.total - before
        if before and arrived > 0:
            announce(self, f"{arrived} new {'report' if arrived == 1 else 'reports'}.")

    def open_event(self, number: int) -> None:
        """Read the event with this number in full."""
        if self.filter.text():
            self.filter.clear()
        self.list.choose_event(number)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.filter and isinstance(event, QKeyEvent):
            is_press = event.type() == QEvent.Type.KeyPress
            if is_press and event.key() == Qt.Key.Key_Escape and not self.filter.text():
                self.filter_button.click()
                return True
            if is_press and event.key() == Qt.Key.Key_Down and self.list.shown:
                self.list.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _on_filter_clicked(self) -> None:
        wanted = self.filter_button.isChecked()
        self._filter_line.setVisible(wanted)
        if wanted:
            self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.filter.clear()
            self.filter_button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_text_changed(self, text: str) -> None:
        self.list.set_filter(text)
        self._retell()
        self._on_selection_changed()

    def _on_selection_changed(self) -> None:
        event = self.list.current_event()
        if event is None:
            self.detail.hide()
            self.detail_changed.emit()
            return
        self.detail.show_event(event, self.list.between(event), self._names, self._lines)
        self.detail_changed.emit()
        self.list.scrollTo(self.list.currentIndex())

    def _on_detail_closed(self) -> None:
        self.list.drop_choice()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _retell(self) -> None:
        total, shown = self.list.total, self.list.shown
        self.empty.set_text(NOTHING_FOUND if total else NOTHING_YET)
        self._pages.setCurrentWidget(self.list if shown else self.empty)
        self.set_subtitle(f"{shown:,} of {total:,}" if shown < total else "there may be more")
