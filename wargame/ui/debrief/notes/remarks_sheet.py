"""Strengths to keep and areas for improvement, with who sees to them and until when."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from wargame.model.debrief_notes import RemarkDropped, Remarked, RemarkKind
from wargame.ui.debrief.notes.kept_line import KeptLine
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.metrics import SPACE_8, SPACE_12
from wargame.ui.widgets.buttons import SecondaryButton
from wargame.ui.widgets.choice import ChoiceBox
from wargame.ui.widgets.fault_note import FaultNote
from wargame.ui.widgets.field import Field
from wargame.ui.widgets.form_sheet import FormSheet
from wargame.ui.widgets.growing_text import GrowingText
from wargame.ui.widgets.scroll_page import ScrollContent, ScrollPage
from wargame.ui.widgets.segmented import SegmentedControl
from wargame.ui.widgets.surface import column, empty, row
from wargame.ui.widgets.text import Paragraph, TextLabel

_KINDS: Final = (
    (RemarkKind.STRENGTH.value, "Strength", None),
    (RemarkKind.IMPROVEMENT.value, "To improve", None),
)
_TITLES: Final = (
    (RemarkKind.STRENGTH, "Strengths"),
    (RemarkKind.IMPROVEMENT, "To improve"),
)
_NO_OBJECTIVE: Final = ""


class RemarksSheet(FormSheet):
    """A form above, what was written below.

    Signals:
        kept(object): These entries are to be written down, as a tuple.
    """

    kept = Signal(object)

    def __init__(
        self, objectives: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._objectives = dict(objectives)
        self.kind = SegmentedControl(_KINDS, "What it is")
        self.objective = ChoiceBox(
            [(_NO_OBJECTIVE, "No single objective"), *objectives], "Objective"
        )
        self.text = GrowingText("What was seen", "What was seen", 2)
        self.action = QLineEdit()
        self.owner = QLineEdit()
        self.due = QLineEdit()
        for field in (self.action, self.owner, self.due):
            field.setFont(text_font("body"))
        self.due.setPlaceholderText("YYYY-MM-DD")
        self._action = Field("What is to be done", self.action)
        self._owner = Field("Who sees to it", self.owner)
        self._due = Field("Until", self.due)
        self.note = FaultNote()
        self.add = SecondaryButton("Add", "plus", hint="Ctrl+Return", suggested=True)
        self.add.clicked.connect(self._on_add)
        self.set_primary(self.add)
        self._lines = column(spacing=SPACE_8)
        content = ScrollContent()
        lines = column(content, spacing=SPACE_12, margins=(0, 0, SPACE_12, SPACE_12))
        lines.addWidget(self.kind)
        lines.addWidget(self.objective)
        lines.addWidget(self.text)
        lines.addWidget(self._action)
        both = row(spacing=SPACE_12)
        both.addWidget(self._owner, 1)
        both.addWidget(self._due, 1)
        lines.addLayout(both)
        lines.addWidget(self.note)
        lines.addWidget(self.add)
        lines.addLayout(self._lines)
        lines.addStretch(1)
        column(self).addWidget(ScrollPage(content, "Strengths and improvements"))
        self.kind.current_changed.connect(self._retell)
        self._retell()

    def show_remarks(self, remarks: Sequence[tuple[int, Remarked]]) -> None:
        """Show what was written down."""
        empty(self._lines)
        for kind, title in (
            (RemarkKind.STRENGTH, "Strengths"),
            (RemarkKind.IMPROVEMENT, "To improve"),
        ):
            mine = [(number, one) for number, one in remarks if one.remark is kind]
            self._lines.addWidget(TextLabel(f"{title} ({len(mine)})", "body", 600))
            if not mine:
                self._lines.addWidget(Paragraph("Nothing written down yet.", "table", "t3"))
            for number, one in mine:
                line = KeptLine(one.text, self._below(one), "Take this remark out")
                line.dropped.connect(partial(self._on_drop, number))
                self._lines.addWidget(line)

    def show_refusal(self, sentence: str) -> None:
        """Say why something could not be kept."""
        self.note.say(sentence)

    def clear_form(self) -> None:
        """What was written has been kept."""
        self.note.clear()
        self.text.set_text("")
        for field in (self.action, self.owner, self.due):
            field.clear()
        self.text.setFocus()

    def _below(self, one: Remarked) -> str:
        objective = self._objectives.get(one.objective, "")
        until = f"until {one.due}" if one.due else ""
        parts = (objective, one.action, one.owner, until)
        return " · ".join(part for part in parts if part)

    def _retell(self) -> None:
        is_plan = self.kind.current() == RemarkKind.IMPROVEMENT.value
        for field in (self._action, self._owner, self._due):
            field.setVisible(is_plan)

    def _on_add(self) -> None:
        kind = RemarkKind(self.kind.current())
        is_plan = kind is RemarkKind.IMPROVEMENT
        due = self.due.text().strip() if is_plan else ""
        if due and not QDate.fromString(due, "yyyy-MM-dd").isValid():
            self._due.set_fault("Write the day as YYYY-MM-DD, such as 2026-12-01.")
            return
        self._due.set_fault("")
        self.kept.emit(
            (
                Remarked(
                    kind,
                    self.objective.current_key(),
                    self.text.toPlainText().strip(),
                    " ".join(self.action.text().split()) if is_plan else "",
                    " ".join(self.owner.text().split()) if is_plan else "",
                    due,
                ),
            )
        )

    def _on_drop(self, number: int) -> None:
        self.kept.emit((RemarkDropped(number),))
