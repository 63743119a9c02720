"""An advance warning written: to whom, against whom, how long before, how hard, in which words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from wargame.model.channels import Notice, Words
from wargame.model.ids import ActorId
from wargame.ui.item_models.actor_values import mark_of
from wargame.ui.team.form_line import FormLine
from wargame.ui.team.words import name_of
from wargame.ui.theme.metrics import SPACE_12
from wargame.ui.widgets.buttons import SecondaryButton
from wargame.ui.widgets.choice import ChoiceBox
from wargame.ui.widgets.count_spin import CountSpin
from wargame.ui.widgets.fault_note import FaultNote
from wargame.ui.widgets.growing_text import GrowingText
from wargame.ui.widgets.surface import Surface, column, row
from wargame.ui.widgets.text import Paragraph

if TYPE_CHECKING:
    from wargame.model.seat_view import SeatView

_EXPLAINED = (
    "An announced act surprises less and finds defences ready. From 12 h on it may be read as a "
    "message rather than as an attempt to do harm."
)
_HOURS = 30
_MOST_HOURS = 240
_NO_RUNG = -1


class NoticeForm(Surface):
    """The fields of an advance warning.

    Signals:
        send_wished(object): Say these Words.
    """

    send_wished = Signal(object)

    def __init__(self, view: SeatView, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        names = {label.id: label for label in view.actors}
        lines = view.channels.lines
        self.to = ChoiceBox(
            [(str(line.actor), name_of(names, line.actor)) for line in lines], "Tell"
        )
        others = [label for label in view.actors if label.id != view.seat]
        self.about = ChoiceBox([(str(label.id), label.name) for label in others], "Act against")
        for label in others:
            self.to.set_mark(str(label.id), mark_of(label.camp))
            self.about.set_mark(str(label.id), mark_of(label.camp))
        self.hours = CountSpin("Hours before", 1, _MOST_HOURS, _HOURS)
        rungs = [(str(_NO_RUNG), "Not said")]
        rungs += [(str(rung), f"About R{rung}") for rung in range(21)]
        self.rung = ChoiceBox(rungs, "Rung")
        self.text = GrowingText("Words", "What they shall understand", lines=2)
        self.note = FaultNote()
        self.send = SecondaryButton("Send the warning", "bell", suggested=True)
        self.send.setEnabled(bool(lines))
        whole = column(self, spacing=SPACE_12)
        whole.addWidget(Paragraph(_EXPLAINED, "table", "t2"))
        for label_text, control in (
            ("Tell", self.to),
            ("Act against", self.about),
            ("Hours before", self.hours),
            ("To be expected", self.rung),
            ("Words", self.text),
        ):
            whole.addWidget(FormLine(label_text, control))
        whole.addWidget(self.note)
        foot = row()
        foot.addStretch(1)
        foot.addWidget(self.send)
        whole.addLayout(foot)
        whole.addStretch(1)
        self.send.clicked.connect(self._on_send)

    def focus_work(self) -> None:
        """The first field."""
        self.to.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_refusal(self, sentence: str) -> None:
        """Say why it could not be sent."""
        self.note.say(sentence)

    def _on_send(self) -> None:
        rung = int(self.rung.current_key())
        notice = Notice(
            ActorId(self.about.current_key()),
            float(self.hours.value()),
            None if rung == _NO_RUNG else float(rung),
        )
        to = ActorId(self.to.current_key())
        self.send_wished.emit(Words(to=to, text=self.text.toPlainText(), notice=notice))
