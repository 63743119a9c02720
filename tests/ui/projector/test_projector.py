"""The projector: what is public at the sizes of the room, a clock, blank, a screen that goes."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.facilitator.console_views import BANDS
from wargame.model.ids import Phase
from wargame.model.public_view import NewsItem, PublicView
from wargame.ui.projector.layout import lay_out, scale_for
from wargame.ui.projector.projector_window import ProjectorWindow, screen_for
from wargame.ui.projector.words import change_line, phase_lines, turn_line
from wargame.ui.theme.apply import apply_theme
from wargame.ui.theme.tokens import DARK, LIGHT

VIEW = PublicView(
    scenario="After Tehran",
    turn=4,
    turns=12,
    first_day="2024-08-09",
    last_day="2024-08-11",
    phase=Phase.PLAN,
    bands=BANDS,
    index_path=(66.0, 77.2, 75.6, 71.8),
    news=tuple(NewsItem(3, "8 August", f"Headline number {n} of the day.") for n in range(14)),
    seats=12,
    sealed=9,
    outcome="",
)


@pytest.fixture
def window(dark: QApplication, qtbot: QtBot) -> Iterator[ProjectorWindow]:
    made = ProjectorWindow()
    qtbot.addWidget(made)
    made.show_view(VIEW)
    made.open_on(None)
    made.resize(1440, 900)
    QTest.qWaitForWindowExposed(made)
    yield made
    made.close()


def test_that_words_say_turn_phase_and_change() -> None:
    assert turn_line(VIEW) == "Turn 4 of 12, 9–11 August 2024"
    assert phase_lines(VIEW) == ("Teams are planning", "9 of 12 orders are in")
    assert change_line(VIEW) == "4 lower in turn 3"


def test_that_parts_never_overlap_at_any_shape_of_screen() -> None:
    for wide, high in ((1440, 900), (1920, 900), (1440, 1080), (2560, 900)):
        places = lay_out(wide, high)
        page = QRect(0, 0, wide, high)
        parts = (
            places.head, places.ladder, places.index, places.news, places.history, places.ticker,
        )  # fmt: skip
        for number, part in enumerate(parts):
            assert page.contains(part)
            assert not any(part.intersects(other) for other in parts[number + 1 :])
    assert scale_for(2880, 1800) == 2.0
    assert scale_for(1920, 900) == 1.0


def test_that_everything_is_painted_in_both_themes(
    window: ProjectorWindow, qapp: QApplication
) -> None:
    for theme in (DARK, LIGHT):
        apply_theme(qapp, theme)
        image = window.grab().toImage()
        assert image.pixelColor(10, 500).name() == theme.sunken.lower()
        assert image.pixelColor(60, 350).name() == theme.bands[3].fill.lower()
        assert image.pixelColor(20, 860).name() == theme.panel.lower()
    assert "71" not in window.page.accessibleDescription()
    assert "Escalation 72 of 100, band 4 of 5, Direct strikes" in (
        window.page.accessibleDescription()
    )


def test_that_b_blanks_and_shows_again(window: ProjectorWindow) -> None:
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    QTest.keyClick(window, Qt.Key.Key_B)
    assert window.page.is_blank
    image = window.grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(0, 1440, 40) for y in range(0, 900, 40)}
    assert colours == {DARK.sunken.lower()}
    QTest.keyClick(window, Qt.Key.Key_B)
    assert not window.page.is_blank


def test_that_the_clock_counts_stands_still_and_goes(window: ProjectorWindow, qtbot: QtBot) -> None:
    window.set_clock(time.monotonic() + 760.4, None)
    assert window.page.clock == "12:41"
    qtbot.waitUntil(lambda: window.page.clock == "12:40", timeout=3000)
    window.set_clock(None, 700.0)
    assert window.page.clock == "11:40"
    window.set_clock(None, None)
    assert window.page.clock == ""


def test_that_the_last_frame_stays_while_nothing_new_comes(window: ProjectorWindow) -> None:
    before = window.grab().toImage()
    window.show_view(VIEW)
    assert window.grab().toImage() == before


def test_that_a_screen_that_goes_takes_the_window_with_it(dark: QApplication, qtbot: QtBot) -> None:
    made = ProjectorWindow()
    qtbot.addWidget(made)
    made.show_view(VIEW)
    screen = QGuiApplication.primaryScreen()
    made.open_on(screen)
    assert made.isVisible()
    with qtbot.waitSignals([made.screen_lost, made.closed]):
        QGuiApplication.instance().screenRemoved.emit(screen)  # type: ignore[union-attr]
    assert not made.isVisible()


def test_that_the_other_screen_is_chosen(dark: QApplication, qtbot: QtBot) -> None:
    console = QWidget()
    qtbot.addWidget(console)
    assert screen_for(console, [console.screen()]) is None
