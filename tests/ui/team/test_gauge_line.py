"""A line of a seat's own state is read whole, however narrow its column is."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from wargame.model.seat_view import Gauge
from wargame.ui.team.seat_facts import GaugeLine
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.paint import text_width

GAUGE = Gauge("Interceptors", "100 % in the emptiest layer", 1.0, "Left by layer.")


@pytest.mark.parametrize("wide", [170, 200, 230, 260, 400])
def test_that_no_word_of_a_gauge_is_cut(dark: QApplication, qtbot: QtBot, wide: int) -> None:
    line = GaugeLine(GAUGE)
    qtbot.addWidget(line)
    line.setFixedWidth(wide)
    line.show()
    qtbot.waitUntil(lambda: line.name.width() >= text_width("Interceptors", text_font("table")))
    assert line.value.width() >= line.value.sizeHint().width()
    is_beside = line.value.x() > line.name.x()
    assert is_beside == (wide >= 260)
    assert line.height() >= (24 if is_beside else 40)
