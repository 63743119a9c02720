"""What a team is told of its drafts: differences with intervals, and the ranking of its moves."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGraphicsView
from pytestqt.qtbot import QtBot

from tests.ui.gallery_sample import SCALE
from tests.ui.outlooks import ISR, QAT, move_outlook, outlook, ranking
from tests.ui.team.conftest import Open
from tests.ui.team.seat_views import LABELS, seat_view
from wargame.model.ids import MoveId
from wargame.model.orders import Order
from wargame.model.outlook import Estimate
from wargame.ui.charts.forecast.forecast_state import ForecastState, MoveState, RankingState
from wargame.ui.team.course_page import CoursePage
from wargame.ui.team.outlook_strip import OutlookStrip
from wargame.ui.team.ranking_sheet import RankingSheet

ORDER = Order(MoveId("M12"), target=ISR)
MOVES = (
    ("M12", "Direct barrage", ISR, 0.03),
    ("I04", "Message", QAT, -0.02),
    ("M13", "Stand down", None, 0.0),
)


@pytest.fixture
def strip(dark: QApplication, qtbot: QtBot) -> OutlookStrip:
    made = OutlookStrip()
    qtbot.addWidget(made)
    made.resize(480, 76)
    made.show()
    return made


@pytest.fixture
def sheet(dark: QApplication, qtbot: QtBot) -> RankingSheet:
    made = RankingSheet(SCALE, {label.id: label for label in LABELS})
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    return made


def figures(strip: OutlookStrip) -> list[str]:
    return [
        f"{figure.value.text()} {figure.interval.text()}".strip()
        for figure in (*strip.figures, strip.risk)
    ]


def names(sheet: RankingSheet) -> list[str]:
    return [ranked.name for ranked in sheet.moves]


def test_that_every_difference_stands_with_its_interval(strip: OutlookStrip) -> None:
    strip.show_state(MoveState(move_outlook(ORDER)))
    assert figures(strip) == [
        "+2.1 +1.4 to +2.8",
        "+3.4 +2.5 to +4.3",
        "+1.2 −0.4 to +2.8",
        "+0.8 +0.2 to +1.4",
    ]
    assert strip.note == "against holding still, in this model; 95 % intervals"
    assert "A property of this model, not of the world." in strip.toolTip()
    assert "with the order 7.9 % (7.0 to 8.8)" in strip.accessibleDescription()


def test_that_an_unfinished_order_says_what_it_waits_for(strip: OutlookStrip) -> None:
    strip.show_state(MoveState(wait="Choose a target to see what may follow."))
    assert strip.text == "Choose a target to see what may follow."
    strip.show_state(MoveState(move_outlook(ORDER)))
    assert strip.text == ""


def test_that_an_old_what_if_stays_and_says_that_it_is_old(strip: OutlookStrip) -> None:
    strip.show_state(MoveState(move_outlook(ORDER), is_stale=True, is_running=True))
    assert strip.note == "out of date"
    assert figures(strip)[0].startswith("+2.1")


def test_that_a_cancelled_what_if_says_of_how_many_runs_it_is(strip: OutlookStrip) -> None:
    found = replace(move_outlook(ORDER), runs=160, doubts=("Only 160 runs.",))
    strip.show_state(MoveState(found, is_running=True))
    assert strip.note.startswith("against holding still")
    strip.show_state(MoveState(found))
    assert strip.note == "from 160 of 1,600 pairs of runs. Only 160 runs."
    strip.show_state(MoveState(replace(found, runs=480, doubts=())))
    assert strip.note == "from 480 of 1,600 pairs of runs"


def test_that_a_turn_beyond_the_game_has_no_figure(strip: OutlookStrip) -> None:
    found = move_outlook(ORDER)
    strip.show_state(MoveState(replace(found, index=found.index[:1])))
    assert figures(strip)[1:3] == ["–", "–"]
    assert "Index in 6 turns: the game is over by then" in strip.figures[2].toolTip()


def test_that_the_moves_stand_by_risk_and_can_be_ordered_otherwise(sheet: RankingSheet) -> None:
    assert sheet.moves == ()
    sheet.show_state(RankingState(ranking(*MOVES)))
    assert names(sheet) == ["Message", "Stand down", "Direct barrage"]
    sheet.table.order_by(0)
    assert names(sheet) == ["Direct barrage", "Message", "Stand down"]


def test_that_the_ranking_fills_as_moves_are_tried(sheet: RankingSheet, qtbot: QtBot) -> None:
    sheet.show_state(RankingState(is_running=True))
    sheet.show_state(RankingState(ranking(*MOVES[:2], total=24), is_running=True))
    assert len(sheet.moves) == 2
    qtbot.waitUntil(lambda: sheet.text == "2 of 24 moves", timeout=10_000)
    with qtbot.waitSignal(sheet.cancel_wished):
        sheet.working.cancel.click()
    sheet.show_state(RankingState(ranking(*MOVES[:2], total=24)))
    assert sheet.text == "From 2 of 24 moves."


@pytest.mark.parametrize(("left", "last"), [(4, "3 turns"), (2, "1 turn"), (12, "6 turns")])
def test_that_the_furthest_turn_of_the_game_stands_with_its_interval(
    dark: QApplication, qtbot: QtBot, left: int, last: str
) -> None:
    sheet = RankingSheet(SCALE, {label.id: label for label in LABELS}, left)
    qtbot.addWidget(sheet)
    sheet.show_state(RankingState(ranking(*MOVES)))
    model = sheet.table.model()
    heads = [
        model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())
    ]
    assert heads[-2:] == [last, "All-out war"]
    assert " to " in model.index(0, len(heads) - 2).data()
    assert names(sheet) == ["Message", "Stand down", "Direct barrage"]


def test_that_what_no_run_has_shown_is_not_called_nothing(sheet: RankingSheet) -> None:
    found = ranking(MOVES[0])
    still = replace(found.moves[0].outlook, all_out=Estimate(0.0, 0.0, 0.0))
    sheet.show_state(RankingState(replace(found, moves=(replace(found.moves[0], outlook=still),))))
    model = sheet.table.model()
    assert model.index(0, model.columnCount() - 1).data() == "none seen"


def test_that_a_click_brings_a_ranked_move_into_the_composer(open_seat: Open, qtbot: QtBot) -> None:
    seat = open_seat()
    assert not seat.page.rank.isVisible()
    seat.screen.offer_ranking()
    assert seat.page.rank.isVisible()
    with qtbot.waitSignal(seat.screen.ranking_wished):
        seat.page.rank.click()
    shown = seat.screen.ranking
    assert shown is not None
    seat.screen.show_ranking(RankingState(ranking(*MOVES)))
    row = shown.table.model().index(2, 0)
    with qtbot.waitSignal(seat.screen.ranking_cancelled):
        QTest.mouseClick(
            shown.table.viewport(),
            Qt.MouseButton.LeftButton,
            pos=shown.table.visualRect(row).center(),
        )
    order = seat.page.composer.order
    assert order is not None
    assert (order.move, order.target) == ("M12", ISR)
    assert seat.screen.ranking is None
    assert not seat.screen.sheet.isVisible()
    # Looking is not ordering: the sheet is as it was until the team adds it.
    assert seat.page.writer.sheet.filled == ()


def test_that_a_line_that_a_team_draws_is_drawn_in_its_plot(open_seat: Open, qtbot: QtBot) -> None:
    from wargame.ui.charts.flag_label import FlagLabel

    seat = open_seat()
    index = seat.screen.index
    assert index is not None
    qtbot.waitUntil(lambda: index.plot is not None, timeout=20_000)
    drawn = index.plot.findChild(QGraphicsView) if index.plot is not None else None
    assert drawn is not None

    def labels() -> int:
        return sum(isinstance(item, FlagLabel) for item in drawn.scene().items())

    before, view = labels(), seat_view()
    mine = replace(view.red_lines[0], id="ours", text="Anything at all", rung=17.0, crossed=None)
    seat.screen.show_dealings(replace(view, red_lines=(*view.red_lines, mine)))
    assert labels() == before + 1


def test_that_the_seat_has_a_fan_and_red_lines_of_its_own(open_seat: Open, qtbot: QtBot) -> None:
    seat = open_seat()
    index = seat.screen.index
    assert index is not None
    qtbot.waitUntil(lambda: index.plot is not None, timeout=20_000)
    assert index.plot is not None
    assert index.foot.isHidden()
    seat.screen.show_forecast(ForecastState(outlook()))
    assert "Forecast for the end of turn 4" in index.plot.accessibleName()
    assert index.head.aside == "10,000 runs, 0.8 s"
    assert index.foot.isVisible()
    assert index.foot.caption == "A property of this model, not of the world."


def test_that_the_risk_stands_alone_where_the_plot_has_no_room(
    open_seat: Open, qtbot: QtBot
) -> None:
    seat = open_seat()
    index = seat.screen.index
    assert index is not None
    seat.screen.resize(1280, 696)
    seat.screen.show_forecast(ForecastState(outlook()))
    assert index.foot.isVisible()
    assert index.foot.risk_words.startswith("All-out war by turn 12")
    assert not index.foot.legend.isVisible()
    index.widen.click()
    course = seat.screen.sheet.findChild(CoursePage)
    assert course is not None
    assert "Forecast for the end of turn 4" in course.plot.accessibleName()
    assert course.foot.legend.isVisible()
    seat.screen.show_forecast(ForecastState(outlook(500), is_running=True))
    assert course.foot.risk_words.startswith("All-out war by turn 12")
    with qtbot.waitSignal(seat.screen.forecast_cancelled):
        course.foot.working.cancel.click()
    seat.screen.sheet.dismiss()
    fault = "The forecast could not be prepared; everything else works."
    seat.screen.show_forecast(ForecastState(fault=fault))
    assert index.foot.working.isVisible()
    assert index.foot.working.text == fault
