"""What was known at the moment, from the chosen point of view; what it missed stands between."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStackedLayout, QStyleOptionViewItem, QWidget

from wargame.model.ids import ActorId
from wargame.ui.item_models.actor_values import actor_value
from wargame.ui.item_models.band_scales import rung_value
from wargame.ui.item_models.columns import Column
from wargame.ui.item_models.rows_model import RowsModel
from wargame.ui.theme.current import colour
from wargame.ui.theme.icon_names import IconName
from wargame.ui.theme.item_roles import ROW_ROLE, TWO_LINE_ROLE, ActorValue, TwoLineValue
from wargame.ui.theme.metrics import SPACE_8, SPACE_12, TWO_LINE_ROW_HEIGHT
from wargame.ui.widgets.buttons import SecondaryButton
from wargame.ui.widgets.chips import ChipToggle
from wargame.ui.widgets.delegates import TwoLineDelegate
from wargame.ui.widgets.empty_state import EmptyState
from wargame.ui.widgets.panel import Panel
from wargame.ui.widgets.surface import Hairline, column, empty, row
from wargame.ui.widgets.text import ElidedLabel, TextLabel
from wargame.ui.widgets.views import TableView

if TYPE_CHECKING:
    from wargame.model.debrief_view import Belief, Course, DebriefMoment, SeenRow
    from wargame.model.seat_view import ActorLabel
    from wargame.ui.theme.bands import BandScale

_CAME: Final = 68
"""Width (px) of the word for what came."""
_UNKNOWN: Final = ActorValue("unknown", "?", "Unknown")


class _SeenDelegate(TwoLineDelegate):
    """What was missed has a sunken ground and a dashed edge."""

    def paint_content(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        inner: QRect,
    ) -> None:
        seen = index.data(ROW_ROLE)
        if getattr(seen, "is_missed", False):
            rect: QRect = option.rect
            painter.fillRect(rect.adjusted(2, 0, 0, -1), colour("sunken"))
            pen = QPen(colour("t3"), 2)
            pen.setDashPattern([2.0, 2.0])
            painter.setPen(pen)
            painter.drawLine(rect.left() + 1, rect.top(), rect.left() + 1, rect.bottom())
        super().paint_content(painter, option, index, inner)


class _BeliefLine(QWidget):
    """What was held likely, how likely, and what came."""

    def __init__(self, belief: Belief, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        parts = row(self, margins=(0, 4, 0, 4))
        parts.addWidget(ElidedLabel(belief.words, "table", 400, "t2"), 1)
        parts.addWidget(TextLabel(f"{round(100 * belief.share)} %", "table", 600))
        came = TextLabel(belief.came, "table", 400, "t3")
        came.setFixedWidth(_CAME)
        came.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        parts.addWidget(came)


def _icon(seen: SeenRow) -> IconName | None:
    if seen.is_missed:
        return "eye-closed"
    return "mail" if seen.is_unread else None


class SeenPanel(Panel):
    """Latest first; Enter goes to the moment.

    Signals:
        number_chosen(int): Go to the event with this number.
        compare_wished(str): Lay this seat's point of view beside the one that is shown.
    """

    number_chosen = Signal(int)
    compare_wished = Signal(str)

    def __init__(self, course: Course, scale: BandScale, parent: QWidget | None = None) -> None:
        super().__init__("What happened", parent=parent)
        self._actors: dict[ActorId, ActorLabel] = {label.id: label for label in course.actors}
        self._seats = course.seats
        self._scale = scale
        self._moment: DebriefMoment | None = None
        self._told: tuple[str, tuple[Belief, ...], float | None] | None = None
        columns: tuple[Column[SeenRow], ...] = (
            Column(
                "Known",
                lambda seen: seen.words,
                stretch=True,
                spoken=self._sentence,
                tip=self._sentence,
                roles={TWO_LINE_ROLE: self._lines},
            ),
        )
        self._model: RowsModel[SeenRow] = RowsModel(columns, parent=self)
        self.missed = ChipToggle("What it missed", checked=True)
        self.add_action(self.missed)
        self.table = TableView("What was known", TWO_LINE_ROW_HEIGHT)
        self.table.setItemDelegate(_SeenDelegate(self.table))
        self.table.setModel(self._model)
        self.table.horizontalHeader().hide()
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        self._pages.addWidget(self.table)
        self._pages.addWidget(EmptyState("Nothing was known yet."))
        self.body.addWidget(pages, 1)
        self._beliefs = QWidget()
        self._belief_lines = column(self._beliefs, margins=(SPACE_12, SPACE_8, SPACE_12, SPACE_8))
        self.body.addWidget(Hairline())
        self.body.addWidget(self._beliefs)
        self.compare = SecondaryButton("Side by side", "venetian-mask")
        self._foot = QWidget()
        foot = column(self._foot, margins=(SPACE_12, SPACE_8, SPACE_12, SPACE_12))
        foot.addWidget(self.compare)
        self.body.addWidget(Hairline())
        self.body.addWidget(self._foot)
        self.compare.clicked.connect(self._on_compare)
        self.missed.toggled.connect(self._on_missed)
        self.table.row_activated.connect(self._on_activated)

    @property
    def rows(self) -> tuple[SeenRow, ...]:
        """What is shown."""
        return self._model.rows

    def show_moment(self, moment: DebriefMoment) -> None:
        """Show another moment, or the same through other eyes."""
        self._moment = moment
        name = self._actors[moment.seat].name if moment.seat is not None else ""
        self.head.set_title(f"As {name} saw it" if name else "What happened")
        self.set_subtitle(moment.when)
        self.missed.setVisible(moment.seat is not None)
        self._show_beliefs(name, moment)
        other = self._other()
        self._foot.setVisible(moment.seat is not None and bool(other))
        if other:
            self.compare.setText(f"Compare with {self._actors[ActorId(other)].name}, side by side")
        self._show()

    def _show(self) -> None:
        moment = self._moment
        if moment is None:
            return
        rows = [r for r in moment.seen if self.missed.isChecked() or not r.is_missed]
        if tuple(rows) != self._model.rows:
            self._model.set_rows(rows)
        self._pages.setCurrentIndex(0 if rows else 1)

    def _other(self) -> str:
        """The first seat that is not the one whose eyes they are; empty for none."""
        seat = self._moment.seat if self._moment is not None else None
        return next((str(other) for other in self._seats if other != seat), "")

    def _on_compare(self) -> None:
        self.compare_wished.emit(self._other())

    def _on_missed(self) -> None:
        # What was read wrongly is the truth as well.
        self._show()
        self.table.viewport().update()

    def _show_beliefs(self, name: str, moment: DebriefMoment) -> None:
        told = (name, moment.beliefs, moment.score)
        if told == self._told:
            return
        self._told = told
        empty(self._belief_lines)
        self._beliefs.setVisible(bool(moment.beliefs))
        if not moment.beliefs:
            return
        self._belief_lines.addWidget(TextLabel(f"What {name} believed", "body", 600))
        for belief in moment.beliefs:
            self._belief_lines.addWidget(_BeliefLine(belief))
        if moment.score is not None:
            words = f"Forecast score {moment.score:.2f} (0 is perfect, 0.25 a coin)"
            self._belief_lines.addSpacing(4)
            self._belief_lines.addWidget(TextLabel(words, "table", 400, "t3"))

    def _lines(self, seen: SeenRow) -> TwoLineValue:
        actor = _UNKNOWN if seen.actor is None else actor_value(self._actors[seen.actor])
        aim = f", at {seen.target}" if seen.target else ""
        rung = rung_value(self._scale, seen.rung) if seen.rung is not None else None
        told, icon = seen.note, _icon(seen)
        if seen.wrong and self.missed.isChecked():
            told, icon = seen.wrong, "triangle-alert"
        return TwoLineValue(
            title=f"{seen.words}{aim}",
            actor=actor,
            subtitle=f"{seen.when} · {told}",
            subtitle_icon=icon,
            rung=rung,
            strong=False,
        )

    def _sentence(self, seen: SeenRow) -> str:
        who = "Unknown" if seen.actor is None else self._actors[seen.actor].name
        rung = f", read as R{round(seen.rung)}" if seen.rung is not None else ""
        parts = [f"{seen.when}, {who}: {seen.words}{rung}", seen.note, seen.learned]
        if self.missed.isChecked():
            parts.append(seen.wrong)
        return f"{'. '.join(part for part in parts if part)}."

    def _on_activated(self, index: QModelIndex) -> None:
        number = self._model.row_at(index).number
        if number:
            self.number_chosen.emit(number)
