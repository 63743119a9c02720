"""Where turns and moments lie on the strip."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wargame.ui.debrief.scrubber import lay_out_turns, place_at, x_of

TURNS = ((1, 1), (2, 60), (3, 70))


def test_that_turns_share_the_width_and_hold_every_place() -> None:
    spans = lay_out_turns(TURNS, 100, 900)
    assert [span.turn for span in spans] == [1, 2, 3]
    assert [(span.begun, span.after) for span in spans] == [(0, 60), (60, 70), (70, 100)]
    assert max(s.rect.width() for s in spans) - min(s.rect.width() for s in spans) <= 1


@given(st.integers(0, 99), st.integers(500, 2000))
def test_that_a_place_is_found_again_where_it_lies(place: int, width: int) -> None:
    spans = lay_out_turns(TURNS, 100, width)
    assert place_at(spans, x_of(spans, place)) == place


@given(st.integers(-50, 3000))
def test_that_every_pixel_is_some_place(x: int) -> None:
    spans = lay_out_turns(TURNS, 100, 900)
    assert 0 <= place_at(spans, x) <= 99


@pytest.mark.parametrize("width", [0, -5])
def test_that_a_strip_without_width_has_no_turns(width: int) -> None:
    assert lay_out_turns(TURNS, 100, width) == ()
