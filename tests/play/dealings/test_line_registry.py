"""The red-line registry: lines drawn in the game, crossings for control, promises judged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.scenes import AMB, BLU, GRN, loaded, order, settings_for
from wargame.errors import RuleError
from wargame.model.ids import FrontId
from wargame.model.orders import Order
from wargame.play.dealings.line_registry import RedLines
from wargame.play.live_game import LiveGame, open_game
from wargame.play.new_game import new_game
from wargame.play.panels.red_lines import red_line_marks


@pytest.fixture
def game(tmp_path: Path) -> Iterator[LiveGame]:
    blank = loaded("blank")
    live = new_game(blank, settings_for(blank.scenario), tmp_path / "game.wargame")
    live.start_planning()
    yield live
    live.close()


def turn(game: LiveGame, blu: Sequence[Order] = (), amb: Sequence[Order] = ()) -> None:
    game.seal(BLU, blu)
    game.seal(AMB, amb)
    game.seal(GRN, ())
    game.lock_and_adjudicate()


def go_on(game: LiveGame) -> None:
    game.publish()
    game.begin_next_turn()
    game.start_planning()


def test_that_a_team_draws_changes_and_gives_up_lines_of_its_own(game: LiveGame) -> None:
    lines = RedLines(game)
    lines.draw(BLU, "Fire at our ports", 7.0, "fire at theirs", front=FrontId("border"))
    drawn = lines.of(BLU)[-1]
    assert (drawn.line.id, drawn.answer, drawn.within) == ("own-1", 4.0, 4)
    lines.draw(BLU, "Fire at our ports", 9.0, "fire at theirs", line="own-1", within=1)
    assert [own.line.rung for own in lines.of(BLU)] == [13.0, 9.0]
    assert [view.is_drawn for view in game.view(BLU).red_lines] == [False, True]
    assert "our ports" not in repr(game.view(AMB))
    lines.drop(BLU, "own-1")
    lines.drop(BLU, "soil")
    assert lines.of(BLU) == ()
    assert [mark.actor for mark in red_line_marks(game.scenario, game.world)] == [AMB]


def test_that_a_line_without_sense_is_refused_in_a_sentence(game: LiveGame) -> None:
    lines = RedLines(game)
    for text, rung, front, line, code in (
        (" ", 7.0, None, "", "line.text"),
        ("x" * 121, 7.0, None, "", "line.text"),
        ("Fire", 0.0, None, "", "line.rung"),
        ("Fire", 7.0, FrontId("nowhere"), "", "line.front"),
        ("Fire", 7.0, None, "own-9", "line.unknown"),
    ):
        with pytest.raises(RuleError) as refused:
            lines.draw(BLU, text, rung, "", front=front, line=line)
        assert refused.value.code == code
    with pytest.raises(RuleError):
        lines.drop(BLU, "own-9")


def test_that_control_is_told_of_a_crossing_before_the_outcome_is_out(game: LiveGame) -> None:
    lines = RedLines(game)
    lines.draw(BLU, "Any fire at us", 5.0, "an answer", within=1)
    turn(game, amb=(order("M13", "BLU"),))
    waiting = [row for row in lines.crossings() if row.crossing.line == "own-1"]
    assert [row.recorded for row in waiting] == [False]
    assert game.world.red_lines.crossings == ()
    game.publish()
    (row,) = [row for row in lines.crossings() if row.crossing.line == "own-1"]
    assert row.recorded
    assert row.words == "Answer due by turn 2"
    assert (row.crossing.by, row.text) == (AMB, "Any fire at us")


def test_that_a_game_ended_in_the_middle_of_adjudication_records_its_crossings(
    game: LiveGame,
) -> None:
    lines = RedLines(game)
    lines.draw(BLU, "Any fire at us", 5.0, "an answer", within=1)
    turn(game, amb=(order("M13", "BLU"),))
    game.end("The room has seen enough.")
    (row,) = [row for row in lines.crossings() if row.crossing.line == "own-1"]
    assert row.recorded


@pytest.mark.parametrize("answers", [True, False])
def test_that_a_promise_is_kept_by_an_answer_in_time_and_broken_without(
    game: LiveGame, answers: bool
) -> None:
    lines = RedLines(game)
    lines.draw(BLU, "Any fire at us", 5.0, "an answer", within=1, answer=3.0)
    turn(game, amb=(order("M13", "BLU"),))
    go_on(game)
    turn(game, blu=(order("I01", "AMB"),) if answers else ())
    game.publish()
    (row,) = [row for row in lines.crossings() if row.crossing.line == "own-1"]
    assert row.crossing.kept is answers
    assert row.words == ("Promise kept" if answers else "Promise broken")
    world, path = game.world, game.path
    game.close()
    again = open_game(path)
    assert again.world == world
    again.close()
