"""Objectives with one box for each turn, filled where somebody saw evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from wargame.model.debrief_notes import RATING_WORDS, Rating
from wargame.ui.item_models.columns import Column
from wargame.ui.item_models.rows_model import RowsModel
from wargame.ui.theme.current import colour
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.icons import draw_icon
from wargame.ui.theme.item_roles import ROW_ROLE
from wargame.ui.theme.metrics import RADIUS_CHIP
from wargame.ui.theme.paint import CENTRE, draw_box, draw_text, text_width
from wargame.ui.widgets.delegates import GroundDelegate
from wargame.ui.widgets.views import ListView

if TYPE_CHECKING:
    from wargame.play.debrief.notes import ObjectiveRow

Index = QModelIndex | QPersistentModelIndex

_HEIGHT: Final = 58
_BADGE: Final = 20
_BOX: Final = 9
_GAP: Final = 4
_LETTERS: Final[dict[Rating, str]] = {
    Rating.PERFORMED: "P",
    Rating.SOME: "S",
    Rating.MAJOR: "M",
    Rating.UNABLE: "U",
}


@dataclass(frozen=True, slots=True)
class CoveredObjective:
    """An objective as it stands in the list.

    Attributes:
        number: Its number in the list, from 1.
        objective: The objective.
        turns: Which turns have evidence.
        tags: Tags in all.
        of: Turns of the game.
        now: The turn of the moment.
    """

    number: int
    objective: ObjectiveRow
    turns: frozenset[int]
    tags: int
    of: int
    now: int

    @property
    def evidence(self) -> str:
        """How much evidence there is, in words."""
        if not self.tags:
            return "No evidence"
        return "1 tag" if self.tags == 1 else f"{self.tags} tags"


def lay_out_boxes(count: int, width: int) -> tuple[QRect, ...]:
    """Boxes side by side from the left, smaller where they would need more than ``width`` px."""
    if count <= 0 or width <= 0:
        return ()
    step = min(_BOX + _GAP, width / count)
    side = max(2, min(_BOX, int(step) - 1))
    return tuple(QRect(round(nth * step), 0, side, side) for nth in range(count))


class _ObjectiveDelegate(GroundDelegate):
    height = _HEIGHT

    def paint_content(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, inner: QRect
    ) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, CoveredObjective):
            return
        badge = QRect(inner.left(), inner.top() + 8, _BADGE, _BADGE)
        draw_box(painter, badge, fill=colour("raised"), radius=RADIUS_CHIP)
        small = text_font("caption", 600)
        draw_text(painter, badge, str(row.number), small, colour("t1"), align=CENTRE)
        rated = row.objective.rated
        end = inner.right()
        if rated is not None and rated.rating is not None:
            chip = QRect(end - _BADGE, badge.top(), _BADGE, _BADGE)
            draw_box(painter, chip, border=colour("ctl"), radius=RADIUS_CHIP)
            letter = _LETTERS[rated.rating]
            draw_text(painter, chip, letter, small, colour("t1"), align=CENTRE)
            end = chip.left() - 6
        left = badge.right() + 9
        words = QRect(left, badge.top(), end - left, _BADGE)
        draw_text(painter, words, row.objective.text, text_font("body", 500), colour("t1"))
        self._paint_evidence(painter, inner, row)

    @staticmethod
    def _paint_evidence(painter: QPainter, inner: QRect, row: CoveredObjective) -> None:
        top = inner.top() + 36
        font = text_font("table", 400 if row.tags else 600)
        wide = text_width(row.evidence, font)
        right = QRect(inner.right() - wide, top - 4, wide + 1, 17)
        draw_text(painter, right, row.evidence, font, colour("t2" if row.tags else "t1"))
        end = right.left() - 10
        if not row.tags:
            icon = QRect(right.left() - 18, top - 2, 13, 13)
            draw_icon(painter, icon, "triangle-alert", colour("t2"), 13)
            end = icon.left() - 8
        for turn, box in enumerate(lay_out_boxes(row.of, end - inner.left()), start=1):
            spot = box.translated(inner.left(), top)
            edge = colour("accent") if turn == row.now else colour("ctl")
            fill = colour("t2") if turn in row.turns else colour("panel")
            draw_box(painter, spot, fill=fill, border=edge, radius=1)


class ObjectiveList(ListView):
    """The chosen objective is the one that a tag is evidence for.

    Signals:
        objective_chosen(str): Key of the objective that is chosen now; empty for none.
        rating_wished(str): Rate this objective.
    """

    objective_chosen = Signal(str)
    rating_wished = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Objectives", parent)
        column: Column[CoveredObjective] = Column(
            "Objective", lambda row: row.objective.text, tip=_sentence, spoken=_sentence
        )
        self._model: RowsModel[CoveredObjective] = RowsModel((column,), parent=self)
        self.setItemDelegate(_ObjectiveDelegate(self))
        self.setModel(self._model)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.row_activated.connect(self._on_activated)

    @property
    def rows(self) -> tuple[CoveredObjective, ...]:
        """What is shown."""
        return self._model.rows

    def current_key(self) -> str:
        """Key of the chosen objective; empty for none."""
        index = self.currentIndex()
        return self._model.row_at(index).objective.key if index.isValid() else ""

    def show_rows(self, rows: Sequence[CoveredObjective]) -> None:
        """Show other objectives or other evidence; the chosen one stays chosen."""
        if tuple(rows) == self._model.rows:
            return
        key = self.current_key()
        self._model.set_rows(rows)
        self.choose(key)

    def choose(self, key: str) -> None:
        """Choose an objective; an unknown key chooses nothing."""
        for nth, row in enumerate(self._model.rows):
            if row.objective.key == key:
                self.setCurrentIndex(self._model.index(nth, 0))
                return

    def sizeHint(self) -> QSize:
        return QSize(240, 4 * _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, _HEIGHT)

    def _on_current(self) -> None:
        self.objective_chosen.emit(self.current_key())

    def _on_activated(self, index: QModelIndex) -> None:
        self.rating_wished.emit(self._model.row_at(index).objective.key)


def _sentence(row: CoveredObjective) -> str:
    turns = ", ".join(str(turn) for turn in sorted(row.turns))
    seen = f"{row.evidence}, in turn {turns}" if turns else "No evidence yet"
    rated = row.objective.rated
    rating = RATING_WORDS[rated.rating] if rated is not None and rated.rating else "Not rated"
    return f"Objective {row.number}: {row.objective.text}. {seen}. {rating}."
