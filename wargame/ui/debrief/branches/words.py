"""Branches in words: how one went, and how it compares with the game as it was played."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wargame.play.words.number_words import minus

if TYPE_CHECKING:
    from wargame.model.branches import BranchFan, BranchKept
    from wargame.model.outlook import Estimate
    from wargame.play.debrief.branching.kept_branches import Branch


def subtitle_words(branch: Branch) -> str:
    """Where a branch leaves the game and what it is made of."""
    kept = branch.kept
    runs = f", {kept.fan.runs:,} pairs of runs" if kept.fan else ", run once"
    hidden = "" if branch.shown else ", hidden"
    return f"From turn {kept.turn}{runs}{hidden}"


def result_words(kept: BranchKept) -> str:
    """How the branch that was told went."""
    turns = len(kept.index) - 1
    last = kept.turn + turns - 1
    killed = f"{kept.killed:,} people killed" if kept.killed else "nobody killed"
    killed += f" from turn {kept.turn} on"
    words = f"Run once: index {kept.index[-1]:.0f} after turn {last}, {killed}."
    return f"{words} {kept.ending}" if kept.ending else words


def comparison_words(kept: BranchKept) -> str:
    """How many runs of the branch compare with as many of the played line, in a sentence or two."""
    fan = kept.fan
    if fan is None or not fan.pairs:
        return ""
    points = fan.pairs[-1].points
    turn = fan.fan[-1].turn
    if points.is_clear and round(points.value, 1):
        way = "above" if points.value > 0 else "below"
        words = f"index {abs(points.value):.1f} points {way} the played line"
    else:
        words = "no clear difference to the played line"
    words += " where computers go on from both"
    part = "" if fan.runs == fan.wanted else f" (stopped at {fan.runs:,} of {fan.wanted:,})"
    lost = fan.all_out
    gone = (
        f" All-out war: {100 * fan.all_out_then.value:.1f} %, {_signed_per_cent(lost)} points."
        if lost.value
        else f" All-out war: {100 * fan.all_out_then.value:.1f} %."
    )
    return f"{fan.runs:,} pairs{part}: after turn {turn} {words} ({interval(points)}).{gone}"


def interval(estimate: Estimate) -> str:
    """A difference with its 95 % interval, such as "−3.2, 95 %: −4.0 to −2.4"."""
    value, low, high = (_signed(x) for x in (estimate.value, estimate.low, estimate.high))
    return f"{value}, 95 %: {low} to {high}"


def fan_rows(fan: BranchFan | None) -> list[tuple[str, ...]]:
    """The fan of a branch as rows of a table."""
    if fan is None:
        return []
    return [
        (
            str(turn.turn),
            f"{turn.median:.1f}",
            f"{turn.low50:.0f}–{turn.high50:.0f}",
            f"{turn.low90:.0f}–{turn.high90:.0f}",
            interval(pair.points),
        )
        for turn, pair in zip(fan.fan, fan.pairs, strict=True)
    ]


def _signed_per_cent(estimate: Estimate) -> str:
    value, low, high = (_signed(100 * x) for x in (estimate.value, estimate.low, estimate.high))
    return f"{value} ({low} to {high})"


def _signed(value: float) -> str:
    """A difference with its sign; nothing has none.

    >>> _signed(-0.04), _signed(0.04), _signed(-1.26)
    ('0.0', '0.0', '−1.3')
    """
    rounded = round(value, 1)
    return minus(f"{rounded:+.1f}") if rounded else "0.0"
