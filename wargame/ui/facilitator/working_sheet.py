"""The working of one event beside the console: its changes by system, and each one's equation.

Control's alone: it holds the whole truth, and goes with the sheet it lies in as soon as any other
screen is shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QSplitter, QWidget

from wargame.ui.facilitator.equation_page import EquationPage, PageFrame
from wargame.ui.facilitator.words import counted
from wargame.ui.item_models.columns import Column
from wargame.ui.item_models.rows_model import RowsModel
from wargame.ui.theme.item_roles import EMPHASIS_ROLE, Emphasis
from wargame.ui.theme.metrics import DENSE_ROW_HEIGHT, SPACE_4, SPACE_12
from wargame.ui.widgets.delegates import DenseTextDelegate
from wargame.ui.widgets.empty_state import EmptyState
from wargame.ui.widgets.surface import Hairline, column
from wargame.ui.widgets.text import Paragraph
from wargame.ui.widgets.views import TableView

if TYPE_CHECKING:
    from wargame.model.workings import ChangeLine, InputLine, Working

WIDTH: Final = 620
"""Room (px) for a line with its values on both sides."""

_OWN_LINES: Final = frozenset({"Reason", "Goes on"})
"""Facts that are sentences."""


@dataclass(frozen=True, slots=True)
class WorkingRow:
    """A row of the list: the name of a system, or one of its lines.

    Attributes:
        system: The system, such as "S9 Credibility and face".
        count: How many lines it has.
        line: The line; None for the row with the name.
        equations: Places of the equations that the row opens to.
    """

    system: str
    count: int
    line: ChangeLine | None
    equations: tuple[int, ...]


def working_rows(working: Working) -> tuple[WorkingRow, ...]:
    """The groups of a working as rows, each name above its lines."""
    rows: list[WorkingRow] = []
    for group in working.groups:
        name, count = f"{group.system} {group.name}", len(group.lines)
        places = tuple(dict.fromkeys(line.equation for line in group.lines))
        rows.append(WorkingRow(name, count, None, places))
        rows += [WorkingRow(name, count, line, (line.equation,)) for line in group.lines]
    return tuple(rows)


def _emphasis(row: WorkingRow) -> Emphasis:
    return "strong" if row.line is None else "normal"


def _what(row: WorkingRow) -> str:
    return row.system if row.line is None else f"    {row.line.what}"


def _values(row: WorkingRow) -> str:
    if row.line is None:
        return ""
    return f"{row.line.before} → {row.line.after}" if row.line.before else row.line.after


def _change(row: WorkingRow) -> str:
    return row.line.change if row.line is not None else f"{row.count}"


def _tip(row: WorkingRow) -> str:
    return row.line.meaning if row.line is not None else row.system


def spoken_row(row: WorkingRow) -> str:
    """A row as a screen reader says it."""
    line = row.line
    if line is None:
        return f"{row.system}, {counted(row.count, 'line', 'lines')}"
    whose = f", {line.whose.replace('→', 'towards')}" if line.whose else ""
    if not line.before:
        drawn = f", {line.change}" if line.change else ""
        return f"{line.what}{whose}: {line.after}{drawn}"
    change = f", {line.change}" if line.change else ""
    return f"{line.what}{whose}: from {line.before} to {line.after}{change}"


COLUMNS: Final = (
    Column[WorkingRow](
        "What changed", _what, stretch=True, tip=_tip, spoken=spoken_row,
        roles={EMPHASIS_ROLE: _emphasis},
    ),
    Column[WorkingRow](
        "Whose",
        lambda row: row.line.whose if row.line is not None else "",
        128,
        tip=_tip,
        roles={EMPHASIS_ROLE: lambda _: "muted"},
    ),
    Column[WorkingRow]("Before → after", _values, 148, align="end", tip=_tip),
    Column[WorkingRow](
        "Change",
        _change,
        76,
        align="end",
        tip=_tip,
        roles={EMPHASIS_ROLE: lambda row: "muted" if row.line is None else "normal"},
    ),
)  # fmt: skip


def facts_words(facts: tuple[InputLine, ...]) -> tuple[str, str]:
    """The short facts of an event in one run, and those that are sentences."""
    short = [f"{fact.name}: {fact.text}" for fact in facts if fact.name not in _OWN_LINES]
    long = [f"{fact.name}: {fact.text}" for fact in facts if fact.name in _OWN_LINES]
    return " · ".join(short), "\n".join(long)


class WorkingSheet(QWidget):
    """Head, list and equation; the list leads and the equation follows."""

    def __init__(self, working: Working, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(WIDTH)
        self._working = working
        short, long = facts_words(working.facts)
        head = column(spacing=SPACE_4, margins=(0, 0, SPACE_12, SPACE_12))
        head.addWidget(Paragraph(working.when, "table", "t3"))
        head.addWidget(Paragraph(working.title, "body", weight=600))
        for text in filter(None, (short, long)):
            head.addWidget(Paragraph(text, "table", "t2"))
        self._model: RowsModel[WorkingRow] = RowsModel(COLUMNS, working_rows(working), self)
        self.table = TableView("Changes by system", DENSE_ROW_HEIGHT)
        self.table.setItemDelegate(DenseTextDelegate(self.table))
        self.table.setModel(self._model)
        self.page = EquationPage()
        lower = PageFrame(self.page)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.table.setMinimumHeight(120)
        lower.setMinimumHeight(120)
        self.splitter.addWidget(self.table)
        self.splitter.addWidget(lower)
        self.splitter.setSizes([300, 400])
        whole = column(self)
        whole.addLayout(head)
        whole.addWidget(Hairline())
        self.nothing = EmptyState("It moved no number and made no draw.")
        whole.addWidget(self.splitter, 1)
        whole.addWidget(self.nothing, 1)
        self.splitter.setVisible(bool(self._model.rows))
        self.nothing.setVisible(not self._model.rows)
        self.table.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self.table.row_activated.connect(self._on_row_activated)
        self.setAccessibleName(f"Working of event {working.number}: {working.title}")
        self._choose_first()

    @property
    def number(self) -> int:
        """Number of the event in the log."""
        return self._working.number

    def focus_work(self) -> None:
        """The list of changes."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_first(self) -> None:
        """The line of the index, which most people come for, else the first of all."""
        rows = self._model.rows
        for number, row in enumerate(rows):
            if row.line is not None and row.line.what == "Escalation index":
                self._choose(number)
                return
        if rows:
            self._choose(min(1, len(rows) - 1))

    def _choose(self, number: int) -> None:
        place = self._model.index(number, 0)
        self.table.setCurrentIndex(place)
        self.table.scrollTo(place)

    def _on_row_changed(self, current: QModelIndex) -> None:
        if current.isValid():
            row = self._model.row_at(current)
            self.page.show_equations([self._working.equations[at] for at in row.equations])

    def _on_row_activated(self, _index: QModelIndex) -> None:
        self.page.setFocus(Qt.FocusReason.OtherFocusReason)
