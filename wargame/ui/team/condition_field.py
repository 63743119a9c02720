"""An order that waits: carried out only if we are struck at a rung or above, by whom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wargame.model.conditions import Condition, Struck
from wargame.model.ids import ActorId
from wargame.ui.item_models.actor_values import mark_of
from wargame.ui.team.words import Names, condition_words
from wargame.ui.theme.metrics import SPACE_4, SPACE_8
from wargame.ui.widgets.checks import CheckBox
from wargame.ui.widgets.choice import ChoiceBox
from wargame.ui.widgets.count_spin import CountSpin
from wargame.ui.widgets.surface import column, row
from wargame.ui.widgets.text import Paragraph, TextLabel

if TYPE_CHECKING:
    from wargame.model.seat_view import ActorLabel

_FIRST_RUNG: Final = 10
_ANYBODY: Final = ("", "anybody")


class ConditionField(QWidget):
    """A tick box that unfolds into rung and actor.

    Signals:
        condition_changed(object): The person changed it; a condition, or None for always.
    """

    condition_changed = Signal(object)

    def __init__(self, last_rung: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._condition: Condition | None = None
        self._is_loading = False
        self._names: Names = {}
        self.only_if = CheckBox("We are struck this turn")
        self.rung = CountSpin("at rung", 0, last_rung, _FIRST_RUNG)
        self.by = ChoiceBox((_ANYBODY,), "Struck by whom")
        self._words = Paragraph("", "table", "t3")
        self._fold = QWidget()
        fold = column(self._fold, spacing=SPACE_4)
        at_least = row(spacing=SPACE_8)
        at_least.addWidget(self.rung)
        at_least.addWidget(TextLabel("or more", "body", 400, "t2"))
        at_least.addStretch(1)
        by_whom = row(spacing=SPACE_8)
        by_whom.addWidget(TextLabel("by", "body", 400, "t2"))
        by_whom.addWidget(self.by)
        by_whom.addStretch(1)
        fold.addLayout(at_least)
        fold.addLayout(by_whom)
        fold.addWidget(self._words)
        whole = column(self, spacing=SPACE_4)
        whole.addWidget(self.only_if)
        whole.addWidget(self._fold)
        self.only_if.toggled.connect(self._on_toggled)
        self.rung.value_changed.connect(self._on_chosen)
        self.by.key_changed.connect(self._on_chosen)
        self.setAccessibleName("Condition")
        self._show()

    def set_actors(self, labels: Sequence[ActorLabel], names: Names) -> None:
        """Offer these actors as those who may strike."""
        self._names = names
        self.by.set_choices((_ANYBODY, *((str(label.id), label.name) for label in labels)))
        for label in labels:
            self.by.set_mark(str(label.id), mark_of(label.camp))

    def set_condition(self, condition: Condition | None) -> None:
        """Show a condition without a signal."""
        self._is_loading = True
        if isinstance(condition, Struck):
            self.rung.set_value(round(condition.rung))
            self.by.set_current_key(str(condition.by or ""))
        else:
            self.rung.set_value(_FIRST_RUNG)
            self.by.set_current_key("")
        self.only_if.setChecked(condition is not None)
        self._is_loading = False
        self._condition = condition
        self._show()

    def _on_toggled(self, checked: bool) -> None:
        if not self._is_loading:
            self._take(self._chosen() if checked else None)

    def _on_chosen(self) -> None:
        if not self._is_loading and isinstance(self._condition, Struck):
            self._take(self._chosen())

    def _chosen(self) -> Struck:
        by = self.by.current_key()
        return Struck(float(self.rung.value()), ActorId(by) if by else None)

    def _take(self, condition: Condition | None) -> None:
        self._condition = condition
        self._show()
        self.condition_changed.emit(condition)

    def _show(self) -> None:
        condition = self._condition
        self._fold.setVisible(condition is not None)
        for part in (self.rung, self.by):
            part.setEnabled(condition is None or isinstance(condition, Struck))
        if condition is not None:
            words = condition_words(condition, self._names)
            self._words.set_text(
                f"{words}. Its cost must be at hand, and is spent if it is carried out."
            )
