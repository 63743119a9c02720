"""How an act might have come out: bars over values, the game's own draw standing out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from wargame.ui.theme.current import colour
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.paint import CENTRE, END, draw_hline, draw_text, start_painting

MOST_BARS: Final = 13
_TOP, _BOTTOM, _SIDE = 18, 20, 36


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar.

    Attributes:
        label: What stands below it.
        share: Its share of all, 0 to 1.
        is_drawn: Whether the game's own draw lies in it.
        is_outlined: Whether it is drawn as an outline: an outcome that fails.
        tag: What stands above it; empty for nothing.
    """

    label: str
    share: float
    is_drawn: bool = False
    is_outlined: bool = False
    tag: str = ""


def bars_of(counts: Sequence[tuple[int, int]], drawn: int) -> tuple[Bar, ...]:
    """Bars for counts by value; many values are put together in bins of one width.

    >>> [bar.label for bar in bars_of([(0, 1), (2, 3)], 2)]
    ['0', '1', '2']
    """
    total = sum(count for _, count in counts)
    if not total:
        return ()
    values = [value for value, _ in counts] + [drawn]
    low, high = min(values), max(values)
    width = max(1, -(-(high - low + 1) // MOST_BARS))
    shares: dict[int, float] = {}
    for value, count in counts:
        place = (value - low) // width
        shares[place] = shares.get(place, 0.0) + count / total
    bars = []
    for place in range((high - low) // width + 1):
        first = low + place * width
        last = first + width - 1
        is_drawn = first <= drawn <= last
        label = f"{first:,}" if width == 1 else f"{first:,}\u2013{last:,}"
        bars.append(Bar(label, shares.get(place, 0.0), is_drawn, tag="drawn" if is_drawn else ""))
    return tuple(bars)


class DistributionChart(QWidget):
    """Bars with shares at the side; where labels would touch, every other one is left out."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: tuple[Bar, ...] = ()
        self._name = name
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_bars(())

    @property
    def bars(self) -> tuple[Bar, ...]:
        """What is shown."""
        return self._bars

    def set_bars(self, bars: Sequence[Bar]) -> None:
        """Show other bars."""
        self._bars = tuple(bars)
        told = ", ".join(
            f"{bar.label}: {100 * bar.share:.0f} %{f' ({bar.tag})' if bar.tag else ''}"
            for bar in self._bars
        )
        self.setAccessibleName(f"{self._name}. {told}" if told else self._name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, 140)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 140)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start_painting(self)
        area = QRect(_SIDE, _TOP, self.width() - _SIDE, self.height() - _TOP - _BOTTOM)
        caption, strong = text_font("caption"), text_font("caption", 600)
        highest = max((bar.share for bar in self._bars), default=0.0)
        if highest <= 0.0:
            text = "Other draws are being made"
            draw_text(painter, area, text, text_font("table"), colour("t3"), align=CENTRE)
            return
        step = next((s for s in (0.02, 0.05, 0.1, 0.2, 0.5) if highest / s <= 3), 0.5)
        for n in range(int(highest / step) + 1):
            y = area.bottom() - round(area.height() * n * step / highest)
            draw_hline(painter, area.left(), area.right(), y, colour("line"))
            spot = QRect(0, y - 8, _SIDE - 6, 16)
            draw_text(painter, spot, f"{100 * n * step:.0f} %", caption, colour("t3"), align=END)
        room = area.width() / len(self._bars)
        widest = max(len(bar.label) for bar in self._bars)
        every = 1 if room >= 7 * widest + 6 else -(-(7 * widest + 6) // max(1, int(room)))
        for n, bar in enumerate(self._bars):
            left, right = area.left() + round(n * room), area.left() + round((n + 1) * room)
            gap = 2 if room > 8 else 1
            height = round(area.height() * bar.share / highest)
            box = QRect(left + gap, area.bottom() - height, max(1, right - left - 2 * gap), height)
            if bar.is_outlined and not bar.is_drawn:
                painter.setPen(colour("ctl"))
                painter.setBrush(colour("panel"))
                painter.drawRect(box.adjusted(0, 0, -1, 0))
            else:
                painter.fillRect(box, colour("accent" if bar.is_drawn else "ctl"))
            if bar.tag:
                spot = QRect(left - 30, box.top() - 17, right - left + 60, 16)
                draw_text(painter, spot, bar.tag, strong, colour("t1"), align=CENTRE)
            if n % every == 0 or bar.is_drawn:
                spot = QRect(left - 20, area.bottom() + 3, right - left + 40, 16)
                font, ink = (strong, "t1") if bar.is_drawn else (caption, "t3")
                shade = colour("t1") if ink == "t1" else colour("t3")
                draw_text(painter, spot, bar.label, font, shade, align=CENTRE)
