"""Moments to come back to, and how pairs of actors have read each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from wargame.ui.item_models.actor_values import actor_value
from wargame.ui.item_models.columns import Column
from wargame.ui.item_models.rows_model import RowsModel
from wargame.ui.theme.icon_names import IconName
from wargame.ui.theme.item_roles import TWO_LINE_ROLE, TwoLineValue
from wargame.ui.theme.metrics import TWO_LINE_ROW_HEIGHT
from wargame.ui.widgets.delegates import TwoLineDelegate
from wargame.ui.widgets.panel import PanelArea, PanelHead
from wargame.ui.widgets.surface import column
from wargame.ui.widgets.views import TableView

if TYPE_CHECKING:
    from wargame.model.debrief_notes import Bookmarked
    from wargame.model.debrief_view import Course, PairGap, TurningPoint
    from wargame.model.ids import ActorId
    from wargame.model.seat_view import ActorLabel

MOST_PAIRS: Final = 8
_Mark = tuple[int, "Bookmarked"]
"""A bookmark with the number of its entry."""
_KINDS: Final[dict[str, IconName]] = {"line": "flag", "ruling": "gavel"}
_NOTABLE: Final = 0.5
"""Rungs from which a pair's mean is worth a line."""


class PointsPanel(PanelArea):
    """Enter on a turning point or a bookmark goes to it.

    Signals:
        place_chosen(int): Go to this place.
        number_chosen(int): Go to the event with this number.
        bookmark_dropped(int): Take out the bookmark with this number.
    """

    place_chosen = Signal(int)
    number_chosen = Signal(int)
    bookmark_dropped = Signal(int)

    def __init__(self, course: Course, parent: QWidget | None = None) -> None:
        super().__init__("Turning points, bookmarks and readings", parent)
        self._actors: dict[ActorId, ActorLabel] = {label.id: label for label in course.actors}
        points: tuple[Column[TurningPoint], ...] = (
            Column(
                "Turning point",
                lambda point: point.words,
                stretch=True,
                tip=_point_sentence,
                spoken=_point_sentence,
                roles={TWO_LINE_ROLE: self._point_lines},
            ),
        )
        pairs: tuple[Column[PairGap], ...] = (
            Column(
                "Pair",
                self._gap_words,
                stretch=True,
                tip=self._gap_sentence,
                spoken=self._gap_sentence,
                roles={TWO_LINE_ROLE: self._gap_lines},
            ),
        )
        marks: tuple[Column[_Mark], ...] = (
            Column(
                "Bookmark",
                lambda mark: mark[1].words,
                stretch=True,
                roles={TWO_LINE_ROLE: _mark_lines},
            ),
        )
        self._marks: RowsModel[_Mark] = RowsModel(marks, parent=self)
        self.marks = _list("Bookmarks")
        self.marks.setModel(self._marks)
        self._marks_head = PanelHead("Bookmarks", "B sets one, Delete takes it out")
        self._points: RowsModel[TurningPoint] = RowsModel(points, course.turning_points, self)
        self._pairs: RowsModel[PairGap] = RowsModel(pairs, parent=self)
        self.points = _list("Turning points")
        self.points.setModel(self._points)
        self.pairs = _list("How pairs read each other")
        self.pairs.setModel(self._pairs)
        self._pairs_head = PanelHead("Who misread whom", "read above meant, so far")
        whole = column(self)
        whole.addWidget(PanelHead("Turning points", "moves of the index, red lines, rulings"))
        whole.addWidget(self.points, 3)
        whole.addWidget(self._marks_head)
        whole.addWidget(self.marks, 2)
        whole.addWidget(self._pairs_head)
        whole.addWidget(self.pairs, 2)
        for view in (self.points, self.marks, self.pairs):
            view.horizontalHeader().hide()
        for part in (self._marks_head, self.marks):
            part.hide()
        self.marks.row_activated.connect(self._on_mark)
        self.marks.clicked.connect(self._on_mark)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.marks)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._on_delete)
        self.points.row_activated.connect(self._on_activated)
        self.points.clicked.connect(self._on_activated)

    def show_gaps(self, gaps: Sequence[PairGap]) -> None:
        """Show how pairs have read each other up to the moment."""
        rows = [gap for gap in gaps if abs(gap.gap) >= _NOTABLE][:MOST_PAIRS]
        if tuple(rows) != self._pairs.rows:
            self._pairs.set_rows(rows)

    def show_bookmarks(self, bookmarks: Sequence[_Mark]) -> None:
        """Show the bookmarks that there are, with the numbers of their entries."""
        if tuple(bookmarks) != self._marks.rows:
            self._marks.set_rows(bookmarks)
        for part in (self._marks_head, self.marks):
            part.setVisible(bool(bookmarks))

    def _on_mark(self, index: QModelIndex) -> None:
        self.number_chosen.emit(self._marks.row_at(index)[1].after)

    def _on_delete(self) -> None:
        index = self.marks.currentIndex()
        if index.isValid():
            self.bookmark_dropped.emit(self._marks.row_at(index)[0])

    def _point_lines(self, point: TurningPoint) -> TwoLineValue:
        who, _, what = point.words.partition(": ")
        label = next((a for a in self._actors.values() if a.id == who), None)
        sign = "+" if point.change > 0 else "−"
        return TwoLineValue(
            title=what or point.words,
            actor=actor_value(label) if label is not None else None,
            subtitle=f"Turn {point.turn}",
            subtitle_icon=_KINDS.get(point.kind),
            aside=f"{sign}{abs(point.change):.1f}" if point.change else "",
            strong=True,
        )

    def _gap_lines(self, gap: PairGap) -> TwoLineValue:
        return TwoLineValue(
            title=self._gap_words(gap),
            actor=actor_value(self._actors[gap.reader]),
            subtitle=f"{gap.acts} acts",
            aside=f"{'+' if gap.gap > 0 else '−'}{abs(gap.gap):.1f}",
        )

    def _gap_words(self, gap: PairGap) -> str:
        return f"reads {self._actors[gap.actor].name}"

    def _gap_sentence(self, gap: PairGap) -> str:
        way = "higher" if gap.gap > 0 else "lower"
        reader, actor = self._actors[gap.reader].name, self._actors[gap.actor].name
        return f"{reader} reads {actor} {abs(gap.gap):.1f} rungs {way} than meant, {gap.acts} acts"

    def _on_activated(self, index: QModelIndex) -> None:
        self.place_chosen.emit(self._points.row_at(index).place)


def _mark_lines(mark: _Mark) -> TwoLineValue:
    return TwoLineValue(title=mark[1].words, subtitle=f"Turn {mark[1].turn}", strong=True)


def _list(name: str) -> TableView:
    view = TableView(name, TWO_LINE_ROW_HEIGHT)
    view.setItemDelegate(TwoLineDelegate(view))
    return view


def _point_sentence(point: TurningPoint) -> str:
    if not point.change:
        return f"Turn {point.turn}, {point.words}"
    way = "up" if point.change > 0 else "down"
    return f"Turn {point.turn}, {point.words}: {abs(point.change):.1f} points {way}"
