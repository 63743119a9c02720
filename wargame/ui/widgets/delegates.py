"""How cells are painted: text with emphasis and icon, rungs, actors, sparklines, two-line rows.

They read the roles of ``theme.item_roles`` and nothing of the game. All share one ground:
selection, hover and the hairline under each row.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from wargame.ui.theme.current import colour
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.icon_names import ICON_NAMES
from wargame.ui.theme.icons import draw_icon
from wargame.ui.theme.item_roles import (
    ACTOR_ROLE,
    EMPHASIS_ROLE,
    ICON_ROLE,
    RUNG_ROLE,
    SPARK_ROLE,
    TWO_LINE_ROLE,
    ActorValue,
    RungValue,
    SparkValue,
    TwoLineValue,
)
from wargame.ui.theme.metrics import (
    DENSE_ROW_HEIGHT,
    SPACE_8,
    SPACE_12,
    TABLE_ROW_HEIGHT,
    TWO_LINE_ROW_HEIGHT,
)
from wargame.ui.theme.paint import END, START, draw_hline, draw_text, text_width
from wargame.ui.widgets.actor_badge import draw_actor, draw_from_to
from wargame.ui.widgets.band_glyph import draw_rung
from wargame.ui.widgets.sparkline import paint_spark
from wargame.ui.widgets.text import plain_tip

Index = QModelIndex | QPersistentModelIndex

_PADDING: Final = SPACE_8


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, index: Index) -> QRect:
    """Selection, hover and hairline of a cell; gives the rectangle left for its content."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setLayoutDirection(option.direction)
    rect: QRect = option.rect
    state: QStyle.StateFlag = option.state
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, colour("accent_soft"))
        if index.column() == 0:
            edge = rect.left() if not _backwards(option) else rect.right() - 1
            painter.fillRect(QRect(edge, rect.top(), 2, rect.height()), colour("accent"))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, colour("raised"))
    draw_hline(painter, rect.left(), rect.right() + 1, rect.bottom(), colour("line"))
    first = index.column() == 0
    last = index.column() == index.model().columnCount(index.parent()) - 1
    start, end = (SPACE_12 if first else _PADDING), (SPACE_12 if last else _PADDING)
    if _backwards(option):
        start, end = end, start
    return rect.adjusted(start, 0, -end, -1)


def _backwards(option: QStyleOptionViewItem) -> bool:
    direction: Qt.LayoutDirection = option.direction
    return direction == Qt.LayoutDirection.RightToLeft


def _placed(option: QStyleOptionViewItem, inner: QRect, x: int, width: int) -> QRect:
    """A piece of ``inner``, ``x`` px from where reading begins."""
    width = max(0, min(width, inner.width() - x))
    left = inner.right() + 1 - x - width if _backwards(option) else inner.left() + x
    return QRect(left, inner.top(), width, inner.height())


class GroundDelegate(QStyledItemDelegate):
    """The base: ground, a fixed row height, and screen reader words from the model."""

    height = TABLE_ROW_HEIGHT

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(48, self.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setClipRect(option.rect)
        inner = paint_ground(painter, option, index)
        self.paint_content(painter, option, index, inner)
        painter.restore()

    def paint_content(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, inner: QRect
    ) -> None:
        """Paint inside the cell's padding."""
        paint_words(painter, option, index, inner)

    def tip(self, option: QStyleOptionViewItem, index: Index) -> str:
        """What a pointer at rest is told: the model's tip, what is spoken, or a cut text."""
        role = Qt.ItemDataRole
        own = str(index.data(role.ToolTipRole) or "")
        text = str(index.data(role.DisplayRole) or "")
        spoken = str(index.data(role.AccessibleTextRole) or text)
        if own or spoken != text:
            return own or spoken
        icon = 20 if index.data(ICON_ROLE) in ICON_NAMES else 0
        needed = text_width(text, text_font("table", 600)) + icon + 2 * _PADDING
        return text if needed > option.rect.width() else ""

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        if event.type() != QEvent.Type.ToolTip:
            return super().helpEvent(event, view, option, index)
        words = self.tip(option, index) if index.isValid() else ""
        QToolTip.showText(event.globalPos(), plain_tip(words), view)
        return True


def paint_words(
    painter: QPainter, option: QStyleOptionViewItem, index: Index, inner: QRect
) -> None:
    """The cell's text as its emphasis asks, with its icon before it."""
    emphasis = index.data(EMPHASIS_ROLE)
    font = text_font("table", 600 if emphasis == "strong" else 400)
    ink = colour("t2" if emphasis == "muted" else "t1")
    text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
    align = index.data(Qt.ItemDataRole.TextAlignmentRole)
    icon = index.data(ICON_ROLE)
    x = 0
    if icon in ICON_NAMES:
        draw_icon(painter, _placed(option, inner, 0, 14), icon, colour("t2"), 14)
        x = 14 + 6
    ends = align is not None and bool(int(align) & int(Qt.AlignmentFlag.AlignRight))
    place = _placed(option, inner, x, inner.width())
    draw_text(painter, place, text, font, ink, align=END if ends else START)


class TextDelegate(GroundDelegate):
    """Text with emphasis and icon: what every view uses unless told otherwise."""


class DenseTextDelegate(TextDelegate):
    """The same in rows of 24 px."""

    height = DENSE_ROW_HEIGHT


class RungDelegate(GroundDelegate):
    """Step glyph and rung from ``RUNG_ROLE``."""

    def paint_content(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, inner: QRect
    ) -> None:
        value = index.data(RUNG_ROLE)
        if isinstance(value, RungValue):
            draw_rung(painter, inner, value, colour("t1"), end=_backwards(option))


class ActorDelegate(GroundDelegate):
    """Mark and code from ``ACTOR_ROLE``; a pair reads from and to, with None for all."""

    def paint_content(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, inner: QRect
    ) -> None:
        value = index.data(ACTOR_ROLE)
        if isinstance(value, ActorValue):
            draw_actor(painter, inner, value)
        elif isinstance(value, tuple) and len(value) == 2 and isinstance(value[0], ActorValue):
            target = value[1] if isinstance(value[1], ActorValue) else None
            draw_from_to(painter, inner, value[0], target)


class SparklineDelegate(GroundDelegate):
    """A history over the full length of its game, the dashed threshold, a dot at the peak."""

    def paint_content(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, inner: QRect
    ) -> None:
        value = index.data(SPARK_ROLE)
        if isinstance(value, SparkValue):
            paint_spark(painter, inner.adjusted(2, 6, -2, -6), value)


class TwoLineDelegate(GroundDelegate):
    """Rows of 44 px from ``TWO_LINE_ROLE``, under group rows of 28 px with a raised ground."""

    height = TWO_LINE_ROW_HEIGHT

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        is_group = not isinstance(index.data(TWO_LINE_ROLE), TwoLineValue)
        return QSize(160, TABLE_ROW_HEIGHT - 4 if is_group else self.height)

    def tip(self, option: QStyleOptionViewItem, index: Index) -> str:
        value = index.data(TWO_LINE_ROLE)
        words = super().tip(option, index)
        if words or not isinstance(value, TwoLineValue):
            return words
        parts = (value.title, value.subtitle, value.aside, value.aside_below)
        return ", ".join(part for part in parts if part)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        value = index.data(TWO_LINE_ROLE)
        if isinstance(value, TwoLineValue):
            super().paint(painter, option, index)
            return
        rect: QRect = option.rect
        painter.setLayoutDirection(option.direction)
        painter.fillRect(rect, colour("raised"))
        draw_hline(painter, rect.left(), rect.right() + 1, rect.bottom(), colour("line"))
        words = rect.adjusted(SPACE_12, 0, -SPACE_12, -1)
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        draw_text(painter, words, text, text_font("caption", 600), colour("t2"))

    def paint_content(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, inner: QRect
    ) -> None:
        value = index.data(TWO_LINE_ROLE)
        if not isinstance(value, TwoLineValue):
            return
        upper = QRect(inner.left(), inner.top() + 4, inner.width(), 18)
        lower = QRect(inner.left(), inner.top() + 22, inner.width(), 16)
        x = 0
        if value.actor is not None:
            draw_actor(painter, _placed(option, inner, 0, 52), value.actor)
            x = 56
        far = self._paint_aside(painter, option, value, upper, lower)
        room = inner.width() - x - 12
        font = text_font("body", 600 if value.strong else 500)
        spot = _placed(option, upper, x, room - far[0])
        draw_text(painter, spot, value.title, font, colour("t1"))
        if value.subtitle_icon is not None:
            icon_spot = _placed(option, lower, x, 12)
            draw_icon(painter, icon_spot, value.subtitle_icon, colour("t3"), 12)
            x += 16
            room -= 16
        spot = _placed(option, lower, x, room - far[1])
        draw_text(painter, spot, value.subtitle, text_font("table"), colour("t3"))

    @staticmethod
    def _paint_aside(
        painter: QPainter,
        option: QStyleOptionViewItem,
        value: TwoLineValue,
        upper: QRect,
        lower: QRect,
    ) -> tuple[int, int]:
        """Paint the far end; gives the widths used in the upper and the lower line (px)."""
        font = text_font("table", 500)
        wide = text_width(value.aside, font) if value.aside else 0
        icon = 16 if value.aside_icon is not None else 0
        full = upper.width()
        if value.rung is not None:
            wide = 48
            spot = _placed(option, upper, full - wide, wide)
            draw_rung(painter, spot, value.rung, colour("t1"), end=not _backwards(option))
        elif wide:
            draw_text(
                painter, _placed(option, upper, full - wide, wide), value.aside, font, colour("t1")
            )
            if value.aside_icon is not None:
                spot = _placed(option, upper, full - wide - icon, 12)
                draw_icon(painter, spot, value.aside_icon, colour("t2"), 12)
        below = text_width(value.aside_below, text_font("table")) if value.aside_below else 0
        if below:
            spot = _placed(option, lower, full - below, below)
            draw_text(painter, spot, value.aside_below, text_font("table"), colour("t3"))
        return wide + icon, below
