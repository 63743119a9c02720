"""The news: what is public, as headlines, newest first; the same that the room reads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedLayout, QWidget

from wargame.ui.item_models.columns import Column
from wargame.ui.item_models.newest_first import NewestFirstModel
from wargame.ui.theme.item_roles import EMPHASIS_ROLE
from wargame.ui.theme.metrics import DENSE_ROW_HEIGHT
from wargame.ui.widgets.delegates import DenseTextDelegate
from wargame.ui.widgets.empty_state import EmptyState
from wargame.ui.widgets.search_field import SearchField
from wargame.ui.widgets.views import TableView

if TYPE_CHECKING:
    from wargame.model.public_view import NewsItem


class NewsList(QWidget):
    """Headlines with their day; a field narrows them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        columns: tuple[Column[NewsItem], ...] = (
            Column("Day", lambda item: item.when, 104),
            Column(
                "Turn",
                lambda item: str(item.turn) if item.turn else "–",
                48,
                spoken=lambda item: f"turn {item.turn}" if item.turn else "before the game",
                roles={EMPHASIS_ROLE: lambda _: "muted"},
            ),
            Column(
                "In the news", lambda item: item.words, stretch=True, tip=lambda item: item.words
            ),
        )
        self._model: NewestFirstModel[NewsItem] = NewestFirstModel(
            columns, lambda item: item, lambda item: f"{item.when} {item.words}", self
        )
        self.filter = SearchField("Filter news", small=True)
        self.filter.setFixedWidth(184)
        self.table = TableView("News, newest first", DENSE_ROW_HEIGHT)
        self.table.setItemDelegate(DenseTextDelegate(self.table))
        self.table.setModel(self._model)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self.table)
        self._pages.addWidget(EmptyState("Nothing is public yet."))
        self.filter.textChanged.connect(self._model.set_text)

    def show_news(self, news: Sequence[NewsItem]) -> None:
        """Show these, given newest first."""
        self._model.set_rows(tuple(reversed(news)))
        self._pages.setCurrentIndex(0 if news else 1)
