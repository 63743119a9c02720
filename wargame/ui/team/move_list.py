"""The moves of a category, or all that a search finds; closed ones stay in sight with a reason."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QStackedLayout, QWidget

from wargame.model.ids import MoveId
from wargame.model.moves import Category
from wargame.model.orders import WRITTEN
from wargame.ui.item_models.band_scales import rung_value
from wargame.ui.item_models.columns import Column
from wargame.ui.item_models.rows_model import RowsModel
from wargame.ui.team.move_delegate import MoveDelegate, MoveRow
from wargame.ui.team.own_move_row import OwnMoveRow
from wargame.ui.team.words import CATEGORIES, cost_words
from wargame.ui.theme.item_roles import RUNG_ROLE
from wargame.ui.theme.metrics import SPACE_8, SPACE_12
from wargame.ui.widgets.band_glyph import spoken_rung
from wargame.ui.widgets.empty_state import EmptyState
from wargame.ui.widgets.search_field import SearchField
from wargame.ui.widgets.surface import Hairline, Surface, column
from wargame.ui.widgets.text import plain_tip
from wargame.ui.widgets.views import ListView

if TYPE_CHECKING:
    from wargame.model.seat_view import MoveOption
    from wargame.ui.theme.bands import BandScale


class MoveList(Surface):
    """A search field over the list.

    Signals:
        move_shown(str): This move is to be looked at.
        move_meant(str): Enter or a double click: this move is wanted on the sheet.
        own_wished(): A move in the seat's own words is wanted.
    """

    move_shown = Signal(str)
    move_meant = Signal(str)
    own_wished = Signal()

    def __init__(self, scale: BandScale, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._scale = scale
        self._options: tuple[MoveOption, ...] = ()
        self._slots: Mapping[MoveId, int] = {}
        self._category = Category.MILITARY
        self._chosen: MoveId | None = None
        self._is_quiet = False
        self.search = SearchField("Find a move", hint="/")
        self.search.textChanged.connect(self._fill)
        self.search.installEventFilter(self)
        self.own = OwnMoveRow()
        self.own.clicked.connect(self._on_own)
        self.list = ListView("Moves")
        self.list.setUniformItemSizes(False)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(MoveDelegate(self.list))
        self._model: RowsModel[MoveRow] = RowsModel((self._column(),), (), self)
        self.list.setModel(self._model)
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)
        self.list.row_activated.connect(self._on_row_activated)
        self._nothing = EmptyState("No move is called that.")
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        self._pages.addWidget(self.list)
        self._pages.addWidget(self._nothing)
        field = column(margins=(SPACE_12, SPACE_8, SPACE_12, SPACE_8))
        field.addWidget(self.search)
        whole = column(self)
        whole.addLayout(field)
        whole.addWidget(Hairline())
        whole.addWidget(self.own)
        whole.addWidget(pages, 1)

    @property
    def chosen(self) -> MoveId | None:
        """The move that is looked at."""
        return self._chosen

    @property
    def category(self) -> Category:
        """The category that is shown while nothing is searched."""
        return self._category

    @property
    def shown(self) -> tuple[MoveId, ...]:
        """The moves in sight, top to bottom."""
        return tuple(row.option.move for row in self._model.rows)

    def set_moves(self, options: tuple[MoveOption, ...], slots: Mapping[MoveId, int]) -> None:
        """Show these moves; ``slots`` says which of them stand on the sheet, and where."""
        if options == self._options and slots == self._slots:
            return
        self._options, self._slots = options, dict(slots)
        self.own.set_slot(slots.get(WRITTEN, 0))
        self._fill()

    def set_category(self, category: Category) -> None:
        """Show another category; a search is over then."""
        self._category = category
        if self.search.text():
            self.search.clear()
        else:
            self._fill()
        self.list.scrollToTop()

    def choose(self, move: MoveId | None) -> None:
        """Mark a move as the one looked at, without a signal."""
        self._chosen = move
        self.own.setChecked(move == WRITTEN)
        self._mark_chosen()

    def focus_search(self) -> None:
        """Let the person type what they look for."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search and isinstance(event, QKeyEvent):
            is_press = event.type() == QEvent.Type.KeyPress
            if is_press and event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._enter_list()
                return True
            if is_press and event.text() == "/" and not self.search.text():
                return True  # the key that leads here, pressed once more
        return super().eventFilter(watched, event)

    def _on_own(self) -> None:
        # A row is not let go by being pressed again.
        self.own.setChecked(self._chosen == WRITTEN)
        self.own_wished.emit()

    def _enter_list(self) -> None:
        if not self._model.rows:
            return
        self.list.setFocus(Qt.FocusReason.TabFocusReason)
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self._model.index(0, 0))

    def _column(self) -> Column[MoveRow]:
        return Column(
            "Move",
            text=lambda row: row.option.name,
            stretch=True,
            tip=lambda row: plain_tip(row.option.summary),
            spoken=self._spoken,
            roles={RUNG_ROLE: lambda row: rung_value(self._scale, row.option.rung)},
        )

    def _spoken(self, row: MoveRow) -> str:
        option = row.option
        parts = [
            option.name,
            spoken_rung(rung_value(self._scale, option.rung)),
            f"costs {cost_words(option.political, option.material)}",
        ]
        if row.slot:
            parts.append(f"order {row.slot}")
        if not option.is_open:
            parts.append(f"closed: {option.reason}")
        return ", ".join(parts)

    def _fill(self) -> None:
        words = self.search.text().casefold().split()
        rows = [
            MoveRow(option, self._slots.get(option.move, 0), tells_category=bool(words))
            for option in self._options
            if (_has_words(option, words) if words else option.category is self._category)
        ]
        self._is_quiet = True  # rows change places; the person has chosen nothing new
        self._model.set_rows(rows)
        self._is_quiet = False
        self._pages.setCurrentIndex(0 if rows else 1)
        self._mark_chosen()
        self.list.scheduleDelayedItemsLayout()

    def _mark_chosen(self) -> None:
        place = QModelIndex()
        for number, row in enumerate(self._model.rows):
            if row.option.move == self._chosen:
                place = self._model.index(number, 0)
        chooser = self.list.selectionModel()
        self._is_quiet = True
        if place.isValid():
            chooser.setCurrentIndex(place, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.list.scrollTo(place)
        else:
            chooser.clear()
        self._is_quiet = False

    def _on_current_changed(self, current: QModelIndex) -> None:
        if current.isValid() and not self._is_quiet:
            self._chosen = self._model.row_at(current).option.move
            self.move_shown.emit(self._chosen)

    def _on_row_activated(self, index: QModelIndex) -> None:
        self.move_meant.emit(self._model.row_at(index).option.move)


def _has_words(option: MoveOption, words: list[str]) -> bool:
    whole = f"{option.name} {option.summary} {CATEGORIES[option.category][0]}".casefold()
    return all(word in whole for word in words)
