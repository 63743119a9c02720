"""What is said of a branch is no surer than its runs."""

from __future__ import annotations

import pytest

from wargame.model.branches import BranchChange, BranchFan, BranchKept, Changed
from wargame.model.outlook import Estimate, FanTurn, IndexDifference
from wargame.ui.debrief.branches.words import comparison_words, interval, result_words

LOST = Estimate(-0.02, -0.03, -0.01)


def kept(points: Estimate | None, runs: int = 1_000) -> BranchKept:
    """A branch whose pairs differ by so much in the end."""
    fan = None
    if points is not None:
        turn = FanTurn(6, 50.0, 55.0, 60.0, 65.0, 70.0)
        share = Estimate(0.031, 0.02, 0.05)
        pairs = (IndexDifference(1, points),)
        fan = BranchFan(runs, 1_000, (turn,), (turn,), pairs, LOST, share)
    change = BranchChange(Changed.PARAMETER, parameter="index.half_life_days", value=10.0)
    return BranchKept(
        title="Fading",
        after=40,
        turn=5,
        change=change,
        words="From turn 5 on index.half_life_days is 10.",
        reason="",
        rules="2",
        index=(60.0, 58.0, 55.0),
        ending="All 6 turns were played.",
        killed=1_204,
        events=b"",
        fan=fan,
    )


def test_that_one_run_tells_its_end_and_its_dead() -> None:
    assert result_words(kept(None)) == (
        "Run once: index 55 after turn 6, 1,204 people killed from turn 5 on. "
        "All 6 turns were played."
    )
    assert comparison_words(kept(None)) == ""


def test_that_pairs_tell_their_difference_with_its_interval() -> None:
    words = comparison_words(kept(Estimate(-3.24, -4.04, -2.44)))
    assert "index 3.2 points below the played line" in words
    assert "(−3.2, 95 %: −4.0 to −2.4)" in words
    assert "All-out war: 3.1 %, −2.0 (−3.0 to −1.0) points." in words


@pytest.mark.parametrize("points", [Estimate(0.2, -0.4, 0.8), Estimate(-0.01, -0.02, -0.004)])
def test_that_a_difference_that_may_be_none_is_called_none(points: Estimate) -> None:
    assert "no clear difference to the played line" in comparison_words(kept(points))


def test_that_a_stopped_branch_says_from_how_many_pairs_it_is() -> None:
    assert "412 pairs (stopped at 412 of 1,000)" in comparison_words(
        kept(Estimate(1.0, 0.5, 1.5), runs=412)
    )


def test_that_nothing_has_no_sign() -> None:
    assert interval(Estimate(-0.04, -0.06, 0.02)) == "0.0, 95 %: −0.1 to 0.0"
