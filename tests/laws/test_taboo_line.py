"""The line that calls for an open answer: below it seldom, above it nearly always (D9.13, S9).

Israel does one thing to Iran in a quiet world and nothing more; the question is whether Iran
strikes from its own soil within four weeks. Prototype: .010 and .012 for rungs up to 9; .808, .940,
.984 and .996 for rungs 10 to 13.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest

from wargame import paths
from wargame.engine.law.acts_table import Acts
from wargame.engine.law.context import Context
from wargame.engine.law.parameters import parameter_record
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.past import ONGOING
from wargame.engine.law.playbook import playbook_record
from wargame.engine.law.playbook_view import Playbook
from wargame.engine.law.rollout_turn import play_block
from wargame.engine.law.what_came import WhatCame
from wargame.engine.law.world_view import WorldNumbers
from wargame.engine.rollout import roll_out
from wargame.engine.rollout_results import WhatIf
from wargame.engine.seat_memory import memory_of
from wargame.model.ids import ActorId, MoveId
from wargame.model.scenario import Scenario
from wargame.model.world import World
from wargame.play.forecasts.forecast_start import forecast_start
from wargame.play.forecasts.what_if import Asked, changed_scenario

ISR, IRN = ActorId("ISR"), ActorId("IRN")
LAW = paths.cache() / "law"
SEED = 11
WEEK = 7.0
WINDOW = 4
"""Weeks after the act."""

QUIET = {
    "debt.IRN.ISR": 0.0,
    "debt.ISR.IRN": 0.0,
    "face.IRN": 0.7,
    "face.ISR": 0.7,
    "vows.IRN": 0.0,
    "front_heat.direct": 0.0,
    "front_heat.lebanon": 8.0,
    "heat.ISR.IRN": 0.0,
    "heat.IRN.ISR": 0.0,
    "precedent.ISR.IRN": 6.0,
    "precedent.IRN.ISR": 6.0,
    # Israel does nothing of its own accord, and what it is made to do comes off.
    "doctrine.ISR.reply_ratio": 0.0,
    "doctrine.ISR.opportunism": 0.0,
    "parameters.covert.success_base": 5.0,
    "parameters.strike.success_base": 5.0,
}

LOW = ("C04", "M07")
"""Sabotage at home, R6, and a strike on supply lines abroad, R9."""

HIGH = ("M09", "C07", "M13", "M14")
"""Officers abroad, R10; a guest in the capital, R11; one limited strike, R12; a wave, R13."""

PRECEDENT = {"M14": 12.5}
"""A wave of strikes needs a direct strike on record."""


def _asked(move: str) -> Asked:
    values = {**QUIET, "precedent.ISR.IRN": PRECEDENT.get(move, 6.0)}
    return Asked(tuple(values.items()), (f"1 ISR {move} IRN",))


def _provoked(move: str) -> tuple[Scenario, World, WhatIf, int]:
    """The quiet world with the act to come, in turns of a week, and how many of them to play."""
    scenario, world = forecast_start("after-tehran", None)
    weekly = replace(scenario, turn_days=WEEK)
    weeks = 1 + scenario.move[MoveId(move)].preparation + WINDOW
    return *changed_scenario(weekly, world, _asked(move)), weeks


def _answered_plainly(move: str, games: int) -> int:
    """In how many of so many worlds Iran strikes from its soil; by the plain law."""
    scenario, world, what_if, weeks = _provoked(move)
    p = Parameters(parameter_record(scenario, world.settings.start, what_if.parameters))
    d = Playbook(playbook_record(scenario, what_if.forced, what_if.forbidden))
    i, j = (scenario.layout.actors.index(a) for a in (IRN, ISR))
    answered = 0
    for rollout in range(1, games + 1):
        w = WorldNumbers(scenario.layout, bytearray(world.values))
        a = Acts(scenario.max_orders * len(scenario.actors) + ONGOING + 32)
        o = WhatCame(len(scenario.actors))
        o.seed[0], o.first_rollout[0], o.first_turn[0], o.turns[0] = SEED, rollout, 1, weeks
        h = memory_of(scenario, world, d, None)
        play_block(w, p, d, h, a, Context(SEED, 1, WEEK), o)
        answered += o.large[i, j, 0] > 0
    return answered


@cache
def _answered(move: str) -> float:
    """The share of many worlds in which Iran strikes from its soil; by the compiled law."""
    scenario, world, what_if, weeks = _provoked(move)
    found = roll_out(scenario, world, 800, weeks, SEED, compiled_in=LAW, threads=2, what_if=what_if)
    i, j = (scenario.layout.actors.index(a) for a in (IRN, ISR))
    return float((found.large[i, j] > 0).mean())


def test_that_the_line_shows_in_a_few_worlds() -> None:
    """Wide bounds for few worlds: with .05 and .70 they fail once in some thousand runs."""
    assert _answered_plainly("M07", 16) <= 4
    assert _answered_plainly("M13", 16) >= 7


@pytest.mark.compiled
@pytest.mark.parametrize("move", LOW)
def test_that_acts_below_the_line_seldom_call_for_a_direct_answer(move: str) -> None:
    assert _answered(move) < 0.05


@pytest.mark.compiled
@pytest.mark.parametrize("move", HIGH)
def test_that_acts_beyond_the_line_nearly_always_do(move: str) -> None:
    assert _answered(move) > 0.70


@pytest.mark.compiled
def test_that_the_answer_is_surer_the_higher_the_act() -> None:
    found = [_answered(move) for move in (*LOW, *HIGH)]
    assert all(b >= a - 0.03 for a, b in pairwise(found)), found
