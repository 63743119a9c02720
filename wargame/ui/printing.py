"""The door through which pages become PDF: reports write the pages, Qt sets and prints them."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter, QTextDocument

_MARGIN_MM: Final = 18.0
_FOOT_MM: Final = 8.0
_RESOLUTION: Final = 300
_MM_PER_INCH: Final = 25.4


class _Page(QTextDocument):
    """A document that reads nothing from anywhere, whatever its page asks for."""

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        return QImage()


def write_pdf(html: str, path: Path, foot: str) -> int:
    """Writes a page as PDF on A4, with a line of words and the page's number at each foot.

    Runs on the window's thread, as Qt's text layout wants; some tens of milliseconds a page.

    Args:
        html: The page.
        path: Where to.
        foot: Words at the foot of every page.

    Returns:
        How many pages it has, 1 or more.

    Raises:
        OSError: The file cannot be written.
    """
    with path.open("wb"):
        pass
    writer = QPdfWriter(str(path))
    writer.setResolution(_RESOLUTION)
    writer.setTitle(foot)
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            margins,
            QPageLayout.Unit.Millimeter,
        )
    )
    document = _Page()
    document.documentLayout().setPaintDevice(writer)
    document.setDocumentMargin(0)
    document.setHtml(html)
    wide, tall = writer.width(), writer.height()
    foot_tall = round(_FOOT_MM / _MM_PER_INCH * _RESOLUTION)
    document.setPageSize(QSizeF(wide, tall - foot_tall))
    painter = QPainter()
    if not painter.begin(writer):
        raise OSError(f"“{path.name}” cannot be written.")
    pages = document.pageCount()
    try:
        for page in range(pages):
            if page:
                writer.newPage()
            _paint(painter, document, page, QRectF(0, 0, wide, tall - foot_tall))
            place = QRectF(0, tall - foot_tall, wide, foot_tall)
            low = Qt.AlignmentFlag.AlignBottom
            painter.drawText(place, low | Qt.AlignmentFlag.AlignLeft, foot)
            number = f"{page + 1} / {pages}"
            painter.drawText(place, low | Qt.AlignmentFlag.AlignRight, number)
    finally:
        painter.end()
    return pages


def _paint(painter: QPainter, document: QTextDocument, page: int, sheet: QRectF) -> None:
    """Paints one page of a document."""
    painter.save()
    painter.translate(0, -page * sheet.height())
    document.drawContents(painter, sheet.translated(0, page * sheet.height()))
    painter.restore()
