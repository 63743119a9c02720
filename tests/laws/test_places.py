"""The law counts no place from the end: compiled code does not look whether one is below 0."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from wargame.engine.law.acts_table import Acts
from wargame.engine.law.context import Context
from wargame.engine.law.parameters import parameters_for
from wargame.engine.law.past import ONGOING
from wargame.engine.law.playbook import playbook_for
from wargame.engine.law.rollout_turn import play_block
from wargame.engine.law.what_came import WhatCame
from wargame.engine.law.world_view import WorldNumbers
from wargame.engine.seat_memory import memory_of
from wargame.play.forecasts.forecast_start import forecast_start

ROOM = 32
TURNS = 4


class Watched:
    """Numbers that refuse a place below 0, which plain Python counts from the end."""

    def __init__(self, numbers: Any) -> None:
        self._numbers = numbers

    def __getitem__(self, place: Any) -> Any:
        assert min(place if isinstance(place, tuple) else (place,)) >= 0
        return self._numbers[place]

    def __setitem__(self, place: Any, value: Any) -> None:
        assert min(place if isinstance(place, tuple) else (place,)) >= 0
        self._numbers[place] = value


def watched(record: object) -> Any:
    """A record of the law whose numbers are watched."""
    held = dict(vars(record))
    return SimpleNamespace(
        **{n: Watched(v) if isinstance(v, memoryview) else v for n, v in held.items()}
    )


def test_that_what_is_watched_refuses_a_place_below_nought() -> None:
    numbers = Watched(memoryview(bytearray(8)))
    numbers[7] = 1
    with pytest.raises(AssertionError):
        numbers[-1]
    with pytest.raises(AssertionError):
        numbers[-1] = 2


@pytest.mark.parametrize("rollout", [1, 2, 3])
def test_that_no_place_is_counted_from_the_end(rollout: int) -> None:
    scenario, world = forecast_start("after-tehran", None)
    p, d = parameters_for(scenario, world.settings.start), playbook_for(scenario)
    w = WorldNumbers(scenario.layout, bytearray(world.values))
    h = memory_of(scenario, world, d, None)
    a = Acts(scenario.max_orders * len(scenario.actors) + ONGOING + ROOM)
    o = WhatCame(len(scenario.actors))
    o.seed[0], o.first_rollout[0], o.first_turn[0], o.turns[0] = 7, rollout, 1, TURNS
    c = Context(7, 1, scenario.turn_days)
    play_block(*(watched(record) for record in (w, p, d, h, a, c, o)))
    assert o.index[TURNS - 1, 0] > 0.0
