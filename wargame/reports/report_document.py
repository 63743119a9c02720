"""A report as a Word document: real headings, styles, a table of contents and captions.

Equal reports give equal bytes: the document carries the time of the game's last event, not of its
own making.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Final

from wargame import __version__
from wargame.model.report import Chart, OwnText, Paragraph, Report, Section, Table
from wargame.reports.report_fields import (
    add_contents,
    add_own_text,
    add_page_number,
    add_sequence,
    fill_cells,
    plain_xml,
    repeat_as_head,
    set_borders,
    set_styles,
)
from wargame.reports.report_pages import cites_words, column_widths

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph as WordParagraph

_MARGIN_CM: Final = 2.0
_TEXT_CM: Final = 17.0
_ZIP_TIME: Final = (1980, 1, 1, 0, 0, 0)


def report_document(report: Report, pictures: Sequence[bytes] = ()) -> bytes:
    """The document's bytes (.docx).

    Args:
        report: The report.
        pictures: Its charts as pictures (PNG), in order; a chart without one is left to its table.
    """
    import docx
    from docx.shared import Cm

    document = docx.Document()
    set_styles(document)
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21.0), Cm(29.7)
    page.left_margin = page.right_margin = Cm(_MARGIN_CM)
    page.top_margin = page.bottom_margin = Cm(_MARGIN_CM)
    _set_properties(document, report)
    document.add_paragraph(plain_xml(report.title), style="Title")
    document.add_paragraph(plain_xml(report.subtitle), style="Subtitle")
    document.add_paragraph(_note(report))
    add_contents(document, [section.title for section in report.sections])
    left = list(pictures)
    counts = {"Table": 0, "Figure": 0}
    for section in report.sections:
        _add_section(document, section, left, counts)
    add_page_number(page, f"{report.title}. {report.subtitle}")
    out = io.BytesIO()
    document.save(out)
    return _at_one_time(out.getvalue())


def _note(report: Report) -> str:
    whose = (
        "For control: it tells what single teams could not know. Numbers in brackets are those of "
        "events in the game’s log."
    )
    if report.seat is not None:
        whose = (
            "For the team: it holds what the team could know, and nothing else. Numbers in "
            "brackets are those of its own list."
        )
    return f"{whose} What the author wrote stands beside a line at the left."


def _add_section(
    document: Document, section: Section, pictures: list[bytes], counts: dict[str, int]
) -> None:
    document.add_heading(plain_xml(section.title), level=1)
    if section.is_blank:
        document.add_paragraph("Nothing was written here.", style="Nothing")
    for block in section.blocks:
        match block:
            case Paragraph(sentences):
                paragraph = document.add_paragraph()
                for sentence in sentences:
                    paragraph.add_run(plain_xml(sentence.text))
                    _add_cites(paragraph, cites_words(sentence.cites))
            case OwnText(_, title, text):
                if text:
                    add_own_text(document, title, text)
            case Table():
                _add_table(document, block, counts)
            case Chart():
                _add_chart(document, block, pictures, counts)


def _add_cites(paragraph: WordParagraph, words: str) -> None:
    if words:
        paragraph.add_run(f" {words}", style="Events cited")
    paragraph.add_run(" ")


def _add_table(document: Document, table: Table, counts: dict[str, int]) -> None:
    from docx.shared import Cm

    if not table.rows:
        document.add_paragraph(plain_xml(f"{table.caption}: {table.none}"), style="Nothing")
        return
    counts["Table"] += 1
    caption = document.add_paragraph(style="Caption")
    add_sequence(caption, "Table", counts["Table"])
    caption.add_run(plain_xml(f". {table.caption}"))
    caption.paragraph_format.keep_with_next = True
    shares = column_widths(table)
    with_cites = len(shares) > len(table.rows[0].cells)
    lines = [
        (*row.cells, cites_words(row.cites)) if with_cites else row.cells for row in table.rows
    ]
    has_head = any(table.head)
    if has_head:
        lines.insert(0, (*table.head, "Events") if with_cites else table.head)
    grid = document.add_table(rows=len(lines), cols=len(shares), style="Table Grid")
    grid.autofit = False
    set_borders(grid, "C3C9D2")
    widths = [Cm(_TEXT_CM * share / 100) for share in shares]
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = width
    fill_cells(document, grid, lines, widths, has_head=has_head, with_cites=with_cites)
    if has_head:
        repeat_as_head(grid.rows[0])
    document.add_paragraph(style="Nothing")


def _add_chart(
    document: Document, chart: Chart, pictures: list[bytes], counts: dict[str, int]
) -> None:
    from docx.shared import Cm

    if not pictures:
        return
    document.add_picture(io.BytesIO(pictures.pop(0)), width=Cm(_TEXT_CM))
    document.paragraphs[-1].paragraph_format.keep_with_next = True
    counts["Figure"] += 1
    caption = document.add_paragraph(style="Caption")
    add_sequence(caption, "Figure", counts["Figure"])
    named = "; ".join(
        f"{number}: {dot.words} [{dot.event}]" for number, dot in enumerate(chart.dots, start=1)
    )
    caption.add_run(plain_xml(f". {chart.caption}." + (f" {named}." if named else "")))


def _set_properties(document: Document, report: Report) -> None:
    made = datetime.fromisoformat(report.made_from).replace(tzinfo=None, microsecond=0)
    facts = document.core_properties
    facts.title, facts.subject = plain_xml(report.title), plain_xml(report.subtitle)
    facts.author, facts.last_modified_by = "", ""
    facts.comments = f"Wargame {__version__}"
    facts.created = facts.modified = made
    facts.revision = 1


def _at_one_time(content: bytes) -> bytes:
    """The same file with one time for all its parts."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as packed,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as again,
    ):
        for name in packed.namelist():
            part = zipfile.ZipInfo(name, _ZIP_TIME)
            part.compress_type = zipfile.ZIP_DEFLATED
            again.writestr(part, packed.read(name))
    return out.getvalue()
