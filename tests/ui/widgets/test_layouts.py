"""Where painted controls put their parts: plain arithmetic, tested without a window."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize

from wargame.ui.theme.bands import BandScale, BandSpan
from wargame.ui.theme.item_roles import SparkValue
from wargame.ui.widgets.band_glyph import glyph_bars
from wargame.ui.widgets.ladder_gauge import index_y, lay_out_ladder
from wargame.ui.widgets.painted_button import lay_out_button
from wargame.ui.widgets.pin_field import pin_boxes
from wargame.ui.widgets.rung_slider import lay_out_slider
from wargame.ui.widgets.seal_progress import lay_out_segments as lay_out_seals
from wargame.ui.widgets.segmented import lay_out_segments
from wargame.ui.widgets.sparkline import spark_points
from wargame.ui.widgets.stepper import lay_out_steps
from wargame.ui.widgets.waterfall import lay_out_waterfall, signed

FIVE = BandScale(
    (
        BandSpan(1, "Steady", 0, 2, 0, 20),
        BandSpan(2, "Posture", 3, 5, 20, 35),
        BandSpan(3, "Shadow war", 6, 9, 35, 60),
        BandSpan(4, "Direct strikes", 10, 14, 60, 80),
        BandSpan(5, "Open war", 15, 20, 80, 100),
    )
)


def end(rect: QRect) -> int:
    """The first pixel column after a rectangle."""
    return rect.left() + rect.width()


@given(count=st.integers(3, 9), width=st.integers(60, 400), height=st.integers(200, 600))
def test_that_ladder_bands_fill_the_height_in_order_without_overlap(
    count: int, width: int, height: int
) -> None:
    rows = lay_out_ladder(count, width, height)
    assert rows[0].body.bottom() + 1 == height
    assert rows[-1].body.top() == 0
    for lower, upper in pairwise(rows):
        assert upper.body.bottom() < lower.body.top()
    tall = [row.body.height() for row in rows]
    assert max(tall) - min(tall) <= 3
    assert all(end(row.number) == row.body.left() and end(row.body) == width for row in rows)


@pytest.mark.parametrize(
    ("index", "y"), [(0, 250), (20, 200), (35, 150), (60, 100), (70, 75), (80, 50), (100, 0)]
)
def test_that_the_pointer_stands_at_its_share_of_the_band(index: float, y: float) -> None:
    assert index_y(FIVE, index, 250) == pytest.approx(y)


@given(st.floats(0, 100), st.floats(0, 100))
def test_that_a_higher_index_never_points_lower(first: float, second: float) -> None:
    low, high = sorted((first, second))
    assert index_y(FIVE, high, 220) <= index_y(FIVE, low, 220) + 1e-9


@given(
    start=st.floats(0, 100),
    deltas=st.lists(st.floats(-30, 30), max_size=12),
    width=st.integers(60, 400),
)
def test_that_waterfall_bars_join_and_stay_inside(
    start: float, deltas: list[float], width: int
) -> None:
    places = lay_out_waterfall(start, deltas, 10, 10 + width)
    assert len(places.bars) == len(deltas)
    assert len(places.joints) == len(deltas) + 1
    for (x, wide, went_up), delta, (before, after) in zip(
        places.bars, deltas, pairwise(places.joints), strict=True
    ):
        assert went_up == (delta >= 0)
        assert x == min(before, after)
        assert wide == max(1, abs(after - before))
        assert x >= 10
        assert x + wide <= 10 + width + 1
    assert places.end == places.joints[-1]


def test_that_the_waterfall_uses_its_whole_width() -> None:
    places = lay_out_waterfall(75.6, [2.6, 1.9, -9.7], 0, 100)
    assert min(places.joints) == 0
    assert max(places.joints) == 100


def test_that_a_waterfall_without_changes_stands_in_the_middle() -> None:
    places = lay_out_waterfall(40, [], 0, 100)
    assert (places.start, places.end, places.bars) == (50, 50, ())


@pytest.mark.parametrize(
    ("value", "text"), [(2.6, "+2.6"), (-1.44, "−1.4"), (0.04, "0.0"), (-0.04, "0.0"), (0, "0.0")]
)
def test_that_changes_print_with_a_true_minus_and_no_sign_on_zero(value: float, text: str) -> None:
    assert signed(value) == text


@given(count=st.integers(3, 9), width=st.integers(14, 60), height=st.integers(10, 40))
def test_that_glyph_bars_rise_on_whole_pixels(count: int, width: int, height: int) -> None:
    box = QRect(3, 5, width, height)
    bars = glyph_bars(box, count)
    assert len(bars) == count
    assert all(bar.bottom() == box.bottom() for bar in bars)
    assert [bar.height() for bar in bars] == sorted(bar.height() for bar in bars)
    assert bars[-1].height() == height
    for left, right in pairwise(bars):
        assert right.left() > end(left) - 1
    assert end(bars[-1]) <= end(box) + count


@pytest.mark.parametrize("width", [120, 344, 358, 501])
def test_that_slider_pieces_cover_the_track_and_the_handle_meets_its_tick(width: int) -> None:
    for rung in range(21):
        places = lay_out_slider(FIVE, rung, width)
        assert len(places.pieces) == 5
        assert len(places.ticks) == 21
        assert places.pieces[0].left() == 4
        assert end(places.pieces[-1]) == width - 4
        for left, right in pairwise(places.pieces):
            assert right.left() - end(left) == 2
        assert places.handle.left() + places.handle.width() // 2 == places.ticks[rung]
        band = FIVE.of_rung(rung).number - 1
        piece = places.pieces[band]
        assert piece.left() <= places.ticks[rung] <= end(piece) + 2


@given(st.lists(st.integers(20, 120), min_size=1, max_size=6), st.integers(0, 300))
def test_that_segments_fill_their_box_exactly(wanted: list[int], spare: int) -> None:
    places = lay_out_segments(wanted, sum(wanted) + spare, 32)
    assert places[0].left() == 0
    assert end(places[-1]) == sum(wanted) + spare
    for want, place in zip(wanted, places, strict=True):
        assert place.width() >= want
    for left, right in pairwise(places):
        assert end(left) == right.left()


def test_that_no_segments_take_no_room() -> None:
    assert lay_out_segments([], 100, 32) == ()


@given(total=st.integers(1, 30), width=st.integers(120, 400))
def test_that_seal_segments_end_at_the_edge(total: int, width: int) -> None:
    places = lay_out_seals(total, width)
    assert len(places) == total
    assert places[0].left() == 0
    assert end(places[-1]) == width
    wide = [place.width() for place in places]
    assert max(wide) - min(wide) <= 1


@given(st.lists(st.integers(20, 120), min_size=1, max_size=5), st.data())
def test_that_steps_are_done_now_or_later(widths: list[int], data: st.DataObject) -> None:
    current = data.draw(st.integers(0, len(widths) - 1))
    places = lay_out_steps(widths, current, 47)
    states = [place.state for place in places]
    assert states == [
        "done" if n < current else "now" if n == current else "later" for n in range(len(widths))
    ]
    for left, right in pairwise(places):
        assert end(left.whole) <= left.chevron.left()
        assert end(left.chevron) <= right.whole.left()
    assert places[-1].chevron.isEmpty()
    for place, width in zip(places, widths, strict=True):
        assert place.label.width() == width
        assert place.whole.contains(place.label)


def test_that_button_parts_are_centred_together_without_a_hint() -> None:
    parts = lay_out_button(QSize(200, 40), 16, (16, 60, 0, 0))
    used = end(parts.text) - parts.icon.left()
    assert used == 16 + 8 + 60
    assert abs(parts.icon.left() - (200 - end(parts.text))) <= 1
    assert parts.hint.isEmpty()


def test_that_a_hint_sends_the_label_to_the_start_and_itself_to_the_end() -> None:
    parts = lay_out_button(QSize(320, 40), 16, (16, 160, 0, 64))
    assert parts.icon.left() == 16
    assert end(parts.hint) == 320 - 16
    assert end(parts.text) <= parts.hint.left()


@given(st.integers(60, 400), st.integers(0, 300), st.integers(0, 80))
def test_that_button_parts_never_leave_the_button(width: int, text: int, hint: int) -> None:
    parts = lay_out_button(QSize(width, 32), 12, (16, text, 0, hint))
    assert parts.text.isEmpty() or end(parts.text) <= width - 12 + 1


def test_that_pin_boxes_run_left_to_right() -> None:
    boxes = pin_boxes()
    assert [box.size() for box in boxes] == [QSize(56, 64)] * 4
    assert [box.left() for box in boxes] == [0, 68, 136, 204]


def test_that_a_sparkline_of_a_short_game_is_short() -> None:
    value = SparkValue(((0, 0.0), (4, 100.0)), turns=12, threshold=60, peak_band=5)
    first, last = spark_points(value, QRect(0, 0, 120, 20))
    assert first.x() == 0
    assert last.x() == pytest.approx(40)
    assert last.y() < first.y()
