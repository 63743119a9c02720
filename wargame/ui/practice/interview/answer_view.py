"""An answer: short paragraphs, each over the events that it cites."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wargame.ui.theme.metrics import SPACE_4, SPACE_8, SPACE_12
from wargame.ui.widgets.buttons import LinkButton
from wargame.ui.widgets.flow import FlowLayout
from wargame.ui.widgets.scroll_page import ScrollContent, ScrollPage
from wargame.ui.widgets.surface import column, empty
from wargame.ui.widgets.text import Paragraph, TextLabel, set_tip

if TYPE_CHECKING:
    from wargame.model.interview import Answer, Passage

_TRUTH: Final = "The truth, as it is known now"


class AnswerView(ScrollPage):
    """Paragraphs with their events as links.

    Signals:
        event_wished(int): Open the event with this number.
    """

    event_wished = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        content = ScrollContent()
        self._lines = column(
            content, spacing=SPACE_12, margins=(SPACE_12, SPACE_8, SPACE_12, SPACE_8)
        )
        super().__init__(content, "The answer", by_key=True, parent=parent)
        self._words: list[str] = []

    @property
    def words(self) -> tuple[str, ...]:
        """The paragraphs that are shown, in order."""
        return tuple(self._words)

    def say(self, words: str) -> None:
        """Show one sentence in place of an answer."""
        empty(self._lines)
        self._words = [words] if words else []
        self._lines.addWidget(Paragraph(words, "body", "t2"))
        self._lines.addStretch(1)

    def show_answer(self, answer: Answer) -> None:
        """Show an answer from its beginning."""
        empty(self._lines)
        self._words = [passage.words for passage in answer.passages]
        for passage in answer.passages:
            self._lines.addWidget(self._passage(passage))
        self._lines.addStretch(1)
        self.verticalScrollBar().setValue(0)

    def _passage(self, passage: Passage) -> QWidget:
        whole = QWidget()
        lines = column(whole, spacing=SPACE_4)
        if passage.is_told_truth:
            lines.addWidget(TextLabel(_TRUTH, "caption", 600, "t3"))
        lines.addWidget(Paragraph(passage.words, "body"))
        if passage.events:
            cited = QWidget()
            links = FlowLayout(cited, gap=SPACE_4)
            for number in passage.events:
                link = LinkButton(f"Event {number}")
                set_tip(link, f"Open event {number}")
                link.clicked.connect(partial(self.event_wished.emit, number))
                links.addWidget(link)
            lines.addWidget(cited)
        return whole
