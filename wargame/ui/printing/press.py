"""The door through which pages become PDF: reports write the pages, Qt sets and prints them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QMarginsF, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QImage,
    QImageWriter,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
)
from PySide6.QtSvg import QSvgRenderer

from wargame.reports.whole_file import write_whole
from wargame.ui.printing.page_breaks import keep_headings
from wargame.ui.theme.tokens import PAPER

_MARGIN_MM: Final = 18.0
_FOOT_MM: Final = 8.0
_RESOLUTION: Final = 300
_MM_PER_INCH: Final = 25.4
_PICTURE_WIDTH: Final = 2400
"""Pixels across a picture: sharp in print at the width of a page."""
_NO_PICTURES: Final[Mapping[str, str]] = MappingProxyType({})


class _Page(QTextDocument):
    """A document that shows the pictures it was given, and reads nothing from anywhere."""

    def __init__(self, pictures: Mapping[str, str]) -> None:
        super().__init__()
        self._pictures = pictures

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        drawing = self._pictures.get(name if isinstance(name, str) else name.toString())
        return QImage() if drawing is None else _drawn(drawing)


class QtPress:
    """Sets pages and draws pictures; needs Qt's application object to be there."""

    def picture(self, drawing: str) -> bytes:
        """A drawing (SVG) as a picture (PNG)."""
        return picture(drawing)

    def pdf(self, html: str, path: Path, foot: str, pictures: Mapping[str, str]) -> int:
        """Write a page as PDF, its pictures given as drawings by name; gives its pages.

        Raises:
            OSError: The file cannot be written.
        """
        return write_pdf(html, path, foot, pictures)


def picture(drawing: str) -> bytes:
    """A drawing (SVG) as a picture (PNG), for papers that know no drawings.

    Args:
        drawing: The drawing; its own words name its size.
    """
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(_drawn(drawing))
    buffer.close()
    return bytes(kept.data())


def _drawn(drawing: str) -> QImage:
    renderer = QSvgRenderer(QByteArray(drawing.encode()))
    size = renderer.defaultSize()
    image = QImage(
        _PICTURE_WIDTH,
        round(_PICTURE_WIDTH * size.height() / max(1, size.width())),
        QImage.Format.Format_RGB32,
    )
    image.fill(QColor(PAPER))
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


def write_pdf(html: str, path: Path, foot: str, pictures: Mapping[str, str] = _NO_PICTURES) -> int:
    """Writes a page as PDF on A4, with a line of words and the page's number at each foot.

    Runs on the window's thread, as Qt's text layout wants; some tens of milliseconds a page.

    Args:
        html: The page.
        path: Where to.
        foot: Words at the foot of every page.
        pictures: Drawings (SVG) by the names under which the page asks for them.

    Returns:
        How many pages it has, 1 or more.

    Raises:
        OSError: The file cannot be written; an earlier one of its name is there still.
    """
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    pages = _print(html, QPdfWriter(buffer), foot, pictures)
    buffer.close()
    write_whole(path, bytes(kept.data()))
    return pages


def _print(html: str, writer: QPdfWriter, foot: str, pictures: Mapping[str, str]) -> int:
    """Prints a page with its feet; gives how many sheets it took."""
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
    document = _Page(pictures)
    document.documentLayout().setPaintDevice(writer)
    document.setDocumentMargin(0)
    document.setHtml(html)
    wide, tall = writer.width(), writer.height()
    foot_tall = round(_FOOT_MM / _MM_PER_INCH * _RESOLUTION)
    document.setPageSize(QSizeF(wide, tall - foot_tall))
    keep_headings(document)
    painter = QPainter()
    painter.begin(writer)
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
