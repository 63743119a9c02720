"""The ruling: what holds, why, who learns what, and the one button that records it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QWidget

from wargame.ui.adjudicate.learners_list import LearnersList
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.metrics import SPACE_4, SPACE_8, SPACE_12
from wargame.ui.widgets.band_glyph import BandGlyph
from wargame.ui.widgets.buttons import PrimaryButton, QuietButton
from wargame.ui.widgets.checks import CheckBox, RadioButton
from wargame.ui.widgets.fault_note import FaultNote
from wargame.ui.widgets.growing_text import GrowingText
from wargame.ui.widgets.panel import PanelArea, PanelHead
from wargame.ui.widgets.scroll_page import ScrollContent, ScrollPage
from wargame.ui.widgets.surface import Hairline, column, row
from wargame.ui.widgets.text import Paragraph, TextLabel

if TYPE_CHECKING:
    from wargame.model.ruling_views import CaseView, RulingPreview

ACCEPT, CHANGE, WRITE = "accept", "change", "write"
_FIRST: Final = 3
"""Changes that are named; the rest are counted."""


class RulingPanel(PanelArea):
    """Shows what a draft would do, and says what is still missing.

    Signals:
        choice_made(str): ``accept``, ``change`` or ``write`` for acts; ``works`` or ``fails`` else.
        text_changed(): The reason or the words of the outcome are others.
        success_changed(bool): An act comes off, or not.
        record_wished(): Record the ruling.
    """

    choice_made = Signal(str)
    text_changed = Signal()
    success_changed = Signal(bool)
    record_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Ruling", parent)
        self._is_written = False
        self.choices = {
            ACCEPT: RadioButton("Accept the proposal"),
            CHANGE: RadioButton("Accept with changes"),
            WRITE: RadioButton("Write a different outcome"),
            "works": RadioButton("It works"),
            "fails": RadioButton("It fails"),
        }
        self._group = QButtonGroup(self)
        for key, radio in self.choices.items():
            self._group.addButton(radio)
            radio.clicked.connect(lambda _checked=False, key=key: self.choice_made.emit(key))
        self.success = CheckBox("It comes off")
        self.success.toggled.connect(self.success_changed)
        self.words = GrowingText(
            "What happened", "What happened, as those who learn of it read it", 2
        )
        self.words.text_written.connect(self.text_changed)
        self._words_label = TextLabel("What happened", "table", 400, "t2")
        self.reason = GrowingText("Reason", "Why, in one sentence", 2)
        self.reason.text_written.connect(self.text_changed)
        self._reason_label = TextLabel("Reason", "table", 400, "t2")
        self._needed = TextLabel("", "table", 400, "t3")
        self.who = QLineEdit("Control")
        self.who.setFont(text_font("table"))
        self.who.setMaxLength(80)
        self.who.setAccessibleName("Who rules")
        self.note = FaultNote()
        self._changes = Paragraph("", "table", "t2")
        self.learners = LearnersList()
        self.edit = QuietButton("Edit", "pencil", small=True)
        self.edit.setCheckable(True)
        self.edit.toggled.connect(self._on_edit)
        self._from = TextLabel("", "body", 400, "t2")
        self._to = TextLabel("", "body", 600)
        self._glyph = BandGlyph(1, 5)
        self._band = TextLabel("", "table", 500)
        self.record = PrimaryButton("Record ruling, next move", "gavel", shortcut="Ctrl+Return")
        self.record.clicked.connect(self.record_wished)
        self._lay_out()

    def show_case(self, view: CaseView, choice: str, words: str, reason: str) -> None:
        """Show a move with the draft of its ruling."""
        written = view.row.case.is_written
        self._is_written = written
        for key in (ACCEPT, CHANGE, WRITE):
            self.choices[key].setVisible(not written)
        for key in ("works", "fails"):
            self.choices[key].setVisible(written)
        if written:
            self._name_sides(view)
        self.choices[choice].setChecked(True)
        self.words.set_text(words)
        self.reason.set_text(reason)
        self._show_fields(choice)

    def _name_sides(self, view: CaseView) -> None:
        """Where dice fell, one side takes the roll and the other overrules it."""
        for key, words in (("works", "it works"), ("fails", "it fails")):
            fell = view.roll is not None
            with_it = (view.margin >= 0) == (key == "works")
            before = "Take the roll: " if with_it else "Overrule the roll: "
            self.choices[key].setText(before + words if fell else words.capitalize())

    def show_success(self, *, success: bool) -> None:
        """Whether an act comes off, without a signal."""
        with QSignalBlocker(self.success):
            self.success.setChecked(success)

    def show_choice(self, choice: str) -> None:
        """Mark what the draft amounts to."""
        self.choices[choice].setChecked(True)
        self._show_fields(choice)

    def show_preview(self, preview: RulingPreview, bands: int, *, needs_reason: bool) -> None:
        """Show what would follow, and what is missing."""
        count = len(preview.changes)
        what = f"{count} change" if count == 1 else f"{count or 'no'} changes"
        self.choices[CHANGE].setText(f"Accept with {what}")
        self.choices[CHANGE].setEnabled(count > 0)
        named = preview.changes[:_FIRST]
        more = f"\nand {count - _FIRST} more" if count > _FIRST else ""
        self._changes.set_text("\n".join(named) + more)
        self._changes.setVisible(bool(named))
        self._needed.setText("needed" if needs_reason else "optional")
        self.note.say(preview.fault, "warn" if preview.fault else "info")
        self.note.setVisible(bool(preview.fault))
        self.record.setEnabled(not preview.fault)
        moved = round(preview.before, 1) != round(preview.after, 1)
        self._from.setText(f"{preview.before:.1f} \u2192" if moved else "")
        self._from.setVisible(moved)
        self._to.setText(f"{preview.after:.1f}")
        self._glyph.set_band(preview.band.number, bands)
        self._band.setText(f"{preview.band.number} {preview.band.name}")

    def set_record_words(self, words: str) -> None:
        """What the button says."""
        self.record.setText(words)

    def _show_fields(self, choice: str) -> None:
        writes = choice in {WRITE, "works", "fails"}
        self._words_label.setVisible(writes)
        self.words.setVisible(writes)
        self.success.setVisible(choice == WRITE)
        asks = choice != ACCEPT
        for part in (self._reason_label, self._needed, self.reason):
            part.setVisible(asks)

    def _on_edit(self, checked: bool) -> None:
        self.edit.setText("Done" if checked else "Edit")
        self.learners.set_editing(editing=checked)

    def _lay_out(self) -> None:
        work = ScrollContent()
        lines = column(work)
        choices = column(spacing=0, margins=(SPACE_8, SPACE_8, SPACE_12, SPACE_8))
        for radio in self.choices.values():
            choices.addWidget(radio)
        lines.addLayout(choices)
        lines.addWidget(Hairline())
        texts = column(spacing=SPACE_4, margins=(SPACE_12, SPACE_8, SPACE_12, SPACE_12))
        texts.addWidget(self.success)
        texts.addWidget(self._words_label)
        texts.addWidget(self.words)
        texts.addSpacing(SPACE_4)
        head = row(spacing=SPACE_8)
        head.addWidget(self._reason_label)
        head.addStretch(1)
        head.addWidget(self._needed)
        texts.addLayout(head)
        texts.addWidget(self.reason)
        texts.addWidget(self.note)
        texts.addWidget(self._changes)
        by = row(spacing=SPACE_8)
        by.addWidget(TextLabel("Ruled by", "table", 400, "t2"))
        by.addWidget(self.who, 1)
        texts.addLayout(by)
        texts.addWidget(Paragraph("Kept in the log, shown in the debrief", "table", "t3"))
        lines.addLayout(texts)
        lines.addWidget(Hairline())
        learn = PanelHead("Who will learn what")
        learn.add_action(self.edit)
        lines.addWidget(learn)
        seats = column(margins=(SPACE_12, 0, SPACE_12, SPACE_8))
        seats.addWidget(self.learners)
        lines.addLayout(seats)
        lines.addStretch(1)
        whole = column(self)
        whole.addWidget(PanelHead("Ruling"))
        whole.addWidget(ScrollPage(work, "Ruling", by_key=True), 1)
        whole.addWidget(Hairline(strong=True))
        foot = column(spacing=SPACE_12, margins=(SPACE_12, SPACE_12, SPACE_12, SPACE_12))
        index = row(spacing=SPACE_8)
        index.addWidget(TextLabel("Index after it", "body", 500))
        index.addStretch(1)
        index.addWidget(self._from)
        index.addWidget(self._to)
        index.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignVCenter)
        index.addWidget(self._band)
        foot.addLayout(index)
        foot.addWidget(self.record)
        whole.addLayout(foot)
