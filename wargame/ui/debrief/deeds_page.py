"""Words and deeds: red lines, papers and warnings against what was done, and how seats foresaw."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from wargame.model.deeds_view import Given, Kept, WordAndDeed
from wargame.ui.item_models.actor_values import actor_value
from wargame.ui.item_models.columns import Column
from wargame.ui.item_models.rows_model import RowsModel
from wargame.ui.theme.icon_names import IconName
from wargame.ui.theme.item_roles import ACTOR_ROLE, EMPHASIS_ROLE, ICON_ROLE
from wargame.ui.theme.metrics import DENSE_ROW_HEIGHT, SPACE_8, SPACE_12
from wargame.ui.widgets.delegates import ActorDelegate, DenseTextDelegate
from wargame.ui.widgets.empty_state import EmptyState
from wargame.ui.widgets.segmented import SegmentedControl
from wargame.ui.widgets.surface import Hairline, Surface, column, row
from wargame.ui.widgets.text import ElidedLabel
from wargame.ui.widgets.views import TableView

if TYPE_CHECKING:
    from wargame.model.debrief_view import Course
    from wargame.model.ids import ActorId
    from wargame.model.seat_view import ActorLabel

_KINDS: Final = (
    (Given.LINE.value, "Red lines", None),
    (Given.PAPER.value, "Papers", None),
    (Given.WARNING.value, "Warnings", None),
    (Given.FORECAST.value, "Forecasts", None),
)
_EMPTY: Final = {
    Given.LINE: "This seat has no red lines.",
    Given.PAPER: "Nothing had been agreed yet.",
    Given.WARNING: "Nobody had warned of an act yet.",
    Given.FORECAST: "Nobody had struck yet, so that nothing was expected.",
}
_KEPT: Final[dict[Kept, str]] = {
    Kept.HELD: "Held",
    Kept.KEPT: "Kept",
    Kept.BROKEN: "Broken",
    Kept.OPEN: "Open",
}
_CAME: Final[dict[Kept, str]] = {
    Kept.KEPT: "Happened",
    Kept.BROKEN: "Did not",
    Kept.OPEN: "Open",
    Kept.HELD: "Open",
}
_ICONS: Final[dict[Kept, IconName]] = {
    Kept.KEPT: "circle-check",
    Kept.BROKEN: "circle-x",
    Kept.OPEN: "circle-dashed",
    Kept.HELD: "circle",
}


class DeedsPage(Surface):
    """One kind of words at a time; Enter goes to the deed.

    Signals:
        place_chosen(int): Go to this place.
    """

    place_chosen = Signal(int)

    def __init__(self, course: Course, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._actors: dict[ActorId, ActorLabel] = {label.id: label for label in course.actors}
        self._rows: tuple[WordAndDeed, ...] = ()
        self._scores: tuple[tuple[str, float], ...] = ()
        self.kind = SegmentedControl(_KINDS, "Which words", small=True)
        self.summary = ElidedLabel("", "table", 400, "t2")
        self._model: RowsModel[WordAndDeed] = RowsModel(self._columns(), parent=self)
        self.table = TableView("Words and deeds", DENSE_ROW_HEIGHT)
        self.table.setItemDelegate(DenseTextDelegate(self.table))
        self.table.setModel(self._model)
        self.table.setItemDelegateForColumn(0, ActorDelegate(self.table))
        self._nothing = EmptyState("")
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        self._pages.addWidget(self.table)
        self._pages.addWidget(self._nothing)
        head = row(spacing=SPACE_12, margins=(SPACE_12, 4, SPACE_12, 4))
        head.addWidget(self.kind)
        head.addSpacing(SPACE_8)
        head.addWidget(self.summary, 1)
        whole = column(self)
        whole.addLayout(head)
        whole.addWidget(Hairline())
        whole.addWidget(pages, 1)
        self.kind.current_changed.connect(self._show)
        self.table.row_activated.connect(self._on_activated)
        self._show()

    @property
    def rows(self) -> tuple[WordAndDeed, ...]:
        """What is shown."""
        return self._model.rows

    def show_rows(
        self, rows: Sequence[WordAndDeed], scores: Sequence[tuple[str, float]] = ()
    ) -> None:
        """Show the words up to another moment.

        Args:
            rows: Every word with its deed.
            scores: The Brier score of seats that foresaw something, by name.
        """
        self._rows, self._scores = tuple(rows), tuple(scores)
        self._show()

    def _show(self) -> None:
        given = Given(self.kind.current())
        # What came to something stands before what merely held.
        mine = [row for row in self._rows if row.given is given]
        rows = sorted(mine, key=lambda row: row.kept is Kept.HELD)
        if tuple(rows) != self._model.rows:
            self._model.set_rows(rows)
        self._nothing.set_text(_EMPTY[given])
        self._pages.setCurrentIndex(0 if rows else 1)
        if given is Given.FORECAST:
            told = [f"{name} {score:.2f}" for name, score in self._scores]
            words = f"Score: {', '.join(told)} (0 is perfect, 0.25 is a coin)" if told else ""
        else:
            words = ", ".join(
                f"{count} {_KEPT[kept].lower()}"
                for kept in Kept
                if (count := sum(row.kept is kept for row in rows))
            )
        self.summary.setText(words)

    def _columns(self) -> tuple[Column[WordAndDeed], ...]:
        return (
            Column(
                "Whose",
                lambda r: self._actors[r.actor].name,
                64,
                roles={ACTOR_ROLE: lambda r: actor_value(self._actors[r.actor])},
            ),
            Column("Said", _said, stretch=True, tip=_sentence, spoken=_sentence),
            Column("Done", lambda r: r.deed, 300, tip=lambda r: r.deed),
            Column(
                "Came to",
                _came_to,
                104,
                roles={
                    ICON_ROLE: lambda r: _ICONS[r.kept],
                    EMPHASIS_ROLE: lambda r: "strong" if r.kept is Kept.BROKEN else "normal",
                },
            ),
        )

    def _on_activated(self, index: QModelIndex) -> None:
        place = self._model.row_at(index).place
        if place >= 0:
            self.place_chosen.emit(place)


def _said(word: WordAndDeed) -> str:
    if word.share is None:
        return word.words
    return f"{round(100 * word.share)} %: {word.words}"


def _came_to(word: WordAndDeed) -> str:
    return (_KEPT if word.share is None else _CAME)[word.kept]


def _sentence(word: WordAndDeed) -> str:
    return f"{_said(word)} {word.deed} {_came_to(word)}."
