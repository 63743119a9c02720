"""An exercise: a question, a run, the same idea in another case, and both answers side by side."""

from __future__ import annotations

from enum import IntEnum
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from wargame.model.lessons import Exercise
from wargame.play.practice.lessons.kept_run import as_result, kept_run
from wargame.play.practice.lessons.progress import ExerciseRecord
from wargame.play.practice.lessons.trials import TrialResult
from wargame.ui.learning.case_part import CasePart
from wargame.ui.learning.side_by_side import SideBySide
from wargame.ui.learning.words import LIMIT
from wargame.ui.theme.icon_names import IconName
from wargame.ui.theme.metrics import SPACE_8, SPACE_12, SPACE_16, SPACE_24, SPACE_32
from wargame.ui.widgets.announce import announce
from wargame.ui.widgets.bars import TitleBlock, TopBar
from wargame.ui.widgets.buttons import IconButton, PrimaryButton, QuietButton
from wargame.ui.widgets.scroll_page import ScrollContent, ScrollPage
from wargame.ui.widgets.side_sheet import SideSheet
from wargame.ui.widgets.surface import Hairline, Surface, column, row
from wargame.ui.widgets.text import Paragraph, TextLabel
from wargame.ui.widgets.theme_button import ThemeButton

_ASIDE: Final = 296
_READABLE: Final = 760
_STEPS: Final = ("Your answer", "The run", "Another case", "Its run", "Side by side")


class Stage(IntEnum):
    """Where the student is."""

    ASKED = 0
    SETTLED = 1
    SEEN = 2
    ASKED_AGAIN = 3
    SETTLED_AGAIN = 4
    SEEN_AGAIN = 5
    DONE = 6


_PLACES: Final = (0, 1, 1, 2, 3, 3, 4)
"""The step that is lit, by stage."""

_WORDS: Final[dict[Stage, tuple[str, IconName, str]]] = {
    Stage.ASKED: ("This is my answer", "check", "Choose what you expect. Nothing is marked."),
    Stage.SETTLED: ("Run both worlds", "play", "The same luck in both, so only one thing differs."),
    Stage.SEEN: ("To the other case", "arrow-right", "Take your time with the table."),
    Stage.ASKED_AGAIN: ("This is my answer", "check", "The same idea in another case."),
    Stage.SETTLED_AGAIN: ("Run both worlds", "play", "The same luck in both, once more."),
    Stage.SEEN_AGAIN: ("Side by side", "arrow-right", "Take your time with the table."),
    Stage.DONE: ("Back to the learning page", "check", "Kept on this computer, and nowhere else."),
}


class ExerciseScreen(Surface):
    """Leads through an exercise; everything that was shown stays to be read again.

    Args:
        exercise: The exercise.
        count: How many exercises there are.
        sources: Its sources in words.

    Signals:
        run_wished(str): Run the trial of ``before`` or ``after``; answer with ``show_result``.
        stop_wished(): No more runs; what is done counts.
        answered(object): What was answered so far, as an ExerciseRecord without a day.
        anew_wished(): Forget what was answered half way, and begin again.
        left(): Back to the learning page.
        theme_wished(): Dark to light or back.
        shortcuts_wished(): The sheet of shortcuts.
    """

    run_wished = Signal(str)
    stop_wished = Signal()
    answered = Signal(object)
    anew_wished = Signal()
    left = Signal()
    theme_wished = Signal()
    shortcuts_wished = Signal()

    def __init__(
        self,
        exercise: Exercise,
        count: int,
        sources: tuple[str, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("win", parent)
        self.setAccessibleName(exercise.title)
        self.exercise = exercise
        self.stage = Stage.ASKED
        self._running: CasePart | None = None
        self._wanted: QWidget | None = None
        self._law = ""
        self.before = CasePart("The case", exercise.before)
        self.after = CasePart("Another case", exercise.after)
        self.both = SideBySide(exercise.limits)
        self.anew = QuietButton("Begin it anew", "rotate-ccw")
        self.anew.hide()
        self.primary = PrimaryButton("", "check", shortcut="Ctrl+Return")
        self._hint = TextLabel("", "table", 400, "t2")
        self._steps = tuple(TextLabel(text, "body", 400, "t3") for text in _STEPS)
        self._lay_out(count, sources)
        for part in (self.before, self.after):
            part.answer_chosen.connect(self._show_stage)
            part.stop_wished.connect(self.stop_wished)
            part.again_wished.connect(partial(self._run, part))
        self.primary.clicked.connect(self._on_primary)
        self._show_stage()

    @property
    def record(self) -> ExerciseRecord:
        """What was answered so far, and what the runs said; without the day."""
        first, other = self.before.chosen, self.after.chosen
        trial, result = self.exercise.before.trial, self.before.result
        return ExerciseRecord(
            before=first.id if first is not None and self.stage > Stage.ASKED else "",
            before_said=self.before.verdict or "",
            after=other.id if other is not None and self.stage > Stage.ASKED_AGAIN else "",
            after_said=self.after.verdict or "",
            run=kept_run(trial, result) if result is not None else None,
        )

    def resume(self, record: ExerciseRecord) -> None:
        """Go on where it was left: what was answered stands, and the first table is there."""
        if not self.before.give_again(record.before):
            return
        self.stage, place = Stage.SETTLED, self.before.trial
        trial = self.exercise.before.trial
        result = as_result(record.run, trial) if record.run is not None else None
        if result is not None:
            self.before.show_result(result)
            self.stage = Stage.SEEN
            if self.after.give_again(record.after):
                self.after.show()
                self.stage, place = Stage.SETTLED_AGAIN, self.after.trial
        self.anew.show()
        self._show_stage()
        self._reveal(place)

    def show_law(self, sentence: str, *, is_fast: bool = False) -> None:
        """How far the fast law is, before a run; empty when there is nothing to wait for."""
        self._law = sentence
        for part in (self.before, self.after):
            part.trial.set_fast(is_fast=is_fast)
        self._show_stage()

    def show_progress(self, done: int, total: int) -> None:
        """How far the run is."""
        if self._running is not None:
            self._running.trial.show_progress(done, total)

    def show_fault(self, sentence: str) -> None:
        """Why the run could not be made; it can be tried again."""
        part = self._running
        self._set_running(None)
        if part is not None:
            part.trial.show_fault(sentence)
        self._take_keys_back()

    def show_result(self, result: TrialResult | None) -> None:
        """What the run gave; None when it was stopped before there was anything."""
        part = self._running or self._part
        self._set_running(None)
        part.trial.show_progress(0, 0)
        if result is None:
            self._take_keys_back()
            return
        part.show_result(result)
        if self.stage in {Stage.SETTLED, Stage.SETTLED_AGAIN}:
            self.stage = Stage(self.stage + 1)
            self._reveal(part.trial)
        self._show_stage()
        self.both.show_both(self.before, self.after)
        self._take_keys_back()
        self.answered.emit(self.record)
        announce(self, part.said)

    def focus_work(self) -> None:
        """The answers, or what there is to press."""
        if self.stage in {Stage.ASKED, Stage.ASKED_AGAIN}:
            self._part.focus_work()
        else:
            self.primary.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_keys_back(self) -> None:
        """The button was off, and what stopped the run is gone: the keys would go astray."""
        held: QWidget | None = self.window().focusWidget()
        while held is not None and not isinstance(held, SideSheet):
            held = held.parentWidget()
        if held is None:
            self.primary.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _part(self) -> CasePart:
        return self.before if self.stage < Stage.ASKED_AGAIN else self.after

    def _on_primary(self) -> None:
        if self.stage is Stage.DONE:
            self.left.emit()
        elif self.stage in {Stage.ASKED, Stage.ASKED_AGAIN}:
            self._part.settle_answer()
            self._go_to(Stage(self.stage + 1), self._part.trial)
            self.answered.emit(self.record)
        elif self.stage in {Stage.SETTLED, Stage.SETTLED_AGAIN}:
            self._run(self._part)
        elif self.stage is Stage.SEEN:
            self.after.show()
            self._go_to(Stage.ASKED_AGAIN, self.after)
            self.after.focus_work()
        else:
            self.both.show()
            self._go_to(Stage.DONE, self.both)

    def _go_to(self, stage: Stage, place: QWidget) -> None:
        self.stage = stage
        self._show_stage()
        self._reveal(place)

    def _run(self, part: CasePart) -> None:
        if self._running is None:
            self._set_running(part)
            self.run_wished.emit("before" if part is self.before else "after")

    def _set_running(self, part: CasePart | None) -> None:
        self._running = part
        self._show_stage()

    def _show_stage(self) -> None:
        text, icon, hint = _WORDS[self.stage]
        self.primary.setText(text)
        self.primary.set_icon(icon)
        asks = self.stage in {Stage.ASKED, Stage.ASKED_AGAIN}
        ready = self._running is None and (not asks or self._part.chosen is not None)
        self.primary.setEnabled(ready)
        if self._law and self.stage in {Stage.SETTLED, Stage.SETTLED_AGAIN}:
            hint = self._law
        self._hint.setText(hint if self._running is None else "Playing both worlds")
        now = _PLACES[self.stage]
        for number, label in enumerate(self._steps):
            label.set_ink("accent" if number == now else "t2" if number < now else "t3")

    def _reveal(self, place: QWidget) -> None:
        # The layout has to know the new part before the page can move to it.
        self._wanted = place
        QTimer.singleShot(0, self, self._on_laid_out)

    def _on_laid_out(self) -> None:
        content = self._page.widget()
        if self._wanted is not None and self._wanted.isVisible() and content is not None:
            top = self._wanted.mapTo(content, self._wanted.rect().topLeft())
            self._page.verticalScrollBar().setValue(max(0, top.y() - SPACE_24))
        self._wanted = None

    def _lay_out(self, count: int, sources: tuple[str, ...]) -> None:
        bar = TopBar()
        back = IconButton("chevron-left", "Back to the learning page (Esc)")
        theme = ThemeButton()
        help_ = IconButton("circle-help", "Shortcuts and help (F1)")
        minutes = f"Exercise {self.exercise.number} of {count}, {self.exercise.minutes} minutes"
        bar.add_start(back)
        bar.add_start(TitleBlock(self.exercise.title, minutes))
        for widget in (self.anew, theme, help_):
            bar.add_end(widget)
        self.anew.clicked.connect(self.anew_wished)
        back.clicked.connect(self.left)
        theme.clicked.connect(self.theme_wished)
        help_.clicked.connect(self.shortcuts_wished)
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.left)
        across = row(spacing=0)
        across.addWidget(self._aside(sources))
        across.addWidget(Hairline(vertical=True))
        across.addWidget(self._scroll(), 1)
        foot = Surface("panel")
        line = row(foot, spacing=SPACE_16, margins=(SPACE_16, SPACE_8, SPACE_16, SPACE_8))
        line.addStretch(1)
        line.addWidget(self._hint)
        line.addWidget(self.primary)
        whole = column(self)
        whole.addWidget(bar)
        whole.addLayout(across, 1)
        whole.addWidget(Hairline())
        whole.addWidget(foot)

    def _aside(self, sources: tuple[str, ...]) -> Surface:
        aside = Surface("panel")
        aside.setFixedWidth(_ASIDE)
        lines = column(aside, spacing=SPACE_12, margins=(SPACE_16, SPACE_16, SPACE_16, SPACE_16))
        lines.addWidget(TextLabel("The argument", "caption", 600, "t3"))
        lines.addWidget(Paragraph(self.exercise.argument))
        for source in sources:
            lines.addWidget(Paragraph(source, "table", "t3"))
        lines.addWidget(Hairline())
        for label in self._steps:
            lines.addWidget(label)
        lines.addStretch(1)
        lines.addWidget(Paragraph(LIMIT, "table", "t3"))
        return aside

    def _scroll(self) -> ScrollPage:
        content = ScrollContent()
        middle = QWidget()
        middle.setMaximumWidth(_READABLE)
        parts = column(middle)
        for part in (self.before, self.after, self.both):
            parts.addWidget(part)
        self.after.hide()
        self.both.hide()
        across = row(content, spacing=0, margins=(SPACE_32, SPACE_24, SPACE_32, SPACE_24))
        across.addStretch(1)
        across.addWidget(middle, 1_000, Qt.AlignmentFlag.AlignTop)
        across.addStretch(1)
        self._page = ScrollPage(content, "The exercise", by_key=True)
        return self._page
