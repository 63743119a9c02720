"""Observers mark moments; marks survive going back, a reopening, and reach nobody in the game."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.scenes import IRN, ISR, after_tehran, loaded, settings_for
from wargame.engine.public_facts import public_view
from wargame.engine.visibility import view_for
from wargame.errors import RuleError
from wargame.model.ids import ActorId, Phase
from wargame.play.control.observing import Observing
from wargame.play.going_back import GoingBack
from wargame.play.live_game import LiveGame, open_game
from wargame.play.new_game import new_game
from wargame.play.past import open_past

SCENARIO = after_tehran()


@pytest.fixture
def game(tmp_path: Path) -> Iterator[LiveGame]:
    scenario = loaded("after-tehran")
    made = new_game(scenario, settings_for(scenario.scenario), tmp_path / "observed.wargame")
    yield made
    made.close()


def test_that_keys_are_the_teams_objectives_and_then_what_fits_any_team(game: LiveGame) -> None:
    desk = Observing(game)
    desk.come("Ada", ISR)
    tags = desk.tags("Ada")
    objectives = SCENARIO.actor[ISR].objectives
    assert [tag.objective for tag in tags if tag.objective] == [o.id for o in objectives][:5]
    assert [tag.key for tag in tags] == sorted({tag.key for tag in tags})
    assert tags[-1].key == 9
    desk.come("Ben")
    assert not any(tag.objective for tag in desk.tags("Ben"))
    assert len(desk.tags("Ben")) == 9


def test_that_a_moment_is_marked_with_turn_phase_and_note(game: LiveGame) -> None:
    desk = Observing(game)
    desk.come("Ada", ISR)
    first = desk.tag("Ada", 1)
    game.start_planning()
    second = desk.tag("Ada", 9, "  They argue   about the north. ")
    desk.note(first, "Quiet.")
    marked = {m.observation.number: m.observation for m in desk.marked()}
    assert marked[first].phase is Phase.BRIEF
    assert marked[first].note == "Quiet."
    assert marked[second].phase is Phase.PLAN
    assert marked[second].note == "They argue about the north."
    assert marked[second].seat == ISR
    assert all(m.at for m in desk.marked())
    desk.drop(first)
    assert [m.observation.number for m in desk.marked()] == [second]
    assert desk.tag("Ada", 2) == 3


def test_that_marks_survive_going_back_and_a_reopening(game: LiveGame) -> None:
    desk, back = Observing(game), GoingBack(game)
    desk.come("Ada", IRN)
    game.start_planning()
    desk.tag("Ada", 1, "Before the undo.")
    assert "planning" in back.last_step()
    back.undo()
    phases = [game.world.phase]
    assert [m.observation.note for m in desk.marked()] == ["Before the undo."]
    desk.tag("Ada", 2, "After it.")
    assert "planning" in back.next_step()
    back.redo()
    phases.append(game.world.phase)
    assert phases == [Phase.BRIEF, Phase.PLAN]
    notes = [m.observation.note for m in desk.marked()]
    assert notes == ["Before the undo.", "After it."]
    path = game.path
    game.close()
    again = open_game(path)
    assert [m.observation.note for m in Observing(again).marked()] == notes
    assert [o.name for o in Observing(again).observers()] == ["Ada"]
    again.close()
    past = open_past(path)
    assert [m.observation.note for m in past.marks] == notes
    assert past.public().phase is Phase.PLAN


def test_that_nobody_in_the_game_can_tell_that_it_is_observed(game: LiveGame) -> None:
    def all_that_is_seen() -> str:
        seats = [view_for(SCENARIO, game.world, seat.actor) for seat in game.world.seats]
        return repr((seats, public_view(SCENARIO, game.world)))

    before = all_that_is_seen()
    desk = Observing(game)
    desk.come("Ada", ISR)
    desk.tag("Ada", 1, "nobody may read this")
    assert all_that_is_seen() == before


def test_that_two_desks_see_the_same(game: LiveGame) -> None:
    one, two = Observing(game), Observing(game)
    one.come("Ada", ISR)
    two.come("Ben")
    one.tag("Ada", 1)
    two.tag("Ben", 1)
    assert one.marked() == two.marked()
    assert [m.observation.number for m in one.marked()] == [1, 2]


@pytest.mark.parametrize(
    ("name", "seat", "sentence"),
    [
        ("   ", None, "An observer needs a name."),
        ("x" * 61, None, "A name has at most 60 characters."),
        ("Ada", "XYZ", "There is no seat XYZ."),
    ],
)
def test_that_a_wrong_observer_is_refused_in_one_sentence(
    game: LiveGame, name: str, seat: str | None, sentence: str
) -> None:
    with pytest.raises(RuleError) as refused:
        Observing(game).come(name, ActorId(seat) if seat else None)
    assert str(refused.value) == sentence


def test_that_wrong_marks_are_refused(game: LiveGame) -> None:
    desk = Observing(game)
    with pytest.raises(RuleError, match="Nobody called"):
        desk.tag("Ada", 1)
    desk.come("Ada", ISR)
    with pytest.raises(RuleError, match="The key 10 has no meaning here"):
        desk.tag("Ada", 10)
    with pytest.raises(RuleError, match="at most 500 characters"):
        desk.tag("Ada", 1, "x" * 501)
    with pytest.raises(RuleError, match="There is no observation 7"):
        desk.note(7, "Late.")
    assert not desk.marked()
