"""A report as a page: for the browser, whole in one file, and for paper by the way of PDF."""

from __future__ import annotations

import json
from collections.abc import Mapping
from itertools import groupby
from typing import TYPE_CHECKING, Final

from wargame.model.report import Chart, Cite, OwnText, Paragraph, Report, Table
from wargame.reports.papers import as_html, paper
from wargame.reports.report_chart import HEIGHT, ON_PAPER, ON_SCREEN, Scales, chart_drawing

if TYPE_CHECKING:
    from wargame.model.report import Block

CITES_WIDTHS: Final = ((40, 14), (110, 24), (10**6, 36))
"""Width (per cent) of the column of citations, by the letters of the longest of them."""
PICTURE: Final = "escalation.png"
"""The name by which the page for paper asks for the chart."""
PICTURE_WIDTH: Final = 620
"""Its width on paper, in pixels of a screen (96 an inch)."""
_NO_WORDS: Final[Mapping[int, str]] = {}


def report_page(report: Report, words: Mapping[int, str] = _NO_WORDS) -> str:
    """The report for a browser: one file that needs nothing else, and works without scripts.

    Args:
        report: The report.
        words: Events in words by number; those that are cited are listed at the end.
    """
    cited = sorted({cite.number for claim in report.claims() for cite in claim.cites})
    listed = [(number, words[number]) for number in cited if number in words]
    known = {number for number, _ in listed}
    return paper(
        "report.html",
        report=report,
        sections=report.sections,
        kind=_kind,
        cites=lambda cites: _linked(cites, known),
        own=as_html,
        drawing=_alive,
        facts=_facts,
        listed=listed,
        number=_is_number,
        widths=column_widths,
    )


def report_sheets(report: Report) -> str:
    """The report for paper, in what Qt's text engine knows; the chart is asked for by name."""
    return paper(
        "report-sheets.html",
        report=report,
        sections=report.sections,
        kind=_kind,
        cites=cites_words,
        own=as_html,
        picture=PICTURE,
        picture_width=PICTURE_WIDTH,
        widths=column_widths,
    )


def charts_of(report: Report) -> tuple[Chart, ...]:
    """The charts of a report."""
    return tuple(
        block for section in report.sections for block in section.blocks if isinstance(block, Chart)
    )


def picture_of(chart: Chart) -> str:
    """A chart as a drawing (SVG) for paper."""
    return chart_drawing(chart, ON_PAPER)


def runs(cites: tuple[Cite, ...]) -> tuple[tuple[int, int], ...]:
    """Numbers of events as runs from one to another.

    >>> runs((Cite(3, "a"), Cite(4, "a"), Cite(9, "b")))
    ((3, 4), (9, 9))
    """
    numbers = sorted({cite.number for cite in cites})
    found = []
    for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        members = [number for _, number in run]
        found.append((members[0], members[-1]))
    return tuple(found)


def cites_words(cites: tuple[Cite, ...]) -> str:
    """Citations as they are printed; nothing for none.

    >>> cites_words((Cite(3, "a"), Cite(4, "a"), Cite(9, "b")))
    '[3–4, 9]'
    """
    said = [f"{first}" if first == last else f"{first}–{last}" for first, last in runs(cites)]
    return f"[{', '.join(said)}]" if said else ""


def column_widths(table: Table) -> tuple[int, ...]:
    """The width of each column of a table in per cent, with one for citations where it has any."""
    count = len(table.head) or 1
    shares = table.widths or (1 / count,) * count
    longest = max((len(cites_words(row.cites)) for row in table.rows), default=0)
    if not longest:
        return tuple(round(100 * share) for share in shares)
    wide = next(width for letters, width in CITES_WIDTHS if longest <= letters)
    return (*(round((100 - wide) * share) for share in shares), wide)


def _linked(cites: tuple[Cite, ...], known: set[int]) -> str:
    """Citations with links to the list of events."""
    from markupsafe import Markup

    said = []
    for first, last in runs(cites):
        words = f"{first}" if first == last else f"{first}–{last}"
        said.append(f'<a href="#e{first}">{words}</a>' if first in known else words)
    # Made of numbers alone.
    return Markup(f"[{', '.join(said)}]") if said else ""  # noqa: S704


def _kind(block: Block) -> str:
    match block:
        case Paragraph():
            return "paragraph"
        case Table():
            return "table"
        case Chart():
            return "chart"
        case OwnText():
            return "own"


def _alive(chart: Chart) -> str:
    from markupsafe import Markup

    # Everything that people wrote is escaped where it is drawn.
    return Markup(chart_drawing(chart, ON_SCREEN))  # noqa: S704


def _facts(chart: Chart) -> str:
    """The line for the page's script, as JSON that no page takes for markup."""
    from markupsafe import Markup

    scales = Scales(chart.turns)
    line = [
        [round(scales.x(x), 1), round(scales.y(y), 1), round(x, 2), round(y, 1)]
        for x, y in chart.line
    ]
    bands = [[band.index_from, f"{band.number} {band.name}"] for band in chart.bands]
    text = json.dumps({"line": line, "bands": bands, "height": HEIGHT}, ensure_ascii=True)
    return Markup(text.replace("<", "\\u003c").replace("&", "\\u0026"))  # noqa: S704


def _is_number(text: str) -> bool:
    return bool(text) and all(letter in "0123456789,.+−R" for letter in text)
