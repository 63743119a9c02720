"""Actor states: everything the engine holds about one actor, with meaning and last movement."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSplitter, QStyleOptionViewItem, QWidget

from wargame.model.ids import ActorId
from wargame.ui.facilitator.actor_rows import (
    OTHER_COLUMN,
    SHARE_COLUMN,
    SheetRow,
    pair_columns,
    pair_rows,
    sheet_rows,
    state_columns,
)
from wargame.ui.facilitator.words import counted
from wargame.ui.item_models.actor_values import actor_value
from wargame.ui.item_models.rows_filter import RowsFilter
from wargame.ui.item_models.rows_model import RowsModel
from wargame.ui.theme.current import colour
from wargame.ui.theme.item_roles import ROW_ROLE
from wargame.ui.theme.metrics import DENSE_ROW_HEIGHT, SPACE_4, SPACE_8, SPACE_12
from wargame.ui.widgets.checks import CheckBox
from wargame.ui.widgets.choice import ChoiceBox
from wargame.ui.widgets.delegates import ActorDelegate, DenseTextDelegate
from wargame.ui.widgets.search_field import SearchField
from wargame.ui.widgets.sortable_table import SortableTable
from wargame.ui.widgets.surface import Hairline, Surface, column, row
from wargame.ui.widgets.text import Paragraph
from wargame.ui.widgets.views import TableView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wargame.model.actor_sheet import ActorSheet, Movement, PairRow
    from wargame.model.seat_view import ActorLabel

_BAR: Final = 6
Index = QModelIndex | QPersistentModelIndex


class _ShareDelegate(DenseTextDelegate):
    """A bar for a number's place in its range; nothing for a range without an end."""

    def paint_content(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, inner: QRect
    ) -> None:
        row = index.data(ROW_ROLE)
        share = row.state.share if isinstance(row, SheetRow) and row.state is not None else None
        if share is None:
            return
        track = QRect(inner.left(), inner.center().y() - _BAR // 2, inner.width(), _BAR)
        painter.fillRect(track, colour("hover"))
        filled = QRect(track)
        filled.setWidth(round(track.width() * share))
        if option.direction == Qt.LayoutDirection.RightToLeft:
            filled.moveRight(track.right())
        painter.fillRect(filled, colour("t2"))


class ActorStates(Surface):
    """Own numbers above, numbers towards others below, and the chosen one explained at the foot.

    Signals:
        actor_wished(str): Show the sheet of this actor.
        event_chosen(int): Number of the event that moved the chosen number most.
        summary_changed(str): What the head says about the lists.
    """

    actor_wished = Signal(str)
    event_chosen = Signal(int)
    summary_changed = Signal(str)

    def __init__(self, actors: Sequence[ActorLabel], parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._sheet: ActorSheet | None = None
        values = {label.id: actor_value(label) for label in actors}
        self.choice = ChoiceBox([(a.id, f"{a.id}  {a.name}") for a in actors], "Actor", small=True)
        for label in actors:
            self.choice.set_mark(label.id, values[label.id].mark)
        self.choice.setFixedWidth(196)
        self.choice.view().setAccessibleName("Actors")
        self.plain = CheckBox("Hide zero and default rows", checked=True)
        self.filter = SearchField("Filter states", "/", small=True)
        self.filter.setFixedWidth(150)
        self._states: RowsModel[SheetRow] = RowsModel(state_columns(), parent=self)
        self._pairs: RowsModel[PairRow] = RowsModel(pair_columns(values), parent=self)
        self._sorted: RowsFilter[PairRow] = RowsFilter(self._pairs, self)
        self.states = TableView("States of the actor", DENSE_ROW_HEIGHT)
        self.states.setItemDelegate(DenseTextDelegate(self.states))
        self.states.setModel(self._states)
        self.states.setItemDelegateForColumn(SHARE_COLUMN, _ShareDelegate(self.states))
        self.pairs = SortableTable("States towards others", DENSE_ROW_HEIGHT)
        self.pairs.setItemDelegate(DenseTextDelegate(self.pairs))
        self.pairs.setModel(self._sorted)
        self.pairs.setItemDelegateForColumn(OTHER_COLUMN, ActorDelegate(self.pairs))
        self.pairs.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setObjectName("console-actors")
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.states)
        self.splitter.addWidget(self.pairs)
        self.splitter.setSizes([380, 320])
        self._meaning = Paragraph("", "table", "t2")
        self._causes = Paragraph("", "table", "t3")
        words = column(spacing=SPACE_4)
        words.addWidget(self._meaning)
        words.addWidget(self._causes)
        foot = row(spacing=SPACE_12, margins=(SPACE_12, SPACE_8, SPACE_12, SPACE_8))
        foot.addLayout(words, 1)
        foot.addWidget(self.plain, 0, Qt.AlignmentFlag.AlignTop)
        whole = column(self)
        whole.addWidget(self.splitter, 1)
        whole.addWidget(Hairline())
        whole.addLayout(foot)
        self._connect()

    @property
    def actor(self) -> ActorId:
        """The chosen actor."""
        return ActorId(self.choice.current_key())

    @property
    def explanation(self) -> str:
        """What is said about the chosen number."""
        return f"{self._meaning.text()}\n{self._causes.text()}".strip()

    def choose_actor(self, actor: str) -> None:
        """Choose an actor, whose sheet is wished for."""
        self.choice.set_current_key(actor)
        self.actor_wished.emit(actor)

    def show_sheet(self, sheet: ActorSheet) -> None:
        """Show a sheet; one of an actor that is no longer chosen is passed over."""
        if sheet.actor == self.choice.current_key():
            self._sheet = sheet
            self._fill()

    def summary(self) -> str:
        """How much is shown, for the head."""
        if self._sheet is None:
            return ""
        shown = sum(1 for row in self._states.rows if row.state is not None)
        lines = counted(shown + self._pairs.rowCount(), "line", "lines")
        return f"{lines}, turn {self._sheet.turn}" if self._sheet.turn else lines

    def _connect(self) -> None:
        self.choice.key_changed.connect(self.actor_wished)
        self.plain.toggled.connect(self._fill)
        self.filter.textChanged.connect(self._fill)
        self.states.selectionModel().currentRowChanged.connect(self._on_state)
        self.pairs.selectionModel().currentRowChanged.connect(self._on_pair)
        self.states.row_activated.connect(self._on_state_activated)
        self.pairs.row_activated.connect(self._on_pair_activated)

    def _fill(self) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        words, plain = self.filter.text(), not self.plain.isChecked()
        self._states.set_rows(sheet_rows(sheet, words, plain=plain))
        self._pairs.set_rows(pair_rows(sheet, words, plain=plain))
        self._explain("", "", None)
        self.summary_changed.emit(self.summary())

    def _on_state(self, current: QModelIndex) -> None:
        row = current.data(ROW_ROLE)
        if isinstance(row, SheetRow) and row.state is not None:
            self._explain(row.state.name, row.state.meaning, row.state.moved)

    def _on_pair(self, current: QModelIndex) -> None:
        row = current.data(ROW_ROLE)
        if row is not None:
            self._explain(f"{row.name}, {self.actor} → {row.other}", row.meaning, row.moved)

    def _explain(self, name: str, meaning: str, moved: Movement | None) -> None:
        told = meaning if meaning.startswith(f"{name}:") else f"{name}: {meaning}"
        self._meaning.set_text(told if name else "Choose a line to read about it.")
        causes = "; ".join(moved.causes) if moved is not None else ""
        nothing = "Nothing moved it last turn." if name else ""
        self._causes.set_text(f"Last turn: {causes}" if causes else nothing)

    def _on_state_activated(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, SheetRow) and row.state is not None and row.state.moved.number:
            self.event_chosen.emit(row.state.moved.number)

    def _on_pair_activated(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if row is not None and row.moved.number:
            self.event_chosen.emit(row.moved.number)
