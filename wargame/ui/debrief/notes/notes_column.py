"""The left column of a debrief: objectives and tags, or the moments that one comes back to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from wargame.ui.debrief.notes.objective_list import CoveredObjective, ObjectiveList
from wargame.ui.debrief.notes.tag_panel import TagPanel
from wargame.ui.debrief.points_panel import PointsPanel
from wargame.ui.theme.metrics import SPACE_8, SPACE_12
from wargame.ui.widgets.buttons import QuietButton
from wargame.ui.widgets.panel import PanelArea
from wargame.ui.widgets.surface import Hairline, column, row
from wargame.ui.widgets.tabs import TabStrip
from wargame.ui.widgets.text import set_tip

if TYPE_CHECKING:
    from wargame.model.debrief_view import Course
    from wargame.play.debrief.notes import RoomNotes

OBJECTIVES: Final = "objectives"
MOMENTS: Final = "moments"


class NotesColumn(PanelArea):
    """Objectives of the exercise and of the team whose eyes one looks through.

    Signals:
        rating_wished(str): Rate the objective with this key.
        remarks_wished(): Write down strengths and what to do better.
        hot_wash_wished(): Ask the participants.
    """

    rating_wished = Signal(str)
    remarks_wished = Signal()
    hot_wash_wished = Signal()

    def __init__(self, course: Course, points: PointsPanel, parent: QWidget | None = None) -> None:
        super().__init__("Objectives, tags and moments", parent)
        self._course = course
        self._notes: RoomNotes | None = None
        self._turn, self._seat = 0, ""
        self.points = points
        self.tabs = TabStrip(
            ((OBJECTIVES, "Objectives", None), (MOMENTS, "Moments", None)), "Left column"
        )
        self.objectives = ObjectiveList()
        self.tags = TagPanel()
        self.rate = QuietButton("Rate", small=True)
        self.remarks = QuietButton("Improve", small=True)
        self.hot_wash = QuietButton("Hot wash", small=True)
        set_tip(self.rate, "Rate the chosen objective (Enter)")
        set_tip(self.remarks, "Strengths, and what to do better")
        set_tip(self.hot_wash, "Questions for the participants, and their answers")
        actions = row(spacing=SPACE_8, margins=(SPACE_12, 4, SPACE_12, 4))
        for button in (self.rate, self.remarks, self.hot_wash):
            actions.addWidget(button)
        actions.addStretch(1)
        first = QWidget()
        lines = column(first)
        lines.addWidget(self.objectives, 3)
        lines.addWidget(Hairline())
        lines.addLayout(actions)
        lines.addWidget(self.tags, 4)
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        self._places = {OBJECTIVES: first, MOMENTS: self.points}
        for page in self._places.values():
            self._pages.addWidget(page)
        whole = column(self)
        whole.addWidget(self.tabs)
        whole.addWidget(pages, 1)
        self.tabs.current_changed.connect(self._on_tab)
        self.objectives.rating_wished.connect(self.rating_wished)
        self.rate.clicked.connect(self._on_rate)
        self.remarks.clicked.connect(self.remarks_wished)
        self.hot_wash.clicked.connect(self.hot_wash_wished)

    def show_notes(self, notes: RoomNotes) -> None:
        """Show what was noted."""
        self._notes = notes
        self._retell()

    def show_moment(self, turn: int, seat: str) -> None:
        """Show the notes of another turn, or the objectives of another team."""
        if (turn, seat) != (self._turn, self._seat):
            self._turn, self._seat = turn, seat
            self._retell()

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 240)

    def _retell(self) -> None:
        notes = self._notes
        if notes is None:
            return
        shown = [o for o in notes.objectives if o.seat is None or o.seat == self._seat]
        rows = []
        for number, objective in enumerate(shown, start=1):
            covered = notes.covered(objective.key)
            rows.append(
                CoveredObjective(
                    number=number,
                    objective=objective,
                    turns=frozenset(covered),
                    tags=sum(covered.values()),
                    of=self._course.turns,
                    now=self._turn,
                )
            )
        self.objectives.show_rows(rows)
        names = {o.key: o.text for o in notes.objectives}
        here = [tag for tag in notes.tags if tag.turn == self._turn]
        self.tags.show_tags(here, self._turn, names)
        self.tabs.set_count(OBJECTIVES, len(rows) or None)
        self.points.show_bookmarks(notes.bookmarks)
        self.tabs.set_count(MOMENTS, len(notes.bookmarks) or None)

    def _on_rate(self) -> None:
        key = self.objectives.current_key()
        if not key and self.objectives.rows:
            key = self.objectives.rows[0].objective.key
        if key:
            self.rating_wished.emit(key)

    def _on_tab(self, key: str) -> None:
        self._pages.setCurrentWidget(self._places[key])
