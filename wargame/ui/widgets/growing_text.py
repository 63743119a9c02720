"""A field for a few sentences: one line at first, as tall as its text up to a limit."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from wargame.ui.theme.fonts import text_font

LONGEST: Final = 2_000
"""Letters that the rules allow in a text."""

_FRAME: Final = 18
"""Border, padding and the margin of the document, above and below (px)."""
_MOST_LINES: Final = 5


class GrowingText(QPlainTextEdit):
    """Plain text; Tab leaves it.

    Signals:
        text_written(str): The person changed the text.
    """

    text_written = Signal(str)

    def __init__(
        self, name: str, placeholder: str = "", lines: int = 1, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._lines = lines
        self._is_loading = False
        self.setFont(text_font("body"))
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(2)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._on_text_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def set_text(self, text: str) -> None:
        """Show a text without a signal; the same text leaves the cursor where it is."""
        if text == self.toPlainText():
            return
        self._is_loading = True
        self.setPlainText(text)
        self._is_loading = False

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802 - Qt's name
        """Words only, whatever else is on the clipboard."""
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        """Words only, as many as there is room for."""
        kept = self.textCursor().selectedText()
        room = LONGEST - len(self.toPlainText()) + len(kept)
        self.insertPlainText(source.text()[: max(0, room)])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _on_text_changed(self) -> None:
        if self._is_loading:
            return
        text = self.toPlainText()
        if len(text) > LONGEST:
            self._is_loading = True
            place = min(self.textCursor().position(), LONGEST)
            self.setPlainText(text[:LONGEST])
            cursor = self.textCursor()
            cursor.setPosition(place, QTextCursor.MoveMode.MoveAnchor)
            self.setTextCursor(cursor)
            self._is_loading = False
        self.text_written.emit(self.toPlainText())

    def _fit(self) -> None:
        # QPlainTextEdit counts the height of its document in lines.
        lines = round(self.document().documentLayout().documentSize().height())
        wanted = min(_MOST_LINES, max(self._lines, lines))
        height = wanted * self.fontMetrics().lineSpacing() + _FRAME
        if self.minimumHeight() != height:
            self.setFixedHeight(height)
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if lines > _MOST_LINES else policy.ScrollBarAlwaysOff
        )
