"""The three questions of a turn, with a field each for how likely it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from wargame.ui.theme.metrics import SPACE_8, SPACE_16
from wargame.ui.widgets.buttons import PrimaryButton
from wargame.ui.widgets.count_spin import CountSpin
from wargame.ui.widgets.fault_note import FaultNote
from wargame.ui.widgets.form_sheet import FormSheet
from wargame.ui.widgets.scroll_page import ScrollContent, ScrollPage
from wargame.ui.widgets.surface import Hairline, column, row
from wargame.ui.widgets.text import Paragraph, TextLabel

_EVEN: Final = 50
_ABOUT: Final = (
    "How likely is it? Say it from what this seat knows. At the end each answer is compared with "
    "what happened, beside the engine's own. Nobody else sees it, and it changes nothing."
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it is shown.

    Attributes:
        words: What will be true or not.
        percent: What was answered before, 0 to 100; None for nothing yet.
    """

    words: str
    percent: int | None = None


class _Line(QWidget):
    """One question with its field."""

    def __init__(self, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = CountSpin("%", 0, 100, _EVEN if asked.percent is None else asked.percent)
        self.field.setAccessibleName(f"{asked.words}: per cent")
        self.field.setFixedWidth(96)
        across = row(self, spacing=SPACE_16)
        across.addWidget(Paragraph(asked.words, "body"), 1)
        across.addWidget(self.field, 0, Qt.AlignmentFlag.AlignTop)


class ExpectationsSheet(FormSheet):
    """The form.

    Signals:
        kept(object): The answers in per cent, a tuple in the order of the questions.
    """

    kept = Signal(object)

    def __init__(self, questions: Sequence[Asked], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = [_Line(asked) for asked in questions]
        self.keep = PrimaryButton("Keep my answers", "check", shortcut="")
        self.keep.clicked.connect(self._on_keep)
        self.set_primary(self.keep)
        self._fault = FaultNote()
        content = ScrollContent()
        rows = column(content, spacing=SPACE_16, margins=(0, 0, SPACE_16, SPACE_16))
        rows.addWidget(Paragraph(_ABOUT, "body", "t2"))
        for line in self.lines:
            rows.addWidget(Hairline())
            rows.addWidget(line)
        rows.addStretch(1)
        whole = column(self, spacing=SPACE_8)
        whole.addWidget(ScrollPage(content, "What do you expect?"), 1)
        whole.addWidget(self._fault)
        foot = row(margins=(0, 0, SPACE_16, 0))
        foot.addWidget(TextLabel("50 means that it may go either way", "table", 400, "t3"), 1)
        foot.addWidget(self.keep)
        whole.addLayout(foot)

    def focus_work(self) -> None:
        """The first field."""
        if self.lines:
            self.lines[0].field.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, sentence: str) -> None:
        """Say why the answers could not be kept."""
        self._fault.say(sentence)

    def _on_keep(self) -> None:
        self.kept.emit(tuple(line.field.value() for line in self.lines))
