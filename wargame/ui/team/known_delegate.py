"""A row of what a seat knows: when, who, how sure; what happened, and at which rung it was read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from wargame.model.seat_view import KnownEvent
from wargame.ui.team.words import certainty
from wargame.ui.team.wrapping import draw_wrapped, wrapped
from wargame.ui.theme.current import colour
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.icons import draw_icon
from wargame.ui.theme.item_roles import ACTOR_ROLE, ROW_ROLE, RUNG_ROLE, ActorValue, RungValue
from wargame.ui.theme.metrics import RADIUS_CHIP, SPACE_8, SPACE_12
from wargame.ui.theme.paint import CENTRE, END, draw_box, draw_hline, draw_text, text_width
from wargame.ui.widgets.actor_badge import actor_width, draw_actor, draw_from_to
from wargame.ui.widgets.band_glyph import GLYPH_WIDTH, draw_rung, rung_text
from wargame.ui.widgets.delegates import paint_ground

Index = QModelIndex | QPersistentModelIndex

_PAD: Final = 9
_HEAD: Final = 16
_GAP: Final = 4
_LINE: Final = 16
_MOST_LINES: Final = 4
_TURN: Final = 24
_READ: Final = 48
_ARROW: Final = 24
_ASK: Final = "Set our reading"


@dataclass(frozen=True, slots=True)
class KnownPlaces:
    """The words of a row in lines, and how tall it is."""

    lines: tuple[str, ...]
    read: str
    begins_turn: bool

    @property
    def height(self) -> int:
        """Height in px, with the turn's own line above where it begins one."""
        tall = 2 * _PAD + _HEAD + _GAP + _LINE * max(1, len(self.lines))
        return tall + (_TURN if self.begins_turn else 0)


def known_places(event: KnownEvent, width: int, *, begins_turn: bool) -> KnownPlaces:
    """Breaks what happened into lines for a list of ``width`` px."""
    read = ""
    if event.read_rung is not None:
        read = "" if event.how == "own" else "we read"
    inner = width - 2 * SPACE_12
    room = inner - _read_width(event, read)
    lines = wrapped(event.words, "table", 400, room, _MOST_LINES)
    return KnownPlaces(lines, read, begins_turn)


def _read_width(event: KnownEvent, read: str) -> int:
    if event.reading == "asked":
        return text_width(_ASK, text_font("table", 600)) + 2 * SPACE_8 + SPACE_8
    if event.read_rung is None:
        return 0
    words = text_width(read, text_font("table")) + 6 if read else 0
    return _READ + words + SPACE_8


class KnownDelegate(QStyledItemDelegate):
    """Paints events as tall as their words need, under a line for every turn."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        event = index.data(ROW_ROLE)
        view = self.parent()
        if not isinstance(event, KnownEvent) or not isinstance(view, QListView):
            return QSize(48, 56)
        places = known_places(event, view.viewport().width(), begins_turn=_begins_turn(index))
        return QSize(48, places.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        event = index.data(ROW_ROLE)
        if not isinstance(event, KnownEvent):
            return
        painter.save()
        painter.setClipRect(option.rect)
        places = known_places(event, option.rect.width(), begins_turn=_begins_turn(index))
        if places.begins_turn:
            self._paint_turn(painter, option, event.turn_words)
            option.rect = option.rect.adjusted(0, _TURN, 0, 0)
        inner = paint_ground(painter, option, index)
        head = QRect(inner.left(), inner.top() + _PAD, inner.width(), _HEAD)
        self._paint_head(painter, option, index, head, event)
        body = QRect(inner.left(), head.bottom() + 1 + _GAP, inner.width(), _LINE)
        taken = 0
        rung = index.data(RUNG_ROLE)
        if isinstance(rung, RungValue) and rung.rung is not None:
            taken = self._paint_read(painter, option, body, places.read, rung)
        if event.reading == "asked":
            taken = self._paint_ask(painter, option, body)
        words = _placed(option, body, 0, body.width() - taken)
        draw_wrapped(painter, words, places.lines, "table", 400, colour("t1"))
        painter.restore()

    @staticmethod
    def _paint_turn(painter: QPainter, option: QStyleOptionViewItem, turn: str) -> None:
        band = QRect(option.rect.left(), option.rect.top(), option.rect.width(), _TURN)
        painter.setLayoutDirection(option.direction)
        painter.fillRect(band, colour("raised"))
        draw_hline(painter, band.left(), band.right() + 1, band.bottom(), colour("line"))
        words = band.adjusted(SPACE_12, 0, -SPACE_12, -1)
        draw_text(painter, words, turn, text_font("caption", 600), colour("t2"))

    @staticmethod
    def _paint_head(
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
        head: QRect,
        event: KnownEvent,
    ) -> None:
        font = text_font("table")
        when = text_width(event.when, font)
        draw_text(painter, _placed(option, head, 0, when), event.when, font, colour("t3"))
        icon, words = certainty(event)
        wide = text_width(words, font)
        draw_text(
            painter, _placed(option, head, head.width() - wide, wide), words, font, colour("t2")
        )
        spot = _placed(option, head, head.width() - wide - 16, 12)
        draw_icon(painter, spot, icon, colour("t3"), 12)
        value = index.data(ACTOR_ROLE)
        room = head.width() - wide - 16 - when - 2 * SPACE_8
        if isinstance(value, tuple):
            source, target = value
            if actor_width(source) + actor_width(target) + _ARROW <= room:
                draw_from_to(painter, _placed(option, head, when + SPACE_8, room), source, target)
                return
            value = source
        if isinstance(value, ActorValue):
            draw_actor(painter, _placed(option, head, when + SPACE_8, room), value)

    @staticmethod
    def _paint_ask(painter: QPainter, option: QStyleOptionViewItem, body: QRect) -> int:
        """Paint that a reading is asked for; gives the width it takes in px."""
        font = text_font("table", 600)
        wide = text_width(_ASK, font) + 2 * SPACE_8
        spot = _placed(option, body, body.width() - wide, wide).adjusted(0, -1, 0, 1)
        draw_box(
            painter,
            spot,
            fill=colour("accent_soft"),
            border=colour("accent_line"),
            radius=RADIUS_CHIP,
        )
        draw_text(painter, spot, _ASK, font, colour("accent"), align=CENTRE)
        return wide + SPACE_8

    @staticmethod
    def _paint_read(
        painter: QPainter, option: QStyleOptionViewItem, body: QRect, read: str, rung: RungValue
    ) -> int:
        """Paint the rung at the far end; gives the width it takes in px."""
        wide = GLYPH_WIDTH + 4 + text_width(rung_text(rung), text_font("table", 600))
        place = _placed(option, body, body.width() - wide, wide)
        draw_rung(painter, place, rung, colour("t1"))
        if not read:
            return _READ + SPACE_8
        font = text_font("table")
        words = text_width(read, font)
        spot = _placed(option, body, body.width() - wide - 6 - words, words)
        draw_text(painter, spot, read, font, colour("t3"), align=END)
        return _READ + words + 6 + SPACE_8


def _begins_turn(index: Index) -> bool:
    """Whether the row above belongs to another turn."""
    if index.row() == 0:
        return True
    above = index.model().index(index.row() - 1, 0).data(ROW_ROLE)
    own = index.data(ROW_ROLE)
    return isinstance(above, KnownEvent) and isinstance(own, KnownEvent) and above.turn != own.turn


def _placed(option: QStyleOptionViewItem, inner: QRect, x: int, width: int) -> QRect:
    """A piece of ``inner``, ``x`` px from where reading begins."""
    width = max(0, min(width, inner.width() - x))
    direction: Qt.LayoutDirection = option.direction
    if direction == Qt.LayoutDirection.RightToLeft:
        return QRect(inner.right() + 1 - x - width, inner.top(), width, inner.height())
    return QRect(inner.left() + x, inner.top(), width, inner.height())
