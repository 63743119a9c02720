"""The recent sessions: as many rows as there are, one line when there are none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QMenu, QWidget

from wargame.model.ids import Phase
from wargame.ui.home.session_delegates import ActionDelegate, BrokenDelegate, PeakDelegate
from wargame.ui.home.session_rows import (
    ActionKey,
    SessionRow,
    actions_of,
    rows_of,
    session_columns,
)
from wargame.ui.item_models.rows_model import RowsModel
from wargame.ui.theme.current import colour
from wargame.ui.theme.metrics import FORM_ROW_HEIGHT, HEADER_ROW_HEIGHT, RADIUS_CARD
from wargame.ui.theme.paint import draw_box, start_painting
from wargame.ui.widgets.surface import column
from wargame.ui.widgets.views import TableView

if TYPE_CHECKING:
    from pathlib import Path

    from wargame.play.library import SessionCard

_SCENARIO_COLUMN = 1
_PEAK_COLUMN = 4
_COMPARE = "compare"


class _Table(TableView):
    """Leaves the wheel to the page it stands on: all its rows are in sight."""

    menu_wished = Signal(QModelIndex)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = self.indexAt(event.pos()) if event.reason() == event.Reason.Mouse else None
        index = at if at is not None else self.currentIndex()
        if index.isValid():
            self.menu_wished.emit(index)


class SessionTable(QWidget):
    """A framed table.

    Signals:
        action_wished(object, str): A SessionCard and "continue", "debrief", "open",
            "folder" or "recover".
        compare_wished(object): Compare the sessions at these paths, a tuple.
    """

    action_wished = Signal(object, str)
    compare_wished = Signal(object)

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        columns = session_columns(now)
        self._model: RowsModel[SessionRow] = RowsModel(columns, parent=self)
        self.view = _Table("Recent sessions", FORM_ROW_HEIGHT)
        self.view.setModel(self._model)
        # Several can be chosen, for comparing them.
        self.view.setSelectionMode(self.view.SelectionMode.ExtendedSelection)
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._broken = BrokenDelegate(self.view)
        self._actions = ActionDelegate(self.view)
        self.view.setItemDelegateForColumn(_SCENARIO_COLUMN, self._broken)
        self.view.setItemDelegateForColumn(_PEAK_COLUMN, PeakDelegate(self.view))
        self.view.setItemDelegateForColumn(len(columns) - 1, self._actions)
        self._last_column = len(columns) - 1
        for delegate in (self._broken, self._actions):
            delegate.action_wished.connect(self._on_action)
        self.view.row_activated.connect(self._on_row_activated)
        self.view.menu_wished.connect(self._on_menu_wished)
        layout = column(self, margins=(4, 1, 4, 4))
        layout.addWidget(self.view)

    def show_cards(self, cards: tuple[SessionCard, ...], titles: Mapping[str, str]) -> None:
        """Show these sessions, in this order, with the titles of scenarios by id."""
        self.view.clearSpans()
        self._model.set_rows(rows_of(cards, titles))
        for number, card in enumerate(cards):
            if card.error:
                self.view.setSpan(number, _SCENARIO_COLUMN, 1, self._last_column)
        self.setFixedHeight(HEADER_ROW_HEIGHT + FORM_ROW_HEIGHT * len(cards) + 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start_painting(self)
        box = colour("panel")
        draw_box(painter, self.rect(), fill=box, border=colour("line2"), radius=RADIUS_CARD)

    def _on_row_activated(self, index: QModelIndex) -> None:
        row = self._model.row_at(index)
        self._on_action(row, actions_of(row)[0].key)

    def _on_menu_wished(self, index: QModelIndex) -> None:
        row = self._model.row_at(index)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        offered: list[tuple[ActionKey, str]] = [(a.key, a.text) for a in actions_of(row)]
        if not row.card.error:
            others: tuple[tuple[ActionKey, str], ...] = (
                ("debrief", "Debrief"),
                ("open", _open_words(row)),
            )
            offered += [(key, text) for key, text in others if text and not _offers(offered, key)]
        if not _offers(offered, "folder"):
            offered.append(("folder", "Show in folder"))
        for key, text in offered:
            entry = menu.addAction(text)
            entry.setData((row, key))
        if not row.card.error:
            paths = self._chosen_paths(row)
            words = f"Compare these {len(paths)}" if len(paths) > 1 else "Compare with others"
            menu.addAction(words).setData((row, _COMPARE))
        menu.triggered.connect(lambda entry: self._on_action(*entry.data()))
        rect = self.view.visualRect(index)
        menu.popup(self.view.viewport().mapToGlobal(rect.bottomLeft()))

    def _chosen_paths(self, row: SessionRow) -> tuple[Path, ...]:
        """The sessions that are chosen together with a row, it alone where it is not among them."""
        rows = [self._model.row_at(index) for index in self.view.selectionModel().selectedRows()]
        paths = [other.card.path for other in rows if not other.card.error]
        return tuple(paths) if row.card.path in paths else (row.card.path,)

    def _on_action(self, row: SessionRow, key: str) -> None:
        if key == _COMPARE:
            self.compare_wished.emit(self._chosen_paths(row))
            return
        self.action_wished.emit(row.card, key)


def _offers(offered: list[tuple[ActionKey, str]], key: str) -> bool:
    """Whether an action is offered, or one that does the same."""
    same = {key, "continue"} if key == "open" else {key}
    return any(other in same for other, _ in offered)


def _open_words(row: SessionRow) -> str:
    """What opening a session shows; empty where going on is the same."""
    if not row.card.practice:
        return "Open the console"
    return "How it went" if row.card.phase is Phase.ENDED else ""
