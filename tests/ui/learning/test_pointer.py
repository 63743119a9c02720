"""The outline of the guide lies over the screen, and under what is opened over it."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from wargame.ui.learning.pointer import Pointer
from wargame.ui.widgets.side_sheet import SideSheet


def above(screen: QWidget, one: QWidget, other: QWidget) -> bool:
    """Whether one widget of a screen lies over the other."""
    order = screen.children()
    return order.index(one) > order.index(other)


def test_that_the_outline_never_lies_over_an_open_sheet(dark: QApplication, qtbot: QtBot) -> None:
    screen = QWidget()
    qtbot.addWidget(screen)
    screen.resize(900, 600)
    moves, behind = QWidget(screen), QWidget(screen)
    moves.setGeometry(QRect(100, 100, 400, 300))
    sheet, pointer = SideSheet(screen), Pointer(screen)
    screen.show()
    pointer.point_to(moves)
    assert pointer.isVisible()
    assert above(screen, pointer, behind)
    sheet.present("My moves, ranked", QWidget())
    moves.resize(410, 300)
    qtbot.waitUntil(lambda: pointer.width() == 410)
    assert above(screen, sheet, pointer)
    assert above(screen, pointer, behind)
