"""Requirements as programs of the law against the judge of conditions, over random worlds."""

from __future__ import annotations

import random
import struct
from dataclasses import replace
from functools import cache

import pytest

from wargame.engine.conditions import Moment, holds
from wargame.engine.law.parameters import parameters_for
from wargame.engine.law.past import Past
from wargame.engine.law.playbook import playbook_for
from wargame.engine.law.requirements import forget_old, remember, requirements_hold
from wargame.engine.law.world_view import WorldNumbers
from wargame.engine.start import start_values
from wargame.model.events import ActResolved
from wargame.model.ids import ActorId
from wargame.model.orders import Order
from wargame.model.scenario import Scenario
from wargame.model.variables import BY_NAME
from wargame.play.library import find_scenario

WORLDS = 12
TURNS = 6


@cache
def _scenario() -> Scenario:
    return find_scenario("after-tehran").scenario


def _random_values(scenario: Scenario, draw: random.Random) -> bytes:
    """Start values, half of them thrown anywhere in their range."""
    first = start_values(scenario, scenario.starts[0])
    numbers = list(struct.unpack(f"<{scenario.layout.size}d", first))
    for at, address in enumerate(scenario.layout.addresses):
        variable = BY_NAME[address.variable]
        if draw.random() < 0.5:
            numbers[at] = draw.uniform(variable.low, min(variable.high, 25.0))
    return struct.pack(f"<{len(numbers)}d", *numbers)


def _random_acts(scenario: Scenario, draw: random.Random) -> list[ActResolved]:
    acts = []
    for turn in range(1, TURNS + 1):
        for _ in range(draw.randrange(6)):
            move = draw.choice(scenario.moves)
            actor = draw.choice(move.who)
            others = [t for t in move.targets if t != actor]
            target: ActorId | None = draw.choice(others) if others else None
            front = draw.choice(scenario.fronts).id
            acts.append(_act(turn, actor, Order(move.id, target), front, move.rung))
    return acts


def _act(turn: int, actor: ActorId, order: Order, front: str, rung: float) -> ActResolved:
    empty = ActResolved(
        number=1,
        turn=turn,
        day=0.0,
        actor=actor,
        order=order,
        front=front,  # type: ignore[arg-type]
        rung=rung,
        severity=0.0,
        success=True,
        choreographed=False,
        warning_hours=0.0,
        weapons=(),
        killed=0,
        displaced=0,
        attribution=1.0,
        sightings=(),
        draws=(),
        ledger=(),
    )
    return replace(empty)


@pytest.mark.parametrize("seed", range(WORLDS))
def test_that_programs_and_conditions_agree_on_every_candidate(seed: int) -> None:
    scenario = _scenario()
    draw = random.Random(seed)  # noqa: S311 - draws of a test
    values = _random_values(scenario, draw)
    acts = _random_acts(scenario, draw)
    p, d = parameters_for(scenario, scenario.starts[0].id), playbook_for(scenario)
    w = WorldNumbers(scenario.layout, bytearray(values))
    h = Past(len(scenario.actors), len(scenario.moves), d.fact_places[0], d.max_orders[0])
    ids = list(scenario.layout.actors)
    moves = [m.id for m in scenario.moves]
    fronts = list(scenario.layout.fronts)
    for turn in range(1, TURNS + 1):
        forget_old(d, h, 0, turn)
        for act in acts:
            if act.turn == turn:
                target = ids.index(act.order.target) if act.order.target else -1
                i, m = ids.index(act.actor), moves.index(act.order.move)
                remember(d, h, 0, turn, 0, i, m, target, fronts.index(act.front), act.rung)
    planned = Order(draw.choice(moves), draw.choice([None, *ids]))
    h.pick_move[0, 0] = moves.index(planned.move)
    h.pick_target[0, 0] = ids.index(planned.target) if planned.target else -1
    h.pick_count[0] = 1
    both = [0, 0]
    for i, me in enumerate(scenario.actors):
        for n in range(d.candidate_from[i], d.candidate_from[i + 1]):
            move = scenario.moves[d.candidate_move[n]]
            whom = scenario.actors[j].id if (j := d.candidate_target[n]) >= 0 else None
            front = fronts[f] if (f := d.candidate_front[n]) >= 0 else None
            moment = Moment(scenario, values, acts, TURNS, me.id, me.id, whom, front, (planned,))
            expected = all(holds(needed.condition, moment) for needed in move.requires)
            found = requirements_hold(w, p, d, h, 0, TURNS, i, n)
            assert found == expected, (move.id, me.id, whom)
            both[found] += 1
    assert min(both) > 100, "the worlds must open some moves and close others"
