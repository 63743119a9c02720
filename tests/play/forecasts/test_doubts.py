"""What makes a forecast doubtful is said, and nothing that does not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from wargame.engine.apply import apply
from wargame.model.events import PhaseBegan, SessionStarted
from wargame.model.ids import Phase
from wargame.model.rulings import How, Ruling, RulingBook
from wargame.model.world import World
from wargame.play.forecasts.doubts import doubts_about
from wargame.play.forecasts.what_if import NOTHING, Asked
from wargame.play.library import find_scenario
from wargame.play.settings import default_settings

SCENARIO = find_scenario("an-answer-owed").scenario
SEAT = SCENARIO.actors[0].id


@pytest.fixture(scope="module")
def world() -> World:
    started = SessionStarted(SCENARIO.id, "", "", default_settings(SCENARIO))
    return apply(SCENARIO, apply(SCENARIO, None, started, 1), PhaseBegan(1, Phase.PLAN), 2)


def ruled(world: World, *hows: tuple[int, How]) -> World:
    """A game in which acts were ruled so, one after the other."""
    rulings = tuple(
        Ruling(10 + number, 1, act, SEAT, 0, how) for number, (act, how) in enumerate(hows)
    )
    return replace(world, rulings=RulingBook(rulings))


def test_that_a_proposal_that_was_accepted_is_no_reason_to_doubt(world: World) -> None:
    accepted = ruled(world, (4, How.ACCEPTED), (5, How.ACCEPTED))
    assert doubts_about(SCENARIO, accepted, NOTHING, 10_000) == ()


def test_that_an_overruled_world_says_so_once_for_every_act(world: World) -> None:
    one = ruled(world, (4, How.CHANGED), (5, How.ACCEPTED))
    assert doubts_about(SCENARIO, one, NOTHING, 10_000)[0].startswith("A ruling stands")
    two = ruled(world, (4, How.CHANGED), (4, How.CHANGED), (6, How.WRITTEN))
    assert doubts_about(SCENARIO, two, NOTHING, 10_000)[0].startswith("2 rulings stand")
    back = ruled(world, (4, How.CHANGED), (4, How.ACCEPTED))
    assert doubts_about(SCENARIO, back, NOTHING, 10_000) == ()


def test_that_few_runs_and_odd_constants_are_doubts_of_their_own(world: World) -> None:
    odd = Asked(values=(("parameters.index.scale", 900.0),))
    told = doubts_about(SCENARIO, world, odd, 96)
    assert len(told) == 2
    assert told[0].startswith("Only 96 runs")
    assert told[1].endswith("index.scale.")
