"""Playing a game back: step, play, speed, and where one is."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from wargame.ui.theme.metrics import SPACE_12, SPACE_16
from wargame.ui.widgets.buttons import IconButton, SecondaryButton
from wargame.ui.widgets.choice import ChoiceBox
from wargame.ui.widgets.segmented import SegmentedControl
from wargame.ui.widgets.surface import row
from wargame.ui.widgets.text import ElidedLabel, TextLabel, set_tip

BY_EVENT: Final = "event"
BY_TURN: Final = "turn"
_SPEEDS: Final = (("1", "1 ×"), ("2", "2 ×"), ("4", "4 ×"), ("8", "8 ×"))
_EVENT_MS: Final = 400
_TURN_MS: Final = 1_600


class Transport(QWidget):
    """Buttons that wish, and the words of the moment.

    Signals:
        stepped(int): So many steps on, or back where negative, in the chosen unit.
        first_wished(): To the beginning.
        last_wished(): To the end.
        bookmark_wished(): Keep this moment to come back to.
    """

    stepped = Signal(int)
    first_wished = Signal()
    last_wished = Signal()
    bookmark_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first = IconButton("skip-back", "To the beginning (Home)")
        self.back = IconButton("step-back", "One step back (Left)")
        self.play = IconButton("play", "Play (Space)")
        self.on = IconButton("step-forward", "One step on (Right)")
        self.last = IconButton("skip-forward", "To the end (End)")
        self.unit = SegmentedControl(
            [(BY_EVENT, "By event", None), (BY_TURN, "By turn", None)], "What a step is"
        )
        self.speed = ChoiceBox(_SPEEDS, "Speed")
        self.when = TextLabel("", "title", 600)
        self.where = ElidedLabel("", "body", 400, "t2")
        self.bookmark = SecondaryButton("Bookmark", "bookmark", "B", small=True)
        set_tip(self.bookmark, "Keep this moment to come back to (B)")
        self.aside = TextLabel("", "table", 400, "t2")
        self._timer = QTimer(self)
        self._timer.timeout.connect(lambda: self.stepped.emit(1))
        line = row(self, spacing=4)
        for part in (self.first, self.back, self.play, self.on, self.last):
            line.addWidget(part)
        line.addSpacing(SPACE_12)
        line.addWidget(self.unit)
        line.addSpacing(SPACE_12 - 4)
        line.addWidget(self.speed)
        line.addSpacing(SPACE_16)
        line.addWidget(self.when)
        line.addSpacing(SPACE_12 - 4)
        line.addWidget(self.where, 1)
        line.addWidget(self.bookmark)
        line.addSpacing(SPACE_12)
        line.addWidget(self.aside)
        self.bookmark.clicked.connect(self.bookmark_wished)
        self.first.clicked.connect(self.first_wished)
        self.last.clicked.connect(self.last_wished)
        self.back.clicked.connect(lambda: self.stepped.emit(-1))
        self.on.clicked.connect(lambda: self.stepped.emit(1))
        self.play.clicked.connect(self.toggle)
        self.unit.current_changed.connect(self._set_pace)
        self.speed.key_changed.connect(self._set_pace)

    @property
    def is_playing(self) -> bool:
        """Whether the game plays on by itself."""
        return self._timer.isActive()

    @property
    def steps_turns(self) -> bool:
        """Whether a step is a whole turn."""
        return self.unit.current() == BY_TURN

    def toggle(self) -> None:
        """Play, or pause."""
        if self.is_playing:
            self.stop()
            return
        self._timer.start(self._pace())
        self.play.set_icon("pause")
        self.play.set_name("Pause (Space)")

    def stop(self) -> None:
        """Stand still."""
        self._timer.stop()
        self.play.set_icon("play")
        self.play.set_name("Play (Space)")

    def show_moment(self, when: str, where: str) -> None:
        """Say where one is."""
        self.when.setText(when)
        self.where.setText(where)

    def _pace(self) -> int:
        return (_TURN_MS if self.steps_turns else _EVENT_MS) // int(self.speed.current_key())

    def _set_pace(self) -> None:
        if self.is_playing:
            self._timer.start(self._pace())
