"""Relations as a graph that never moves: actors on a ring by camp, ties between them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedLayout, QWidget

from wargame.ui.item_models.actor_values import actor_value
from wargame.ui.map.arcs import Arc, LineStyle
from wargame.ui.map.legend import Legend
from wargame.ui.map.map_area import MapArea
from wargame.ui.map.matrix import MatrixTable
from wargame.ui.map.sheet import Content
from wargame.ui.theme.metrics import SPACE_8, SPACE_12
from wargame.ui.widgets.choice import ChoiceBox
from wargame.ui.widgets.segmented import SegmentedControl
from wargame.ui.widgets.surface import Surface, column, row
from wargame.ui.widgets.text import TextLabel

if TYPE_CHECKING:
    from wargame.model.actors import RelationKind
    from wargame.model.relations_view import RelationsView, Tie
    from wargame.model.seat_view import ActorLabel
    from wargame.ui.theme.bands import BandScale

GRAPH: Final = "graph"
MATRIX: Final = "matrix"
ALL: Final = "all"

_CAMPS: Final = ("israel-and-partners", "mediators-and-neighbours", "iran-and-allies", "background")
"""The order round the ring, clockwise from the left; rivals face one another."""

_RADII: Final = (32.0, 13.0)
_STYLES: Final[dict[RelationKind, LineStyle]] = {
    "rivals": "dashed",
    "patron-proxy": "solid",
    "patron-partner": "solid",
    "allies": "solid",
    "mediation": "dotted",
    "neighbours": "dotted",
}
_LINES: Final[tuple[tuple[LineStyle, str], ...]] = (
    ("solid", "Patron, ally"),
    ("dashed", "Rivals"),
    ("dotted", "Mediation, neighbours"),
)
_SHOWN: Final[tuple[tuple[str, str, frozenset[str]], ...]] = (
    (ALL, "All ties", frozenset(_STYLES)),
    ("rivals", "Rivals", frozenset({"rivals"})),
    (
        "patrons",
        "Patrons and allies",
        frozenset({"patron-proxy", "patron-partner", "allies"}),
    ),
    ("mediation", "Mediation and neighbours", frozenset({"mediation", "neighbours"})),
)


def ring_spots(actors: Sequence[ActorLabel]) -> dict[str, QPointF]:
    """Where each actor stands: the camps one after the other round a ring, always the same."""
    ordered = sorted(actors, key=lambda actor: _place_of(actor.camp))
    spots = {}
    for number, actor in enumerate(ordered):
        angle = math.pi * (1 + 2 * (number + 0.5) / max(1, len(ordered)))
        spots[str(actor.id)] = QPointF(
            _RADII[0] * math.cos(angle),
            _RADII[1] * math.sin(angle),
        )
    return spots


def _place_of(camp: str) -> int:
    return _CAMPS.index(camp) if camp in _CAMPS else len(_CAMPS)


class RelationsMap(Surface):
    """Ties as a graph, or every pair's numbers as a matrix; Ctrl+T changes between the two.

    Signals:
        actor_chosen(str): An actor's chip was clicked; its ties alone are shown, then all again.
        table_shown(bool): Whether the matrix is in front now.
    """

    actor_chosen = Signal(str)
    table_shown = Signal(bool)

    def __init__(self, scale: BandScale, parent: QWidget | None = None) -> None:
        super().__init__("sunken", parent)
        self._view: RelationsView | None = None
        self._actor = ""
        self.area = MapArea(scale, with_land=False)
        self.matrix = MatrixTable()
        self.form = SegmentedControl(
            [(GRAPH, "Graph", "share-2"), (MATRIX, "Matrix", "table")], "How", small=True
        )
        self.ties = ChoiceBox([(key, name) for key, name, _ in _SHOWN], "Which ties", small=True)
        self.measure = ChoiceBox(name="Which number", small=True)
        self.ties.view().setAccessibleName("Ties")
        self.measure.view().setAccessibleName("Numbers")
        self.tools = QWidget()
        tools = row(self.tools, spacing=SPACE_8)
        for tool in (self.ties, self.measure, self.form):
            tools.addWidget(tool)
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        self._pages.addWidget(self.area)
        self._pages.addWidget(self.matrix)
        self._legend = Legend("Click an actor to see its ties alone", lines=_LINES)
        self._meaning = TextLabel("", "caption", 400, "t3")
        self._meaning.setContentsMargins(SPACE_12, 4, SPACE_12, 4)
        self._meaning.hide()
        whole = column(self)
        whole.addWidget(pages, 1)
        whole.addWidget(self._legend)
        whole.addWidget(self._meaning)
        self.ties.set_current_key(ALL)
        self.ties.key_changed.connect(self._redraw)
        self.measure.key_changed.connect(self._show_measure)
        self.form.current_changed.connect(self._show_form)
        self.area.actor_chosen.connect(self._on_actor)
        self.area.events_chosen.connect(self._on_nothing)
        toggle = QShortcut(QKeySequence("Ctrl+T"), self)
        toggle.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        toggle.activated.connect(self.toggle_table)
        self.measure.hide()

    @property
    def is_table_shown(self) -> bool:
        """Whether the matrix is in front."""
        return self._pages.currentWidget() is self.matrix

    def show_relations(self, view: RelationsView) -> None:
        """Show how everybody stands towards everybody."""
        is_first = self._view is None
        self._view = view
        self._legend.show_camps(view.actors)
        self.measure.set_choices([(m.variable, m.name) for m in view.measures])
        if is_first:
            self.measure.set_current_key(view.measures[0].variable)
            spots = ring_spots(view.actors).values()
            xs, ys = [p.x() for p in spots], [p.y() for p in spots]
            self.area.set_home(QRectF(QPointF(min(xs), min(ys)), QPointF(max(xs), max(ys))))
        self._show_measure()
        self._redraw()

    def toggle_table(self) -> None:
        """Show the other of graph and matrix."""
        self.form.set_current(GRAPH if self.is_table_shown else MATRIX)
        self._show_form(self.form.current())

    def _show_form(self, key: str) -> None:
        is_matrix = key == MATRIX
        self._pages.setCurrentWidget(self.matrix if is_matrix else self.area)
        self.measure.setVisible(is_matrix)
        self.ties.setVisible(not is_matrix)
        self._legend.setVisible(not is_matrix)
        self._meaning.setVisible(is_matrix)
        self.table_shown.emit(is_matrix)

    def _show_measure(self) -> None:
        if self._view is None:
            return
        chosen = self.measure.current_key()
        measure = next(m for m in self._view.measures if m.variable == chosen)
        self.matrix.show_measure(self._view, measure)
        self._meaning.setText(measure.meaning)
        self.matrix.setAccessibleDescription(measure.meaning)

    def _redraw(self) -> None:
        view = self._view
        if view is None:
            return
        wanted = next(kinds for key, _, kinds in _SHOWN if key == self.ties.current_key())
        spots = ring_spots(view.actors)
        shown = [
            tie
            for tie in view.ties
            if tie.kind in wanted and (not self._actor or self._actor in (tie.first, tie.second))
        ]
        chips = tuple((actor_value(actor), spots[str(actor.id)]) for actor in view.actors)
        arcs = tuple(map(_arc, shown))
        self.area.show_content(Content(chips=chips, arcs=arcs, actor=self._actor))

    def _on_actor(self, code: str) -> None:
        self._actor = "" if code == self._actor else code
        self._redraw()
        self.actor_chosen.emit(code)

    def _on_nothing(self, numbers: tuple[int, ...]) -> None:
        if not numbers and self._actor:
            self._actor = ""
            self._redraw()


def _arc(tie: Tie) -> Arc:
    return Arc(
        source=tie.first,
        target=tie.second,
        kind="",
        style=_STYLES[tie.kind],
        rung=None,
        label="",
        numbers=(),
        words=tie.words,
    )
