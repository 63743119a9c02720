"""What goes on: moves that last, and moves that are being prepared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedLayout, QWidget

from wargame.ui.facilitator.event_columns import EventWords
from wargame.ui.item_models.columns import Column
from wargame.ui.item_models.rows_model import RowsModel
from wargame.ui.theme.item_roles import ACTOR_ROLE, EMPHASIS_ROLE, ICON_ROLE
from wargame.ui.theme.metrics import DENSE_ROW_HEIGHT
from wargame.ui.widgets.delegates import ActorDelegate, DenseTextDelegate
from wargame.ui.widgets.empty_state import EmptyState
from wargame.ui.widgets.views import TableView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wargame.model.console_view import StandingRow


def standing_state(row: StandingRow) -> str:
    """``turn 2``, ``before`` or ``ready turn 5``: since when it goes on, or when it will happen."""
    if row.ready:
        return f"ready turn {row.ready}"
    return f"turn {row.since}" if row.since else "before"


def _spoken_state(row: StandingRow) -> str:
    if row.ready:
        return f"in preparation, ready in turn {row.ready}"
    return f"goes on since turn {row.since}" if row.since else "goes on since before the game"


class StandingTable(QWidget):
    """One row for each move; one line while nothing goes on."""

    def __init__(self, words: EventWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        columns: tuple[Column[StandingRow], ...] = (
            Column(
                "Actor",
                lambda row: words.name(row.actor),
                68,
                tip=lambda row: words.name(row.actor),
                roles={ACTOR_ROLE: lambda row: words.actor(row.actor)},
            ),
            Column("Move", lambda row: row.words, stretch=True, tip=lambda row: row.words),
            Column(
                "Since",
                standing_state,
                118,
                tip=_spoken_state,
                spoken=_spoken_state,
                roles={
                    EMPHASIS_ROLE: lambda row: "normal" if row.ready else "muted",
                    ICON_ROLE: lambda row: "hourglass" if row.ready else None,
                },
            ),
        )
        self._model: RowsModel[StandingRow] = RowsModel(columns, parent=self)
        self.table = TableView("What goes on", DENSE_ROW_HEIGHT)
        self.table.setItemDelegate(DenseTextDelegate(self.table))
        self.table.setModel(self._model)
        self.table.setItemDelegateForColumn(0, ActorDelegate(self.table))
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self.table)
        self._pages.addWidget(EmptyState("No move goes on or is being prepared."))

    def show_standing(self, rows: Sequence[StandingRow]) -> None:
        """Show what goes on now."""
        self._model.set_rows(rows)
        self._pages.setCurrentIndex(0 if rows else 1)
