"""Tables of a game for other programs."""

from __future__ import annotations

from dataclasses import dataclass

Cell = str | int | float | bool | None
"""What stands in a cell."""


@dataclass(frozen=True, slots=True)
class ExportTable:
    """A table.

    Attributes:
        name: Its name, such as ``orders``; the name of its sheet.
        head: Names of its columns.
        rows: Its rows.
    """

    name: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
