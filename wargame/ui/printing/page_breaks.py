"""Page breaks of a paper: a heading, or the caption of a table, does not stand alone at a foot.

Qt's text engine knows breaks that are asked for, but not to keep a block with the next one.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextFormat, QTextTable

Part = QTextBlock | QTextTable
"""What a paper is made of from top to bottom."""

_MOST_LINES = 4
"""Lines up to which a block is moved to the next page whole, with the table that it speaks of."""

_PICTURE = "\N{OBJECT REPLACEMENT CHARACTER}"
"""The text of a block that holds nothing but a picture; its caption comes after it."""


def keep_headings(document: QTextDocument) -> int:
    """Move headings and captions that end a page to the next one, where what follows begins.

    Args:
        document: A document with a page size, not yet printed.

    Returns:
        How many breaks were set.
    """
    parts = list(_parts(document))
    breaks, begun = 0, 0
    for at, part in enumerate(parts):
        if isinstance(part, QTextBlock) and at + 1 < len(parts) and _leads(part, parts[at + 1]):
            continue
        leads = [lead for lead in parts[begun:at] if isinstance(lead, QTextBlock)]
        begun = at + 1
        if not leads or _first_page(document, part) == _first_page(document, leads[0]):
            continue
        # Every later part moves with it; those are looked at after this one, as they lie by then.
        _break_before(leads[0])
        # Laid out anew as a whole: from the break on alone, Qt loses blocks that lie behind it.
        document.setPageSize(document.pageSize())
        breaks += 1
    return breaks


def _parts(document: QTextDocument) -> Iterator[Part]:
    """Blocks and tables in order; the empty blocks that Qt sets between tables are left out."""
    place = document.rootFrame().begin()
    while not place.atEnd():
        frame, block = place.currentFrame(), place.currentBlock()
        if isinstance(frame, QTextTable):
            yield frame
        elif block.isValid() and block.text().strip():
            yield block
        place += 1


def _leads(block: QTextBlock, after: Part) -> bool:
    """Whether a block is nothing without what comes after it."""
    if block.blockFormat().headingLevel() or block.text() == _PICTURE:
        return True
    return isinstance(after, QTextTable) and block.layout().lineCount() <= _MOST_LINES


def _first_page(document: QTextDocument, part: Part) -> int:
    """The page on which a part begins; a table begins with its first row below the head."""
    if isinstance(part, QTextTable):
        head = min(part.format().toTableFormat().headerRowCount(), part.rows() - 1)
        block = part.cellAt(head, 0).firstCursorPosition().block()
    else:
        block = part
    top = document.documentLayout().blockBoundingRect(block).top()
    if block.layout().lineCount():
        top += block.layout().lineAt(0).y()
    return int(top // document.pageSize().height())


def _break_before(block: QTextBlock) -> None:
    wanted = block.blockFormat()
    wanted.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
    QTextCursor(block).setBlockFormat(wanted)
