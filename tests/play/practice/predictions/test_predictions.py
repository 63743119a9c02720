"""Predictions of a practice game: asked from the seat's view, resolved from the log, scored."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from wargame.engine.apply import apply
from wargame.errors import RuleError
from wargame.model.events import PhaseBegan, Record
from wargame.model.ids import ActorId, Phase
from wargame.model.practice import Length
from wargame.model.predictions import OddsReckoned, Prediction, PredictionsMade
from wargame.play.library import find_scenario
from wargame.play.live_game import open_game
from wargame.play.new_game import new_game
from wargame.play.practice.lengths import with_length
from wargame.play.practice.predictions.predictions import Predictions
from wargame.play.practice.predictions.questions import question_words, questions_for
from wargame.play.practice.predictions.resolving import Resolved, brier, resolved
from wargame.play.practice.set_up import SoloChoice, practice_settings
from wargame.play.practice.solo import Solo

BLUE = ActorId("BLU")
IRAN = ActorId("IRN")


def _game(folder: Path, scenario: str = "blank", seat: ActorId = BLUE) -> Solo:
    loaded = with_length(find_scenario(scenario), Length.CRISIS)
    choice = SoloChoice(seat, loaded.scenario.starts[0].id, Length.CRISIS)
    settings = practice_settings(loaded.scenario, choice, 11)
    solo = Solo(new_game(loaded, settings, folder / "p.wargame"))
    solo.begin_planning()
    return solo


def _turn(solo: Solo) -> None:
    solo.game.seal(solo.seat, ())
    solo.take(solo.adjudication()(lambda _done, _total: None))


def test_that_three_events_are_asked_in_words_that_name_a_turn(tmp_path: Path) -> None:
    solo = _game(tmp_path, "after-tehran", IRAN)

    asked = Predictions(solo).questions()

    words = [question_words(solo.game.scenario, one) for one in asked]
    assert len(set(words)) == 3
    assert words[0] == "Israel strikes or harms Iran at R10 or above by the end of turn 3"
    assert words[1] == "The escalation index is 66 or higher at the end of turn 2"
    assert words[2] == "A truce holds on some front by the end of turn 3"
    solo.game.close()


def test_that_what_is_asked_rests_on_the_seats_own_view_alone(tmp_path: Path) -> None:
    solo = _game(tmp_path, "after-tehran", IRAN)
    game = solo.game
    hidden = bytes(b ^ 1 for b in game.world.values[:8]) + game.world.values[8:]

    other = questions_for(game.scenario, replace(game.world, values=hidden), game.view(solo.seat))

    assert other == Predictions(solo).questions()
    game.close()


def test_that_predictions_are_resolved_from_the_log_and_survive_a_reopening(
    tmp_path: Path,
) -> None:
    solo = _game(tmp_path)
    desk = Predictions(solo)
    desk.give([Prediction(question, 0.5) for question in desk.questions()])
    desk.give([Prediction(question, 0.25) for question in desk.questions()])
    desk.note_odds(1, [Prediction(question, 0.125) for question in desk.questions()], 1000)
    with pytest.raises(RuleError, match="between 0 and 100"):
        desk.give([Prediction(desk.questions()[0], 1.5)])
    assert all(one.happened is None for one in desk.resolved())
    for _ in range(3):
        _turn(solo)
        if not solo.game.has_ended:
            solo.begin_next_turn()
    solo.game.close()

    game = open_game(tmp_path / "p.wargame")

    found = resolved(game.scenario, game.line)
    assert [one.chance for one in found] == [0.25] * len(found)
    assert [one.engine for one in found] == [0.125] * len(found)
    numbers = {record.number for record in game.line}
    for one in found:
        assert one.happened is not None
        assert set(one.cites) <= numbers
        assert one.cites
    game.close()


def test_that_nothing_is_predicted_once_the_orders_are_sealed(tmp_path: Path) -> None:
    solo = _game(tmp_path)
    desk = Predictions(solo)
    asked = desk.questions()
    solo.game.seal(solo.seat, ())

    with pytest.raises(RuleError, match="before the orders are sealed"):
        desk.give([Prediction(asked[0], 0.5)])
    solo.game.close()


def test_that_predictions_move_nothing_in_the_world(tmp_path: Path) -> None:
    solo = _game(tmp_path)
    game = solo.game
    question = Predictions(solo).questions()[0]

    for event in (
        PredictionsMade(1, solo.seat, (Prediction(question, 0.9),)),
        OddsReckoned(1, solo.seat, (Prediction(question, 0.4),), 1000),
    ):
        assert apply(game.scenario, game.world, event, 99) == game.world
    game.close()


def test_that_a_game_that_ended_early_answers_what_was_still_open(tmp_path: Path) -> None:
    solo = _game(tmp_path)
    desk = Predictions(solo)
    desk.give([Prediction(question, 0.5) for question in desk.questions()])
    _turn(solo)
    line = [*solo.game.line]
    assert any(one.happened is None for one in desk.resolved())

    ended = Record(line[-1].number + 1, line[-1].at, PhaseBegan(1, Phase.ENDED))

    assert all(one.happened is not None for one in resolved(solo.game.scenario, [*line, ended]))
    solo.game.close()


def test_that_the_engine_is_compared_on_the_predictions_that_it_made_too() -> None:
    def one(chance: float, engine: float | None, *, happened: bool | None) -> Resolved:
        return Resolved(1, "", chance, engine, 0, happened, ())

    decided, alone = one(1.0, 0.5, happened=True), one(0.5, None, happened=False)
    open_one = one(0.0, 0.0, happened=None)
    score = brier([decided, alone, open_one])

    assert (score.count, score.student) == (2, 0.125)
    assert (score.both, score.student_of_both, score.engine) == (1, 0.0, 0.25)
    assert brier([]).student is None
