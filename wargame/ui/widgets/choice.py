"""A drop-down list over keys, with an actor's mark before the label where there is one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from wargame.ui.theme.current import colour
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.icons import draw_icon
from wargame.ui.theme.item_roles import MarkName
from wargame.ui.theme.metrics import (
    CONTROL_HEIGHT,
    RADIUS_CHIP,
    SMALL_CONTROL_HEIGHT,
    TABLE_ROW_HEIGHT,
)
from wargame.ui.theme.paint import (
    draw_box,
    draw_focus_ring,
    draw_text,
    mirrored,
    start_painting,
    text_width,
)
from wargame.ui.widgets.actor_badge import MARK, draw_mark
from wargame.ui.widgets.text import plain_tip

Index = QModelIndex | QPersistentModelIndex

_KEY_ROLE: Final = int(Qt.ItemDataRole.UserRole)
_MARK_ROLE: Final = _KEY_ROLE + 1
_MARKS: Final = frozenset({"square", "circle", "diamond", "unknown"})
_REASON_ROLE: Final = _KEY_ROLE + 2
_PADDING: Final = 10
_CHEVRON: Final = 14
_MARK_GAP: Final = 8


class ChoiceDelegate(QStyledItemDelegate):
    """A row of the open list: mark and label; a closed one muted, with a lock and its reason."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        label = text_width(str(index.data() or ""), text_font("body"))
        reason = str(index.data(_REASON_ROLE) or "")
        extra = text_width(reason, text_font("table")) + 12 + 2 * _MARK_GAP if reason else 0
        mark = MARK + _MARK_GAP if index.data(_MARK_ROLE) else 0
        return QSize(2 * _PADDING + mark + label + extra, TABLE_ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        rect: QRect = option.rect
        reason = str(index.data(_REASON_ROLE) or "")
        state: QStyle.StateFlag = option.state
        is_pointed = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver
        if state & is_pointed and not reason:
            draw_box(painter, rect, fill=colour("hover"), radius=RADIUS_CHIP)
        inner = rect.adjusted(_PADDING, 0, -_PADDING, 0)
        x = 0
        mark = index.data(_MARK_ROLE)
        if mark in _MARKS:
            spot = _placed(option, inner, 0, MARK)
            top = rect.top() + (rect.height() - MARK) // 2
            square = QRect(spot.left(), top, MARK, MARK)
            draw_mark(painter, square, mark, colour("t3" if reason else "t2"))
            x = MARK + _MARK_GAP
        label = str(index.data() or "")
        wide = text_width(label, text_font("body"))
        ink = colour("t3" if reason else "t1")
        draw_text(painter, _placed(option, inner, x, wide), label, text_font("body"), ink)
        if reason:
            x += wide + _MARK_GAP
            draw_icon(painter, _placed(option, inner, x, 12), "lock", colour("t3"), 12)
            rest = _placed(option, inner, x + 12 + _MARK_GAP, inner.width())
            draw_text(painter, rest, reason, text_font("table"), colour("t3"))
        painter.restore()


def _placed(option: QStyleOptionViewItem, inner: QRect, x: int, width: int) -> QRect:
    """A piece of ``inner``, ``x`` px from where reading begins."""
    width = max(0, min(width, inner.width() - x))
    backwards = option.direction == Qt.LayoutDirection.RightToLeft
    left = inner.right() + 1 - x - width if backwards else inner.left() + x
    return QRect(left, inner.top(), width, inner.height())


class ChoiceBox(QComboBox):
    """One of several keys.

    Signals:
        key_changed(str): The person chose another key; setting it from code is silent.
    """

    key_changed = Signal(str)

    def __init__(
        self,
        choices: Sequence[tuple[str, str]] = (),
        name: str = "",
        *,
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFont(text_font("table" if small else "body", 500))
        self.setFixedHeight(SMALL_CONTROL_HEIGHT if small else CONTROL_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setItemDelegate(ChoiceDelegate(self))
        self.view().setAccessibleName(name)
        self.set_choices(choices)
        self.activated.connect(self._on_activated)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer other keys with their labels; the chosen key stays chosen if it is among them."""
        kept = self.current_key()
        self.clear()
        for key, label in choices:
            self.addItem(label, key)
        self.set_current_key(kept)

    def set_mark(self, key: str, mark: MarkName) -> None:
        """Show an actor's shape before a label."""
        number = self.findData(key, _KEY_ROLE)
        if number >= 0:
            self.setItemData(number, mark, _MARK_ROLE)
            self.updateGeometry()

    def set_closed(self, key: str, reason: str) -> None:
        """Make a key unavailable and say why in its tip; an empty reason opens it."""
        number = self.findData(key, _KEY_ROLE)
        if number >= 0:
            usable = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            flags = Qt.ItemFlag.NoItemFlags if reason else usable
            # Qt's combo model reads the flags of an item from this role.
            self.setItemData(number, flags.value, int(Qt.ItemDataRole.UserRole) - 1)
            self.setItemData(number, reason, _REASON_ROLE)
            self.setItemData(number, plain_tip(reason), Qt.ItemDataRole.ToolTipRole)
            spoken = f"{self.itemText(number)}, closed: {reason}" if reason else ""
            self.setItemData(number, spoken or None, Qt.ItemDataRole.AccessibleTextRole)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Only with focus: a page scrolled past the field must not change what was chosen.
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def showPopup(self) -> None:  # noqa: N802 - Qt's name
        """Open the list, wide enough for the reasons in it."""
        view = self.view()
        view.setMinimumWidth(max(self.width(), view.sizeHintForColumn(0) + 12))
        super().showPopup()

    def current_key(self) -> str:
        """The chosen key, empty when there is none."""
        value = self.currentData(_KEY_ROLE)
        return value if isinstance(value, str) else ""

    def set_current_key(self, key: str) -> None:
        """Choose a key without a signal; an unknown key changes nothing."""
        number = self.findData(key, _KEY_ROLE)
        if number >= 0:
            self.setCurrentIndex(number)

    def sizeHint(self) -> QSize:
        widest = max(
            (text_width(self.itemText(i), self.font()) for i in range(self.count())), default=40
        )
        marked = any(self.itemData(i, _MARK_ROLE) for i in range(self.count()))
        extra = 2 * _PADDING + 8 + _CHEVRON + (MARK + 8 if marked else 0)
        return QSize(widest + extra, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(64, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start_painting(self)
        enabled = self.isEnabled()
        draw_box(
            painter,
            self.rect(),
            fill=colour("sunken" if enabled else "panel"),
            border=colour("ctl" if enabled else "line2"),
        )
        x, tall = _PADDING, self.height()
        ink = colour("t1" if enabled else "t3")
        mark = self.currentData(_MARK_ROLE)
        if mark in _MARKS:
            spot = QRect(x, (tall - MARK) // 2, MARK, MARK)
            draw_mark(painter, mirrored(self, spot), mark, colour("t2"))
            x += MARK + 8
        words = QRect(x, 0, self.width() - x - _PADDING - _CHEVRON - 6, tall)
        draw_text(painter, mirrored(self, words), self.currentText(), self.font(), ink)
        arrow = QRect(self.width() - _PADDING - _CHEVRON, 0, _CHEVRON, tall)
        draw_icon(painter, mirrored(self, arrow), "chevron-down", colour("t2"), _CHEVRON)
        if self.hasFocus():
            draw_focus_ring(painter, self.rect())

    def _on_activated(self) -> None:
        self.key_changed.emit(self.current_key())
