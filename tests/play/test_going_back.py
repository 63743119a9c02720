"""Control takes a game back to an earlier moment, and forward again; the log keeps all of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.scenes import AMB, BLU, loaded, order, settings_for
from wargame.errors import RuleError
from wargame.model.ids import Phase
from wargame.play.going_back import GoingBack
from wargame.play.live_game import LiveGame, open_game
from wargame.play.new_game import new_game
from wargame.play.past import open_past
from wargame.play.verify import verify_save


@pytest.fixture
def game(tmp_path: Path) -> Iterator[LiveGame]:
    blank = loaded("blank")
    live = new_game(blank, settings_for(blank.scenario), tmp_path / "game.wargame")
    yield live
    live.close()


def play_turn(game: LiveGame, move: str = "C04") -> None:
    if game.world.phase is Phase.OUTCOME:
        game.begin_next_turn()
    game.start_planning()
    game.keep_draft(BLU, 1, order(move, "AMB"))
    game.lock_and_adjudicate()
    game.publish()


def moment(game: LiveGame, words: str) -> int:
    return next(m.number for m in GoingBack(game).moments() if m.words == words)


def test_that_a_turn_goes_back_to_before_its_lock_with_its_orders_as_drafts(game: LiveGame) -> None:
    game.start_planning()
    game.keep_draft(BLU, 1, order("C04", "AMB"))
    before = game.world.state_hash()
    game.lock_and_adjudicate()
    GoingBack(game).go_to(moment(game, "Turn 1, before the lock"), "Amber was not ready.")
    assert game.world.phase is Phase.PLAN
    assert game.world.state_hash() == before
    assert [draft.order for draft in game.drafts(BLU)] == [order("C04", "AMB")]
    assert game.drafts(AMB) == ()


def test_that_equal_orders_after_going_back_give_the_outcome_that_was_left(game: LiveGame) -> None:
    play_turn(game)
    values = game.world.values
    GoingBack(game).go_to(moment(game, "Turn 1, before the lock"), "")
    game.keep_draft(BLU, 1, order("C04", "AMB"))
    game.lock_and_adjudicate()
    assert game.world.values == values


def test_that_what_was_left_stays_in_the_log_and_counts_no_more(game: LiveGame) -> None:
    play_turn(game)
    play_turn(game)
    logged = len(game.records)
    GoingBack(game).go_to(moment(game, "Turn 1, outcome published"), "Once more.")
    assert len(game.records) == logged + 1
    assert game.world.turn == 1
    assert game.console().turn == 1
    assert all(row.turn <= 1 for row in game.console().events)
    assert game.world.events == logged + 1


def test_that_undo_takes_one_step_and_redo_gives_it_back(game: LiveGame) -> None:
    play_turn(game)
    desk = GoingBack(game)
    published = game.world.state_hash()
    assert desk.last_step() == "publication of turn 1"
    desk.undo()
    assert game.world.phase is Phase.ADJUDICATE
    assert desk.next_step() == "publication of turn 1"
    desk.redo()
    assert game.world.state_hash() == published
    assert desk.next_step() == ""


def test_that_nothing_is_done_again_once_the_game_went_another_way(game: LiveGame) -> None:
    play_turn(game)
    desk = GoingBack(game)
    desk.undo()
    game.publish()
    assert desk.next_step() == ""
    with pytest.raises(RuleError, match="Nothing that was taken back"):
        desk.redo()


def test_that_the_beginning_of_a_session_cannot_be_taken_back(game: LiveGame) -> None:
    desk = GoingBack(game)
    assert desk.last_step() == ""
    with pytest.raises(RuleError, match="nothing to take back"):
        desk.undo()
    with pytest.raises(RuleError, match="no such moment"):
        desk.go_to(999, "")


def test_that_planning_is_reopened_only_before_publication(game: LiveGame) -> None:
    desk = GoingBack(game)
    game.start_planning()
    with pytest.raises(RuleError, match="reopened before"):
        desk.reopen_planning()
    game.seal(BLU, (order("C04", "AMB"),))
    game.lock_and_adjudicate()
    desk.reopen_planning()
    assert game.world.phase is Phase.PLAN
    assert game.world.sealed_orders(BLU) == (order("C04", "AMB"),)
    game.lock_and_adjudicate()
    game.publish()
    with pytest.raises(RuleError, match="reopened before"):
        desk.reopen_planning()


def test_that_a_game_that_went_back_reopens_the_same_and_is_whole(game: LiveGame) -> None:
    for _ in range(3):
        play_turn(game)
    GoingBack(game).go_to(moment(game, "Turn 2, before the lock"), "")
    game.keep_draft(BLU, 1, order("C04", "AMB"))
    game.lock_and_adjudicate()
    world, path = game.world, game.path
    game.close()
    again = open_game(path)
    assert again.world == world
    again.close()
    past = open_past(path)
    assert past.world.state_hash() == world.state_hash()
    found = verify_save(path)
    assert found.is_whole, found.words
    assert found.state == world.state_hash()


def test_that_no_snapshot_of_what_was_left_is_opened(game: LiveGame) -> None:
    play_turn(game)
    play_turn(game)
    GoingBack(game).go_to(moment(game, "Turn 1, before the lock"), "")
    world, path = game.world, game.path
    game.close()
    again = open_game(path)
    assert again.world == world
    again.close()
