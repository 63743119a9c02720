"""The inject queue at the bottom of the console: what comes, when, and what control does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QStackedLayout, QWidget

from wargame.ui.injects.inject_words import (
    HOLD_COLUMN,
    SEND_COLUMN,
    inject_columns,
    row_words,
)
from wargame.ui.item_models.ordered_rows import OrderedRowsModel
from wargame.ui.widgets.buttons import IconButton, SecondaryButton
from wargame.ui.widgets.empty_state import EmptyState
from wargame.ui.widgets.panel import Panel
from wargame.ui.widgets.search_field import SearchField
from wargame.ui.widgets.segmented import SegmentedControl
from wargame.ui.widgets.views import TableView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wargame.model.inject_view import InjectRow, InjectsView

NONE_LEFT: Final = "No injects left this turn"
NOTHING_FOUND: Final = "No inject has these words."
_LEFT, _ALL = "left", "all"
_TALL: Final = 176
"""Height (px) that shows four injects."""


class _QueueTable(TableView):
    """Letters act on the chosen row while the table has the keyboard.

    Signals:
        letter_pressed(str): One of S, H, K, M.
    """

    letter_pressed = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text().upper()
        if letter in {"S", "H", "K", "M"} and self.currentIndex().isValid():
            self.letter_pressed.emit(letter)
            return
        super().keyPressEvent(event)


class InjectQueue(Panel):
    """The session's injects; Enter opens one, letters send, hold, skip and move it.

    Signals:
        fire_wished(str): Send this inject now.
        hold_wished(str): Hold it back.
        release_wished(str): Let it wait again.
        skip_wished(str): Let it never come.
        edit_wished(str): Open it to be edited or moved.
        write_wished(): Write a new one for later.
        send_wished(): Write something and send it now.
        hold_all_wished(bool): Hold everything, or nothing any more.
        by_themselves_wished(bool): Let due injects go by themselves that say so, or offer all.
        import_wished(): Take a list from a spreadsheet.
        export_wished(): Write the list into a spreadsheet.
        questions_wished(): The teams' questions.
    """

    fire_wished = Signal(str)
    hold_wished = Signal(str)
    release_wished = Signal(str)
    skip_wished = Signal(str)
    edit_wished = Signal(str)
    write_wished = Signal()
    send_wished = Signal()
    hold_all_wished = Signal(bool)
    by_themselves_wished = Signal(bool)
    import_wished = Signal()
    export_wished = Signal()
    questions_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Inject queue", parent=parent)
        self._view: InjectsView | None = None
        self._model: OrderedRowsModel[InjectRow] = OrderedRowsModel(
            inject_columns(), lambda row: row.inject.id, row_words, self
        )
        self._model.set_test(lambda row: row.is_open)
        self.table = _QueueTable("Inject queue")
        self.table.setModel(self._model)
        self.which = SegmentedControl(
            [(_LEFT, "Left", None), (_ALL, "All", None)], "Which injects are shown", small=True
        )
        self.filter = SearchField("Filter injects", small=True)
        self.filter.setMaximumWidth(150)
        self.questions = SecondaryButton("Questions", "circle-help", shortcut="Ctrl+R", small=True)
        self.send = SecondaryButton("Send something now", "plus", shortcut="Ctrl+I", small=True)
        self.hold_all = SecondaryButton("Hold all", "circle-pause", small=True)
        self.more = IconButton("ellipsis", "More about injects", small=True)
        for tool in (self.which, self.filter, self.questions, self.send, self.hold_all, self.more):
            self.add_action(tool)
        self.empty = EmptyState(NONE_LEFT, "Send something now")
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        self._pages.addWidget(self.table)
        self._pages.addWidget(self.empty)
        self.body.addWidget(pages, 1)
        self.setMinimumHeight(120)
        self._connect()
        self._show_page()

    def stops(self) -> tuple[QWidget, ...]:
        """What Tab stops at, in reading order."""
        return (
            self.which,
            self.filter,
            self.questions,
            self.send,
            self.hold_all,
            self.more,
            self.table,
        )

    def show_injects(self, view: InjectsView) -> None:
        """Show the list as it is now."""
        self._view = view
        chosen = self.current()
        self._model.set_rows(self._ordered())
        if chosen is not None and chosen.inject.id != self._current_id():
            self.choose(chosen.inject.id)
        parts = [f"{view.left:,} left"]
        parts += [f"{view.left_by_clock:,} by the clock"] if view.left_by_clock else []
        parts += ["all held"] if view.on_hold else []
        self.set_subtitle(", ".join(parts))
        self.hold_all.setText("Release all" if view.on_hold else "Hold all")
        self.hold_all.set_icon("play" if view.on_hold else "circle-pause")
        self._show_page()

    def show_questions(self, waiting: int) -> None:
        """Say how many questions of teams wait for an answer."""
        self.questions.set_count(waiting or None)
        words = f"{waiting} questions wait" if waiting != 1 else "One question waits"
        self.questions.setAccessibleName(f"Questions: {words if waiting else 'none'}")

    def choose(self, name: str) -> None:
        """Choose an inject by its id."""
        place = self._model.index_of(name)
        if place.isValid():
            self.table.setCurrentIndex(place)

    def current(self) -> InjectRow | None:
        """The chosen inject."""
        index = self.table.currentIndex()
        return self._model.row_at(index) if index.isValid() else None

    def row_menu(self) -> QMenu:
        """What can be done with the chosen inject; gone once it is closed."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        row = self.current()
        if row is not None:
            for letter, words in (("S", "Send now"), ("H", _hold_words(row)), ("K", "Skip")):
                action = menu.addAction(f"{words}\t{letter}")
                action.setEnabled(row.is_open or (letter == "H" and row.state == "skipped"))
                action.triggered.connect(lambda _=False, key=letter: self._on_letter(key))
            menu.addSeparator()
            edit = menu.addAction("Edit or move\tM")
            edit.setEnabled(row.state != "fired")
            edit.triggered.connect(lambda: self._on_letter("M"))
        return menu

    def more_menu(self) -> QMenu:
        """What can be done with the list; gone once it is closed."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Write one for later").triggered.connect(self.write_wished)
        itself = menu.addAction("Due ones go by themselves where they say so")
        itself.setCheckable(True)
        itself.setChecked(self._view is not None and self._view.by_themselves)
        itself.triggered.connect(self.by_themselves_wished)
        menu.addSeparator()
        menu.addAction("Import a list…").triggered.connect(self.import_wished)
        menu.addAction("Export the list…").triggered.connect(self.export_wished)
        return menu

    def _connect(self) -> None:
        self.table.row_activated.connect(self._on_activated)
        self.table.clicked.connect(self._on_clicked)
        self.table.letter_pressed.connect(self._on_letter)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._on_menu_requested)
        self.filter.textChanged.connect(self._on_filter)
        self.which.current_changed.connect(self._on_which)
        self.questions.clicked.connect(self.questions_wished)
        self.send.clicked.connect(self.send_wished)
        self.empty.action_requested.connect(self.send_wished)
        self.hold_all.clicked.connect(self._on_hold_all)
        self.more.clicked.connect(self._on_more)
        find = QShortcut(QKeySequence("Ctrl+F"), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.filter.setFocus)

    def sizeHint(self) -> QSize:
        return QSize(640, _TALL)

    def _ordered(self) -> Sequence[InjectRow]:
        """What is left in the order in which it comes; all of it in the list's own order."""
        if self._view is None:
            return ()
        if self.which.current() == _ALL:
            return self._view.rows
        return sorted(self._view.rows, key=_coming)

    def _current_id(self) -> str:
        row = self.current()
        return row.inject.id if row is not None else ""

    def _show_page(self) -> None:
        has_rows = self._model.rowCount() > 0
        if not has_rows:
            self.empty.set_text(NOTHING_FOUND if self.filter.text() else NONE_LEFT)
        self._pages.setCurrentIndex(0 if has_rows else 1)

    def _on_activated(self, index: QModelIndex) -> None:
        row = self._model.row_at(index)
        if row.state != "fired":
            self.edit_wished.emit(row.inject.id)

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() == SEND_COLUMN:
            self._on_letter("S")
        elif index.column() == HOLD_COLUMN:
            self._on_letter("H")

    def _on_letter(self, letter: str) -> None:
        row = self.current()
        if row is None:
            return
        name = row.inject.id
        if letter == "H" and row.state in {"held", "skipped"}:
            self.release_wished.emit(name)
        elif not row.is_open:
            return
        elif letter == "S":
            self.fire_wished.emit(name)
        elif letter == "H":
            self.hold_wished.emit(name)
        elif letter == "K":
            self.skip_wished.emit(name)
        elif letter == "M":
            self.edit_wished.emit(name)

    def _on_menu_requested(self, spot: QPoint) -> None:
        place = self.table.indexAt(spot)
        if place.isValid():
            self.table.setCurrentIndex(place)
            self.row_menu().popup(self.table.viewport().mapToGlobal(spot))

    def _on_filter(self, text: str) -> None:
        self._model.set_text(text)
        self._show_page()

    def _on_which(self, key: str) -> None:
        self._model.set_test((lambda row: row.is_open) if key == _LEFT else (lambda _: True))
        self._model.set_rows(self._ordered())
        self._show_page()

    def _on_hold_all(self) -> None:
        self.hold_all_wished.emit(self._view is None or not self._view.on_hold)

    def _on_more(self) -> None:
        self.more_menu().popup(self.more.mapToGlobal(QPoint(0, self.more.height())))


def _coming(row: InjectRow) -> tuple[int, float, int]:
    """Due ones first, then what the clock brings soonest, then the rest as it is listed."""
    if row.state == "due":
        return 0, 0.0, row.number
    if row.due_in is not None:
        return 1, row.due_in, row.number
    return 2, 0.0, row.number


def _hold_words(row: InjectRow) -> str:
    return "Release" if row.state in {"held", "skipped"} else "Hold"
