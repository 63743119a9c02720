"""Runs played on from a seat's imagined worlds: at once or turn by turn, they come out alike."""

from __future__ import annotations

import numpy as np
import pytest

from tests.doctrine_games import bundled
from tests.opponents.hidden_changes import planning_world
from wargame import paths
from wargame.engine.futures import Futures
from wargame.model.ids import ActorId

pytestmark = pytest.mark.compiled

TURNS = 5
RUNS = range(14, 20)
"""Runs of two imagined worlds."""


def _futures() -> Futures:
    world = planning_world(3)
    return Futures(bundled(), world, ActorId("ISR"), 7, compiled_in=paths.cache() / "law")


def _places(futures: Futures) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    size = len(futures.imagined(1)) // 8
    return np.arange(0, size, 7, dtype=np.int64)


def test_that_a_run_played_turn_by_turn_ends_as_one_played_at_once() -> None:
    futures = _futures()
    places, plain = _places(futures), futures.book({})
    whole = futures.ends(plain, TURNS, places, first=RUNS.start, count=len(RUNS))
    for at, run in enumerate(RUNS):
        walk = futures.walk(run)
        steps = [1, 2, TURNS - 3] if run % 2 else [1] * TURNS
        path = np.concatenate([futures.go_on(walk, plain, turns) for turns in steps])
        assert path.tobytes() == whole.index[:, at].tobytes()
        assert walk.numbers(places).tobytes() == whole.numbers[:, at].tobytes()
        assert walk.turn == futures.first_turn + TURNS


def test_that_no_run_leaves_a_trace_in_the_world_where_others_begin() -> None:
    futures = _futures()
    plain, before = futures.book({}), [futures.imagined(run) for run in RUNS]
    assert before[0] != before[-1]
    for run in RUNS:
        walk = futures.walk(run)
        for _ in range(TURNS):
            futures.go_on(walk, plain, 1)
    assert [futures.imagined(run) for run in RUNS] == before
    assert [_futures().imagined(run) for run in RUNS] == before
