"""The screen as a whole: its columns, its phases, what is known, and that nothing stays behind."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.team.conftest import Open
from tests.ui.team.seat_views import IRN, ISR, draft, known, seat_view
from wargame.model.ids import MoveId, Phase
from wargame.ui.shell.panel_keys import panels_of
from wargame.ui.team.briefing import BriefingView
from wargame.ui.team.known_detail import KnownDetail
from wargame.ui.team.learned_list import LearnedList
from wargame.ui.team.order_summary import OrderSummary
from wargame.ui.team.seat_facts import FactLine, GaugeLine


def names(screen: QWidget, kind: type[QWidget]) -> list[str]:
    return [part.accessibleName() for part in screen.findChildren(kind) if part.isVisible()]


def test_that_the_bar_says_whose_seat_it_is_and_when(open_seat: Open) -> None:
    bar = open_seat().screen.bar
    assert bar.badge.accessibleName() == "Seat of Iran"
    assert bar.stepper.accessibleName() == "Phase 2 of 4: Plan"


def test_that_the_clock_counts_down_or_stands_still(open_seat: Open) -> None:
    screen = open_seat().screen
    assert not screen.bar.countdown.isVisible()
    screen.set_clock(None, 760.0)
    assert screen.bar.countdown.text() == "12:40"
    assert not screen.bar.countdown.is_running


def test_that_objectives_and_red_lines_are_said_in_words(open_seat: Open) -> None:
    said = names(open_seat().screen, FactLine)
    assert said == [
        "Restore deterrence: At risk",
        "Do not be blamed: To judge",
        "A strike in the capital: Crossed, turn 1. We said: a direct reply (1 turn ago)",
        "Fire on oil terminals: Not crossed. Not said aloud: close the strait",
    ]


def test_that_the_own_state_begins_with_what_can_be_spent(open_seat: Open) -> None:
    said = names(open_seat().screen, GaugeLine)
    assert said == [
        "Political points to spend: 4",
        "Material points to spend: 5",
        "Standing: Firm, 54 %",
    ]


def test_that_the_whole_briefing_opens_beside_the_work(open_seat: Open) -> None:
    seat = open_seat()
    seat.screen.seat.read_all.click()
    view = seat.screen.sheet.findChild(BriefingView)
    assert isinstance(view, BriefingView)
    assert "A guest was killed" in view.reader.toPlainText()
    view.tabs.setFocus()
    seat.key(Qt.Key.Key_Right)
    assert "Told to all." in view.reader.toPlainText()
    seat.key(Qt.Key.Key_Right)
    assert "Wants [calm]" in view.reader.toPlainText()
    seat.key(Qt.Key.Key_Escape)
    assert not seat.screen.sheet.isVisible()


def test_that_a_briefing_can_neither_run_html_nor_load_pictures(open_seat: Open) -> None:
    text = "<b>bold</b> ![tracker](http://example.org/x.png) [link](http://example.org)"
    seat = open_seat(seat_view(briefing=text))
    seat.screen.seat.read_all.click()
    view = seat.screen.sheet.findChild(BriefingView)
    assert isinstance(view, BriefingView)
    assert "<b>bold</b>" in view.reader.toPlainText()
    kind = int(QTextDocument.ResourceType.ImageResource.value)
    loaded = view.reader.loadResource(kind, QUrl("file:///etc/hostname"))
    assert isinstance(loaded, QImage)
    assert loaded.isNull()
    assert not view.reader.openLinks()
    assert not view.reader.openExternalLinks()


def test_that_the_first_briefing_is_read_in_the_middle(open_seat: Open) -> None:
    seat = open_seat(seat_view(phase=Phase.BRIEF, turn=1, moves=(), index_path=(65.9,)))
    assert seat.screen.brief is not None
    assert seat.screen.brief.isVisible()
    assert seat.screen.brief.briefing.reader.hasFocus()


def test_that_a_later_briefing_tells_what_the_turn_before_came_to(open_seat: Open) -> None:
    seat = open_seat(seat_view(phase=Phase.BRIEF, moves=()))
    assert seat.screen.resting.title == "Turn 2 begins"
    learned = seat.screen.resting.findChild(LearnedList)
    assert learned is not None
    assert sum("Air raid" in name for name in names(learned, QWidget)) >= 2


@pytest.mark.parametrize(
    ("phase", "title"),
    [
        (Phase.ADJUDICATE, "Control is adjudicating"),
        (Phase.OUTCOME, "The outcome of turn 2"),
        (Phase.ENDED, "The game has ended"),
    ],
)
def test_that_every_other_phase_says_what_happens_now(
    open_seat: Open, phase: Phase, title: str
) -> None:
    sealed = (draft(1, "M12", ISR).order,)
    seat = open_seat(seat_view(phase=phase, moves=(), sealed=sealed))
    assert seat.screen.resting.isVisible()
    assert seat.screen.resting.title == title
    assert not seat.screen.resting.unseal.isVisible()


def test_that_locked_orders_are_still_read_by_their_names(open_seat: Open) -> None:
    sealed = (draft(1, "M12", ISR, message="Enough.").order,)
    seat = open_seat(seat_view(phase=Phase.ADJUDICATE, moves=(), sealed=sealed))
    (summary,) = names(seat.screen, OrderSummary)
    assert summary == "Order 1: Direct barrage, at Israel · costs 2 political, 3 material"


def test_that_news_stands_newest_first_under_its_turn(open_seat: Open) -> None:
    seat = open_seat()
    panel = seat.screen.knowledge
    assert panel is not None
    model = panel.list.model()
    assert [model.index(row, 0).data() for row in range(3)] == [
        "Air raid 3",
        "Air raid 2",
        "Air raid 1",
    ]
    spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == (
        "Turn 1, 3 Aug 03:40. Israel to Iran. Air raid 3. Public. we read rung 8, Shadow war"
    )


def test_that_a_seat_without_news_says_so(open_seat: Open) -> None:
    seat = open_seat(seat_view(known=()))
    panel = seat.screen.knowledge
    assert panel is not None
    assert panel.empty.isVisible()
    assert panel.empty.text() == "Nothing has reached us yet."


def test_that_news_is_filtered_and_read_in_full_by_key(open_seat: Open) -> None:
    detail = "Three people were killed."
    events = (known(1), known(2, words="Sabotage", detail=detail, how="intelligence", sure=0.7))
    seat = open_seat(seat_view(known=events))
    panel = seat.screen.knowledge
    assert panel is not None
    panel.filter_button.click()
    assert panel.filter.hasFocus()
    seat.type("sabo")
    assert panel.list.shown == 1
    seat.key(Qt.Key.Key_Down)
    seat.key(Qt.Key.Key_Return)
    shown = panel.findChild(KnownDetail)
    assert shown is not None
    assert shown.isVisible()
    assert shown.accessibleDescription().startswith(detail)
    seat.key(Qt.Key.Key_Escape)
    assert not shown.isVisible()
    panel.filter_button.click()
    assert panel.list.shown == 2


def test_that_arriving_news_leaves_the_chosen_row_and_the_draft_alone(open_seat: Open) -> None:
    seat = open_seat()
    panel = seat.screen.knowledge
    assert panel is not None
    panel.list.setCurrentIndex(panel.list.model().index(1, 0))
    seat.put("M02")
    seat.page.composer.rationale.insertPlainText("In the middle of")
    seat.screen.show_view(seat_view(known=(*seat_view().known, known(4), known(5))))
    event = panel.list.current_event()
    assert event is not None
    assert event.number == 2
    assert seat.page.composer.rationale.toPlainText() == "In the middle of"
    assert seat.page.moves.chosen == "M02"


def test_that_a_move_that_opens_keeps_its_place_and_the_choice(open_seat: Open) -> None:
    seat = open_seat()
    seat.page.choose_move(MoveId("M02"))
    opened = tuple(
        move if move.is_open else replace(move, code="", reason="") for move in seat_view().moves
    )
    seat.screen.show_view(seat_view(moves=opened))
    assert seat.page.moves.chosen == "M02"
    assert seat.page.tabs.accessibleName() == "Moves: Military, 4"


def test_that_planning_of_the_next_turn_begins_with_a_clean_sheet(open_seat: Open) -> None:
    seat = open_seat(drafts=(draft(1, "M02"),))
    seat.screen.show_view(seat_view(phase=Phase.OUTCOME, moves=()))
    seat.screen.show_view(seat_view(turn=3))
    assert seat.page.writer.sheet.filled == ()
    assert seat.page.moves.search.hasFocus()


def test_that_every_panel_is_a_stop_for_f6(open_seat: Open) -> None:
    seat = open_seat(drafts=(draft(1, "M02"),))
    assert [panel.accessibleName() for panel in panels_of(seat.screen)] == [
        "",
        "Briefing",
        "Moves",
        "Orders",
        "Order",
        "What we know",
        "From control",
        "Channels",
    ]


def test_that_the_course_of_the_index_waits_for_the_first_paint(
    open_seat: Open, qtbot: QtBot
) -> None:
    index = open_seat().screen.index
    assert index is not None
    qtbot.waitUntil(lambda: index.plot is not None, timeout=10_000)
    assert index.plot is not None
    assert index.plot.accessibleName().startswith("Escalation by turn: from 65.9 to 64.1")


def test_that_a_low_window_leaves_the_course_out(open_seat: Open, qtbot: QtBot) -> None:
    seat = open_seat(size=(1280, 696))
    index = seat.screen.index
    assert index is not None
    assert index.accessibleDescription().startswith("Escalation 64.1 of 100, band 4 of 5")
    seat.screen.resize(1440, 876)
    qtbot.waitUntil(lambda: index.plot is not None, timeout=10_000)
    seat.screen.resize(1280, 696)
    assert index.plot is not None
    assert not index.plot.isVisible()


def test_that_the_smallest_window_holds_everything(open_seat: Open) -> None:
    seat = open_seat(drafts=(draft(1, "M12", ISR), draft(2, "M07", ISR)), size=(1280, 696))
    seat.page.readings.as_table.click()
    assert seat.screen.size().toTuple() == (1280, 696)
    hint = seat.screen.minimumSizeHint()
    assert hint.width() <= 1280
    assert hint.height() <= 696


def test_that_nothing_of_the_seat_outlives_its_screen(open_seat: Open, qtbot: QtBot) -> None:
    seat = open_seat(drafts=(draft(1, "M12", ISR),))
    seat.screen.seat.read_all.click()
    parts = [seat.page, seat.page.composer.message, seat.screen.sheet, seat.page.writer]
    with qtbot.waitSignals([part.destroyed for part in parts]):
        seat.screen.hide()
        seat.screen.deleteLater()


def test_that_an_actor_without_a_label_is_shown_by_its_id(open_seat: Open) -> None:
    view = seat_view(actors=(seat_view().label,), known=(known(1, actor=ISR, target=IRN),))
    panel = open_seat(view).screen.knowledge
    assert panel is not None
    spoken = panel.list.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "ISR to Iran" in spoken
