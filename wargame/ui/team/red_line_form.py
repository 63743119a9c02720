"""A red line drawn or changed by the team: the line, its rung and front, the promised answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from wargame.ui.team.form_line import FormLine
from wargame.ui.theme.metrics import SPACE_12
from wargame.ui.widgets.buttons import QuietButton, SecondaryButton
from wargame.ui.widgets.choice import ChoiceBox
from wargame.ui.widgets.count_spin import CountSpin
from wargame.ui.widgets.fault_note import FaultNote
from wargame.ui.widgets.growing_text import GrowingText
from wargame.ui.widgets.rung_slider import RungSlider
from wargame.ui.widgets.surface import Surface, column, row
from wargame.ui.widgets.text import Paragraph

if TYPE_CHECKING:
    from wargame.model.seat_view import RedLineView, SeatView
    from wargame.ui.theme.bands import BandScale

_NEW: Final = ""
_EXPLAINED: Final = (
    "Private to this seat. Control is told when an act crosses the line, and whether the answer "
    "came in time."
)
_FIRST_RUNG: Final = 9
_WITHIN: Final = 4


@dataclass(frozen=True, slots=True)
class LineWish:
    """What the form asks for; ``line`` is empty for a new line."""

    line: str
    text: str
    rung: float
    promise: str
    front: str
    within: int


class RedLineForm(Surface):
    """The fields of a line.

    Signals:
        drawn(object): Draw or change the line; a LineWish.
        dropped(str): Give the line up.
    """

    drawn = Signal(object)
    dropped = Signal(str)

    def __init__(self, view: SeatView, scale: BandScale, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._lines = {line.id: line for line in view.red_lines}
        choices = [(_NEW, "A new line"), *((key, ln.text) for key, ln in self._lines.items())]
        self.which = ChoiceBox(choices, "Which line")
        self.text = GrowingText("The line", "What shall not happen")
        self.rung = RungSlider(scale, "Crossed from")
        fronts = [("", "On any front"), *view.channels.fronts]
        self.front = ChoiceBox(fronts, "Front")
        self.promise = GrowingText("Promised answer", "What we said we would do")
        self.within = CountSpin("Turns for the answer", 0, view.turns, _WITHIN)
        self.note = FaultNote()
        self.keep = SecondaryButton("Draw the line", "flag", suggested=True)
        self.drop = QuietButton("Give it up")
        whole = column(self, spacing=SPACE_12)
        whole.addWidget(Paragraph(_EXPLAINED, "table", "t2"))
        for label, control in (
            ("Which line", self.which),
            ("The line", self.text),
            ("Crossed from", self.rung),
            ("Front", self.front),
            ("Our answer", self.promise),
            ("Within turns", self.within),
        ):
            whole.addWidget(FormLine(label, control))
        whole.addWidget(self.note)
        foot = row()
        foot.addWidget(self.drop)
        foot.addStretch(1)
        foot.addWidget(self.keep)
        whole.addLayout(foot)
        whole.addStretch(1)
        self.which.key_changed.connect(self._show_line)
        self.keep.clicked.connect(self._on_keep)
        self.drop.clicked.connect(self._on_drop)
        self._show_line(_NEW)

    def focus_work(self) -> None:
        """The words of the line."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_refusal(self, sentence: str) -> None:
        """Say why the line could not be drawn."""
        self.note.say(sentence)

    def _show_line(self, key: str) -> None:
        line: RedLineView | None = self._lines.get(key)
        self.text.set_text(line.text if line else "")
        self.rung.setValue(round(line.rung) if line else _FIRST_RUNG)
        self.front.set_current_key(str(line.front or "") if line else "")
        self.promise.set_text(line.promise if line else "")
        self.within.set_value(line.within if line else _WITHIN)
        self.keep.setText("Change the line" if line else "Draw the line")
        self.drop.setVisible(line is not None)
        self.note.clear()

    def _on_keep(self) -> None:
        self.drawn.emit(
            LineWish(
                line=self.which.current_key(),
                text=self.text.toPlainText(),
                rung=float(self.rung.value()),
                promise=self.promise.toPlainText(),
                front=self.front.current_key(),
                within=self.within.value(),
            )
        )

    def _on_drop(self) -> None:
        self.dropped.emit(self.which.current_key())
