"""The right column of the console keeps all that it shows whole, however high the window is."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.facilitator.console_views import console
from tests.ui.gallery_sample import SCALE
from tests.ui.outlooks import SPIRAL, outlook
from wargame.ui.charts.forecast.forecast_state import ForecastState
from wargame.ui.facilitator.facilitator_screen import FacilitatorScreen
from wargame.ui.facilitator.meter_column import ROOM, MeterColumn

DOUBT = "2 rulings stand: the law alone would not have come here."


def fill(column: MeterColumn, qtbot: QtBot) -> None:
    """Show everything that takes room: a forecast with a doubt, and the spiral number."""
    column.meter.spiral.show_spiral(SPIRAL)
    column.show_forecast(ForecastState(outlook(doubts=(DOUBT,))))
    history = column.history
    qtbot.waitUntil(lambda: history.plot is not None and history.plot.isVisible(), timeout=20_000)
    QApplication.sendPostedEvents()


def assert_whole(column: MeterColumn) -> None:
    """Nothing has less height than it needs, and the ladder ends inside its panel."""
    plot, meter = column.history.plot, column.meter
    assert plot is not None
    for part in (meter, plot, column.history.foot, meter.readout, meter.largest):
        assert part.height() >= part.minimumSizeHint().height(), type(part).__name__
    ladder = meter.ladder
    assert ladder.mapTo(meter, ladder.rect().bottomLeft()).y() < meter.height()


@pytest.mark.parametrize("height", [ROOM + 90, ROOM + 40, ROOM, ROOM - 1, 500])
def test_that_nothing_is_cut_off_at_any_height(
    dark: QApplication, qtbot: QtBot, height: int
) -> None:
    frame = QWidget()
    qtbot.addWidget(frame)
    # A window of its own would grow to what it needs.
    column = MeterColumn(SCALE, frame)
    column.resize(368, height)
    column.show_meter(console())
    frame.resize(column.size())
    frame.show()
    fill(column, qtbot)
    assert column.is_low == (height < ROOM)
    assert_whole(column)


def test_that_the_history_has_its_own_place_at_the_reference_size(
    dark: QApplication, qtbot: QtBot
) -> None:
    screen = FacilitatorScreen()
    qtbot.addWidget(screen)
    screen.resize(1440, 876)
    screen.show_console(console())
    screen.show()
    qtbot.waitUntil(lambda: screen.meter is not None)
    assert screen.meter is not None
    fill(screen.meter, qtbot)
    assert not screen.meter.is_low
    assert_whole(screen.meter)
    # A question before something that cannot be undone takes room, and moves nothing about.
    screen.foot.setFixedHeight(screen.foot.height() + 50)
    column, panel = screen.meter, screen.meter.meter
    qtbot.waitUntil(lambda: column.height() < 700)
    qtbot.waitUntil(lambda: panel.height() >= panel.minimumSizeHint().height())
    assert not screen.meter.is_low
    assert_whole(screen.meter)
    screen.hide()
