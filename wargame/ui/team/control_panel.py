"""What came from control, newest first, and the way to ask it something."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from wargame.ui.item_models.columns import Column
from wargame.ui.item_models.ordered_rows import OrderedRowsModel
from wargame.ui.team.control_lines import ControlLine, control_lines
from wargame.ui.theme.item_roles import EMPHASIS_ROLE, ICON_ROLE
from wargame.ui.theme.metrics import DENSE_ROW_HEIGHT
from wargame.ui.widgets.announce import announce
from wargame.ui.widgets.buttons import SecondaryButton
from wargame.ui.widgets.delegates import DenseTextDelegate
from wargame.ui.widgets.panel import Panel
from wargame.ui.widgets.views import TableView

if TYPE_CHECKING:
    from wargame.model.seat_view import SeatView
    from wargame.ui.team.control_sheet import ControlSheet

_ROWS: Final = 3
_FEW: Final = 1
"""Rows in sight, and where the screen is low; the others are scrolled to."""


class ControlPanel(Panel):
    """As low as its rows; without any it is a head with a button.

    Args:
        may_ask: Whether there is a control that can be asked.

    Signals:
        sheet_wished(str, QWidget): Everything in full with a field to ask, with its title.
        question_asked(str): Ask control this; answer with ``show_asked``.
    """

    sheet_wished = Signal(str, QWidget)
    question_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, may_ask: bool = True) -> None:
        super().__init__("From control" if may_ask else "Reports", parent=parent)
        self._may_ask = may_ask
        self._view: SeatView | None = None
        self._count = 0
        self._draft = ""
        self._has_room = True
        self.sheet: ControlSheet | None = None
        columns: tuple[Column[ControlLine], ...] = (
            Column(
                "What came",
                lambda line: line.words,
                stretch=True,
                tip=lambda line: line.words,
                spoken=lambda line: line.spoken,
                roles={
                    ICON_ROLE: lambda line: line.icon,
                    EMPHASIS_ROLE: lambda line: "strong" if line.is_new else "normal",
                },
            ),
            Column(
                "When",
                lambda line: line.aside,
                72,
                align="end",
                roles={EMPHASIS_ROLE: lambda _: "muted"},
            ),
        )
        self._model: OrderedRowsModel[ControlLine] = OrderedRowsModel(
            columns, lambda line: line.key, lambda line: line.words, self
        )
        self.table = TableView("From control, newest first", DENSE_ROW_HEIGHT)
        self.table.setItemDelegate(DenseTextDelegate(self.table))
        self.table.setModel(self._model)
        self.table.horizontalHeader().hide()
        self.table.row_activated.connect(self._on_row)
        self.table.clicked.connect(self._on_row)
        self.ask = SecondaryButton("Ask control", "circle-help", shortcut="Ctrl+R", small=True)
        self.ask.clicked.connect(self._on_ask)
        self.add_action(self.ask)
        self.ask.setVisible(may_ask)
        self.body.addWidget(self.table)
        self._fit()

    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key visits, in order."""
        return (self.ask, self.table)

    def show_control(self, view: SeatView) -> None:
        """Show what a seat has from control; what is being asked stays as it is written."""
        self._view = view
        if self.sheet is not None:
            self.sheet.show_control(view)
        lines = control_lines(view)
        self._model.set_rows(lines)
        arrived = len(view.reports) + sum(not one.is_open for one in view.questions)
        if 0 < self._count < arrived:
            announce(self, f"From control: {lines[0].spoken}")
        self._count = arrived
        count = len(view.reports)
        self.set_subtitle(f"{count} report{'s' if count != 1 else ''}" if count else "")
        self._fit()

    def set_room(self, *, has_room: bool) -> None:
        """Whether there is room for more than the newest."""
        if has_room != self._has_room:
            self._has_room = has_room
            self._fit()

    def open_sheet(self, key: str = "") -> None:
        """Show all of it, with one of them in sight, and a question begun earlier."""
        from wargame.ui.team.control_sheet import ControlSheet

        if self._view is None:
            return
        sheet = ControlSheet(self._draft)
        sheet.show_control(self._view)
        sheet.asked.connect(self.question_asked)
        sheet.draft_written.connect(self._on_draft_written)
        sheet.destroyed.connect(partial(self._forget, id(sheet)))
        self.sheet_wished.emit("From control", sheet)
        self.sheet = sheet
        sheet.focus_work()
        if key:
            sheet.read(key)

    def show_asked(self, refusal: str) -> None:
        """Say why a question could not be asked; nothing says that it is on its way."""
        if self.sheet is not None and refusal:
            self.sheet.refuse(refusal)
        elif self.sheet is not None:
            self.sheet.clear_asked()

    def _on_ask(self) -> None:
        self.open_sheet()

    def _on_draft_written(self, text: str) -> None:
        self._draft = text

    def _forget(self, which: int) -> None:
        if id(self.sheet) == which:
            self.sheet = None

    def _fit(self) -> None:
        rows = min(_ROWS if self._has_room else _FEW, self._model.rowCount())
        self.table.setVisible(rows > 0)
        self.table.setFixedHeight(rows * DENSE_ROW_HEIGHT + 4)

    def _on_row(self, index: QModelIndex) -> None:
        if index.isValid():
            self.open_sheet(self._model.row_at(index).key)
