"""Two seats side by side: what happened, how the one had it, and how the other had it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedLayout, QWidget

from wargame.ui.item_models.actor_values import actor_value
from wargame.ui.item_models.band_scales import rung_value
from wargame.ui.item_models.columns import Column
from wargame.ui.item_models.rows_model import RowsModel
from wargame.ui.theme.icon_names import IconName
from wargame.ui.theme.item_roles import TWO_LINE_ROLE, ActorValue, TwoLineValue
from wargame.ui.theme.metrics import TWO_LINE_ROW_HEIGHT
from wargame.ui.widgets.buttons import IconButton
from wargame.ui.widgets.chips import ChipToggle
from wargame.ui.widgets.choice import ChoiceBox
from wargame.ui.widgets.delegates import TwoLineDelegate
from wargame.ui.widgets.empty_state import EmptyState
from wargame.ui.widgets.panel import Panel
from wargame.ui.widgets.views import TableView

if TYPE_CHECKING:
    from wargame.model.debrief_view import Course, SeenRow
    from wargame.model.ids import ActorId
    from wargame.model.seat_view import ActorLabel
    from wargame.play.debrief.sides import SidePair
    from wargame.ui.theme.bands import BandScale

_SEAT: Final = 232
_CHOICE: Final = 168
_UNKNOWN: Final = ActorValue("unknown", "?", "Unknown")


class SidesPanel(Panel):
    """Enter goes to the moment.

    Signals:
        other_chosen(str): Compare with this seat instead.
        differing_chosen(): Show only what differs, or all again.
        number_chosen(int): Go to the event with this number.
        closed(): No longer side by side.
    """

    other_chosen = Signal(str)
    differing_chosen = Signal()
    number_chosen = Signal(int)
    closed = Signal()

    def __init__(self, course: Course, scale: BandScale, parent: QWidget | None = None) -> None:
        super().__init__("Side by side", parent=parent)
        self._actors: dict[ActorId, ActorLabel] = {label.id: label for label in course.actors}
        self._seats = course.seats
        self._scale = scale
        self._left = self._right = ""
        self.other = ChoiceBox((), "Compare with", small=True)
        self.other.setMaximumWidth(_CHOICE)
        self.differing = ChipToggle("What differs")
        self.close_button = IconButton("x", "Close the comparison (Esc)", 14, small=True)
        for part in (self.differing, self.other, self.close_button):
            self.add_action(part)
        self._model: RowsModel[SidePair] = RowsModel(self._columns(), parent=self)
        self.table = TableView("Two points of view", TWO_LINE_ROW_HEIGHT)
        self.table.setItemDelegate(TwoLineDelegate(self.table))
        self.table.setModel(self._model)
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        self._pages.addWidget(self.table)
        self._pages.addWidget(EmptyState("Nothing that either of them knew."))
        self.body.addWidget(pages, 1)
        self.other.key_changed.connect(self.other_chosen)
        self.differing.toggled.connect(self.differing_chosen)
        self.close_button.clicked.connect(self.closed)
        self.table.row_activated.connect(self._on_activated)
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.closed)

    @property
    def rows(self) -> tuple[SidePair, ...]:
        """What is shown."""
        return self._model.rows

    @property
    def shows_differing(self) -> bool:
        """Whether only what differs is wished for."""
        return self.differing.isChecked()

    def show_seats(self, left: str, right: str) -> None:
        """Say whose points of view they are."""
        if (left, right) == (self._left, self._right):
            return
        self._left, self._right = left, right
        names = {str(seat): self._actors[seat].name for seat in self._seats}
        self.other.set_choices([(seat, name) for seat, name in names.items() if seat != left])
        self.other.set_current_key(right)
        self.head.set_title(f"{names[left]} and {names[right]}, side by side")
        rows = self._model.rows
        self._model = RowsModel(self._columns(), rows, self)
        self.table.setModel(self._model)

    def show_pairs(self, pairs: Sequence[SidePair]) -> None:
        """Show another moment."""
        if tuple(pairs) != self._model.rows:
            self._model.set_rows(pairs)
        self._pages.setCurrentIndex(0 if pairs else 1)

    def _columns(self) -> tuple[Column[SidePair], ...]:
        return (
            Column(
                "What happened",
                lambda pair: pair.told.words,
                stretch=True,
                tip=_sentence,
                spoken=_sentence,
                roles={TWO_LINE_ROLE: self._happened},
            ),
            self._side(self._left, lambda pair: pair.left),
            self._side(self._right, lambda pair: pair.right),
        )

    def _side(self, seat: str, row_of: Callable[[SidePair], SeenRow | None]) -> Column[SidePair]:
        name = next((label.name for label in self._actors.values() if label.id == seat), "")

        def lines(pair: SidePair) -> TwoLineValue:
            return self._lines(row_of(pair))

        def words(pair: SidePair) -> str:
            value = lines(pair)
            return ". ".join(filter(None, (f"{name}: {value.title}", value.subtitle)))

        return Column(name, words, _SEAT, tip=words, spoken=words, roles={TWO_LINE_ROLE: lines})

    def _happened(self, pair: SidePair) -> TwoLineValue:
        told = pair.told
        actor = _UNKNOWN if told.actor is None else actor_value(self._actors[told.actor])
        aim = f", at {told.target}" if told.target else ""
        return TwoLineValue(
            title=f"{told.words}{aim}", actor=actor, subtitle=f"Turn {told.turn} · {told.when}"
        )

    def _lines(self, row: SeenRow | None) -> TwoLineValue:
        if row is None:
            return TwoLineValue(title="–")
        icon: IconName | None = None
        if row.is_missed:
            return TwoLineValue(title=row.note, subtitle_icon="eye-closed", subtitle="Missed")
        below = row.learned
        if row.wrong:
            below, icon = row.wrong, "triangle-alert"
        elif row.is_unread:
            icon = "mail"
        rung = rung_value(self._scale, row.rung) if row.rung is not None else None
        return TwoLineValue(
            title=row.note, subtitle=below, subtitle_icon=icon, rung=rung, strong=bool(row.wrong)
        )

    def _on_activated(self, index: QModelIndex) -> None:
        number = self._model.row_at(index).number
        if number:
            self.number_chosen.emit(number)


def _sentence(pair: SidePair) -> str:
    aim = f", at {pair.told.target}" if pair.told.target else ""
    return f"Turn {pair.turn}, {pair.told.when}: {pair.told.words}{aim}"
