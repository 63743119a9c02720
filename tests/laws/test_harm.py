"""Who dies, who flees and who goes home (S20), and what daily fire leaves owed (S5)."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.builders import AMB, BLU, GRN, PRX
from tests.laws.neighbourhood import Block, block
from wargame.engine.law.arithmetic import exp


def killed(b: Block, row: int = 0) -> list[int]:
    return [b.a.killed[row, k] for k in range(b.lanes)]


def test_that_a_campaign_displaces_about_a_million_in_two_weeks_and_kills_some_two_thousand() -> (
    None
):
    """S20, A6: more than a million displaced, some two thousand killed within days."""
    b = block({"strike.PRX": 0.93}, lanes=40)
    b.play([(BLU, "campaign", PRX)])
    b.play([(BLU, "campaign", PRX)], going_on=1)
    assert 0.8e6 < b.mean("displaced.PRX") < 1.2e6
    assert 1500 < b.mean("deaths.PRX") < 2600


def test_that_nobody_goes_home_while_the_fire_goes_on() -> None:
    """S20: found in play; even where more have fled than this fire alone would drive out."""
    b = block({"displaced.PRX": 1.9e6})
    for _ in range(4):
        b.play([(BLU, "campaign", PRX)], going_on=1)
        assert b.all("displaced.PRX") == [1.9e6]
    b.play([(BLU, "siege", PRX)])
    assert b.all("displaced.PRX") == [1.9e6]
    b.play()
    assert b.all("displaced.PRX")[0] == pytest.approx(1.9e6 * exp(-0.07))


def test_that_people_return_slower_than_they_leave() -> None:
    """S20, D5.18."""
    b = block().play([(BLU, "fire", PRX)])
    left = b.all("displaced.PRX")[0]
    b.play()
    assert 0 < left - b.all("displaced.PRX")[0] < left / 4


def test_that_potshots_kill_seldom_and_then_several() -> None:
    """C4: 3 killed in about 160 attacks; 102 days of them kill once in the mean."""
    worlds, days = 3000, 102.0
    b = block(lanes=worlds, values={"strike.PRX": 1.0})
    b.play([(PRX, "potshots", GRN)], days=3.0)
    deaths = killed(b)
    fatal = [n for n in deaths if n > 0]
    turns = days / 3.0
    assert 0.7 < turns * len(fatal) / worlds < 1.3
    assert 2.4 < sum(fatal) / len(fatal) < 3.6
    assert all(b.a.rung[0, k] == (10.0 if n else 7.0) for k, n in enumerate(deaths))
    assert b.all("displaced.GRN") == [0.0] * worlds


def test_that_potshots_that_kill_are_read_as_one_open_act() -> None:
    """C4: eight answers to 160 attacks below the threshold of deaths, certain above it."""
    b = block(lanes=400, values={"strike.PRX": 1.0, "channel.GRN.PRX": 1.0})
    b.play([(PRX, "potshots", GRN)], days=7.0)
    owed = b.all("debt.GRN.PRX")
    fatal = [owed[k] for k, n in enumerate(killed(b)) if n]
    quiet = [owed[k] for k, n in enumerate(killed(b)) if not n]
    assert min(fatal) > 1.5 * max(quiet)


def test_that_daily_fire_kills_as_it_did_on_the_border() -> None:
    """C2: 481 killed in Lebanon in 289 days; a full shield saves nine in ten."""
    b = block(lanes=200, values={"strike.PRX": 0.93, "shield.PRX": 0.05})
    b.play([(BLU, "fire", PRX), (PRX, "fire", BLU)])
    assert 1.2 < b.mean("deaths.PRX") / 7 < 1.9
    assert b.mean("deaths.BLU") < 0.15 * b.mean("deaths.PRX")


def test_that_a_ground_war_costs_both_sides() -> None:
    """M17: dozens a day on the invaded side, about one a day of those who invade."""
    b = block(lanes=60, values={"ground.BLU": 0.8, "ground.PRX": 0.7})
    b.play([(BLU, "ground", PRX)])
    assert 25 < b.mean("deaths.PRX") / 7 < 40
    assert 0.6 < b.mean("deaths.BLU") / 7 < 1.1


def test_that_an_attack_of_which_nobody_knew_kills_as_on_7_october() -> None:
    """C2: about 1,200; with a day of warning far fewer."""
    b = block(lanes=20, values={"ground.PRX": 0.8, "intel.PRX.BLU": 0.9, "intel.BLU.PRX": 0.0})
    b.play([(PRX, "unseen-raid", BLU)])
    toll = [n for n in killed(b) if n]
    assert toll
    assert 1000 < sum(toll) / len(toll) < 1400


def test_that_access_lowers_harm_and_a_siege_raises_it() -> None:
    """Moves D11 and E09, S20."""
    plain, siege, cover = (block(lanes=200) for _ in range(3))
    fire = (BLU, "campaign", PRX)
    plain.play([fire], days=1.0)
    siege.play([(BLU, "siege", PRX), fire], days=1.0, going_on=1)
    cover.play([(BLU, "cover"), fire], days=1.0, going_on=1)
    deaths = plain.mean("deaths.PRX")
    assert siege.mean("deaths.PRX") / deaths == pytest.approx(1.2, abs=0.03)
    assert cover.mean("deaths.PRX") / deaths == pytest.approx(0.8, abs=0.03)


def test_that_harm_radicalises_and_costs_a_name() -> None:
    """M65, M66; nothing of it reaches the index."""
    b = block({"legitimacy.BLU": 0.5, "radicalisation.PRX": 0.3}, lanes=20)
    b.play([(BLU, "campaign", PRX)])
    assert b.mean("radicalisation.PRX") > 0.33
    assert b.mean("legitimacy.BLU") < 0.49


def test_that_fire_that_goes_on_owes_no_more_than_an_answer_in_kind() -> None:
    """S5, found in play: debt and standing pile up without end."""
    b = block({"channel.PRX.BLU": 1.0})
    faces = [b.all("face.BLU")[0]]
    for turn in range(30):
        b.play([(BLU, "campaign", PRX)], going_on=int(turn > 0))
        faces.append(b.all("face.BLU")[0])
    assert 20 < b.all("debt.PRX.BLU")[0] < 32
    assert max(faces) < 0.85
    assert all(after <= before + 1e-12 for before, after in pairwise(faces[1:]))


def test_that_daily_fire_pays_nothing_larger_than_itself() -> None:
    """S5, M30: fire that goes on anyway is no answer to a killing."""
    large = block({"debt.PRX.BLU": 14.0}).play([(PRX, "fire", BLU)], days=1.0, going_on=1)
    assert large.all("debt.PRX.BLU")[0] > 13.8
    small = block({"debt.PRX.BLU": 6.0}).play([(PRX, "fire", BLU)], days=1.0, going_on=1)
    assert small.all("debt.PRX.BLU")[0] < 5.5


def test_that_one_salvo_of_which_most_is_stopped_does_not_end_a_states_standing() -> None:
    """M11, found in play: standing fell from 0.66 to nothing in one night."""
    b = block({"face.BLU": 0.66, "readiness.BLU": 0.6}, lanes=100)
    b.play([(AMB, "barrage", BLU)])
    assert min(b.all("face.BLU")) > 0.1
    assert 0.3 < b.mean("face.BLU") < 0.62
