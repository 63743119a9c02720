"""A guided game goes on by what was done in the game, in whatever order, and holds nobody up."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.scenes import AMB, BLU, GRN, loaded, order
from wargame.model.channels import Words
from wargame.model.ids import ActorId
from wargame.model.lessons import Doing, GuidedGame
from wargame.model.orders import Order
from wargame.play.dealings.conversations import Conversations
from wargame.play.new_game import new_game
from wargame.play.practice.lessons.guiding import Guiding
from wargame.play.practice.lessons.shelf import lesson_shelf
from wargame.play.practice.set_up import SoloChoice, practice_settings
from wargame.play.practice.solo import Solo


@pytest.fixture
def guided() -> GuidedGame:
    found = lesson_shelf().guided
    assert found is not None
    return found


@pytest.fixture
def solo(tmp_path: Path, guided: GuidedGame) -> Iterator[Solo]:
    box = loaded(guided.scenario)
    choice = SoloChoice(ActorId(guided.seat), guided.start, coach=False)
    game = new_game(
        box, practice_settings(box.scenario, choice, guided.seed), tmp_path / "g.wargame"
    )
    yield Solo(game)
    game.close()


def play_turn(solo: Solo) -> None:
    solo.take(solo.adjudication()(lambda _done, _total: None))


def doing(guiding: Guiding) -> str:
    return guiding.step.doing if guiding.step is not None else "end"


def test_that_the_whole_game_can_be_played_as_it_is_told(guided: GuidedGame, solo: Solo) -> None:
    game, guiding = solo.game, Guiding(guided, solo.game)
    assert not guiding.look()
    for _ in range(3):
        assert doing(guiding) == Doing.READ
        guiding.go_on()
    assert doing(guiding) == Doing.PLANNING
    solo.begin_planning()
    assert guiding.look()
    assert doing(guiding) == Doing.MOVE
    game.keep_draft(AMB, 1, order("M13", BLU))
    assert guiding.look()
    assert doing(guiding) == Doing.WARNING
    strike = order("M13", BLU, warning_hours=30.0, told=(GRN,))
    assert game.refusal(AMB, strike) is None
    game.keep_draft(AMB, 1, strike)
    assert guiding.look()
    assert doing(guiding) == Doing.MESSAGE
    Conversations(game).send(AMB, Words(BLU, "One strike, then we stop.", via=GRN))
    assert solo.send_due() == ("i01",)
    assert guiding.look()
    assert doing(guiding) == Doing.SEALED
    game.seal(AMB, (strike,))
    assert guiding.look()
    assert doing(guiding) == Doing.OUTCOME
    play_turn(solo)
    assert guiding.look()
    guiding.go_on()
    assert doing(guiding) == Doing.TURN
    solo.begin_next_turn()
    assert guiding.look()
    way_out = order("M21", BLU)
    assert game.refusal(AMB, way_out) is None
    game.keep_draft(AMB, 1, way_out)
    assert guiding.look()
    assert doing(guiding) == Doing.OUTCOME
    game.seal(AMB, (way_out,))
    play_turn(solo)
    assert guiding.look()
    guiding.go_on()
    assert guiding.step is None
    path = game.world.index_path
    assert path[0] < path[2] < path[1], "the strike heats, the way out cools"


def test_that_another_way_is_never_held_up(guided: GuidedGame, solo: Solo) -> None:
    """Nothing is read, nothing chosen: the guide meets the student at the outcome."""
    guiding = Guiding(guided, solo.game)
    solo.begin_planning()
    guiding.look()
    assert doing(guiding) == Doing.MOVE
    solo.game.seal(AMB, ())
    guiding.look()
    play_turn(solo)
    guiding.look()
    assert (doing(guiding), guiding.step.place if guiding.step else "") == (Doing.READ, "outcome")
    solo.begin_next_turn()
    solo.game.seal(AMB, (order("D01"),))
    play_turn(solo)
    guiding.look()
    assert guiding.step is guided.steps[-1]


def test_that_a_step_can_be_passed_over_and_the_end_is_the_end(
    guided: GuidedGame, solo: Solo
) -> None:
    guiding = Guiding(guided, solo.game)
    for _ in range(len(guided.steps) + 3):
        guiding.go_on()
    assert guiding.step is None
    assert not guiding.look()


def test_that_it_is_taken_up_where_it_was_left(guided: GuidedGame, solo: Solo) -> None:
    solo.begin_planning()
    solo.game.keep_draft(AMB, 1, order("M13", BLU))
    again = Guiding(guided, solo.game, 2)
    again.look()
    assert doing(again) == Doing.WARNING
    assert Guiding(guided, solo.game, 999).step is None


def test_that_another_move_does_not_count_for_the_one_that_was_meant(
    guided: GuidedGame, solo: Solo
) -> None:
    guiding = Guiding(guided, solo.game)
    solo.begin_planning()
    solo.game.keep_draft(AMB, 1, order("I01", BLU))
    guiding.look()
    assert doing(guiding) == Doing.MOVE


WARNED = order("M13", BLU, warning_hours=30.0, told=(GRN,))


def played(solo: Solo, strike: Order, *, word: bool) -> tuple[float, float, list[str]]:
    """The index after each turn, and what Blue did in the second, as Amber knows it."""
    game = solo.game
    solo.begin_planning()
    if word:
        Conversations(game).send(AMB, Words(BLU, "One strike, then we stop.", via=GRN))
        solo.send_due()
    game.seal(AMB, (strike,))
    play_turn(solo)
    solo.begin_next_turn()
    game.seal(AMB, (order("M21", BLU),))
    play_turn(solo)
    did = [str(e.move) for e in game.view(AMB).known if e.turn == 2 and e.actor == BLU]
    return game.world.index_path[1], game.world.index_path[2], did


def test_that_with_warning_and_word_blue_holds_as_the_guide_says(solo: Solo) -> None:
    first, second, did = played(solo, WARNED, word=True)
    assert "M11" not in did
    assert second < first


@pytest.mark.parametrize("strike", [order("M13", BLU), WARNED], ids=["no warning", "warned"])
def test_that_without_the_word_blue_answers_with_missiles_as_the_guide_says(
    solo: Solo, strike: Order
) -> None:
    first, second, did = played(solo, strike, word=False)
    assert "M11" in did
    assert second > first
