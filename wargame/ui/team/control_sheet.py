"""Everything that came from control in full, with a field to ask it something."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wargame.ui.team.control_lines import REPORT_ICONS, REPORT_WORDS
from wargame.ui.theme.metrics import SPACE_4, SPACE_8, SPACE_12, SPACE_16
from wargame.ui.widgets.buttons import PrimaryButton
from wargame.ui.widgets.fault_note import FaultNote
from wargame.ui.widgets.form_sheet import FormSheet
from wargame.ui.widgets.growing_text import GrowingText
from wargame.ui.widgets.icon_label import IconLabel
from wargame.ui.widgets.scroll_page import ScrollContent, ScrollPage
from wargame.ui.widgets.surface import Hairline, column
from wargame.ui.widgets.text import Paragraph

if TYPE_CHECKING:
    from wargame.model.control_words import Report, SeatQuestion
    from wargame.model.seat_view import SeatView
    from wargame.ui.theme.icon_names import IconName

NOTHING_YET: Final = "Nothing has come from control yet."


class ControlSheet(FormSheet):
    """What is being written stays when something arrives.

    Signals:
        asked(str): Ask control this.
        draft_written(str): The question as far as it is written.
    """

    asked = Signal(str)
    draft_written = Signal(str)

    def __init__(self, draft: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = GrowingText("Question to control", "What do you want to know?", 2)
        self.text.set_text(draft)
        self.fault = FaultNote()
        self.fault.clear()
        self.ask = PrimaryButton("Ask control", "send", hint="Ctrl+Enter")
        self.set_primary(self.ask)
        self._entries: dict[str, QWidget] = {}
        self._content = QWidget()
        self._page: ScrollPage | None = None
        self._shown: tuple[object, object] = ((), ())
        layout = column(self, spacing=SPACE_8, margins=(0, 0, SPACE_12, 0))
        layout.addWidget(self.text)
        layout.addWidget(self.fault)
        layout.addWidget(self.ask)
        layout.addWidget(Paragraph("Only your team reads the answer, as a rule.", "table", "t3"))
        self._place = column(margins=(0, SPACE_8, 0, 0))
        layout.addLayout(self._place, 1)
        self.text.text_written.connect(self.draft_written)
        self.ask.clicked.connect(self._on_ask)

    def show_control(self, view: SeatView) -> None:
        """Show what the seat has from control now."""
        if self._page is not None and self._shown == (view.reports, view.questions):
            return
        self._shown = (view.reports, view.questions)
        before = self._page.verticalScrollBar().value() if self._page is not None else 0
        if self._page is not None:
            self._place.removeWidget(self._page)
            self._page.hide()
            self._page.deleteLater()
        self._entries = {}
        content = ScrollContent()
        lines = column(content, spacing=SPACE_12, margins=(0, 0, SPACE_12, SPACE_16))
        for question in reversed(view.questions):
            self._add(lines, f"question-{question.number}", _question(question))
        for report in reversed(view.reports):
            self._add(lines, f"report-{report.number}", _report(report))
        if not self._entries:
            lines.addWidget(Paragraph(NOTHING_YET, "body", "t3"))
        lines.addStretch(1)
        self._content = content
        self._page = ScrollPage(content, "What came from control", by_key=True)
        self._place.addWidget(self._page)
        self._page.verticalScrollBar().setValue(before)

    def read(self, key: str) -> None:
        """Bring one of them into sight."""
        entry = self._entries.get(key)
        layout = self._content.layout()
        if entry is not None and self._page is not None and layout is not None:
            layout.activate()
            self._page.ensureWidgetVisible(entry)

    def focus_work(self) -> None:
        """The question."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, sentence: str) -> None:
        """Say why it was not asked."""
        self.fault.say(sentence)

    def clear_asked(self) -> None:
        """The question is on its way."""
        self.text.set_text("")
        self.fault.clear()
        self.draft_written.emit("")

    def _add(self, lines: QVBoxLayout, key: str, entry: QWidget) -> None:
        lines.addWidget(entry)
        lines.addWidget(Hairline())
        self._entries[key] = entry

    def _on_ask(self) -> None:
        text = self.text.toPlainText().strip()
        if not text:
            self.refuse("Write what you want to know.")
            self.focus_work()
            return
        self.asked.emit(text)


def _report(report: Report) -> QWidget:
    facts = [REPORT_WORDS[report.kind], f"turn {report.turn}"]
    facts += [f"from {report.sender}"] if report.sender else []
    facts += [report.reliability] if report.reliability else []
    first, _, rest = report.text.strip().partition("\n")
    # What was sent in haste has its first line for a title.
    text = rest if first.strip() == report.title.strip() else report.text
    return _entry(REPORT_ICONS[report.kind], " · ".join(facts), report.title, text)


def _question(question: SeatQuestion) -> QWidget:
    if question.is_open:
        return _entry("hourglass", "Not answered yet", question.text, "")
    words = "Answer" if question.is_own else "Answer to all"
    title = question.text or question.answer
    text = question.answer if question.is_own else ""
    return _entry("circle-help", f"{words} · turn {question.answered_turn}", title, text)


def _entry(icon: IconName, facts: str, title: str, text: str) -> QWidget:
    entry = QWidget()
    lines = column(entry, spacing=SPACE_4)
    lines.addWidget(IconLabel(icon, facts, "table", "t3"))
    lines.addWidget(Paragraph(title, "body", weight=600))
    for part in filter(None, (piece.strip() for piece in text.split("\n"))):
        lines.addWidget(Paragraph(part, "body", "t1"))
    entry.setAccessibleName(f"{facts}: {title}")
    entry.setAccessibleDescription(text)
    return entry
