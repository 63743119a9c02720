"""A row of the move list: the name, its rung, the slot it stands in, and why it is closed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from wargame.ui.team.words import CATEGORIES
from wargame.ui.team.wrapping import draw_wrapped, wrapped
from wargame.ui.theme.current import colour
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.icons import draw_icon
from wargame.ui.theme.item_roles import ROW_ROLE, RUNG_ROLE, RungValue
from wargame.ui.theme.metrics import FORM_ROW_HEIGHT, RADIUS_CHIP, SPACE_12
from wargame.ui.theme.paint import CENTRE, draw_box, draw_text
from wargame.ui.widgets.band_glyph import draw_rung
from wargame.ui.widgets.delegates import paint_ground

if TYPE_CHECKING:
    from wargame.model.seat_view import MoveOption

Index = QModelIndex | QPersistentModelIndex

_RUNG: Final = 44
_SLOT: Final = 18
_GAP: Final = 6
_PAD: Final = 8
_LINE: Final = 20
_SMALL: Final = 16
_LOCK: Final = 16


@dataclass(frozen=True, slots=True)
class MoveRow:
    """A move in the list.

    Attributes:
        option: The move.
        slot: The slot of the sheet that it stands in; 0 for none.
        tells_category: Whether the row says its category, as in search results.
    """

    option: MoveOption
    slot: int = 0
    tells_category: bool = False


@dataclass(frozen=True, slots=True)
class RowLines:
    """The words of a row, broken into lines."""

    name: tuple[str, ...]
    reason: tuple[str, ...]
    category: str

    @property
    def height(self) -> int:
        """Height of the row in px."""
        tall = _LINE * len(self.name) + _SMALL * (len(self.reason) + bool(self.category))
        return max(FORM_ROW_HEIGHT, tall + 2 * _PAD)


def row_lines(row: MoveRow, width: int) -> RowLines:
    """Breaks a row's words for a list of ``width`` px."""
    inner = width - 2 * SPACE_12
    room = inner - _RUNG - _GAP - (_SLOT + _GAP if row.slot else 0)
    reason = "" if row.option.is_open else row.option.reason
    return RowLines(
        wrapped(row.option.name, "body", 500, room),
        wrapped(reason, "table", 400, inner - _LOCK - _RUNG - _GAP),
        CATEGORIES[row.option.category][0] if row.tells_category else "",
    )


class MoveDelegate(QStyledItemDelegate):
    """Paints moves as tall as their words need."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(ROW_ROLE)
        view = self.parent()
        if not isinstance(row, MoveRow) or not isinstance(view, QListView):
            return QSize(48, FORM_ROW_HEIGHT)
        return QSize(48, row_lines(row, view.viewport().width()).height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, MoveRow):
            return
        painter.save()
        painter.setClipRect(option.rect)
        inner = paint_ground(painter, option, index)
        whole: QRect = option.rect
        lines = row_lines(row, whole.width())
        ink = colour("t1" if row.option.is_open else "t3")
        top = inner.top() + (whole.height() - _words_height(lines)) // 2
        name = _placed(option, inner, 0, inner.width() - _RUNG - _GAP)
        spot = QRect(name.left(), top, name.width(), _LINE * len(lines.name))
        draw_wrapped(painter, spot, lines.name, "body", 500, ink)
        first = QRect(inner.left(), top, inner.width(), _LINE)
        rung = index.data(RUNG_ROLE)
        if isinstance(rung, RungValue):
            place = _placed(option, first, inner.width() - _RUNG, _RUNG)
            draw_rung(painter, place, rung, ink, end=not _backwards(option))
        if row.slot:
            left = inner.width() - _RUNG - _GAP - _SLOT
            box = _placed(option, first, left, _SLOT)
            box = QRect(box.left(), top + 1, _SLOT, _SLOT)
            draw_box(painter, box, fill=colour("accent_fill"), radius=RADIUS_CHIP)
            shade, font = colour("on_accent"), text_font("caption", 600)
            draw_text(painter, box, str(row.slot), font, shade, align=CENTRE)
        top += spot.height()
        if lines.category:
            place = _placed(option, QRect(inner.left(), top, inner.width(), _SMALL), 0, 200)
            draw_text(painter, place, lines.category, text_font("table"), colour("t3"))
            top += _SMALL
        if lines.reason:
            below = QRect(inner.left(), top, inner.width(), _SMALL * len(lines.reason))
            lock = _placed(option, below, 0, 12)
            draw_icon(painter, QRect(lock.left(), top, 12, _SMALL), "lock", colour("t3"), 12)
            place = _placed(option, below, _LOCK, inner.width() - _LOCK)
            draw_wrapped(painter, place, lines.reason, "table", 400, colour("t3"))
        painter.restore()


def _words_height(lines: RowLines) -> int:
    return _LINE * len(lines.name) + _SMALL * (len(lines.reason) + bool(lines.category))


def _backwards(option: QStyleOptionViewItem) -> bool:
    direction: Qt.LayoutDirection = option.direction
    return direction == Qt.LayoutDirection.RightToLeft


def _placed(option: QStyleOptionViewItem, inner: QRect, x: int, width: int) -> QRect:
    """A piece of ``inner``, ``x`` px from where reading begins."""
    width = max(0, min(width, inner.width() - x))
    left = inner.right() + 1 - x - width if _backwards(option) else inner.left() + x
    return QRect(left, inner.top(), width, inner.height())
