"""Going back leaves the log as it is and counts another way through it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wargame.engine.standing_log import standing
from wargame.errors import InternalError
from wargame.model.events import OutcomePublished, Record, WentBack


def log(*steps: int) -> list[Record]:
    """A log in which a positive number goes back to that event and 0 is any other event."""
    return [
        Record(number, "", WentBack(to, "") if to else OutcomePublished(number))
        for number, to in enumerate(steps, start=1)
    ]


def test_that_a_log_without_going_back_stands_whole() -> None:
    assert [record.number for record in standing(log(0, 0, 0))] == [1, 2, 3]


def test_that_what_going_back_left_out_does_not_stand() -> None:
    assert [record.number for record in standing(log(0, 0, 0, 1, 0))] == [1, 5]


def test_that_going_forward_again_brings_back_what_was_left_out() -> None:
    assert [record.number for record in standing(log(0, 0, 0, 1, 3, 0))] == [1, 2, 3, 6]


def test_that_going_back_to_a_going_back_stands_where_that_led() -> None:
    assert [record.number for record in standing(log(0, 0, 0, 1, 0, 4))] == [1]


@pytest.mark.parametrize("to", [3, 4])
def test_that_nothing_goes_back_to_what_comes_later(to: int) -> None:
    with pytest.raises(InternalError):
        standing(log(0, 0, to))


@given(st.lists(st.integers(min_value=0, max_value=60), max_size=40))
def test_that_a_line_that_stands_is_the_line_of_the_event_it_went_back_to(wish: list[int]) -> None:
    steps = [min(to, at) for at, to in enumerate(wish, start=1)]
    records = log(0, *steps)
    line = standing(records)
    numbers = [record.number for record in line]
    assert numbers == sorted(set(numbers))
    assert numbers[0] == 1
    last = records[-1].event
    if isinstance(last, WentBack):
        assert line == standing(records[: last.to])
    else:
        assert line == (*standing(records[:-1]), records[-1]) if len(records) > 1 else line
