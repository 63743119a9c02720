"""What happened in history in the time of the game, with what each row rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from wargame.model.history_view import HistoryRow
from wargame.ui.debrief.branches.change_form import ChoiceList
from wargame.ui.item_models.columns import Column
from wargame.ui.item_models.rows_model import RowsModel
from wargame.ui.theme.metrics import SPACE_8
from wargame.ui.widgets.surface import column
from wargame.ui.widgets.text import Paragraph

if TYPE_CHECKING:
    from wargame.model.history_view import HistoryLine


class HistoryPage(QWidget):
    """The coded timeline, and the whole of the chosen row."""

    def __init__(self, history: HistoryLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        columns: tuple[Column[HistoryRow], ...] = (
            Column("Turn", lambda row: str(row.turn), 52, align="end"),
            Column("Day", lambda row: f"{row.day:%d %b}".lstrip("0"), 60),
            Column("Who", lambda row: row.actor, 68, tip=lambda row: row.actor),
            Column("What happened", lambda row: row.words, stretch=True, tip=_sentence),
            Column("", lambda row: "Doubtful" if row.doubts else "", 68, tip=_doubt_words),
        )
        self.rows = ChoiceList(history.title)
        self.words = Paragraph("", "body")
        self.source = Paragraph("", "table", "t2")
        doubtful = sum(bool(row.doubts) for row in history.rows)
        whole = column(self, spacing=SPACE_8, margins=(0, 0, 12, 0))
        whole.addWidget(
            Paragraph(
                "The dotted line is the index that the same law gives for the recorded events. "
                f"{len(history.rows)} rows fall into the time of the game; {doubtful} of them rest "
                "on standing knowledge, were derived, or are less than sure.",
                "table",
                "t2",
            )
        )
        whole.addWidget(self.rows, 1)
        whole.addWidget(self.words)
        whole.addWidget(self.source)
        self.rows.row_chosen.connect(self._show)
        self.rows.set_rows_of(RowsModel(columns, history.rows, self))
        self._show()

    def begin_with(self, turn: int) -> None:
        """Choose the first row of a turn, or of the next one that has any."""
        self.rows.choose_where(lambda row: isinstance(row, HistoryRow) and row.turn >= turn)

    def focus_work(self) -> None:
        """The list."""
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        row = self.rows.chosen(HistoryRow)
        if row is not None:
            self.words.set_text(_sentence(row))
            self.source.set_text(f"{row.source}. {_doubt_words(row)}".strip())


def _sentence(row: HistoryRow) -> str:
    aim = f", {row.target}" if row.target else ""
    rung = f" R{row.rung:g}." if row.rung else ""
    day = f"{row.day:%d %B %Y}".lstrip("0")
    return f"{day}: {row.words} ({row.actor}{aim}).{rung}"


def _doubt_words(row: HistoryRow) -> str:
    return f"Doubtful: {', '.join(row.doubts)}." if row.doubts else ""
