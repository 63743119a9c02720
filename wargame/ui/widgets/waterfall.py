"""What moved a number: start, changes in order, end. Filled bars went up, outlined ones down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from wargame.ui.theme.current import colour
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.paint import (
    END,
    draw_box,
    draw_text,
    draw_vline,
    mirrored,
    start_painting,
    text_width,
)
from wargame.ui.widgets.text import plain_tip

ROW: Final = 20
_BAR: Final = 9
_DOT: Final = 4


@dataclass(frozen=True, slots=True)
class WaterfallPlaces:
    """Where things lie, left to right, within the bar area.

    Attributes:
        start: x of the starting dot.
        bars: One (x, width, went up) for each change; at least 1 px wide.
        joints: x where each row hands over to the next, starting dot first.
        end: x of the ending dot.
    """

    start: int
    bars: tuple[tuple[int, int, bool], ...]
    joints: tuple[int, ...]
    end: int


def lay_out_waterfall(
    start: float, deltas: Sequence[float], left: int, right: int
) -> WaterfallPlaces:
    """Places of a waterfall between pixel columns ``left`` and ``right``.

    The scale runs from the least to the greatest total reached, so that small changes show.
    """
    totals = [start]
    for delta in deltas:
        totals.append(totals[-1] + delta)
    low, high = min(totals), max(totals)
    span = high - low
    room = right - left

    def x(total: float) -> int:
        return left + (round((total - low) / span * room) if span > 0 else room // 2)

    bars = []
    for delta, (before, after) in zip(deltas, pairwise(totals), strict=True):
        first, last = sorted((x(before), x(after)))
        bars.append((first, max(1, last - first), delta >= 0))
    joints = tuple(x(total) for total in totals)
    return WaterfallPlaces(joints[0], tuple(bars), joints, joints[-1])


def signed(value: float, digits: int = 1) -> str:
    """``+2.6`` or ``−1.4`` with a true minus; nothing before zero.

    >>> signed(-1.44)
    '−1.4'
    """
    rounded = round(value, digits)
    if rounded == 0:
        return f"{0:.{digits}f}"
    return f"{'+' if rounded > 0 else '−'}{abs(rounded):.{digits}f}"


class Waterfall(QWidget):
    """Rows of words, bars and numbers; as tall as it has rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._start: tuple[str, float] = ("", 0.0)
        self._deltas: tuple[tuple[str, float], ...] = ()
        self._end: tuple[str, float] = ("", 0.0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_rows(
        self,
        start: tuple[str, float],
        deltas: Sequence[tuple[str, float]],
        end: tuple[str, float],
    ) -> None:
        """Show other rows, each a label and a number; the changes should lead from start to end."""
        self._start, self._deltas, self._end = start, tuple(deltas), end
        rows = [f"{start[0]} {start[1]:.1f}"]
        rows += [f"{label} {signed(delta)}" for label, delta in self._deltas]
        rows.append(f"{end[0]} {end[1]:.1f}")
        self.setAccessibleName(". ".join(rows))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, ROW * (len(self._deltas) + 2))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, ROW * (len(self._deltas) + 2))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            row = event.pos().y() // ROW - 1
            text = self._deltas[row][0] if 0 <= row < len(self._deltas) else ""
            QToolTip.showText(event.globalPos(), plain_tip(text), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start_painting(self)
        numbers = 48
        room = self.width() - numbers - 8
        longest = max(
            (text_width(label, text_font("table")) for label, _ in self._rows()), default=0
        )
        words = min(longest + 12, room * 3 // 5)
        # The words change sides with the reading direction, the scale of the bars does not.
        area = mirrored(self, QRect(words, 0, room - words, ROW))
        places = lay_out_waterfall(
            self._start[1],
            [delta for _, delta in self._deltas],
            area.left() + _DOT + 2,
            area.right() - _DOT - 2,
        )
        self._paint_bars(painter, places)
        last = len(self._deltas) + 1
        for number, (label, value) in enumerate(self._rows()):
            is_total = number in {0, last}
            y = number * ROW
            font = text_font("table", 600 if is_total else 400)
            ink = colour("t1" if is_total else "t2")
            draw_text(painter, mirrored(self, QRect(0, y, words - 4, ROW)), label, font, ink)
            text = f"{value:.1f}" if is_total else signed(value)
            spot = mirrored(self, QRect(self.width() - numbers, y, numbers, ROW))
            draw_text(painter, spot, text, text_font("table", 600), colour("t1"), align=END)

    def _paint_bars(self, painter: QPainter, places: WaterfallPlaces) -> None:
        ink = colour("t1")
        for number, joint in enumerate(places.joints):
            top = number * ROW + ROW // 2
            draw_vline(painter, joint, top, top + ROW, colour("ctl"))
        for number, (x, width, went_up) in enumerate(places.bars, start=1):
            y = number * ROW + (ROW - _BAR) // 2
            bar = QRect(x, y, width, _BAR)
            if went_up:
                painter.fillRect(bar, ink)
            else:
                draw_box(painter, bar, fill=colour("panel"), border=ink, radius=0)
        painter.setPen(QPen(ink, 1.5))
        painter.setBrush(colour("panel"))
        painter.drawEllipse(QPointF(places.start + 0.5, ROW / 2), _DOT, _DOT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        last = (len(places.bars) + 1) * ROW + ROW / 2
        painter.drawEllipse(QPointF(places.end + 0.5, last), _DOT + 0.5, _DOT + 0.5)

    def _rows(self) -> tuple[tuple[str, float], ...]:
        return (self._start, *self._deltas, self._end)
