"""No page of a paper ends with a heading, a caption or a picture without its words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from wargame.ui.printing.page_breaks import keep_headings

PAGE = QSizeF(300, 260)
ROWS = "<tr><td>Row</td></tr><tr><td>End</td></tr>"
TABLE = f"<table><thead><tr><th>Head</th></tr></thead>{ROWS}</table>"
LEADS = {
    "a heading and words": ("<h2>Lead</h2><p>Words</p>", {"Lead"}),
    "a caption and a table": (f"<p>Caption</p>{TABLE}", {"Caption", "Head"}),
    "a heading, a caption and a table": (
        f"<h2>Lead</h2><p>Caption</p>{TABLE}",
        {"Lead", "Caption", "Head"},
    ),
    "a heading, a picture and its caption": (
        '<h2>Lead</h2><p><img src="none" width="80" height="60"></p><p>Caption</p>',
        {"Lead", "\N{OBJECT REPLACEMENT CHARACTER}"},
    ),
}


def paper(lead: str, lines: int) -> QTextDocument:
    """A paper in which something stands behind so many lines, and much comes after it."""
    document = QTextDocument()
    document.setHtml(f"{'<p>Line</p>' * lines}{lead}{'<p>Line</p>' * 20}")
    document.setPageSize(PAGE)
    return document


def feet(document: QTextDocument) -> set[str]:
    """The last words of every page but the last."""
    layout, found = document.documentLayout(), dict[int, str]()
    block = document.begin()
    while block.isValid():
        if block.text().strip():
            line = block.layout().lineAt(block.layout().lineCount() - 1)
            end = layout.blockBoundingRect(block).top() + line.y() + line.height()
            found[int(end // PAGE.height())] = block.text()
        block = block.next()
    found.popitem()
    return set(found.values())


@pytest.mark.parametrize("kind", LEADS)
def test_that_no_page_ends_with_what_only_leads_on(dark: QApplication, kind: str) -> None:
    lead, words = LEADS[kind]
    ended = set()
    for lines in range(1, 24):
        document = paper(lead, lines)
        before = feet(document) & words
        ended |= before
        breaks = keep_headings(document)
        assert not feet(document) & words, f"behind {lines} lines"
        assert breaks == (1 if before else 0)
    assert ended


def test_that_what_is_longer_than_a_page_stays_where_it_is(dark: QApplication) -> None:
    document = paper(f"<p>{'Many words. ' * 200}</p>{TABLE}", 3)
    pages = document.pageCount()
    assert keep_headings(document) == 0
    assert document.pageCount() == pages


def test_that_everything_lies_where_a_layout_of_the_whole_paper_puts_it(
    dark: QApplication,
) -> None:
    section = f"<h2>Lead</h2><p>Caption</p>{TABLE.replace(ROWS, ROWS * 7)}<p>Words</p>"
    document = paper(section * 40, 3)
    assert keep_headings(document) > 3

    def places() -> list[float]:
        layout, block, found = document.documentLayout(), document.begin(), []
        while block.isValid():
            found.append(layout.blockBoundingRect(block).top())
            block = block.next()
        return found

    kept, pages = places(), document.pageCount()
    document.setPageSize(PAGE)
    assert (places(), document.pageCount()) == (kept, pages)
