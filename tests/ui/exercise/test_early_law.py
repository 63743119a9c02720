"""The law that is compiled while the start page stands: begun late, ended with the page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from wargame.play.forecasts.compiled_law import LawState, Preparation
from wargame.ui.exercise import early_law
from wargame.ui.exercise.early_law import EarlyLaw


class PlannedLaw:
    """A law that is ready when it is asked the second time."""

    def __init__(self) -> None:
        self.started, self.asked, self.ended = 0, 0, 0

    def start(self) -> None:
        self.started += 1

    def now(self) -> Preparation:
        self.asked += 1
        return Preparation(LawState.COMPILING if self.asked < 2 else LawState.READY, 1, 4, "...")

    def end(self) -> None:
        self.ended += 1


@pytest.fixture
def wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WARGAME_FORECAST", "on")
    monkeypatch.setattr(early_law, "QUIET_MS", 1)


@pytest.fixture
def owner(qtbot: QtBot) -> QObject:
    return QObject()


def test_that_the_law_is_compiled_once_the_page_has_stood(
    wanted: None, owner: QObject, qtbot: QtBot
) -> None:
    law = PlannedLaw()
    early = EarlyLaw(lambda: law, owner)
    with qtbot.waitSignal(early.done):
        early.begin()
    assert law.started == 1
    early.end()
    early.end()
    assert law.ended == 1


def test_that_a_page_that_is_left_at_once_compiles_nothing(
    wanted: None, owner: QObject, qtbot: QtBot
) -> None:
    law = PlannedLaw()
    early = EarlyLaw(lambda: law, owner)
    early.begin()
    early.end()
    other = EarlyLaw(PlannedLaw, owner)
    with qtbot.waitSignal(other.done):
        other.begin()
    other.end()
    assert law.started == 0


def test_that_nothing_is_compiled_where_forecasts_are_off(
    owner: QObject, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(early_law, "QUIET_MS", 1)
    monkeypatch.setenv("WARGAME_FORECAST", "off")
    law = PlannedLaw()
    EarlyLaw(lambda: law, owner).begin()
    monkeypatch.setenv("WARGAME_FORECAST", "on")
    other = EarlyLaw(PlannedLaw, owner)
    with qtbot.waitSignal(other.done):
        other.begin()
    other.end()
    assert law.started == 0
