"""What moved the meter over a span adds up; each rise has the mechanism that the model gives."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.played import doctrine_game
from wargame.model.events import Record
from wargame.model.happenings import ActResolved, SystemSettled
from wargame.model.ledger import Entry
from wargame.model.why_view import Mechanism, WhyMoved
from wargame.play.debrief.replay import Replay, open_replay
from wargame.play.debrief.why import LARGEST_STEPS, Why


@pytest.fixture(scope="module")
def replay(tmp_path_factory: pytest.TempPathFactory) -> Replay:
    game = doctrine_game(tmp_path_factory.mktemp("why"), 4)
    path = game.path
    game.close()
    return open_replay(path)


@pytest.fixture(scope="module")
def why(replay: Replay) -> Why:
    return Why(replay)


def spans(replay: Replay) -> list[tuple[int, int]]:
    starts = [place for _, place in replay.turn_places()]
    return [(0, replay.last), (starts[1], starts[3]), (starts[2] + 5, replay.last - 3)]


def test_that_the_steps_of_any_span_sum_to_its_movement(replay: Replay, why: Why) -> None:
    for first, last in spans(replay):
        moved = why.moved(first, last)
        total = sum(step.change for step in moved.steps)
        assert total == pytest.approx(moved.after - moved.before, abs=1e-9)
        assert len(moved.steps) <= LARGEST_STEPS + 1
        read = replay.scenario.layout.read
        assert moved.after == read(replay.world(last).values, "index")


def test_that_the_order_of_the_ends_does_not_matter(replay: Replay, why: Why) -> None:
    assert why.moved(replay.last, 3) == why.moved(3, replay.last)


def test_that_the_span_of_a_turn_is_the_turn(replay: Replay, why: Why) -> None:
    starts = [place for _, place in replay.turn_places()]
    assert why.turn_of(starts[1] + 4) == (starts[1], starts[2] - 1)
    assert why.turn_of(replay.last) == (starts[-1], replay.last)


def test_that_every_rise_has_a_mechanism_and_a_reason(replay: Replay, why: Why) -> None:
    moved = why.moved(0, replay.last)
    assert moved.rises
    assert [r.change for r in moved.rises] == sorted((r.change for r in moved.rises), reverse=True)
    assert all(rise.reason.endswith(".") for rise in moved.rises)
    assert sum(points for _, points in moved.shares) >= sum(r.change for r in moved.rises) - 1e-9


def test_that_a_rung_above_the_own_last_one_is_deliberate(replay: Replay, why: Why) -> None:
    moved = why.moved(0, replay.last)
    acts = {r.number: r.event for r in replay.line if isinstance(r.event, ActResolved)}
    chosen = [rise for rise in moved.rises if rise.mechanism is Mechanism.DELIBERATE]
    assert chosen
    for rise in chosen:
        act = acts[rise.number]
        before = [
            a.rung
            for n, a in acts.items()
            if n < rise.number
            and (a.actor, a.order.target) == (act.actor, act.order.target)
            and a.rung >= 3
        ]
        if before:
            assert act.rung > before[-1]


def test_that_the_eight_factors_stand_at_both_ends(replay: Replay, why: Why) -> None:
    factors = why.moved(0, replay.last).factors
    assert len(factors) == 8
    assert {"Closeness", "Likelihood of eruption", "Provocation"} <= {f.name for f in factors}
    assert any(f.before != f.after for f in factors)


def test_that_the_parts_of_the_index_are_those_of_the_end(replay: Replay, why: Why) -> None:
    fronts = why.moved(0, replay.last).fronts
    assert fronts[-1].name == "Precedents"
    shares = [float(front.after.partition(" %")[0]) for front in fronts]
    assert sum(shares) == pytest.approx(100, abs=len(shares))


# Games in which one event is another than it was


def altered(replay: Replay, place: int, event: ActResolved | SystemSettled) -> WhyMoved:
    """Why the index moved by one event, had it been this one."""
    line = list(replay.records)
    at = replay.line[place].number - 1
    line[at] = Record(line[at].number, line[at].at, event)
    return Why(Replay(replay.scenario, line)).moved(place - 1, place)


def act_at(replay: Replay) -> tuple[int, ActResolved]:
    """A strike that raised the index, and its place."""
    return max(
        (
            (place, record.event)
            for place, record in enumerate(replay.line)
            if isinstance(record.event, ActResolved) and record.event.order.target
        ),
        key=lambda pair: pair[1].rung,
    )


def raised(act: ActResolved) -> tuple[Entry, ...]:
    return (Entry("index", "", "", 50.0, 55.0, "act:1", "S23"),)


def test_that_an_act_without_notice_is_accidental(replay: Replay) -> None:
    place, act = act_at(replay)
    move = next(m for m in replay.scenario.moves if "unnotified" in m.tags)
    quiet = replace(act, order=replace(act.order, move=move.id), ledger=raised(act))
    assert altered(replay, place, quiet).rises[0].mechanism is Mechanism.ACCIDENTAL


def test_that_losing_control_is_accidental(replay: Replay) -> None:
    place, act = act_at(replay)
    lost = SystemSettled(
        act.turn, "hazard", "Control was lost.", (), public=True, draws=(), ledger=raised(act)
    )
    assert altered(replay, place, lost).rises[0].mechanism is Mechanism.ACCIDENTAL


def test_that_crossing_a_hidden_line_below_where_it_was_believed_is_inadvertent(
    replay: Replay,
) -> None:
    layout = replay.scenario.layout
    found = None
    for place, record in enumerate(replay.line):
        act = record.event
        if not isinstance(act, ActResolved) or act.order.target is None:
            continue
        values = replay.world(place - 1).values
        pair = ("red_line", act.order.target, act.actor)
        if pair not in layout.places:
            continue
        line = layout.read(values, "red_line", act.order.target, act.actor)
        believed = layout.read(values, "red_line_seen", act.actor, act.order.target)
        if line < believed:
            found = place, replace(act, rung=(line + believed) / 2, ledger=raised(act))
            break
    assert found is not None
    rise = altered(replay, *found).rises[0]
    assert rise.mechanism is Mechanism.INADVERTENT
    assert "believed" in rise.reason


def test_that_what_goes_on_no_higher_than_before_is_at_the_same_level(replay: Replay) -> None:
    place, act = act_at(replay)
    low = replace(act, rung=0.0, ledger=raised(act), goes_on=True)
    assert altered(replay, place, low).rises[0].mechanism is Mechanism.LEVEL
