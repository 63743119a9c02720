"""The console, driven as a facilitator drives it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.facilitator.console_views import (
    HARM,
    STANDING,
    console,
    event,
    fresh,
    many_events,
    meter,
    sealed,
    three_turns,
)
from wargame.model.ids import Phase
from wargame.model.outcome import Ending, Outcome
from wargame.play.changes import Changes
from wargame.ui.charts.escalation_plot import EscalationPlot
from wargame.ui.facilitator.console_centre import ConsoleCentre
from wargame.ui.facilitator.facilitator_screen import FacilitatorScreen
from wargame.ui.facilitator.meter_column import MeterColumn
from wargame.ui.shell.panel_keys import panels_of, step_panel
from wargame.ui.theme.apply import apply_theme
from wargame.ui.theme.tokens import LIGHT
from wargame.ui.widgets.text import ElidedLabel
from wargame.ui.widgets.waterfall import ROW

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def screen(dark: QApplication, qtbot: QtBot) -> Iterator[FacilitatorScreen]:
    made = FacilitatorScreen()
    qtbot.addWidget(made)
    made.resize(1440, 876)
    made.show_console(console())
    made.show()
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    yield made
    made.hide()


def centre(screen: FacilitatorScreen) -> ConsoleCentre:
    assert screen.centre is not None
    return screen.centre


def right(screen: FacilitatorScreen) -> MeterColumn:
    assert screen.meter is not None
    return screen.meter


def plot_of(screen: FacilitatorScreen, qtbot: QtBot) -> EscalationPlot:
    """The plot, once it stands on the screen."""
    history = right(screen).history
    qtbot.waitUntil(lambda: history.plot is not None and history.plot.isVisible())
    assert history.plot is not None
    return history.plot


def test_that_the_console_opens_with_the_seats_in_hand(screen: FacilitatorScreen) -> None:
    assert screen.seats.tree.hasFocus()
    assert screen.seats.current() == "ISR"


def test_that_enter_double_click_and_the_button_open_a_seat(
    screen: FacilitatorScreen, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(screen.seat_opened) as by_key:
        QTest.keyClick(screen.seats.tree, Qt.Key.Key_Return)
    assert by_key.args == ["ISR"]
    screen.seats.choose("IRN")
    with qtbot.waitSignal(screen.seat_opened) as by_button:
        screen.seats.open.click()
    assert by_button.args == ["IRN"]
    tree = screen.seats.tree
    place = tree.visualRect(tree.currentIndex()).center()
    with qtbot.waitSignal(screen.seat_opened) as by_mouse:
        QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseDClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert by_mouse.args == ["IRN"]


def test_that_a_press_on_the_phases_asks_what_can_be_done(
    screen: FacilitatorScreen, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(screen.course_wished, timeout=2_000):
        QTest.mouseClick(screen.bar.stepper, Qt.MouseButton.LeftButton)


def test_that_the_menu_of_a_seat_leads_to_its_team(screen: FacilitatorScreen, qtbot: QtBot) -> None:
    screen.seats.choose("IRN")
    menu = screen.seats.seat_menu()
    with qtbot.waitSignal(screen.seat_opened) as opened:
        menu.actions()[0].trigger()
    with qtbot.waitSignal(screen.seat_edit_wished) as edited:
        menu.actions()[1].trigger()
    assert opened.args == edited.args == ["IRN"]


def test_that_a_sealed_seat_changes_its_group_and_stays_chosen(
    screen: FacilitatorScreen,
) -> None:
    screen.seats.choose("IRN")
    screen.show_console(sealed(console(), "IRN"), Changes(seats=frozenset()))
    assert screen.seats.current() == "IRN"
    tree = screen.seats.tree
    assert tree.currentIndex().parent().data() == "Sealed · 4"
    assert screen.foot.state == "4 of 6 seats sealed"


@pytest.mark.parametrize(
    ("phase", "wish"),
    [
        (Phase.BRIEF, "start_planning_wished"),
        (Phase.OUTCOME, "next_turn_wished"),
        (Phase.ENDED, "home_wished"),
    ],
)
def test_that_the_primary_keys_wish_the_next_step(
    screen: FacilitatorScreen, qtbot: QtBot, phase: Phase, wish: str
) -> None:
    screen.show_console(console(phase=phase))
    with qtbot.waitSignal(getattr(screen, wish)):
        QTest.keyClick(screen.seats.tree, Qt.Key.Key_Return, CONTROL)


def test_that_plans_are_locked_by_the_keypad_too(screen: FacilitatorScreen, qtbot: QtBot) -> None:
    screen.show_console(sealed(console(), "ISR", "IRN", "HZB"))
    with qtbot.waitSignal(screen.lock_wished):
        QTest.keyClick(screen.seats.tree, Qt.Key.Key_Enter, CONTROL)


def test_that_an_outcome_is_published_by_the_second_press(
    screen: FacilitatorScreen, qtbot: QtBot
) -> None:
    screen.show_console(console(phase=Phase.ADJUDICATE, turn=3))
    with qtbot.assertNotEmitted(screen.publish_wished):
        QTest.keyClick(screen.seats.tree, Qt.Key.Key_Return, CONTROL)
    with qtbot.waitSignal(screen.publish_wished):
        QTest.keyClick(screen.seats.tree, Qt.Key.Key_Return, CONTROL)


def test_that_the_outcome_is_told_over_the_events(screen: FacilitatorScreen) -> None:
    strip = centre(screen).events.outcome
    assert not strip.isVisible()
    screen.show_console(console(phase=Phase.OUTCOME, turn=3), Changes(phase=Phase.OUTCOME))
    assert strip.isVisible()
    assert strip.title == "The outcome of turn 3 is published"
    ended = console(phase=Phase.ENDED, turn=3, outcome=Outcome(Ending.STOPPED, "Time was short."))
    screen.show_console(ended, Changes(phase=Phase.ENDED, ended=True))
    assert strip.words.startswith("Time was short.")
    screen.show_console(console(phase=Phase.BRIEF), Changes(phase=Phase.BRIEF))
    assert not strip.isVisible()


def test_that_nothing_has_happened_at_the_start(dark: QApplication, qtbot: QtBot) -> None:
    screen = FacilitatorScreen()
    qtbot.addWidget(screen)
    screen.show_console(fresh())
    screen.resize(1440, 876)
    screen.show()
    assert centre(screen).events.empty.isVisible()
    assert centre(screen).events.empty.text() == "Nothing has happened yet."
    screen.show_console(console(), Changes(events=18, meter=True))
    assert centre(screen).events.table.isVisible()


def test_that_the_filter_narrows_and_says_how_far(screen: FacilitatorScreen) -> None:
    QTest.keyClick(screen.seats.tree, Qt.Key.Key_Slash)
    events = centre(screen).events
    assert events.filter.hasFocus()
    QTest.keyClicks(events.filter, "air raids")
    assert events.table.shown == 2
    QTest.keyClicks(events.filter, " nobody")
    assert events.empty.text() == "No event has these words."
    QTest.keyClick(events.filter, Qt.Key.Key_Escape)
    assert events.table.shown == len(three_turns())


def test_that_a_slash_in_the_filter_is_a_letter(screen: FacilitatorScreen) -> None:
    events = centre(screen).events
    events.filter.setFocus()
    QTest.keyClicks(events.filter, "a/b")
    assert events.filter.text() == "a/b"


def test_that_choosing_an_event_shows_all_of_it(screen: FacilitatorScreen) -> None:
    events = centre(screen).events
    assert not events.detail.isVisible()
    screen.choose_event(79)
    assert events.detail.isVisible()
    told = events.detail.accessibleDescription()
    assert "11 got through" in told
    assert "As its target: Hezbollah R8." in told
    QTest.keyClick(events.table, Qt.Key.Key_Escape)
    assert not events.detail.isVisible()


def test_that_selection_place_and_filter_outlive_new_events(screen: FacilitatorScreen) -> None:
    screen.show_console(console(events=many_events(400)))
    events = centre(screen).events
    events.filter.setText("launched")
    events.table.choose(102)
    bar = events.table.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    table = events.table
    top = table.model().index(table.rowAt(0), 0).data()
    spot = table.visualRect(table.model().index(table.rowAt(0), 0)).top()
    more = (*many_events(400), *(replace(event(900 + n), turn=11) for n in range(7)))
    screen.show_console(console(events=more), Changes(events=7))
    chosen = table.current_event()
    assert chosen is not None
    assert chosen.number == 102
    assert events.filter.text() == "launched"
    assert table.shown == 229
    assert table.model().index(table.rowAt(0), 0).data() == top
    assert table.visualRect(table.model().index(table.rowAt(0), 0)).top() == spot


def test_that_a_chosen_event_stays_chosen_while_a_filter_is_typed(
    screen: FacilitatorScreen,
) -> None:
    screen.choose_event(79)
    events = centre(screen).events
    events.filter.setText("raids")
    chosen = events.table.current_event()
    assert chosen is not None
    assert chosen.number == 79
    assert events.detail.isVisible()
    events.filter.setText("rockets")
    assert events.table.current_event() is None
    assert not events.detail.isVisible()


def test_that_a_row_of_what_moved_it_leads_to_its_event(screen: FacilitatorScreen) -> None:
    steps = right(screen).steps
    QTest.mouseClick(steps, Qt.MouseButton.LeftButton, pos=QPoint(40, ROW + ROW // 2))
    chosen = centre(screen).events.table.current_event()
    assert chosen is not None
    assert chosen.words.startswith("Air raids")
    steps.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(steps, Qt.Key.Key_Down)
    QTest.keyClick(steps, Qt.Key.Key_Return)
    chosen = centre(screen).events.table.current_event()
    assert chosen is not None
    assert chosen.words.startswith("Rocket salvo")


def test_that_a_sum_of_several_movements_leads_nowhere(screen: FacilitatorScreen) -> None:
    steps = (*meter().steps[:2], replace(meter().steps[2], number=0, label="5 smaller movements"))
    screen.show_console(console(meter=meter(steps=steps)))
    spot = QPoint(40, 3 * ROW + ROW // 2)
    QTest.mouseClick(right(screen).steps, Qt.MouseButton.LeftButton, pos=spot)
    assert centre(screen).events.table.current_event() is None


def test_that_a_filter_gives_way_to_an_event_that_is_asked_for(
    screen: FacilitatorScreen,
) -> None:
    centre(screen).events.filter.setText("carries a message")
    screen.choose_event(79)
    chosen = centre(screen).events.table.current_event()
    assert chosen is not None
    assert chosen.number == 79


def test_that_the_printed_movements_add_up(screen: FacilitatorScreen) -> None:
    told = right(screen).steps.accessibleName()
    assert told.startswith("Start of turn 3 75.6. Israel: Air raids on launch sites +2.6.")
    assert told.endswith("Now 71.8")


def test_that_the_history_is_built_after_the_first_paint(dark: QApplication, qtbot: QtBot) -> None:
    screen = FacilitatorScreen()
    qtbot.addWidget(screen)
    screen.show_console(console())
    screen.show()
    assert right(screen).history.plot is None
    assert "from 66.0 to 71.8, highest 77.2 in turn 1" in plot_of(screen, qtbot).accessibleName()


def test_that_the_history_is_a_table_too(screen: FacilitatorScreen, qtbot: QtBot) -> None:
    plot = plot_of(screen, qtbot)
    plot.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(plot, Qt.Key.Key_T, CONTROL)
    assert plot.is_table_shown
    right(screen).as_table.click()
    assert not plot.is_table_shown


def test_that_a_click_on_a_played_turn_shows_what_moved_it_most(
    screen: FacilitatorScreen, qtbot: QtBot
) -> None:
    plot = plot_of(screen, qtbot)
    middle = plot.height() // 2
    wide = (plot.width() - 24) / 12
    with qtbot.assertNotEmitted(plot.turn_chosen):
        QTest.mouseClick(plot, Qt.MouseButton.LeftButton, pos=QPoint(round(22 + 7 * wide), middle))
    spot = QPoint(round(22 + 1.5 * wide), middle)
    with qtbot.waitSignal(plot.turn_chosen) as chosen:
        QTest.mouseClick(plot, Qt.MouseButton.LeftButton, pos=spot)
    assert chosen.args == [2]
    found = centre(screen).events.table.current_event()
    assert found is not None
    assert found.words.startswith("Air raids on launch sites: 22 launched")


def test_that_only_what_moved_is_shown_anew(screen: FacilitatorScreen) -> None:
    meters: list[str] = []
    readout = right(screen).meter.readout
    events_before = centre(screen).events.table.total
    later = console(meter=meter(index=80.0), events=three_turns()[:-1], harm=HARM[:1])
    screen.show_console(replace(later, meter=console().meter), Changes(events=0))
    meters.append(readout.accessibleName())
    screen.show_console(later, Changes(meter=True))
    meters.append(readout.accessibleName())
    assert meters[0].startswith("Escalation 71.8")
    assert meters[1].startswith("Escalation 80.0")
    assert centre(screen).events.table.total == events_before - 1


def test_that_harm_stands_apart_and_is_stated_plainly(screen: FacilitatorScreen) -> None:
    table = centre(screen).harm.table
    told = table.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "People killed: 41,902, +388 since the start"


def test_that_what_is_prepared_is_told_from_what_goes_on(screen: FacilitatorScreen) -> None:
    model = centre(screen).standing.table.model()
    states = [model.index(row, 2).data() for row in range(len(STANDING))]
    assert states == ["before", "turn 1", "before", "turn 2", "ready turn 5", "before"]


def test_that_the_clock_counts_pauses_and_is_given_more(
    screen: FacilitatorScreen, qtbot: QtBot
) -> None:
    assert not screen.bar.countdown.isVisible()
    screen.set_clock(time.monotonic() + 760.0, None)
    assert screen.bar.countdown.text() in {"12:40", "12:39"}
    with qtbot.waitSignal(screen.pause_wished):
        QTest.keyClick(screen.seats.tree, Qt.Key.Key_F9)
    screen.set_clock(None, 700.0)
    assert screen.bar.countdown.text() == "11:40"
    assert screen.bar.pause.text() == "Resume"
    with qtbot.waitSignal(screen.resume_wished):
        screen.bar.pause.click()
    with qtbot.waitSignal(screen.time_added) as added:
        screen.bar.more.click()
    assert added.args == [5]
    screen.set_clock(None, None)
    assert not screen.bar.countdown.isVisible()


def test_that_time_that_runs_out_is_said_at_the_foot(
    screen: FacilitatorScreen, qtbot: QtBot
) -> None:
    screen.set_clock(time.monotonic() + 0.01, None)
    qtbot.waitUntil(lambda: screen.foot.aside == "time is up")
    screen.set_clock(time.monotonic() + 300.0, None)
    assert screen.foot.aside == "3 get a 60-second warning"


def test_that_the_bar_only_wishes(screen: FacilitatorScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.hide_wished):
        QTest.keyClick(screen.seats.tree, Qt.Key.Key_H, CONTROL)
    for button, wish in (
        (screen.bar.theme, screen.theme_wished),
        (screen.bar.help, screen.shortcuts_wished),
        (screen.bar.menu, screen.menu_wished),
    ):
        with qtbot.waitSignal(wish):
            button.click()


def test_that_tab_goes_by_reading(screen: FacilitatorScreen, qtbot: QtBot) -> None:
    plot = plot_of(screen, qtbot)
    parts = centre(screen)
    expected = [
        screen.seats.open,
        screen.seats.edit,
        parts.head.tabs,
        parts.relations.ties,
        parts.relations.form,
        parts.relations.area.pane,
        parts.feed.head.tabs,
        parts.events.filter,
        parts.events.table,
        right(screen).meter.spiral.explain,
        right(screen).as_table,
        plot,
        right(screen).tabs,
        right(screen).steps,
        screen.foot.primary,
        screen.bar.menu,
    ]
    screen.seats.tree.setFocus()
    parts.events.detail.hide()
    met: list[QWidget | None] = []
    for _ in expected:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        parts.events.table.drop_choice()
        met.append(QApplication.focusWidget())
    assert met == expected


def test_that_f6_goes_from_panel_to_panel(screen: FacilitatorScreen, qtbot: QtBot) -> None:
    plot_of(screen, qtbot)
    names = [panel.accessibleName() for panel in panels_of(screen)[1:]]
    assert names == [
        "Seats",
        "Map, relations and actor states",
        "Events, news, what goes on and harm",
        "Escalation",
        "History of the index",
        "Behind the index",
        "Next step",
    ]
    screen.seats.tree.setFocus()
    for _ in range(len(names) + 1):
        step_panel(screen, 1)
    assert screen.seats.tree.hasFocus()


@pytest.mark.parametrize("size", [(1440, 876), (1280, 696)], ids=["reference", "smallest"])
@pytest.mark.parametrize("phase", list(Phase))
def test_that_the_console_fits_its_window(
    screen: FacilitatorScreen, size: tuple[int, int], phase: Phase
) -> None:
    screen.show_console(console(phase=phase))
    screen.resize(*size)
    screen.choose_event(79)
    least = screen.minimumSizeHint()
    assert least.width() <= size[0]
    assert least.height() <= size[1]
    assert screen.foot.geometry().bottom() <= screen.height()


def test_that_a_low_window_folds_the_history(screen: FacilitatorScreen, qtbot: QtBot) -> None:
    plot_of(screen, qtbot)
    screen.resize(1280, 696)
    assert right(screen).is_low
    assert right(screen).history.isVisible()
    right(screen).show_tab("moved")
    assert not right(screen).history.isVisible()
    assert right(screen).steps.isVisible()
    screen.resize(1440, 876)
    assert right(screen).history.isVisible()


def test_that_the_outcome_gives_way_to_an_event_in_a_low_window(
    screen: FacilitatorScreen,
) -> None:
    screen.show_console(console(phase=Phase.OUTCOME, turn=3))
    screen.resize(1280, 696)
    events = centre(screen).events
    screen.choose_event(79)
    assert not events.outcome.isVisible()
    events.detail.close_button.click()
    assert events.outcome.isVisible()
    screen.resize(1440, 1500)
    screen.choose_event(79)
    assert events.outcome.isVisible()


def test_that_the_chosen_tab_comes_back_when_there_is_room_again(
    screen: FacilitatorScreen,
) -> None:
    column = right(screen)
    column.show_tab("factors")
    screen.resize(1280, 696)
    assert column.tabs.current() == "history"
    screen.resize(1440, 876)
    assert column.tabs.current() == "factors"
    assert column.factors.isVisible()


@pytest.mark.parametrize("size", [(1440, 876), (1280, 696)], ids=["reference", "smallest"])
def test_that_what_is_cut_says_the_whole_in_its_tip(
    screen: FacilitatorScreen, size: tuple[int, int]
) -> None:
    screen.resize(*size)
    screen.choose_event(79)
    labels = [label for label in screen.findChildren(ElidedLabel) if label.isVisible()]
    assert labels
    assert all(label.toolTip() for label in labels if label.is_cut)


def test_that_whatever_takes_the_focus_has_a_name(screen: FacilitatorScreen, qtbot: QtBot) -> None:
    plot_of(screen, qtbot)
    screen.choose_event(79)
    unnamed = [
        type(widget).__name__
        for widget in screen.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(widget, QScrollBar)
        and not widget.accessibleName()
    ]
    assert not unnamed


def test_that_changing_the_theme_repaints_the_console(
    screen: FacilitatorScreen, dark: QApplication
) -> None:
    before = screen.grab().toImage()
    apply_theme(dark, LIGHT)
    after = screen.grab().toImage()
    assert before.pixelColor(20, 400).lightness() < 60
    assert after.pixelColor(20, 400).lightness() > 200


@pytest.mark.bench
def test_that_five_thousand_events_are_quick_to_take_scroll_and_filter(
    screen: FacilitatorScreen,
) -> None:
    events = many_events(5000)
    screen.show_console(console(events=events))
    table, field = centre(screen).events.table, centre(screen).events.filter
    table.viewport().grab()
    more = (*events, replace(event(5001), turn=126))
    took: dict[str, list[float]] = {"take": [], "scroll": [], "filter": []}
    bar = table.verticalScrollBar()
    for step in range(5):
        for name, times in took.items():
            start = time.perf_counter()
            if name == "take":
                rows = more if step % 2 == 0 else events
                screen.show_console(console(events=rows), Changes(events=1))
            elif name == "scroll":
                bar.setValue(bar.maximum() * step // 5 + 7)
            else:
                field.setText("launched raids isr"[: 4 + 3 * step])
            table.viewport().grab()
            times.append((time.perf_counter() - start) * 1000)
        field.clear()
    # The best of each, for other programs share the machine.
    best = {name: min(times) for name, times in took.items()}
    assert max(best.values()) < 50, best


@pytest.mark.parametrize("name", ["steps", "parts", "factors"])
def test_that_the_ring_stands_round_the_rows_and_not_over_them(
    screen: FacilitatorScreen, name: str
) -> None:
    column = right(screen)
    column.show_tab({"steps": "moved"}.get(name, name))
    rows: QWidget = getattr(column, name)
    page = rows.parentWidget()
    assert page is not None
    before = page.grab().toImage()
    rows.setFocus(Qt.FocusReason.MouseFocusReason)
    after = page.grab().toImage()
    assert before.pixelColor(0, 0) != after.pixelColor(0, 0)
    inside = rows.geometry()
    assert before.copy(inside) == after.copy(inside)
