"""The middle of the adjudication: an opened move under its head, a page for each side of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedLayout, QWidget

from wargame.ui.adjudicate.argument_page import ArgumentPage
from wargame.ui.adjudicate.case_head import CaseHead, FactsLine
from wargame.ui.adjudicate.case_tables import OrderTable, SimilarTable
from wargame.ui.adjudicate.proposal_page import ProposalPage
from wargame.ui.adjudicate.written_effects import WrittenEffects
from wargame.ui.widgets.panel import PanelArea
from wargame.ui.widgets.scroll_page import ScrollContent, ScrollPage
from wargame.ui.widgets.surface import Hairline, column
from wargame.ui.widgets.tabs import TabSpec, TabStrip

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wargame.model.ids import ActorId
    from wargame.model.ruling_views import CaseView
    from wargame.model.seat_view import ActorLabel
    from wargame.ui.theme.bands import BandScale

PROPOSAL, ARGUMENT, SIMILAR, ORDER = "proposal", "argument", "similar", "order"
_PAGES: Final = (PROPOSAL, ARGUMENT, SIMILAR, ORDER)


class CaseArea(PanelArea):
    """What is known of one move; its parts are filled by the screen."""

    def __init__(self, scale: BandScale, parent: QWidget | None = None) -> None:
        super().__init__("Move", parent)
        self.head = CaseHead(scale)
        self.tabs = TabStrip((), "What is shown of the move")
        self.facts = FactsLine()
        self.proposal = ProposalPage()
        self.argument = ArgumentPage()
        self.written = WrittenEffects()
        self.similar = SimilarTable()
        self.order = OrderTable()
        proposal, argued = ScrollContent(), ScrollContent()
        column(proposal).addWidget(self.proposal)
        lines = column(argued)
        lines.addWidget(self.argument)
        lines.addWidget(self.written)
        lines.addStretch(1)
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        for page in (
            ScrollPage(proposal, "Engine proposal", by_key=True),
            ScrollPage(argued, "Matrix argument", by_key=True),
            self.similar,
            self.order,
        ):
            self._pages.addWidget(page)
        middle = column(self)
        for part in (self.head, self.tabs, Hairline(), self.facts, Hairline()):
            middle.addWidget(part)
        middle.addWidget(pages, 1)
        self.tabs.current_changed.connect(self._on_tab)

    def show_move(
        self, view: CaseView, labels: Mapping[ActorId, ActorLabel], *, is_other: bool
    ) -> None:
        """Show which move it is; another one begins with its first page."""
        self.head.show_case(view, labels)
        self.facts.show_case(view)
        self.similar.show_rulings(view.similar)
        self.order.show_events(view.happened)
        if is_other:
            self._show_tabs(view)
        self.tabs.set_count(SIMILAR, len(view.similar) or None)

    def bind_table(self, screen: QWidget) -> None:
        """Ctrl+T anywhere on the screen shows the numbers behind the bars, or the bars again."""
        table = QShortcut(QKeySequence("Ctrl+T"), screen)
        table.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        for chart in (self.proposal.chart, self.argument.odds):
            table.activated.connect(chart.toggle)

    def _show_tabs(self, view: CaseView) -> None:
        first: TabSpec = (PROPOSAL, "Engine proposal", "bot")
        if view.row.case.is_written:
            argued = view.order.argument is not None
            first = (ARGUMENT, "Matrix argument" if argued else "The outcome", "scale")
        rest: tuple[TabSpec, ...] = (
            (SIMILAR, "Similar rulings", "history"),
            (ORDER, "Order of events", "list-ordered"),
        )
        self.tabs.set_tabs((first, *rest))
        self.tabs.set_current(first[0])
        self._on_tab(first[0])

    def _on_tab(self, key: str) -> None:
        self._pages.setCurrentIndex(_PAGES.index(key))
        self.facts.setVisible(key in {PROPOSAL, ARGUMENT})
