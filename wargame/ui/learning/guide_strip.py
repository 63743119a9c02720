"""One instruction of a guided game, above the real work; it can be passed over and left."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from wargame.model.lessons import Doing, GuidedGame, Step
from wargame.ui.theme.current import colour
from wargame.ui.theme.metrics import SPACE_4, SPACE_8, SPACE_12, SPACE_16
from wargame.ui.theme.paint import draw_hline, start_painting
from wargame.ui.widgets.announce import announce
from wargame.ui.widgets.buttons import QuietButton, SecondaryButton
from wargame.ui.widgets.icon_label import IconLabel
from wargame.ui.widgets.surface import Surface, column, row
from wargame.ui.widgets.text import Paragraph, TextLabel

_BAR: Final = 3
"""Width of the accent at its edge (px)."""


class GuideStrip(Surface):
    """Says what to do now.

    Signals:
        go_on_wished(): The step has been read, or is passed over.
        learn_wished(): To the learning page, at the end.
        leave_wished(): No more instructions in this game.
    """

    go_on_wished = Signal()
    learn_wished = Signal()
    leave_wished = Signal()

    def __init__(self, guided: GuidedGame, parent: QWidget | None = None) -> None:
        super().__init__("raised", parent)
        self._guided = guided
        self._is_over = False
        self.setAccessibleName("Guide")
        self._sign = IconLabel("hand", size=16)
        self._count = TextLabel("", "caption", 500, "t3")
        self._title = TextLabel("", "title", 600)
        self.words = Paragraph("", "body", "t1")
        self.forth = SecondaryButton("Next", "arrow-right", small=True, suggested=True)
        place = self.forth.sizePolicy()
        # Somebody who presses on must not meet another button where this one was.
        place.setRetainSizeWhenHidden(True)
        self.forth.setSizePolicy(place)
        self.skip = QuietButton("Skip this step", small=True)
        self.leave = QuietButton("End the guide", small=True)
        self.forth.clicked.connect(self._on_forth)
        self.skip.clicked.connect(self.go_on_wished)
        self.leave.clicked.connect(self.leave_wished)
        head = row(spacing=SPACE_8)
        head.addWidget(self._sign)
        head.addWidget(self._title)
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self.skip)
        head.addWidget(self.leave)
        head.addWidget(self.forth)
        lines = column(
            self,
            spacing=SPACE_4,
            margins=(SPACE_16 + _BAR, SPACE_8, SPACE_12, SPACE_12),
        )
        lines.addLayout(head)
        lines.addWidget(self.words)

    @property
    def title(self) -> str:
        """What the step is about."""
        return self._title.text()

    def show_step(self, number: int, step: Step) -> None:
        """Show an instruction; ``number`` counts from 1."""
        self._is_over = False
        self._title.setText(step.title)
        self._count.setText(f"Step {number} of {len(self._guided.steps)}")
        self.words.set_text(step.text)
        reads = step.doing is Doing.READ
        self.forth.setText("Next" if number < len(self._guided.steps) else "Finish")
        self.forth.setVisible(reads)
        self.skip.setVisible(not reads and step.doing is not Doing.OUTCOME)
        self.leave.setVisible(True)
        self.updateGeometry()
        announce(self, f"{step.title}. {step.text}")

    def show_end(self) -> None:
        """The game is played; it can go on by itself."""
        self._is_over = True
        self._title.setText("You have played your first game")
        self._count.setText("")
        self.words.set_text("Go on for as long as you like, or try an exercise.")
        self.forth.setText("To the exercises")
        self.forth.show()
        self.skip.hide()
        self.leave.hide()
        announce(self, self._title.text())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = start_painting(self)
        left = self.width() - _BAR if self.isRightToLeft() else 0
        painter.fillRect(left, 0, _BAR, self.height(), colour("accent"))
        draw_hline(painter, 0, self.width(), self.height() - 1, colour("line2"))

    def _on_forth(self) -> None:
        (self.learn_wished if self._is_over else self.go_on_wished).emit()
