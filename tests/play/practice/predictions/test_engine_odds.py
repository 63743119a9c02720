"""The engine's own probabilities for a student's questions, from the student's seat alone."""

from __future__ import annotations

import struct
from dataclasses import replace

import pytest

from tests.scenes import after_tehran, order, planning_world
from wargame.engine.known_values import hidden_from
from wargame.model.ids import ActorId
from wargame.model.predictions import Question
from wargame.model.variables import BY_NAME
from wargame.play.practice.predictions.engine_odds import engine_odds

IRN, ISR = ActorId("IRN"), ActorId("ISR")
ASKED = (
    Question("act", 2, 10.0, ISR, IRN),
    Question("act", 1, 10.0, IRN, ISR),
    Question("index", 2, 60.0),
    Question("index", 2, 80.0),
    Question("truce", 3),
)


@pytest.mark.compiled
def test_that_chances_follow_from_what_the_seat_plans() -> None:
    scenario = after_tehran()
    world = planning_world(scenario)

    calm = engine_odds(scenario, world, IRN, ASKED, ())
    hot = engine_odds(scenario, world, IRN, ASKED, (order("M12", "ISR"),))

    assert [one.question for one in calm] == list(ASKED)
    assert all(0.0 <= one.chance <= 1.0 for one in (*calm, *hot))
    assert calm[2].chance >= calm[3].chance
    assert hot[1].chance == 1.0
    assert hot[2].chance >= calm[2].chance


@pytest.mark.compiled
def test_that_what_others_hide_changes_no_chance() -> None:
    scenario = after_tehran()
    world = planning_world(scenario)
    layout = scenario.layout
    numbers = list(struct.unpack(f"<{layout.size}d", world.values))
    for at, _ in hidden_from(layout, IRN):
        variable = BY_NAME[layout.addresses[at].variable]
        numbers[at] = variable.low + 0.7 * (min(variable.high, 1000.0) - variable.low)
    values = struct.pack(f"<{layout.size}d", *numbers)
    secret = replace(world, values=values, published=values)
    assert secret.values != world.values

    assert engine_odds(scenario, secret, IRN, ASKED, ()) == engine_odds(
        scenario, world, IRN, ASKED, ()
    )


@pytest.mark.compiled
def test_that_nothing_is_said_once_nobody_waits() -> None:
    scenario = after_tehran()
    world = planning_world(scenario)
    assert engine_odds(scenario, world, IRN, ASKED, (), stopped=lambda: True) == ()
