"""Any moment of a long game is there at once."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial

import pytest

from tests.play.debrief.long_games import LONG, stretched
from tests.played import doctrine_game
from wargame.engine.apply import fold_line
from wargame.model.ids import ActorId
from wargame.play.debrief.course import Debrief
from wargame.play.debrief.replay import Replay, open_replay

PLACES = tuple(range(0, LONG, LONG // 40))
FASTER = 50
"""How much sooner a moment must be there than by folding the game from its start."""
MOMENT_MS = 50.0
FRAME_MS = 1000.0 / 60
"""A frame at 60 a second."""
IRN = ActorId("IRN")


@pytest.fixture(scope="module")
def replay(tmp_path_factory: pytest.TempPathFactory) -> Replay:
    game = doctrine_game(tmp_path_factory.mktemp("scrub"), 4)
    path = game.path
    game.close()
    played = open_replay(path)
    return Replay(played.scenario, stretched(played.line))


def fastest_ms(work: Callable[[], object], rounds: int = 3) -> float:
    """The best of some rounds: what else the machine does only ever adds."""
    times = []
    for _ in range(rounds):
        began = time.process_time()
        work()
        times.append(1000 * (time.process_time() - began))
    return min(times)


def test_that_a_long_game_is_the_fold_of_its_events(replay: Replay) -> None:
    assert len(replay.line) == LONG
    for place in (*PLACES[::8], replay.last):
        assert replay.world(place) == fold_line(replay.scenario, replay.line[: place + 1])


def test_that_a_moment_is_fifty_times_sooner_there_than_by_folding_from_the_start(
    replay: Replay,
) -> None:
    whole = fastest_ms(lambda: fold_line(replay.scenario, replay.line))
    every = fastest_ms(lambda: [replay.world(place) for place in PLACES])
    assert whole > FASTER * every / len(PLACES)


@pytest.mark.bench
def test_that_dragging_through_a_long_game_holds_sixty_frames_a_second(replay: Replay) -> None:
    debrief = Debrief(replay)
    for seat in (None, IRN):
        # A jump to the last moment finds nothing kept.
        assert fastest_ms(partial(debrief.moment, replay.last, seat), 1) < MOMENT_MS
        for place in range(0, LONG, 37):
            took = fastest_ms(partial(debrief.moment, place, seat))
            assert took < FRAME_MS, f"{took:.1f} ms at {place}"
