"""Painting for the recent sessions: history with its peak, buttons in rows, unreadable files."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from wargame.ui.home.session_rows import RowAction, SessionRow, actions_of
from wargame.ui.home.words import error_words
from wargame.ui.theme.current import colour
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.icons import draw_icon
from wargame.ui.theme.item_roles import ROW_ROLE, SPARK_ROLE, SparkValue
from wargame.ui.theme.metrics import FORM_ROW_HEIGHT, RADIUS_CHIP, SMALL_CONTROL_HEIGHT, SPACE_8
from wargame.ui.theme.paint import CENTRE, END, draw_box, draw_text, text_width
from wargame.ui.widgets.band_glyph import GLYPH_HEIGHT, GLYPH_WIDTH, draw_band_glyph
from wargame.ui.widgets.delegates import GroundDelegate, paint_words
from wargame.ui.widgets.sparkline import paint_spark

Index = QModelIndex | QPersistentModelIndex

_NUMBER: Final = 28
_SINGLE: Final = 84


def action_boxes(cell: QRect, actions: Sequence[RowAction], *, backwards: bool) -> list[QRect]:
    """Where the buttons lie, in the order of the actions, from the far end of the cell back."""
    font = text_font("table", 500)
    boxes: list[QRect] = []
    used = SPACE_8
    for action in actions:
        wide = max(_SINGLE, text_width(action.text, font) + 20)
        top = cell.top() + (cell.height() - SMALL_CONTROL_HEIGHT) // 2
        left = cell.left() + used if backwards else cell.right() + 1 - used - wide
        boxes.append(QRect(left, top, wide, SMALL_CONTROL_HEIGHT))
        used += wide + SPACE_8
    return boxes


def _backwards(option: QStyleOptionViewItem) -> bool:
    direction: Qt.LayoutDirection = option.direction
    return direction == Qt.LayoutDirection.RightToLeft


class PeakDelegate(GroundDelegate):
    """The history over the whole length of the game, its peak as a number and as a band."""

    height = FORM_ROW_HEIGHT

    def paint_content(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, inner: QRect
    ) -> None:
        value = index.data(SPARK_ROLE)
        if not isinstance(value, SparkValue):
            paint_words(painter, option, index, inner)
            return
        spark = QRect(inner.left(), inner.top(), inner.width() - _NUMBER - 40, inner.height())
        paint_spark(painter, spark.adjusted(0, 8, 0, -8), value)
        number = QRect(spark.right() + 8, inner.top(), _NUMBER, inner.height())
        words = str(index.data(Qt.ItemDataRole.DisplayRole))
        draw_text(painter, number, words, text_font("table", 600), colour("t1"), align=END)
        top = inner.top() + (inner.height() - GLYPH_HEIGHT) // 2
        glyph = QRect(number.right() + 8, top, GLYPH_WIDTH, GLYPH_HEIGHT)
        draw_band_glyph(painter, glyph, value.peak_band, value.band_count)


class ActionDelegate(GroundDelegate):
    """The buttons of a row; Enter on the row presses the first.

    Signals:
        action_wished(object, str): A row's action was pressed: its SessionRow and the key.
    """

    height = FORM_ROW_HEIGHT
    action_wished = Signal(object, str)

    def paint_content(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, inner: QRect
    ) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, SessionRow):
            self.paint_buttons(painter, option, row)

    def paint_buttons(
        self, painter: QPainter, option: QStyleOptionViewItem, row: SessionRow
    ) -> int:
        """Paint a row's buttons; gives the width they take (px)."""
        cell: QRect = option.rect
        actions = actions_of(row)
        boxes = action_boxes(cell, actions, backwards=_backwards(option))
        font = text_font("table", 500)
        for action, box in zip(actions, boxes, strict=True):
            draw_box(
                painter,
                box,
                fill=colour("accent_soft" if action.suggested else "raised"),
                border=colour("accent_line" if action.suggested else "line2"),
                radius=RADIUS_CHIP,
            )
            ink = colour("accent" if action.suggested else "t1")
            draw_text(painter, box, action.text, font, ink, align=CENTRE)
        return sum(box.width() + SPACE_8 for box in boxes) + SPACE_8

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            row = index.data(ROW_ROLE)
            if isinstance(row, SessionRow) and event.button() == Qt.MouseButton.LeftButton:
                key = self._pressed(event.position().toPoint(), option, row)
                if key:
                    self.action_wished.emit(row, key)
                    return True
        return super().editorEvent(event, model, option, index)

    @staticmethod
    def _pressed(point: QPoint, option: QStyleOptionViewItem, row: SessionRow) -> str:
        cell: QRect = option.rect
        actions = actions_of(row)
        boxes = action_boxes(cell, actions, backwards=_backwards(option))
        for action, box in zip(actions, boxes, strict=True):
            if box.contains(point):
                return action.key
        return ""


class BrokenDelegate(ActionDelegate):
    """The second column: a scenario's name, or across the row why a file cannot be read."""

    def paint_content(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, inner: QRect
    ) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, SessionRow) or not row.card.error:
            paint_words(painter, option, index, inner)
            return
        used = self.paint_buttons(painter, option, row)
        backwards = _backwards(option)
        icon = QRect(inner.right() - 13 if backwards else inner.left(), inner.top(), 14, 0)
        icon.setHeight(inner.height())
        draw_icon(painter, icon, "octagon-alert", colour("danger"), 14)
        words = inner.adjusted(0, 0, -20, 0) if backwards else inner.adjusted(20, 0, 0, 0)
        words = words.adjusted(used, 0, 0, 0) if backwards else words.adjusted(0, 0, -used, 0)
        draw_text(painter, words, error_words(row.card.error), text_font("table"), colour("danger"))

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        row = index.data(ROW_ROLE)
        if isinstance(row, SessionRow) and row.card.error:
            return super().editorEvent(event, model, option, index)
        return False
