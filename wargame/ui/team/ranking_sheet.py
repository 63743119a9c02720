"""The legal moves of a seat beside each other, by what may follow; a click takes one to write."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from wargame.ui.charts.forecast.forecast_state import RankingState
from wargame.ui.charts.forecast.words import NONE_SEEN, WHAT_IT_IS, points_interval, signed
from wargame.ui.charts.forecast.working_row import WorkingRow
from wargame.ui.item_models.band_scales import band_scale, rung_value
from wargame.ui.item_models.columns import Column
from wargame.ui.item_models.rows_filter import RowsFilter
from wargame.ui.item_models.rows_model import RowsModel
from wargame.ui.team.outlook_strip import AGAINST
from wargame.ui.team.words import cost_words, points
from wargame.ui.theme.item_roles import EMPHASIS_ROLE, ICON_ROLE, RUNG_ROLE
from wargame.ui.theme.metrics import SPACE_8
from wargame.ui.widgets.delegates import RungDelegate
from wargame.ui.widgets.empty_state import EmptyState
from wargame.ui.widgets.sortable_table import SortableTable
from wargame.ui.widgets.surface import Surface, column
from wargame.ui.widgets.text import Paragraph, TextLabel

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wargame.model.ids import ActorId
    from wargame.model.outlook import Estimate, RankedMove
    from wargame.model.seat_view import ActorLabel, SeatView
    from wargame.ui.theme.bands import BandScale

_WIDTH: Final = 900
AHEAD: Final = (1, 3, 6)
"""Turns ahead at which the index is compared."""
_TRYING: Final = "Trying the moves in the model."
_NONE: Final = "No move can be ordered now."


class RankingSheet(Surface):
    """A table that fills as moves are tried; the head of a column orders it.

    Signals:
        order_taken(object): Bring this Order into the composer.
        cancel_wished(): Try no more moves.
        left(): It is no longer looked at.
    """

    order_taken = Signal(object)
    cancel_wished = Signal()
    left = Signal()

    def __init__(
        self,
        scale: BandScale,
        names: Mapping[ActorId, ActorLabel],
        left: int = AHEAD[-1],
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty table.

        Args:
            scale: The bands.
            names: Actors by id.
            left: Turns that the game has left, this one among them.
            parent: Whose it is.
        """
        super().__init__("panel", parent)
        self._names = names
        self._ahead = tuple(turns for turns in AHEAD if turns <= left) or AHEAD[:1]
        self.setMinimumWidth(_WIDTH)
        self._count = TextLabel("", "table", 400, "t3")
        self.working = WorkingRow(self._count, height=20)
        self.working.cancel_wished.connect(self.cancel_wished)
        self._model: RowsModel[RankedMove] = RowsModel(self._columns(scale), (), self)
        self._shown: RowsFilter[RankedMove] = RowsFilter(self._model, self)
        self.table = SortableTable("Moves by what may follow")
        self.table.setModel(self._shown)
        self.table.setItemDelegateForColumn(1, RungDelegate(self.table))
        self.table.sortByColumn(self._model.columnCount() - 1, Qt.SortOrder.AscendingOrder)
        self.table.clicked.connect(self._on_chosen)
        self.table.row_activated.connect(self._on_chosen)
        self._empty = EmptyState(_TRYING)
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self.table)
        whole = column(self, spacing=SPACE_8, margins=(0, 0, SPACE_8, 0))
        whole.addWidget(Paragraph(_what(self._ahead), "table", "t2"))
        whole.addWidget(self.working)
        whole.addWidget(pages, 1)
        self.show_state(RankingState())

    @property
    def moves(self) -> tuple[RankedMove, ...]:
        """The moves as they stand in the table, top to bottom."""
        rows = range(self._shown.rowCount())
        return tuple(self._shown.row_at(self._shown.index(row, 0)) for row in rows)

    @property
    def text(self) -> str:
        """What stands above the table."""
        return self.working.text or self._count.text()

    def show_state(self, state: RankingState) -> None:
        """Show how the ranking stands."""
        ranking = state.ranking
        if ranking is not None:
            self._model.set_rows(ranking.moves)
        has_rows = ranking is not None and bool(ranking.moves)
        self._pages.setCurrentIndex(1 if has_rows else 0)
        self._empty.set_text(state.fault or (_TRYING if state.is_running else _NONE))
        done, total = (ranking.done, ranking.total) if ranking is not None else (0, 0)
        if state.is_running:
            words = f"{done} of {total} moves" if total else _TRYING
            self.working.set_progress(words, done, total, can_cancel=True)
            return
        self.working.clear()
        stale = ", out of date" if state.is_stale else ""
        doubts = f" {ranking.doubts[0]}" if ranking is not None and ranking.doubts else ""
        count = f"From {done} of {total} moves" if done < total else f"{total} moves"
        self._count.setText(f"{count}{stale}.{doubts}" if total else "")

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.left.emit()

    def _on_chosen(self, index: QModelIndex) -> None:
        if index.isValid():
            self.order_taken.emit(self._shown.row_at(index).outlook.order)

    def _title(self, move: RankedMove) -> str:
        target = move.outlook.order.target
        if target is None:
            return move.name
        label = self._names.get(target)
        return f"{move.name}: {label.name if label else target}"

    def _crossed(self, move: RankedMove) -> str:
        crossed = [r.actor for r in move.outlook.readings if r.may_cross]
        names = [self._names[a].name if a in self._names else str(a) for a in crossed]
        return f"{', '.join(names)} may see a red line crossed." if names else ""

    def _columns(self, scale: BandScale) -> tuple[Column[RankedMove], ...]:
        def read_as(move: RankedMove) -> str:
            highest = max((r.middle for r in move.outlook.readings), default=None)
            return f"R{highest:.0f}" if highest is not None else "–"

        return (
            Column("Move", self._title, stretch=True, tip=self._title),
            Column(
                "Rung",
                lambda move: f"R{move.rung:.0f}",
                68,
                sort_key=lambda move: move.rung,
                roles={RUNG_ROLE: lambda move: rung_value(scale, move.rung)},
            ),
            Column(
                "Read as",
                read_as,
                72,
                tip=self._crossed,
                sort_key=lambda move: max((r.middle for r in move.outlook.readings), default=0.0),
                roles={ICON_ROLE: lambda move: "flag" if self._crossed(move) else None},
            ),
            Column(
                "Cost",
                _cost,
                104,
                tip=lambda move: cost_words(move.political, move.material),
                sort_key=lambda move: move.political + move.material,
                roles={EMPHASIS_ROLE: lambda _move: "muted"},
            ),
            *(_index_column(turns, is_last=turns == self._ahead[-1]) for turns in self._ahead),
            Column(
                "All-out war",
                lambda move: _with_interval(move.outlook.all_out, 100.0),
                132,
                "end",
                tip=lambda move: _told("All-out war, points", move.outlook.all_out, 100.0),
                sort_key=lambda move: move.outlook.all_out.value,
                roles={EMPHASIS_ROLE: _emphasis},
            ),
        )


def ranking_sheet_of(view: SeatView) -> RankingSheet:
    """An empty table for the moves of a seat."""
    names = {label.id: label for label in view.actors}
    return RankingSheet(band_scale(view.bands), names, view.turns - view.turn + 1)


def _what(ahead: Sequence[int]) -> str:
    *few, last = (str(turns) for turns in ahead)
    words = f"{', '.join(few)} and {last}" if few else last
    turns = "turn" if words == "1" else "turns"
    return (
        f"How much the index differs in {words} {turns}, in points, and the risk of all-out war, "
        f"in percentage points; in brackets 95 % intervals. {AGAINST} {WHAT_IT_IS}"
    )


def _index_column(turns: int, *, is_last: bool) -> Column[RankedMove]:
    """The difference so many turns on; the last has its interval beside it."""

    def of(move: RankedMove) -> Estimate | None:
        return next((d.points for d in move.outlook.index if d.turns == turns), None)

    def text(move: RankedMove) -> str:
        points = of(move)
        if points is None:
            return "–"
        return _with_interval(points, 1.0) if is_last else signed(points.value)

    def tip(move: RankedMove) -> str:
        points = of(move)
        return _told(f"Index, turn {turns} from now", points, 1.0) if points is not None else ""

    def key(move: RankedMove) -> float:
        points = of(move)
        return points.value if points is not None else 0.0

    title = f"{turns} turn{'s' if turns > 1 else ''}"
    return Column(title, text, 132 if is_last else 60, "end", tip=tip, sort_key=key)


def _with_interval(points: Estimate, scale: float) -> str:
    interval = points_interval(points, scale)
    return interval if interval == NONE_SEEN else f"{signed(scale * points.value)} ({interval})"


def _emphasis(move: RankedMove) -> str:
    """Differences that may be nothing are muted."""
    return "strong" if move.outlook.all_out.is_clear else "muted"


def _cost(move: RankedMove) -> str:
    """``2 pol., 3 mat.``; the tool tip has the words in full."""
    parts = ((move.political, "pol."), (move.material, "mat."))
    return ", ".join(f"{points(cost)} {unit}" for cost, unit in parts if cost) or "–"


def _told(name: str, points: Estimate, scale: float) -> str:
    interval = points_interval(points, scale)
    return f"{name}: {signed(scale * points.value)}, 95 % interval {interval}"
