"""Who learns of a move stands in a narrow column, however many they are."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from wargame.model.ids import ActorId
from wargame.model.ruling_views import Learner
from wargame.ui.adjudicate.learners_list import LearnersList

SEATS = ("ISR", "IRN", "USA", "HZB", "HAM", "HTH", "IRQ", "SYR", "QAT", "EGY", "KSA", "JOR")
NARROW = 328 - 24


@pytest.mark.parametrize("count", [1, 4, 5, 12])
def test_that_however_many_will_not_know_fit_the_column(
    dark: QApplication, qtbot: QtBot, count: int
) -> None:
    shown = LearnersList()
    qtbot.addWidget(shown)
    shown.show_learners(
        [Learner(ActorId(seat), "", 0.0, None, "") for seat in SEATS[:count]], {}, ()
    )
    assert shown.minimumSizeHint().width() <= NARROW
