"""What a what-if changes, and what it leaves alone."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from wargame.engine.law.parameters import parameters_for
from wargame.engine.start import start_world
from wargame.errors import RuleError
from wargame.model.events import SessionStarted
from wargame.model.scenario import Scenario
from wargame.model.world import World
from wargame.play.forecasts.what_if import Asked, changed_scenario
from wargame.play.library import find_scenario
from wargame.play.settings import default_settings


@cache
def scenario() -> Scenario:
    return find_scenario("after-tehran").scenario


def world() -> World:
    plan = replace(default_settings(scenario()), seats=())
    return start_world(scenario(), SessionStarted(scenario().id, "", "2", plan))


def notice(of: Scenario) -> dict[tuple[str, str], float]:
    """How often each actor announces a direct strike on each other."""
    p, ids = parameters_for(of, of.starts[0].id), of.layout.actors
    return {(a, b): p.telegraphs[i, j] for i, a in enumerate(ids) for j, b in enumerate(ids)}


def test_that_choreography_of_a_pair_leaves_all_other_pairs_alone() -> None:
    """S7: what Iran tells of its strikes on Israel says nothing of those on the United States."""
    plain = notice(scenario())
    for value in (0.0, 0.35, 1.0):
        asked = Asked((("dyads.IRN-ISR.choreography", value),))
        changed = notice(changed_scenario(scenario(), world(), asked)[0])
        assert changed["IRN", "ISR"] == value
        assert {pair for pair in plain if plain[pair] != changed[pair]} <= {("IRN", "ISR")}


def test_that_the_doctrines_word_is_for_everybody() -> None:
    asked = Asked((("doctrine.IRN.telegraphs", 0.1),))
    changed = notice(changed_scenario(scenario(), world(), asked)[0])
    assert {changed[pair] for pair in changed if pair[0] == "IRN"} == {0.1}


@pytest.mark.parametrize(
    "path",
    ["dyads.IRN-XXX.choreography", "dyads.XXX-ISR.choreography", "doctrine.IRN.telegraphs_to"],
)
def test_that_a_pair_that_is_none_is_refused(path: str) -> None:
    with pytest.raises(RuleError, match="There is no"):
        changed_scenario(scenario(), world(), Asked(((path, 0.5),)))


def test_that_a_chance_lies_between_nought_and_one() -> None:
    with pytest.raises(RuleError, match="between 0 and 1"):
        changed_scenario(scenario(), world(), Asked((("dyads.IRN-ISR.choreography", 1.5),)))
