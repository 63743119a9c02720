"""One seat being filled: who decides, the team's names and roles, the PIN."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QWidget

from wargame.model.actors import Actor
from wargame.model.ids import Controller
from wargame.model.seats import Player
from wargame.ui.item_models.actor_values import mark_of
from wargame.ui.setup.players_editor import PlayersEditor
from wargame.ui.setup.seat_list import CONTROLLER_ICONS, CONTROLLER_WORDS
from wargame.ui.setup.setup_form import PIN_LENGTH, SeatForm, pin_fault
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.item_roles import ActorValue
from wargame.ui.theme.metrics import SPACE_8, SPACE_16, SPACE_24
from wargame.ui.widgets.actor_badge import ActorBadge
from wargame.ui.widgets.buttons import QuietButton
from wargame.ui.widgets.field import Field
from wargame.ui.widgets.segmented import SegmentedControl
from wargame.ui.widgets.surface import Surface, column, empty, row
from wargame.ui.widgets.text import Paragraph, TextLabel

_MEANING: Final[dict[Controller, str]] = {
    Controller.PEOPLE: "A team writes and seals its own orders at the laptop.",
    Controller.FACILITATOR: "You write its orders from the console, or let it hold.",
    Controller.DOCTRINE: "The computer plays it by its doctrine and says why afterwards.",
    Controller.PLANNER: "The computer plans ahead for it and says why afterwards.",
    Controller.SEARCHER: "The computer searches far ahead for it and says why afterwards.",
    Controller.HISTORY: "It does what it did in history.",
}
_WIDEST: Final = 640


class SeatDetail(Surface):
    """The current seat.

    Signals:
        seat_changed(object): The SeatForm as it is now.
        solo_wished(str): Play this seat alone; all others are played otherwise.
    """

    seat_changed = Signal(object)
    solo_wished = Signal(str)

    def __init__(self, offered: Sequence[Controller], parent: QWidget | None = None) -> None:
        super().__init__("win", parent)
        self._form: SeatForm | None = None
        self._badge = ActorBadge(ActorValue("unknown", ""))
        self._name = TextLabel("", "title", 600)
        self._solo = QuietButton("Play this seat alone", "user")
        self._controller = SegmentedControl(
            [(key, _short(key), CONTROLLER_ICONS[key]) for key in offered],
            "Who decides for this seat",
        )
        self._meaning = Paragraph("", "table", "t3")
        self._players = PlayersEditor()
        self._team = _section("Players and roles", self._players)
        self._pin = QLineEdit()
        self._pin.setFont(text_font("body"))
        self._pin.setFixedWidth(96)
        digits = QRegularExpression(rf"\d{{0,{PIN_LENGTH}}}")
        self._pin.setValidator(QRegularExpressionValidator(digits, self))
        self._pin.setPlaceholderText("None")
        self._pin_field = Field(
            "PIN, if the team wants one", self._pin, "Four digits, asked for at the hand-over."
        )
        self._roles = column(spacing=SPACE_8)
        self._roles_title = TextLabel("Roles in this team", "body", 600)
        self._lay_out()
        self._controller.current_changed.connect(self._on_controller_changed)
        self._players.players_changed.connect(self._on_players_changed)
        self._pin.textEdited.connect(self._on_pin_edited)
        self._pin.editingFinished.connect(self._show_pin_fault)
        self._solo.clicked.connect(self._on_solo)

    def show_seat(self, actor: Actor, form: SeatForm) -> None:
        """Edit another seat, or the same with other contents."""
        same = self._form is not None and self._form.actor == form.actor
        self._form = form
        self._badge.set_actor(ActorValue(mark_of(actor.camp), str(actor.id), actor.name))
        self._name.setText(actor.full_name)
        self._controller.set_current(form.controller)
        self._pin.setText(form.pin)
        if not same:
            roles = [role.title for role in actor.roles]
            self._players.show_players(form.players, roles)
            self._show_roles(actor)
        self._show_controller()

    def set_controller_shown(self) -> None:
        """Lead to the field that is to be filled next."""
        if self._form is not None and self._form.controller is Controller.PEOPLE:
            self._players.focus_next()
        else:
            self._controller.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        page = Surface("win")
        holder = row(page, spacing=0)
        inner = QWidget()
        inner.setMaximumWidth(_WIDEST)
        body = column(inner, spacing=SPACE_24, margins=(SPACE_24, SPACE_16, SPACE_24, SPACE_24))
        head = row(spacing=SPACE_16)
        head.addWidget(self._badge)
        head.addWidget(self._name, 1)
        head.addWidget(self._solo)
        body.addLayout(head)
        body.addWidget(_section("Who decides", self._controller, self._meaning))
        body.addWidget(self._team)
        body.addWidget(self._pin_field)
        roles = QWidget()
        listed = column(roles, spacing=SPACE_8)
        listed.addWidget(self._roles_title)
        listed.addLayout(self._roles)
        body.addWidget(roles)
        body.addStretch(1)
        holder.addWidget(inner, 1)
        holder.addStretch(0)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(page)
        column(self).addWidget(scroll)

    def _show_roles(self, actor: Actor) -> None:
        empty(self._roles)
        self._roles_title.setVisible(bool(actor.roles))
        for role in actor.roles:
            block = QWidget()
            lines = column(block, spacing=0)
            lines.addWidget(TextLabel(role.title, "body", 500))
            lines.addWidget(Paragraph(role.task, "table", "t3"))
            self._roles.addWidget(block)

    def _show_controller(self) -> None:
        if self._form is None:
            return
        is_people = self._form.controller is Controller.PEOPLE
        self._meaning.set_text(_MEANING[self._form.controller])
        self._team.setVisible(is_people)
        self._pin_field.setVisible(is_people)
        self._show_pin_fault()

    def _show_pin_fault(self) -> None:
        # A PIN that is being typed is not wrong yet.
        typing = self._pin.hasFocus()
        fault = pin_fault(self._form.pin) if self._form is not None and not typing else ""
        self._pin_field.set_fault(fault)

    def _change(self, form: SeatForm) -> None:
        self._form = form
        self._show_controller()
        self.seat_changed.emit(form)

    def _on_controller_changed(self, key: str) -> None:
        if self._form is not None:
            self._change(replace(self._form, controller=Controller(key)))

    def _on_players_changed(self, players: tuple[Player, ...]) -> None:
        if self._form is not None:
            self._change(replace(self._form, players=players))

    def _on_pin_edited(self, text: str) -> None:
        if self._form is not None:
            self._change(replace(self._form, pin=text))

    def _on_solo(self) -> None:
        if self._form is not None:
            self.solo_wished.emit(self._form.actor)


def _section(title: str, *parts: QWidget) -> QWidget:
    block = QWidget()
    lines = column(block, spacing=SPACE_8)
    lines.addWidget(TextLabel(title, "body", 600))
    for part in parts:
        if isinstance(part, SegmentedControl):
            lines.addWidget(part, 0, Qt.AlignmentFlag.AlignLeading)
        else:
            lines.addWidget(part)
    return block


def _short(controller: Controller) -> str:
    """Its name where all are in sight side by side and the outline says that it is a computer."""
    return CONTROLLER_WORDS[controller].removeprefix("Computer (").removesuffix(")").capitalize()
