"""Any moment of a game can be looked at again, as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.played import doctrine_game
from wargame.engine.apply import fold_line
from wargame.errors import RuleError
from wargame.model.ids import ActorId, Phase
from wargame.play.debrief.replay import STRIDE, Replay, open_replay
from wargame.play.going_back import GoingBack


@pytest.fixture(scope="module")
def save(tmp_path_factory: pytest.TempPathFactory) -> Path:
    game = doctrine_game(tmp_path_factory.mktemp("replay"), 3)
    path = game.path
    game.close()
    return path


@pytest.fixture(scope="module")
def replay(save: Path) -> Replay:
    return open_replay(save)


def test_that_every_moment_is_the_fold_of_what_came_before(replay: Replay) -> None:
    assert replay.last > STRIDE
    for place in (0, 1, STRIDE - 1, STRIDE, STRIDE + 1, replay.last // 2, replay.last):
        folded = fold_line(replay.scenario, replay.line[: place + 1])
        assert replay.world(place) == folded


@pytest.mark.parametrize("place", [-1, 10**9])
def test_that_a_moment_outside_the_game_is_refused_in_a_sentence(
    replay: Replay, place: int
) -> None:
    with pytest.raises(RuleError, match="moments"):
        replay.world(place)


def test_that_a_seat_saw_less_before_an_outcome_was_published(replay: Replay) -> None:
    seat = ActorId("IRN")
    before = replay.view(seat, replay.turn_places()[1][1])
    after = replay.view(seat, replay.last)
    assert len(before.known) < len(after.known)
    assert before.turn < after.turn


def test_that_turns_begin_where_their_briefing_began(replay: Replay) -> None:
    for turn, place in replay.turn_places():
        world = replay.world(place)
        assert (world.turn, world.phase) == (turn, Phase.BRIEF)


def test_that_a_replay_passes_over_what_going_back_left_out(tmp_path: Path) -> None:
    game = doctrine_game(tmp_path, 2)
    GoingBack(game).undo()
    world, records = game.world, game.records
    replay = Replay(game.scenario, records)
    shown = replay.world(replay.last)
    assert shown.state_hash() == world.state_hash()
    left = records[-2].number
    assert replay.place_of(left) == replay.last
    game.close()
