"""The clock of the planning phase, without waiting."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from wargame.ui.exercise.clock import PhaseClock

SECONDS = st.floats(0, 1e6)
MINUTES = st.floats(0.5, 480)


def test_that_no_minutes_mean_no_clock() -> None:
    assert not PhaseClock.started(0, 100).exists
    assert not PhaseClock.standing(0).exists
    assert PhaseClock().with_more(5, 0) == PhaseClock()


@given(MINUTES, SECONDS, st.floats(0, 1e5), st.floats(0, 1e5))
def test_that_a_pause_costs_no_time(
    minutes: float, start: float, before: float, pause: float
) -> None:
    clock = PhaseClock.started(minutes, start)
    left = clock.left(start + before)
    paused = clock.paused(start + before)
    assert paused.left(start + before + pause) == left
    resumed = paused.resumed(start + before + pause)
    assert abs(resumed.left(start + before + pause) - left) < 1e-6


@given(MINUTES, SECONDS, st.integers(1, 60))
def test_that_added_minutes_are_added(minutes: float, now: float, more: int) -> None:
    for clock in (PhaseClock.started(minutes, now), PhaseClock.standing(minutes)):
        added = clock.with_more(more, now).left(now) - clock.left(now)
        assert abs(added - 60 * more) < 1e-6


def test_that_time_added_after_the_end_counts_from_now() -> None:
    clock = PhaseClock.started(1, 0)
    assert clock.left(1000) == 0
    assert clock.with_more(5, 1000).left(1000) == 300


def test_that_pausing_twice_or_resuming_twice_changes_nothing() -> None:
    clock = PhaseClock.started(10, 0)
    assert clock.paused(60).paused(90) == clock.paused(60)
    assert clock.resumed(60) == clock
