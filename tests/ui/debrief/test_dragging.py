"""Dragging through a long game keeps up with the hand."""

from __future__ import annotations

import statistics
import time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.play.debrief.long_games import LONG, stretched
from tests.played import doctrine_game
from wargame.model.ids import ActorId
from wargame.play.debrief.course import Debrief
from wargame.play.debrief.replay import Replay, open_replay
from wargame.ui.debrief.debrief_screen import DebriefScreen

FRAME_MS = 1000.0 / 60


@pytest.fixture
def debrief(tmp_path_factory: pytest.TempPathFactory) -> Debrief:
    """A long game."""
    game = doctrine_game(tmp_path_factory.mktemp("dragging"), 4)
    game.close()
    played = open_replay(game.path)
    return Debrief(Replay(played.scenario, stretched(played.line)))


@pytest.mark.bench
@pytest.mark.usefixtures("themes")
def test_that_a_dragged_frame_takes_no_longer_than_a_frame(qtbot: QtBot, debrief: Debrief) -> None:
    course = debrief.course()
    assert course.events == LONG
    screen = DebriefScreen(course)
    qtbot.addWidget(screen)
    screen.moment_wished.connect(
        lambda place, seat: screen.show_moment(
            debrief.moment(place, ActorId(seat) if seat else None)
        )
    )
    screen.resize(1440, 876)
    screen.show()
    qtbot.waitUntil(lambda: screen.plot is not None)
    strip, left = screen.scrubber, Qt.MouseButton.LeftButton
    frames = []
    QTest.mousePress(strip, left, Qt.KeyboardModifier.NoModifier, QPoint(200, 40))
    for x in range(200, 800, 3):
        began = time.thread_time()
        QTest.mouseMove(strip, QPoint(x, 40))
        # What has changed is painted, as the window system asks for it.
        QTest.qWait(1)
        frames.append(1000 * (time.thread_time() - began))
    QTest.mouseRelease(strip, left, Qt.KeyboardModifier.NoModifier, QPoint(800, 40))
    assert strip.value() > LONG // 4
    assert statistics.median(frames) < FRAME_MS
