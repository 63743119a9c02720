"""The guided first game, played through the window by somebody who does what it says."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.scenes import AMB, BLU, GRN, loaded
from tests.ui.desk import CTRL, Desk
from wargame.model.ids import MoveId, Phase
from wargame.model.lessons import Doing
from wargame.play.practice.lessons.progress import ProgressBook
from wargame.play.practice.lessons.shelf import guided_game
from wargame.ui.home.home_screen import HomeScreen
from wargame.ui.learning.guide_strip import GuideStrip
from wargame.ui.learning.learning_screen import LearningScreen
from wargame.ui.learning.pointer import Pointer
from wargame.ui.team.team_screen import TeamScreen
from wargame.ui.theme.switch import ThemeSwitch


class Newcomer(Desk):
    """Somebody who has read nothing."""

    def learn(self) -> LearningScreen:
        """From the start page to the learning page."""
        self.wait_for(HomeScreen)
        self.key(Qt.Key.Key_3, CTRL)
        return self.wait_for(LearningScreen)

    def begin(self) -> TeamScreen:
        """From the learning page into the game."""
        page = self.wait_for(LearningScreen)
        assert page.guided is not None
        self.click(page.guided)
        return self.wait_for(TeamScreen)

    @property
    def strip(self) -> GuideStrip:
        """The instruction that is shown."""
        return self.wait_for(GuideStrip)

    def is_in(self, phase: Phase) -> bool:
        """Whether the game that is open is in this phase."""
        assert self.window.practising is not None
        return self.window.practising.bridge.game.world.phase is phase

    def is_shown(self, widget: QWidget | None) -> bool:
        """Whether the outline lies around this part of the screen."""
        pointer = self.seen(Pointer)
        return pointer is not None and widget is not None and pointer.target is widget

    def click(self, widget: QWidget) -> None:
        """Press what can be seen."""
        assert widget.isVisible()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def wait_for_step(self, title: str) -> None:
        """Until the guide says this."""
        self._qtbot.waitUntil(lambda: self.strip.title == title, timeout=60_000)

    def add_order(self, move: str) -> TeamScreen:
        """Find a move by its name and press the button that adds it."""
        self.write_order(loaded("an-answer-owed").scenario.move[MoveId(move)].name, BLU)
        team = self.wait_for(TeamScreen)
        assert team.planning is not None
        put = team.planning.composer.head.put
        if put.isVisible():
            self.click(put)
        return team

    def warn(self, hours: str) -> None:
        """Choose hours of warning and tell Green."""
        team = self.wait_for(TeamScreen)
        assert team.planning is not None
        field = team.planning.composer.warning
        field.hours.setFocus()
        for _ in range(4):
            if field.hours.current() == hours:
                break
            self.key(Qt.Key.Key_Right)
        assert field.hours.current() == hours
        menu = field.told.list_others()
        next(action for action in menu.actions() if action.data() == GRN).trigger()

    def wait_for_report(self) -> None:
        """Until Green says that it has spoken with Blue."""
        assert self.window.practising is not None
        game = self.window.practising.bridge.game
        read = game.scenario.layout.read
        self._qtbot.waitUntil(
            lambda: read(game.world.values, "channel", BLU, AMB) > 0.5, timeout=20_000
        )

    def send_word(self, text: str) -> None:
        """Let Green carry a message to Blue."""
        team = self.wait_for(TeamScreen)
        assert team.channels is not None
        compose = team.channels.compose
        assert team.channels.tabs.current() == GRN
        compose.carry.setFocus()
        for _ in range(compose.carry.count()):
            if compose.carry.current_key() == BLU:
                break
            self.key(Qt.Key.Key_Down)
        assert compose.carry.current_key() == BLU
        compose.text.setFocus()
        self.type(text)
        self.click(compose.send)
        assert not compose.note.text()


def test_that_no_other_button_comes_to_where_next_was(dark: object, qtbot: QtBot) -> None:
    guided = guided_game()
    assert guided is not None
    strip = GuideStrip(guided)
    qtbot.addWidget(strip)
    strip.resize(760, 96)
    strip.show()
    strip.show_step(1, guided.steps[0])
    qtbot.waitUntil(lambda: strip.forth.x() > strip.leave.x(), timeout=5_000)
    was = strip.forth.geometry()
    does = next(n for n, step in enumerate(guided.steps) if step.doing is not Doing.READ)
    strip.show_step(does + 1, guided.steps[does])
    layout = strip.layout()
    assert layout is not None
    layout.activate()
    assert not strip.forth.isVisible()
    assert not was.intersects(strip.leave.geometry())
    assert not was.intersects(strip.skip.geometry())


@pytest.fixture
def newcomer(qtbot: QtBot, themes: ThemeSwitch, saves: Path, tmp_path: Path) -> Newcomer:
    return Newcomer(qtbot, themes, tmp_path / "window.ini")


def test_that_the_first_game_is_played_by_doing_what_it_says(
    newcomer: Newcomer, qtbot: QtBot
) -> None:
    newcomer.learn()
    team = newcomer.begin()
    titles = [newcomer.strip.title]
    assert newcomer.is_shown(team.seat)
    for place in (team.index, team.knowledge):
        newcomer.click(newcomer.strip.forth)
        titles.append(newcomer.strip.title)
        assert newcomer.is_shown(place)
    newcomer.click(newcomer.strip.forth)
    assert titles == ["You are Amber", "The meter", "What you know"]
    assert newcomer.strip.title == "Begin"
    assert not newcomer.strip.forth.isVisible()

    assert team.brief is not None
    assert newcomer.is_shown(team.brief.go_on)
    newcomer.click(team.brief.go_on)
    newcomer.wait_for_step("The answer")
    newcomer.add_order("M13")
    newcomer.wait_for_step("Warning")
    assert team.planning is not None
    assert newcomer.is_shown(team.planning.composer.warning)
    newcomer.warn("30")
    newcomer.wait_for_step("The back-channel")
    newcomer.send_word("One strike, then we stop.")
    newcomer.wait_for_step("Seal")
    newcomer.wait_for_report()
    assert newcomer.is_shown(team.planning.strip.seal)
    newcomer.click(team.planning.strip.seal)
    newcomer.wait_for_step("What came of it")
    newcomer.click(newcomer.strip.forth)
    assert newcomer.strip.title == "Next"
    newcomer.click(team.resting.go_on)
    newcomer.wait_for_step("The way out")
    newcomer.add_order("M21")
    newcomer.wait_for_step("Seal again")
    newcomer.click(team.planning.strip.seal)
    newcomer.wait_for_step("That is the game")
    newcomer.click(newcomer.strip.forth)
    assert newcomer.strip.title == "You have played your first game"

    assert newcomer.window.practising is not None
    game = newcomer.window.practising.bridge.game
    (message,) = game.world.channels.messages
    assert (message.sender, message.to, message.via) == (AMB, BLU, GRN)
    path = game.world.index_path
    assert path[0] < path[2] < path[1]
    newcomer.click(newcomer.strip.forth)
    page = newcomer.wait_for(LearningScreen)
    assert newcomer.seen(TeamScreen) is None
    guided = guided_game()
    assert guided is not None
    assert ProgressBook().guided(guided.id).done_at
    assert page._guided_state.text().startswith("Done on ")


def test_that_the_first_game_is_left_and_taken_up_where_it_was(
    newcomer: Newcomer, qtbot: QtBot
) -> None:
    newcomer.learn()
    team = newcomer.begin()
    newcomer.click(newcomer.strip.forth)
    assert team.brief is not None
    newcomer.click(team.brief.go_on)
    newcomer.wait_for_step("The answer")
    newcomer.add_order("M13")
    newcomer.wait_for_step("Warning")
    newcomer.key(Qt.Key.Key_W, CTRL)
    page = newcomer.learn()
    assert "step 6 of 14" in page._guided_state.text()
    newcomer.begin()
    newcomer.wait_for_step("Warning")
    assert newcomer.is_in(Phase.PLAN)
    newcomer.key(Qt.Key.Key_W, CTRL)
    page = newcomer.learn()
    newcomer.click(page.anew)
    newcomer.wait_for_step("You are Amber")
    assert newcomer.is_in(Phase.BRIEF)


def test_that_the_guide_can_be_sent_away_and_the_game_goes_on(newcomer: Newcomer) -> None:
    newcomer.learn()
    team = newcomer.begin()
    newcomer.click(newcomer.strip.leave)
    assert newcomer.seen(GuideStrip) is None
    assert newcomer.seen(Pointer) is None
    assert team.brief is not None
    newcomer.click(team.brief.go_on)
    assert newcomer.is_in(Phase.PLAN)
    assert newcomer.seen(GuideStrip) is None
    newcomer.key(Qt.Key.Key_W, CTRL)
    page = newcomer.learn()
    assert page._guided_state.text() == "14 short steps, about 10 minutes"


def test_that_every_place_that_the_guide_points_to_is_on_the_screen() -> None:
    guided = guided_game()
    assert guided is not None
    known = {"seat", "index", "known", "start", "moves", "warning", "channels", "seal", "outcome"}
    assert {step.place for step in guided.steps if step.place} <= {*known, "go-on", "composer"}
