"""A message as it is painted: who and when over the words, where it is at the far end, a bar in
accent for our own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from wargame.model.channel_view import MessageView
from wargame.ui.team.wrapping import draw_wrapped, wrapped
from wargame.ui.theme.current import colour
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.icons import draw_icon
from wargame.ui.theme.item_roles import ACTOR_ROLE, ROW_ROLE, ActorValue
from wargame.ui.theme.metrics import SPACE_4, SPACE_8, SPACE_12
from wargame.ui.theme.paint import END, draw_text, text_width
from wargame.ui.widgets.actor_badge import MARK, draw_mark

Index = QModelIndex | QPersistentModelIndex

NOTICE_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 60
"""An advance warning in one sentence; empty for plain words."""

_PAD: Final = 7
_BAR: Final = 2
_HEAD: Final = 16
_LINE: Final = 20
_SMALL: Final = 16
_MOST: Final = 40


@dataclass(frozen=True, slots=True)
class MessagePlaces:
    """A message in lines, and how tall it is."""

    words: tuple[str, ...]
    status: tuple[str, ...]
    notice: tuple[str, ...]

    @property
    def height(self) -> int:
        """Height in px."""
        tall = 2 * _PAD + _HEAD + SPACE_4 + _LINE * len(self.words)
        return tall + _SMALL * (len(self.status) + len(self.notice))


def message_places(message: MessageView, notice: str, width: int) -> MessagePlaces:
    """Breaks a message into lines for a list of ``width`` px."""
    inner = width - 2 * SPACE_12 - _BAR - SPACE_8
    return MessagePlaces(
        wrapped(message.words, "body", 400, inner, _MOST) if message.words else (),
        wrapped(message.status, "caption", 400, inner, 2),
        wrapped(notice, "table", 400, inner - 18, 4) if notice else (),
    )


class MessageDelegate(QStyledItemDelegate):
    """Paints messages as tall as their words need."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        message, view = index.data(ROW_ROLE), self.parent()
        if not isinstance(message, MessageView) or not isinstance(view, QListView):
            return QSize(48, 56)
        notice = str(index.data(NOTICE_ROLE) or "")
        return QSize(48, message_places(message, notice, view.viewport().width()).height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        message = index.data(ROW_ROLE)
        if not isinstance(message, MessageView):
            return
        notice = str(index.data(NOTICE_ROLE) or "")
        rect: QRect = option.rect
        places = message_places(message, notice, rect.width())
        painter.save()
        painter.setClipRect(rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, colour("accent_soft"))
        inner = rect.adjusted(SPACE_12, _PAD, -SPACE_12, -_PAD)
        is_own = message.partner != message.by and message.by == message.sender
        own = is_own if message.partner is not None else False
        bar = _placed(option, inner, 0, _BAR)
        painter.fillRect(bar, colour("accent" if own else "line2"))
        body = _placed(option, inner, _BAR + SPACE_8, inner.width())
        head = QRect(body.left(), body.top(), body.width(), _HEAD)
        self._paint_head(painter, option, index, head, message)
        top = head.bottom() + 1 + SPACE_4
        words = QRect(body.left(), top, body.width(), _LINE * len(places.words))
        draw_wrapped(painter, words, places.words, "body", 400, colour("t1"))
        top = words.top() + _LINE * len(places.words)
        if places.notice:
            spot = QRect(body.left(), top, 12, _SMALL)
            draw_icon(painter, spot, "bell", colour("t3"), 12)
            beside = QRect(body.left() + 18, top, body.width() - 18, body.height())
            draw_wrapped(painter, beside, places.notice, "table", 400, colour("t2"))
            top += _SMALL * len(places.notice)
        below = QRect(body.left(), top, body.width(), _SMALL * len(places.status))
        draw_wrapped(painter, below, places.status, "caption", 400, colour("t3"))
        painter.restore()

    @staticmethod
    def _paint_head(
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
        head: QRect,
        message: MessageView,
    ) -> None:
        value = index.data(ACTOR_ROLE)
        x = 0
        strong, small = text_font("table", 600), text_font("table")
        if isinstance(value, ActorValue):
            spot = _placed(option, head, 0, MARK)
            middle = head.top() + (head.height() - MARK) // 2
            draw_mark(painter, QRect(spot.left(), middle, MARK, MARK), value.mark, colour("t2"))
            x = MARK + 6
            name = value.name or value.code
            room = head.width() - x - text_width(message.when, small) - 3 * SPACE_8 - 28
            wide = min(text_width(name, strong), max(40, room))
            draw_text(painter, _placed(option, head, x, wide), name, strong, colour("t1"))
            x += wide + SPACE_8
        wide = text_width(message.when, small)
        draw_text(painter, _placed(option, head, x, wide), message.when, small, colour("t3"))
        if message.is_new:
            mark = text_font("table", 600)
            wide = text_width("New", mark)
            place = _placed(option, head, head.width() - wide, wide)
            draw_text(painter, place, "New", mark, colour("accent"), align=END)


def _placed(option: QStyleOptionViewItem, inner: QRect, x: int, width: int) -> QRect:
    """A piece of ``inner``, ``x`` px from where reading begins."""
    width = max(0, min(width, inner.width() - x))
    direction: Qt.LayoutDirection = option.direction
    if direction == Qt.LayoutDirection.RightToLeft:
        return QRect(inner.right() + 1 - x - width, inner.top(), width, inner.height())
    return QRect(inner.left() + x, inner.top(), width, inner.height())
