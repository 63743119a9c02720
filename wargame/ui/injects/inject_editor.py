"""One inject of the list, to be written, edited or moved: what, to whom, and when it comes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from wargame.model.injects import Inject
from wargame.ui.injects.inject_words import KIND_ICONS, KIND_WORDS, RELIABILITY_WORDS
from wargame.ui.injects.seat_chips import SeatChips
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.metrics import SPACE_4, SPACE_8, SPACE_12
from wargame.ui.widgets.buttons import PrimaryButton, SecondaryButton
from wargame.ui.widgets.checks import CheckBox
from wargame.ui.widgets.choice import ChoiceBox
from wargame.ui.widgets.fault_note import FaultNote
from wargame.ui.widgets.form_sheet import FormSheet
from wargame.ui.widgets.scroll_page import ScrollContent, ScrollPage
from wargame.ui.widgets.segmented import SegmentedControl
from wargame.ui.widgets.surface import column, row
from wargame.ui.widgets.text import Paragraph, TextLabel, set_tip

if TYPE_CHECKING:
    from wargame.model.injects import InjectKind, Reliability
    from wargame.model.seat_view import ActorLabel

_KEYS: Final = (
    ("Turn", "turn >= 3"),
    ("Day", "day >= 7"),
    ("Clock", "minutes of planning >= 15"),
    ("Index", "index >= 75"),
    ("An act", "acts >= 1 R10"),
    ("Messages", "messages >= 3"),
)
"""Beginnings of triggers that a click writes."""


class InjectEditor(FormSheet):
    """Keeps the inject's id, effects and what came with it.

    Signals:
        kept(object, str): The Inject as it is to be, and its trigger as a line of words.
        send_wished(object, str): The same, and it is to be sent now.
    """

    kept = Signal(object, str)
    send_wished = Signal(object, str)

    def __init__(
        self,
        inject: Inject,
        trigger: str,
        seats: Sequence[ActorLabel],
        examples: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._inject = inject
        self.title = QLineEdit(inject.title)
        self.title.setAccessibleName("Title")
        self.title.setPlaceholderText("One line for the queue")
        self.title.setMaxLength(300)
        self.text = QPlainTextEdit(inject.text)
        self.text.setFont(text_font("body"))
        self.text.setAccessibleName("What the seats read")
        self.text.setPlaceholderText("What the seats read")
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(128)
        self.seats = SeatChips(seats, inject.to)
        self.kind = SegmentedControl(
            [(kind, words, KIND_ICONS[kind]) for kind, words in KIND_WORDS.items()],
            "As what",
            small=True,
        )
        self.kind.set_current(inject.kind)
        self.from_whom = QLineEdit(inject.sender)
        self.from_whom.setAccessibleName("From whom")
        self.from_whom.setPlaceholderText("From whom")
        self.reliability = ChoiceBox(tuple(RELIABILITY_WORDS.items()), "Reliability")
        self.reliability.set_current_key(inject.reliability)
        self.trigger = QLineEdit(trigger)
        self.trigger.setAccessibleName("Trigger")
        self.trigger.setPlaceholderText("By hand; or such as: index >= 75 and turn >= 3")
        set_tip(self.trigger, examples)
        self.by_itself = CheckBox("Goes by itself when it is due", checked=inject.by_itself)
        self.fault = FaultNote()
        self.fault.clear()
        self.keep = PrimaryButton("Keep", "check", hint="Ctrl+Enter")
        self.set_primary(self.keep)
        self.send = SecondaryButton("Send now", "send")
        self._build()
        self._connect()

    def focus_work(self) -> None:
        """The title of a new one, the trigger of one that is there."""
        first = self.title if not self._inject.title else self.trigger
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, sentence: str) -> None:
        """Say why it was not kept."""
        self.fault.say(sentence)

    def written(self) -> Inject:
        """The inject as it stands in the fields; its trigger is read by whoever keeps it."""
        return replace(
            self._inject,
            title=self.title.text().strip(),
            text=self.text.toPlainText().strip(),
            kind=cast("InjectKind", self.kind.current()),
            to=self.seats.seats,
            sender=self.from_whom.text().strip(),
            reliability=cast("Reliability", self.reliability.current_key()),
            by_itself=self.by_itself.isChecked(),
        )

    def _build(self) -> None:
        content = ScrollContent()
        lines = column(content, spacing=SPACE_8, margins=(0, 0, SPACE_12, 0))
        for label, field in (("Title", self.title), ("Text", self.text), ("To", self.seats)):
            lines.addWidget(TextLabel(label, "table", 600))
            lines.addWidget(field)
        lines.addWidget(TextLabel("As", "table", 600))
        lines.addWidget(self.kind, 0, Qt.AlignmentFlag.AlignLeading)
        lines.addWidget(self.from_whom)
        lines.addWidget(self.reliability, 0, Qt.AlignmentFlag.AlignLeading)
        lines.addWidget(TextLabel("When", "table", 600))
        lines.addWidget(self.trigger)
        beginnings = row(spacing=SPACE_4)
        for words, beginning in _KEYS:
            button = SecondaryButton(words, small=True)
            set_tip(button, f"Write “{beginning}”")
            button.clicked.connect(lambda _=False, text=beginning: self._on_beginning(text))
            beginnings.addWidget(button)
        beginnings.addStretch(1)
        lines.addLayout(beginnings)
        lines.addWidget(self.by_itself)
        if self._inject.effects:
            count = len(self._inject.effects)
            words = f"It also moves {count} number{'s' if count > 1 else ''} of the model."
            lines.addWidget(Paragraph(words, "table", "t3"))
        lines.addStretch(1)
        layout = column(self, spacing=SPACE_8, margins=(0, 0, SPACE_12, 0))
        layout.addWidget(ScrollPage(content, "The inject"), 1)
        layout.addWidget(self.fault)
        buttons = row(spacing=SPACE_8)
        buttons.addWidget(self.keep, 1)
        buttons.addWidget(self.send)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.kind.current_changed.connect(self._on_kind)
        self.keep.clicked.connect(lambda: self.kept.emit(self.written(), self.trigger.text()))
        self.send.clicked.connect(
            lambda: self.send_wished.emit(self.written(), self.trigger.text())
        )
        self._on_kind(self.kind.current())

    def _on_kind(self, key: str) -> None:
        self.from_whom.setVisible(key == "message")
        self.reliability.setVisible(key == "intelligence")

    def _on_beginning(self, text: str) -> None:
        line = self.trigger.text().strip()
        self.trigger.setText(f"{line} and {text}" if line else text)
        self.trigger.setFocus(Qt.FocusReason.OtherFocusReason)
