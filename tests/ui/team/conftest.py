"""A team's screen in a window, with what it wishes written down."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.team.seat_views import seat_view
from wargame.model.ids import MoveId
from wargame.model.orders import Draft, Order
from wargame.model.seat_view import SeatView
from wargame.ui.team.planning_page import PlanningPage
from wargame.ui.team.team_screen import TeamScreen

CTRL = Qt.KeyboardModifier.ControlModifier


@dataclass
class Seat:
    """A screen and what it has asked for."""

    screen: TeamScreen
    drafts: list[tuple[int, Order]] = field(default_factory=list)
    dropped: list[int] = field(default_factory=list)
    sealed: list[tuple[Order, ...]] = field(default_factory=list)
    asked: list[tuple[int, object]] = field(default_factory=list)
    read: list[Order] = field(default_factory=list)

    @property
    def page(self) -> PlanningPage:
        """The page of the planning phase."""
        assert self.screen.planning is not None
        return self.screen.planning

    @property
    def note(self) -> str:
        """What stands in the way of the seal."""
        return self.page.strip.note.text()

    def put(self, move: str) -> None:
        """Look at a move and put it on the sheet."""
        self.page.choose_move(MoveId(move))
        self.page.composer.head.put.click()

    def key(self, key: Qt.Key, *, ctrl: bool = False) -> None:
        """Press a key where the keyboard is."""
        none = Qt.KeyboardModifier.NoModifier
        QTest.keyClick(self.holder(), key, CTRL if ctrl else none)

    def type(self, text: str) -> None:
        """Type where the keyboard is."""
        QTest.keyClicks(self.holder(), text)

    def holder(self) -> QWidget:
        """What has the keyboard."""
        return QApplication.focusWidget() or self.screen


Open = Callable[..., Seat]


@pytest.fixture
def open_seat(qtbot: QtBot, dark: QApplication) -> Open:
    """Opens a screen with a view, drafts and a size."""

    def opened(
        view: SeatView | None = None,
        drafts: tuple[Draft, ...] = (),
        size: tuple[int, int] = (1440, 876),
    ) -> Seat:
        screen = TeamScreen()
        qtbot.addWidget(screen)
        screen.resize(*size)
        seat = Seat(screen)
        screen.draft_changed.connect(lambda slot, order: seat.drafts.append((slot, order)))
        screen.draft_dropped.connect(seat.dropped.append)
        screen.seal_wished.connect(seat.sealed.append)
        screen.refusal_wished.connect(lambda slot, order: seat.asked.append((slot, order)))
        screen.readings_wished.connect(seat.read.append)
        screen.show_view(view or seat_view(), drafts)
        with qtbot.waitExposed(screen):
            screen.show()
        screen.activateWindow()
        assert QTest.qWaitForWindowActive(screen)
        screen.focus_work()
        return seat

    return opened
