"""The inject queue: what is shown, what keys and clicks wish, and that 5,000 rows stay quick."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.made_injects import an_inject
from wargame.model.conditions import Elapsed
from wargame.model.ids import ActorId
from wargame.model.inject_view import InjectRow, InjectsView
from wargame.ui.injects.inject_queue import InjectQueue
from wargame.ui.injects.inject_words import HOLD_COLUMN, SEND_COLUMN, due_words, status_words


def a_row(number: int, **more: object) -> InjectRow:
    plain = InjectRow(
        number=number,
        inject=an_inject(f"i{number:02}"),
        state="waiting",
        turn=0,
        to="All seats",
        trigger="By hand",
        due_in=None,
        by_clock=False,
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def view_of(*rows: InjectRow, on_hold: bool = False) -> InjectsView:
    return InjectsView(rows, by_themselves=True, on_hold=on_hold, seats=(ActorId("ISR"),))


@pytest.fixture
def queue(qtbot: QtBot, dark: QApplication) -> InjectQueue:
    widget = InjectQueue()
    qtbot.addWidget(widget)
    widget.resize(1035, 240)
    widget.show()
    return widget


def shown(queue: InjectQueue) -> list[str]:
    model = queue.table.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_that_due_ones_come_first_then_the_soonest_by_the_clock(queue: InjectQueue) -> None:
    queue.show_injects(
        view_of(
            a_row(1),
            a_row(2, due_in=7.67, by_clock=True),
            a_row(3, state="fired", turn=2),
            a_row(4, due_in=2.67, by_clock=True),
            a_row(5, state="due"),
        )
    )
    assert shown(queue) == ["5", "4", "2", "1"]
    assert queue.head._subtitle.text() == "4 left, 2 by the clock"
    queue.which.set_current("all")
    queue.which.current_changed.emit("all")
    assert shown(queue) == ["1", "2", "3", "4", "5"]


def test_that_rows_say_when_they_are_due_and_what_became_of_them() -> None:
    armed = a_row(1, inject=an_inject("a", when=Elapsed(15.0)), due_in=2.67)
    assert (due_words(armed), status_words(armed)) == ("in 02:40", "Armed")
    assert due_words(replace(armed, due_in=75.0)) == "in 1:15:00"
    assert due_words(a_row(1, state="due")) == "now"
    assert (due_words(a_row(1)), status_words(a_row(1))) == ("–", "By hand")
    assert status_words(a_row(1, state="fired", turn=3)) == "Sent in turn 3"


@pytest.mark.parametrize(
    ("key", "wish"),
    [
        (Qt.Key.Key_S, "fire_wished"),
        (Qt.Key.Key_H, "hold_wished"),
        (Qt.Key.Key_K, "skip_wished"),
        (Qt.Key.Key_M, "edit_wished"),
        (Qt.Key.Key_Return, "edit_wished"),
    ],
)
def test_that_keys_act_on_the_chosen_inject(
    queue: InjectQueue, qtbot: QtBot, key: Qt.Key, wish: str
) -> None:
    queue.show_injects(view_of(a_row(1), a_row(2)))
    queue.choose("i02")
    with qtbot.waitSignal(getattr(queue, wish)) as wished:
        QTest.keyClick(queue.table, key)
    assert wished.args == ["i02"]


def test_that_icons_in_a_row_send_and_hold_it(queue: InjectQueue, qtbot: QtBot) -> None:
    queue.show_injects(view_of(a_row(1), a_row(2, state="held")))

    def click(row: int, column: int) -> None:
        place = queue.table.visualRect(queue.table.model().index(row, column)).center()
        QTest.mouseClick(
            queue.table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place.x(), place.y())
        )

    with qtbot.waitSignal(queue.fire_wished) as fired:
        click(0, SEND_COLUMN)
    with qtbot.waitSignal(queue.hold_wished) as held:
        click(0, HOLD_COLUMN)
    with qtbot.waitSignal(queue.release_wished) as released:
        click(1, HOLD_COLUMN)
    assert [fired.args, held.args, released.args] == [["i01"], ["i01"], ["i02"]]


def test_that_nothing_is_wished_for_what_was_sent(queue: InjectQueue, qtbot: QtBot) -> None:
    queue.show_injects(view_of(a_row(1, state="fired", turn=1)))
    queue.which.current_changed.emit("all")
    queue.which.set_current("all")
    queue.show_injects(view_of(a_row(1, state="fired", turn=1)))
    queue.choose("i01")
    with qtbot.assertNotEmitted(queue.fire_wished), qtbot.assertNotEmitted(queue.edit_wished):
        QTest.keyClick(queue.table, Qt.Key.Key_S)
        QTest.keyClick(queue.table, Qt.Key.Key_Return)


def test_that_an_empty_queue_offers_to_send_something(queue: InjectQueue, qtbot: QtBot) -> None:
    queue.show_injects(view_of(a_row(1, state="skipped", turn=1)))
    assert queue.empty.isVisible()
    assert queue.empty.text() == "No injects left this turn"
    with qtbot.waitSignal(queue.send_wished):
        queue.empty.action_requested.emit()


def test_that_the_filter_narrows_by_any_words_of_an_inject(queue: InjectQueue) -> None:
    kept = an_inject("i02", kept=(("Owner", "Maj. Roth"),))
    queue.show_injects(view_of(a_row(1), a_row(2, inject=kept)))
    queue.filter.setText("roth news")
    assert shown(queue) == ["2"]
    queue.filter.setText("nothing at all")
    assert queue.empty.isVisible()


def test_that_hold_all_becomes_release_all(queue: InjectQueue, qtbot: QtBot) -> None:
    queue.show_injects(view_of(a_row(1)))
    with qtbot.waitSignal(queue.hold_all_wished) as wished:
        queue.hold_all.click()
    assert wished.args == [True]
    queue.show_injects(view_of(a_row(1), on_hold=True))
    assert queue.hold_all.text() == "Release all"
    with qtbot.waitSignal(queue.hold_all_wished) as wished:
        queue.hold_all.click()
    assert wished.args == [False]


def test_that_the_chosen_inject_stays_chosen_while_others_pass_it(queue: InjectQueue) -> None:
    queue.show_injects(view_of(a_row(1), a_row(2), a_row(3)))
    queue.choose("i02")
    queue.show_injects(view_of(a_row(1), a_row(2), a_row(3, state="due")))
    assert shown(queue) == ["3", "1", "2"]
    row = queue.current()
    assert row is not None
    assert row.inject.id == "i02"


def test_that_menus_offer_what_can_be_done(queue: InjectQueue) -> None:
    queue.show_injects(view_of(a_row(1, state="held")))
    queue.choose("i01")
    words = [action.text().split("\t")[0] for action in queue.row_menu().actions()]
    assert words == ["Send now", "Release", "Skip", "", "Edit or move"]
    more = [action.text() for action in queue.more_menu().actions()]
    assert "Import a list…" in more
    assert "Export the list…" in more


def _step_ms(step: Callable[[], object]) -> float:
    began = time.process_time()
    step()
    QApplication.sendPostedEvents()
    return 1000 * (time.process_time() - began)


@pytest.mark.bench
def test_that_5000_injects_are_filtered_scrolled_and_counted_down_within_50_ms_a_step(
    queue: InjectQueue,
) -> None:
    rows = [a_row(n, due_in=float(n) if n % 10 == 0 else None) for n in range(1, 5001)]
    queue.show_injects(view_of(*rows))
    texts = ("t", "ti", "title", "title 4", "title 49", "")
    steps = [_step_ms(partial(queue.filter.setText, text)) for text in texts]
    bar = queue.table.verticalScrollBar()
    for place in range(0, bar.maximum(), max(1, bar.maximum() // 20)):
        steps.append(_step_ms(partial(bar.setValue, place)))
        steps.append(_step_ms(queue.table.viewport().repaint))
    later = [replace(row, due_in=row.due_in - 0.02) if row.due_in else row for row in rows]
    steps.append(_step_ms(lambda: queue.show_injects(view_of(*later))))
    steps.append(_step_ms(lambda: queue.which.current_changed.emit("all")))
    assert max(steps) < 50, sorted(steps)[-5:]
