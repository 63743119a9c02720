"""The moments to which control can take the game back, with a place for the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from wargame.ui.facilitator.words import clock_words
from wargame.ui.item_models.columns import Column
from wargame.ui.item_models.rows_model import RowsModel
from wargame.ui.theme.metrics import SPACE_8, SPACE_12
from wargame.ui.widgets.buttons import SecondaryButton
from wargame.ui.widgets.surface import column
from wargame.ui.widgets.text import Paragraph, TextLabel
from wargame.ui.widgets.views import TableView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wargame.play.going_back import Moment

LONGEST_REASON: Final = 300


class MomentsSheet(QWidget):
    """Latest first; Enter or the button goes back to the chosen one.

    Signals:
        moment_chosen(int, str): The game is to stand again at this moment, for this reason.
    """

    moment_chosen = Signal(int, str)

    def __init__(self, moments: Sequence[Moment], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        columns: tuple[Column[Moment], ...] = (
            Column("Moment", lambda moment: moment.words, stretch=True),
            Column("Reached", lambda moment: clock_words(moment.at), 84, align="end"),
        )
        self._model: RowsModel[Moment] = RowsModel(columns, tuple(reversed(moments)), self)
        self.table = TableView("Moments, latest first")
        self.table.setModel(self._model)
        self.reason = QLineEdit()
        self.reason.setAccessibleName("Reason for going back")
        self.reason.setPlaceholderText("For the log and the debrief; may be left empty")
        self.reason.setMaxLength(LONGEST_REASON)
        self.go = SecondaryButton("Go back to this moment", "undo-2")
        layout = column(self, spacing=SPACE_8, margins=(0, 0, SPACE_12, 0))
        layout.addWidget(
            Paragraph(
                "The game stands again as it was. What came after stays in the log and can be "
                "returned to; orders sealed later become drafts. People will remember what they "
                "have seen.",
                "table",
                "t2",
            )
        )
        layout.addWidget(self.table, 1)
        layout.addWidget(TextLabel("Reason", "table", 600))
        layout.addWidget(self.reason)
        layout.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeading)
        self.table.row_activated.connect(self._on_row_activated)
        self.reason.returnPressed.connect(self._on_go)
        self.go.clicked.connect(self._on_go)
        self.choose(0)

    def choose(self, row: int) -> None:
        """Choose a moment by its place, 0 for the latest."""
        place = self._model.index(row, 0)
        if place.isValid():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.table.selectionModel().setCurrentIndex(
                place, flags | QItemSelectionModel.SelectionFlag.Rows
            )

    def focus_work(self) -> None:
        """The list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_row_activated(self, index: QModelIndex) -> None:
        self.table.setCurrentIndex(index)
        self._on_go()

    def _on_go(self) -> None:
        place = self.table.currentIndex()
        if place.isValid():
            moment = self._model.row_at(place)
            self.moment_chosen.emit(moment.number, self.reason.text().strip())
