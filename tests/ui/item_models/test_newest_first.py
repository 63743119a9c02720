"""A log with the newest row on top: what views hear, and what a filter leaves."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QModelIndex
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from wargame.ui.item_models.columns import Column
from wargame.ui.item_models.newest_first import NewestFirstModel


@dataclass(frozen=True)
class Line:
    number: int
    text: str


COLUMNS = (
    Column[Line]("No", lambda line: str(line.number)),
    Column[Line]("Text", lambda line: line.text),
)
LINES = tuple(Line(n, text) for n, text in enumerate(("Salvo", "Talks", "salvo again"), start=1))


@pytest.fixture
def log(qtbot: QtBot, qtmodeltester: ModelTester) -> NewestFirstModel[Line]:
    made: NewestFirstModel[Line] = NewestFirstModel(
        COLUMNS, lambda line: line.number, lambda line: line.text
    )
    qtmodeltester.check(made)  # type: ignore[no-untyped-call]
    made.set_rows(LINES)
    return made


def shown(log: NewestFirstModel[Line]) -> list[int]:
    return [log.row_at(log.index(row, 0)).number for row in range(log.rowCount())]


def test_that_the_newest_row_is_on_top(log: NewestFirstModel[Line]) -> None:
    assert shown(log) == [3, 2, 1]


def test_that_new_rows_are_inserted_on_top_without_a_reset(
    log: NewestFirstModel[Line], qtbot: QtBot
) -> None:
    inserted: list[tuple[int, int]] = []
    log.rowsInserted.connect(lambda _parent, first, last: inserted.append((first, last)))
    with qtbot.assertNotEmitted(log.modelReset):
        log.set_rows((*LINES, Line(4, "New"), Line(5, "Newer")))
    assert inserted == [(0, 1)]
    assert shown(log) == [5, 4, 3, 2, 1]


def test_that_the_same_rows_again_say_nothing(log: NewestFirstModel[Line], qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(log.rowsInserted), qtbot.assertNotEmitted(log.rowsRemoved):
        log.set_rows(tuple(replace(line) for line in LINES))


def test_that_rows_taken_back_leave_from_the_top(log: NewestFirstModel[Line]) -> None:
    log.set_rows((LINES[0], Line(2, "Other talks")))
    assert shown(log) == [2, 1]
    assert log.data(log.index(0, 1)) == "Other talks"


def test_that_a_filter_finds_words_in_any_order_and_case(log: NewestFirstModel[Line]) -> None:
    log.set_text("AGAIN salvo")
    assert shown(log) == [3]
    assert log.total == 3
    log.set_text("")
    assert shown(log) == [3, 2, 1]


def test_that_a_filter_also_judges_rows_that_come_later(log: NewestFirstModel[Line]) -> None:
    log.set_text("salvo")
    log.set_rows((*LINES, Line(4, "Talks"), Line(5, "Salvo")))
    assert shown(log) == [5, 3, 1]
    log.set_rows(LINES[:1])
    assert shown(log) == [1]


def test_that_a_row_is_found_by_what_it_is(log: NewestFirstModel[Line]) -> None:
    assert log.index_of(1).row() == 2
    log.set_text("talks")
    assert log.index_of(1) == QModelIndex()
