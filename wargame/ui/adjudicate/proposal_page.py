"""The engine's proposal: what was launched, how else it might have come out, words, effects."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from wargame.ui.adjudicate.chart_or_table import ChartOrTable
from wargame.ui.adjudicate.distribution_chart import bars_of
from wargame.ui.adjudicate.effects_table import EffectsTable
from wargame.ui.adjudicate.salvo_table import SalvoTable
from wargame.ui.theme.metrics import SPACE_4, SPACE_8, SPACE_12, SPACE_16
from wargame.ui.widgets.buttons import LinkButton
from wargame.ui.widgets.panel import PanelHead, SectionHead
from wargame.ui.widgets.surface import Hairline, column, row
from wargame.ui.widgets.text import Paragraph, TextLabel

if TYPE_CHECKING:
    from wargame.model.ruling_views import CaseView, Place
    from wargame.play.adjudication.act_odds import ActOdds


class ProposalPage(QWidget):
    """What the law made of an act, and the numbers that can be ruled otherwise.

    Signals:
        finals_changed(): A final value was edited.
        working_wished(int): Open the working of this event.
        odds_cancelled(): No more other draws are wanted.
    """

    finals_changed = Signal()
    working_wished = Signal(int)
    odds_cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._act = 0
        self.salvo = SalvoTable()
        self._salvo_head = SectionHead("Launched and stopped", "in brackets 90 % of other draws")
        self.chart = ChartOrTable("Other draws", "Outcome")
        self._chart_head = PanelHead("How many get through", hairline=False)
        self._chart_head.cancel_requested.connect(self.odds_cancelled)
        self._chart_foot = TextLabel("", "table", 400, "t2")
        self._address = TextLabel("", "table", 400, "t3")
        self._words = column(spacing=SPACE_8, margins=(SPACE_12, 0, SPACE_12, 0))
        self._paragraphs: list[Paragraph] = []
        self.working = LinkButton("Show the working")
        self.working.clicked.connect(self._on_working)
        self.effects = EffectsTable()
        self.effects.effects.finals_changed.connect(self._on_finals_changed)
        self._effects_head = SectionHead("Effects", "edit any final value")
        self._lay_out()

    @property
    def words(self) -> tuple[str, ...]:
        """The paragraphs as they stand."""
        return tuple(p.text() for p in self._paragraphs)

    def show_case(self, view: CaseView, finals: tuple[tuple[Place, float], ...]) -> None:
        """Show an act with the values that a draft gives it."""
        self._act = view.row.case.act
        self.salvo.show_salvo(view.weapons)
        self._salvo_head.setVisible(bool(view.weapons))
        self.chart.set_bars(())
        self._chart_head.set_title("How it might have come out")
        self._chart_head.set_subtitle("")
        self._chart_foot.setText("")
        self._address.setText(view.address)
        for old in self._paragraphs:
            self._words.removeWidget(old)
            old.deleteLater()
        self._paragraphs = [
            Paragraph(text, "body", "t1" if n == 0 else "t2") for n, text in enumerate(view.words)
        ]
        for n, paragraph in enumerate(self._paragraphs):
            self._words.insertWidget(n, paragraph)
        self.effects.show_lines(view.effects, finals)
        self._show_count()

    def show_odds(self, odds: ActOdds, wanted: int) -> None:
        """Show how often other draws gave what."""
        self._chart_head.set_title(odds.title)
        self._chart_head.set_subtitle(f"{odds.runs:,} draws")
        bars = bars_of(odds.counts, odds.drawn)
        if odds.is_yes_no:
            bars = tuple(replace(b, label="yes" if b.label == "1" else "no") for b in bars)
            share = dict(odds.counts).get(1, 0) / max(1, odds.runs)
            self._chart_foot.setText(f"It comes off in {100 * share:.0f} % of draws")
        else:
            self._chart_foot.setText(
                f"Median {odds.median:,}   90 %: {odds.low:,} to {odds.high:,}"
            )
        self.chart.set_bars(bars)
        self.salvo.show_leaks(odds.leaks)
        self.effects.show_ranges(odds.ranges)
        if odds.runs < wanted:
            self._chart_head.set_progress(odds.runs, wanted)
        else:
            self._chart_head.clear_progress()

    def end_odds(self, words: str = "") -> None:
        """No more other draws come; say why, if there is a reason."""
        self._chart_head.clear_progress()
        if words:
            self._chart_foot.setText(words)

    def clear_finals(self) -> None:
        """Every number as proposed, without a signal."""
        self.effects.effects.clear_finals()
        self._show_count()

    def _lay_out(self) -> None:
        whole = column(self)
        whole.addWidget(self._salvo_head)
        whole.addWidget(self.salvo)
        whole.addSpacing(SPACE_4)
        two = row(spacing=SPACE_16)
        left = column()
        left.addWidget(self._chart_head)
        chart = column(margins=(SPACE_12, 0, 0, 0))
        chart.addWidget(self.chart)
        foot = row(spacing=SPACE_8)
        foot.addWidget(self._chart_foot)
        foot.addStretch(1)
        foot.addWidget(self._address)
        chart.addLayout(foot)
        left.addLayout(chart)
        left.addStretch(1)
        right = column()
        right.addWidget(SectionHead("In words"))
        self._words.addWidget(self.working, 0, Qt.AlignmentFlag.AlignLeading)
        self._words.addStretch(1)
        right.addLayout(self._words, 1)
        two.addLayout(left, 1)
        two.addLayout(right, 1)
        whole.addLayout(two)
        whole.addSpacing(SPACE_8)
        whole.addWidget(Hairline())
        whole.addWidget(self._effects_head)
        whole.addWidget(self.effects)
        whole.addStretch(1)

    def _show_count(self) -> None:
        count = len(self.effects.effects.finals)
        self._effects_head.set_aside(f"{count} changed" if count else "")

    def _on_finals_changed(self) -> None:
        self._show_count()
        self.finals_changed.emit()

    def _on_working(self) -> None:
        if self._act:
            self.working_wished.emit(self._act)
