"""The parts that show a forecast: risks with intervals, progress, drivers, the spiral number."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from tests.ui.gallery_sample import SCALE
from tests.ui.outlooks import DRIVERS, SPIRAL, outlook
from wargame.model.outlook import Estimate
from wargame.ui.charts.forecast.drivers_chart import lay_out_drivers, reach_of
from wargame.ui.charts.forecast.drivers_page import DriversPage
from wargame.ui.charts.forecast.forecast_foot import ForecastFoot
from wargame.ui.charts.forecast.forecast_state import ForecastState, Preparing
from wargame.ui.charts.forecast.red_lines import PlotLine, drawn_lines, index_of_rung
from wargame.ui.charts.forecast.spiral_line import SpiralLine
from wargame.ui.charts.forecast.words import points_interval, risk_text, signed
from wargame.ui.charts.plot_legend import Mark, lay_out_legend
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.paint import text_width


@pytest.fixture
def foot(dark: QApplication, qtbot: QtBot) -> ForecastFoot:
    made = ForecastFoot()
    qtbot.addWidget(made)
    made.resize(344, 60)
    made.show()
    return made


def test_that_the_risk_stands_with_its_interval_and_with_what_it_is_not(
    foot: ForecastFoot,
) -> None:
    foot.show_state(ForecastState(outlook()))
    assert foot.risk_words == "All-out war by turn 12 7.1 % (95 %: 6.6 to 7.6)"
    assert foot.caption == "A property of this model, not of the world."
    assert "Truce on some front: 21 % (20 to 22)." in foot.toolTip()
    assert foot.accessibleName().startswith("All-out war by turn 12: 7.1 % (6.6 to 7.6)")


def test_that_every_doubt_stands_beside_what_the_risk_is_not(foot: ForecastFoot) -> None:
    doubts = (
        "Only 96 runs: what is rare may not have come up at all.",
        "A ruling stands: the law alone would not have come here.",
    )
    foot.show_state(ForecastState(outlook(doubts=doubts)))
    assert foot.caption == "A property of this model, not of the world."
    assert foot.doubts == " ".join(doubts)
    assert all(doubt in foot.accessibleName() for doubt in doubts)
    foot.show_state(ForecastState(outlook()))
    assert foot.doubts == ""


def test_that_a_single_doubt_has_room_in_the_narrowest_column(foot: ForecastFoot) -> None:
    rulings = "12 rulings stand: the law alone would not have come here."
    assert text_width(rulings, text_font("caption")) <= 318 - 16


def test_that_an_old_risk_says_that_it_is_old(foot: ForecastFoot) -> None:
    foot.show_state(ForecastState(outlook(), is_stale=True))
    assert foot.risk_words == "All-out war by turn 12 7.1 % (95 %: 6.6 to 7.6)"
    assert foot.caption == "Out of date. A property of this model, not of the world."


def test_that_nothing_is_said_of_a_risk_before_there_is_one(foot: ForecastFoot) -> None:
    foot.show_state(ForecastState())
    assert foot.risk_words == ""
    assert foot.legend.words == ("Played",)


def test_that_a_long_job_says_how_far_it_is_and_can_be_cancelled(
    foot: ForecastFoot, qtbot: QtBot
) -> None:
    foot.show_state(ForecastState(outlook(500), is_running=True))
    assert foot.working.text == ""
    assert not foot.working.shows_bar
    qtbot.waitUntil(lambda: foot.working.shows_bar, timeout=5_000)
    qtbot.waitUntil(lambda: foot.working.text == "500 of 10,000 runs", timeout=10_000)
    with qtbot.waitSignal(foot.cancel_wished):
        foot.working.cancel.click()
    foot.show_state(ForecastState(outlook(500)))
    assert foot.working.text == "From 500 of 10,000 runs"
    assert not foot.working.cancel.isVisible()
    with qtbot.waitSignal(foot.resume_wished):
        foot.working.resume.click()
    foot.show_state(ForecastState(outlook()))
    assert foot.working.text == ""
    assert foot.legend.words == ("Played", "Median", "50 %", "90 %")


def test_that_the_making_of_the_law_shows_without_a_way_to_cancel(
    foot: ForecastFoot, qtbot: QtBot
) -> None:
    words = "Preparing the forecast: 3 of 12 parts"
    foot.show_state(ForecastState(preparing=Preparing(words, 3, 12)))
    qtbot.waitUntil(lambda: foot.working.text == words, timeout=10_000)
    assert not foot.working.cancel.isVisible()


def test_that_a_failure_is_one_sentence(foot: ForecastFoot) -> None:
    fault = "The forecast could not be prepared; everything else works."
    foot.show_state(ForecastState(fault=fault))
    assert foot.working.text == fault


def test_that_the_legend_keeps_within_its_width() -> None:
    marks: tuple[Mark, ...] = ("played", "median", "half", "most", "line")
    for width in (344, 320, 300):
        parts = lay_out_legend(marks, width)
        assert parts[-1].words.right() < width
        assert all(a.words.right() < b.sign.left() for a, b in pairwise(parts))


def test_that_drivers_are_said_with_their_intervals(dark: QApplication, qtbot: QtBot) -> None:
    page = DriversPage()
    qtbot.addWidget(page)
    page.resize(344, 240)
    page.show()
    assert not page.chart.isVisible()
    page.show_state(ForecastState(outlook()))
    assert page.chart.isVisible()
    told = page.chart.accessibleName()
    assert "Weapons that got through, drawn in the runs: +5.8 points" in told
    assert "95 % interval +4.2 to +7.4" in told
    assert "Half-life of heat, a constant of the model: +1.7 points" in told
    with qtbot.waitSignal(page.uncertainty_wished) as wish:
        page.vary.click()
    assert wish.args == [True]
    page.show_state(ForecastState(outlook(drivers=())))
    assert not page.chart.isVisible()


def test_that_six_drivers_need_no_scrolling(dark: QApplication, qtbot: QtBot) -> None:
    page = DriversPage()
    qtbot.addWidget(page)
    page.resize(368, 188)
    page.show()
    page.show_state(ForecastState(outlook(drivers=(*DRIVERS, *DRIVERS)[:6])))
    QApplication.sendPostedEvents()
    area = page.findChild(QScrollArea)
    assert area is not None
    assert area.verticalScrollBar().maximum() == 0


def test_that_control_and_t_shows_the_drivers_as_a_table(dark: QApplication, qtbot: QtBot) -> None:
    page = DriversPage()
    qtbot.addWidget(page)
    page.resize(344, 240)
    page.show_state(ForecastState(outlook()))
    page.show()
    page.activateWindow()
    assert QTest.qWaitForWindowActive(page)
    page.chart.setFocus()
    QTest.keyClick(page.chart, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert page.table.isVisible()
    assert page.table.hasFocus()
    model = page.table.model()
    row = [model.index(1, column).data() for column in range(model.columnCount())]
    assert row == ["Choreographies that held", "−3.1", "−4.7 to −1.5"]
    QTest.keyClick(page.table, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert page.chart.isVisible()


def test_that_the_axis_of_drivers_holds_every_interval() -> None:
    reach = reach_of(DRIVERS)
    assert all(max(abs(d.difference.low), abs(d.difference.high)) <= reach for d in DRIVERS)
    for width in (344, 280):
        for place in lay_out_drivers(3, width):
            assert place.name.right() < place.axis.left() <= place.axis.right()
            assert place.axis.right() < place.number.left()
            assert place.number.right() < width


def test_that_the_spiral_number_explains_itself(dark: QApplication, qtbot: QtBot) -> None:
    line = SpiralLine()
    qtbot.addWidget(line)
    assert line.text == "–"
    line.show_spiral(SPIRAL)
    assert line.text == "0.84"
    assert line.meaning.startswith("Israel and Iran answer 60 % of acts")
    assert "Below 1 a shock dies out by itself" in line.meaning
    assert line.accessibleName().startswith("Spiral number 0.84.")
    line.show_spiral(replace(SPIRAL, number=1.3))
    assert line.text == "1.30"


def test_that_a_red_line_stands_where_its_rung_lies_in_its_band() -> None:
    assert index_of_rung(SCALE, 10) == 60
    assert index_of_rung(SCALE, 13) == pytest.approx(72)
    assert index_of_rung(SCALE, 20) == pytest.approx(80 + 20 * 5 / 6)
    assert index_of_rung(SCALE, 0) == 0


def test_that_the_next_red_line_above_is_named_first() -> None:
    lines = [
        PlotLine(9, "Hamas", "A raid"),
        PlotLine(14, "Iran", "The nuclear sites"),
        PlotLine(18, "Israel", "Any nuclear use"),
        PlotLine(18, "Iran", "Any nuclear use"),
    ]
    drawn = drawn_lines(SCALE, lines, 71.8)
    assert [words for _, words in drawn] == [
        "Iran: The nuclear sites",
        "Israel, Iran: R18",
        "Hamas: A raid",
    ]
    few = drawn_lines(SCALE, lines, 71.8, 1)
    assert [words for _, words in few] == ["Iran: The nuclear sites", "", ""]
    assert [index for index, _ in few] == [index for index, _ in drawn]


@pytest.mark.parametrize(
    ("of", "words"),
    [
        (Estimate(0.071, 0.066, 0.076), "7.1 % (6.6 to 7.6)"),
        (Estimate(0.0, 0.0, 0.004), "0 % (0 to 0.4)"),
        (Estimate(0.254, 0.2, 0.31), "25 % (20 to 31)"),
        (Estimate(0.0, 0.0, 0.00038), "0 % (0 to 0.04)"),
        (Estimate(0.9999, 0.9994, 1.0), "99.9 % (99.9 to 100)"),
    ],
)
def test_that_risks_print_with_their_interval(of: Estimate, words: str) -> None:
    assert risk_text(of) == words


def test_that_differences_print_with_true_signs() -> None:
    assert points_interval(Estimate(1.2, -0.4, 2.8)) == "−0.4 to +2.8"
    assert points_interval(Estimate(12.6, 12.3, 12.9)) == "+12 to +13"
    assert points_interval(Estimate(0.0, 0.0, 0.0)) == "none seen"
    assert points_interval(Estimate(14.2, 14.0, 14.4)) == "±0.2"
    assert points_interval(Estimate(0.01, 0.0, 0.02)) == "±0.01"
    assert signed(-0.04) == "0.0"
