"""Parameters of a scenario: every constant of the law with its range, basis, note and sources."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedLayout, QWidget

from wargame.ui.item_models.number_lines import parameter_sentence
from wargame.ui.item_models.rows_model import RowsModel
from wargame.ui.theme.metrics import DENSE_ROW_HEIGHT, SPACE_4, SPACE_8, SPACE_12
from wargame.ui.widgets.announce import announce
from wargame.ui.widgets.bars import TitleBlock, TopBar
from wargame.ui.widgets.buttons import IconButton, SecondaryButton
from wargame.ui.widgets.checks import CheckBox
from wargame.ui.widgets.delegates import DenseTextDelegate
from wargame.ui.widgets.empty_state import EmptyState
from wargame.ui.widgets.panel import Panel
from wargame.ui.widgets.search_field import SearchField
from wargame.ui.widgets.segmented import SegmentedControl
from wargame.ui.widgets.sortable_table import SortableTable
from wargame.ui.widgets.surface import Hairline, Surface, column, row
from wargame.ui.widgets.text import Paragraph
from wargame.ui.widgets.theme_button import ThemeButton
from wargame.ui.workshop.parameter_rows import (
    BASIS_NAMES,
    EVERY_BASIS,
    ParameterFilter,
    parameter_columns,
    parameters_text,
)

if TYPE_CHECKING:
    from wargame.model.workings import ParameterLine

NOTHING_FOUND = "No constant fits these filters."


class ParametersScreen(Surface):
    """A table to read, order, narrow and copy; it changes nothing.

    Signals:
        left(): Back to where one came from.
        theme_wished(): Dark to light or back.
        shortcuts_wished(): The sheet of shortcuts.
    """

    left = Signal()
    theme_wished = Signal()
    shortcuts_wished = Signal()

    def __init__(
        self, scenario: str, lines: Sequence[ParameterLine], parent: QWidget | None = None
    ) -> None:
        super().__init__("win", parent)
        self.setAccessibleName(f"Parameters of {scenario}")
        self._model: RowsModel[ParameterLine] = RowsModel(parameter_columns(), lines, self)
        self._shown = ParameterFilter(self._model, self)
        self.back = IconButton("chevron-left", "Back (Esc)")
        self._theme = ThemeButton()
        self._help = IconButton("circle-help", "Shortcuts and help (F1)")
        self.basis = SegmentedControl(
            [(EVERY_BASIS, "All", None), *((str(b), n, None) for b, n in BASIS_NAMES.items())],
            "Basis",
            small=True,
        )
        self.changed = CheckBox("Changed only")
        self.filter = SearchField("Filter constants", "/", small=True)
        self.filter.setFixedWidth(200)
        self.copy = SecondaryButton("Copy as text", "copy", shortcut="Ctrl+Shift+C", small=True)
        self.table = SortableTable("Constants of the law", DENSE_ROW_HEIGHT)
        self.table.setItemDelegate(DenseTextDelegate(self.table))
        self.table.setModel(self._shown)
        self._empty = EmptyState(NOTHING_FOUND)
        self._told = Paragraph("", "table", "t2")
        self._readers = Paragraph("", "table", "t3")
        self._panel = Panel("Constants")
        self._lay_out(scenario)
        self._connect()
        # The order of the law, until a column is chosen.
        self.table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self._retell()

    @property
    def shown(self) -> tuple[ParameterLine, ...]:
        """The constants that the filters leave, in the order of the table."""
        return tuple(
            self._shown.row_at(self._shown.index(number, 0))
            for number in range(self._shown.rowCount())
        )

    @property
    def explanation(self) -> str:
        """What is said about the chosen constant."""
        return f"{self._told.text()}\n{self._readers.text()}".strip()

    def focus_work(self) -> None:
        """The table."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.table.currentIndex().isValid() and self._shown.rowCount():
            self.table.setCurrentIndex(self._shown.index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy) and self.table.currentIndex().isValid():
            line = self._shown.row_at(self.table.currentIndex())
            QGuiApplication.clipboard().setText(parameter_sentence(line))
            announce(self, f"{line.key} copied")
            return
        super().keyPressEvent(event)

    def _lay_out(self, scenario: str) -> None:
        bar = TopBar()
        bar.add_start(self.back)
        bar.add_start(TitleBlock("Parameters of this scenario", scenario))
        bar.add_end(self._theme)
        bar.add_end(self._help)
        for tool in (self.basis, self.changed, self.filter, self.copy):
            self._panel.add_action(tool)
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        self._pages.addWidget(self.table)
        self._pages.addWidget(self._empty)
        foot = column(spacing=SPACE_4, margins=(SPACE_12, SPACE_8, SPACE_12, SPACE_8))
        foot.addWidget(self._told)
        foot.addWidget(self._readers)
        self._panel.body.addWidget(pages, 1)
        self._panel.body.addWidget(Hairline())
        self._panel.body.addLayout(foot)
        whole = column(self)
        whole.addWidget(bar)
        line = row(spacing=0)
        line.addWidget(self._panel, 1)
        whole.addLayout(line, 1)

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self._theme.clicked.connect(self.theme_wished)
        self._help.clicked.connect(self.shortcuts_wished)
        self.basis.current_changed.connect(self._on_basis)
        self.changed.toggled.connect(self._on_changed)
        self.filter.textChanged.connect(self._on_text)
        self.copy.clicked.connect(self._on_copy)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        for keys, slot in (("Esc", self._on_escape), ("/", self._on_slash)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def _on_basis(self, basis: str) -> None:
        self._shown.set_basis(basis)
        self._retell()

    def _on_changed(self, changed_only: bool) -> None:
        self._shown.set_changed_only(changed_only)
        self._retell()

    def _on_text(self, text: str) -> None:
        self._shown.set_text(text)
        self._retell()

    def _on_copy(self) -> None:
        lines = self.shown
        QGuiApplication.clipboard().setText(parameters_text(lines))
        self._panel.set_subtitle(f"{len(lines)} lines are on the clipboard")
        announce(self, f"{len(lines)} lines copied")

    def _on_row(self, current: QModelIndex) -> None:
        if not current.isValid():
            self._told.set_text("Choose a constant to read about it.")
            self._readers.set_text("")
            return
        line = self._shown.row_at(current)
        self._told.set_text(parameter_sentence(line))
        self._readers.set_text(f"Read by {', '.join(line.read_by)}.")

    def _on_escape(self) -> None:
        if self.filter.text():
            self.filter.clear()
        else:
            self.left.emit()

    def _on_slash(self) -> None:
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _retell(self) -> None:
        total, shown = len(self._model.rows), self._shown.rowCount()
        changed = sum(1 for line in self._model.rows if line.is_changed)
        count = f"{shown} of {total}" if shown < total else f"{total}"
        self._panel.set_subtitle(f"{count}, {changed} changed in this scenario")
        self._pages.setCurrentWidget(self.table if shown else self._empty)
        # Rows that went may have left the view somewhere in the middle.
        if self.table.currentIndex().isValid():
            self.table.scrollTo(self.table.currentIndex())
        else:
            self.table.scrollToTop()
        self._on_row(self.table.currentIndex())
