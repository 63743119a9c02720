"""One line above the work of somebody who plays alone: what to expect, and whom to ask."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wargame.ui.theme.metrics import SPACE_4, SPACE_8, SPACE_12
from wargame.ui.widgets.buttons import QuietButton
from wargame.ui.widgets.icon_label import IconLabel
from wargame.ui.widgets.surface import Hairline, Surface, column, row
from wargame.ui.widgets.text import ElidedLabel, set_tip


class PracticeStrip(Surface):
    """The line.

    Signals:
        predict_wished(): Say what is to be expected of this turn.
        interview_wished(): Ask another seat why.
        coach_wished(): Switch the coach on or off.
    """

    predict_wished = Signal()
    interview_wished = Signal()
    coach_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._words = ElidedLabel("", "table", 400, "t2")
        self.predict = QuietButton("Predict", "target", small=True)
        set_tip(self.predict, "Say how likely three events are; you are scored at the end")
        self.ask = QuietButton("Ask an opponent", "message-square", small=True)
        self.coach = QuietButton("", small=True)
        self.predict.clicked.connect(self.predict_wished)
        self.ask.clicked.connect(self.interview_wished)
        self.coach.clicked.connect(self.coach_wished)
        whole = column(self)
        line = row(spacing=SPACE_8, margins=(SPACE_12, SPACE_4, SPACE_8, SPACE_4))
        line.addWidget(IconLabel("target", size=14))
        line.addWidget(self._words, 1)
        line.addWidget(self.predict)
        line.addWidget(self.ask)
        line.addWidget(self.coach)
        whole.addLayout(line)
        whole.addWidget(Hairline())
        self.show_coach(is_on=True)

    def show_predictions(self, words: str, *, may_predict: bool, action: str) -> None:
        """Show how predictions stand, and whether they can be made now."""
        self._words.setText(words)
        self.predict.setText(action)
        self.predict.setVisible(may_predict)

    def set_may_ask(self, *, may_ask: bool) -> None:
        """Whether another seat can be asked now."""
        self.ask.setVisible(may_ask)

    def show_coach(self, *, is_on: bool) -> None:
        """Offer to switch the coach off, or on."""
        self.coach.setText("Switch coach off" if is_on else "Switch coach on")
        set_tip(
            self.coach,
            "Say nothing more about drafts and outcomes in this game"
            if is_on
            else "Have drafts and outcomes spoken of above the work",
        )
