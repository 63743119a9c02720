"""The teams' questions at control: how long each waits, ready answers, and the answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from wargame.ui.item_models.columns import Column
from wargame.ui.item_models.ordered_rows import OrderedRowsModel
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.item_roles import EMPHASIS_ROLE
from wargame.ui.theme.metrics import SPACE_8, SPACE_12
from wargame.ui.widgets.buttons import PrimaryButton
from wargame.ui.widgets.checks import CheckBox
from wargame.ui.widgets.choice import ChoiceBox
from wargame.ui.widgets.empty_state import EmptyState
from wargame.ui.widgets.fault_note import FaultNote
from wargame.ui.widgets.form_sheet import FormSheet
from wargame.ui.widgets.surface import column
from wargame.ui.widgets.text import Paragraph, TextLabel
from wargame.ui.widgets.views import TableView

if TYPE_CHECKING:
    from wargame.model.inject_view import QuestionRow, QuestionsView

WIDTH: Final = 560
NONE_YET: Final = "No team has asked anything yet."
_OWN: Final = "own"


def age_words(asked_at: str, now: datetime) -> str:
    """How long ago, such as "4 min"; empty for an unknown moment.

    >>> age_words("2024-01-01T10:00:00.000+00:00", datetime(2024, 1, 1, 11, 5, tzinfo=UTC))
    '1 h 05 min'
    """
    try:
        seconds = (now - datetime.fromisoformat(asked_at)).total_seconds()
    except ValueError:
        return ""
    minutes = max(0, int(seconds // 60))
    if minutes >= 60:
        return f"{minutes // 60} h {minutes % 60:02} min"
    return f"{minutes} min" if minutes else "just now"


class QuestionsSheet(FormSheet):
    """Open questions first, the oldest on top.

    Signals:
        answered(int, str, bool): Question, answer, and whether every seat gets it.
    """

    answered = Signal(int, str, bool)

    def __init__(
        self,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setMinimumWidth(WIDTH)
        self._now = now
        self._texts: dict[str, str] = {}
        self._number = 0
        columns: tuple[Column[QuestionRow], ...] = (
            Column("From", lambda one: one.seat, 60, tip=lambda one: one.name),
            Column(
                "Question",
                lambda one: one.text,
                stretch=True,
                tip=lambda one: one.text,
                roles={EMPHASIS_ROLE: lambda one: "strong" if one.is_open else "muted"},
            ),
            Column(
                "Age",
                self._age,
                88,
                align="end",
                tip=lambda one: one.when,
                roles={EMPHASIS_ROLE: lambda one: "normal" if one.is_open else "muted"},
            ),
        )
        self._model: OrderedRowsModel[QuestionRow] = OrderedRowsModel(
            columns, lambda one: one.number, lambda one: one.text, self
        )
        self.table = TableView("Questions of teams")
        self.table.setModel(self._model)
        self.empty = EmptyState(NONE_YET)
        self.question = Paragraph("", "body", weight=500)
        self.about = Paragraph("", "table", "t3")
        self.ready = ChoiceBox((), "Ready answers")
        self.text = QPlainTextEdit()
        self.text.setFont(text_font("body"))
        self.text.setAccessibleName("Answer")
        self.text.setPlaceholderText("Answer")
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(120)
        self.to_all = CheckBox("Every seat gets the answer, without the question")
        self.fault = FaultNote()
        self.fault.clear()
        self.send = PrimaryButton("Send the answer", "send", hint="Ctrl+Enter")
        self.set_primary(self.send)
        self._answer = QWidget()
        answer = column(self._answer, spacing=SPACE_8)
        parts: tuple[QWidget, ...] = (
            self.question,
            self.about,
            TextLabel("Ready answers", "table", 600),
            self.ready,
            self.text,
            self.to_all,
            self.fault,
            self.send,
        )
        for part in parts:
            answer.addWidget(part)
        layout = column(self, spacing=SPACE_8, margins=(0, 0, SPACE_12, 0))
        layout.addWidget(self.empty)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._answer)
        # Ages are in minutes; a look every quarter of one keeps them right.
        self._ages = QTimer(self, interval=15_000)
        self._ages.timeout.connect(self.table.viewport().update)
        self._ages.start()
        self.table.selectionModel().currentChanged.connect(self._on_chosen)
        self.ready.key_changed.connect(self._on_ready)
        self.send.clicked.connect(self._on_send)

    def show_questions(self, view: QuestionsView) -> None:
        """Show the questions as they are now; what is being written stays."""
        self._texts = {answer.id: answer.text for answer in view.answers}
        choices = [(_OWN, "In your own words")]
        self.ready.set_choices([*choices, *((a.id, a.question) for a in view.answers)])
        self._model.set_rows(view.rows)
        self.table.setVisible(bool(view.rows))
        self.empty.setVisible(not view.rows)
        place = self._model.index_of(self._number)
        if not place.isValid() and view.rows:
            place = self._model.index(0, 0)
        if place.isValid():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.table.selectionModel().setCurrentIndex(
                place, flags | QItemSelectionModel.SelectionFlag.Rows
            )
        self._on_chosen(self.table.currentIndex())

    def focus_work(self) -> None:
        """The answer where a question waits, else the list."""
        place = self.text if self._answer.isVisible() and self.text.isVisible() else self.table
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, sentence: str) -> None:
        """Say why the answer was not sent."""
        self.fault.say(sentence)

    def _age(self, one: QuestionRow) -> str:
        if not one.is_open:
            return "to all" if one.to_all else "answered"
        return age_words(one.asked_at, self._now())

    def _on_chosen(self, index: QModelIndex) -> None:
        row = self._model.row_at(index) if index.isValid() else None
        self._answer.setVisible(row is not None)
        if row is None:
            return
        if row.number != self._number:
            self._number = row.number
            self.text.clear()
            self.to_all.setChecked(False)
            self.ready.set_current_key(_OWN)
            self.fault.clear()
        self.question.set_text(row.text)
        self.about.set_text(f"{row.name}, {row.when}" if row.is_open else f"Answered: {row.answer}")
        for part in (self.ready, self.text, self.to_all, self.send):
            part.setVisible(row.is_open)

    def _on_ready(self, key: str) -> None:
        if key in self._texts:
            self.text.setPlainText(self._texts[key])
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_send(self) -> None:
        text = self.text.toPlainText().strip()
        if not text:
            self.refuse("Write an answer first.")
            return
        self.answered.emit(self._number, text, self.to_all.isChecked())
