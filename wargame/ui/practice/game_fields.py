"""What concerns a practice game as a whole: where it starts, how long, against whom."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wargame.model.ids import Controller
from wargame.model.practice import Difficulty, Length
from wargame.ui.practice.words import (
    DIFFICULTIES,
    DIFFICULTY_MEANING,
    LENGTHS,
    OPPONENT_MEANING,
    OPPONENTS,
)
from wargame.ui.theme.metrics import SPACE_12, SPACE_16
from wargame.ui.widgets.checks import CheckBox
from wargame.ui.widgets.choice import ChoiceBox
from wargame.ui.widgets.field import Field
from wargame.ui.widgets.segmented import SegmentedControl
from wargame.ui.widgets.surface import column
from wargame.ui.widgets.text import set_tip

if TYPE_CHECKING:
    from wargame.play.practice.set_up import SoloChoice
    from wargame.ui.practice.set_up_form import PracticeOffer


class GameFields(QWidget):
    """The fields, each with a sentence that says what the choice means.

    Args:
        offer: What there is to choose from.

    Signals:
        choice_changed(object): The SoloChoice with these fields as they are now.
    """

    choice_changed = Signal(object)

    def __init__(self, offer: PracticeOffer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offer = offer
        self._choice: SoloChoice | None = None
        self.start = ChoiceBox(offer.starts, "Start")
        self.length = SegmentedControl(
            [(one.length, LENGTHS[one.length], None) for one in offer.lengths], "Length"
        )
        self.opponents = SegmentedControl(
            [(one, OPPONENTS[one], None) for one in offer.opponents], "Opponents"
        )
        self.difficulty = SegmentedControl(
            [(one, words, None) for one, words in DIFFICULTIES.items()], "Difficulty"
        )
        self.coach = CheckBox("A coach reads my moves with me")
        self._length = Field("Length", self.length)
        self._opponents = Field("Opponents", self.opponents)
        self._difficulty = Field("Difficulty", self.difficulty)
        fields = column(self, spacing=SPACE_16, margins=(SPACE_12, SPACE_12, SPACE_12, SPACE_12))
        start = Field("Start", self.start)
        for field in (start, self._length, self._opponents, self._difficulty):
            fields.addWidget(field)
        coach = Field("Coach", self.coach, "It sees what your seat sees. It can be switched off.")
        fields.addWidget(coach)
        start.setVisible(len(offer.starts) > 1)
        self._opponents.setVisible(len(offer.opponents) > 1)
        fields.addStretch(1)
        self.start.key_changed.connect(lambda key: self._change(start=key))
        self.length.current_changed.connect(lambda key: self._change(length=Length(key)))
        self.opponents.current_changed.connect(lambda key: self._change(opponents=Controller(key)))
        self.difficulty.current_changed.connect(
            lambda key: self._change(difficulty=Difficulty(key))
        )
        self.coach.toggled.connect(lambda on: self._change(coach=on))

    def show_choice(self, choice: SoloChoice) -> None:
        """Show what is chosen."""
        self._choice = None
        self.start.set_current_key(choice.start)
        set_tip(self.start, dict(self._offer.starts)[choice.start])
        self.length.set_current(choice.length)
        self.opponents.set_current(choice.opponents)
        self.difficulty.set_current(choice.difficulty)
        self.coach.setChecked(choice.coach)
        lengths = {one.length: one for one in self._offer.lengths}
        self._length.set_hint(f"{lengths[choice.length].words}.")
        self._opponents.set_hint(OPPONENT_MEANING[choice.opponents])
        self._difficulty.set_hint(
            f"{DIFFICULTY_MEANING[choice.difficulty]} What they may see stays the same."
        )
        self._choice = choice

    def _change(
        self,
        *,
        start: str | None = None,
        length: Length | None = None,
        opponents: Controller | None = None,
        difficulty: Difficulty | None = None,
        coach: bool | None = None,
    ) -> None:
        before = self._choice
        if before is None:
            return
        self.choice_changed.emit(
            replace(
                before,
                start=before.start if start is None else start,
                length=length or before.length,
                opponents=opponents or before.opponents,
                difficulty=difficulty or before.difficulty,
                coach=before.coach if coach is None else coach,
            )
        )
