"""The theatre map of the console: the acts of a turn as numbered arcs, or the same as a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedLayout, QWidget

from wargame.ui.item_models.actor_values import actor_value
from wargame.ui.map.acts_table import ArcTable
from wargame.ui.map.arcs import Arc, arcs_of, turns_with_acts
from wargame.ui.map.inset import LEVANT
from wargame.ui.map.legend import Legend
from wargame.ui.map.map_area import MapArea
from wargame.ui.map.outlines import LABELS, projected, spot_of
from wargame.ui.map.sheet import Content
from wargame.ui.theme.metrics import SPACE_4
from wargame.ui.widgets.chips import ChipToggle
from wargame.ui.widgets.choice import ChoiceBox
from wargame.ui.widgets.surface import Surface, column, row
from wargame.ui.widgets.text import plain_tip

if TYPE_CHECKING:
    from wargame.model.console_view import ActKind, EventRow
    from wargame.model.seat_view import ActorLabel
    from wargame.ui.theme.bands import BandScale

_KINDS: Final[tuple[tuple[ActKind, str], ...]] = (
    ("strike", "Strikes"),
    ("message", "Messages"),
    ("deployment", "Forces"),
)
_SEAS: Final = (("Mediterranean", 34.25, 33.2),)
_TURN: Final = 80
"""Width of the choice of turn (px)."""

_BESIDE_INSET: Final = 8.0
"""Degrees of land to the west that make room for the inset."""

_NOTE: Final = "Borders illustrative"
BACKGROUND: Final = "background"
"""The camp whose actors the map shows, but not at the price of scale."""

_HOMES: Final = frozenset(
    {"ISR", "PSX", "GOL", "LBN", "SYR", "JOR", "IRQ", "IRN", "YEM", "SAU", "QAT", "EGY"}
)


class _Tools(QWidget):
    """The choices of the map; a narrow window hides those of kinds and must not be held open."""

    def minimumSizeHint(self) -> QSize:
        return QSize(_TURN, super().minimumSizeHint().height())


class TheatreMap(Surface):
    """Follows the latest turn with acts until another is chosen.

    Args:
        actors: The actors; those with a place are on the map.
        scale: The bands.

    Signals:
        event_chosen(int): An arc was chosen; number of its hardest event.
        actor_chosen(str): An actor's chip was clicked.
        table_shown(bool): Whether the table is in front now.
    """

    event_chosen = Signal(int)
    actor_chosen = Signal(str)
    table_shown = Signal(bool)

    def __init__(
        self, actors: Sequence[ActorLabel], scale: BandScale, parent: QWidget | None = None
    ) -> None:
        super().__init__("sunken", parent)
        self._labels = tuple(label for label in actors if label.place is not None)
        self._values = {label.id: actor_value(label) for label in actors}
        self._spots = {label.id: spot_of(label.place) for label in actors if label.place}
        self._events: tuple[EventRow, ...] = ()
        self._arcs: tuple[Arc, ...] = ()
        self._turn: int | None = None
        self._chosen: frozenset[int] = frozenset()
        self.area = MapArea(scale, _HOMES)
        self.table = ArcTable(self._values, scale)
        self.kinds = {kind: ChipToggle(text, checked=True) for kind, text in _KINDS}
        self.kinds["deployment"].setToolTip(
            plain_tip("Deployments: forces moved or readied, and whatever else was done")
        )
        self.turn = ChoiceBox(name="Turn on the map", small=True)
        self.turn.setFixedWidth(_TURN)
        self.turn.view().setAccessibleName("Turns")
        self.tools = _Tools()
        tools = row(self.tools, spacing=SPACE_4)
        for chip in self.kinds.values():
            tools.addWidget(chip)
        tools.addWidget(self.turn)
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        self._pages.addWidget(self.area)
        self._pages.addWidget(self.table)
        whole = column(self)
        whole.addWidget(pages, 1)
        legend = Legend(_NOTE)
        legend.show_camps(actors)
        whole.addWidget(legend)
        for chip in self.kinds.values():
            chip.toggled.connect(self._redraw)
        self.turn.key_changed.connect(self._on_turn_chosen)
        self.area.events_chosen.connect(self._on_arc_clicked)
        self.area.actor_chosen.connect(self.actor_chosen)
        self.table.row_activated.connect(lambda index: self._on_row(index.row()))
        toggle = QShortcut(QKeySequence("Ctrl+T"), self)
        toggle.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        toggle.activated.connect(self.toggle_table)
        self.area.set_home(self._home())
        self._redraw()

    @property
    def has_places(self) -> bool:
        """Whether any actor is on the map."""
        return bool(self._labels)

    @property
    def is_table_shown(self) -> bool:
        """Whether the table is in front."""
        return self._pages.currentWidget() is self.table

    @property
    def arcs(self) -> tuple[Arc, ...]:
        """What is drawn."""
        return self._arcs

    @property
    def shown_turn(self) -> int | None:
        """The turn whose acts are drawn; None while nobody has acted."""
        turns = turns_with_acts(self._events)
        if self._turn in turns:
            return self._turn
        return turns[-1] if turns else None

    def show_events(self, events: Sequence[EventRow]) -> None:
        """Show the acts among these events."""
        latest = self.shown_turn
        self._events = tuple(events)
        turns = turns_with_acts(events)
        if latest is not None and self._turn is not None and turns and turns[-1] > latest:
            self._turn = None
        drawn = [(str(turn), f"Turn {turn}") for turn in reversed(turns)]
        self.turn.set_choices(drawn or [("", "No acts")])
        self.turn.setEnabled(bool(turns))
        self._redraw()

    def choose(self, numbers: Sequence[int]) -> None:
        """Mark the arcs of these events; their turn is shown."""
        chosen = frozenset(numbers)
        if chosen == self._chosen:
            return
        self._chosen = chosen
        turns = {event.turn for event in self._events if event.number in self._chosen and event.act}
        if turns:
            self._turn = max(turns)
        self._redraw()

    def set_kinds_shown(self, *, shown: bool) -> None:
        """Whether there is room for the choice of kinds."""
        for chip in self.kinds.values():
            chip.setVisible(shown)

    def toggle_table(self) -> None:
        """Show the other of map and table."""
        shown = not self.is_table_shown
        self._pages.setCurrentWidget(self.table if shown else self.area)
        (self.table if shown else self.area.pane).setFocus()
        self.table_shown.emit(shown)

    def _home(self) -> QRectF:
        """The part of the world in which the actors are."""
        main = [
            self._spots[label.id] for label in self._labels if label.camp != BACKGROUND
        ] or list(self._spots.values())
        if not main:
            return QRectF(projected(30, 38), projected(60, 14))
        west, east = min(p.x() for p in main), max(p.x() for p in main)
        north, south = min(p.y() for p in main), max(p.y() for p in main)
        # The inset covers the lower left corner.
        west -= _BESIDE_INSET if self._crowded() else 0.0
        return QRectF(QPointF(west, north), QPointF(east, south))

    def _crowded(self) -> frozenset[str]:
        """The actors that only the inset has room for."""
        inside = [i for i in self._labels if LEVANT.contains(self._spots[i.id])]
        return frozenset(str(label.id) for label in inside) if len(inside) > 1 else frozenset()

    def _redraw(self) -> None:
        turn = self.shown_turn
        kinds = {kind for kind, chip in self.kinds.items() if chip.isChecked()}
        if "deployment" in kinds:
            kinds.add("other")
        self._arcs = arcs_of(self._events, turn, kinds) if turn is not None else ()
        self.turn.set_current_key(str(turn) if turn is not None else "")
        self.table.show_arcs(self._arcs)
        crowded = self._crowded()
        chips = tuple((self._values[i.id], self._spots[i.id]) for i in self._labels)
        near = tuple(chip for chip in chips if chip[0].code in crowded)
        far = tuple(chip for chip in chips if chip[0].code not in crowded)
        local = tuple(
            arc
            for arc in self._arcs
            if arc.source in crowded and (arc.target is None or arc.target in crowded)
        )
        names = tuple((text, projected(east, north)) for text, east, north in LABELS)
        main = Content(
            chips=far,
            dots=near,
            arcs=tuple(arc for arc in self._arcs if arc not in local),
            names=names,
            chosen=self._chosen,
        )
        seas = tuple((text, projected(east, north)) for text, east, north in _SEAS)
        inset = Content(chips=near, arcs=local, names=seas, chosen=self._chosen)
        self.area.show_content(main, inset if near else None)

    def _on_turn_chosen(self, key: str) -> None:
        self._turn = int(key)
        self._redraw()

    def _on_arc_clicked(self, numbers: tuple[int, ...]) -> None:
        self.choose(numbers)
        if numbers:
            self.event_chosen.emit(numbers[0])

    def _on_row(self, row: int) -> None:
        arc = self.table.arc_at(row)
        if arc.numbers:
            self.event_chosen.emit(arc.numbers[0])
