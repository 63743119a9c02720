"""Rollouts: the same bits on any number of threads, and the same law as a game's."""

from __future__ import annotations

import time
from functools import cache

import numpy as np
import pytest

from wargame import paths
from wargame.engine.apply import apply
from wargame.engine.law import acts_table
from wargame.engine.law.acts_table import Acts
from wargame.engine.law.context import Context
from wargame.engine.law.parameters import constants, parameters_for
from wargame.engine.law.past import ONGOING
from wargame.engine.law.playbook import playbook_for
from wargame.engine.law.playbook_what_if import Forbidden, Forced, Held, Sheet
from wargame.engine.law.rollout_turn import clear_row, play_block
from wargame.engine.law.what_came import WhatCame
from wargame.engine.law.world_view import WorldNumbers
from wargame.engine.rollout import BLOCK, RolloutPlan, roll_out
from wargame.engine.rollout_results import AS_IT_STANDS, Rollouts, WhatIf
from wargame.engine.seat_memory import memory_of
from wargame.model.events import PhaseBegan, SessionStarted
from wargame.model.ids import ActorId, MoveId, Phase
from wargame.model.scenario import Scenario
from wargame.model.world import World
from wargame.play.library import find_scenario
from wargame.play.settings import default_settings

pytestmark = pytest.mark.compiled

ISR, IRN = ActorId("ISR"), ActorId("IRN")
LAW = paths.cache() / "law"
MANY = 5 * BLOCK // 2
LONG = 200 * BLOCK
"""More rollouts than are done before anybody can ask whether to stop."""


@cache
def _scenario() -> Scenario:
    return find_scenario("after-tehran").scenario


@cache
def _world() -> World:
    scenario = _scenario()
    started = SessionStarted(scenario.id, "", "", default_settings(scenario))
    return apply(scenario, apply(scenario, None, started, 1), PhaseBegan(1, Phase.PLAN), 2)


def _rolled(count: int = MANY, what_if: WhatIf = AS_IT_STANDS, threads: int = 1) -> Rollouts:
    return roll_out(
        _scenario(), _world(), count, 6, 7, compiled_in=LAW, threads=threads, what_if=what_if
    )


def test_that_threads_leave_no_trace_in_the_results() -> None:
    assert _rolled().digest() == _rolled(threads=2).digest() == _rolled(threads=8).digest()


def test_that_a_rollout_does_not_depend_on_how_many_there_are() -> None:
    few, many = _rolled(BLOCK), _rolled()
    assert np.array_equal(few.index, many.index[:, :BLOCK])
    assert np.array_equal(few.acts, many.acts[..., :BLOCK])


def test_that_other_seeds_give_other_worlds() -> None:
    one = roll_out(_scenario(), _world(), BLOCK, 6, 7, compiled_in=LAW)
    other = roll_out(_scenario(), _world(), BLOCK, 6, 8, compiled_in=LAW)
    assert one.digest() != other.digest()
    assert len(np.unique(one.index[-1])) > BLOCK // 2


def test_that_the_compiled_block_is_the_plain_one_to_the_last_bit() -> None:
    scenario, world = _scenario(), _world()
    compiled = roll_out(scenario, world, 3, 6, 7, compiled_in=LAW)
    p, d = parameters_for(scenario, world.settings.start), playbook_for(scenario)
    actors = len(scenario.actors)
    for rollout in range(1, 4):
        w = WorldNumbers(scenario.layout, bytearray(world.values))
        h = memory_of(scenario, world, d, None)
        a = Acts(scenario.max_orders * actors + ONGOING + 32)
        c = Context(7, 1, scenario.turn_days)
        o = WhatCame(actors)
        o.seed[0], o.first_rollout[0], o.first_turn[0], o.turns[0] = 7, rollout, 1, 6
        play_block(w, p, d, h, a, c, o)
        lane = rollout - 1
        assert [o.index[t, 0] for t in range(6)] == compiled.index[:, lane].tolist()
        assert np.array_equal(np.asarray(o.acts)[..., 0], compiled.acts[..., lane])


def test_that_a_cleared_row_keeps_nothing() -> None:
    a = Acts(1)
    fields = (
        *acts_table.WHOLE_FIELDS,
        *acts_table.NUMBER_FIELDS,
        *acts_table.WEAPON_FIELDS,
        *acts_table.SHARE_FIELDS,
    )
    for name in fields:
        np.asarray(getattr(a, name))[...] = 7
    clear_row(a, 0, 0)
    assert [name for name in fields if np.asarray(getattr(a, name)).any()] == []


def test_that_what_is_forbidden_is_not_done() -> None:
    ids = _scenario().layout.actors
    i, j = ids.index(IRN), ids.index(ISR)
    assert _rolled().large[i, j].sum() > 0
    held = _rolled(what_if=WhatIf({}, forbidden=(Forbidden(IRN, ISR, 9.5),)))
    assert held.large[i, j].sum() == 0
    assert held.acts[i, j].sum() > 0


def test_that_a_forced_order_is_carried_out_everywhere() -> None:
    ids = _scenario().layout.actors
    i, j = ids.index(ISR), ids.index(IRN)
    forced = WhatIf({}, forced=(Forced(2, ISR, MoveId("M13"), IRN),))
    assert (_rolled(what_if=forced).large[i, j] >= 1).all()
    assert not (_rolled().large[i, j] >= 1).all()


def test_that_orders_forced_upon_a_plan_are_those_of_a_plan_made_with_them() -> None:
    scenario, world, held = _scenario(), _world(), (Held(1, IRN),)
    plan = RolloutPlan(scenario, world, 3, 7, compiled_in=LAW, seen_by=IRN)
    before = plan.play(20).digest()
    for move, target in (("M13", ISR), ("D04", None), ("D01", None)):
        forced = (Forced(1, IRN, MoveId(move), target),)
        what_if = WhatIf({}, forced, held=held)
        other = RolloutPlan(scenario, world, 3, 7, compiled_in=LAW, what_if=what_if, seen_by=IRN)
        assert plan.forcing(forced, held).play(20).digest() == other.play(20).digest()
    assert plan.play(20).digest() == before


@pytest.mark.parametrize("stop_after", [0, 1, 2])
def test_that_a_stopped_forecast_gives_what_is_done(stop_after: int) -> None:
    asked = iter([False] * stop_after)
    part = roll_out(
        _scenario(), _world(), LONG, 6, 7, compiled_in=LAW, stopped=lambda: next(asked, True)
    )
    assert part.count < LONG
    assert np.array_equal(part.index, _rolled(LONG).index[:, : part.count])


def test_that_rollouts_taken_up_again_equal_those_of_one_run() -> None:
    plan = RolloutPlan(_scenario(), _world(), 6, 7, compiled_in=LAW)
    asked = iter([False])
    part = plan.play(LONG, stopped=lambda: next(asked, True))
    assert part.count < LONG
    rest = plan.play(LONG - part.count, first=part.count + 1, threads=2)
    assert part.followed_by(rest).digest() == _rolled(LONG).digest()


def test_that_an_error_of_who_asks_ends_the_threads_at_once() -> None:
    def broken() -> bool:
        raise InterruptedError

    began = time.process_time()
    with pytest.raises(InterruptedError):
        roll_out(_scenario(), _world(), 40 * LONG, 6, 7, compiled_in=LAW, stopped=broken)
    # All of it would take half a minute.
    assert time.process_time() - began < 5.0


def test_that_a_run_may_stop_within_a_block() -> None:
    plan = RolloutPlan(_scenario(), _world(), 6, 7, compiled_in=LAW)
    halves = plan.play(5).followed_by(plan.play(MANY - 5, first=6))
    assert halves.digest() == _rolled().digest()


def test_that_varied_constants_widen_the_fan_and_are_told() -> None:
    varied = _rolled(6 * BLOCK, WhatIf({"index.scale": 60.0}, varied=True), threads=2)
    assert varied.digest() != _rolled(6 * BLOCK).digest()
    assert "index.scale" not in varied.constants
    drawn = varied.constants["doctrine.temperature"]
    assert drawn.shape == (6 * BLOCK,)
    assert len(np.unique(drawn)) == 6
    assert (drawn[:BLOCK] == drawn[0]).all()
    known = constants()["doctrine.temperature"]
    assert ((known.low <= drawn) & (drawn <= known.high)).all()
    again = _rolled(6 * BLOCK, WhatIf({"index.scale": 60.0}, varied=True))
    assert again.digest() == varied.digest()


def test_that_a_held_actor_gives_no_order_of_its_own() -> None:
    ids = _scenario().layout.actors
    held = WhatIf({}, held=(Held(1, ISR),))
    plan = RolloutPlan(_scenario(), _world(), 1, 7, compiled_in=LAW, what_if=held)
    rested, usual = plan.play(MANY), roll_out(_scenario(), _world(), MANY, 1, 7, compiled_in=LAW)
    i = ids.index(ISR)
    assert rested.acts[i].sum() < usual.acts[i].sum()


@pytest.mark.parametrize(("move", "weapon", "turns"), [("M12", 3, 1), ("M11", 0, 2)])
def test_that_a_forced_order_launches_what_its_sheet_says(
    move: str, weapon: int, turns: int
) -> None:
    leaked = []
    for count in (0, 600):
        salvo = tuple(count + 1 if n == weapon else 0 for n in range(5))
        sheet = Sheet(overt=True, warning_hours=0.0, is_announced=False, meant=0.0, salvo=salvo)
        forced = Forced(1, IRN, MoveId(move), ISR, is_paid=True, sheet=sheet)
        rolled = roll_out(
            _scenario(), _world(), MANY, turns, 7, compiled_in=LAW, what_if=WhatIf({}, (forced,))
        )
        leaked.append(rolled.sums["leaked"].mean())
    assert leaked[1] > leaked[0] + 1.0
