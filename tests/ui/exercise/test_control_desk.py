"""Workings and actor states in the whole window, over a really played game."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.played import doctrine_game
from tests.ui.desk import CTRL, Desk
from wargame.model.events import ActResolved
from wargame.model.ids import ActorId, Controller
from wargame.model.workings import Working
from wargame.play.live_game import LiveGame
from wargame.ui.facilitator.console_centre import ConsoleCentre
from wargame.ui.facilitator.facilitator_screen import FacilitatorScreen
from wargame.ui.facilitator.working_sheet import WorkingSheet
from wargame.ui.handover.handover_screen import HandoverScreen
from wargame.ui.theme.switch import ThemeSwitch
from wargame.ui.widgets.waterfall import ROW

TIP = Qt.ItemDataRole.ToolTipRole


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    game = doctrine_game(tmp_path_factory.mktemp("played"), 3)
    game.change_seat(replace(game.world.seats[0], controller=Controller.PEOPLE))
    game.close()
    return game.path


@pytest.fixture
def desk(qtbot: QtBot, themes: ThemeSwitch, played: Path, tmp_path: Path) -> Iterator[Desk]:
    sat = Desk(qtbot, themes, tmp_path / "window.ini", played)
    sat.wait_for(FacilitatorScreen)
    yield sat
    sat.window.close()


def game_of(desk: Desk) -> LiveGame:
    exercise = desk.window.exercise
    assert exercise is not None
    return exercise.bridge.game


def middle(desk: Desk) -> ConsoleCentre:
    centre = desk.wait_for(FacilitatorScreen).centre
    assert centre is not None
    return centre


def moving_act(desk: Desk) -> int:
    """Number of an act that moved the index."""
    return next(
        number
        for number, happening in game_of(desk).world.happenings()
        if isinstance(happening, ActResolved)
        and any(e.variable == "index" and abs(e.after - e.before) > 0.2 for e in happening.ledger)
    )


def test_that_enter_on_an_event_opens_its_working_and_esc_closes_it(
    desk: Desk, qtbot: QtBot
) -> None:
    console = desk.wait_for(FacilitatorScreen)
    number = moving_act(desk)
    console.choose_event(number)
    desk.key(Qt.Key.Key_Return)
    sheet = desk.wait_for(WorkingSheet)
    assert sheet.number == number
    assert sheet.table.hasFocus()
    assert [one.title for one in sheet.page.shown] == ["The escalation index"]
    assert sheet.page.shown[0].steps
    desk.key(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: desk.seen(WorkingSheet) is None)
    assert middle(desk).events.table.hasFocus()


def test_that_arrows_open_each_line_and_the_name_of_a_system_all_of_its_equations(
    desk: Desk,
) -> None:
    console = desk.wait_for(FacilitatorScreen)
    console.working_wished.emit(moving_act(desk))
    sheet = desk.wait_for(WorkingSheet)
    working = game_of(desk).working(sheet.number)
    assert working is not None
    desk.key(Qt.Key.Key_Home, CTRL)
    sizes = set()
    for group in working.groups:
        titles = {working.equations[line.equation].title for line in group.lines}
        assert {one.title for one in sheet.page.shown} == titles
        sizes.add(len(titles))
        for line in group.lines:
            desk.key(Qt.Key.Key_Down)
            assert [one.title for one in sheet.page.shown] == [
                working.equations[line.equation].title
            ]
        desk.key(Qt.Key.Key_Down)
    assert max(sizes) > 1
    desk.key(Qt.Key.Key_Return)
    assert sheet.page.hasFocus()


def test_that_a_row_of_the_waterfall_opens_its_working(desk: Desk, qtbot: QtBot) -> None:
    console = desk.wait_for(FacilitatorScreen)
    assert console.meter is not None
    console.meter.show_tab("moved")
    steps = game_of(desk).console().meter.steps
    place = next(n for n, step in enumerate(steps) if step.number)
    console.meter.steps.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(place):
        desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_W)
    assert desk.wait_for(WorkingSheet).number == steps[place].number
    desk.key(Qt.Key.Key_Escape)
    spot = QPoint(20, (place + 1) * ROW + ROW // 2)
    with qtbot.waitSignal(console.working_wished) as wished:
        QTest.mouseDClick(console.meter.steps, Qt.MouseButton.LeftButton, pos=spot)
    assert wished.args == [steps[place].number]


def test_that_the_working_goes_when_a_team_comes_to_the_laptop(desk: Desk, qtbot: QtBot) -> None:
    console = desk.wait_for(FacilitatorScreen)
    console.working_wished.emit(moving_act(desk))
    desk.wait_for(WorkingSheet)
    console.seat_opened.emit("ISR")
    desk.wait_for(HandoverScreen)
    qtbot.waitUntil(lambda: not desk.window.findChildren(WorkingSheet))


def test_that_a_working_that_comes_too_late_is_not_shown_to_a_team(desk: Desk) -> None:
    console = desk.wait_for(FacilitatorScreen)
    late = game_of(desk).working(moving_act(desk))
    console.seat_opened.emit("ISR")
    desk.wait_for(HandoverScreen)
    exercise = desk.window.exercise
    assert exercise is not None
    exercise._control._on_working(late)
    assert not desk.window.findChildren(WorkingSheet)


def test_that_actor_states_show_the_chosen_actor_with_what_moved_it(
    desk: Desk, qtbot: QtBot
) -> None:
    centre = middle(desk)
    centre.head.tabs.setFocus()
    desk.key(Qt.Key.Key_Right)
    desk.key(Qt.Key.Key_Right)
    states = centre.actors
    qtbot.waitUntil(lambda: states.states.model().rowCount() > 0)
    assert not centre.feed.isVisible()
    states.choice.setFocus()
    desk.key(Qt.Key.Key_Down)
    sheet = game_of(desk).actor_sheet(ActorId("IRN"))
    face = next(row for row in sheet.groups[0].rows if row.variable == "face")
    qtbot.waitUntil(lambda: states.states.model().index(1, 1).data() == face.text)
    states.states.setFocus()
    desk.key(Qt.Key.Key_Home, CTRL)
    desk.key(Qt.Key.Key_Down)
    assert face.meaning in states.explanation
    assert all(cause in states.explanation for cause in face.moved.causes)


def test_that_plain_rows_are_hidden_until_asked_for_and_the_filter_narrows_both_lists(
    desk: Desk, qtbot: QtBot
) -> None:
    centre = middle(desk)
    centre.show_page("actors")
    states = centre.actors
    qtbot.waitUntil(lambda: states.states.model().rowCount() > 0)
    few = states.states.model().rowCount(), states.pairs.model().rowCount()
    states.plain.click()
    all_rows = states.states.model().rowCount(), states.pairs.model().rowCount()
    sheet = game_of(desk).actor_sheet(states.actor)
    assert all_rows == (
        sum(len(group.rows) + 1 for group in sheet.groups),
        len(sheet.pairs),
    )
    assert few[0] < all_rows[0]
    assert few[1] < all_rows[1]
    desk.wait_for(FacilitatorScreen).setFocus()
    QTest.keyClick(desk.window, Qt.Key.Key_Slash)
    states.filter.setFocus()
    desk.type("debt HZB")
    assert states.pairs.model().rowCount() == 1
    assert states.pairs.model().index(0, 0).data() == "Debt owed"


def test_that_pairs_are_ordered_by_a_click_on_their_head(desk: Desk, qtbot: QtBot) -> None:
    centre = middle(desk)
    centre.show_page("actors")
    pairs = centre.actors.pairs
    qtbot.waitUntil(lambda: pairs.model().rowCount() > 1)
    head = pairs.horizontalHeader()
    spot = QPoint(head.sectionViewportPosition(2) + 20, head.height() // 2)
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    sheet = {(p.name, p.other): p.value for p in game_of(desk).actor_sheet(ActorId("ISR")).pairs}
    model = pairs.model()
    rows = [
        (str(model.index(row, 0).data()), str(model.index(row, 1).data(TIP)))
        for row in range(model.rowCount())
    ]
    names = {a.full_name: a.id for a in game_of(desk).scenario.actors}
    values = [sheet[name, names[other]] for name, other in rows]
    assert values == sorted(values)
    assert len(set(values)) > 3
    pairs.setFocus()
    desk.key(Qt.Key.Key_3)
    largest = sheet[str(model.index(0, 0).data()), names[str(model.index(0, 1).data(TIP))]]
    assert largest == max(values)


def test_that_enter_on_a_state_leads_to_the_event_that_moved_it_most(
    desk: Desk, qtbot: QtBot
) -> None:
    centre = middle(desk)
    centre.show_page("actors")
    states = centre.actors
    qtbot.waitUntil(lambda: states.states.model().rowCount() > 0)
    sheet = game_of(desk).actor_sheet(ActorId("ISR"))
    shown = {event.number for event in game_of(desk).console().events}
    rows = [row for group in sheet.groups for row in group.rows]
    row = next(row for row in rows if row.moved.number in shown)
    states.filter.setText(row.name)
    states.states.setFocus()
    desk.key(Qt.Key.Key_Home, CTRL)
    desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_Return)
    event = centre.events.table.current_event()
    assert event is not None
    assert event.number == row.moved.number


def test_that_the_lines_between_the_parts_are_where_they_were_left(
    qtbot: QtBot, themes: ThemeSwitch, played: Path, tmp_path: Path
) -> None:
    first = Desk(qtbot, themes, tmp_path / "window.ini", played)
    first.wait_for(FacilitatorScreen)
    middle(first).moveSplitter(260, 1)
    left = middle(first).sizes()
    first.window.close()
    again = Desk(qtbot, themes, tmp_path / "window.ini", played)
    found = middle(again).sizes()
    assert len(found) == len(left)
    for one, other in zip(left, found, strict=True):
        assert abs(one / sum(left) - other / sum(found)) < 0.02
    again.window.close()


def test_that_ctrl_enter_in_the_seats_never_opens_a_seat(desk: Desk, qtbot: QtBot) -> None:
    console = desk.wait_for(FacilitatorScreen)
    console.foot.primary.setEnabled(False)
    console.seats.tree.setFocus()
    opened: list[str] = []
    console.seat_opened.connect(opened.append)
    for modifier in (CTRL, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier):
        QTest.keyClick(console.seats.tree, Qt.Key.Key_Return, modifier)
    assert not opened
    with qtbot.waitSignal(console.seat_opened):
        QTest.keyClick(console.seats.tree, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)


def test_that_the_planned_time_counts_added_minutes(qtbot: QtBot, dark: QApplication) -> None:
    from wargame.ui.exercise.clock import PhaseClock
    from wargame.ui.facilitator.console_bar import ConsoleBar

    bar = ConsoleBar(lambda: 0.0)
    qtbot.addWidget(bar)
    clock = PhaseClock.started(20, 0.0).with_more(5, 0.0)
    bar.set_clock(clock.deadline, clock.remaining, clock.planned)
    assert bar.planned == "of 25:00"


def test_that_building_the_console_takes_the_keyboard_from_nobody(desk: Desk) -> None:
    assert QApplication.activeWindow() is desk.window
    assert desk.wait_for(FacilitatorScreen).seats.tree.hasFocus()


def test_that_an_order_that_lapsed_says_that_it_moved_nothing(qtbot: QtBot) -> None:
    sheet = WorkingSheet(Working(3, "Warn, did not happen", "Turn 1", (), (), ()))
    qtbot.addWidget(sheet)
    sheet.show()
    assert sheet.nothing.isVisible()
    assert not sheet.splitter.isVisible()
