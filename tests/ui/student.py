"""Somebody who plays alone at the window, for tests that go through the real widgets."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from tests.ui.desk import CTRL, Desk
from wargame.model.ids import Phase
from wargame.ui.home.home_screen import HomeScreen
from wargame.ui.practice.expectations_sheet import ExpectationsSheet
from wargame.ui.practice.practice_strip import PracticeStrip
from wargame.ui.practice.set_up_screen import PracticeSetUp
from wargame.ui.practising.practising import Practising
from wargame.ui.team.team_screen import TeamScreen
from wargame.ui.widgets.card import Card


class Student(Desk):
    """The steps of a practice game."""

    def practise(self, scenario: str) -> PracticeSetUp:
        """From the start page to the set-up of a practice game."""
        home = self.wait_for(HomeScreen)
        home.choose(scenario)
        self.key(Qt.Key.Key_2, CTRL)
        return self.wait_for(PracticeSetUp)

    @property
    def practising(self) -> Practising:
        """The game that is open."""
        found = self.window.practising
        assert found is not None
        return found

    def wait_for_phase(self, phase: Phase, turn: int) -> TeamScreen:
        """The seat's screen once a phase of a turn is reached."""

        def reached() -> bool:
            open_now = self.window.practising
            if open_now is None:
                return False
            world = open_now.bridge.game.world
            return (world.phase, world.turn) == (phase, turn)

        self._qtbot.waitUntil(reached, timeout=60_000)
        return self.wait_for(TeamScreen)

    def play_turn(self, turn: int) -> TeamScreen:
        """Seal what stands on the sheet and wait for the outcome."""
        self.wait_for_phase(Phase.PLAN, turn)
        self.key(Qt.Key.Key_Return, CTRL)
        return self.wait_for_phase(Phase.OUTCOME, turn)

    def predict(self, percents: Sequence[int]) -> None:
        """Answer the questions of the turn, a number each, typed."""
        strip = self.wait_for(PracticeStrip)
        QTest.mouseClick(strip.predict, Qt.MouseButton.LeftButton)
        sheet = self.wait_for(ExpectationsSheet)
        assert len(sheet.lines) == len(percents)
        for line, percent in zip(sheet.lines, percents, strict=True):
            line.field.setFocus()
            edit = line.field.findChild(QLineEdit)
            assert edit is not None
            edit.selectAll()
            self.type(str(percent))
        self.key(Qt.Key.Key_Return, CTRL)

    def leave(self) -> Card:
        """Leave the game, to the card on the start page that leads back into it."""
        self.key(Qt.Key.Key_W, CTRL)
        home = self.wait_for(HomeScreen)
        self._qtbot.waitUntil(lambda: home.first_row.go_on is not None, timeout=20_000)
        card = home.first_row.go_on
        assert card is not None
        return card
