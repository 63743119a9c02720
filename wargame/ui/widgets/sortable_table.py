"""A table that a click on a column's head orders, and the keyboard as well."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from wargame.ui.theme.metrics import TABLE_ROW_HEIGHT
from wargame.ui.widgets.announce import announce
from wargame.ui.widgets.views import TableView

_DIGITS: Final = {
    key: number
    for number, key in enumerate(
        (
            Qt.Key.Key_1,
            Qt.Key.Key_2,
            Qt.Key.Key_3,
            Qt.Key.Key_4,
            Qt.Key.Key_5,
            Qt.Key.Key_6,
            Qt.Key.Key_7,
            Qt.Key.Key_8,
            Qt.Key.Key_9,
        )
    )
}


class SortableTable(TableView):
    """Orders its model, which must be able to be sorted; the same column once more turns round."""

    def __init__(
        self, name: str = "", row_height: int = TABLE_ROW_HEIGHT, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, row_height, parent)
        head = self.horizontalHeader()
        head.setSectionsClickable(True)
        self.setSortingEnabled(True)
        self.setAccessibleDescription("Keys 1 to 9 order by a column, the same key turns round")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = _DIGITS.get(Qt.Key(event.key()))
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        model = self.model()
        columns = model.columnCount()
        if number is None or plain != Qt.KeyboardModifier.NoModifier or number >= columns:
            super().keyPressEvent(event)
            return
        self.order_by(number)

    def order_by(self, number: int) -> None:
        """Order by a column (from 0), or turn the order round where it is that column's."""
        head = self.horizontalHeader()
        rising, falling = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        same = head.sortIndicatorSection() == number
        order = falling if same and head.sortIndicatorOrder() == rising else rising
        self.sortByColumn(number, order)
        title = str(self.model().headerData(number, Qt.Orientation.Horizontal) or "")
        way = "rising" if order == rising else "falling"
        announce(self, f"Ordered by {title}, {way}")
