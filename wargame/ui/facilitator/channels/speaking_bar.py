"""Control speaks in any seat's name: who, to whom, through whom, the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wargame.model.channels import Words
from wargame.model.ids import ActorId
from wargame.ui.theme.metrics import SPACE_8, SPACE_12
from wargame.ui.widgets.buttons import SecondaryButton
from wargame.ui.widgets.choice import ChoiceBox
from wargame.ui.widgets.fault_note import FaultNote
from wargame.ui.widgets.growing_text import GrowingText
from wargame.ui.widgets.surface import Hairline, Surface, column, row

if TYPE_CHECKING:
    from collections.abc import Sequence

_WIDTH = 132


class SpeakingBar(Surface):
    """One line of choices and a field.

    Signals:
        send_wished(str, object): As this seat, say these Words.
    """

    send_wished = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._seats: tuple[tuple[ActorId, str], ...] = ()
        self.speaker = ChoiceBox((), "Speak as", small=True)
        self.to = ChoiceBox((), "To", small=True)
        self.via = ChoiceBox((), "Through", small=True)
        for choice in (self.speaker, self.to, self.via):
            choice.setMaximumWidth(_WIDTH)
        self.text = GrowingText("Words in the name of a seat", "Words in the name of a seat")
        self.send = SecondaryButton("Send", "send", small=True)
        self.note = FaultNote()
        lines = column(spacing=SPACE_8, margins=(SPACE_12, SPACE_8, SPACE_12, SPACE_8))
        choices = row(spacing=SPACE_8)
        for choice in (self.speaker, self.to, self.via):
            choices.addWidget(choice)
        choices.addStretch(1)
        choices.addWidget(self.send)
        lines.addWidget(self.text)
        lines.addWidget(self.note)
        lines.addLayout(choices)
        whole = column(self)
        whole.addWidget(Hairline())
        whole.addLayout(lines)
        self.send.clicked.connect(self._on_send)

    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key visits, in order."""
        return (self.text, self.speaker, self.to, self.via, self.send)

    def show_seats(self, seats: Sequence[tuple[ActorId, str]]) -> None:
        """Offer these seats."""
        if tuple(seats) == self._seats:
            return
        self._seats = tuple(seats)
        named = [(str(actor), name) for actor, name in seats]
        self.speaker.set_choices([(key, f"As {name}") for key, name in named])
        self.to.set_choices([("", "To everybody"), *((key, f"To {n}") for key, n in named)])
        self.via.set_choices([("", "Directly"), *((key, f"Through {n}") for key, n in named)])

    def clear_sent(self) -> None:
        """What was written has been said."""
        self.text.set_text("")
        self.note.clear()

    def show_refusal(self, sentence: str) -> None:
        """Say why it could not be said."""
        self.note.say(sentence)

    def _on_send(self) -> None:
        to, via = self.to.current_key(), self.via.current_key()
        words = Words(
            to=ActorId(to) if to else None,
            text=self.text.toPlainText(),
            via=ActorId(via) if via else None,
        )
        self.send_wished.emit(self.speaker.current_key(), words)
