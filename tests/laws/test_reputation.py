"""Warnings, and words that bind (S25, S9)."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.builders import AMB, BLU, GRN, PRX
from tests.laws.neighbourhood import Block, block

PLAIN = {"belief.AMB.GRN": 0.5, "credibility.GRN": 0.9, "red_line_seen.AMB.GRN": 16.0}


def warned(b: Block) -> float:
    """What the next warning does to the other side's belief in a reply."""
    before = b.all("belief.AMB.GRN")[0]
    b.play([(GRN, "warn", AMB)], meant=12.0)
    doubt = 1.0 - before
    return (b.all("belief.AMB.GRN")[0] - before) / doubt


def test_that_a_warning_deters_as_far_as_its_author_is_credible() -> None:
    """S25, M70."""
    effects = [warned(block({**PLAIN, "credibility.GRN": c})) for c in (0.1, 0.5, 0.9)]
    assert all(less < more for less, more in pairwise(effects))
    b = block(PLAIN)
    warned(b)
    assert b.all("warned_line.GRN.AMB") == [12.0]
    assert 12.0 < b.all("red_line_seen.AMB.GRN")[0] < 16.0


def test_that_each_ignored_warning_lowers_the_next_ones_effect() -> None:
    """S25, M71: warned, crossed against the partner, not answered, three times over."""
    b = block({**PLAIN, "belief.PRX.GRN": 0.9})
    effects, beliefs = [], []
    for _ in range(3):
        effects.append(warned(b))
        b.play([(AMB, "strike", BLU)]).play().play()
        beliefs.append(b.all("belief.PRX.GRN")[0])
    assert all(later < earlier for earlier, later in pairwise(effects))
    assert all(later < earlier for earlier, later in pairwise(beliefs))
    assert b.all("warned_line.GRN.AMB") == [21.0]


def test_that_an_answer_in_time_keeps_the_word() -> None:
    """S25."""
    b = block({**PLAIN, "credibility.GRN": 0.6})
    warned(b)
    b.play([(AMB, "strike", BLU)])
    assert b.all("crossed_days.GRN.AMB")[0] > 0.0
    b.play([(GRN, "raid", AMB)]).play().play()
    assert b.all("crossed_days.GRN.AMB") == [0.0]
    assert b.all("credibility.GRN")[0] == pytest.approx(0.64)
    assert b.all("warned_line.GRN.AMB") == [12.0]


def test_that_a_lower_act_does_not_cross_the_line() -> None:
    b = block(PLAIN)
    warned(b)
    b.play([(AMB, "raid", BLU)])
    assert b.all("crossed_days.GRN.AMB") == [0.0]


def test_that_vows_stand_until_they_are_acted_on() -> None:
    """Move I01, B9."""
    b = block().play([(AMB, "vow", BLU)]).play([(AMB, "vow", BLU)])
    b.play([(AMB, "fire", BLU)])
    assert b.all("vows.AMB") == [2.0]
    b.play([(AMB, "strike", BLU)])
    assert b.all("vows.AMB") == [0.0]


def test_that_striking_again_after_closing_the_matter_costs_standing_once() -> None:
    """Move D05."""
    plain = block({"face.BLU": 0.7}).play([(BLU, "raid", PRX)], days=1.0)
    closed = block({"face.BLU": 0.7, "closed_days.BLU.PRX": 20.0})
    closed.play([(BLU, "raid", PRX)], days=1.0)
    first = plain.all("face.BLU")[0] - closed.all("face.BLU")[0]
    assert first == pytest.approx(0.012 * 9.93, abs=0.005)
    assert closed.all("closed_days.BLU.PRX") == [0.0]
    said = block().play([(BLU, "close", PRX)], days=1.0)
    assert said.all("closed_days.BLU.PRX") == [27.0]


def test_that_a_claim_of_success_brings_what_is_plausible() -> None:
    """Move I03."""
    gains = []
    for hours in (0.0, 96.0):
        values = {"face.BLU": 0.5, "readiness.BLU": 0.3, "partners.BLU": 0.0}
        dumb, loud = block(values), block(values)
        attack = (AMB, "barrage", BLU)
        dumb.play([attack], warning_asked=hours)
        loud.play([attack, (BLU, "claim", AMB)], warning_asked=hours)
        gains.append(loud.all("face.BLU")[0] - dumb.all("face.BLU")[0])
    assert 0.0 <= gains[0] < gains[1] <= 0.05


def test_that_pulling_back_costs_standing_only_while_a_reply_is_owed() -> None:
    """Move M21."""
    owed = block({"face.BLU": 0.7, "debt.BLU.AMB": 10.0}).play([(BLU, "pull-back", AMB)])
    free = block({"face.BLU": 0.7}).play([(BLU, "pull-back", AMB)])
    assert free.all("face.BLU")[0] - owed.all("face.BLU")[0] == pytest.approx(0.05, abs=1e-6)
