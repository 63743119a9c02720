"""Rules that hold for every part, checked on the gallery: names, tips, one language of focus."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.gallery_pages import PAGES
from wargame.ui.theme.apply import apply_theme
from wargame.ui.theme.tokens import DARK, LIGHT
from wargame.ui.widgets.text import ElidedLabel


@pytest.fixture(params=list(PAGES.values()), ids=list(PAGES))
def page(request: pytest.FixtureRequest, dark: QApplication, qtbot: QtBot) -> Iterator[QWidget]:
    build: Callable[[], QWidget] = request.param
    made = build()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    yield made
    made.hide()


def can_focus(widget: QWidget) -> bool:
    return (
        widget.isVisible()
        and widget.isEnabled()
        and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    )


def test_that_no_part_that_takes_the_focus_is_without_a_name(page: QWidget) -> None:
    unnamed = [
        type(widget).__name__
        for widget in page.findChildren(QWidget)
        if can_focus(widget) and not isinstance(widget, QScrollBar) and not widget.accessibleName()
    ]
    assert not unnamed


def test_that_the_focus_changes_the_picture_of_every_part(page: QWidget) -> None:
    unseen = []
    parts = [widget for widget in page.findChildren(QWidget) if can_focus(widget)]
    assert len(parts) > 10
    for widget in parts:
        place = widget.parentWidget() if isinstance(widget, QLineEdit) else widget
        assert place is not None
        focused = page.focusWidget()
        if focused is not None:
            focused.clearFocus()
        before = place.grab().toImage()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        if place.grab().toImage() == before:
            unseen.append(type(widget).__name__)
    assert not unseen


def test_that_no_text_is_cut_without_saying_the_whole(page: QWidget) -> None:
    silent = [
        label.text()
        for label in page.findChildren(ElidedLabel)
        if label.isVisible() and label.is_cut and not label.toolTip()
    ]
    assert not silent


def test_that_every_label_is_plain_text_of_at_least_eleven_pixels(page: QWidget) -> None:
    labels = page.findChildren(QLabel)
    assert labels
    for label in labels:
        assert label.textFormat() == Qt.TextFormat.PlainText
        assert label.font().pixelSize() >= 11


def test_that_a_page_survives_both_themes_and_the_other_direction(
    page: QWidget, dark: QApplication
) -> None:
    pictures = [page.grab().toImage()]
    apply_theme(dark, LIGHT)
    pictures.append(page.grab().toImage())
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    pictures.append(page.grab().toImage())
    apply_theme(dark, DARK)
    assert pictures[0] != pictures[1] != pictures[2]


def test_that_tab_reaches_every_part_once(page: QWidget) -> None:
    wanted = {widget for widget in page.findChildren(QWidget) if can_focus(widget)}
    start = next(iter(wanted))
    start.setFocus(Qt.FocusReason.TabFocusReason)
    reached: list[QWidget] = []
    for _ in range(3 * len(wanted)):
        current = QApplication.focusWidget()
        assert current is not None
        if current in reached:
            break
        reached.append(current)
        QTest.keyClick(current, Qt.Key.Key_Tab)
    # A part that hands the focus to a part of its own is reached with it.
    missing = {
        widget
        for widget in wanted - set(reached)
        if not any(widget.isAncestorOf(stop) for stop in reached)
    }
    # Of round choices only the chosen one is a stop; Qt's arrow keys reach the others.
    assert {type(widget).__name__ for widget in missing} <= {"RadioButton"}
