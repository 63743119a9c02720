"""The list of constants as columns, its filters, and its text for other programs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex

from wargame.model.ids import Basis
from wargame.ui.item_models.columns import Column
from wargame.ui.item_models.number_lines import (
    doubts_of,
    parameter_sentence,
    plain_number,
    range_words,
    source_words,
)
from wargame.ui.item_models.rows_filter import RowsFilter
from wargame.ui.item_models.rows_model import RowsModel
from wargame.ui.theme.item_roles import EMPHASIS_ROLE, ICON_ROLE

if TYPE_CHECKING:
    from wargame.model.workings import ParameterLine

EVERY_BASIS: Final = "all"
BASIS_NAMES: Final = {
    Basis.SOURCE: "Source",
    Basis.DATA: "Data",
    Basis.LITERATURE: "Literature",
    Basis.JUDGED: "Judged",
}


def parameter_columns() -> tuple[Column[ParameterLine], ...]:
    """Columns of the table; every cell's tip and spoken name is the whole sentence."""
    changed = {EMPHASIS_ROLE: lambda p: "strong" if p.is_changed else "normal"}
    muted = {EMPHASIS_ROLE: lambda _: "muted"}
    return (
        Column(
            "Name", lambda p: p.key, 232, tip=parameter_sentence, spoken=parameter_sentence,
            roles={**changed, ICON_ROLE: lambda p: "pencil" if p.is_changed else None},
        ),
        Column(
            "Value", lambda p: plain_number(p.value), 76, align="end", tip=parameter_sentence,
            sort_key=lambda p: p.value, roles=changed,
        ),
        Column(
            "The law's own", lambda p: plain_number(p.default) if p.is_changed else "", 92,
            align="end", tip=parameter_sentence, sort_key=lambda p: p.is_changed, roles=muted,
        ),
        Column(
            "Range", range_words, 128, tip=parameter_sentence,
            sort_key=lambda p: p.high - p.low, roles=muted,
        ),
        Column(
            "Basis", lambda p: BASIS_NAMES[p.basis], 96, tip=parameter_sentence,
            roles={ICON_ROLE: lambda p: "triangle-alert" if doubts_of(p) else None},
        ),
        Column("What it does", lambda p: p.note, stretch=True, tip=parameter_sentence),
        Column("Sources", source_words, 220, tip=parameter_sentence, roles=muted),
    )  # fmt: skip


class ParameterFilter(RowsFilter["ParameterLine"]):
    """Narrows by words, by basis, and to what a scenario changed."""

    def __init__(self, model: RowsModel[ParameterLine], parent: QObject | None = None) -> None:
        super().__init__(model, parent)
        self._rows = model
        self._basis = EVERY_BASIS
        self._changed_only = False

    def set_basis(self, basis: str) -> None:
        """Narrow to constants with this basis, or ``all``."""
        self.beginFilterChange()
        self._basis = basis
        self.endFilterChange(RowsFilter.Direction.Rows)

    def set_changed_only(self, changed_only: bool) -> None:
        """Narrow to constants that differ from the law's own."""
        self.beginFilterChange()
        self._changed_only = changed_only
        self.endFilterChange(RowsFilter.Direction.Rows)

    def filterAcceptsRow(
        self, source_row: int, source_parent: QModelIndex | QPersistentModelIndex
    ) -> bool:
        line = self._rows.rows[source_row]
        if self._basis not in (EVERY_BASIS, line.basis):
            return False
        if self._changed_only and not line.is_changed:
            return False
        return super().filterAcceptsRow(source_row, source_parent)


def parameters_text(lines: Iterable[ParameterLine]) -> str:
    """Constants as a table with tabs, one a line under a head, as other programs read it."""
    head = ("name", "value", "law's own", "low", "high", "basis", "note", "sources")
    rows = [
        (
            line.key,
            f"{line.value:.10g}",
            f"{line.default:.10g}",
            f"{line.low:.10g}",
            f"{line.high:.10g}",
            str(line.basis),
            " ".join(line.note.split()),
            source_words(line),
        )
        for line in lines
    ]
    return "".join("\t".join(row) + "\n" for row in (head, *rows))
