"""The table of effects: final values stand in fields, and any of them can be typed over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from wargame.ui.adjudicate.effects_model import BACK, FINAL, EffectsModel
from wargame.ui.theme.current import colour
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.item_roles import EMPHASIS_ROLE, ICON_ROLE
from wargame.ui.theme.paint import END, draw_box, draw_hline, draw_text
from wargame.ui.widgets.views import TableView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wargame.model.ruling_views import EffectLine, Place
    from wargame.ui.adjudicate.effects_model import Ranges

ROW: Final = 32
_HEADER: Final = 26
Index = QModelIndex | QPersistentModelIndex


class FieldDelegate(QStyledItemDelegate):
    """Paints a value as a field and edits it in place."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        draw_hline(painter, rect.left(), rect.right() + 1, rect.bottom(), colour("line"))
        is_changed = bool(index.sibling(index.row(), index.column() + 1).data(ICON_ROLE))
        state: QStyle.StateFlag = option.state
        is_here = bool(state & QStyle.StateFlag.State_Selected)
        fill = colour("accent_soft" if is_changed else "sunken")
        border = colour("accent_line" if is_changed else "accent" if is_here else "ctl")
        draw_box(painter, rect.adjusted(4, 2, -1, -3), fill=fill, border=border)
        strong = index.data(EMPHASIS_ROLE) == "strong"
        font = text_font("table", 600 if strong else 400)
        text = str(index.data(Qt.ItemDataRole.DisplayRole))
        draw_text(painter, rect.adjusted(10, 0, -10, -1), text, font, colour("t1"), align=END)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        del option
        field = QLineEdit(parent)
        field.setFont(text_font("table", 600))
        field.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        what = index.sibling(index.row(), 0).data(Qt.ItemDataRole.DisplayRole)
        field.setAccessibleName(f"Final value of {what}")
        return field

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        del index
        rect: QRect = option.rect
        editor.setGeometry(rect.adjusted(4, 2, -1, -3))


class EffectsTable(TableView):
    """As tall as it has rows; Enter edits the chosen number, Delete puts it back."""

    def __init__(self, *, is_written: bool = False, parent: QWidget | None = None) -> None:
        super().__init__("Effects", ROW, parent)
        self.effects = EffectsModel(is_written=is_written, parent=self)
        self.setModel(self.effects)
        self._field = FieldDelegate(self)
        self.setItemDelegateForColumn(self.effects.column_of(FINAL), self._field)
        # Clicks edit through the slots below; Qt's own triggers wait first, and refuse the slots.
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._on_clicked)
        self.row_activated.connect(self._on_activated)
        self._fit()

    def show_lines(
        self, lines: Sequence[EffectLine], finals: Sequence[tuple[Place, float]] = ()
    ) -> None:
        """Show other numbers, with these final values."""
        self.effects.show_lines(lines, finals)
        self._fit()

    def show_ranges(self, ranges: Ranges) -> None:
        """Show what other draws gave."""
        self.effects.show_ranges(ranges)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if index.isValid() and event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.effects.put_back(index.row())
            return
        super().keyPressEvent(event)

    def _fit(self) -> None:
        self.setFixedHeight(_HEADER + ROW * max(1, self.effects.rowCount()))

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() == self.effects.column_of(BACK):
            self.effects.put_back(index.row())
        elif index.column() == self.effects.column_of(FINAL):
            self.edit(index)

    def _on_activated(self, index: QModelIndex) -> None:
        self.edit(index.siblingAtColumn(self.effects.column_of(FINAL)))
