"""The preview of a report: what stands in each section, and fields for the author's own words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from wargame.model.report import Chart, OwnText, Table
from wargame.model.report import Paragraph as ReportParagraph
from wargame.reports.report_pages import cites_words
from wargame.ui.theme.icon_names import IconName
from wargame.ui.theme.metrics import SPACE_4, SPACE_8, SPACE_12, SPACE_16
from wargame.ui.widgets.buttons import PrimaryButton, SecondaryButton
from wargame.ui.widgets.choice import ChoiceBox
from wargame.ui.widgets.form_sheet import FormSheet
from wargame.ui.widgets.growing_text import GrowingText
from wargame.ui.widgets.scroll_page import ScrollContent, ScrollPage
from wargame.ui.widgets.surface import Hairline, column, row
from wargame.ui.widgets.text import Paragraph, TextLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QVBoxLayout

    from wargame.model.report import Block, Report, Section
    from wargame.model.seat_view import ActorLabel

EVERYTHING: Final = ""
"""The report for control, among those for teams."""

_KINDS: Final[dict[str, tuple[str, IconName]]] = {
    "word": ("Save as Word document", "file-text"),
    "pdf": ("Save as PDF", "download"),
    "html": ("Save as web page", "globe"),
}
_WIDTH: Final = 560
_KEEP_AFTER_MS: Final = 600
_MOST_SENTENCES: Final = 4


class ReportSheet(FormSheet):
    """Shows a report, and takes the author's words.

    Signals:
        seat_chosen(str): Show the report for this team; empty for the one for control.
        text_written(str, str): The author's words for the place of this key.
        save_wished(): Write the report to a file.
        tables_wished(): Write the tables to a file.
    """

    seat_chosen = Signal(str)
    text_written = Signal(str, str)
    save_wished = Signal()
    tables_wished = Signal()

    def __init__(
        self, kind: str, seats: Sequence[ActorLabel], seat: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setMinimumWidth(_WIDTH)
        self._unkept: dict[str, str] = {}
        self._keep = QTimer(self, singleShot=True, interval=_KEEP_AFTER_MS)
        self._keep.timeout.connect(self.keep)
        self.fields: dict[str, GrowingText] = {}
        choices = [(EVERYTHING, "Control: everything")]
        choices += [(str(label.id), f"Team: {label.name}") for label in seats]
        self.reader = ChoiceBox(choices, "For whom the report is")
        self.reader.set_current_key(seat)
        self.said = Paragraph("", "table", "t2")
        words, icon = _KINDS[kind]
        self.save = PrimaryButton(words, icon)
        self.tables = SecondaryButton("Save tables", "table")
        self.page: ScrollPage | None = None
        head = row(spacing=SPACE_8, margins=(0, 0, SPACE_12, 0))
        head.addWidget(TextLabel("For", "table", 400, "t2"))
        head.addWidget(self.reader)
        head.addStretch(1)
        foot = row(spacing=SPACE_8, margins=(0, SPACE_8, SPACE_12, 0))
        foot.addWidget(self.tables)
        foot.addStretch(1)
        foot.addWidget(self.save)
        self._whole = column(self, spacing=SPACE_8)
        self._whole.addLayout(head)
        self._whole.addWidget(self.said)
        self._whole.addWidget(Hairline())
        self._whole.addStretch(1)
        self._whole.addLayout(foot)
        self.save.setEnabled(False)
        self.set_primary(self.save)
        self.reader.key_changed.connect(self._on_reader)
        self.save.clicked.connect(self._on_save)
        self.tables.clicked.connect(self.tables_wished)

    def show_report(self, report: Report) -> None:
        """Show another report; what was written last is kept first."""
        self.keep()
        if self.page is not None:
            self.page.hide()
            self.page.deleteLater()
        else:
            self._whole.takeAt(3)
        self.fields = {}
        content = ScrollContent()
        lines = column(content, spacing=SPACE_8, margins=(0, SPACE_4, SPACE_16, SPACE_16))
        for number, section in enumerate(report.sections, start=1):
            self._add_section(lines, number, section)
        lines.addStretch(1)
        self.page = ScrollPage(content, "Preview of the report", by_key=True)
        self._whole.insertWidget(3, self.page, 1)
        cited = sum(bool(claim.cites) for claim in report.claims())
        what = "what the team knew" if report.seat else "events of the log"
        self.said.set_text(
            f"{len(report.sections)} sections; {cited:,} statements cite {what}. "
            "Fields are yours; the rest follows from the game."
        )
        self.save.setEnabled(True)

    def keep(self) -> None:
        """Hand over words that were written and not yet handed over."""
        self._keep.stop()
        unkept, self._unkept = self._unkept, {}
        for key, text in unkept.items():
            self.text_written.emit(key, text)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was written, however the sheet is left."""
        self.keep()
        super().hideEvent(event)

    def _add_section(self, lines: QVBoxLayout, number: int, section: Section) -> None:
        title = TextLabel(f"{number}. {section.title}", "title", 600)
        lines.addSpacing(SPACE_8)
        lines.addWidget(title)
        for block in section.blocks:
            if isinstance(block, OwnText):
                self._add_field(lines, block)
            else:
                lines.addWidget(Paragraph(_words_of(block), "table", "t2"))

    def _add_field(self, lines: QVBoxLayout, block: OwnText) -> None:
        lines.addWidget(TextLabel(block.title, "table", 500))
        field = GrowingText(block.title, "Your own words; Markdown for lists and emphasis")
        field.set_text(block.text)
        field.text_written.connect(partial(self._on_written, block.key))
        self.fields[block.key] = field
        lines.addWidget(field)

    def _on_written(self, key: str, text: str) -> None:
        self._unkept[key] = text
        self._keep.start()

    def _on_reader(self, seat: str) -> None:
        self.keep()
        self.save.setEnabled(False)
        self.seat_chosen.emit(seat)

    def _on_save(self) -> None:
        self.keep()
        self.save_wished.emit()


def _words_of(block: Block) -> str:
    """What a part of the report says, shortly."""
    match block:
        case ReportParagraph(sentences):
            said = [
                f"{sentence.text} {cites_words(sentence.cites)}".rstrip()
                for sentence in sentences[:_MOST_SENTENCES]
            ]
            more = len(sentences) - len(said)
            if more:
                said.append(f"And {more} more {'sentence' if more == 1 else 'sentences'}.")
            return " ".join(said)
        case Table(caption, _, rows) if rows:
            count = "1 row" if len(rows) == 1 else f"{len(rows):,} rows"
            return f"Table: {caption} ({count})"
        case Table():
            return f"{block.caption}: {block.none}"
        case Chart(caption):
            return f"Chart: {caption}"
    return ""
