"""The tables that a scenario gives the law say what the scenario says."""

from __future__ import annotations

from tests.builders import AMB, BLU, GRN, PRX, START, scenario
from wargame.engine.law.parameters import parameters_for
from wargame.engine.law.tags import TAGS
from wargame.model.variables import BY_NAME

SCENARIO = scenario(values={"material.AMB": 9.0})
P = parameters_for(SCENARIO, START)
PLACE = {actor.id: n for n, actor in enumerate(SCENARIO.actors)}


def test_that_every_pair_has_the_front_that_the_scenario_names() -> None:
    fronts = [front.id for front in SCENARIO.fronts]
    for i, first in enumerate(SCENARIO.actors):
        for j, second in enumerate(SCENARIO.actors):
            for home_soil, table in ((False, P.front_of), (True, P.home_front)):
                named = SCENARIO.front_between(first.id, second.id, home_soil=home_soil)
                assert fronts[table[i, j]] == named


def test_that_ties_have_their_direction() -> None:
    assert P.proxy[PLACE[AMB], PLACE[PRX]] == 1
    assert P.proxy[PLACE[PRX], PLACE[AMB]] == 0
    assert P.rivals[PLACE[BLU], PLACE[AMB]] == P.rivals[PLACE[AMB], PLACE[BLU]] == 1
    assert P.mediates[PLACE[GRN], PLACE[BLU]] == 1
    assert [P.state[PLACE[name]] for name in (BLU, AMB, GRN, PRX)] == [1, 1, 1, 0]


def test_that_only_rivals_on_a_heavy_front_face_each_other_directly() -> None:
    direct = {
        (first.id, second.id)
        for i, first in enumerate(SCENARIO.actors)
        for j, second in enumerate(SCENARIO.actors)
        if P.direct[i, j]
    }
    assert direct == {(BLU, AMB), (AMB, BLU)}


def test_that_the_start_point_gives_the_material_income() -> None:
    assert P.material_income[PLACE[AMB]] == 9.0
    assert P.material_income[PLACE[BLU]] == BY_NAME["material"].start


def test_that_moves_and_effects_stand_in_the_order_of_the_catalogue() -> None:
    for m, move in enumerate(SCENARIO.moves):
        assert P.move_rung[m] == move.rung
        assert {tag for g, tag in enumerate(TAGS) if P.move_tag[m, g]} == move.tags & set(TAGS)
        amounts = [P.effect_amount[e] for e in range(P.effect_from[m], P.effect_from[m + 1])]
        assert amounts == [effect.amount for effect in move.effects]
