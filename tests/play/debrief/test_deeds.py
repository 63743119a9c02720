"""Words are set against deeds, and expectations against what happened."""

from __future__ import annotations

import pytest

from tests.played import doctrine_game
from wargame.model.deeds_view import Given, Kept, WordAndDeed
from wargame.model.events import Record
from wargame.model.happenings import ActResolved
from wargame.model.ids import ActorId
from wargame.model.predictions import Prediction, PredictionsMade, Question
from wargame.play.debrief.deeds import Deeds
from wargame.play.debrief.expectations import FORCE, Expectations, brier
from wargame.play.debrief.replay import Replay, open_replay

ISR = ActorId("ISR")


@pytest.fixture(scope="module")
def replay(tmp_path_factory: pytest.TempPathFactory) -> Replay:
    game = doctrine_game(tmp_path_factory.mktemp("deeds"), 5)
    path = game.path
    game.close()
    return open_replay(path)


def test_that_every_line_stands_with_what_became_of_it(replay: Replay) -> None:
    rows = [r for r in Deeds(replay).until(replay.last) if r.given is Given.LINE]
    world = replay.world(replay.last)
    crossings = world.red_lines.crossings
    assert crossings
    for crossing in crossings:
        mine = [
            row
            for row in rows
            if (row.actor, row.towards, row.turn) == (crossing.seat, crossing.by, crossing.turn)
        ]
        wanted = {None: Kept.OPEN, True: Kept.KEPT, False: Kept.BROKEN}[crossing.kept]
        assert wanted in {row.kept for row in mine}
    lines = sum(len(actor.red_lines) for actor in replay.scenario.seats)
    crossed = {(c.seat, c.line) for c in crossings}
    assert sum(row.kept is Kept.HELD for row in rows) == lines - len(crossed)


def test_that_before_the_first_turn_no_word_is_broken(replay: Replay) -> None:
    assert all(row.kept is Kept.HELD for row in Deeds(replay).until(0))


def test_that_a_seat_is_asked_for_its_own_words_alone(replay: Replay) -> None:
    rows = Deeds(replay).until(replay.last, ISR)
    assert rows
    assert {row.actor for row in rows} == {ISR}


def test_that_expectations_are_those_of_who_struck(replay: Replay) -> None:
    rows = Expectations(replay).until(replay.last)
    assert rows
    for row in rows:
        assert row.share is not None
        assert 0 <= row.share <= 1
    strikes = [
        record.event
        for record in replay.line
        if isinstance(record.event, ActResolved)
        and record.event.rung >= FORCE
        and not record.event.goes_on
        and record.event.order.target
    ]
    assert len(rows) <= len(strikes)


def test_that_an_expectation_is_open_until_its_time_is_over(replay: Replay) -> None:
    asked = Expectations(replay)
    first = next(row for row in asked.until(replay.last) if row.kept is Kept.BROKEN)
    then = [row for row in asked.until(first.place) if row.place == first.place]
    assert then[-1].kept is Kept.OPEN


def row(share: float, kept: Kept) -> WordAndDeed:
    return WordAndDeed(Given.FORECAST, ISR, None, "", "", kept, share, 1, 1)


def test_that_the_score_is_the_mean_squared_distance_of_what_is_over() -> None:
    rows = [row(1.0, Kept.KEPT), row(0.5, Kept.BROKEN), row(0.9, Kept.OPEN)]
    assert brier(rows) == pytest.approx(0.125)
    assert brier([row(0.9, Kept.OPEN)]) is None


def test_that_what_a_student_predicted_counts_as_expected(replay: Replay) -> None:
    starts = [place for _, place in replay.turn_places()]
    likely = Prediction(Question("index", until=2, level=1.0), 0.8)
    distant = Prediction(Question("index", until=90, level=1.0), 0.5)
    said = PredictionsMade(1, ISR, (likely, distant))
    line = list(replay.records)
    at = starts[0] + 1
    line.insert(at, Record(0, line[at].at, said))
    records = [Record(n, r.at, r.event) for n, r in enumerate(line, start=1)]
    told = Replay(replay.scenario, records)
    rows = [r for r in Expectations(told).until(told.last, ISR) if r.towards is None]
    assert [(r.share, r.kept) for r in rows] == [(0.8, Kept.KEPT), (0.5, Kept.OPEN)]
    early = [r for r in Expectations(told).until(at, ISR) if r.towards is None]
    assert {r.kept for r in early} == {Kept.OPEN}
