"""A difference with its interval on a line through nought: left is lower, right is higher."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRect, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from wargame.model.outlook import Estimate
from wargame.ui.theme.current import colour
from wargame.ui.theme.paint import draw_box, draw_line, draw_vline, mirrored, start_painting

_WIDE: Final = 132
_TALL: Final = 20
_DOT: Final = 8
_AIR: Final = 6


def places_on(width: int, estimate: Estimate) -> tuple[int, int, int]:
    """Where low end, value and high end lie, in px of a bar of this width; nought is the middle.

    >>> places_on(112, Estimate(5.0, 0.0, 10.0))
    (56, 81, 106)
    """
    most = max(abs(estimate.low), abs(estimate.high)) or 1.0
    half = width / 2 - _AIR
    low, value, high = (
        round(width / 2 + half * number / most)
        for number in (estimate.low, estimate.value, estimate.high)
    )
    return low, value, high


class IntervalBar(QWidget):
    """Paints one difference; the words beside it say the same."""

    def __init__(self, estimate: Estimate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._estimate = estimate
        self.setFixedSize(QSize(_WIDE, _TALL))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start_painting(self)
        low, value, high = places_on(self.width(), self._estimate)
        middle = self.height() / 2
        draw_vline(painter, self.width() // 2, 0, self.height(), colour("line2"))
        ink = colour("t1" if self._estimate.is_clear else "t3")
        draw_line(painter, QPointF(low, middle), QPointF(high, middle), ink, 2.0)
        for end in (low, high):
            draw_vline(painter, end, round(middle) - 4, round(middle) + 4, ink)
        dot = QRect(value - _DOT // 2, round(middle) - _DOT // 2, _DOT, _DOT)
        is_clear = self._estimate.is_clear
        draw_box(
            painter,
            mirrored(self, dot) if self.isRightToLeft() else dot,
            fill=ink if is_clear else colour("panel"),
            border=ink,
            radius=_DOT / 2,
        )
