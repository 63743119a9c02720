"""Columns as descriptions: what a cell says, how wide it is, how it sorts, what a reader hears."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Generic, Literal, TypeVar

Row = TypeVar("Row")
SortKey = str | int | float


# Not slotted: Column[Seat](...) fails on a frozen slotted generic class (Python 3.11).
@dataclass(frozen=True)
class Column(Generic[Row]):
    """One column over rows of any type.

    Attributes:
        title: Header text.
        text: The cell's text.
        width: Width in px; the stretching column takes what is left.
        align: ``start`` or ``end`` of reading; numbers stand at the end.
        stretch: Whether this column takes the width that is left.
        tip: Tool tip; None uses none.
        spoken: What a screen reader says instead of the text.
        sort_key: What orders rows; None orders by text.
        roles: Further values by item role (see ``theme.item_roles``).
    """

    title: str
    text: Callable[[Row], str]
    width: int = 120
    align: Literal["start", "end"] = "start"
    stretch: bool = False
    tip: Callable[[Row], str] | None = None
    spoken: Callable[[Row], str] | None = None
    sort_key: Callable[[Row], SortKey] | None = None
    roles: Mapping[int, Callable[[Row], object]] = field(default_factory=dict)

    def key(self, row: Row) -> SortKey:
        """What orders this row among others."""
        return self.sort_key(row) if self.sort_key is not None else self.text(row).casefold()
