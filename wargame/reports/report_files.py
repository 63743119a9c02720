"""A report into a file of the kind that its name asks for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final, Protocol

from wargame.errors import OutsideError
from wargame.model.report import Report
from wargame.reports.exports import write_bytes
from wargame.reports.report_pages import (
    PICTURE,
    charts_of,
    picture_of,
    report_page,
    report_sheets,
)

SUFFIXES: Final = (".docx", ".pdf", ".html")


class Press(Protocol):
    """What sets pages and draws pictures; the window's library does it."""

    def picture(self, drawing: str) -> bytes:
        """A drawing (SVG) as a picture (PNG)."""

    def pdf(self, html: str, path: Path, foot: str, pictures: Mapping[str, str]) -> int:
        """Write a page as PDF, its pictures given as drawings by name; gives its pages.

        Raises:
            OSError: The file cannot be written.
        """


def checked_suffix(path: Path) -> str:
    """The ending of a report's file.

    Raises:
        OutsideError: It is none that a report can have.
    """
    suffix = path.suffix.casefold()
    if suffix not in SUFFIXES:
        raise OutsideError(f"{path.name} must end in .docx, .pdf or .html.")
    return suffix


def sheets_of(report: Report) -> tuple[str, str, dict[str, str]]:
    """What a PDF is set from: the page, the words at its foot, and its pictures by name."""
    drawings = [picture_of(chart) for chart in charts_of(report)]
    pictures = {PICTURE: drawings[0]} if drawings else {}
    return report_sheets(report), report.subtitle, pictures


def write_report(
    report: Report,
    words: Mapping[int, str],
    path: Path,
    open_press: Callable[[], Press] | None,
) -> None:
    """Write a report.

    Args:
        report: The report.
        words: The events that it cites, in words by number.
        path: Where to; its ending says how.
        open_press: Gives what sets pages; None where there is none: web pages can do without.

    Raises:
        OutsideError: The file cannot be written, or its ending is another.
    """
    suffix = checked_suffix(path)
    if suffix == ".html":
        write_bytes(path, report_page(report, words).encode("utf-8", errors="replace"))
        return
    if open_press is None:
        raise OutsideError("Nothing is here that sets pages; write a web page (.html) instead.")
    press = open_press()
    if suffix == ".docx":
        from wargame.reports.report_document import report_document

        drawings = [picture_of(chart) for chart in charts_of(report)]
        write_bytes(path, report_document(report, [press.picture(d) for d in drawings]))
        return
    html, foot, pictures = sheets_of(report)
    try:
        press.pdf(html, path, foot, pictures)
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutsideError(f"{path.name} cannot be written: {reason}.") from error
