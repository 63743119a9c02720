"""Strengths to keep and areas for improvement, with who sees to them and until when."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QLineEdit, QWidget

from wargame.model.debrief_notes import RemarkDropped, Remarked, RemarkKind
from wargame.ui.debrief.notes.kept_sheet import KeptSheet
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.metrics import SPACE_12
from wargame.ui.widgets.choice import ChoiceBox
from wargame.ui.widgets.field import Field
from wargame.ui.widgets.growing_text import GrowingText
from wargame.ui.widgets.segmented import SegmentedControl
from wargame.ui.widgets.surface import row

_KINDS: Final = (
    (RemarkKind.STRENGTH.value, "Strength", None),
    (RemarkKind.IMPROVEMENT.value, "To improve", None),
)
_TITLES: Final = (
    (RemarkKind.STRENGTH, "Strengths"),
    (RemarkKind.IMPROVEMENT, "To improve"),
)
_NO_OBJECTIVE: Final = ""


class RemarksSheet(KeptSheet):
    """Strengths, then what is to improve."""

    def __init__(
        self, objectives: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(GrowingText("What was seen", "What was seen", 2), "Add", parent)
        self._objectives = dict(objectives)
        self.kind = SegmentedControl(_KINDS, "What it is")
        self.objective = ChoiceBox(
            [(_NO_OBJECTIVE, "No single objective"), *objectives], "Objective"
        )
        self.action = QLineEdit()
        self.owner = QLineEdit()
        self.due = QLineEdit()
        for field in (self.action, self.owner, self.due):
            field.setFont(text_font("body"))
        self.due.setPlaceholderText("YYYY-MM-DD")
        self._action = Field("What is to be done", self.action)
        self._owner = Field("Who sees to it", self.owner)
        self._due = Field("Until", self.due)
        self.add.clicked.connect(self._on_add)
        both = row(spacing=SPACE_12)
        both.addWidget(self._owner, 1)
        both.addWidget(self._due, 1)
        form = (self.kind, self.objective, self.text, self._action, both, self.note, self.add)
        self.lay_out("Strengths and improvements", form)
        self.kind.current_changed.connect(self._retell)
        self._retell()

    def show_remarks(self, remarks: Sequence[tuple[int, Remarked]]) -> None:
        """Show what was written down."""
        self.clear_lines()
        for kind, title in _TITLES:
            mine = [(number, one) for number, one in remarks if one.remark is kind]
            self.add_title(title, len(mine), "Nothing written down yet.")
            for number, one in mine:
                below, dropped = self._below(one), RemarkDropped(number)
                self.add_line(one.text, below, "Take this remark out", dropped)

    def clear_form(self) -> None:
        for field in (self.action, self.owner, self.due):
            field.clear()
        super().clear_form()

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
