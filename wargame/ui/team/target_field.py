"""Whom a move is aimed at: every possible target, the closed ones with the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wargame.model.ids import ActorId
from wargame.ui.item_models.actor_values import mark_of
from wargame.ui.team.form_line import FormLine
from wargame.ui.team.words import Names, name_of
from wargame.ui.widgets.choice import ChoiceBox
from wargame.ui.widgets.fault_note import FaultNote
from wargame.ui.widgets.surface import row

if TYPE_CHECKING:
    from wargame.model.seat_view import TargetOption

_WIDTH: Final = 280


class TargetField(FormLine):
    """A drop-down list of targets.

    Signals:
        target_chosen(str): The person chose an actor.
    """

    target_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Target", parent=parent)
        self._targets: tuple[TargetOption, ...] = ()
        self.choice = ChoiceBox((), "Target")
        self.choice.setFixedWidth(_WIDTH)
        self._note = FaultNote()
        beside = row()
        beside.addWidget(self.choice)
        beside.addStretch(1)
        self.body.addLayout(beside)
        self.body.addWidget(self._note)
        self.choice.key_changed.connect(self._on_key_changed)

    def set_targets(
        self, targets: tuple[TargetOption, ...], chosen: ActorId | None, names: Names
    ) -> None:
        """Offer these targets and show the chosen one, without a signal."""
        self._targets = targets
        self.setVisible(bool(targets))
        choices = [("", "Choose a target")] if chosen is None else []
        choices += [(str(target.actor), name_of(names, target.actor)) for target in targets]
        self.choice.set_choices(choices)
        for target in targets:
            label = names.get(target.actor)
            if label is not None:
                self.choice.set_mark(str(target.actor), mark_of(label.camp))
            self.choice.set_closed(str(target.actor), target.reason)
        self.choice.set_current_key(str(chosen or ""))
        self._show_note(chosen)

    def _on_key_changed(self, key: str) -> None:
        if key:
            place = self.choice.findData("")
            if place >= 0:
                self.choice.removeItem(place)
            self._show_note(ActorId(key))
            self.target_chosen.emit(key)

    def _show_note(self, chosen: ActorId | None) -> None:
        reason = next((t.reason for t in self._targets if t.actor == chosen), "")
        self._note.say(reason, "warn")
