"""Meant and read: for each act the rung that was meant, and the rungs that others read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStackedLayout, QStyleOptionViewItem, QWidget

from wargame.ui.item_models.actor_values import actor_value
from wargame.ui.item_models.columns import Column
from wargame.ui.item_models.rows_model import RowsModel
from wargame.ui.theme.bands import BandScale, band_colour
from wargame.ui.theme.current import colour, current_theme
from wargame.ui.theme.item_roles import ACTOR_ROLE, EMPHASIS_ROLE, ICON_ROLE, ROW_ROLE
from wargame.ui.theme.metrics import SPACE_8, SPACE_12, TABLE_ROW_HEIGHT
from wargame.ui.widgets.delegates import ActorDelegate, GroundDelegate
from wargame.ui.widgets.empty_state import EmptyState
from wargame.ui.widgets.surface import Hairline, column, row
from wargame.ui.widgets.text import ElidedLabel
from wargame.ui.widgets.views import TableView

if TYPE_CHECKING:
    from wargame.model.debrief_view import Course, MeantRow, PairGap
    from wargame.model.ids import ActorId
    from wargame.model.seat_view import ActorLabel

MOST_READERS: Final = 5
"""Seats whose readings have a column of their own."""
HIGHER: Final = 3.0
"""Rungs above what was meant from which a reading is printed bold, with an arrow."""
_DUMBBELL: Final = 3
_WORST: Final = 2
"""Pairs that are named below the table."""
_NOTABLE: Final = 0.5
"""Rungs from which a pair's mean is worth a word."""


@dataclass(frozen=True, slots=True)
class DumbbellPlaces:
    """Where meant and read stand on the ladder, left to right (px)."""

    meant: int | None
    reads: tuple[int, ...]


def lay_out_dumbbell(row: MeantRow, highest: int, rect: QRect) -> DumbbellPlaces:
    """Places on ``rect`` for a ladder from 0 to ``highest``."""

    def at(rung: float) -> int:
        share = min(1.0, max(0.0, rung / highest))
        return rect.left() + round(share * (rect.width() - 1))

    meant = None if row.meant is None else at(row.meant)
    return DumbbellPlaces(meant, tuple(sorted(at(rung) for _, rung, _ in row.reads)))


class _DumbbellDelegate(GroundDelegate):
    """A diamond for what was meant, dots for what was read, on the tints of the bands."""

    def __init__(self, scale: BandScale, parent: QWidget) -> None:
        super().__init__(parent)
        self._scale = scale

    def paint_content(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        inner: QRect,
    ) -> None:
        row = index.data(ROW_ROLE)
        theme, count = current_theme(), len(self._scale)
        highest = max(1, self._scale.last_rung)
        wide = inner.width() - 1
        for span in self._scale.spans:
            left = inner.left() + round(span.first_rung / (highest + 1) * wide)
            right = inner.left() + round((span.last_rung + 1) / (highest + 1) * wide)
            tint = QColor(band_colour(theme, span.number, count).tint)
            painter.fillRect(QRect(left, inner.top(), right - left, inner.height()), tint)
        places = lay_out_dumbbell(row, highest, inner.adjusted(6, 0, -6, 0))
        middle = inner.center().y() + 0.5
        ends = [*places.reads, *([] if places.meant is None else [places.meant])]
        if len(ends) > 1:
            painter.setPen(QPen(colour("t2"), 1))
            painter.drawLine(QPointF(min(ends), middle), QPointF(max(ends), middle))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("t1"))
        for x in places.reads:
            painter.drawEllipse(QPointF(x, middle), 3.5, 3.5)
        if places.meant is not None:
            painter.setBrush(colour("panel"))
            painter.setPen(QPen(colour("accent"), 1.5))
            x = places.meant
            diamond = [(x, middle - 5), (x + 5, middle), (x, middle + 5), (x - 5, middle)]
            painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in diamond]))


class MeantTable(QWidget):
    """Acts of the turn up to the moment; Enter goes to one.

    Signals:
        place_chosen(int): Go to the moment of this act.
    """

    place_chosen = Signal(int)

    def __init__(self, course: Course, scale: BandScale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actors: dict[ActorId, ActorLabel] = {label.id: label for label in course.actors}
        self.readers = course.seats[:MOST_READERS]
        self._model: RowsModel[MeantRow] = RowsModel(self._columns(), parent=self)
        self.table = TableView("Meant and read", TABLE_ROW_HEIGHT)
        self.table.setModel(self._model)
        self.table.setItemDelegateForColumn(0, ActorDelegate(self.table))
        self.table.setItemDelegateForColumn(_DUMBBELL, _DumbbellDelegate(scale, self.table))
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        self._pages.addWidget(self.table)
        self._pages.addWidget(EmptyState("No new move but talk to be read in this turn so far."))
        self.game = ElidedLabel("", "table", 400, "t2")
        self._foot = QWidget()
        foot = column(self._foot)
        foot.addWidget(Hairline())
        words = row(margins=(SPACE_12, SPACE_8, SPACE_12, SPACE_8))
        words.addWidget(self.game, 1)
        foot.addLayout(words)
        whole = column(self)
        whole.addWidget(pages, 1)
        whole.addWidget(self._foot)
        self._foot.hide()
        self.table.row_activated.connect(self._on_activated)

    def show_gaps(self, gaps: Sequence[PairGap]) -> None:
        """Say how the pairs that read each other worst have read so far."""
        told = [
            f"{self._actors[g.reader].name} reads {self._actors[g.actor].name} "
            f"{abs(g.gap):.1f} rungs {'higher' if g.gap > 0 else 'lower'} than meant, "
            f"{g.acts} moves"
            for g in gaps[:_WORST]
            if abs(g.gap) >= _NOTABLE
        ]
        self.game.setText(f"So far: {'; '.join(told)}" if told else "")
        self._foot.setVisible(bool(told))

    def show_rows(self, rows: Sequence[MeantRow]) -> None:
        """Show the acts of another moment."""
        if tuple(rows) != self._model.rows:
            self._model.set_rows(rows)
        self._pages.setCurrentIndex(0 if rows else 1)

    @property
    def rows(self) -> tuple[MeantRow, ...]:
        """What is shown."""
        return self._model.rows

    def _columns(self) -> tuple[Column[MeantRow], ...]:
        def read(seat: ActorId) -> Column[MeantRow]:
            return Column(
                str(seat),
                lambda row: read_text(row, seat),
                58,
                align="end",
                tip=lambda row: read_sentence(row, seat),
                spoken=lambda row: read_sentence(row, seat),
                roles={EMPHASIS_ROLE: lambda row: _emphasis(row, seat)},
            )

        return (
            Column(
                "Actor",
                lambda row: self._actors[row.actor].name,
                64,
                roles={ACTOR_ROLE: lambda row: actor_value(self._actors[row.actor])},
            ),
            Column("Move", self._move_words, stretch=True, tip=self._move_words),
            Column("Meant", lambda row: rung_text(row.meant), 56, align="end"),
            Column("R0 to R20", lambda _row: "", 156, spoken=dumbbell_sentence),
            *(read(seat) for seat in self.readers),
            Column(
                "Line of",
                lambda row: ", ".join(_lines_of(row)),
                76,
                tip=_crossed_sentence,
                spoken=_crossed_sentence,
                roles={ICON_ROLE: lambda row: "flag" if _lines_of(row) else None},
            ),
        )

    def _move_words(self, row: MeantRow) -> str:
        return f"{row.words}, at {row.target}" if row.target else row.words

    def _on_activated(self, index: QModelIndex) -> None:
        self.place_chosen.emit(self._model.row_at(index).place)


def rung_text(rung: float | None) -> str:
    """``R13``, or a dash.

    >>> rung_text(12.6), rung_text(None)
    ('R13', '–')
    """
    return "–" if rung is None else f"R{round(rung)}"


def is_higher(row: MeantRow, rung: float) -> bool:
    """Whether an act was read three or more rungs higher than it was meant."""
    meant = row.rung if row.meant is None else row.meant
    return rung - meant >= HIGHER


def read_text(row: MeantRow, seat: ActorId) -> str:
    """A seat's reading, with an arrow where it is much higher than meant."""
    for reader, rung, _ in row.reads:
        if reader == seat:
            return f"{rung_text(rung)} ↑" if is_higher(row, rung) else rung_text(rung)
    return "–"


def read_sentence(row: MeantRow, seat: ActorId) -> str:
    """The same in a sentence, with whose reading it is."""
    for reader, rung, recorded in row.reads:
        if reader == seat:
            whose = "as the team recorded it" if recorded else "as the engine estimates it"
            return f"{seat} read {rung_text(rung)}, {whose}"
    return f"{seat} did not see it"


def dumbbell_sentence(row: MeantRow) -> str:
    """Meant and read in a sentence."""
    meant = f"meant {rung_text(row.meant)}" if row.meant is not None else "nothing said"
    reads = [rung for _, rung, _ in row.reads]
    return f"{meant}, read {rung_text(min(reads))} to {rung_text(max(reads))}"


def _lines_of(row: MeantRow) -> tuple[ActorId, ...]:
    """Seats a line of which was crossed, as they or as the registry have it."""
    return tuple(dict.fromkeys((*row.crossed, *row.registered)))


def _crossed_sentence(row: MeantRow) -> str:
    """Whose red line was taken for crossed, and whose was."""
    parts = []
    if row.crossed:
        parts.append(f"Took its own red line for crossed: {', '.join(row.crossed)}")
    if row.registered:
        parts.append(f"Crossed a line as the registry has it: {', '.join(row.registered)}")
    return ". ".join(parts) or "No red line was crossed"


def _emphasis(row: MeantRow, seat: ActorId) -> str:
    for reader, rung, recorded in row.reads:
        if reader == seat:
            return "strong" if is_higher(row, rung) else "normal" if recorded else "muted"
    return "muted"
