"""The list of a turn's moves: what asks for judgement, what is ready, what is ruled."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from wargame.model.ruling_views import Queue
from wargame.ui.adjudicate.words import QUEUE_WORDS, age_words, note_icon, row_sentence
from wargame.ui.item_models.actor_values import actor_value
from wargame.ui.item_models.band_scales import rung_value
from wargame.ui.item_models.columns import Column
from wargame.ui.item_models.grouped_model import GroupedRowsModel, RowGroup
from wargame.ui.theme.item_roles import TWO_LINE_ROLE, TwoLineValue
from wargame.ui.theme.metrics import SPACE_8, SPACE_12
from wargame.ui.widgets.announce import announce
from wargame.ui.widgets.buttons import SecondaryButton
from wargame.ui.widgets.choice import ChoiceBox
from wargame.ui.widgets.delegates import TwoLineDelegate
from wargame.ui.widgets.panel import Panel
from wargame.ui.widgets.surface import Hairline, column, row
from wargame.ui.widgets.text import Paragraph
from wargame.ui.widgets.views import TreeView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wargame.model.ruling_views import AdjudicationView, Case, QueueRow
    from wargame.model.seat_view import ActorLabel
    from wargame.ui.theme.bands import BandScale

OLDEST, BY_ACTOR, HIGHEST = "oldest", "actor", "highest"
_MOST_NAMED = 14
_MANY = 10
_ORDERS = ((OLDEST, "Oldest"), (HIGHEST, "Highest rung"), (BY_ACTOR, "By actor"))


class QueuePanel(Panel):
    """Moves in groups; one of them is looked at.

    Signals:
        case_chosen(object): This Case is to be looked at.
        accept_wished(object): These Cases are to be accepted as proposed; a tuple.
    """

    case_chosen = Signal(object)
    accept_wished = Signal(object)

    def __init__(
        self, actors: Sequence[ActorLabel], scale: BandScale, parent: QWidget | None = None
    ) -> None:
        super().__init__("Moves this turn", parent=parent)
        self._labels = {label.id: label for label in actors}
        self._scale = scale
        self._rows: tuple[QueueRow, ...] = ()
        self._now = ""
        self._is_quiet = False
        self._asking = False
        self.sorting = ChoiceBox(_ORDERS, "Order of the list", small=True)
        self.sorting.set_current_key(OLDEST)
        self.sorting.key_changed.connect(self._on_sorting_changed)
        self.add_action(self.sorting)
        self._model: GroupedRowsModel[QueueRow] = GroupedRowsModel(
            (self._column(),), lambda r: (r.case.act, r.case.seat, r.case.slot), self
        )
        self.tree = TreeView("Moves")
        self.tree.setItemDelegate(TwoLineDelegate(self.tree))
        self.tree.setModel(self._model)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.selectionModel().currentChanged.connect(self._on_current_changed)
        self.body.addWidget(self.tree, 1)
        self.body.addWidget(Hairline(strong=True))
        self._question = Paragraph("", "table", "t2")
        self.accept = SecondaryButton("", shortcut="Ctrl+Shift+A")
        self.withdraw = SecondaryButton("Cancel", small=True)
        self.accept.clicked.connect(self._on_accept)
        self.withdraw.clicked.connect(self._stop_asking)
        foot = column(spacing=SPACE_8, margins=(SPACE_12, SPACE_8, SPACE_12, SPACE_12))
        line = row(spacing=SPACE_8)
        line.addWidget(self._question, 1)
        line.addWidget(self.withdraw, 0, Qt.AlignmentFlag.AlignTop)
        foot.addLayout(line)
        foot.addWidget(self.accept)
        self.body.addLayout(foot)
        self._show_foot()

    @property
    def ready(self) -> tuple[QueueRow, ...]:
        """Moves that are ready to be accepted."""
        return tuple(r for r in self._rows if r.queue is Queue.READY)

    @property
    def question(self) -> str:
        """What is asked before many moves are accepted at once; empty while nothing is."""
        return self._question.text() if self._asking else ""

    def show_queue(self, view: AdjudicationView) -> None:
        """Show the moves as they are now; the chosen one stays chosen."""
        self._rows = view.rows
        self._now = datetime.now(UTC).isoformat(timespec="milliseconds")
        chosen = self.current
        self._is_quiet = True
        self._model.set_groups(self._groups())
        if chosen is not None:
            self._mark(chosen.case)
        self._is_quiet = False
        self.set_subtitle(f"{len(view.rows)}")
        self._stop_asking()

    @property
    def current(self) -> QueueRow | None:
        """The move that is looked at."""
        index = self.tree.currentIndex()
        return self._model.row_at(index) if index.isValid() else None

    def choose(self, case: Case) -> None:
        """Look at a move."""
        self._mark(case)

    def next_open(self) -> QueueRow | None:
        """The first move that asks for judgement, else the first that is ready."""
        for queue in (Queue.JUDGEMENT, Queue.READY):
            for r in self._sorted(queue):
                return r
        return self._rows[0] if self._rows else None

    def _mark(self, case: Case) -> None:
        place = self._model.index_of((case.act, case.seat, case.slot))
        if place.isValid():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.tree.selectionModel().setCurrentIndex(
                place, flags | QItemSelectionModel.SelectionFlag.Rows
            )

    def _groups(self) -> list[RowGroup[QueueRow]]:
        judged, ready, ruled = (self._sorted(queue) for queue in Queue)
        groups = [
            RowGroup(QUEUE_WORDS[Queue.JUDGEMENT], judged),
            RowGroup(QUEUE_WORDS[Queue.READY], tuple(r for r in ready if r.sealed_at)),
            RowGroup("Ready, goes on by itself", tuple(r for r in ready if not r.sealed_at)),
            RowGroup(QUEUE_WORDS[Queue.RULED], ruled),
        ]
        return [group for group in groups if group.rows]

    def _sorted(self, queue: Queue) -> tuple[QueueRow, ...]:
        rows = [r for r in self._rows if r.queue is queue]
        order = self.sorting.current_key()
        if order == BY_ACTOR:
            rows.sort(key=lambda r: r.case.seat)
        elif order == HIGHEST:
            rows.sort(key=lambda r: -(r.rung or 0.0))
        elif queue is Queue.RULED:
            rows.sort(key=lambda r: r.ruled_at, reverse=True)
        return tuple(rows)

    def _column(self) -> Column[QueueRow]:
        return Column(
            "Move",
            lambda r: r.words,
            tip=self._spoken,
            spoken=self._spoken,
            roles={TWO_LINE_ROLE: self._value},
        )

    def _value(self, r: QueueRow) -> TwoLineValue:
        label = self._labels.get(r.case.seat)
        return TwoLineValue(
            title=r.words,
            actor=actor_value(label) if label is not None else None,
            subtitle=r.note,
            subtitle_icon=note_icon(r),
            rung=rung_value(self._scale, r.rung) if r.rung is not None else None,
            aside_below=age_words(r.sealed_at, self._now) if r.queue is not Queue.RULED else "",
            strong=r.queue is Queue.JUDGEMENT,
        )

    def _spoken(self, r: QueueRow) -> str:
        label = self._labels.get(r.case.seat)
        name = label.name if label is not None else r.case.seat
        return row_sentence(r, name, age_words(r.sealed_at, self._now))

    def _on_sorting_changed(self) -> None:
        chosen = self.current
        self._is_quiet = True
        self._model.set_groups(self._groups())
        if chosen is not None:
            self._mark(chosen.case)
        self._is_quiet = False

    def _on_current_changed(self, current: QModelIndex) -> None:
        found = self._model.row_at(current) if current.isValid() else None
        if found is not None and not self._is_quiet:
            self.case_chosen.emit(found.case)

    def _on_accept(self) -> None:
        if not self.ready:
            return
        if not self._asking:
            self._asking = True
            self._show_foot()
            announce(self, self._question.text(), at_once=True)
            return
        cases = tuple(r.case for r in self.ready)
        self._stop_asking()
        self.accept_wished.emit(cases)

    def _stop_asking(self) -> None:
        self._asking = False
        self._show_foot()

    def _show_foot(self) -> None:
        count = len(self.ready)
        self._question.set_text(listed_words(self.ready) if self._asking else "")
        self._question.setVisible(self._asking)
        self.withdraw.setVisible(self._asking)
        what = "the one that is ready" if count == 1 else f"the {count} that are ready"
        if count >= _MANY:
            what = f"the {count} ready ones"
        self.accept.setText(f"Yes, accept {count}" if self._asking else f"Accept {what}")
        self.accept.setVisible(count > 0)


def listed_words(ready: Sequence[QueueRow]) -> str:
    """The moves that would be accepted: those that were ordered by name, the rest by number."""
    ordered = [r for r in ready if r.sealed_at] or list(ready)
    named = "; ".join(f"{r.case.seat}: {r.words}" for r in ordered[:_MOST_NAMED])
    left = len(ready) - min(len(ordered), _MOST_NAMED)
    return f"{named}; and {left} more." if left else f"{named}."
