"""What was launched and what became of it, with the range of other draws in grey."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from wargame.ui.item_models.columns import Column
from wargame.ui.item_models.rows_model import RowsModel
from wargame.ui.theme.item_roles import EMPHASIS_ROLE
from wargame.ui.widgets.views import TableView

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wargame.model.ids import Weapon
    from wargame.model.ruling_views import SalvoLine

ROW: Final = 28
_HEADER: Final = 26


class SalvoTable(TableView):
    """One row a class, all together last."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Launched and stopped", ROW, parent)
        self._leaks: Mapping[Weapon | None, tuple[int, int]] = {}
        self._model: RowsModel[SalvoLine] = RowsModel(self._columns(), (), self)
        self.setModel(self._model)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_salvo(self, lines: Sequence[SalvoLine]) -> None:
        """Show other weapons."""
        self._leaks = {}
        self._model.set_rows(lines)
        self.setFixedHeight(_HEADER + ROW * max(1, len(lines)))
        self.setVisible(bool(lines))

    def show_leaks(self, leaks: Mapping[Weapon | None, tuple[int, int]]) -> None:
        """Show what got through under other draws: 5 and 95 % quantile by class."""
        self._leaks = leaks
        self.viewport().update()

    def _columns(self) -> tuple[Column[SalvoLine], ...]:
        def loud(line: SalvoLine) -> str:
            return "strong" if line.weapon is None else "normal"

        def count(title: str, of: str, width: int) -> Column[SalvoLine]:
            return Column(
                title,
                lambda line: f"{getattr(line, of):,}",
                width=width,
                align="end",
                roles={EMPHASIS_ROLE: loud},
            )

        return (
            Column("Type", lambda line: line.name, stretch=True, roles={EMPHASIS_ROLE: loud}),
            count("Launched", "launched", 84),
            count("Failed", "failed", 72),
            count("Stopped", "stopped", 84),
            Column(
                "Got through", self._through, width=150, align="end", roles={EMPHASIS_ROLE: loud}
            ),
        )

    def _through(self, line: SalvoLine) -> str:
        found = self._leaks.get(line.weapon)
        if found is None:
            return f"{line.leaked:,}"
        low, high = found
        return f"{line.leaked:,}  ({low:,}\u2013{high:,})"
