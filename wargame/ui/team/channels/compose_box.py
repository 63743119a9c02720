"""Writing to somebody: the words, who carries them, what that risks; or words to carry on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from wargame.model.channels import Words
from wargame.model.ids import ActorId
from wargame.ui.team.channels.channel_words import risk_words
from wargame.ui.team.words import Names, name_of
from wargame.ui.theme.metrics import SPACE_8, SPACE_12
from wargame.ui.widgets.buttons import IconButton, SecondaryButton
from wargame.ui.widgets.choice import ChoiceBox
from wargame.ui.widgets.fault_note import FaultNote
from wargame.ui.widgets.growing_text import GrowingText
from wargame.ui.widgets.surface import Hairline, Surface, column, row
from wargame.ui.widgets.text import ElidedLabel, Paragraph

if TYPE_CHECKING:
    from wargame.model.channel_view import LineView, MessageView

_CARRY: Final = 124
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class ComposeBox(Surface):
    """The foot of a conversation. What was typed stays with its conversation.

    Signals:
        send_wished(object): Say these Words.
        passed(int, str): Carry message number n on, in these words.
        declined(int): Do not carry message number n.
    """

    send_wished = Signal(object)
    passed = Signal(int, str)
    declined = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._partner: ActorId | None = None
        self._line: LineView | None = None
        self._asked: MessageView | None = None
        self._drafts: dict[str, str] = {}
        self.ask = Paragraph("", "table", "t1", 600)
        self.text = GrowingText("Message")
        self.text.installEventFilter(self)
        self.carry = ChoiceBox((("", "Direct"),), "Carried to", small=True)
        self.carry.setFixedWidth(_CARRY)
        self.discreet = IconButton("eye-off", "Not for quotation", 14, small=True)
        self.discreet.setCheckable(True)
        self.risk = ElidedLabel("", "table", 400, "t3")
        self.note = FaultNote()
        self.send = SecondaryButton("Send", "send", small=True)
        self.refuse = SecondaryButton("Do not carry", small=True)
        lines = column(spacing=SPACE_8, margins=(SPACE_12, SPACE_8, SPACE_12, SPACE_12))
        lines.addWidget(self.ask)
        lines.addWidget(self.text)
        lines.addWidget(self.note)
        foot = row(spacing=SPACE_8)
        foot.addWidget(self.carry)
        foot.addWidget(self.discreet)
        foot.addWidget(self.risk, 1)
        foot.addWidget(self.refuse)
        foot.addWidget(self.send)
        lines.addLayout(foot)
        whole = column(self)
        whole.addWidget(Hairline())
        whole.addLayout(lines)
        self.text.text_written.connect(self._on_text_written)
        self.carry.key_changed.connect(self._retell)
        self.send.clicked.connect(self._on_send)
        self.refuse.clicked.connect(self._on_refuse)

    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key visits, in order."""
        return (self.text, self.carry, self.discreet, self.refuse, self.send)

    def show_partner(
        self,
        partner: ActorId | None,
        line: LineView | None,
        asked: MessageView | None,
        names: Names,
    ) -> None:
        """Write to another partner, or carry what is asked; what stands in the field stays its own.

        Args:
            partner: Who it is; None for everybody.
            line: The line to it; None in public and where none is left.
            asked: A message of the partner's that waits to be carried on; None for none.
            names: The actors.
        """
        changed = self._key() != _key_of(partner, asked)
        self._partner, self._line, self._asked = partner, line, asked
        who = name_of(names, partner, "everybody")
        to = name_of(names, asked.to) if asked is not None else ""
        self.ask.set_text(f"Carry this to {to} in your own words, or do not." if to else "")
        self.ask.setVisible(asked is not None)
        words = f"Your words to {to}; empty passes on theirs" if to else f"Message to {who}"
        self.text.setPlaceholderText(words)
        self.text.setAccessibleName(words)
        self.setAccessibleName(words)
        others = [
            (str(label.id), f"Carry to: {label.id}")
            for label in names.values()
            if partner is not None and label.id != partner and label.camp != "background"
        ]
        self.carry.set_choices((("", "Direct"), *others))
        if changed:
            self.carry.set_current_key("")
            self.text.set_text(self._drafts.get(self._key(), ""))
            self.note.clear()
        is_open = partner is None or line is not None
        for part in (self.text, self.send):
            part.setEnabled(is_open or asked is not None)
        plain = partner is not None and asked is None
        self.carry.setVisible(plain)
        self.discreet.setVisible(plain)
        self.refuse.setVisible(asked is not None)
        self.send.setText("Pass on" if asked is not None else "Send")
        self._retell()

    def clear_sent(self) -> None:
        """What was written has been said."""
        self._drafts.pop(self._key(), None)
        self.text.set_text("")
        self.note.clear()

    def show_refusal(self, sentence: str) -> None:
        """Say why it could not be said."""
        self.note.say(sentence)

    @property
    def drafts(self) -> dict[str, str]:
        """What is written and not yet said, by conversation."""
        return dict(self._drafts)

    def take_drafts(self, drafts: dict[str, str]) -> None:
        """Go on with what was written before the screen was hidden."""
        self._drafts = dict(drafts)
        self.text.set_text(self._drafts.get(self._key(), ""))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.text and isinstance(event, QKeyEvent):
            # Enter writes a new line; with Alt it sends, since Ctrl+Enter seals the orders.
            alone = event.modifiers() & Qt.KeyboardModifier.AltModifier
            if event.type() == QEvent.Type.KeyPress and event.key() in _ENTER and alone:
                self._on_send()
                return True
        return super().eventFilter(watched, event)

    def _key(self) -> str:
        return _key_of(self._partner, self._asked)

    def _retell(self) -> None:
        asked = self._asked is not None
        words = "" if asked else risk_words(self._line, carried=bool(self.carry.current_key()))
        if self._partner is not None and self._line is None and not asked:
            words = "No line to them now"
        self.risk.setText(words)

    def _on_text_written(self, text: str) -> None:
        self._drafts[self._key()] = text

    def _on_send(self) -> None:
        text = self.text.toPlainText()
        if self._asked is not None:
            self.passed.emit(self._asked.number, text.strip() or self._asked.words)
            return
        target = self.carry.current_key()
        partner = self._partner
        self.send_wished.emit(
            Words(
                to=ActorId(target) if target else partner,
                text=text,
                via=partner if target else None,
                quotable=not self.discreet.isChecked() or partner is None,
            )
        )

    def _on_refuse(self) -> None:
        if self._asked is not None:
            self.declined.emit(self._asked.number)


def _key_of(partner: ActorId | None, asked: MessageView | None) -> str:
    return f"{partner or ''}/{asked.number if asked is not None else ''}"
