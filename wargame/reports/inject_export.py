"""A session's list of injects into a spreadsheet, with every column that came in with it."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from wargame.errors import OutsideError
from wargame.model.injects import InjectLine
from wargame.play.words.condition_text import condition_text
from wargame.play.words.effect_text import effects_text
from wargame.reports.inject_columns import HEADINGS, WRITTEN, Field
from wargame.reports.sheets import guarded_cell, is_risky

_WIDTHS: Final[dict[Field, int]] = {Field.TITLE: 40, Field.TEXT: 70, Field.TRIGGER: 36}


def write_injects(path: Path, lines: Sequence[InjectLine]) -> None:
    """Write a list; the file's ending says whether as a spreadsheet (.xlsx) or as text (.csv).

    Raises:
        OutsideError: The file cannot be written, or its ending is another.
    """
    table = _table(lines)
    suffix = path.suffix.casefold()
    if suffix not in {".xlsx", ".csv"}:
        raise OutsideError(f"{path.name} must end in .xlsx or .csv.")
    content = _book(table) if suffix == ".xlsx" else _text(table)
    try:
        path.write_bytes(content)
    except OSError as error:
        raise OutsideError(f"{path.name} cannot be written: {error.strerror}.") from error


def _table(lines: Sequence[InjectLine]) -> list[list[str]]:
    kept = list(dict.fromkeys(name for line in lines for name, _ in line.inject.kept))
    ours = {heading.casefold() for heading in HEADINGS.values()}
    names = [f"{name} (as imported)" if name.casefold() in ours else name for name in kept]
    rows = [[*(HEADINGS[field] for field in WRITTEN), *names]]
    for line in lines:
        own = dict(line.inject.kept)
        rows.append(
            [*(_cell(line, field) for field in WRITTEN), *(own.get(name, "") for name in kept)]
        )
    return rows


def _cell(line: InjectLine, field: Field) -> str:
    inject = line.inject
    return {
        Field.ID: inject.id,
        Field.TITLE: inject.title,
        Field.TEXT: inject.text,
        Field.KIND: inject.kind,
        Field.TO: ", ".join(inject.to),
        Field.SENDER: inject.sender,
        Field.RELIABILITY: inject.reliability,
        Field.TRIGGER: condition_text(inject.when) if inject.when is not None else "",
        Field.BY_ITSELF: "yes" if inject.by_itself else "no",
        Field.EFFECTS: effects_text(inject.effects),
        Field.FIRST: inject.first or "",
        Field.SECOND: inject.second or "",
        Field.FRONT: inject.front or "",
        Field.SOURCES: ", ".join(inject.sources),
        Field.INVENTED: "yes" if inject.invented else "no",
        Field.STATUS: f"{line.state}, turn {line.turn}" if line.turn else line.state,
    }[field]


def _text(table: Sequence[Sequence[str]]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    for row in table:
        writer.writerow([guarded_cell(cell) for cell in row])
    # The mark at the beginning tells spreadsheets that it is UTF-8.
    return out.getvalue().encode("utf-8-sig", errors="replace")


def _book(table: Sequence[Sequence[str]]) -> bytes:
    from openpyxl import Workbook
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Injects")
    sheet.freeze_panes = "A2"
    for place, field in enumerate(WRITTEN, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = _WIDTHS.get(field, 14)
    bold = Font(bold=True)
    for number, row in enumerate(table):
        cells: list[object] = []
        for text in row:
            plain = ILLEGAL_CHARACTERS_RE.sub("", text)
            if not number or is_risky(plain):
                cell = WriteOnlyCell(sheet, plain)
                cell.data_type = "s"
                cell.quotePrefix = is_risky(plain)
                if not number:
                    cell.font = bold
                cells.append(cell)
            else:
                cells.append(plain or None)
        sheet.append(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
