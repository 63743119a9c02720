"""The learning page: a guided first game, and the exercises with what was answered in them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QWidget

from wargame.model.lessons import Exercise, GuidedGame
from wargame.play.practice.lessons.progress import ExerciseRecord, GuidedRecord
from wargame.ui.learning.words import LIMIT, exercise_state, guided_state
from wargame.ui.theme.metrics import SPACE_8, SPACE_12, SPACE_16, SPACE_24, SPACE_48
from wargame.ui.widgets.bars import TitleBlock, TopBar
from wargame.ui.widgets.buttons import IconButton, LinkButton
from wargame.ui.widgets.card import Card
from wargame.ui.widgets.fault_note import FaultNote
from wargame.ui.widgets.icon_label import IconLabel
from wargame.ui.widgets.scroll_page import ScrollContent, ScrollPage
from wargame.ui.widgets.surface import Surface, column, row
from wargame.ui.widgets.text import Paragraph, TextLabel
from wargame.ui.widgets.theme_button import ThemeButton

_WIDEST: Final = 1040
_COLUMNS: Final = 2


class LearningScreen(Surface):
    """What there is to learn with, and what has been done.

    Args:
        guided: The guided first game; None where it cannot be read.
        exercises: The exercises, in order.
        faults: One sentence for each file that cannot be used.

    Signals:
        guided_wished(): Begin the guided game, or go on with it.
        anew_wished(): Begin the guided game once more, whatever was played of it.
        exercise_wished(str): Open this exercise, by its id.
        left(): Back to the start page.
        theme_wished(): Dark to light or back.
        shortcuts_wished(): The sheet of shortcuts.
    """

    guided_wished = Signal()
    anew_wished = Signal()
    exercise_wished = Signal(str)
    left = Signal()
    theme_wished = Signal()
    shortcuts_wished = Signal()

    def __init__(
        self,
        guided: GuidedGame | None,
        exercises: tuple[Exercise, ...],
        faults: tuple[str, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("win", parent)
        self.setAccessibleName("Learn")
        self._guided, self._exercises = guided, exercises
        self.guided: Card | None = None
        self._guided_state = Paragraph("", "table", "t3")
        if guided is not None:
            self.guided = Card(guided.title, guided.line, "play", checkable=False)
            self.guided.body.addWidget(self._quiet(self._guided_state))
            self.guided.clicked.connect(self.guided_wished)
        self.anew = LinkButton("Begin it anew", "rotate-ccw")
        self.anew.clicked.connect(self.anew_wished)
        self.anew.hide()
        self._states: dict[str, Paragraph] = {}
        self._marks: dict[str, IconLabel] = {}
        self.cards = {one.id: self._card(one) for one in exercises}
        self._faults = FaultNote(" ".join(faults), "warn")
        self._busy = TextLabel("", "table", 400, "t2")
        self._lay_out()

    def show_progress(
        self,
        guided: GuidedRecord,
        exercises: Mapping[str, ExerciseRecord],
        left: Mapping[str, ExerciseRecord],
        fault: str = "",
    ) -> None:
        """Show what has been done.

        Args:
            guided: How far the guided game is.
            exercises: What was answered in the exercises, by their ids.
            left: What was answered in those that were left half way.
            fault: What was wrong with the file of progress; empty as a rule.
        """
        if self._guided is not None:
            self._guided_state.set_text(guided_state(self._guided, guided))
            # The next thing to do is the one in the accent colour.
            is_next = not guided.done_at
            self.anew.setVisible(is_next and bool(guided.save) and guided.step > 0)
            if self.guided is not None:
                self.guided.set_filled(is_next)
            self._guided_state.set_ink("on_accent" if is_next else "t3")
        for exercise in self._exercises:
            record = exercises.get(exercise.id, ExerciseRecord())
            lines = exercise_state(exercise, record, left.get(exercise.id, ExerciseRecord()))
            self._states[exercise.id].set_text("\n".join(lines))
            self._states[exercise.id].setVisible(bool(lines))
            self._marks[exercise.id].setVisible(bool(record.done_at))
            said = ". ".join((exercise.argument, *lines))
            self.cards[exercise.id].setAccessibleDescription(said)
        if fault:
            self._faults.say(fault, "warn")

    def set_busy(self, text: str) -> None:
        """What is being done just now; empty for nothing."""
        self._busy.setText(text)
        if self.guided is not None:
            self.guided.setEnabled(not text)

    def focus_work(self) -> None:
        """The guided game while it is the next thing to do; else the first exercise."""
        first = next(iter(self.cards.values()), None)
        (self.guided or first or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _card(self, exercise: Exercise) -> Card:
        title = f"{exercise.number}. {exercise.title}"
        card = Card(title, exercise.argument, checkable=False)
        state = Paragraph("", "table", "t3")
        mark = IconLabel("circle-check", size=14)
        line = row(spacing=SPACE_8)
        line.addWidget(self._quiet(mark), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._quiet(state), 1)
        card.body.addStretch(1)
        card.body.addLayout(line)
        self._states[exercise.id], self._marks[exercise.id] = state, mark
        card.clicked.connect(lambda _=False, name=exercise.id: self.exercise_wished.emit(name))
        return card

    @staticmethod
    def _quiet(part: QWidget) -> QWidget:
        """A part of a card, which the card itself answers for."""
        part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return part

    def _lay_out(self) -> None:
        bar = TopBar()
        back = IconButton("chevron-left", "Back to the start page (Esc)")
        theme = ThemeButton()
        help_ = IconButton("circle-help", "Shortcuts and help (F1)")
        bar.add_start(back)
        bar.add_start(
            TitleBlock("Learn", f"A first game and {len(self._exercises)} short exercises")
        )
        bar.add_end(self._busy)
        bar.add_end(theme)
        bar.add_end(help_)
        back.clicked.connect(self.left)
        theme.clicked.connect(self.theme_wished)
        help_.clicked.connect(self.shortcuts_wished)
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.left)
        content = ScrollContent()
        content.setProperty("surface", "win")
        middle = QWidget()
        middle.setMaximumWidth(_WIDEST)
        lines = column(middle, spacing=SPACE_12)
        lines.addWidget(self._faults)
        head = row(spacing=SPACE_8)
        head.addWidget(TextLabel("First, play", "title", 600), 1)
        head.addWidget(self.anew)
        lines.addLayout(head)
        if self.guided is not None:
            lines.addWidget(self.guided)
        lines.addSpacing(SPACE_12)
        lines.addWidget(TextLabel("Then, one argument at a time", "title", 600))
        lines.addWidget(
            Paragraph(
                "Each asks what you expect, runs the model both ways, and asks again in another "
                "case. About six minutes each, in any order.",
                "body",
                "t2",
            )
        )
        grid = QGridLayout()
        grid.setSpacing(SPACE_16)
        for number, card in enumerate(self.cards.values()):
            grid.addWidget(card, number // _COLUMNS, number % _COLUMNS)
        for place in range(_COLUMNS):
            grid.setColumnStretch(place, 1)
        lines.addLayout(grid)
        lines.addSpacing(SPACE_8)
        lines.addWidget(Paragraph(LIMIT, "table", "t3"))
        across = row(content, spacing=0, margins=(SPACE_48, SPACE_24, SPACE_48, SPACE_24))
        across.addStretch(1)
        across.addWidget(middle, 1_000, Qt.AlignmentFlag.AlignTop)
        across.addStretch(1)
        whole = column(self)
        whole.addWidget(bar)
        whole.addWidget(ScrollPage(content, "What there is to learn with"), 1)
