"""How others may read an order: the chart, the same as a table, and the line that sums it up."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from tests.ui.team.conftest import Open, Seat
from tests.ui.team.seat_views import BANDS, IRN, ISR, KSA, QAT, USA, draft, readings
from wargame.model.ids import ActorId
from wargame.model.seat_view import ActorLabel, Reading
from wargame.ui.item_models.band_scales import band_scale
from wargame.ui.team.readings_chart import ROW, lay_out_chart
from wargame.ui.team.readings_digest import digest_words
from wargame.ui.team.readings_panel import by_weight

SCALE = band_scale(BANDS)
ORDER = draft(1, "M12", ISR, told=(KSA,)).order


def shown(open_seat: Open, size: tuple[int, int] = (1440, 876)) -> Seat:
    seat = open_seat(drafts=(draft(1, "M12", ISR, told=(KSA,)),), size=size)
    order = seat.page.composer.order
    assert order is not None
    seat.screen.show_readings(order, readings())
    return seat


@given(rung=st.floats(-5, 25), width=st.integers(200, 900), backwards=st.booleans())
def test_that_a_rung_stands_inside_its_own_band(rung: float, width: int, backwards: bool) -> None:
    places = lay_out_chart(SCALE, 3, width, backwards=backwards)
    kept = min(max(rung, 0.0), 20.0)
    span = SCALE.of_rung(round(kept))
    band = places.bands[span.number - 1]
    assert band.left() - 1 <= places.x(round(kept)) <= band.right() + 1
    assert places.plot.left() <= places.x(rung) <= places.plot.right() + 1


def test_that_bands_share_the_plot_without_a_gap() -> None:
    places = lay_out_chart(SCALE, 2, 500)
    edges = [band.left() for band in places.bands] + [places.bands[-1].right() + 1]
    assert edges[0] == places.plot.left()
    assert edges[-1] == places.plot.right() + 1
    assert [b.right() + 1 for b in places.bands[:-1]] == edges[1:-1]
    assert places.rows[1].top() - places.rows[0].top() == ROW


def test_that_those_whom_the_order_is_about_come_first() -> None:
    assert [reading.actor for reading in by_weight(readings(), ORDER)] == [ISR, KSA, USA, QAT]


def test_that_the_chart_says_in_words_what_it_draws(open_seat: Open) -> None:
    chart = shown(open_seat).page.readings.chart
    assert chart.rows[0].words == (
        "Israel: likely R15, between R12 and R17; may see a red line crossed"
    )
    assert chart.accessibleDescription().startswith(chart.rows[0].words)


def test_that_readings_of_another_order_are_not_shown(open_seat: Open) -> None:
    seat = open_seat(drafts=(draft(1, "M12", ISR),))
    other = replace(draft(1, "M12", ISR).order, message="Older")
    seat.screen.show_readings(other, readings())
    assert not seat.page.readings.isVisible()


def test_that_readings_are_asked_for_when_a_draft_was_sent(open_seat: Open) -> None:
    seat = open_seat(drafts=(draft(1, "M12", ISR),))
    seat.read.clear()
    seat.page.composer.message.insertPlainText("!")
    assert seat.read == []
    seat.screen.flush()
    assert [order.message for order in seat.read] == ["!"]


def test_that_ctrl_t_shows_the_same_as_a_table(open_seat: Open) -> None:
    seat = shown(open_seat)
    panel = seat.page.readings
    panel.chart.setFocus()
    seat.key(Qt.Key.Key_T, ctrl=True)
    assert panel.table.isVisible()
    assert not panel.chart.isVisible()
    assert panel.table.hasFocus()
    model = panel.table.model()
    first = [model.index(0, column).data() for column in range(model.columnCount())]
    assert first == ["Israel", "R12", "R15", "R17", "May be crossed"]
    assert model.rowCount() == 4
    seat.key(Qt.Key.Key_T, ctrl=True)
    assert panel.chart.hasFocus()


def test_that_the_dashed_line_follows_what_is_meant(open_seat: Open) -> None:
    seat = shown(open_seat)
    seat.page.composer.meant.slider.setValue(9)
    assert seat.page.readings.chart.accessibleName().startswith(
        "How others may read it. Meant as R9."
    )


def test_that_five_readers_are_shown_until_all_are_asked_for(open_seat: Open) -> None:
    seat = open_seat(drafts=(draft(1, "M12", ISR),))
    order = seat.page.composer.order
    assert order is not None
    many = tuple(Reading(ActorId(f"A{n}"), 12.0, 13.0, 14.0, may_cross=False) for n in range(7))
    seat.screen.show_readings(order, many)
    panel = seat.page.readings
    assert (len(panel.chart.rows), panel.more.text()) == (5, "All 7")
    panel.more.click()
    assert (len(panel.chart.rows), panel.more.text()) == (7, "Show 5")


@pytest.mark.parametrize(("size", "stands"), [((1440, 876), True), ((1280, 696), False)])
def test_that_low_windows_sum_the_readings_up(
    open_seat: Open, size: tuple[int, int], stands: bool
) -> None:
    seat = shown(open_seat, size)
    assert seat.page.area.digest.isVisible() is not stands
    assert seat.page.area.digest.text() == (
        "Others may read it as R13 to R15. Israel may see a red line crossed."
    )
    if not stands:
        seat.page.area.digest.show_chart.click()
        assert seat.page.readings.chart.hasFocus()


def test_that_one_rung_for_all_is_said_as_one() -> None:
    label = ActorLabel(IRN, "Iran", "iran-and-allies")
    same = (Reading(IRN, 3.0, 3.0, 3.0, may_cross=False),)
    assert digest_words(same, {IRN: label}) == "Others may read it as R3."
    assert digest_words((), {}) == ""
