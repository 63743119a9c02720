"""What a Word document needs beyond plain paragraphs: styles, fields, and an author's Markdown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.table import CT_Tc
    from docx.section import Section
    from docx.shared import Length
    from docx.table import Table, _Row
    from docx.text.paragraph import Paragraph
    from markdown_it.token import Token

_INK: Final = "16191E"
_SOFT: Final = "5C6573"
_FAMILY: Final = "Calibri"
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def plain_xml(text: str) -> str:
    """A text without what no XML file can hold.

    >>> plain_xml("a\\x00b")
    'ab'
    """
    return _FORBIDDEN.sub("", text)


def set_styles(document: Document) -> None:
    """Give the document its styles: calm headings, small cells, and the author's own."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt, RGBColor

    styles = document.styles
    ink, soft = RGBColor.from_string(_INK), RGBColor.from_string(_SOFT)
    for name, size in (("Normal", 10.5), ("Title", 24), ("Subtitle", 12), ("Caption", 9)):
        styles[name].font.size = Pt(size)
        styles[name].font.color.rgb = ink if name in {"Normal", "Title"} else soft
    for level, size in ((1, 16), (2, 12), (3, 11)):
        heading = styles[f"Heading {level}"]
        heading.font.size, heading.font.color.rgb = Pt(size), ink
    for name in ("Normal", "Title", "Subtitle", *(f"Heading {level}" for level in (1, 2, 3))):
        _set_family(styles[name])
    styles["Caption"].font.bold = False
    styles["Subtitle"].font.italic = False
    cited = styles.add_style("Events cited", WD_STYLE_TYPE.CHARACTER)
    cited.font.size, cited.font.color.rgb = Pt(8), soft
    for name, size, colour in (("Cell", 9, ink), ("Nothing", 9.5, soft), ("Author", 10.5, ink)):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        style.font.size, style.font.color.rgb = Pt(size), colour
        style.paragraph_format.space_after = Pt(2 if name == "Cell" else 6)
    _line_at_left(styles["Author"])


def add_contents(document: Document, titles: Sequence[str]) -> None:
    """A table of contents: a field that Word fills with pages, with the titles until then."""
    document.add_paragraph("Contents", style="TOC Heading" if _has_toc(document) else "Subtitle")
    last = len(titles) - 1
    for place, title in enumerate(titles):
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.space_after = 0
        if place == 0:
            _field_part(paragraph, "begin", dirty=True)
            _instruction(paragraph, ' TOC \\o "1-1" \\h \\z \\u ')
            _field_part(paragraph, "separate")
        paragraph.add_run(plain_xml(title))
        if place == last:
            _field_part(paragraph, "end")


def add_sequence(paragraph: Paragraph, name: str, number: int) -> None:
    """A caption's number, such as "Table 3", as a field that counts itself."""
    paragraph.add_run(f"{name} ")
    _field(paragraph, f" SEQ {name} \\* ARABIC ", f"{number}")


def add_page_number(section: Section, words: str) -> None:
    """A line of words and the page's number at the foot of every page."""
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Cm

    paragraph = section.footer.paragraphs[0]
    paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(17), WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run(plain_xml(f"{words}\t"))
    _field(paragraph, " PAGE ", "1")


def repeat_as_head(row: _Row) -> None:
    """Let a row stand at the top of every page that its table reaches."""
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001


def set_borders(table: Table, colour: str) -> None:
    """Give a table thin lines, a colour in six digits."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", colour)):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    table._tbl.tblPr.append(borders)  # noqa: SLF001


def fill_cells(
    document: Document,
    table: Table,
    lines: Sequence[Sequence[str]],
    widths: Sequence[Length],
    *,
    has_head: bool,
    with_cites: bool,
) -> None:
    """Write words into the cells of a table that has as many rows as there are lines.

    The library looks for every cell through the whole table; here each is taken from its row.

    Args:
        document: The document, for its styles.
        table: The table.
        lines: The words of each row, cell by cell.
        widths: Widths of the columns.
        has_head: Whether the first line names the columns.
        with_cites: Whether the last column holds citations.
    """
    from docx.text.paragraph import Paragraph

    styles = document.styles
    small, cited = styles["Cell"].style_id, styles["Events cited"].style_id
    for number, (row, words) in enumerate(zip(table._tbl.tr_lst, lines, strict=True)):  # noqa: SLF001
        is_head = has_head and number == 0
        last = len(words) - 1
        for place, (cell, text, width) in enumerate(zip(row.tc_lst, words, widths, strict=True)):
            cell.width = width
            if is_head:
                _shade(cell, "EEF0F3")
            cell.p_lst[0].style = small
            run = Paragraph(cell.p_lst[0], table).add_run(plain_xml(text))
            run.bold = is_head or None
            if with_cites and place == last and not is_head:
                run._r.style = cited  # noqa: SLF001


def _shade(cell: CT_Tc, colour: str) -> None:
    """Give a cell a ground, a colour in six digits."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    ground = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        ground.set(qn(f"w:{name}"), value)
    cell.get_or_add_tcPr().append(ground)


def add_own_text(document: Document, title: str, markdown: str) -> None:
    """An author's words in their own style; of Markdown: paragraphs, lists, emphasis."""
    from markdown_it import MarkdownIt

    head = document.add_paragraph(style="Author")
    head.add_run(plain_xml(title), style="Events cited")
    head.paragraph_format.keep_with_next = True
    reader = MarkdownIt("commonmark", {"html": False}).disable(["image", "link", "autolink"])
    marks: list[str] = []
    counts: list[int] = []
    for token in reader.parse(markdown):
        match token.type:
            case "bullet_list_open":
                counts.append(-1)
            case "ordered_list_open":
                counts.append(1)
            case "bullet_list_close" | "ordered_list_close":
                counts.pop()
            case "list_item_open":
                marks.append("•" if counts[-1] < 0 else f"{counts[-1]}.")
                counts[-1] += counts[-1] > 0
            case "inline" | "fence" | "code_block":
                paragraph = document.add_paragraph(style="Author")
                if marks:
                    paragraph.add_run(f"{'    ' * (len(counts) - 1)}{marks.pop()} ")
                _add_inline(paragraph, token)


def _add_inline(paragraph: Paragraph, token: Token) -> None:
    strong = slanted = False
    for part in token.children or [token]:
        match part.type:
            case "strong_open" | "strong_close":
                strong = part.type == "strong_open"
            case "em_open" | "em_close":
                slanted = part.type == "em_open"
            case "softbreak":
                paragraph.add_run(" ")
            case "hardbreak":
                paragraph.add_run().add_break()
            case _:
                run = paragraph.add_run(plain_xml(part.content))
                run.bold, run.italic = strong or None, slanted or None


def _has_toc(document: Document) -> bool:
    return any(style.name == "TOC Heading" for style in document.styles)


def _field(paragraph: Paragraph, instruction: str, shown: str) -> None:
    _field_part(paragraph, "begin")
    _instruction(paragraph, instruction)
    _field_part(paragraph, "separate")
    paragraph.add_run(shown)
    _field_part(paragraph, "end")


def _field_part(paragraph: Paragraph, part: str, *, dirty: bool = False) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), part)
    if dirty:
        mark.set(qn("w:dirty"), "true")
    paragraph.add_run()._r.append(mark)  # noqa: SLF001


def _instruction(paragraph: Paragraph, words: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    text = OxmlElement("w:instrText")
    text.set(qn("xml:space"), "preserve")
    text.text = words
    paragraph.add_run()._r.append(text)  # noqa: SLF001


def _set_family(style: object) -> None:
    """Name the letters themselves: the template leaves them to a theme."""
    from docx.oxml.ns import qn

    letters = style.element.get_or_add_rPr().get_or_add_rFonts()  # type: ignore[attr-defined]
    for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
        letters.attrib.pop(qn(f"w:{kind}Theme"), None)
        letters.set(qn(f"w:{kind}"), _FAMILY)
    letters.attrib.pop(qn("w:cstheme"), None)


def _line_at_left(style: object) -> None:
    """A line beside every paragraph of a style."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    borders, left = OxmlElement("w:pBdr"), OxmlElement("w:left")
    for name, value in (("val", "single"), ("sz", "18"), ("space", "8"), ("color", "2557B5")):
        left.set(qn(f"w:{name}"), value)
    borders.append(left)
    style.element.get_or_add_pPr().append(borders)  # type: ignore[attr-defined]
