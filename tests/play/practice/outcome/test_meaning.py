"""What a turn means for the student's seat, from its own views before and after."""

from __future__ import annotations

from dataclasses import replace

from tests.doctrine_games import bundled, doctrine_game
from tests.scenes import after_tehran, planning_world
from wargame.engine.visibility import view_for
from wargame.model.events import OutcomePublished, Record
from wargame.model.ids import ActorId
from wargame.model.seat_view import ObjectiveView, SeatView, Standing
from wargame.play.practice.outcome.meaning import meaning_between, meaning_of_turn

IRAN = ActorId("IRN")


def _view() -> SeatView:
    scenario = after_tehran()
    return view_for(scenario, planning_world(scenario), IRAN)


def _standing(view: SeatView, number: int, standing: Standing) -> SeatView:
    changed: list[ObjectiveView] = list(view.objectives)
    changed[number] = replace(changed[number], standing=standing)
    return replace(view, objectives=tuple(changed))


def test_that_a_turn_in_which_nothing_moved_says_so() -> None:
    (meaning,) = meaning_between(_view(), _view())
    assert meaning.kind == "nothing"


def test_that_objectives_that_stand_otherwise_are_named_with_how() -> None:
    view = _view()
    worse = meaning_between(view, _standing(view, 0, "at risk"))
    better = meaning_between(_standing(view, 0, "at risk"), view)
    assert [one.kind for one in worse] == ["worse"]
    assert worse[0].words == "“Restore deterrence without an open war” is at risk now."
    assert [one.kind for one in better] == ["better"]


def test_that_a_line_crossed_this_turn_is_told_with_what_was_promised() -> None:
    view = _view()
    place = next(n for n, line in enumerate(view.red_lines) if line.crossed is None)
    lines = list(view.red_lines)
    lines[place] = replace(lines[place], crossed=1)
    (meaning,) = meaning_between(view, replace(view, red_lines=tuple(lines)))
    assert meaning.kind == "line"
    assert lines[place].text in meaning.words
    assert lines[place].promise in meaning.words


def test_that_a_gauge_is_told_only_when_it_moved_far_enough() -> None:
    view = _view()
    place = next(n for n, gauge in enumerate(view.gauges) if gauge.share is not None)
    gauge = view.gauges[place]
    assert gauge.share is not None

    def moved(by: float) -> SeatView:
        gauges = list(view.gauges)
        gauges[place] = replace(gauge, share=(gauge.share or 0.0) - by, text="otherwise")
        return replace(view, gauges=tuple(gauges))

    assert meaning_between(view, moved(0.2))[0].kind == "state"
    assert meaning_between(view, moved(0.01))[0].kind == "nothing"


def test_that_the_turn_of_a_log_is_the_last_one_published() -> None:
    events = doctrine_game(3).events
    first = next(n for n, event in enumerate(events) if isinstance(event, OutcomePublished))
    line = [Record(n, "", event) for n, event in enumerate(events[: first + 1], 1)]
    found = meaning_of_turn(bundled(), line, IRAN)
    assert found
    assert all(one.words.endswith(".") for one in found)
