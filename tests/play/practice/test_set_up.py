"""A practice game before it begins: what is offered, and how long it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from wargame.errors import RuleError, ScenarioError
from wargame.model.ids import ActorId, Controller, Phase
from wargame.model.practice import Difficulty, Length
from wargame.play.library import find_scenario, session_cards
from wargame.play.new_game import new_game
from wargame.play.practice.lengths import lengths_of, with_length
from wargame.play.practice.set_up import SoloChoice, opponents_of, practice_settings, seat_offers
from wargame.play.practice.solo import Solo
from wargame.scenarios.retimed import retimed
from wargame.scenarios.text import ScenarioText

TEHRAN = find_scenario("after-tehran")
BLUE = ActorId("BLU")


def test_that_every_seat_is_offered_with_its_aim_and_what_is_in_danger() -> None:
    scenario = TEHRAN.scenario

    offers = seat_offers(scenario, scenario.starts[0].id)

    assert [offer.actor for offer in offers] == [actor.id for actor in scenario.seats]
    iran = next(offer for offer in offers if offer.actor == "IRN")
    assert iran.aim == "Restore deterrence without an open war"
    assert iran.owes == "Israel"
    assert iran.open_moves > 0
    assert {offer.demand for offer in offers} == {"gentle", "fair", "demanding"}


@pytest.mark.parametrize("length", list(Length))
def test_that_a_length_changes_the_turns_and_nothing_else(length: Length) -> None:
    loaded = find_scenario("after-tehran")

    played = with_length(loaded, length).scenario

    wanted = next(one for one in lengths_of(loaded.scenario) if one.length is length)
    assert (played.turns, played.turn_days) == (wanted.turns, wanted.turn_days)
    assert played.moves == loaded.scenario.moves
    assert played.parameters == loaded.scenario.parameters


def test_that_a_scenario_without_its_turns_on_lines_of_their_own_is_refused() -> None:
    with pytest.raises(ScenarioError, match="turns"):
        retimed(ScenarioText({"scenario.yaml": b"{turns: 4, turn_days: 1}"}), 6, 1.0)


def test_that_a_practice_in_a_length_is_saved_with_its_turns(tmp_path: Path) -> None:
    loaded = with_length(find_scenario("blank"), Length.CRISIS)
    choice = SoloChoice(BLUE, loaded.scenario.starts[0].id, Length.CRISIS)
    path = tmp_path / "a practice.wargame"

    game = new_game(loaded, practice_settings(loaded.scenario, choice, 7), path)
    game.close()

    (card,) = session_cards(tmp_path)
    assert (card.practice, card.turns, card.title) == ("Blue", 6, "Practice as Blue")
    assert card.how == "Solo, 2 by the computer"


def test_that_difficulty_changes_how_computers_waver_and_not_who_sits_where() -> None:
    scenario = find_scenario("blank").scenario
    start = scenario.starts[0].id
    calm, hard = (
        practice_settings(scenario, SoloChoice(BLUE, start, difficulty=one), 7)
        for one in (Difficulty.CALM, Difficulty.HARD)
    )
    assert calm.noise > 1.0 > hard.noise
    assert calm.seats == hard.seats


def test_that_only_computers_are_offered_as_opponents() -> None:
    assert Controller.PEOPLE not in opponents_of(TEHRAN.scenario)
    assert opponents_of(TEHRAN.scenario)[0] is Controller.DOCTRINE


def test_that_a_practice_needs_computers_at_the_other_seats(tmp_path: Path) -> None:
    loaded = find_scenario("blank")
    choice = SoloChoice(BLUE, loaded.scenario.starts[0].id, opponents=Controller.FACILITATOR)

    with pytest.raises(RuleError, match="one person at one seat"):
        new_game(loaded, practice_settings(loaded.scenario, choice, 7), tmp_path / "no.wargame")


def test_that_a_practice_goes_on_by_itself_once_the_student_has_sealed(tmp_path: Path) -> None:
    loaded = find_scenario("blank")
    choice = SoloChoice(BLUE, loaded.scenario.starts[0].id)
    game = new_game(loaded, practice_settings(loaded.scenario, choice, 7), tmp_path / "one.wargame")
    solo = Solo(game)

    solo.begin_planning()
    with pytest.raises(RuleError, match="Seal your orders"):
        solo.adjudication()
    game.seal(BLUE, ())
    assert solo.waits_for_others
    solo.take(solo.adjudication()(lambda _done, _total: None))
    assert game.world.phase is Phase.OUTCOME
    solo.begin_next_turn()

    assert (game.world.turn, game.world.phase) == (2, Phase.PLAN)
    game.close()
