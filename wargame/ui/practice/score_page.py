"""The end of a practice game: what was reached, at what cost, how it was judged, what next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from wargame.play.practice.outcome.score import JUDGED
from wargame.ui.practice.predictions_table import PredictionsTable
from wargame.ui.practice.score_parts import ObjectivePart, figures_of, index_words
from wargame.ui.practice.standing_strip import LEGEND
from wargame.ui.theme.metrics import SPACE_8, SPACE_12, SPACE_16, SPACE_24
from wargame.ui.widgets.bars import TitleBlock, TopBar
from wargame.ui.widgets.buttons import IconButton, PrimaryButton, SecondaryButton
from wargame.ui.widgets.scroll_page import ScrollContent, ScrollPage
from wargame.ui.widgets.surface import Hairline, Surface, column, row
from wargame.ui.widgets.text import Paragraph, TextLabel
from wargame.ui.widgets.theme_button import ThemeButton

if TYPE_CHECKING:
    from wargame.play.practice.outcome.score import Score
    from wargame.play.practice.predictions.resolving import Brier, Resolved

_WIDEST: Final = 960
_NO_PREDICTIONS: Final = (
    "You predicted nothing in this game. In the next one, “Predict” above your plan asks for three "
    "probabilities a turn."
)


class ScorePage(Surface):
    """How it went.

    Args:
        title: The scenario.
        seat: The student's seat, by name.
        score: What was reached and the harm.
        predictions: Every prediction beside what happened.
        brier: The mean scores.

    Signals:
        look_back_wished(): Open the debrief of this game.
        interview_wished(): Ask the opponents.
        again_wished(): Play the scenario once more.
        event_wished(int): Look at this event of the log.
        home_wished(): Back to the start page.
        theme_wished(): Dark to light or back.
        shortcuts_wished(): The sheet of shortcuts.
    """

    look_back_wished = Signal()
    interview_wished = Signal()
    again_wished = Signal()
    event_wished = Signal(int)
    home_wished = Signal()
    theme_wished = Signal()
    shortcuts_wished = Signal()

    def __init__(
        self,
        title: str,
        seat: str,
        score: Score,
        predictions: Sequence[Resolved],
        brier: Brier,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("panel", parent)
        self.look_back = PrimaryButton("Look back at the game", "history", shortcut="Ctrl+Return")
        self.ask = SecondaryButton("Ask the opponents", "message-square")
        self.again = SecondaryButton("Play again", "rotate-ccw")
        self._home = IconButton("chevron-left", "Back to the start page (Esc)")
        theme, shortcuts = ThemeButton(), IconButton("circle-help", "Shortcuts and help (F1)")
        bar = TopBar()
        bar.add_start(self._home)
        turns = f"{score.turns} {'turn' if score.turns == 1 else 'turns'}"
        bar.add_start(TitleBlock(f"How it went for {seat}", f"{title}, {turns}"))
        bar.add_end(theme)
        bar.add_end(shortcuts)
        content = ScrollContent()
        across = row(content, spacing=0)
        middle = QWidget()
        middle.setMaximumWidth(_WIDEST)
        across.addStretch(1)
        across.addWidget(middle, 100)
        across.addStretch(1)
        rows = column(middle, spacing=SPACE_12, margins=(SPACE_24, SPACE_24, SPACE_24, SPACE_24))
        rows.addWidget(Paragraph(score.outcome or "The game goes on.", "title", weight=600))
        rows.addWidget(Paragraph(index_words(score.index), "body", "t2"))
        self.figures = figures_of(score)
        figures = row(spacing=SPACE_16)
        for figure in self.figures:
            figures.addWidget(figure, 1)
        rows.addLayout(figures)
        rows.addWidget(Paragraph(JUDGED, "table", "t3"))
        rows.addSpacing(SPACE_12)
        head = row(spacing=SPACE_8)
        head.addWidget(TextLabel("Objectives", "title", 600), 1)
        head.addWidget(TextLabel(LEGEND, "table", 400, "t3"))
        rows.addLayout(head)
        rows.addWidget(Hairline())
        self.objectives = [ObjectivePart(one) for one in score.objectives]
        for part in self.objectives:
            part.event_wished.connect(self.event_wished)
            rows.addWidget(part)
        rows.addSpacing(SPACE_12)
        rows.addWidget(TextLabel("Predictions", "title", 600))
        self.predictions: PredictionsTable | None = None
        if predictions:
            self.predictions = PredictionsTable(predictions, brier)
            rows.addWidget(self.predictions)
        else:
            rows.addWidget(Paragraph(_NO_PREDICTIONS, "body", "t2"))
        rows.addStretch(1)
        self._page = ScrollPage(content, "How it went", by_key=True)
        foot = row(spacing=SPACE_8, margins=(SPACE_24, SPACE_12, SPACE_24, SPACE_12))
        foot.addStretch(1)
        for way_on in (self.again, self.ask, self.look_back):
            foot.addWidget(way_on)
        whole = column(self)
        whole.addWidget(bar)
        whole.addWidget(self._page, 1)
        whole.addWidget(Hairline())
        whole.addLayout(foot)
        for button, wish in (
            (self.look_back, self.look_back_wished),
            (self.ask, self.interview_wished),
            (self.again, self.again_wished),
            (self._home, self.home_wished),
            (theme, self.theme_wished),
            (shortcuts, self.shortcuts_wished),
        ):
            button.clicked.connect(wish)
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.home_wished)

    def focus_work(self) -> None:
        """The way on."""
        self.look_back.setFocus(Qt.FocusReason.OtherFocusReason)
