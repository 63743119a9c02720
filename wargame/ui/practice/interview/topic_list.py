"""What an opponent can be asked about, as a list: its own choices, or what the asking seat did."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from wargame.ui.item_models.band_scales import rung_value
from wargame.ui.item_models.columns import Column
from wargame.ui.item_models.rows_model import RowsModel
from wargame.ui.theme.item_roles import TWO_LINE_ROLE, TwoLineValue
from wargame.ui.theme.metrics import TWO_LINE_ROW_HEIGHT
from wargame.ui.widgets.delegates import TwoLineDelegate
from wargame.ui.widgets.views import TableView

if TYPE_CHECKING:
    from wargame.model.interview import Topic
    from wargame.ui.theme.bands import BandScale


class TopicList(TableView):
    """Two-line rows, latest first.

    Signals:
        topic_chosen(object): The person chose this Topic.
    """

    topic_chosen = Signal(object)

    def __init__(self, scale: BandScale, parent: QWidget | None = None) -> None:
        super().__init__("What can be asked about, latest first", TWO_LINE_ROW_HEIGHT, parent)
        self._scale = scale
        self.setItemDelegate(TwoLineDelegate(self))
        column: Column[Topic] = Column(
            "What happened",
            lambda topic: topic.words,
            stretch=True,
            tip=lambda topic: topic.words,
            spoken=lambda topic: f"Turn {topic.turn}: {topic.words}",
            roles={TWO_LINE_ROLE: self._lines},
        )
        self._topics: RowsModel[Topic] = RowsModel((column,), parent=self)
        self.setModel(self._topics)
        self.horizontalHeader().hide()
        self.selectionModel().currentRowChanged.connect(self._on_current)

    @property
    def topics(self) -> tuple[Topic, ...]:
        """Everything in the list, top to bottom."""
        return self._topics.rows

    def show_topics(self, topics: Sequence[Topic]) -> None:
        """Show these topics; the first one is chosen."""
        self.clearSelection()
        self.setCurrentIndex(QModelIndex())
        self._topics.set_rows(topics)
        if topics:
            self.setCurrentIndex(self._topics.index(0, 0))

    def choose(self, topic: Topic) -> None:
        """Choose a topic of the list."""
        if topic in self._topics.rows:
            self.setCurrentIndex(self._topics.index(self._topics.rows.index(topic), 0))

    def current(self) -> Topic | None:
        """The chosen topic."""
        index = self.currentIndex()
        return self._topics.row_at(index) if index.isValid() else None

    def _on_current(self, index: QModelIndex) -> None:
        if index.isValid():
            self.topic_chosen.emit(self._topics.row_at(index))

    def _lines(self, topic: Topic) -> TwoLineValue:
        kind = "message" if topic.is_message else f"event {topic.number}"
        return TwoLineValue(
            title=topic.words,
            subtitle=f"Turn {topic.turn}, {kind}",
            rung=rung_value(self._scale, topic.rung) if topic.rung is not None else None,
        )
