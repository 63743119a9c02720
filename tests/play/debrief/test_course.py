"""The course of a game, and each moment of it from any point of view."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.played import doctrine_game
from tests.scenes import BLU, loaded, order, settings_for
from wargame.model.debrief_view import MeantRow
from wargame.model.happenings import ActResolved
from wargame.model.ids import ActorId
from wargame.model.red_lines import LineDropped
from wargame.model.ruling_views import ActDraft
from wargame.play.adjudication.rulings import Rulings
from wargame.play.dealings.perceptions import read_acts
from wargame.play.debrief.course import Debrief
from wargame.play.debrief.meant import pair_gaps
from wargame.play.debrief.points import LARGEST_POINTS
from wargame.play.debrief.replay import Replay, open_replay
from wargame.play.new_game import new_game
from wargame.play.words.event_words import event_words

IRN, ISR = ActorId("IRN"), ActorId("ISR")


@pytest.fixture(scope="module")
def replay(tmp_path_factory: pytest.TempPathFactory) -> Replay:
    game = doctrine_game(tmp_path_factory.mktemp("debrief"), 3)
    path = game.path
    game.close()
    return open_replay(path)


@pytest.fixture(scope="module")
def debrief(replay: Replay) -> Debrief:
    return Debrief(replay)


def test_that_the_line_ends_each_turn_at_the_index_of_the_turn(
    debrief: Debrief, replay: Replay
) -> None:
    line = debrief.course().line
    xs = [x for x, _, _ in line]
    assert xs == sorted(xs)
    for turn, index in enumerate(replay.world(replay.last).index_path):
        at = [value for x, value, _ in line if x == turn]
        assert at[-1] == pytest.approx(index)


def test_that_marks_lie_in_their_turns(debrief: Debrief) -> None:
    course = debrief.course()
    assert course.marks
    starts = dict(course.turn_places)
    for mark in course.marks:
        assert 0 <= mark.share <= 1
        assert mark.place > starts[mark.turn]


def test_that_turning_points_are_the_largest_movements_in_the_order_of_the_game(
    debrief: Debrief, replay: Replay
) -> None:
    every = debrief.course().turning_points
    assert [p.place for p in every] == sorted(p.place for p in every)
    points = [point for point in every if point.kind == "index"]
    assert 0 < len(points) <= LARGEST_POINTS
    assert [p.place for p in points] == sorted(p.place for p in points)
    smallest = min(abs(p.change) for p in points)
    named = {p.number for p in points}
    for row in replay.console(replay.last).events:
        if row.act and row.turn and row.number not in named:
            assert abs(row.index_change) <= smallest + 1e-9


def test_that_crossed_lines_of_the_registry_stand_beside_the_act(
    debrief: Debrief, replay: Replay
) -> None:
    crossing = replay.world(replay.last).red_lines.crossings[-1]
    last_of_turn = dict(replay.turn_places()).get(crossing.turn + 1, replay.last + 1) - 1
    rows = debrief.moment(last_of_turn).meant
    mine = next(row for row in rows if row.number == crossing.act)
    assert crossing.seat in mine.registered
    before = debrief.moment(replay.place_of(crossing.act)).meant
    assert all(not row.registered for row in before if row.number == crossing.act)


def test_that_acts_that_crossed_a_line_are_turning_points(debrief: Debrief, replay: Replay) -> None:
    points = debrief.course().turning_points
    crossed = {c.act for c in replay.world(replay.last).red_lines.crossings}
    assert crossed
    assert {p.number for p in points if p.kind == "line"} <= crossed
    assert crossed & {p.number for p in points}


def test_that_a_moment_knows_nothing_of_what_comes_later(debrief: Debrief, replay: Replay) -> None:
    place = replay.turn_places()[1][1]
    moment = debrief.moment(place)
    assert moment.turn == 2
    assert all(row.number <= moment.number for row in moment.seen)
    assert moment.meant == ()


def test_that_what_a_seat_did_not_know_is_marked_and_the_rest_is_its_view(
    debrief: Debrief, replay: Replay
) -> None:
    seen = debrief.moment(replay.last, IRN).seen
    world = replay.world(replay.last)
    acts = dict(world.happenings())
    assert any(row.is_missed for row in seen)
    for row in seen:
        act = acts.get(row.number)
        if not isinstance(act, ActResolved):
            continue
        sighted = any(s.seat == IRN for s in act.sightings)
        assert row.is_missed != sighted


def test_that_before_publication_a_seat_knows_nothing_of_its_turn(
    debrief: Debrief, replay: Replay
) -> None:
    acts = [
        (place, record)
        for place, record in enumerate(replay.line)
        if isinstance(record.event, ActResolved) and record.event.turn == 1
    ]
    moment = debrief.moment(acts[-1][0], ISR)
    mine = [row for row in moment.seen if row.turn == 1]
    assert mine
    assert all(row.is_missed for row in mine)


def test_that_the_line_of_a_warning_is_not_taken_for_how_it_was_meant(
    debrief: Debrief, replay: Replay
) -> None:
    end = replay.world(replay.last)
    warnings = {
        number: act
        for number, act in end.happenings()
        if isinstance(act, ActResolved)
        and "warning" in getattr(replay.scenario.move.get(act.order.move), "tags", ())
    }
    named = [act for act in warnings.values() if act.order.meant is not None]
    assert named
    for number in warnings:
        rows = debrief.moment(replay.place_of(number)).meant
        assert all(row.meant is None for row in rows if row.number == number)
    read = [act for act in read_acts(replay.scenario, end) if act.number in warnings]
    assert read
    assert all(act.meant is None for act in read)


def row(actor: str, meant: float | None, rung: float, **reads: float) -> MeantRow:
    told = tuple((ActorId(seat), read, True) for seat, read in reads.items())
    return MeantRow(1, 1, ActorId(actor), None, "", meant, rung, told, ())


def test_that_a_gap_is_the_mean_of_read_minus_meant() -> None:
    rows = [
        row("IRN", 11.0, 13.0, ISR=14.0),
        row("IRN", None, 12.0, ISR=13.0, USA=12.0),
        row("IRN", 8.0, 8.0, ISR=10.0, USA=8.0),
    ]
    gaps = pair_gaps(iter(rows))
    assert [(g.reader, g.actor, g.gap, g.acts) for g in gaps] == [("ISR", "IRN", 2.0, 3)]


def test_that_beliefs_are_shares_with_what_came(debrief: Debrief, replay: Replay) -> None:
    moment = debrief.moment(replay.last, ISR)
    assert moment.beliefs
    assert all(0 < belief.share <= 1 for belief in moment.beliefs)
    came = [belief.came for belief in moment.beliefs]
    assert came == sorted(came, key=lambda words: not words)
    expected = debrief.expectations.until(replay.last, ISR)
    assert bool(expected) == any(came)
    assert debrief.moment(0, ISR).score is None


def test_that_a_game_saved_by_the_program_is_read_again(tmp_path: Path) -> None:
    game = doctrine_game(tmp_path, 1)
    live = game.world.state_hash()
    path = game.path
    game.close()
    replay = open_replay(path)
    assert replay.world(replay.last).state_hash() == live


def test_that_the_line_follows_a_ruling_to_the_index_that_was_published(tmp_path: Path) -> None:
    blank = loaded("blank")
    game = new_game(blank, settings_for(blank.scenario), tmp_path / "game.wargame")
    game.start_planning()
    game.seal(BLU, (order("C04", "AMB"),))
    game.lock_and_adjudicate()
    desk = Rulings(game)
    case = next(row.case for row in desk.queue() if row.case.act and row.case.seat == BLU)
    heat = next(e for e in desk.case(case).effects if e.place[0] == "front_heat")
    proposed = game.world.index_path[-1]
    draft = ActDraft(finals=((heat.place, heat.proposed + 9.0),), reason="The room saw it so.")
    desk.rule(case, draft)
    game.publish()
    replay = Replay(game.scenario, game.records)
    index = replay.scenario.layout.read(game.world.values, "index")
    ruled = [p for p in Debrief(replay).course().turning_points if p.kind == "ruling"]
    assert len(ruled) == 1
    assert ruled[0].change > 0
    assert index > proposed
    assert Debrief(replay).course().line[-1][1] == pytest.approx(index)
    game.close()


def test_that_a_dealing_is_named_in_words() -> None:
    words = event_words(loaded("blank").scenario, LineDropped(BLU, "harbour"))
    assert words == "The end of a red line of BLU"
