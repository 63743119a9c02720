"""Another constant of the law: searched for, and given another value within its range."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from wargame.model.branches import BranchChange, Changed
from wargame.model.workings import ParameterLine
from wargame.ui.debrief.branches.change_form import ChangeForm, ChoiceList
from wargame.ui.item_models.columns import Column
from wargame.ui.item_models.rows_filter import RowsFilter
from wargame.ui.item_models.rows_model import RowsModel
from wargame.ui.theme.metrics import SPACE_8
from wargame.ui.widgets.search_field import SearchField
from wargame.ui.widgets.surface import column, row
from wargame.ui.widgets.text import TextLabel

if TYPE_CHECKING:
    from wargame.model.branch_options import BranchOptions

_WIDTH = 120


class ParameterForm(ChangeForm):
    """Every constant with its value and range."""

    def __init__(self, options: BranchOptions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        columns: tuple[Column[ParameterLine], ...] = (
            Column("Parameter", lambda line: line.key, stretch=True, tip=lambda line: line.note),
            Column("Value", lambda line: f"{line.value:g}", 60, align="end"),
            Column("Range", lambda line: f"{line.low:g} to {line.high:g}", 96, align="end"),
        )
        self._filter: RowsFilter[ParameterLine] = RowsFilter(
            RowsModel(columns, options.parameters, self), self
        )
        self.search = SearchField("Find a parameter")
        self.lines = ChoiceList("Parameters of the law")
        self.lines.set_rows_of(self._filter)
        self.value = QLineEdit()
        self.value.setAccessibleName("Other value")
        self.value.setFixedWidth(_WIDTH)
        self._range = TextLabel("", "table", 400, "t2")
        beside = row(spacing=SPACE_8)
        beside.addWidget(TextLabel("Other value", "table", 400, "t2"))
        beside.addWidget(self.value)
        beside.addWidget(self._range, 1)
        whole = column(self, spacing=SPACE_8)
        whole.addWidget(self.search)
        whole.addWidget(self.lines, 1)
        whole.addLayout(beside)
        self.search.textChanged.connect(self._on_searched)
        self.lines.row_chosen.connect(self._on_chosen)
        self.value.textEdited.connect(self._retell)
        self._on_chosen()

    def _retell(self) -> None:
        self.tell(self._chosen(), "Choose a parameter and type another value for it.")

    def _chosen(self) -> BranchChange | None:
        line, value = self.lines.chosen(ParameterLine), _number(self.value.text())
        if line is None or value is None or value == line.value:
            return None
        return BranchChange(Changed.PARAMETER, parameter=line.key, value=value)

    def _on_searched(self, text: str) -> None:
        self._filter.set_text(text)
        if not self.lines.currentIndex().isValid():
            self.lines.choose(0)

    def _on_chosen(self) -> None:
        line = self.lines.chosen(ParameterLine)
        if line is not None:
            self.value.setText(f"{line.value:g}")
            self._range.setText(f"{line.low:g} to {line.high:g}, now {line.value:g}")
        self._retell()


def _number(text: str) -> float | None:
    """A number as it is typed, with a point or a comma.

    >>> _number("0,25"), _number("−1"), _number("x")
    (0.25, -1.0, None)
    """
    try:
        return float(text.strip().replace(",", ".").replace("−", "-"))
    except ValueError:
        return None
