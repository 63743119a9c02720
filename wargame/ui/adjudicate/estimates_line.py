"""The umpires' estimates on a line from 0 to 100 per cent, their median marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from wargame.ui.theme.current import colour
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.paint import CENTRE, draw_hline, draw_text, draw_vline, start_painting

_SIDE: Final = 28
_AXIS: Final = 20
_LEVEL: Final = 17


def levels_of(places: Sequence[int], room: int) -> tuple[int, ...]:
    """On which level each name stands so that none covers another; 0 is the lowest.

    >>> levels_of((10, 20, 300), 60)
    (0, 1, 0)
    """
    ends: list[int] = []
    found = []
    for place in places:
        left = place - room // 2
        level = next((n for n, end in enumerate(ends) if end <= left), len(ends))
        if level == len(ends):
            ends.append(0)
        ends[level] = place + room // 2
        found.append(level)
    return tuple(found)


class EstimatesLine(QWidget):
    """Names over their estimates; as tall as names that stand close need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._estimates: tuple[tuple[str, float], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_estimates(self, estimates: Sequence[tuple[str, float]]) -> None:
        """Show these estimates, 0 to 1 each."""
        self._estimates = tuple(sorted(estimates, key=lambda pair: pair[1]))
        told = ", ".join(f"{name} {100 * chance:.0f} %" for name, chance in self._estimates)
        self.setAccessibleName(f"Estimates: {told}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        levels = self._levels(max(self.width(), 400))
        return QSize(400, _AXIS + 26 + _LEVEL * (1 + max(levels, default=0)))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start_painting(self)
        y = self.height() - _AXIS - 8
        left, right = _SIDE, self.width() - _SIDE
        draw_hline(painter, left, right, y, colour("ctl"))
        caption = text_font("caption")
        for n in range(11):
            x = left + round((right - left) * n / 10)
            draw_vline(painter, x, y - 3, y + 4, colour("ctl"))
            if n % 2 == 0:
                spot = QRect(x - 30, y + 6, 60, 16)
                draw_text(painter, spot, f"{10 * n} %", caption, colour("t3"), align=CENTRE)
        if not self._estimates:
            return
        places = [self._place(chance, self.width()) for _, chance in self._estimates]
        painter.fillRect(QRect(places[0], y - 2, places[-1] - places[0] + 1, 5), colour("accent"))
        levels = self._levels(self.width())
        for (name, chance), x, level in zip(self._estimates, places, levels, strict=True):
            top = y - 12 - _LEVEL * level
            draw_vline(painter, x, top, y, colour("ctl"))
            spot = QRect(x - 60, top - _LEVEL, 120, _LEVEL)
            text = f"{name} {100 * chance:.0f}"
            draw_text(painter, spot, text, text_font("table", 500), colour("t1"), align=CENTRE)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("t1"))
            painter.drawEllipse(QPointF(x + 0.5, y + 0.5), 5, 5)

    def _place(self, chance: float, width: int) -> int:
        return _SIDE + round((width - 2 * _SIDE) * chance)

    def _levels(self, width: int) -> tuple[int, ...]:
        longest = max((len(name) for name, _ in self._estimates), default=0)
        places = [self._place(chance, width) for _, chance in self._estimates]
        return levels_of(places, 8 * longest + 32)
