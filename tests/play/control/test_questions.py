"""Questions of teams to control, and who reads the answers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.scenes import AMB, BLU, GRN, loaded, settings_for
from wargame.errors import RuleError
from wargame.play.control.questions import Questions
from wargame.play.live_game import LiveGame, open_game
from wargame.play.new_game import new_game


@pytest.fixture
def game(tmp_path: Path) -> Iterator[LiveGame]:
    blank = loaded("blank")
    live = new_game(blank, settings_for(blank.scenario), tmp_path / "game.wargame")
    yield live
    live.close()


def test_that_an_answer_reaches_only_the_asker(game: LiveGame) -> None:
    questions = Questions(game)
    others = {seat: game.view(seat) for seat in (AMB, GRN)}
    questions.ask(BLU, " How many ships are in the strait? ")
    assert game.view(BLU).questions[0].is_open
    questions.answer(1, "Four.")
    mine = game.view(BLU).questions
    assert [(q.text, q.answer, q.number) for q in mine] == [
        ("How many ships are in the strait?", "Four.", 1)
    ]
    assert {seat: game.view(seat) for seat in (AMB, GRN)} == others


def test_that_an_answer_to_all_says_neither_who_asked_nor_what(game: LiveGame) -> None:
    questions = Questions(game)
    questions.ask(BLU, "Is the airspace open?")
    questions.ask(AMB, "Who is in the room?")
    questions.answer(1, "It is closed.", to_all=True)
    read = game.view(AMB).questions
    assert [(q.text, q.answer) for q in read] == [
        ("Who is in the room?", ""),
        ("", "It is closed."),
    ]


def test_that_the_place_of_an_answer_to_all_follows_the_answering_not_the_asking(
    game: LiveGame,
) -> None:
    questions = Questions(game)
    questions.ask(BLU, "One?")
    questions.ask(AMB, "Two?")
    questions.answer(2, "Second first.", to_all=True)
    questions.answer(1, "First second.", to_all=True)
    assert [q.answer for q in game.view(GRN).questions] == ["Second first.", "First second."]


def test_that_control_sees_open_questions_first_and_the_oldest_on_top(game: LiveGame) -> None:
    questions = Questions(game)
    for text in ("One?", "Two?", "Three?"):
        questions.ask(BLU, text)
    questions.answer(1, "Yes.")
    view = questions.view()
    assert [row.text for row in view.rows] == ["Two?", "Three?", "One?"]
    assert view.open == 2
    assert all(row.asked_at for row in view.rows)
    assert view.rows[0].when == "Turn 1, briefing"


def test_that_questions_and_answers_come_back_after_reopening(game: LiveGame) -> None:
    questions = Questions(game)
    questions.ask(GRN, "Why?")
    questions.answer(1, "Because.")
    world = game.world
    game.close()
    again = open_game(game.path)
    assert again.world == world
    assert again.world.state_hash() == world.state_hash()
    again.close()


def test_that_empty_long_unknown_and_repeated_things_are_refused(game: LiveGame) -> None:
    questions = Questions(game)
    with pytest.raises(RuleError, match="Write what you want to know"):
        questions.ask(BLU, "  ")
    with pytest.raises(RuleError, match="at most 4,000"):
        questions.ask(BLU, "x" * 5_000)
    with pytest.raises(RuleError, match="no question 9"):
        questions.answer(9, "Yes.")
    questions.ask(BLU, "One?")
    with pytest.raises(RuleError, match="Write an answer"):
        questions.answer(1, "")
    questions.answer(1, "Yes.")
    with pytest.raises(RuleError, match="answered already"):
        questions.answer(1, "No.")
