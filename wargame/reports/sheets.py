"""Tables out of spreadsheets and text files, as plain words; nothing in them is ever executed.

A formula counts as the value that its program last saved with it, or as its own text where there
is none.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Final

from wargame.errors import OutsideError

LARGEST_FILE: Final = 50 * 2**20
LARGEST_UNPACKED: Final = 400 * 2**20
MOST_ROWS: Final = 20_000
MOST_COLUMNS: Final = 200
_BOOKS: Final = frozenset({".xlsx", ".xlsm"})
_TEXTS: Final = frozenset({".csv", ".tsv", ".txt"})
SUFFIXES: Final = (*sorted(_BOOKS), *sorted(_TEXTS))


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of words.

    Attributes:
        name: Name of the sheet; the file's name for text files.
        rows: Its rows from the file's first on, each with its cells; empty cells are empty words.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]

    def shaped(
        self, header: int
    ) -> tuple[tuple[str, ...], tuple[tuple[int, tuple[str, ...]], ...]]:
        """The names of the columns, and the rows below them with their numbers in the file.

        Args:
            header: Number of the row that names the columns, from 1.
        """
        names = self.rows[header - 1]
        wide = max(map(len, self.rows))
        padded = (*names, *("",) * (wide - len(names)))
        below = tuple(
            (number, (*row, *("",) * (wide - len(row))))
            for number, row in enumerate(self.rows[header:], start=header + 1)
            if any(row)
        )
        return named_once(padded), below


def read_sheets(path: Path) -> tuple[Sheet, ...]:
    """Every table of a file that holds anything.

    Raises:
        OutsideError: The file cannot be read as a table.
    """
    suffix = path.suffix.casefold()
    if suffix not in _BOOKS | _TEXTS:
        known = ", ".join(SUFFIXES)
        raise OutsideError(f"{path.name} is no spreadsheet that can be read; known are {known}.")
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise OutsideError(f"{path.name} is larger than 50 MB.")
        content = path.read_bytes()
    except OSError as error:
        raise OutsideError(f"{path.name} cannot be read: {error.strerror}.") from error
    found = _read_book(path.name, content) if suffix in _BOOKS else (_read_text(path, content),)
    filled = tuple(sheet for sheet in found if any(any(row) for row in sheet.rows))
    if not filled:
        raise OutsideError(f"{path.name} holds no table.")
    return filled


def named_once(names: Sequence[str]) -> tuple[str, ...]:
    """Column names without doubles; a column without a name gets its letter."""
    given: list[str] = []
    for number, name in enumerate(names):
        plain = " ".join(name.split()) or f"Column {_letter(number)}"
        chosen, count = plain, 2
        while chosen in given:
            chosen, count = f"{plain} ({count})", count + 1
        given.append(chosen)
    return tuple(given)


def _letter(number: int) -> str:
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _read_book(name: str, content: bytes) -> tuple[Sheet, ...]:
    from openpyxl import load_workbook

    refusal = OutsideError(f"{name} is damaged or no spreadsheet of the kind its name says.")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > LARGEST_UNPACKED:
                raise OutsideError(f"{name} unpacks to more than 400 MB.")
            has_formulas = any(
                b"<f>" in packed.read(entry) or b"<f " in packed.read(entry)
                for entry in packed.namelist()
                if entry.startswith("xl/worksheets/") and entry.endswith(".xml")
            )
        values = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        found = [
            [list(row) for row in _limited(name, sheet.iter_rows(values_only=True))]
            for sheet in values.worksheets
        ]
        names = [sheet.title for sheet in values.worksheets]
        values.close()
        if has_formulas:
            _fill_formulas(content, found)
    except OutsideError:
        raise
    # The library raises whatever the file provokes.
    except Exception as error:
        raise refusal from error
    return tuple(
        Sheet(title, tuple(_trimmed(tuple(map(cell_text, row))) for row in rows))
        for title, rows in zip(names, found, strict=True)
    )


def _fill_formulas(content: bytes, found: list[list[list[object]]]) -> None:
    """Put the text of formulas where no value was saved with them."""
    from openpyxl import load_workbook

    written = load_workbook(io.BytesIO(content), read_only=True, data_only=False)
    for sheet, rows in zip(written.worksheets, found, strict=True):
        for row, texts in zip(rows, sheet.iter_rows(values_only=True), strict=False):
            for place, text in enumerate(texts):
                if place < len(row) and row[place] is None and text is not None:
                    row[place] = str(text)
    written.close()


def _limited(name: str, rows: Iterable[tuple[object, ...]]) -> Iterable[tuple[object, ...]]:
    for number, row in enumerate(rows, start=1):
        if number > MOST_ROWS:
            if any(cell is not None for cell in row):
                raise OutsideError(f"{name} has more than {MOST_ROWS:,} rows.")
            return
        yield row[:MOST_COLUMNS]


def _read_text(path: Path, content: bytes) -> Sheet:
    text = _decoded(content)
    if "\x00" in text:
        raise OutsideError(f"{path.name} is no text file.")
    try:
        separator = csv.Sniffer().sniff(text[:20_000], delimiters=",;\t|").delimiter
    except csv.Error:
        separator = ";" if text.count(";") > text.count(",") else ","
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        limited = _limited(path.name, (tuple(row) for row in reader))
        rows = tuple(_trimmed(tuple(map(plain_cell, row))) for row in limited)
    except csv.Error as error:
        raise OutsideError(f"{path.name} cannot be read as a table: {error}.") from error
    return Sheet(path.stem, rows)


def _decoded(content: bytes) -> str:
    if content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _trimmed(row: tuple[str, ...]) -> tuple[str, ...]:
    end = len(row)
    while end and not row[end - 1]:
        end -= 1
    return row[:end]


def plain_cell(cell: object) -> str:
    """A cell of a text file as it was meant: the mark that kept it from being a formula is gone."""
    text = str(cell).strip()
    return text[1:] if text[:1] == "'" and is_risky(text) else text


def guarded_cell(text: str) -> str:
    """The cell as a text file may hold it: no program takes it for a formula.

    >>> guarded_cell("=1+1"), plain_cell(guarded_cell("=1+1"))
    ("'=1+1", '=1+1')
    """
    return f"'{text}" if is_risky(text) else text


def is_risky(text: str) -> bool:
    """Whether spreadsheets would take a text for a formula."""
    return text.lstrip("'")[:1] in {"=", "+", "-", "@", "\t", "\r"}


def cell_text(value: object) -> str:
    """A cell of a spreadsheet in words.

    >>> cell_text(3.0), cell_text(datetime(2024, 8, 6)), cell_text(time(1, 30)), cell_text(None)
    ('3', '2024-08-06', '01:30', '')
    """
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case float() if value == int(value) and abs(value) < 1e15:
            return str(int(value))
        case datetime():
            is_day = value.time() == time()
            return value.date().isoformat() if is_day else value.isoformat(" ", "minutes")
        case date():
            return value.isoformat()
        case time():
            return value.isoformat("minutes")
        case timedelta():
            minutes = round(value.total_seconds() / 60)
            return f"{minutes // 60}:{minutes % 60:02}"
        case _:
            return str(value).strip()
