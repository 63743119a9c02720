"""A warning names the line that it draws: no list takes it for how the warning was meant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.scenes import IRN, ISR, order
from wargame.model.events import OrdersSealed
from wargame.model.ids import ActorId
from wargame.model.orders import Order
from wargame.model.report import Report, Table
from wargame.play.debrief.branching.change_words import order_words
from wargame.play.debrief.compare import compare
from wargame.play.debrief.compared_games import ComparedGame
from wargame.play.debrief.notes import RoomNotes
from wargame.play.debrief.orders import order_rows
from wargame.play.debrief.replay import Replay, open_replay
from wargame.play.debrief.report.making import report_of
from wargame.play.debrief.tables import tables_for_control, tables_for_seat

EXAMPLE = Path(__file__).parents[3] / "saves" / "examples" / "six-days-in-tehran.wargame"
SEMINAR = EXAMPLE.with_name("staff-seminar.wargame")
WARN, STATE = "I02", "I01"


@pytest.fixture(scope="module")
def replay() -> Replay:
    """A game with warnings, and with orders that say how they are meant."""
    return open_replay(EXAMPLE)


def sealed(replay: Replay) -> Iterator[tuple[int, ActorId, Order]]:
    """Every order of a game with the place of its sealing."""
    for place, record in enumerate(replay.line):
        if isinstance(record.event, OrdersSealed):
            for one in record.event.orders:
                yield place, record.event.seat, one


def warnings(replay: Replay) -> list[tuple[int, ActorId, Order]]:
    found = [row for row in sealed(replay) if row[2].move == WARN and row[2].meant is not None]
    assert found
    return found


def test_that_the_orders_of_a_turn_tell_the_line_and_not_a_meaning(replay: Replay) -> None:
    for place, seat, one in warnings(replay):
        rows = [row for row in order_rows(replay, place, seat) if row.line == one.meant]
        assert rows
        assert all(row.meant is None for row in rows)
    others = [
        (place, seat, one)
        for place, seat, one in sealed(replay)
        if one.meant is not None and one.move != WARN
    ]
    assert others
    for place, seat, one in others:
        assert (one.meant, None) in {
            (row.meant, row.line) for row in order_rows(replay, place, seat)
        }


def rows_of(report: Report, caption: str) -> list[tuple[str, ...]]:
    """The cells of the one table of a report whose caption begins so."""
    section = next(s for s in report.sections if s.key == "decisions")
    table = next(
        b for b in section.blocks if isinstance(b, Table) and b.caption.startswith(caption)
    )
    return [row.cells for row in table.rows]


def test_that_the_reports_tell_the_line_and_not_a_meaning(replay: Replay) -> None:
    team = report_of(EXAMPLE, IRN, replay)[0]
    control = report_of(SEMINAR)[0]
    orders = [row[1:3] for row in rows_of(team, "What we ordered")]
    for rows in (orders, [row[2:4] for row in rows_of(control, "Sealed orders")]):
        lines = [meant for words, meant in rows if "draws a line at R" in words]
        assert lines
        assert set(lines) == {""}
        assert any(meant for _, meant in rows)


def test_that_the_exported_tables_keep_line_and_meaning_apart(replay: Replay) -> None:
    control = {t.name: t for t in tables_for_control(replay, RoomNotes())}["orders"]
    team = {t.name: t for t in tables_for_seat(replay, IRN)}["orders"]
    for table in (control, team):
        move, meant, line = (table.head.index(one) for one in ("move", "meant", "line_drawn"))
        drawn = [row for row in table.rows if row[line] is not None]
        assert drawn
        assert all(row[move] == WARN and row[meant] is None for row in drawn)
    said = [row for row in control.rows if row[control.head.index("meant")] is not None]
    assert said


def test_that_another_line_is_another_choice(replay: Replay) -> None:
    place, seat, one = warnings(replay)[0]
    record = replay.line[place]
    assert isinstance(record.event, OrdersSealed)
    orders = tuple(replace(o, meant=9.0) if o == one else o for o in record.event.orders)
    other = replace(record, event=replace(record.event, orders=orders))
    records = [other if r.number == record.number else r for r in replay.records]
    games = [
        ComparedGame(EXAMPLE.with_name(name), name, "", game)
        for name, game in (("one", replay), ("two", Replay(replay.scenario, records)))
    ]
    parted = compare(games).parted
    assert parted is not None
    assert parted.seat == seat
    assert f"draws a line at R{one.meant:.0f}" in parted.sheets[0]
    assert "draws a line at R9" in parted.sheets[1]
    assert "line" not in order_words(replay.scenario, order(STATE, ISR, meant=9.0))
