"""The example saves are whole, can be made again to the last hash, and hold what they promise."""

from __future__ import annotations

from pathlib import Path

import pytest
from example_games.writing import chain_ends, scenario_in
from make_examples import EXAMPLES, MADE

from wargame.model.debrief_notes import Answered
from wargame.model.ids import Phase
from wargame.model.perceptions import PerceptionRecorded
from wargame.model.predictions import PredictionsMade
from wargame.model.rulings import ActRuled, OrderRuled
from wargame.play.debrief.notebook import Notebook
from wargame.play.debrief.notes import room_notes
from wargame.play.debrief.replay import open_replay
from wargame.play.verify import verify_save

NAMES = sorted(MADE)
INTERVIEWED = "six-days-in-tehran"


def made_again(name: str, scratch: Path) -> tuple[str, str]:
    """The ends of an example's chains when it is made again from the scenario that is in it."""
    target = scratch / f"{name}.wargame"
    MADE[name][0](scenario_in(EXAMPLES / f"{name}.wargame"), scratch, target)
    return chain_ends(target)


def test_that_the_seminar_is_made_again_to_the_last_hash(tmp_path: Path) -> None:
    assert made_again("staff-seminar", tmp_path) == chain_ends(EXAMPLES / "staff-seminar.wargame")


@pytest.mark.soak
@pytest.mark.parametrize("name", NAMES)
def test_that_every_example_is_made_again_to_the_last_hash(name: str, tmp_path: Path) -> None:
    log, notes = made_again(name, tmp_path)
    shipped_log, shipped_notes = chain_ends(EXAMPLES / f"{name}.wargame")
    assert log == shipped_log
    if name == INTERVIEWED:
        # The words of an opponent's answer are the interview's; what was asked is the example's.
        assert asked(tmp_path / f"{name}.wargame") == asked(EXAMPLES / f"{name}.wargame")
    else:
        assert notes == shipped_notes


def asked(path: Path) -> list[str]:
    """The questions that an example's notes answer."""
    return [entry.question for _, entry in Notebook(path).of_type(Answered)]


@pytest.mark.soak
@pytest.mark.parametrize("name", NAMES)
def test_that_every_turn_of_an_example_adjudicates_the_same_again(name: str) -> None:
    assert verify_save(EXAMPLES / f"{name}.wargame").is_whole


@pytest.mark.parametrize("name", NAMES)
def test_that_an_example_is_a_finished_game_that_nobody_has_written_in(name: str) -> None:
    path = EXAMPLES / f"{name}.wargame"
    replay = open_replay(path)
    assert replay.world(replay.last).phase is Phase.ENDED
    assert not list(EXAMPLES.glob(f"{name}.wargame-*"))


def test_that_the_practice_game_has_predictions_and_an_interview() -> None:
    path = EXAMPLES / "six-days-in-tehran.wargame"
    replay = open_replay(path)
    assert replay.world(replay.last).settings.practice is not None
    events = [record.event for record in replay.line]
    assert sum(isinstance(event, PredictionsMade) for event in events) == 6
    answers = room_notes(replay.scenario, replay.marked, Notebook(path).entries()).answers
    assert {answer.seat for _, answer in answers} == {"ISR", "USA"}
    assert all("[" in answer.text for _, answer in answers)


def test_that_the_seminar_has_rulings_readings_tags_and_an_authors_text() -> None:
    path = EXAMPLES / "staff-seminar.wargame"
    replay = open_replay(path)
    events = [record.event for record in replay.line]
    assert sum(isinstance(event, PerceptionRecorded) for event in events) > 20
    assert any(isinstance(event, ActRuled) for event in events)
    assert any(isinstance(event, OrderRuled) for event in events)
    notes = room_notes(replay.scenario, replay.marked, Notebook(path).entries())
    assert sum(tag.is_from_play for tag in notes.tags) == 9
    assert any(not tag.is_from_play for tag in notes.tags)
    assert notes.strengths()
    assert notes.improvements()
    assert notes.answers
