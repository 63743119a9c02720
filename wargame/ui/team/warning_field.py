"""Advance warning of a strike: how long before, and to whom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wargame.model.ids import ActorId
from wargame.ui.team.actor_chips import ActorChips
from wargame.ui.team.form_line import FormLine
from wargame.ui.widgets.segmented import Segment, SegmentedControl

if TYPE_CHECKING:
    from wargame.model.seat_view import ActorLabel

HOURS: Final = (0, 6, 30, 72)
"""The choices; 72 h is what the neighbours of April 2024 had, 6 h a few hours' notice."""


def _segments(hours: Sequence[int]) -> tuple[Segment, ...]:
    return tuple((str(n), f"{n} h" if n else "None", None) for n in hours)


class WarningField(FormLine):
    """Hours in segments, and chips for those who are told once there is a warning.

    Signals:
        warning_changed(float, object): The person changed it: hours, and a tuple of actors told.
    """

    warning_changed = Signal(float, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Advance warning", parent=parent)
        self.hours = SegmentedControl(_segments(HOURS), "Advance warning")
        self.told = ActorChips("Tell", "Told in advance")
        self.body.addWidget(self.hours)
        self.body.addWidget(self.told)
        self.hours.current_changed.connect(self._on_changed)
        self.told.actors_chosen.connect(self._on_changed)

    def set_choices(self, labels: Sequence[ActorLabel]) -> None:
        """Offer these actors as those who are told."""
        self.told.set_choices(labels)

    def set_warning(self, hours: float, told: Sequence[ActorId]) -> None:
        """Show a warning without a signal; unusual hours get a segment of their own."""
        wanted = sorted({*HOURS, round(hours)})
        self.hours.set_segments(_segments(wanted))
        self.hours.set_current(str(round(hours)))
        self.told.set_chosen(told)
        self._show()

    def _on_changed(self) -> None:
        self._show()
        hours = float(self.hours.current())
        self.warning_changed.emit(hours, self.told.chosen if hours else ())

    def _show(self) -> None:
        self.told.setVisible(self.hours.current() != "0")
