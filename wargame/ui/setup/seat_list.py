"""The seats of the scenario at the start of the set-up: who decides for each, at a glance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtWidgets import QWidget

from wargame.model.actors import Actor
from wargame.model.ids import Controller
from wargame.ui.item_models.actor_values import mark_of
from wargame.ui.item_models.columns import Column
from wargame.ui.item_models.rows_model import RowsModel
from wargame.ui.setup.setup_form import SeatForm
from wargame.ui.theme.icon_names import IconName
from wargame.ui.theme.item_roles import TWO_LINE_ROLE, ActorValue, TwoLineValue
from wargame.ui.widgets.seat_picker import SeatPicker

CONTROLLER_WORDS: Final[dict[Controller, str]] = {
    Controller.PEOPLE: "People",
    Controller.FACILITATOR: "Facilitator",
    Controller.DOCTRINE: "Computer (doctrine)",
    Controller.PLANNER: "Computer (planner)",
    Controller.SEARCHER: "Computer (searcher)",
    Controller.HISTORY: "History",
}

CONTROLLER_ICONS: Final[dict[Controller, IconName]] = {
    Controller.PEOPLE: "users",
    Controller.FACILITATOR: "user-cog",
    Controller.DOCTRINE: "bot",
    Controller.PLANNER: "bot",
    Controller.SEARCHER: "bot",
    Controller.HISTORY: "history",
}


@dataclass(frozen=True, slots=True)
class SeatLine:
    """A seat with its actor, as the list shows it."""

    actor: Actor
    form: SeatForm


def subtitle_of(form: SeatForm) -> str:
    """The team's names, or what is missing."""
    if form.controller is not Controller.PEOPLE:
        return ""
    names = [player.name.strip() for player in form.players if player.name.strip()]
    return ", ".join(names) or "No names yet"


def line_value(line: SeatLine) -> TwoLineValue:
    """A seat as the delegate paints it."""
    actor, form = line.actor, line.form
    is_people = form.controller is Controller.PEOPLE
    return TwoLineValue(
        title=actor.full_name,
        actor=ActorValue(mark_of(actor.camp), str(actor.id), actor.name),
        subtitle=subtitle_of(form) if is_people else CONTROLLER_WORDS[form.controller],
        subtitle_icon=CONTROLLER_ICONS[form.controller],
        aside="PIN" if is_people and form.pin else "",
        aside_icon="key-round" if is_people and form.pin else None,
        strong=is_people,
    )


def spoken_line(line: SeatLine) -> str:
    """A seat as one sentence."""
    words = f"{line.actor.full_name}, {CONTROLLER_WORDS[line.form.controller]}"
    if line.form.controller is Controller.PEOPLE:
        words += f": {subtitle_of(line.form)}"
    return f"{words}, with a PIN" if line.form.pin else words


class SeatList(SeatPicker):
    """The list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        seat = Column[SeatLine](
            "Seat",
            lambda line: line.actor.full_name,
            spoken=spoken_line,
            tip=spoken_line,
            roles={TWO_LINE_ROLE: line_value},
        )
        self._model: RowsModel[SeatLine] = RowsModel((seat,), parent=self)
        self.set_model(self._model)

    def show_lines(self, lines: Sequence[SeatLine]) -> None:
        """Show these seats; the current one stays current."""
        self._model.set_rows(lines)
        if not self.view.currentIndex().isValid() and lines:
            self.view.setCurrentIndex(self._model.index(0, 0))
