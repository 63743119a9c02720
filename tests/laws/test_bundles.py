"""What a computer seat weighs: nothing that it might choose is left out, and nothing is doubled."""

from __future__ import annotations

import random
import struct
from functools import cache, reduce

import pytest

from tests.laws.alliances import alliance
from wargame.engine.law import roles
from wargame.engine.law.context import Context
from wargame.engine.law.desired_reply import wants
from wargame.engine.law.doctrine import force_urge, weigh_preparations
from wargame.engine.law.parameters import parameters_for
from wargame.engine.law.past import Past
from wargame.engine.law.playbook import playbook_for
from wargame.engine.law.rng import folded, word_of
from wargame.engine.law.signs import NOT_NOW, look_around
from wargame.engine.law.urges import urge
from wargame.engine.law.world_view import WorldNumbers
from wargame.engine.start import start_values
from wargame.model.scenario import Scenario
from wargame.model.variables import BY_NAME
from wargame.play.library import find_scenario

WEEK = 7.0
NAMES = ("after-tehran", "alliance")


@cache
def _scenario(name: str) -> Scenario:
    return alliance() if name == "alliance" else find_scenario(name).scenario


def _world(scenario: Scenario, seed: int) -> WorldNumbers:
    """Start values, two thirds of them thrown anywhere in their range."""
    draw = random.Random(seed)  # noqa: S311 - draws of a test
    numbers = bytearray(start_values(scenario, scenario.starts[0]))
    for at, address in enumerate(scenario.layout.addresses):
        variable = BY_NAME[address.variable]
        if draw.random() < 0.67:
            drawn = draw.uniform(variable.low, min(variable.high, 25.0))
            struct.pack_into("<d", numbers, 8 * at, drawn)
    return WorldNumbers(scenario.layout, numbers)


@pytest.mark.parametrize("name", NAMES)
def test_that_what_is_left_out_never_has_a_pull(name: str) -> None:
    scenario = _scenario(name)
    p, d = parameters_for(scenario, scenario.starts[0].id), playbook_for(scenario)
    actors = len(scenario.actors)
    weighed = set(d.weighed[: d.bundle_at[d.bundle_from[actors]]])
    left_out = set(range(d.candidate_from[actors])) - weighed
    assert left_out
    for seed in range(6):
        w = _world(scenario, seed)
        h = Past(actors, len(scenario.moves), d.fact_places[0], d.max_orders[0])
        c = Context(seed, 1, WEEK)
        look_around(w, p, h, 0, 1)
        for i in range(actors):
            weigh_preparations(p, h, 0, i, 1)
            wants(w, p, h, c, 0, i)
            for n in set(range(d.candidate_from[i], d.candidate_from[i + 1])) & left_out:
                role, j = d.role[d.candidate_move[n]], d.candidate_target[n]
                if role == roles.FORCE:
                    pull = force_urge(w, p, d, h, 0, i, n, j)
                else:
                    pull = urge(w, p, d, h, 0, 1, i, n, role, j)
                assert pull == NOT_NOW, scenario.moves[d.candidate_move[n]].id


@pytest.mark.parametrize("name", NAMES)
def test_that_bundles_hold_each_candidate_once_with_its_own_actor_and_move(name: str) -> None:
    scenario = _scenario(name)
    d = playbook_for(scenario)
    seen = []
    for i in range(len(scenario.actors)):
        for b in range(d.bundle_from[i], d.bundle_from[i + 1]):
            for at in range(d.bundle_at[b], d.bundle_at[b + 1]):
                n = d.weighed[at]
                assert d.candidate_from[i] <= n < d.candidate_from[i + 1]
                assert d.candidate_move[n] == d.bundle_move[b]
                assert d.candidate_target[n] == d.weighed_target[at]
                words = [scenario.actors[i].id, scenario.moves[d.candidate_move[n]].id]
                if d.candidate_target[n] >= 0:
                    words.append(scenario.actors[d.candidate_target[n]].id)
                assert d.weighed_key[at] == reduce(folded, map(word_of, words))
                seen.append(n)
    assert seen == sorted(set(seen))
