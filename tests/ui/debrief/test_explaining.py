"""Why the meter moved, and words against deeds, in the real window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from wargame.play.debrief.replay import open_replay
from wargame.ui.debrief.debrief_screen import DebriefScreen
from wargame.ui.debrief.deeds_page import DeedsPage
from wargame.ui.debrief.page_area import DEEDS, WHY
from wargame.ui.debrief.scrubber import x_of
from wargame.ui.debrief.why_page import FACTORS, FROM, FRONTS, GAME, TO, TURN, WhyPage


def why_page(screen: DebriefScreen, qtbot: QtBot) -> WhyPage:
    screen.pages.show_page(WHY)
    page = screen.pages.page(WHY)
    assert isinstance(page, WhyPage)
    qtbot.waitUntil(lambda: page.moved is not None, timeout=20_000)
    return page


def wait_for_span(page: WhyPage, qtbot: QtBot, first: int, last: int) -> None:
    def is_there() -> bool:
        moved = page.moved
        return moved is not None and (moved.first, moved.last) == (first, last)

    qtbot.waitUntil(is_there, timeout=20_000)


def test_that_the_page_explains_the_turn_of_the_moment(
    screen: DebriefScreen, qtbot: QtBot, saved: Path
) -> None:
    replay = open_replay(saved)
    page = why_page(screen, qtbot)
    starts = [place for _, place in replay.turn_places()]
    wait_for_span(page, qtbot, starts[-1], replay.last)
    screen.go_to(starts[0] + 2)
    wait_for_span(page, qtbot, starts[0], starts[1] - 1)
    moved = page.moved
    assert moved is not None
    total = sum(step.change for step in moved.steps)
    assert total == pytest.approx(moved.after - moved.before, abs=1e-9)
    assert f"{moved.after:.1f}" in page.title.text()


def test_that_a_span_can_be_set_from_here_to_there(
    screen: DebriefScreen, qtbot: QtBot, saved: Path
) -> None:
    last = open_replay(saved).last
    page = why_page(screen, qtbot)
    page.spans[GAME].click()
    wait_for_span(page, qtbot, 0, last)
    screen.go_to(10)
    page.spans[FROM].click()
    wait_for_span(page, qtbot, 10, last)
    screen.go_to(last - 4)
    page.spans[TO].click()
    wait_for_span(page, qtbot, 10, last - 4)
    page.spans[TURN].click()
    qtbot.waitUntil(lambda: page.moved is not None and page.moved.first > 10, timeout=20_000)


def test_that_dragging_with_shift_along_the_strip_sets_the_span(
    screen: DebriefScreen, qtbot: QtBot
) -> None:
    strip = screen.scrubber
    spans = strip.spans()
    begin, end = QPoint(x_of(spans, 4), 40), QPoint(x_of(spans, 20), 40)
    shift, left = Qt.KeyboardModifier.ShiftModifier, Qt.MouseButton.LeftButton
    with qtbot.waitSignal(strip.span_chosen) as chosen:
        QTest.mousePress(strip, left, shift, begin)
        QTest.mouseMove(strip, end)
        QTest.mouseRelease(strip, left, shift, end)
    page = screen.pages.page(WHY)
    assert isinstance(page, WhyPage)
    wait_for_span(page, qtbot, *chosen.args)


def test_that_the_eight_factors_can_be_read_beside_the_waterfall(
    screen: DebriefScreen, qtbot: QtBot
) -> None:
    page = why_page(screen, qtbot)
    page.kind.set_current(FACTORS)
    page.kind.current_changed.emit(FACTORS)
    assert page.factors.isVisible()
    assert page.factors.model().rowCount() == 8
    page.kind.set_current(FRONTS)
    page.kind.current_changed.emit(FRONTS)
    assert page.fronts.isVisible()
    assert page.fronts.model().rowCount() >= 1


def test_that_a_rise_leads_to_its_moment(screen: DebriefScreen, qtbot: QtBot) -> None:
    page = why_page(screen, qtbot)
    page.spans[GAME].click()
    wait_for_span(page, qtbot, 0, screen.scrubber.maximum())
    moved = page.moved
    assert moved is not None
    assert moved.rises
    page.rises.row_activated.emit(page.rises.model().index(0, 0))
    assert screen.place == moved.rises[0].place


def test_that_words_stand_against_deeds_for_everyone_and_for_a_seat(screen: DebriefScreen) -> None:
    screen.pages.show_page(DEEDS)
    page = screen.pages.page(DEEDS)
    assert isinstance(page, DeedsPage)
    assert page.rows
    everyone = {row.actor for row in page.rows}
    screen.bar.choose("GRN")
    assert {row.actor for row in page.rows} <= {"GRN"}
    assert len(everyone) > 1
    for key in ("paper", "warning", "forecast", "line"):
        page.kind.current_changed.emit(key)
