"""The dead, the displaced and the cost: apart from the index, which never counts them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from wargame.ui.item_models.columns import Column
from wargame.ui.item_models.rows_model import RowsModel
from wargame.ui.theme.item_roles import EMPHASIS_ROLE, Emphasis
from wargame.ui.theme.metrics import DENSE_ROW_HEIGHT
from wargame.ui.widgets.delegates import DenseTextDelegate
from wargame.ui.widgets.surface import column
from wargame.ui.widgets.views import TableView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wargame.model.console_view import HarmLine


def _emphasis(line: HarmLine) -> Emphasis:
    """Totals are strong; the places under them, which are indented, are not."""
    return "muted" if line.name.startswith(" ") else "strong"


def _spoken(line: HarmLine) -> str:
    since = f", {line.since} since the start" if line.since else ""
    return f"{line.name.strip()}: {line.text}{since}"


class HarmTable(QWidget):
    """Counts as they stand and what the game added to them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        columns: tuple[Column[HarmLine], ...] = (
            Column(
                "What",
                lambda line: line.name.replace("  ", "    "),
                stretch=True,
                tip=lambda line: f"{line.name.strip()}: {line.basis}",
                spoken=_spoken,
                roles={EMPHASIS_ROLE: _emphasis},
            ),
            Column(
                "Now",
                lambda line: line.text,
                92,
                align="end",
                tip=lambda line: line.basis,
                roles={EMPHASIS_ROLE: _emphasis},
            ),
            Column(
                "Since the start",
                lambda line: line.since or "–",
                104,
                align="end",
                tip=lambda line: line.basis,
                roles={EMPHASIS_ROLE: lambda _: "muted"},
            ),
        )
        self._model: RowsModel[HarmLine] = RowsModel(columns, parent=self)
        self.table = TableView("Harm, not part of the index", DENSE_ROW_HEIGHT)
        self.table.setItemDelegate(DenseTextDelegate(self.table))
        self.table.setModel(self._model)
        column(self).addWidget(self.table)

    def show_harm(self, lines: Sequence[HarmLine]) -> None:
        """Show the counts as they are now."""
        self._model.set_rows(lines)
