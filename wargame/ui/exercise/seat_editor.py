"""Changes who sits in a seat while the session goes on: players come late, teams lose their PIN."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from wargame.model.actors import Actor
from wargame.model.ids import Controller
from wargame.model.seats import Player, Seat
from wargame.ui.setup.players_editor import PlayersEditor
from wargame.ui.setup.seat_list import CONTROLLER_ICONS, CONTROLLER_WORDS
from wargame.ui.theme.metrics import SPACE_12, SPACE_16
from wargame.ui.widgets.buttons import SecondaryButton
from wargame.ui.widgets.checks import CheckBox
from wargame.ui.widgets.segmented import SegmentedControl
from wargame.ui.widgets.surface import column
from wargame.ui.widgets.text import Paragraph, TextLabel


class SeatEditor(QWidget):
    """One seat.

    Signals:
        seat_kept(object): The Seat as it is to be from now on.
    """

    seat_kept = Signal(object)

    def __init__(
        self,
        actor: Actor,
        seat: Seat,
        offered: Sequence[Controller],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._seat = seat
        self._team: tuple[Player, ...] = seat.players
        keys = [*offered, *([] if seat.controller in offered else [seat.controller])]
        self._controller = SegmentedControl(
            [(key, CONTROLLER_WORDS[key], CONTROLLER_ICONS[key]) for key in keys],
            "Who decides for this seat",
        )
        self._controller.set_current(seat.controller)
        self.players = PlayersEditor()
        self.players.show_players(seat.players, [role.title for role in actor.roles])
        self._no_pin = CheckBox("Open this seat without a PIN from now on")
        self._keep = SecondaryButton("Keep the changes", "check")
        layout = column(self, spacing=SPACE_12, margins=(0, 0, SPACE_12, 0))
        layout.addWidget(TextLabel("Who decides", "body", 600))
        layout.addWidget(self._controller, 0, Qt.AlignmentFlag.AlignLeading)
        layout.addSpacing(SPACE_16 - SPACE_12)
        layout.addWidget(TextLabel("Players and roles", "body", 600))
        layout.addWidget(self.players)
        layout.addWidget(self._no_pin)
        layout.addWidget(Paragraph("The log keeps who sat here before.", "table", "t3"))
        layout.addWidget(self._keep, 0, Qt.AlignmentFlag.AlignLeading)
        layout.addStretch(1)
        self._no_pin.setVisible(bool(seat.pin))
        self.players.players_changed.connect(self._on_players_changed)
        self._keep.clicked.connect(self._on_keep)

    def _on_players_changed(self, players: tuple[Player, ...]) -> None:
        self._team = tuple(player for player in players if player.name.strip())

    def _on_keep(self) -> None:
        controller = Controller(self._controller.current())
        is_people = controller is Controller.PEOPLE
        self.seat_kept.emit(
            Seat(
                self._seat.actor,
                controller,
                self._team if is_people else (),
                self._seat.pin if is_people and not self._no_pin.isChecked() else "",
            )
        )
