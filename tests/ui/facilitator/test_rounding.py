"""What is printed adds up to what is printed."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from wargame.ui.facilitator.rounding import percentages, printed_steps, shares_of

points = st.floats(min_value=-30, max_value=30, allow_nan=False)
index = st.floats(min_value=0, max_value=100, allow_nan=False)


def tenths(value: float) -> int:
    """A printed number in tenths, read off its print."""
    return round(float(f"{value:.1f}") * 10)


@given(start=index, changes=st.lists(points, min_size=1, max_size=12))
def test_that_printed_changes_lead_from_the_printed_start_to_the_printed_end(
    start: float, changes: list[float]
) -> None:
    end = math.fsum([start, *changes])
    shown = printed_steps(start, changes, end)
    assert tenths(start) + sum(tenths(change) for change in shown) == tenths(end)


@given(start=index, changes=st.lists(points, min_size=1, max_size=12))
def test_that_no_printed_change_is_a_whole_tenth_and_more_off(
    start: float, changes: list[float]
) -> None:
    shown = printed_steps(start, changes, math.fsum([start, *changes]))
    # Start and end are rounded too, so one change may take up a little more than its own share.
    assert all(abs(was - is_) < 0.2 for was, is_ in zip(changes, shown, strict=True))


@given(st.lists(st.floats(min_value=0.001, max_value=1), min_size=1, max_size=12))
def test_that_percentages_of_a_whole_sum_to_a_hundred(parts: list[float]) -> None:
    total = math.fsum(parts)
    shown = percentages([part / total for part in parts])
    assert sum(shown) == 100
    assert min(shown) >= 0


def test_that_no_changes_stay_no_changes() -> None:
    assert printed_steps(50.0, [], 50.0) == ()
    assert shares_of([], 0) == ()


def test_that_shares_of_something_else_than_a_whole_are_rounded_one_by_one() -> None:
    assert percentages([0.126, 0.252]) == (13, 25)
