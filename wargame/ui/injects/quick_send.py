"""Something written and sent within seconds: the text, to whom, as what, send."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from wargame.ui.injects.inject_words import KIND_ICONS, KIND_WORDS, RELIABILITY_WORDS
from wargame.ui.injects.seat_chips import SeatChips
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.metrics import SPACE_8, SPACE_12
from wargame.ui.widgets.buttons import PrimaryButton
from wargame.ui.widgets.choice import ChoiceBox
from wargame.ui.widgets.fault_note import FaultNote
from wargame.ui.widgets.form_sheet import FormSheet
from wargame.ui.widgets.segmented import SegmentedControl
from wargame.ui.widgets.surface import column
from wargame.ui.widgets.text import Paragraph, TextLabel

if TYPE_CHECKING:
    from wargame.model.injects import InjectKind, Reliability
    from wargame.model.seat_view import ActorLabel

EMPTY: Final = "There is nothing to send yet; write a text."


class QuickSend(FormSheet):
    """The first line of the text stands in the lists.

    Signals:
        send_wished(str, object, str, str, str): Text, seats (none for all), kind, sender,
            reliability.
    """

    send_wished = Signal(str, object, str, str, str)

    def __init__(self, seats: Sequence[ActorLabel], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QPlainTextEdit()
        self.text.setFont(text_font("body"))
        self.text.setAccessibleName("What the seats read")
        self.text.setPlaceholderText("What the seats read; the first line stands in the lists")
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(140)
        self.seats = SeatChips(seats)
        self.kind = SegmentedControl(
            [(kind, words, KIND_ICONS[kind]) for kind, words in KIND_WORDS.items()],
            "As what",
            small=True,
        )
        self.from_whom = QLineEdit()
        self.from_whom.setAccessibleName("From whom")
        self.from_whom.setPlaceholderText("From whom, such as the Foreign Minister of Oman")
        self.reliability = ChoiceBox(
            [(key, words) for key, words in RELIABILITY_WORDS.items() if key], "Reliability"
        )
        self.fault = FaultNote()
        self.fault.clear()
        self.send = PrimaryButton("Send now", "send", hint="Ctrl+Enter")
        self.set_primary(self.send)
        layout = column(self, spacing=SPACE_8, margins=(0, 0, SPACE_12, 0))
        layout.addWidget(self.text)
        layout.addWidget(TextLabel("To", "table", 600))
        layout.addWidget(self.seats)
        layout.addWidget(TextLabel("As", "table", 600))
        layout.addWidget(self.kind, 0, Qt.AlignmentFlag.AlignLeading)
        layout.addWidget(self.from_whom)
        layout.addWidget(self.reliability, 0, Qt.AlignmentFlag.AlignLeading)
        layout.addWidget(self.fault)
        layout.addWidget(self.send)
        layout.addWidget(
            Paragraph("It reaches the seats at once. Ctrl+Z takes it back.", "table", "t3")
        )
        layout.addStretch(1)
        self.kind.current_changed.connect(self._on_kind)
        self.send.clicked.connect(self._on_send)
        self._on_kind(self.kind.current())

    def focus_work(self) -> None:
        """The text."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, sentence: str) -> None:
        """Say why it was not sent."""
        self.fault.say(sentence)

    def _on_kind(self, key: str) -> None:
        self.from_whom.setVisible(key == "message")
        self.reliability.setVisible(key == "intelligence")

    def _on_send(self) -> None:
        text = self.text.toPlainText().strip()
        if not text:
            self.refuse(EMPTY)
            self.focus_work()
            return
        kind = cast("InjectKind", self.kind.current())
        reliability = cast("Reliability", self.reliability.current_key())
        self.send_wished.emit(
            text,
            self.seats.seats,
            kind,
            self.from_whom.text() if kind == "message" else "",
            reliability if kind == "intelligence" else "",
        )
