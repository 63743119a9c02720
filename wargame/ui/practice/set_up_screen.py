"""The set-up of a practice game: a seat, how long, against whom; two clicks from start to play."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from wargame.model.ids import ActorId
from wargame.play.practice.set_up import SoloChoice
from wargame.ui.practice.game_fields import GameFields
from wargame.ui.practice.offer_detail import OfferDetail
from wargame.ui.practice.seat_offers import SeatOffers
from wargame.ui.practice.set_up_form import PracticeOffer
from wargame.ui.theme.metrics import SPACE_8, SPACE_12
from wargame.ui.widgets.bars import TitleBlock, TopBar
from wargame.ui.widgets.buttons import IconButton, PrimaryButton, SecondaryButton
from wargame.ui.widgets.fault_note import FaultNote
from wargame.ui.widgets.panel import Panel
from wargame.ui.widgets.surface import Hairline, Surface, column, row
from wargame.ui.widgets.text import TextLabel, set_tip
from wargame.ui.widgets.theme_button import ThemeButton

_SEATS_WIDTH: Final = 400
_GAME_WIDTH: Final = 344


class PracticeSetUp(Surface):
    """Everything that a student decides before turn 1.

    Args:
        offer: What there is to choose from.
        choice: What is chosen first.

    Signals:
        start_wished(object): Begin a game with this SoloChoice.
        learn_wished(): The tutorial and the exercises.
        home_wished(): Back to the start page.
        theme_wished(): Dark to light or back.
        shortcuts_wished(): The sheet of shortcuts.
    """

    start_wished = Signal(object)
    learn_wished = Signal()
    home_wished = Signal()
    theme_wished = Signal()
    shortcuts_wished = Signal()

    def __init__(
        self, offer: PracticeOffer, choice: SoloChoice, parent: QWidget | None = None
    ) -> None:
        super().__init__("win", parent)
        self._offer = offer
        self._choice = choice
        self._busy = ""
        self.seats = SeatOffers()
        self.detail = OfferDetail()
        self.fields = GameFields(offer)
        self.learn = SecondaryButton("Tutorial and exercises", "book-open")
        self.start = PrimaryButton("Begin", "play", shortcut="Ctrl+Return")
        self._words = TextLabel("", "table", 400, "t2")
        self._fault = FaultNote()
        self._lay_out()
        self._connect()
        self._show()

    @property
    def choice(self) -> SoloChoice:
        """What is chosen now."""
        return self._choice

    def set_busy(self, text: str) -> None:
        """What is being done just now; empty for nothing."""
        self._busy = text
        self._show_readiness()

    def set_refusal(self, text: str) -> None:
        """Why the game cannot begin; empty when it can."""
        self._fault.say(text)

    def focus_work(self) -> None:
        """The list of seats."""
        self.seats.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        whole = column(self)
        bar = TopBar()
        self._back = IconButton("chevron-left", "Back to the start page (Esc)")
        self._theme = ThemeButton()
        self._help = IconButton("circle-help", "Shortcuts and help (F1)")
        bar.add_start(self._back)
        bar.add_start(TitleBlock(self._offer.title, "Practise alone"))
        bar.add_end(self.learn)
        bar.add_end(self._theme)
        bar.add_end(self._help)
        whole.addWidget(bar)
        seats = Panel("Your seat", "the computer plays the others")
        seats.setFixedWidth(_SEATS_WIDTH)
        seats.body.addWidget(self.seats)
        game = Panel("Your game")
        game.setFixedWidth(_GAME_WIDTH)
        game.body.addWidget(self.fields, 1)
        game.body.addWidget(Hairline())
        foot = column(spacing=SPACE_8, margins=(SPACE_12, SPACE_12, SPACE_12, SPACE_12))
        foot.addWidget(self._words)
        foot.addWidget(self._fault)
        foot.addWidget(self.start)
        game.body.addLayout(foot)
        panels = row(spacing=0)
        panels.addWidget(seats)
        panels.addWidget(Hairline(vertical=True))
        panels.addWidget(self.detail, 1)
        panels.addWidget(Hairline(vertical=True))
        panels.addWidget(game)
        whole.addLayout(panels, 1)

    def _connect(self) -> None:
        self.seats.seat_chosen.connect(self._on_seat)
        self.seats.seat_meant.connect(lambda _seat: self._on_start())
        self.fields.choice_changed.connect(self._on_choice)
        self.start.clicked.connect(self._on_start)
        self.learn.clicked.connect(self.learn_wished)
        self._back.clicked.connect(self.home_wished)
        self._theme.clicked.connect(self.theme_wished)
        self._help.clicked.connect(self.shortcuts_wished)
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.home_wished)

    def _show(self) -> None:
        choice = self._choice
        self.seats.show_offers(self._offer.seats[choice.start], choice.seat)
        self.fields.show_choice(choice)
        self._show_seat()

    def _show_seat(self) -> None:
        seat = self._offer.seat(self._choice)
        self.detail.show_offer(seat)
        self.start.setText(f"Begin as {seat.name.partition(' (')[0]}")
        self._show_readiness()

    def _show_readiness(self) -> None:
        others = len(self._offer.seats[self._choice.start]) - 1
        count = f"1 seat is yours, {others} {'is' if others == 1 else 'are'} played by the computer"
        self._words.setText(self._busy or count)
        self.start.setEnabled(not self._busy)
        set_tip(self.start, self._busy)

    def _on_seat(self, seat: str) -> None:
        if seat != self._choice.seat:
            self._choice = replace(self._choice, seat=ActorId(seat))
            self.set_refusal("")
            self._show_seat()

    def _on_choice(self, choice: SoloChoice) -> None:
        moved = choice.start != self._choice.start
        self._choice = replace(choice, seat=self._choice.seat)
        self.set_refusal("")
        if moved:
            self._show()
        else:
            self.fields.show_choice(self._choice)

    def _on_start(self) -> None:
        if self.start.isEnabled():
            self.start_wished.emit(self._choice)
