"""What the last turn came to, over the list of its events, once it is adjudicated."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from wargame.ui.theme.metrics import SPACE_4, SPACE_8, SPACE_12
from wargame.ui.widgets.surface import Hairline, Surface, column
from wargame.ui.widgets.text import Paragraph


class OutcomeStrip(Surface):
    """A title and a few sentences; takes no room while there is nothing to tell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("raised", parent)
        self._title = Paragraph("", "body", weight=600)
        self._words = Paragraph("", "body", "t2")
        whole = column(self)
        texts = column(spacing=SPACE_4, margins=(SPACE_12, SPACE_8, SPACE_12, SPACE_8))
        texts.addWidget(self._title)
        texts.addWidget(self._words)
        whole.addLayout(texts)
        whole.addWidget(Hairline())
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    @property
    def title(self) -> str:
        """The title that is shown."""
        return self._title.text()

    @property
    def words(self) -> str:
        """The sentences that are shown."""
        return self._words.text()

    def say(self, title: str, words: str) -> None:
        """Show a title and sentences; no title hides the strip."""
        self._title.set_text(title)
        self._words.set_text(words)
        self.setAccessibleName(f"{title} {words}".strip())
        self._words.setVisible(bool(words))
        self.setVisible(bool(title))
