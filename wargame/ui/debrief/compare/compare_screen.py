"""The screen that lays games beside each other; it takes a comparison and reads no game itself."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QSplitter, QWidget

from wargame.ui.debrief.compare.session_list import SessionList
from wargame.ui.debrief.compare.tables import (
    choice_columns,
    fact_columns,
    facts_of,
)
from wargame.ui.item_models.band_scales import band_scale
from wargame.ui.item_models.rows_model import RowsModel
from wargame.ui.theme.metrics import SPACE_8, SPACE_12
from wargame.ui.widgets.bars import TitleBlock, TopBar
from wargame.ui.widgets.buttons import IconButton, SecondaryButton
from wargame.ui.widgets.checks import CheckBox
from wargame.ui.widgets.delegates import TextDelegate
from wargame.ui.widgets.fault_note import FaultNote
from wargame.ui.widgets.panel import Panel, PanelArea, PanelHead
from wargame.ui.widgets.surface import Hairline, Surface, column, row
from wargame.ui.widgets.text import Paragraph
from wargame.ui.widgets.theme_button import ThemeButton
from wargame.ui.widgets.views import TableView

if TYPE_CHECKING:
    from wargame.model.comparison import Choice, Comparison
    from wargame.play.library import SessionCard
    from wargame.ui.charts.escalation_plot import EscalationPlot

_LEFT: Final = 288
_AFTER_PAINT_MS: Final = 0


class CompareScreen(Surface):
    """Sessions at the side, their lines, their ends and their choices.

    Attributes:
        plot: The plot; None until it is built after the first paint.

    Signals:
        chosen(object): Compare the sessions at these paths.
        home_wished(): Back to the start page.
        menu_wished(QPoint): The full menu, at this place on the screen.
        theme_wished(): Dark to light or back.
        shortcuts_wished(): The sheet of shortcuts.
    """

    chosen = Signal(object)
    home_wished = Signal()
    menu_wished = Signal(QPoint)
    theme_wished = Signal()
    shortcuts_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("win", parent)
        self._comparison: Comparison | None = None
        self.plot: EscalationPlot | None = None
        self.bar = TopBar()
        self._title = TitleBlock()
        self.menu = IconButton("menu", "Menu")
        self.home = SecondaryButton("Close", "x")
        self.theme = ThemeButton()
        self.help = IconButton("circle-help", "Shortcuts and help (F1)")
        self.sessions = SessionList()
        self.fault = FaultNote()
        self.parted = Paragraph("", "body")
        self.only = CheckBox("Only choices that differ", checked=True)
        self.choices = TableView("What every seat ordered, game by game")
        self.facts = TableView("How the games came out")
        self._plot_panel = Panel("Escalation", padding=SPACE_12)
        self._facts_panel = Panel("How they came out")
        self._choices_panel = Panel("Choices at the same decision")
        self._lay_out()
        self._connect()
        self._build = QTimer(self, singleShot=True, interval=_AFTER_PAINT_MS)
        self._build.timeout.connect(self._on_painted)

    def show_sessions(self, cards: Sequence[SessionCard], ticked: Sequence[Path]) -> None:
        """Offer these sessions, with those that are compared ticked."""
        self.sessions.show_sessions(cards, ticked)

    def show_comparison(self, comparison: Comparison) -> None:
        """Lay these games beside each other."""
        self._comparison = comparison
        self.fault.clear()
        names = ", ".join(game.title for game in comparison.games)
        self._title.set_texts(f"Compare: {comparison.scenario}", names)
        words = (comparison.until_words, comparison.parted_words)
        self.parted.set_text(" ".join(filter(None, words)))
        until = f"up to turn {comparison.turns}" if comparison.until_words else ""
        self._facts_panel.set_subtitle(until)
        self.facts.setModel(RowsModel(fact_columns(comparison), facts_of(comparison), self))
        self.facts.setItemDelegate(TextDelegate(self.facts))
        self._show_choices()
        self._draw()

    def refuse(self, sentence: str) -> None:
        """These sessions cannot be compared."""
        self.fault.say(sentence)

    def focus_work(self) -> None:
        """The table of choices."""
        self.choices.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.focus_work()
        if self.plot is None:
            self._build.start()

    def _show_choices(self) -> None:
        found = self._comparison
        if found is None:
            return
        rows = [c for c in found.choices if not (self.only.isChecked() and c.is_same)]
        model: RowsModel[Choice] = RowsModel(choice_columns(found), rows, self)
        self.choices.setModel(model)
        self.choices.setItemDelegate(TextDelegate(self.choices))
        differ = sum(not choice.is_same for choice in found.choices)
        self._choices_panel.set_subtitle(f"{differ} of {len(found.choices)} differ")

    def _draw(self) -> None:
        found = self._comparison
        if self.plot is None or found is None:
            return
        from wargame.ui.charts.beside_lines import BesideLine

        first, *others = found.games
        self.plot.set_bands(band_scale(found.bands))
        self.plot.set_turns(found.turns, 0)
        self.plot.set_history(first.line)
        self.plot.set_lines(
            [BesideLine(game.title, game.line, kind="game") for game in others], first.title
        )

    def _lay_out(self) -> None:
        bar = self.bar
        bar.add_start(self.menu)
        bar.add_start(self._title)
        bar.add_end(self.home)
        bar.add_end(self.theme)
        bar.add_end(self.help)
        side = PanelArea("Sessions of this scenario")
        side.setFixedWidth(_LEFT)
        lines = column(side)
        lines.addWidget(PanelHead("Sessions", "of this scenario"))
        lines.addWidget(self.sessions, 1)
        told = column(spacing=SPACE_8, margins=(SPACE_12, SPACE_8, SPACE_12, SPACE_12))
        told.addWidget(self.fault)
        told.addWidget(self.parted)
        lines.addLayout(told)
        self._facts_panel.body.addWidget(self.facts, 1)
        self._choices_panel.body.addWidget(self.choices, 1)
        self._choices_panel.add_action(self.only)
        upper = QSplitter(Qt.Orientation.Horizontal)
        lower = QSplitter(Qt.Orientation.Vertical)
        for splitter in (upper, lower):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
        upper.addWidget(self._plot_panel)
        upper.addWidget(self._facts_panel)
        upper.setSizes([560, 560])
        lower.addWidget(upper)
        lower.addWidget(self._choices_panel)
        lower.setSizes([380, 380])
        middle = row(spacing=0)
        middle.addWidget(side)
        middle.addWidget(Hairline(vertical=True))
        middle.addWidget(lower, 1)
        whole = column(self)
        whole.addWidget(bar)
        whole.addLayout(middle, 1)

    def _connect(self) -> None:
        self.sessions.chosen.connect(self.chosen)
        self.only.clicked.connect(self._show_choices)
        self.home.clicked.connect(self.home_wished)
        self.theme.clicked.connect(self.theme_wished)
        self.help.clicked.connect(self.shortcuts_wished)
        self.menu.clicked.connect(self._on_menu)
        table = QShortcut(QKeySequence("Ctrl+T"), self.choices)
        table.setContext(Qt.ShortcutContext.WidgetShortcut)
        table.activated.connect(self._toggle_table)

    def _on_menu(self) -> None:
        self.menu_wished.emit(self.menu.mapToGlobal(QPoint(0, self.menu.height())))

    def _toggle_table(self) -> None:
        if self.plot is not None:
            self.plot.toggle_table()

    def _on_painted(self) -> None:
        from wargame.ui.charts.escalation_plot import EscalationPlot

        found = self._comparison
        if found is not None and self.plot is None:
            self.plot = EscalationPlot(band_scale(found.bands))
            self._plot_panel.body.addWidget(self.plot, 1)
            self._draw()
