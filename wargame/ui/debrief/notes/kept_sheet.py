"""What the sheets of notes share: a form above, and below it what was written down before."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QWidget

from wargame.ui.debrief.notes.kept_line import KeptLine
from wargame.ui.theme.metrics import SPACE_8, SPACE_12
from wargame.ui.widgets.buttons import SecondaryButton
from wargame.ui.widgets.fault_note import FaultNote
from wargame.ui.widgets.form_sheet import FormSheet
from wargame.ui.widgets.growing_text import GrowingText
from wargame.ui.widgets.scroll_page import ScrollContent, ScrollPage
from wargame.ui.widgets.surface import column, empty
from wargame.ui.widgets.text import Paragraph, TextLabel

if TYPE_CHECKING:
    from wargame.model.debrief_entries import DebriefEntry


class KeptSheet(FormSheet):
    """Words to be written down, a button that does it, and the lines that stand already.

    Attributes:
        text: The words.
        note: Why they could not be kept.
        add: Keeps them.

    Signals:
        kept(object): These entries are to be written down, as a tuple; then the form is free.
        dropped(object): A line is to be taken out: the entry that says so.
    """

    kept = Signal(object)
    dropped = Signal(object)

    def __init__(self, text: GrowingText, add: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = text
        self.note = FaultNote()
        self.add = SecondaryButton(add, "plus", hint="Ctrl+Return", suggested=True)
        self.set_primary(self.add)
        self._lines = column(spacing=SPACE_8)

    def show_refusal(self, sentence: str) -> None:
        """Say why something could not be kept."""
        self.note.say(sentence)

    def clear_form(self) -> None:
        """What was written has been kept."""
        self.note.clear()
        self.text.set_text("")
        self.text.setFocus()

    def lay_out(self, name: str, form: Sequence[QWidget | QLayout]) -> None:
        """Set the parts of the form above the lines, in a page of this name that scrolls."""
        content = ScrollContent()
        lines = column(content, spacing=SPACE_12, margins=(0, 0, SPACE_12, SPACE_12))
        for part in (*form, self._lines):
            if isinstance(part, QLayout):
                lines.addLayout(part)
            else:
                lines.addWidget(part)
        lines.addStretch(1)
        column(self).addWidget(ScrollPage(content, name))

    def clear_lines(self) -> None:
        """Take out what is shown, before it is shown anew."""
        empty(self._lines)

    def add_title(self, title: str, count: int, none: str) -> None:
        """Begin some lines with their title and number, or say that there are none."""
        self._lines.addWidget(TextLabel(f"{title} ({count})", "body", 600))
        if not count:
            self._lines.addWidget(Paragraph(none, "table", "t3"))

    def add_question(self, question: str) -> None:
        """Set a question above the lines that answer it."""
        self._lines.addWidget(Paragraph(question, "table", "t2", 600))

    def add_line(self, words: str, below: str, drop: str, dropped: DebriefEntry) -> None:
        """Add what was written down, with a bin by whose name it is taken out."""
        line = KeptLine(words, below, drop)
        line.dropped.connect(partial(self.dropped.emit, dropped))
        self._lines.addWidget(line)
