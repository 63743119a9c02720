"""Shows Markdown of scenario authors: no HTML, no pictures from anywhere, no links that open."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import (
    QImage,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from wargame.ui.theme.current import colour
from wargame.ui.theme.fonts import line_height, text_font
from wargame.ui.theme.paint import printed

_FIXED: Final = QTextBlockFormat.LineHeightTypes.FixedHeight.value
_SOURCE_MARK: Final = re.compile(r"\[[A-Za-z0-9][^\]\s]*\]")


class MarkdownView(QTextBrowser):
    """Read-only text that grows with its column; source marks such as [001] step back."""

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
        self._set_type()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        # Whatever a text asks for, it gets an empty picture: nothing is read from anywhere.
        return QImage()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._source:
            self.set_markdown(self._source)

    def _set_type(self) -> None:
        """Sizes, line heights and distances of our own; Qt's headings are far too large."""
        block = self.document().begin()
        is_first = True
        while block.isValid():
            level = block.blockFormat().headingLevel()
            cursor = QTextCursor(block)
            if level:
                self._set_heading(block, cursor, level, is_first=is_first)
            else:
                spaced = QTextBlockFormat()
                spaced.setLineHeight(line_height("body"), _FIXED)
                spaced.setTopMargin(0)
                spaced.setBottomMargin(10 if block.textList() is None else 4)
                cursor.mergeBlockFormat(spaced)
                self._mute_source_marks(block)
            is_first = False
            block = block.next()
        self._set_hyphens()

    @staticmethod
    def _set_heading(block: QTextBlock, cursor: QTextCursor, level: int, *, is_first: bool) -> None:
        spaced = QTextBlockFormat()
        spaced.setLineHeight(line_height("title"), _FIXED)
        spaced.setTopMargin(0 if is_first else 14)
        spaced.setBottomMargin(8 if level == 1 else 4)
        cursor.mergeBlockFormat(spaced)
        letters = QTextCharFormat()
        letters.setFont(text_font("title" if level == 1 else "body", 600))
        within = QTextCursor(block)
        within.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        within.setCharFormat(letters)

    def _set_hyphens(self) -> None:
        """True hyphens: with tabular figures Inter's hyphen-minus is as wide as a digit."""
        found = self.document().find("-")
        while not found.isNull():
            found.insertText(printed("-"))
            found = self.document().find("-", found)

    @staticmethod
    def _mute_source_marks(block: QTextBlock) -> None:
        quiet = QTextCharFormat()
        quiet.setForeground(colour("t3"))
        for found in _SOURCE_MARK.finditer(block.text()):
            cursor = QTextCursor(block)
            cursor.setPosition(block.position() + found.start())
            cursor.setPosition(block.position() + found.end(), QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(quiet)
