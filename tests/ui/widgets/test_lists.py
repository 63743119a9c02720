"""A list whose rows are as tall as their words need."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, QStringListModel
from PySide6.QtWidgets import QApplication, QStyledItemDelegate, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from wargame.ui.widgets.views import ListView


class _Wrapping(QStyledItemDelegate):
    """Rows of an area: half as wide, twice as tall."""

    def __init__(self, view: ListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        width = max(1, self._view.viewport().width())
        return QSize(width, 16_000 // width)


def test_that_rows_grow_when_the_list_gets_narrower(dark: QApplication, qtbot: QtBot) -> None:
    view = ListView("Moves")
    qtbot.addWidget(view)
    view.setUniformItemSizes(False)
    view.setItemDelegate(_Wrapping(view))
    model = QStringListModel([str(number) for number in range(5)], view)
    view.setModel(model)
    view.resize(400, 300)
    view.show()
    second = model.index(1, 0)
    assert view.visualRect(second).top() == 40
    view.resize(200, 300)
    qtbot.waitUntil(lambda: view.visualRect(second).top() >= 80, timeout=2000)
