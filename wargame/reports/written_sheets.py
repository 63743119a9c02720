"""Tables into spreadsheets and text files, with nothing in them that a program would execute."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Final

from wargame.model.export import Cell
from wargame.reports.sheets import guarded_cell, is_risky

_WIDTH: Final = 14
_LONGEST: Final = 32_000
"""Characters that a cell of a spreadsheet can hold, and some to spare."""


def text_of(table: Sequence[Sequence[Cell]]) -> bytes:
    """A table as comma-separated text; its first row names the columns."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    for row in table:
        writer.writerow([_text_cell(cell) for cell in row])
    # The mark at the beginning tells spreadsheets that it is UTF-8.
    return out.getvalue().encode("utf-8-sig", errors="replace")


def book_of(
    tables: Mapping[str, Sequence[Sequence[Cell]]], widths: Mapping[str, Sequence[float]]
) -> bytes:
    """Tables as the sheets of a spreadsheet (.xlsx).

    Args:
        tables: Each table by the name of its sheet; its first row names the columns.
        widths: Widths of a sheet's columns, in letters; the others get a usual one.
    """
    from openpyxl import Workbook
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    bold = Font(bold=True)
    for name, table in tables.items():
        sheet = book.create_sheet(name)
        sheet.freeze_panes = "A2"
        wide = widths.get(name, ())
        for place in range(len(table[0])):
            width = wide[place] if place < len(wide) else _WIDTH
            sheet.column_dimensions[get_column_letter(place + 1)].width = width
        for number, row in enumerate(table):
            cells: list[object] = []
            for value in row:
                if not isinstance(value, str):
                    cells.append(value)
                    continue
                plain = ILLEGAL_CHARACTERS_RE.sub("", value)[:_LONGEST]
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


def _text_cell(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "yes" if cell else "no"
        case str():
            return guarded_cell(cell)
        case _:
            return repr(cell)
