"""A solo game through the real window: from the start page to its end, left and resumed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.scenes import AMB, BLU, blank
from tests.ui.desk import CTRL, Desk
from wargame.model.ids import MoveId, Phase
from wargame.model.practice import Length
from wargame.ui.home.home_screen import HomeScreen
from wargame.ui.practice.set_up_screen import PracticeSetUp
from wargame.ui.practising.practising import Practising
from wargame.ui.team.team_screen import TeamScreen
from wargame.ui.theme.switch import ThemeSwitch


class Student(Desk):
    """Somebody who plays alone at the window."""

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
            world = self.practising.bridge.game.world
            return (world.phase, world.turn) == (phase, turn)

        self._qtbot.waitUntil(reached, timeout=60_000)
        return self.wait_for(TeamScreen)

    def play_turn(self, turn: int) -> TeamScreen:
        """Seal what stands on the sheet and wait for the outcome."""
        self.wait_for_phase(Phase.PLAN, turn)
        self.key(Qt.Key.Key_Return, CTRL)
        return self.wait_for_phase(Phase.OUTCOME, turn)


def test_that_two_clicks_lead_from_the_start_page_into_a_game(
    qtbot: QtBot, themes: ThemeSwitch, saves: Path, tmp_path: Path
) -> None:
    student = Student(qtbot, themes, tmp_path / "window.ini")
    home = student.wait_for(HomeScreen)
    home.choose("blank")
    QTest.mouseClick(home.first_row.solo, Qt.MouseButton.LeftButton)
    set_up = student.wait_for(PracticeSetUp)
    QTest.mouseClick(set_up.start, Qt.MouseButton.LeftButton)

    team = student.wait_for(TeamScreen)

    assert team.brief is not None
    assert team.brief.go_on.isVisible()
    assert team.bar.leave.isVisible()
    assert not team.bar.hide_screen.isVisible()
    assert student.practising.bridge.game.world.settings.practice is not None


def test_that_a_turn_goes_on_by_itself_and_the_game_is_resumed_where_it_was_left(
    qtbot: QtBot, themes: ThemeSwitch, saves: Path, tmp_path: Path
) -> None:
    student = Student(qtbot, themes, tmp_path / "window.ini")
    set_up = student.practise("blank")
    set_up.fields.length.setFocus()
    student.key(Qt.Key.Key_Left)
    assert set_up.choice.length is Length.CRISIS
    set_up.seats.view.setFocus()
    student.key(Qt.Key.Key_Home)
    assert set_up.choice.seat == BLU
    student.key(Qt.Key.Key_Return, CTRL)
    student.wait_for(TeamScreen)
    student.key(Qt.Key.Key_Return, CTRL)

    student.wait_for_phase(Phase.PLAN, 1)
    student.write_order(blank().move[MoveId("C04")].name, AMB)
    team = student.play_turn(1)
    assert "outcome of turn 1" in team.resting.title
    assert team.resting.go_on.text() == "Plan turn 2"
    student.key(Qt.Key.Key_Return, CTRL)
    student.wait_for_phase(Phase.PLAN, 2)

    student.key(Qt.Key.Key_W, CTRL)
    home = student.wait_for(HomeScreen)
    qtbot.waitUntil(lambda: home.first_row.go_on is not None, timeout=20_000)
    card = home.first_row.go_on
    assert card is not None
    assert card.accessibleName() == "Resume practice: Blue"
    assert "turn 2 of 6" in card.accessibleDescription()
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    team = student.wait_for_phase(Phase.PLAN, 2)
    assert team.planning is not None
    assert team.planning.isVisible()


def test_that_sealed_orders_come_back_while_the_others_still_decide(
    qtbot: QtBot, themes: ThemeSwitch, saves: Path, tmp_path: Path
) -> None:
    student = Student(qtbot, themes, tmp_path / "window.ini")
    student.practise("after-tehran")
    student.key(Qt.Key.Key_Return, CTRL)
    student.wait_for(TeamScreen)
    student.key(Qt.Key.Key_Return, CTRL)
    team = student.wait_for_phase(Phase.PLAN, 1)
    student.key(Qt.Key.Key_Return, CTRL)
    running = student.practising
    assert running.is_adjudicating is True
    assert team.resting.progress.isVisible()

    QTest.mouseClick(team.resting.unseal, Qt.MouseButton.LeftButton)

    assert student.practising.is_adjudicating is False
    game = student.practising.bridge.game
    assert game.world.phase is Phase.PLAN
    assert game.world.sealed_orders(student.practising.solo.seat) is None
    assert team.planning is not None
    assert team.planning.isVisible()
