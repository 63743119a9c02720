"""Shows Markdown of scenario authors: no HTML, no pictures from anywhere, no links that open."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QImage, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from wargame.ui.theme.fonts import line_height, text_font


class MarkdownView(QTextBrowser):
    """Read-only text that grows with its column."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setFont(text_font("body"))
        self.document().setDefaultFont(text_font("body"))
        self.setProperty("bare", "true")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def set_markdown(self, text: str) -> None:
        """Show another text."""
        self._source = text
        self.document().setMarkdown(text, QTextDocument.MarkdownFeature.MarkdownNoHTML)
        self._set_lines()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        # Whatever a text asks for, it gets an empty picture: nothing is read from anywhere.
        return QImage()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._source:
            self.set_markdown(self._source)

    def _set_lines(self) -> None:
        spaced = QTextBlockFormat()
        spaced.setLineHeight(
            line_height("body"), QTextBlockFormat.LineHeightTypes.FixedHeight.value
        )
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(spaced)
