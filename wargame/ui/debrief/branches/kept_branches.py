"""The page of branches that are kept: what each changed, how it went, and what to do with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from wargame.ui.charts.values_table import ValuesModel
from wargame.ui.debrief.branches.change_form import ChoiceList, named
from wargame.ui.debrief.branches.words import (
    comparison_words,
    fan_rows,
    result_words,
    subtitle_words,
)
from wargame.ui.item_models.columns import Column
from wargame.ui.item_models.rows_model import RowsModel
from wargame.ui.theme.item_roles import TWO_LINE_ROLE, TwoLineValue
from wargame.ui.theme.metrics import SPACE_8, TWO_LINE_ROW_HEIGHT
from wargame.ui.widgets.buttons import SecondaryButton
from wargame.ui.widgets.checks import CheckBox
from wargame.ui.widgets.delegates import TwoLineDelegate
from wargame.ui.widgets.empty_state import EmptyState
from wargame.ui.widgets.fault_note import FaultNote
from wargame.ui.widgets.surface import column, row, stack
from wargame.ui.widgets.text import Paragraph, set_tip
from wargame.ui.widgets.views import TableView

if TYPE_CHECKING:
    from wargame.play.debrief.branching.kept_branches import Branch

LONGEST_TITLE: Final = 60
_FAN: Final = (("Turn", 44), ("Median", 60), ("Half", 68), ("9 of 10", 68), ("Above played", 0))
_TALL: Final = 170
_PLAY_ON: Final = "People take their seats in a new session after the changed turn"
_FIXED: Final = "A session keeps its parameters from its beginning on"


class KeptBranches(QWidget):
    """Branches, oldest first.

    Signals:
        opened(int): Look at this branch as if it had been played.
        played_on(int): Let people play this branch on.
        renamed(int, str): Give it this name.
        dropped(int): List it no more.
        shown(int, bool): Draw it beside the played line, or no more.
    """

    opened = Signal(int)
    played_on = Signal(int)
    renamed = Signal(int, str)
    dropped = Signal(int)
    shown = Signal(int, bool)

    def __init__(self, branches: Sequence[Branch], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        columns: tuple[Column[Branch], ...] = (
            Column(
                "Branch",
                lambda branch: branch.title,
                stretch=True,
                tip=lambda branch: branch.kept.words,
                spoken=lambda branch: f"{branch.title}, {subtitle_words(branch)}",
                roles={TWO_LINE_ROLE: _two_lines},
            ),
        )
        self._model: RowsModel[Branch] = RowsModel(columns, branches, self)
        self.list = ChoiceList("Branches", TWO_LINE_ROW_HEIGHT)
        self.list.horizontalHeader().hide()
        self.list.setItemDelegate(TwoLineDelegate(self.list))
        self.words = Paragraph("", "body")
        self.result = Paragraph("", "table", "t2")
        self.fan = TableView("The index of the branch by turn")
        self._values = ValuesModel(_FAN, self)
        self.fan.setModel(self._values)
        self.fan.setFixedHeight(_TALL)
        self.title = QLineEdit()
        self.title.setAccessibleName("Name of the branch")
        self.title.setMaxLength(LONGEST_TITLE)
        self.rename = SecondaryButton("Rename", "pencil", small=True)
        self.open = SecondaryButton("Look at it", "eye")
        self.play_on = SecondaryButton("Play on from here", "play")
        self.drop = SecondaryButton("Drop", "x")
        self.draws = CheckBox("Drawn beside the played line")
        self.fault = FaultNote()
        self._pages = stack(column(self), 1)
        self._lay_out()
        self.list.row_chosen.connect(self._show)
        self.list.row_activated.connect(self._on_open)
        self.rename.clicked.connect(self._on_rename)
        self.title.returnPressed.connect(self._on_rename)
        self.open.clicked.connect(self._on_open)
        self.play_on.clicked.connect(self._on_play_on)
        self.draws.clicked.connect(self._on_draws)
        self.drop.clicked.connect(self._on_drop)
        self.list.set_rows_of(self._model)
        self._show()

    def focus_work(self) -> None:
        """The list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_branches(self, branches: Sequence[Branch], chosen: int = 0) -> None:
        """Show other branches; the one with this number is chosen, or the last."""
        current = chosen or self._number()
        self._model.set_rows(branches)
        places = [at for at, branch in enumerate(branches) if branch.number == current]
        self.list.choose(places[0] if places else len(branches) - 1)
        self._show()

    @property
    def chosen(self) -> Branch | None:
        """The branch that is chosen; None for none."""
        index = self.list.currentIndex()
        return self._model.row_at(index) if index.isValid() else None

    def _lay_out(self) -> None:
        self._pages.addWidget(
            EmptyState("No branch is kept with this game yet. Ctrl+B at a moment makes one.")
        )
        page = QWidget()
        whole = column(page, spacing=SPACE_8, margins=(0, 0, 12, 0))
        whole.addWidget(self.list, 1)
        whole.addWidget(self.words)
        whole.addWidget(self.result)
        whole.addWidget(self.fan)
        name = row(spacing=SPACE_8)
        name.addWidget(named("Name", self.title), 1)
        name.addWidget(self.rename)
        whole.addLayout(name)
        whole.addWidget(self.draws)
        whole.addWidget(self.fault)
        deeds = row(spacing=SPACE_8)
        for button in (self.open, self.play_on):
            deeds.addWidget(button)
        deeds.addStretch(1)
        deeds.addWidget(self.drop)
        whole.addLayout(deeds)
        self._pages.addWidget(page)

    def _show(self) -> None:
        branch = self.chosen
        self._pages.setCurrentIndex(0 if branch is None else 1)
        self.fault.clear()
        if branch is None:
            return
        kept = branch.kept
        self.words.set_text(kept.words + (f" {kept.reason}" if kept.reason else ""))
        self.result.set_text(f"{result_words(kept)} {comparison_words(kept)}".strip())
        self._values.set_rows(fan_rows(kept.fan))
        self.fan.setVisible(kept.fan is not None)
        self.title.setText(branch.title)
        self.draws.setChecked(branch.shown)
        self.play_on.setEnabled(not kept.change.parameter)
        set_tip(self.play_on, _FIXED if kept.change.parameter else _PLAY_ON)

    def _number(self) -> int:
        return self.chosen.number if self.chosen else 0

    def _on_open(self) -> None:
        if self.chosen is not None:
            self.opened.emit(self.chosen.number)

    def _on_play_on(self) -> None:
        if self.chosen is not None:
            self.played_on.emit(self.chosen.number)

    def _on_drop(self) -> None:
        if self.chosen is not None:
            self.dropped.emit(self.chosen.number)

    def _on_draws(self) -> None:
        if self.chosen is not None:
            self.shown.emit(self.chosen.number, self.draws.isChecked())

    def _on_rename(self) -> None:
        if self.chosen is not None:
            self.renamed.emit(self.chosen.number, self.title.text())


def _two_lines(branch: Branch) -> TwoLineValue:
    return TwoLineValue(
        title=branch.title,
        subtitle=subtitle_words(branch),
        aside=f"{branch.kept.index[-1]:.0f}",
        strong=True,
    )
