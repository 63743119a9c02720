"""The seat's own map: what it knows and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.played import doctrine_game
from tests.scenes import ISR
from wargame.model.seat_view import SeatView
from wargame.ui.item_models.band_scales import band_scale
from wargame.ui.team.known_map import KnownMap, known_row
from wargame.ui.team.team_screen import TeamScreen


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SeatView]:
    game = doctrine_game(tmp_path_factory.mktemp("known"), 2)
    game.begin_next_turn()
    game.start_planning()
    yield game.view(ISR)
    game.close()


def test_that_every_arc_is_something_that_the_seat_knows(
    dark: QApplication, qtbot: QtBot, view: SeatView
) -> None:
    made = KnownMap(view, band_scale(view.bands))
    qtbot.addWidget(made)
    known = {event.number: event for event in view.known}
    assert made.map.arcs
    for arc in made.map.arcs:
        for number in arc.numbers:
            event = known[number]
            assert event.turn == 2
            assert arc.source == (event.actor or event.target)
            assert event.words in arc.words


def test_that_an_act_of_somebody_unknown_names_nobody(view: SeatView) -> None:
    event = next(e for e in view.known if e.move is not None and e.target and e.turn)
    row = known_row(replace(event, actor=None, sure=0.0))
    assert row.actor == event.target
    assert row.target is None
    assert not row.attributed
    assert "unknown actor" in row.words


def test_that_what_is_nobodys_act_or_past_is_not_drawn(view: SeatView) -> None:
    for event in view.known:
        if event.turn == 0 or event.move is None:
            assert known_row(event).act == 0


def test_that_ctrl_m_opens_the_map_on_the_teams_screen(
    dark: QApplication, qtbot: QtBot, view: SeatView
) -> None:
    screen = TeamScreen()
    qtbot.addWidget(screen)
    screen.resize(1280, 696)
    screen.show_view(view)
    screen.show()
    screen.activateWindow()
    assert QTest.qWaitForWindowActive(screen)
    QTest.keyClick(
        QApplication.focusWidget() or screen, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier
    )
    assert screen.sheet.isVisible()
    assert screen.sheet.title == "What we know, on the map"
    opened = screen.findChild(KnownMap)
    assert opened is not None
    assert opened.isVisible()
    assert opened.map.area.width() > 600
