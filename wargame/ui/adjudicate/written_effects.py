"""What an outcome that control writes does: its rung, its front, and numbers of a short list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from wargame.model.ids import FrontId
from wargame.ui.adjudicate.effects_table import EffectsTable
from wargame.ui.theme.metrics import SPACE_8, SPACE_12
from wargame.ui.widgets.choice import ChoiceBox
from wargame.ui.widgets.count_spin import CountSpin
from wargame.ui.widgets.panel import SectionHead
from wargame.ui.widgets.surface import Hairline, column, row
from wargame.ui.widgets.text import Paragraph

if TYPE_CHECKING:
    from wargame.model.ruling_views import CaseView, Place

_HIGHEST = 20


class WrittenEffects(QWidget):
    """Rung and front heat like one act of the law; every other effect is chosen.

    Signals:
        effects_changed(): Rung, front or a number is another one.
    """

    effects_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rung = CountSpin("Counts as rung", 0, _HIGHEST)
        self.front = ChoiceBox(name="Front")
        self.table = EffectsTable(is_written=True)
        self._head = SectionHead("Effects", "what follows; edit any value")
        whole = column(self)
        whole.addWidget(Hairline())
        whole.addWidget(self._head)
        line = row(spacing=SPACE_8, margins=(SPACE_12, 0, SPACE_12, SPACE_8))
        line.addWidget(self.rung)
        line.addWidget(self.front)
        line.addWidget(Paragraph("Heats its front like one act, if it works.", "table", "t3"), 1)
        whole.addLayout(line)
        whole.addWidget(self.table)
        self.rung.value_changed.connect(self.effects_changed)
        self.front.key_changed.connect(self.effects_changed)
        self.table.effects.finals_changed.connect(self._on_finals)

    def show_case(
        self, view: CaseView, rung: float, front: FrontId, finals: tuple[tuple[Place, float], ...]
    ) -> None:
        """Show an order that waits, with what a draft gives it."""
        with QSignalBlocker(self.front), QSignalBlocker(self.rung):
            self.front.set_choices([(f, name) for f, name in view.fronts])
            self.front.set_current_key(front)
            self.rung.set_value(round(rung))
        if tuple(line.place for line in self.table.effects.lines) != tuple(
            line.place for line in view.effects
        ) or dict(finals) != dict(self.table.effects.finals):
            self.table.show_lines(view.effects, finals)
        self._show_count()

    def _on_finals(self) -> None:
        self._show_count()
        self.effects_changed.emit()

    def _show_count(self) -> None:
        count = len(self.table.effects.finals)
        self._head.set_aside(f"{count} chosen" if count else "")
