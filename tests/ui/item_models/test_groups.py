"""The two-level list: seats pass from group to group without losing their place or selection."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from wargame.ui.item_models.columns import Column
from wargame.ui.item_models.grouped_model import GroupedRowsModel, RowGroup
from wargame.ui.theme.item_roles import TWO_LINE_ROLE, TwoLineValue
from wargame.ui.widgets.delegates import TwoLineDelegate
from wargame.ui.widgets.views import TreeView


@dataclass(frozen=True)
class Seat:
    """A row for these tests."""

    key: str
    note: str = ""


COLUMNS = (
    Column[Seat](
        "Seat",
        lambda seat: seat.key + seat.note,
        roles={TWO_LINE_ROLE: lambda seat: TwoLineValue(seat.key, subtitle=seat.note)},
    ),
)

Groups = list[tuple[str, list[str]]]


@pytest.fixture
def model(qtbot: QtBot) -> GroupedRowsModel[Seat]:
    made = GroupedRowsModel(COLUMNS, lambda seat: seat.key)
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Warning, made)
    return made


def show(model: GroupedRowsModel[Seat], groups: Groups, note: str = "") -> None:
    model.set_groups(
        [RowGroup(title, tuple(Seat(key, note) for key in keys)) for title, keys in groups]
    )


def shown(model: GroupedRowsModel[Seat]) -> Groups:
    found = []
    for place in range(model.rowCount()):
        group = model.index(place, 0)
        rows = [str(model.index(n, 0, group).data()) for n in range(model.rowCount(group))]
        found.append((str(group.data()), rows))
    return found


def test_that_groups_count_their_members(model: GroupedRowsModel[Seat]) -> None:
    show(model, [("Planning", ["ISR", "IRN"]), ("Sealed", ["QAT"])])
    assert shown(model) == [("Planning · 2", ["ISR", "IRN"]), ("Sealed · 1", ["QAT"])]


def test_that_a_seat_that_seals_keeps_its_selection(
    model: GroupedRowsModel[Seat], qtbot: QtBot
) -> None:
    show(model, [("Planning", ["ISR", "IRN"]), ("Sealed", ["QAT"])])
    chosen = QPersistentModelIndex(model.index_of("IRN"))
    with qtbot.assertNotEmitted(model.modelReset):
        show(model, [("Planning", ["ISR"]), ("Sealed", ["IRN", "QAT"])])
    assert chosen.isValid()
    assert chosen.data() == "IRN"
    assert chosen.parent().data() == "Sealed · 2"


def test_that_changed_rows_are_told_and_same_ones_are_not(
    model: GroupedRowsModel[Seat],
) -> None:
    show(model, [("Planning", ["ISR", "IRN"])])
    told: list[str] = []
    model.dataChanged.connect(lambda first, _last: told.append(str(first.data())))
    model.set_groups([RowGroup("Planning", (Seat("ISR"), Seat("IRN", ", 2 of 3 moves")))])
    assert told == ["IRN, 2 of 3 moves", "Planning · 2"]


def test_that_groups_that_are_gone_go(model: GroupedRowsModel[Seat]) -> None:
    show(model, [("Planning", ["ISR"]), ("Sealed", ["QAT"])])
    show(model, [("Sealed", ["QAT", "ISR"])])
    assert shown(model) == [("Sealed · 2", ["QAT", "ISR"])]
    show(model, [])
    assert shown(model) == []


def test_that_a_group_is_no_row(model: GroupedRowsModel[Seat]) -> None:
    show(model, [("Planning", ["ISR"])])
    group = model.index(0, 0)
    assert model.row_at(group) is None
    assert model.row_at(model.index(0, 0, group)) == Seat("ISR")
    assert not model.flags(group) & Qt.ItemFlag.ItemIsSelectable
    assert model.index_of("USA") == QModelIndex()


keys = st.permutations(["ISR", "IRN", "USA", "HZB", "QAT", "EGY"])
cuts = st.lists(st.integers(0, 6), min_size=2, max_size=2).map(sorted)


@st.composite
def arrangements(draw: st.DrawFn) -> Groups:
    """Some of six seats, in any order, in up to three groups in any order."""
    order = draw(keys)[: draw(st.integers(0, 6))]
    first, second = draw(cuts)
    parts = [order[:first], order[first:second], order[second:]]
    titles = draw(st.permutations(["Planning", "Sealed", "Away"]))
    return [(title, list(part)) for title, part in zip(titles, parts, strict=True)]


@given(st.lists(arrangements(), min_size=1, max_size=5))
def test_that_any_arrangement_follows_any_other(steps: list[Groups]) -> None:
    model = GroupedRowsModel(COLUMNS, lambda seat: seat.key)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    for step in steps:
        show(model, step)
        assert shown(model) == [(f"{title} · {len(rows)}", rows) for title, rows in step]


def test_that_the_tree_opens_its_groups_and_enter_means_a_seat(
    model: GroupedRowsModel[Seat], dark: object, qtbot: QtBot
) -> None:
    tree = TreeView("Seats")
    tree.setItemDelegate(TwoLineDelegate(tree))
    tree.setModel(model)
    qtbot.addWidget(tree)
    tree.resize(288, 300)
    show(model, [("Planning", ["ISR", "IRN"]), ("Sealed", ["QAT"])])
    tree.show()
    tree.activateWindow()
    assert QTest.qWaitForWindowActive(tree)
    assert tree.isExpanded(model.index(0, 0))
    assert tree.visualRect(model.index_of("ISR")).height() == 44
    tree.setFocus()
    assert model.row_at(tree.currentIndex()) == Seat("ISR")
    for _ in range(2):
        QTest.keyClick(tree, Qt.Key.Key_Down)
    assert model.row_at(tree.currentIndex()) == Seat("QAT")
    with qtbot.waitSignal(tree.row_activated) as seen:
        QTest.keyClick(tree, Qt.Key.Key_Return)
    assert seen.args is not None
    index = seen.args[0]
    assert isinstance(index, QModelIndex)
    assert model.row_at(index) == Seat("QAT")
