"""A team's report and tables hold what the team may know, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine.secret_games import Room, pair_of
from tests.played import doctrine_game
from tests.scenes import IRN, ISR
from wargame.errors import RuleError
from wargame.model.ids import ActorId
from wargame.play.debrief.notes import RoomNotes
from wargame.play.debrief.replay import Replay, open_replay
from wargame.play.debrief.report.seat_report import seat_report
from wargame.play.debrief.tables import tables_for_control, tables_for_seat
from wargame.reports.report_pages import report_page

SAMPLE = 10


def papers(room: Room, seat: ActorId) -> tuple[str, ...]:
    """Everything of which the papers for a team are made after a game."""
    replay = Replay(room.scenario, room.records)
    report = seat_report(replay, seat, {})
    tables = repr(tables_for_seat(replay, seat))
    return repr(report), report_page(report), tables


@given(st.integers(0, 2**32))
@settings(max_examples=SAMPLE)
def test_that_games_that_differ_in_secrets_alone_give_a_team_equal_papers(seed: int) -> None:
    plain, other, observer = pair_of(seed)
    assert papers(plain, observer) == papers(other, observer)


def test_that_the_games_compared_differ_for_control() -> None:
    pairs = [pair_of(seed) for seed in range(12)]
    told = [
        tables_for_control(Replay(room.scenario, room.records), RoomNotes())
        for plain, other, _ in pairs
        for room in (plain, other)
    ]
    assert sum(one != two for one, two in zip(told[::2], told[1::2], strict=True)) >= 6


@pytest.fixture(scope="module")
def replay(tmp_path_factory: pytest.TempPathFactory) -> Replay:
    game = doctrine_game(tmp_path_factory.mktemp("teams"), 2)
    path: Path = game.path
    game.close()
    return open_replay(path)


def test_that_a_team_reads_its_own_orders_and_no_one_elses(replay: Replay) -> None:
    report = seat_report(replay, IRN, {})
    page = report_page(report)
    own = [
        order.rationale
        for turn_sheets in (replay.view(IRN, place).sealed for place in range(replay.last))
        for order in turn_sheets or ()
    ]
    others = {
        order.rationale
        for record in replay.line
        if record.event.kind == "orders-sealed" and getattr(record.event, "seat", "") == ISR
        for order in getattr(record.event, "orders", ())
        if order.rationale and order.rationale not in own
    }
    assert others
    assert not any(rationale in page for rationale in others)


def test_that_a_team_cites_its_own_list_and_never_the_log(replay: Replay) -> None:
    report = seat_report(replay, IRN, {})
    known = {event.number for event in replay.view(IRN, replay.last).known}
    cites = [cite for claim in report.claims() for cite in claim.cites]
    assert cites
    assert all(cite.kind == "known" and cite.number in known for cite in cites)
    assert "Events cited" not in report_page(report)


def test_that_a_report_for_nobody_is_refused(replay: Replay) -> None:
    with pytest.raises(RuleError, match="There is no seat"):
        seat_report(replay, ActorId("XXX"), {})
    with pytest.raises(RuleError, match="There is no seat"):
        tables_for_seat(replay, ActorId("XXX"))
