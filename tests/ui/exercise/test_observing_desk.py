"""Observers at the console: one key a mark, a note, a filter, and nothing typed by accident."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk
from wargame.play.control.observing import Observing
from wargame.ui.exercise.observing_desk import PAGE
from wargame.ui.facilitator.facilitator_screen import FacilitatorScreen
from wargame.ui.facilitator.observers_page import ObserversPage
from wargame.ui.theme.switch import ThemeSwitch


@pytest.fixture
def desk(qtbot: QtBot, themes: ThemeSwitch, saves: Path, tmp_path: Path) -> Iterator[Desk]:
    sat = Desk(qtbot, themes, tmp_path / "window.ini")
    sat.start("blank")
    yield sat
    sat.window.close()


def page_of(desk: Desk) -> ObserversPage:
    console = desk.wait_for(FacilitatorScreen)
    assert console.centre is not None
    console.centre.feed.show_page(PAGE)
    exercise = desk.window.exercise
    assert exercise is not None
    return exercise._observing.page


def marks(desk: Desk) -> list[tuple[str, int, str]]:
    exercise = desk.window.exercise
    assert exercise is not None
    return [
        (m.observation.observer, m.observation.tag.key, m.observation.note)
        for m in Observing(exercise.bridge.game).marked()
    ]


def test_that_one_key_marks_and_a_note_follows(desk: Desk) -> None:
    page = page_of(desk)
    page.name.setFocus()
    desk.type("Ada")
    desk.key(Qt.Key.Key_Return)
    assert page.current == "Ada"
    assert page.table.hasFocus()
    desk.key(Qt.Key.Key_1)
    desk.key(Qt.Key.Key_9)
    assert marks(desk) == [("Ada", 1, ""), ("Ada", 9, "")]
    desk.key(Qt.Key.Key_N)
    assert page.note.hasFocus()
    desk.type("They wait for 2 days")
    desk.key(Qt.Key.Key_Return)
    assert marks(desk) == [("Ada", 1, ""), ("Ada", 9, "They wait for 2 days")]
    model = page.table.model()
    assert model.rowCount() == 2
    page.filter.setText("wait")
    assert model.rowCount() == 1
    page.filter.clear()
    page.table.setFocus()
    page.table.setCurrentIndex(model.index(0, 0))
    desk.key(Qt.Key.Key_Delete)
    assert marks(desk) == [("Ada", 1, "")]


def test_that_several_observers_have_keys_of_their_own_team(desk: Desk) -> None:
    page = page_of(desk)
    for name, seat in (("Ada", "BLU"), ("Ben", "AMB")):
        page.choose_observer("+")
        page.name.setText(name)
        page.seat.set_current_key(seat)
        page.add.click()
    assert page.current == "Ben"
    mine = [str(chip.property("label")) for chip in page.chips]
    page.choose_observer("Ada")
    hers = [str(chip.property("label")) for chip in page.chips]
    assert mine != hers
    assert mine[-4:] == hers[-4:]
    page.chips[0].click()
    assert marks(desk) == [("Ada", 1, "")]


def test_that_a_refusal_is_one_sentence(desk: Desk) -> None:
    page = page_of(desk)
    page.add.click()
    assert desk.window.banner.text() == "An observer needs a name."
    page.table.setFocus()
    desk.key(Qt.Key.Key_1)
    assert marks(desk) == []
