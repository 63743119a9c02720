"""A flag and a few words inside a plot, for red lines: filled once they are crossed."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from wargame.ui.theme.current import colour
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.icons import draw_icon
from wargame.ui.theme.paint import draw_text, text_width

_ICON = 12
_GAP = 4
_HEIGHT = 16
_AROUND = ((-1, -1), (0, -1), (1, -1), (-1, 0), (1, 0), (-1, 1), (0, 1), (1, 1))
"""Steps (px) by which the ground is drawn round the words, so that no fan strikes them through."""
_ANY = 10_000
"""Room (px) in which every text fits."""


class FlagLabel(QGraphicsObject):
    """Words at a point of the plot; their size does not follow the plot's scale.

    Args:
        text: What the line is, such as ``Israel: fire on cities``.
        crossed: Whether the flag is filled.
        below: Whether the words hang below the point instead of standing on it.
        before: Whether the words end at the point instead of beginning there.
    """

    def __init__(
        self, text: str, *, crossed: bool = False, below: bool = False, before: bool = False
    ) -> None:
        super().__init__()
        self._text = text
        self._crossed = crossed
        self._below = below
        self._before = before
        self._room = _ANY
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        # Over the fan, under the played line: words must never hide what was played.
        self.setZValue(6)

    @property
    def is_before(self) -> bool:
        """Whether the words end at the point."""
        return self._before

    def set_below(self, *, below: bool) -> None:
        """Hang the words below the point, or stand them on it."""
        if below != self._below:
            self.prepareGeometryChange()
            self._below = below

    def set_before(self, *, before: bool) -> None:
        """End the words at the point, or begin them there."""
        if before != self._before:
            self.prepareGeometryChange()
            self._before = before

    def set_room(self, width: int) -> None:
        """Elide the words so that flag and words are no wider than this (px)."""
        if width != self._room:
            self.prepareGeometryChange()
            self._room = max(width, _ICON)

    def boundingRect(self) -> QRectF:
        wide = _ICON + _GAP + text_width(self._text, text_font("caption", 500))
        wide = min(wide, self._room)
        left = -wide - 4 if self._before else 4
        return QRectF(left, 2 if self._below else -_HEIGHT - 2, wide, _HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        box = self.boundingRect().toRect()
        spot = QPoint(box.left(), box.top() + (_HEIGHT - _ICON) // 2)
        draw_icon(painter, spot, "flag", colour("t1"), _ICON, filled=self._crossed)
        left = box.left() + _ICON + _GAP
        words = QRect(left, box.top(), box.right() + 1 - left, _HEIGHT)
        font = text_font("caption", 500)
        for across, down in _AROUND:
            draw_text(painter, words.translated(across, down), self._text, font, colour("panel"))
        draw_text(painter, words, self._text, font, colour("t1"))
