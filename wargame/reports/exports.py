"""Tables of a game into files: a spreadsheet, text files beside one another, or JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from wargame.errors import OutsideError
from wargame.model.export import ExportTable
from wargame.reports.whole_file import write_whole
from wargame.reports.written_sheets import book_of, text_of

SUFFIXES: Final = (".xlsx", ".csv", ".json")


def write_tables(tables: Sequence[ExportTable], path: Path) -> tuple[Path, ...]:
    """Write tables; the file's ending says how.

    Text files hold one table each: the first has the name that was asked for, the others lie beside
    it with the names of their tables.

    Returns:
        The files that were written.

    Raises:
        OutsideError: A file cannot be written, or the ending is another.
    """
    suffix = path.suffix.casefold()
    if suffix not in SUFFIXES:
        raise OutsideError(f"{path.name} must end in .xlsx, .csv or .json.")
    files: dict[Path, bytes] = {}
    if suffix == ".xlsx":
        files[path] = book_of({t.name.capitalize(): (t.head, *t.rows) for t in tables}, {})
    elif suffix == ".json":
        document = {t.name: [dict(zip(t.head, row, strict=True)) for row in t.rows] for t in tables}
        text = json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False)
        files[path] = (text + "\n").encode("utf-8", errors="replace")
    else:
        for place, table in enumerate(tables):
            name = path if not place else path.with_name(f"{path.stem}-{table.name}{path.suffix}")
            files[name] = text_of((table.head, *table.rows))
    for file, content in files.items():
        write_bytes(file, content)
    return tuple(files)


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file.

    Raises:
        OutsideError: It cannot be written; an earlier one of its name is there still.
    """
    try:
        write_whole(path, content)
    except OSError as error:
        raise OutsideError(f"{path.name} cannot be written: {error.strerror}.") from error
